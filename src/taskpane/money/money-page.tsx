/** 回款 (form 16): a deal's payment plan, what was paid of it, its mortgage papers (R12, R13). */
import { useMemo } from "react";
import {
  salesLedger,
  liveDeal,
  isLive,
  type Deal,
  type SalesLedger,
} from "../../domain/register/sales/sales-ledger";
import { salesWants } from "../../domain/register/sales/sales-ledger";
import { wantedTogether } from "../../domain/register/wanted";
import { parseClientNumber } from "../../domain/rules/client-number";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { useRoute } from "../shell/route";
import { Unread } from "../shell/unread";
import { DealList } from "./deal-list";
import { OneDeal } from "./one-deal";

const doing = "读取回款";
const wants = wantedTogether(salesWants, { deals: ["payment"] });

/** The deal a link means: a client's on a unit, or the only one they have. */
const meant = (ledger: SalesLedger, client: string, unit: string): Deal | undefined => {
  const number = parseClientNumber(client)?.client;
  if (number === undefined) return unit === "" ? undefined : liveDeal(ledger, unit);
  if (unit !== "") return liveDeal(ledger, unit, number);
  const theirs = (ledger.dealsOf.get(number) ?? []).filter(isLive);
  return theirs.length === 1 ? theirs[0] : undefined;
};

/** `#/money`, `#/money?client=LY-ZS001`, `#/money?client=LY-ZS001&unit=3-1-1202`. */
export const MoneyPage = () => {
  const { asked } = useRoute();
  const today = useServices().today();
  const { book, refusal, again } = useReading(wants, doing);
  const ledger = useMemo(() => (book === undefined ? undefined : salesLedger(book, today)), [book, today]);
  if (book === undefined || ledger === undefined) return <Unread refusal={refusal} again={again} />;
  const [client, unit] = [asked["client"] ?? "", asked["unit"] ?? ""];
  const deal = meant(ledger, client, unit);
  if (deal !== undefined)
    return (
      <OneDeal
        key={`${deal.clientId} ${deal.row}`}
        deal={deal}
        ledger={ledger}
        book={book}
        refusal={refusal}
        again={again}
      />
    );
  const several = parseClientNumber(client)?.client;
  const theirs = several === undefined ? [] : (ledger.dealsOf.get(several) ?? []).filter(isLive);
  const isMissing = (client !== "" || unit !== "") && theirs.length === 0;
  return (
    <DealList
      key={`${client} ${unit}`}
      ledger={ledger}
      today={today}
      missing={isMissing ? [client, unit].filter((each) => each !== "").join(" ") : ""}
      client={theirs.length > 0 ? (several ?? "") : ""}
    />
  );
};
