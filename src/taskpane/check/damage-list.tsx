/** R14: what the workbook has lost, with what would be done about each; nothing is done unasked. */
import { Button, Checkbox, makeStyles, Radio, RadioGroup, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../domain/register/wording";
import type { Damage } from "../../workbook/plan/damage";
import type { Repair } from "../../workbook/plan/repair";
import { settings } from "../../workbook/plan/site-sheet";
import { formOf } from "../../domain/forms/index";
import { captionOf } from "../i18n/captions";
import { tongueOf } from "../i18n/i18n";
import { severityIcons } from "./problem-list";
import type { zh } from "./words";

const useStyles = makeStyles({
  section: {
    display: "grid",
    gap: "8px",
    padding: "8px 12px 12px",
    margin: "0 0 4px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  intro: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "8px" },
  line: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", alignItems: "start" },
  words: { display: "grid", paddingTop: "6px", overflowWrap: "anywhere" },
  where: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  will: { fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForeground1 },
  icon: { verticalAlign: "text-bottom", marginRight: "4px", color: tokens.colorNeutralForeground3 },
  more: { display: "flex", flexWrap: "wrap", gap: "8px", paddingTop: "4px" },
});

type Words = (key: `repair.${keyof typeof zh}`, facts?: Readonly<Record<string, string | number>>) => string;

/** What a repair will do, before it does. */
const will = (repair: Repair, t: Words, language: string): string => {
  const name = (form: Parameters<typeof formOf>[0], key: string): string =>
    captionOf(language, form, key, formOf(form).fields[key]?.caption ?? key);
  switch (repair.kind) {
    case "renameColumn":
      return t("repair.rename", { name: repair.to });
    case "addColumn":
      return t("repair.addColumn", { name: name(repair.form, repair.key) });
    case "moveColumn":
      return t("repair.moveColumn", { name: name(repair.form, repair.key) });
    case "restoreFormula":
      return t("repair.restoreFormula", { name: name(repair.form, repair.key) });
    case "restoreValidation":
      return t("repair.restoreValidation", { name: name(repair.form, repair.key) });
    case "addSheet":
      return t("repair.addSheet", { name: repair.sheet });
    case "remakeTable":
      return t("repair.remakeTable", { range: repair.range });
    case "takeIn":
      return t("repair.takeIn", { row: repair.bottom + 1 });
    case "addName":
      return t("repair.addName", { name: repair.name });
    case "restoreCells":
      return t("repair.restoreCells", { n: repair.cells.length });
    case "addSettingLine":
      return t("repair.addSettingLine", { name: settings[repair.key] });
    case "addTable":
    case "renameTable":
    case "restoreHighlights":
    case "restoreTitle":
    case "addList":
    case "renameList":
      return t(`repair.${repair.kind}`);
    default:
      return t("repair.other");
  }
};

interface DamageListProps {
  readonly damages: readonly Damage[];
  readonly busy: boolean;
  readonly onRepair: (repairs: readonly Repair[]) => void;
  /** The site does without this sheet. */
  readonly onUnused: (sheet: string) => void;
}

type Choice = "repair" | "instead" | "leave";

export const DamageList = ({ damages, busy, onRepair, onUnused }: DamageListProps) => {
  const styles = useStyles();
  const { t: translate, i18n } = useTranslation();
  const t: Words = (key, facts = {}) => translate(key, facts);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Choice>>(new Map());
  const choiceOf = (at: number): Choice =>
    chosen.get(at) ?? (damages[at]?.sure === true ? "repair" : "leave");
  const choose = (at: number, choice: Choice) => setChosen(new Map(chosen).set(at, choice));
  const repairs = damages.flatMap((damage, at) => {
    const choice = choiceOf(at);
    return choice === "repair" ? damage.repair : choice === "instead" ? (damage.instead ?? []) : [];
  });
  const count = damages.filter((_, at) => choiceOf(at) !== "leave").length;
  return (
    <section className={styles.section} aria-label={t("repair.title")}>
      <h2 className={styles.title}>
        {t("repair.title")} · {t("repair.count", { n: damages.length })}
      </h2>
      <p className={styles.intro}>{t("repair.intro")}</p>
      <ul className={styles.list}>
        {damages.map((damage, at) => {
          const { where, says } = say(damage.problem, tongueOf(i18n.language));
          const [first] = damage.repair;
          const words = damage.repair.map((each) => will(each, t, i18n.language)).join("；");
          return (
            <li key={`${JSON.stringify(first)}-${damage.problem.code}`} className={styles.line}>
              {damage.instead === undefined && first?.kind !== "addSheet" ? (
                <Checkbox
                  checked={choiceOf(at) === "repair"}
                  onChange={(_, { checked }) => choose(at, checked === true ? "repair" : "leave")}
                  aria-label={t("repair.select", { what: `${where} ${words}` })}
                />
              ) : (
                <span />
              )}
              <span className={styles.words}>
                <span className={styles.where}>{where}</span>
                <span>
                  <span className={styles.icon}>{severityIcons[damage.problem.severity]}</span>
                  {says}
                </span>
                {damage.instead !== undefined ? (
                  <RadioGroup
                    value={choiceOf(at)}
                    aria-label={says}
                    onChange={(_, { value }) => choose(at, value as Choice)}
                  >
                    <Radio value="repair" label={words} />
                    <Radio
                      value="instead"
                      label={damage.instead.map((each) => will(each, t, i18n.language)).join("；")}
                    />
                  </RadioGroup>
                ) : first?.kind === "addSheet" ? (
                  <span className={styles.more}>
                    <Button size="small" disabled={busy} onClick={() => onRepair(damage.repair)}>
                      {words}
                    </Button>
                    <Button
                      size="small"
                      appearance="subtle"
                      disabled={busy}
                      onClick={() => onUnused(first.sheet)}
                    >
                      {t("repair.unused")}
                    </Button>
                  </span>
                ) : (
                  <span className={styles.will}>{words}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Button
        appearance="primary"
        disabledFocusable={busy || count === 0}
        icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
        onClick={() => {
          if (!busy && count > 0) onRepair(repairs);
        }}
      >
        {busy ? t("repair.busy") : count === 0 ? t("repair.none") : t("repair.now", { n: count })}
      </Button>
    </section>
  );
};
