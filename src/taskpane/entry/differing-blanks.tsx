/** 再次来访: answers that contradict the client's row, old → new; what is not ticked stays, and the talk has the new one. */
import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import type { About } from "../../domain/register/read-answer";
import { standingTo } from "../../domain/register/client/return-visit";
import { captionOf } from "../i18n/captions";
import type { Draft } from "./drafts";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: "4px",
    marginTop: "8px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder1}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    alignItems: "center",
  },
  said: { overflowWrap: "anywhere" },
});

export interface DifferingBlank {
  readonly key: string;
  readonly was: string;
  readonly now: string;
}

export const differingBlanks = (
  form: Form,
  shown: Draft,
  values: Draft,
  about: About,
): readonly DifferingBlank[] =>
  [...standingTo(shown, values, about)].flatMap(([key, stands]) =>
    stands === "differs" && key in form.fields
      ? [{ key, was: shown[key] ?? "", now: values[key] ?? "" }]
      : [],
  );

const draftKey = (key: string): string => `amend ${key}`;

export const toAmend = (differing: readonly DifferingBlank[], draft: Draft): readonly string[] =>
  differing.flatMap(({ key }) => (draft[draftKey(key)] === "yes" ? [key] : []));

interface DifferingBlanksProps {
  readonly form: Form;
  readonly differing: readonly DifferingBlank[];
  readonly draft: Draft;
  readonly onChoose: (key: string, value: string) => void;
}

export const DifferingBlanks = ({ form, differing, draft, onChoose }: DifferingBlanksProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  if (differing.length === 0) return null;
  return (
    <div className={styles.box} role="group" aria-label={t("known.differs")}>
      <span className={styles.title}>{t("known.differs")}</span>
      {differing.map(({ key, was, now }) => {
        const caption = captionOf(i18n.language, form.key, key, form.fields[key]?.caption ?? key);
        return (
          <div key={key} className={styles.line}>
            <span className={styles.said}>{t("known.wasNow", { caption, was, now })}</span>
            <Checkbox
              label={t("known.amend")}
              aria-label={t("known.amendOf", { caption })}
              checked={draft[draftKey(key)] === "yes"}
              onChange={(_, data) => onChoose(draftKey(key), data.checked === true ? "yes" : "")}
            />
          </div>
        );
      })}
      <span>{t("known.differsHelp")}</span>
    </div>
  );
};
