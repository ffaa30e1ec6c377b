/** A payment plan being written: laid out by the way of paying, then changed instalment by instalment. */
import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons/svg/add";
import { Delete16Regular } from "@fluentui/react-icons/svg/delete";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { instalments } from "../../domain/forms/receipts";
import { minus, plus, type Yuan, yuanOf } from "../../domain/kit/money";
import { readOne } from "../../domain/register/check-row";
import type { Finding } from "../../domain/register/problem";
import { type PayWay, payWays } from "../../domain/rules/payment-plan";
import type { PaperContext } from "../blank/blank";
import { useControlStyles } from "../blank/control";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import { LineBlank } from "../blank/line-blank";
import { messageOf, shownAnswer } from "../entry/use-entry";
import { useSite } from "../shell/site";
import {
  newTerm,
  type PlanDraft,
  sumRead,
  type TermBlank,
  type TermDraft,
  type TermReading,
} from "./plan-draft";

const useStyles = makeStyles({
  ways: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "flex-end" },
  way: { minWidth: 0 },
  number: { width: "72px" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  term: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr)) 28px",
    gap: "4px 8px",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: 0,
    minWidth: 0,
  },
  amount: { gridColumn: "1 / 3" },
  drop: { gridColumn: 3, gridRow: 1, marginTop: "20px", minWidth: 0, padding: 0, alignSelf: "start" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** Said when one tries to save, not while one is still filling in. */
const gaps: ReadonlySet<Finding["code"]> = new Set(["required", "requiredReally"]);

interface PlanEditorProps {
  readonly draft: PlanDraft;
  readonly readings: readonly TermReading[];
  /** Nothing where the deal has no readable price. */
  readonly total: Yuan | undefined;
  readonly paper: PaperContext;
  readonly attempted: boolean;
  readonly onChange: (draft: PlanDraft) => void;
  readonly onLay: (way: PayWay, draft: PlanDraft) => void;
}

export const PlanEditor = (props: PlanEditorProps) => {
  const { draft, readings, total, paper, attempted, onChange, onLay } = props;
  const styles = useStyles();
  const control = useControlStyles();
  const { t, i18n } = useTranslation();
  const site = useSite();
  const root = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wished, setWished] = useState<number | undefined>();
  useEffect(() => {
    root.current?.querySelector("input")?.focus();
  }, []);
  // An added instalment is filled in next.
  useEffect(() => {
    if (wished !== undefined) document.getElementById(`plan-${wished}-term`)?.focus();
  }, [wished]);

  const change = (id: number, key: TermBlank, value: string) =>
    onChange({
      ...draft,
      touched: true,
      terms: draft.terms.map((each) => (each.id === id ? { ...each, [key]: value } : each)),
    });
  const leave = (each: TermDraft, key: TermBlank) => {
    setLeft((before) => new Set(before).add(`${each.id} ${key}`));
    const read = readOne(instalments, key, { [key]: each[key] }, { site, today: paper.today });
    if (read?.answer === undefined || read.findings.some(({ severity }) => severity === "error")) return;
    const spelled = shownAnswer(instalments, key, read.answer);
    if (spelled !== each[key]) change(each.id, key, spelled);
  };
  const wish = (key: "down" | "stages", value: string) => {
    const next = { ...draft, [key]: value };
    // What nobody has changed by hand follows; the rest waits to be asked for.
    if (draft.way === undefined || draft.touched) onChange(next);
    else onLay(draft.way, next);
  };
  const add = () => {
    const term = newTerm(draft);
    onChange({ ...draft, touched: true, terms: [...draft.terms, term] });
    setWished(term.id);
  };
  const difference = total === undefined ? yuanOf(0) : minus(total, sumRead(readings));
  const last = draft.terms.at(-1);
  const lastBecomes = last === undefined ? undefined : plus(difference, readings.at(-1)?.amount ?? yuanOf(0));

  const nameOf = (each: TermDraft, at: number): string => each.term || t("money.nth", { n: at + 1 });
  const messagesOf = (at: number, id: number, key: TermBlank) =>
    (readings[at]?.findings ?? [])
      .filter((each) => each.key === key)
      .filter(({ code }) => attempted || (left.has(`${id} ${key}`) && !gaps.has(code)))
      .map((each) => messageOf(each, i18n.language));

  return (
    <div ref={root}>
      <div className={styles.ways} role="group" aria-label={t("money.byWay")}>
        {payWays.map((way) => (
          <Button
            key={way}
            size="small"
            className={styles.way}
            appearance={draft.way === way ? "primary" : "secondary"}
            aria-pressed={draft.way === way}
            disabled={total === undefined}
            onClick={() => onLay(way, draft)}
          >
            {t(`money.way_${way}`)}
          </Button>
        ))}
        {(["down", "stages"] as const)
          .filter((each) => draft.way !== "once" && (each === "down" || draft.way === "stages"))
          .map((each) => (
            <div key={each} className={styles.number}>
              <Line id={`plan-${each}`} caption={t(`money.${each}`)} need="free" messages={[]}>
                <Input
                  id={`plan-${each}`}
                  size="small"
                  className={control.input}
                  input={{ className: control.inputInner }}
                  inputMode="numeric"
                  autoComplete="off"
                  value={draft[each]}
                  onChange={(_, data) => wish(each, data.value)}
                />
              </Line>
            </div>
          ))}
      </div>
      <ul className={styles.list}>
        {draft.terms.map((each, at) => {
          const blank = (key: TermBlank) => {
            const messages = messagesOf(at, each.id, key);
            const id = `plan-${each.id}-${key}`;
            return {
              line: { id, caption: t(`money.${key}`), messages },
              control: {
                id,
                name: id,
                caption: t(`money.${key}`),
                value: each[key],
                onChange: (value: string) => change(each.id, key, value),
                onLeave: () => leave(each, key),
                required: key !== "term",
                invalid: messages.length > 0,
                describedBy: `${id}-message`,
                paper,
              },
            };
          };
          const [term, dueOn, amount] = [blank("term"), blank("dueOn"), blank("amount")];
          const read = readings[at]?.amount;
          return (
            <li key={each.id}>
              <div className={styles.term} role="group" aria-label={nameOf(each, at)}>
                <Line {...term.line} need="free">
                  <LineBlank {...term.control} />
                </Line>
                <Line {...dueOn.line} need="first">
                  <DayBlank {...dueOn.control} past={false} />
                </Line>
                <Button
                  size="small"
                  appearance="subtle"
                  className={styles.drop}
                  icon={<Delete16Regular />}
                  aria-label={t("money.drop", { term: nameOf(each, at) })}
                  title={t("money.drop", { term: nameOf(each, at) })}
                  onClick={() =>
                    onChange({
                      ...draft,
                      touched: true,
                      terms: draft.terms.filter(({ id }) => id !== each.id),
                    })
                  }
                />
                <div className={styles.amount}>
                  <Line
                    {...amount.line}
                    need="first"
                    aside={
                      read === undefined || total === undefined || total <= 0
                        ? undefined
                        : t("money.share", { n: Math.round((read / total) * 1000) / 10 })
                    }
                  >
                    <LineBlank {...amount.control} keyboard="decimal" unit="元" />
                  </Line>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons} style={{ paddingTop: 8 }}>
        <Button size="small" icon={<Add16Regular />} onClick={add}>
          {t("money.add")}
        </Button>
        {last !== undefined && difference !== 0 && lastBecomes !== undefined && lastBecomes > 0 ? (
          <Button
            size="small"
            onClick={() => change(last.id, "amount", shownAnswer(instalments, "amount", lastBecomes))}
          >
            {t("money.toLast")}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
