/** 收编: prices of deals that do not say what they are, where price × area says it (R12): 80.92万, the list's 单价. */
import { deals } from "../../forms/deals";
import { dividedBy, readMoney, times, type Yuan, yuanOf } from "../../kit/money";
import { checkTotal } from "../../rules/money-adds-up";
import { inCaptionUnit, mostWan } from "../old-sheet/old-bands";
import { type OldEntry, oldSaying } from "../old-sheet/old-entry";
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
  const inYuan = yuanOf(totalPrice * wan);
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

/** What another column says, in yuan. */
const saidBeside = ({ own }: OldEntry): readonly Yuan[] =>
  Object.entries(own).flatMap(([key, said]) => {
    const read = readMoney(inCaptionUnit(key, said));
    return read.ok ? [read.value] : [];
  });

/**
 * Of a deal at 成交价 beside the 单价 and 总价 of the list: the price of its metre, the list's beside. Nothing else
 * tells that 单价 is not what was agreed.
 */
export const withAgreedMetre = (entry: OldEntry): OldEntry => {
  const { unitPrice, floorArea, totalPrice } = entry.answers;
  if (typeof unitPrice !== "number" || typeof floorArea !== "number" || typeof totalPrice !== "number")
    return entry;
  const [price, total] = [yuanOf(unitPrice), yuanOf(totalPrice)];
  if (total > times(price, floorArea) || checkTotal(price, floorArea, total).right) return entry;
  const isOfList = saidBeside(entry).some(
    (each) =>
      checkTotal(price, floorArea, each).right ||
      (each < mostWan && checkTotal(price, floorArea, times(each, wan)).difference <= leftOut(each)),
  );
  const metre = isOfList ? dividedBy(total, floorArea) : undefined;
  if (metre === undefined) return entry;
  const { caption } = deals.fields.unitPrice;
  return {
    ...entry,
    answers: { ...entry.answers, unitPrice: metre },
    kept: [...entry.kept, oldSaying(caption, unitPrice)],
    findings: [
      ...entry.findings,
      finding("unitPriceOfList", { key: "unitPrice", caption, value: unitPrice, facts: { total, metre } }),
    ],
  };
};
