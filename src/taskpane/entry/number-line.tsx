import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { NumberPreview } from "../../domain/register/client/preview-number";
import { say } from "../../domain/register/wording";
import { tongueOf } from "../i18n/i18n";

const useStyles = makeStyles({
  number: {
    display: "grid",
    minWidth: 0,
    flex: 1,
    lineHeight: "16px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  value: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorBrandForeground1,
    whiteSpace: "nowrap",
  },
  ask: {
    gridColumn: "1 / -1",
    display: "grid",
    gridTemplateColumns: "1fr 64px",
    gap: "8px",
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  letters: { textTransform: "uppercase", textAlign: "center" },
});

interface NumberToComeProps {
  readonly preview: NumberPreview | undefined;
  /** The number of a client who is known keeps. */
  readonly kept?: string | undefined;
}

/** R1: the number to come, in the action bar; it may still move on when a colleague is faster. */
export const NumberToCome = ({ preview, kept }: NumberToComeProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const number = kept ?? (preview?.ok ? preview.number : undefined);
  return (
    <span className={styles.number} aria-live="polite">
      {number === undefined ? (
        t("entry.numberWaits")
      ) : (
        <>
          <span>{kept === undefined ? t("entry.numberSoon") : t("entry.numberSame")}</span>
          <span className={styles.value} data-number>
            {number}
          </span>
        </>
      )}
    </span>
  );
};

interface LettersProps {
  readonly name: string;
  readonly preview: NumberPreview | undefined;
  readonly letters: string;
  readonly onLetters: (letters: string) => void;
}

/** Two letters are asked for where no reading is known: never a made-up XX (R1). */
export const AskLetters = ({ name, preview, letters, onLetters }: LettersProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const missing = preview !== undefined && !preview.ok;
  if (missing && preview.why === "needsRegion")
    return (
      <span className={styles.ask} role="status">
        {say({ code: "needsRegion" }, tongueOf(i18n.language)).says}
      </span>
    );
  if (!missing && letters === "") return null;
  return (
    <span className={styles.ask}>
      <span id="letters-asked">{t("entry.lettersAsked", { name })}</span>
      <Input
        size="small"
        aria-label={t("entry.letters")}
        aria-describedby="letters-asked"
        input={{ className: styles.letters, maxLength: 2 }}
        value={letters}
        onChange={(_, data) => onLetters(data.value)}
      />
    </span>
  );
};
