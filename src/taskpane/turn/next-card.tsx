import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { TurnView } from "../../domain/register/turn/turn";
import { timeTold } from "../../domain/rules/turn-wording";
import { tongueOf } from "../i18n/i18n";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "2px",
    padding: "8px 12px 10px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  top: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    minHeight: "24px",
  },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  why: { minWidth: 0, padding: "0 4px", fontWeight: tokens.fontWeightRegular },
  who: { display: "flex", alignItems: "baseline", gap: "8px", flexWrap: "wrap" },
  name: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  nobody: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  note: { color: tokens.colorPaletteDarkOrangeForeground1 },
  reasons: {
    margin: "4px 0 0",
    padding: "6px 0 0 18px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "grid",
    gap: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
  },
});

/** Who is next, to be read from across the desk; why, on asking. */
export const NextCard = ({ view, today }: { readonly view: TurnView; readonly today: CalendarDay }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { next } = view;
  if (next === undefined)
    return (
      <div className={styles.card} role="status">
        <span className={mergeClasses(styles.name, styles.nobody)}>{t("turn.nobody")}</span>
        <span className={styles.small}>{t("turn.nobodyHint")}</span>
      </div>
    );
  const busy = view.line.find(({ name, state }) => name === next.name && state === "接待中");
  const over = next.over.map(({ name }) => name);
  return (
    <div className={styles.card}>
      <div className={styles.top}>
        <span className={styles.caption}>{t("turn.next")}</span>
        <Button
          size="small"
          appearance="transparent"
          className={styles.why}
          iconPosition="after"
          icon={open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          aria-expanded={open}
          aria-controls="turn-why"
          aria-label={t("turn.why", { name: next.name })}
          onClick={() => setOpen(!open)}
        >
          {t("turn.whyShort")}
        </Button>
      </div>
      <div className={styles.who} role="status">
        <span className={styles.name}>{next.name}</span>
        {next.kind === "补接" ? (
          <Badge appearance="filled" color="important" title={t("turn.makeUpHint")}>
            {t("turn.makeUp")}
          </Badge>
        ) : null}
        {next.then === undefined ? null : (
          <span className={styles.small}>{t("turn.then", { name: next.then })}</span>
        )}
      </div>
      {busy ? (
        <span className={mergeClasses(styles.small, styles.note)}>
          {t("turn.busySince", { at: timeTold(busy.since, today) })}
        </span>
      ) : null}
      {over.length > 0 ? (
        <span className={mergeClasses(styles.small, styles.note)}>
          {t("turn.over", { names: over.join("、") })}
        </span>
      ) : null}
      <ol
        className={styles.reasons}
        id="turn-why"
        hidden={!open}
        style={open ? undefined : { display: "none" }}
      >
        {next.reasons.map((reason, at) => (
          <li key={at}>{reason[tongueOf(i18n.language)]}</li>
        ))}
      </ol>
    </div>
  );
};
