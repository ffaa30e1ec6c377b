/** The plan being changed: its sum against the price stays in sight, and what does not add up is not saved (R12, R13). */
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { minus, yuanOf } from "../../domain/kit/money";
import { planWants } from "../../domain/register/sales/mortgage-papers";
import type { Problem } from "../../domain/register/problem";
import type { Deal } from "../../domain/register/sales/sales-ledger";
import { setPlan } from "../../domain/register/sales/set-plan";
import type { SiteBook } from "../../domain/register/site";
import type { PayWay } from "../../domain/rules/payment-plan";
import { amounts } from "../board/state-look";
import { messageOf } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { laidOut, type PlanDraft, readTerms, sumRead } from "./plan-draft";
import { PlanEditor } from "./plan-editor";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  sum: {
    flex: 1,
    minWidth: 0,
    display: "grid",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
    fontVariantNumeric: "tabular-nums",
  },
  off: { color: tokens.colorPaletteRedForeground1 },
});

interface EditPlanProps {
  readonly deal: Deal;
  readonly book: SiteBook;
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft | undefined) => void;
}

export const EditPlan = ({ deal, book, draft, onChange }: EditPlanProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, book, today);
  const [attempted, setAttempted] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const readings = useMemo(() => readTerms(draft.terms, { site, today }), [draft, site, today]);
  const { clientId, unitNow: unitNo, totalPrice: total } = deal;

  const lay = (way: PayWay, from: PlanDraft) => {
    const next = laidOut(from, way, { deal, site, today });
    if (next === undefined) return;
    // What was typed by hand is given back on a word.
    if (from.touched && from.terms.length > 0)
      toast({
        title: t("money.relaid", { way: t(`money.way_${way}`) }),
        intent: "info",
        act: { label: t("shell.restore"), run: () => onChange(from) },
      });
    setProblems([]);
    onChange(next);
  };
  const drop = () => {
    onChange(undefined);
    toast({
      title: t("money.dropped"),
      intent: "info",
      act: { label: t("shell.restore"), run: () => onChange(draft) },
    });
  };
  const save = async () => {
    if (saver.busy) return;
    setAttempted(true);
    const wrong = readings.findIndex(({ term }) => term === undefined);
    if (wrong >= 0) {
      setProblems([]);
      const key = readings[wrong]?.findings.find(({ severity }) => severity === "error")?.key ?? "amount";
      document.getElementById(`plan-${draft.terms[wrong]?.id ?? 0}-${key}`)?.focus();
      return;
    }
    const terms = readings.flatMap(({ term }) => term ?? []);
    const wish = { clientId, unitNo, terms, before: draft.before };
    const at = () => ({ today, now: services.now() });
    // What does not add up is said without asking the workbook.
    const here = setPlan(book, wish, at());
    if (!here.ok && here.problems.every(({ code }) => code !== "planOutrun")) {
      setProblems(here.problems);
      return;
    }
    const entered = await saver.save({
      doing: t("money.doingPlan"),
      wants: planWants,
      decide: (fresh) => setPlan(fresh, wish, at()),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      setProblems(entered.problems);
      return;
    }
    onChange(undefined);
    toast({
      title: t("money.planSaved", { n: terms.length, sum: amounts.format(sumRead(readings)) }),
      undo: true,
    });
  };

  const sum = sumRead(readings);
  const difference = total === undefined ? yuanOf(0) : minus(total, sum);
  const isWhole = readings.every(({ amount }) => amount !== undefined);
  const saying =
    difference > 0
      ? t("money.short", { n: amounts.format(difference) })
      : difference < 0
        ? t("money.tooMuch", { n: amounts.format(Math.abs(difference)) })
        : t(isWhole ? "money.agrees" : "money.unread");
  return (
    <PageFrame
      label={t("money.editor")}
      onSubmit={() => void save()}
      onCancel={drop}
      notice={
        problems.length > 0 || saver.refusal ? (
          <>
            {saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void save()} /> : null}
            {problems.map((each) => {
              const { says, remedy } = messageOf(each, i18n.language);
              return (
                <MessageBar key={each.code} intent="error" layout="multiline" politeness="assertive">
                  <MessageBarBody>{t("blank.says", { says, remedy })}</MessageBarBody>
                </MessageBar>
              );
            })}
          </>
        ) : undefined
      }
      bar={
        <>
          <span className={styles.sum} role="status">
            <span>{t("money.sum", { n: amounts.format(sum) })}</span>
            {total === undefined ? null : (
              <span className={difference === 0 && isWhole ? undefined : styles.off}>{saying}</span>
            )}
          </span>
          <Button onClick={drop} style={{ minWidth: 64 }}>
            {t("money.cancel")}
          </Button>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={saver.busy}
            icon={saver.busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
            style={{ minWidth: 80 }}
          >
            {saver.busy ? t("shell.saving") : t("shell.save")}
          </Button>
        </>
      }
    >
      <h2 className={styles.title}>
        {t("money.editor")} · {deal.name || clientId} {unitNo}
      </h2>
      <PlanEditor
        draft={draft}
        readings={readings}
        total={total}
        paper={paper}
        attempted={attempted}
        onChange={(next) => {
          setProblems([]);
          onChange(next);
        }}
        onLay={lay}
      />
    </PageFrame>
  );
};
