/** workbook.md: what a colleague changed while somebody was typing over it; nothing is lost, and a person decides. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import { captionOf } from "../i18n/captions";
import { type Entry, shownAnswer } from "./use-entry";

const useStyles = makeStyles({
  bars: { display: "grid", gap: "6px" },
  sides: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "8px",
    rowGap: "2px",
    margin: "2px 0 0",
  },
  side: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  said: {
    margin: 0,
    display: "-webkit-box",
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- three lines and … have no other spelling yet
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 3,
    overflow: "hidden",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
});

interface OutrunBarProps {
  readonly form: Form;
  readonly entry: Pick<Entry, "outrun" | "settle" | "values">;
}

const none = "—";

export const OutrunBar = ({ form, entry }: OutrunBarProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  if (entry.outrun.length === 0) return null;
  const side = (name: string, said: string) => (
    <>
      <dt className={styles.side}>{name}</dt>
      <dd className={styles.said} title={said}>
        {said === "" ? none : said}
      </dd>
    </>
  );
  return (
    <div className={styles.bars}>
      {entry.outrun.map((each) => {
        const key = each.key ?? "";
        const caption = captionOf(i18n.language, form.key, key, each.caption ?? key);
        const theirs = each.value === undefined ? "" : shownAnswer(form, key, each.value);
        return (
          <MessageBar key={key} intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              <MessageBarTitle>{t("entry.outrun", { caption })}</MessageBarTitle>
              <dl className={styles.sides}>
                {side(t("entry.was"), String(each.facts?.["seen"] ?? ""))}
                {side(t("entry.theirs"), theirs)}
                {side(t("entry.mine"), entry.values[key] ?? "")}
              </dl>
            </MessageBarBody>
            <MessageBarActions>
              <Button
                size="small"
                aria-label={t("entry.takeTheirsOf", { caption })}
                onClick={() => entry.settle(each, "theirs")}
              >
                {t("entry.takeTheirs")}
              </Button>
              <Button
                size="small"
                aria-label={t("entry.keepMineOf", { caption })}
                onClick={() => entry.settle(each, "mine")}
              >
                {t("entry.keepMine")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        );
      })}
    </div>
  );
};
