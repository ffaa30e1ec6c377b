import { Button, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Known } from "../../domain/register/client/known-client";
import { GradeBadge } from "./grade-badge";

const useStyles = makeStyles({
  card: {
    gridColumn: "1 / -1",
    display: "grid",
    gap: "6px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder1}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
  },
  settled: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  who: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "8px",
    alignItems: "center",
  },
  facts: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
});

/** What the person at the desk said about a phone that is known. */
export type Choice =
  | { readonly kind: "open" }
  | { readonly kind: "this"; readonly clientId: string }
  | { readonly kind: "another"; readonly reason: string };

/** As it stands in a draft. */
export const readChoice = (draft: Readonly<Record<string, string>>): Choice => {
  const said = draft["known"] ?? "";
  if (said.startsWith("this:")) return { kind: "this", clientId: said.slice(5) };
  return said === "another" ? { kind: "another", reason: draft["knownReason"] ?? "" } : { kind: "open" };
};

const reasonId = "known-reason";

interface KnownCardProps {
  readonly known: readonly Known[];
  readonly choice: Choice;
  readonly onChoose: (said: string) => void;
  readonly onReason: (reason: string) => void;
  /** A visit by somebody who is in the visit register already becomes a contact, not a second row. */
  readonly visiting: boolean;
}

/** R9: whose phone it is, before anything is written, and what to do about it. */
export const KnownCard = ({ known, choice, onChoose, onReason, visiting }: KnownCardProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [first] = known;
  /** 是另一位 was just pressed: the reason is what it asks for. */
  const asks = useRef(false);
  useEffect(() => {
    if (!asks.current) return;
    asks.current = false;
    document.getElementById(reasonId)?.focus();
  }, [choice.kind]);
  if (!first) return null;
  const chosen = choice.kind === "this" ? known.find((each) => each.clientId === choice.clientId) : undefined;
  if (chosen)
    return (
      <div className={mergeClasses(styles.card, styles.settled)} role="status">
        <div className={styles.line}>
          <span>{t("known.using", { name: chosen.name, number: chosen.clientId ?? "" })}</span>
          <Button size="small" appearance="subtle" onClick={() => onChoose("")}>
            {t("known.change")}
          </Button>
        </div>
      </div>
    );
  if (choice.kind === "another")
    return (
      <div className={mergeClasses(styles.card, styles.settled)} role="status">
        <div className={styles.line}>
          <span>{t("known.usingAnother")}</span>
          <Button size="small" appearance="subtle" onClick={() => onChoose("")}>
            {t("known.change")}
          </Button>
        </div>
        <Input
          id={reasonId}
          size="small"
          aria-label={t("known.reason")}
          placeholder={`${t("known.reason")}：${t("known.reasonHint")}`}
          value={choice.reason}
          onChange={(_, data) => onReason(data.value)}
        />
      </div>
    );
  return (
    <div className={styles.card} role="alert">
      <span className={styles.title}>{t("known.title", { phone: first.phone })}</span>
      {known.slice(0, 3).map((each) => (
        <div key={`${each.form}-${each.row}`} style={{ display: "grid", gap: 4 }}>
          <div className={styles.who}>
            {each.grade ? <GradeBadge grade={each.grade} /> : <span />}
            <span>
              <strong>{t("known.who", { name: each.name, number: each.clientId ?? "—" })}</strong>
              <br />
              <span className={styles.facts}>
                {t("known.facts", { consultant: each.consultant || "—", form: each.sheet, row: each.row })}
              </span>
            </span>
          </div>
          {each.visited && visiting ? <span>{t("known.already", { name: each.name })}</span> : null}
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="outline"
              disabled={each.clientId === undefined}
              onClick={() => onChoose(`this:${each.clientId ?? ""}`)}
            >
              {t("known.useThis")}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                asks.current = true;
                onChoose("another");
              }}
            >
              {t("known.another")}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
};
