/** The chosen unit's card with its entries, and what becomes of them. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Problem } from "../../domain/register/problem";
import { holdUnit, holdWants, releaseUnit } from "../../domain/register/sales/hold-unit";
import { nextReceiptNo } from "../../domain/register/sales/receipt-number";
import type { SalesLedger } from "../../domain/register/sales/sales-ledger";
import { signDeal, signWants } from "../../domain/register/sales/sign-deal";
import { receiptWants, takeReceipt } from "../../domain/register/sales/take-receipt";
import type { BoardUnit } from "../../domain/register/sales/unit-board";
import { type ClientNumber, parseClientNumber } from "../../domain/rules/client-number";
import type { PaperContext } from "../blank/blank";
import { messageOf } from "../entry/use-entry";
import type { Saver } from "../entry/use-save";
import { type Entry, useServices } from "../services";
import { go } from "../shell/route";
import { useMe } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { amounts } from "./state-look";
import { type CardAct, UnitCard } from "./unit-card";
import { HoldEntry, ReceiptEntry, SignEntry } from "./unit-entry";

interface ChosenUnitProps {
  readonly of: BoardUnit;
  readonly ledger: SalesLedger;
  readonly paper: PaperContext;
  readonly saver: Saver;
  readonly onClose: () => void;
}

/** What is usually paid next. */
const itemFor = ({ state, deal }: BoardUnit): string => {
  if (state === "可售" || state === "保留") return "小定金";
  return deal?.signedOn === undefined ? "大定金" : "房款";
};

export const ChosenUnit = ({ of, ledger, paper, saver, onClose }: ChosenUnitProps) => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const toast = useToasts();
  const [me] = useMe();
  const [entering, setEntering] = useState<CardAct | undefined>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** For whom a colleague has held it since the board was read, once that has been said here. */
  const [told, setTold] = useState<{ readonly holder: ClientNumber | undefined } | undefined>();
  const { unit, deal } = of;
  const { unitNo } = unit;
  const clientId = deal?.clientId ?? unit.clientId ?? "";
  const known = paper.clients.find(({ id }) => id === clientId);
  const name = deal?.name || (known?.name ?? "");
  const holder = [name, clientId].filter((each) => each !== "").join(" ");
  const at = () => ({ today: paper.today, now: services.now() });

  /** What stood in the way, none when it was written; nothing when the workbook refused, which is said elsewhere. */
  const save = async (
    entry: Pick<Entry, "doing" | "wants" | "decide">,
    title: string,
  ): Promise<readonly Problem[] | undefined> => {
    const entered = await saver.save(entry);
    if (entered === undefined) return undefined;
    if (!entered.ok) {
      setProblems(entered.problems);
      return entered.problems;
    }
    setProblems([]);
    setEntering(undefined);
    const [hint] = entered.decision.hints;
    toast({ title, body: hint && messageOf(hint, i18n.language).says, undo: true });
    return [];
  };
  const begin = (act: CardAct | undefined) => {
    setProblems([]);
    setEntering(act);
  };
  const release = async () => {
    const holding = told ? told.holder : unit.clientId;
    const stopped = await save(
      {
        doing: t("board.doingRelease"),
        wants: holdWants,
        decide: (book) => releaseUnit(book, { unitNo, holder: holding }, at()),
      },
      t("board.released", { unit: unitNo }),
    );
    const outrun = stopped?.find(({ code }) => code === "heldByAnother");
    setTold(outrun && { holder: parseClientNumber(String(outrun.facts?.["holder"]))?.client });
  };
  const hold = (client: ClientNumber) =>
    save(
      {
        doing: t("board.doingHold"),
        wants: holdWants,
        decide: (book) => holdUnit(book, { unitNo, clientId: client }, at()),
      },
      t("board.held", {
        unit: unitNo,
        client: paper.clients.find(({ id }) => id === client)?.name ?? client,
      }),
    );
  const sign = (on: CalendarDay) =>
    save(
      {
        doing: t("board.doingSign"),
        wants: signWants,
        decide: (book) => signDeal(book, { clientId: clientId as ClientNumber, unitNo, on }, at()),
      },
      t("board.signedNow", { unit: unitNo }),
    );
  const receive = (values: Readonly<Record<string, string>>) =>
    save(
      {
        doing: t("board.doingReceive"),
        wants: receiptWants,
        decide: (book) => takeReceipt(book, values, at()),
      },
      t("board.received", {
        n: values["amount"] ?? amounts.format(0),
        no: values["no"] ?? "",
      }),
    );
  const act = (asked: CardAct) => {
    if (asked === "deal") go("deal", { unit: unitNo, ...(clientId === "" ? {} : { client: clientId }) });
    else if (asked === "release") void release();
    else begin(asked);
  };
  const common = { paper, busy: saver.busy, onCancel: () => begin(undefined) };
  return (
    <UnitCard
      of={of}
      holder={holder}
      busy={saver.busy}
      entering={entering}
      onAct={act}
      onApply={(kind) => go("apply", { kind, client: clientId, unit: unitNo })}
      onMoney={
        deal === undefined ? undefined : () => go("money", { client: deal.clientId, unit: deal.unitNow })
      }
      onJump={() =>
        void services.jump({ sheet: unit.register.sheet, form: "units", key: "unitNo", row: unit.row })
      }
      onClose={onClose}
    >
      {entering === undefined && problems.length > 0
        ? problems.map((each) => {
            const { says, remedy } = messageOf(each, i18n.language);
            return (
              <span key={each.code} role="alert">
                {says} {remedy}
              </span>
            );
          })
        : null}
      {entering === "hold" ? (
        <HoldEntry {...common} problems={problems} onSave={(client) => void hold(client)} />
      ) : null}
      {entering === "sign" ? (
        <SignEntry {...common} problems={problems} onSave={(on) => void sign(on)} />
      ) : null}
      {entering === "receive" ? (
        <ReceiptEntry
          {...common}
          unitNo={unitNo}
          clientId={clientId}
          no={nextReceiptNo(ledger)}
          item={itemFor(of)}
          me={me}
          onSave={receive}
        />
      ) : null}
    </UnitCard>
  );
};
