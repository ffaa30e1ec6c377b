/** One deal's money: what no longer adds up, plan, mortgage papers, receipts. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { askForPapers, handInPaper, planWants } from "../../domain/register/sales/mortgage-papers";
import { overpaidOf } from "../../domain/register/sales/overpaid";
import {
  paperStandings,
  paymentOf,
  planFindings,
  strayInstalments,
} from "../../domain/register/sales/plan-standing";
import type { Problem } from "../../domain/register/problem";
import { nextReceiptNo } from "../../domain/register/sales/receipt-number";
import { refusePayment } from "../../domain/register/sales/refuse-payment";
import type { Deal, Instalment, SalesLedger } from "../../domain/register/sales/sales-ledger";
import { plannedRow } from "../../domain/register/sales/set-plan";
import type { SiteBook } from "../../domain/register/site";
import { receiptWants, takeReceipt } from "../../domain/register/sales/take-receipt";
import { refundItem } from "../../domain/rules/money-adds-up";
import { itemOfTerm } from "../../domain/rules/payment-plan";
import { amounts } from "../board/state-look";
import { ReceiptEntry } from "../board/unit-entry";
import { useJump } from "../client/use-jump";
import { messageOf } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { type Entry, useServices } from "../services";
import { PageFrame } from "../shell/page";
import type { Reading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { useRefuse } from "../today/refuse-buttons";
import { DealCard } from "./deal-card";
import { EditPlan } from "./edit-plan";
import { NoPlan } from "./no-plan";
import { OverpaidCard } from "./overpaid-card";
import { PaperList } from "./paper-list";
import { draftOfPlan, type PlanDraft, usePlanDraft } from "./plan-draft";
import { PlanList } from "./plan-list";
import { ReceiptList } from "./receipt-list";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-8px", color: tokens.colorNeutralForeground2 },
  entry: { padding: "4px 12px 12px", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface OneDealProps extends Pick<Reading, "refusal" | "again"> {
  readonly deal: Deal;
  readonly ledger: SalesLedger;
  readonly book: SiteBook;
}

/** The plan being changed where there is a draft of it, else the deal. */
export const OneDeal = (props: OneDealProps) => {
  const { deal, book } = props;
  const { draft, put } = usePlanDraft(`money ${deal.clientId} ${deal.unitNow}`);
  return draft === undefined ? (
    <DealMoney {...props} onPlan={put} />
  ) : (
    <EditPlan deal={deal} book={book} draft={draft} onChange={put} />
  );
};

/** A receipt being written: against an instalment, on account, or of what is overpaid and goes back. */
type Receiving = Instalment | "onAccount" | "overpaid";
const rowOf = (receiving: Receiving): number =>
  receiving === "onAccount" ? 0 : receiving === "overpaid" ? -1 : receiving.row;

const DealMoney = (props: OneDealProps & { readonly onPlan: (draft: PlanDraft) => void }) => {
  const { deal, ledger, book, refusal, again, onPlan } = props;
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const jump = useJump();
  const saver = useSave();
  const refusing = useRefuse();
  const [me] = useMe();
  const today = services.today();
  const paper = usePaper(site, book, today);
  const [receiving, setReceiving] = useState<Receiving | undefined>();
  const { clientId, unitNow: unitNo } = deal;
  const payment = paymentOf(deal);
  const findings = useMemo(() => planFindings(ledger, deal, payment), [ledger, deal, payment]);
  const overpaid = useMemo(() => overpaidOf(ledger, deal), [ledger, deal]);
  const papers = useMemo(
    () => paperStandings(deal, site.lists.mortgagePaper, today),
    [deal, site.lists.mortgagePaper, today],
  );

  const at = () => ({ today, now: services.now() });
  const nameOf = (each: Instalment): string =>
    each.term || t("money.nth", { n: deal.instalments.findIndex(({ row }) => row === each.row) + 1 });

  /** What stood in the way, none when it was written; nothing when the workbook refused, which is said elsewhere. */
  const save = async (entry: Entry, title: string): Promise<readonly Problem[] | undefined> => {
    const entered = await saver.save(entry);
    if (entered === undefined) return undefined;
    if (!entered.ok) return entered.problems;
    const [hint] = entered.decision.hints;
    toast({ title, body: hint && messageOf(hint, i18n.language).says, undo: true });
    return [];
  };
  /** One click: what stands in the way is said in passing. @returns whether it was written. */
  const act = async (doing: string, decide: Entry["decide"], title: string): Promise<boolean> => {
    const problems = await save({ doing, wants: planWants, decide }, title);
    const [first] = problems ?? [];
    if (first !== undefined) {
      const { says, remedy } = messageOf(first, i18n.language);
      toast({ title: says, body: remedy, intent: "error" });
    }
    return problems?.length === 0;
  };
  const receive = async (
    values: Readonly<Record<string, string>>,
  ): Promise<readonly Problem[] | undefined> => {
    const problems = await save(
      {
        doing: t("board.doingReceive"),
        wants: receiptWants,
        decide: (fresh) => takeReceipt(fresh, values, at()),
      },
      t(values["item"] === refundItem ? "money.refundedSaid" : "board.received", {
        n: values["amount"] ?? "",
        no: values["no"] ?? "",
      }),
    );
    if (problems?.length === 0) setReceiving(undefined);
    return problems;
  };
  const asked = (each: Receiving): { readonly item: string; readonly amount: string } => {
    if (each === "overpaid") return { item: refundItem, amount: amounts.format(overpaid?.over ?? 0) };
    if (each === "onAccount") return { item: deal.signedOn === undefined ? "大定金" : "房款", amount: "" };
    return { item: itemOfTerm(each.term), amount: amounts.format(each.outstanding) };
  };
  const entryOf = (each: Receiving): ReactNode =>
    receiving === undefined || rowOf(receiving) !== rowOf(each) ? null : (
      <div className={styles.entry}>
        <ReceiptEntry
          paper={paper}
          busy={saver.busy}
          unitNo={unitNo}
          clientId={clientId}
          no={nextReceiptNo(ledger)}
          {...asked(each)}
          me={me}
          draft={`money-receipt ${clientId} ${unitNo} ${rowOf(each)}`}
          onCancel={() => setReceiving(undefined)}
          onSave={receive}
        />
      </div>
    );
  const own = deal.instalments.map(plannedRow);
  const take = () => onPlan(draftOfPlan([...own, ...strayInstalments(ledger, deal).map(plannedRow)]));
  const change = () => onPlan(draftOfPlan(own));
  const isPlanned = own.length > 0;
  return (
    <PageFrame
      label={t("pages.money")}
      onCancel={() => go("money")}
      notice={
        refusal ? (
          <RefusalBar refusal={refusal} retry={again} />
        ) : saver.refusal ? (
          <RefusalBar refusal={saver.refusal} retry={saver.forget} />
        ) : refusing.saver.refusal ? (
          <RefusalBar refusal={refusing.saver.refusal} retry={refusing.saver.forget} />
        ) : undefined
      }
    >
      <Button
        size="small"
        appearance="subtle"
        className={styles.back}
        icon={<ArrowLeft16Regular />}
        onClick={() => go("money")}
      >
        {t("money.back")}
      </Button>
      <DealCard deal={deal} payment={payment} />
      {overpaid === undefined ? null : (
        <OverpaidCard
          overpaid={overpaid}
          entry={entryOf("overpaid")}
          onRefund={() => setReceiving("overpaid")}
        />
      )}
      {findings.map((each) => {
        const { says, remedy } = messageOf(each, i18n.language);
        const isTaken = each.code === "planElsewhere";
        return (
          <MessageBar
            key={each.code}
            intent={each.code === "planLoanMissing" || each.code === "planLoanUnasked" ? "info" : "warning"}
            layout="multiline"
          >
            <MessageBarBody>{t("blank.says", { says, remedy })}</MessageBarBody>
            {each.code === "receiptsOverPrice" ? null : (
              <MessageBarActions>
                <Button size="small" onClick={isTaken ? take : change}>
                  {t(isTaken ? "money.take" : "money.edit")}
                </Button>
              </MessageBarActions>
            )}
          </MessageBar>
        );
      })}
      {isPlanned ? (
        <PlanList
          deal={deal}
          today={today}
          busy={saver.busy}
          nameOf={nameOf}
          entryOf={entryOf}
          onReceive={setReceiving}
          onEdit={change}
          onJump={({ register, row }) => jump({ form: "instalments", sheet: register.sheet, row }, "term")}
          onRefuse={(each, refused) =>
            void act(
              t("money.doingRefuse"),
              (fresh) => refusePayment(fresh, { shown: each, refused }, at()),
              t(refused ? "money.refusedSaid" : "money.unrefusedSaid", { term: nameOf(each) }),
            )
          }
        />
      ) : (
        <NoPlan deal={deal} payment={payment} today={today} onPlan={onPlan} />
      )}
      <PaperList
        papers={papers}
        payment={payment}
        paper={paper}
        busy={saver.busy}
        onHandIn={(name, on) =>
          void act(
            t("money.doingPaper"),
            (fresh) => handInPaper(fresh, { clientId, unitNo, paper: name, on }, at()),
            t("money.handedIn", { paper: name, day: on }),
          )
        }
        onAsk={(names, by) =>
          act(
            t("money.doingAsk"),
            (fresh) => askForPapers(fresh, { clientId, unitNo, papers: names, by }, at()),
            t("money.askedSaid", { n: names.length, day: by }),
          )
        }
      />
      <ReceiptList
        deal={deal}
        folded={isPlanned}
        busy={saver.busy}
        entry={entryOf("onAccount")}
        onReceive={() => setReceiving("onAccount")}
        refusing={refusing}
      />
    </PageFrame>
  );
};
