/** 收编: a total in 万元 that does not say so: 80.92, where price × area says it (R12). */
import { deals } from "../../forms/deals";
import { times, type Yuan, yuanOf } from "../../kit/money";
import { checkTotal } from "../../rules/money-adds-up";
import { mostWan } from "../old-sheet/old-bands";
import { type OldEntry, oldSaying } from "../old-sheet/old-row";
import { finding } from "../problem";

const wan = 10_000;

/** What the last digit written may have left out: half of 0.01万 of 80.92. */
const leftOut = (written: number): Yuan => {
  const decimals = String(written).split(".")[1]?.length ?? 0;
  return yuanOf((wan / 10 ** decimals) * 0.5 + 1);
};

/** Of a deal whose 总价 is right only as 万元: in yuan, the written number beside. */
export const withTotalInYuan = (entry: OldEntry): OldEntry => {
  const { unitPrice, floorArea, totalPrice } = entry.answers;
  if (typeof unitPrice !== "number" || typeof floorArea !== "number" || typeof totalPrice !== "number")
    return entry;
  const [price, total] = [yuanOf(unitPrice), yuanOf(totalPrice)];
  if (total >= mostWan || checkTotal(price, floorArea, total).right) return entry;
  const inYuan = times(total, wan);
  const { difference } = checkTotal(price, floorArea, inYuan);
  if (difference > leftOut(totalPrice)) return entry;
  const { caption } = deals.fields.totalPrice;
  return {
    ...entry,
    answers: { ...entry.answers, totalPrice: inYuan },
    kept: [...entry.kept, oldSaying(caption, totalPrice)],
    findings: [...entry.findings, finding("totalInWan", { key: "totalPrice", caption, value: totalPrice })],
  };
};
