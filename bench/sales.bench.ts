/** 1,000 and 10,000 units sold: what the ledger, the checks of R12 and R13 and the board cost. */
import { registers } from "../src/domain/forms/index";
import { checkApplications } from "../src/domain/register/check/check-applications";
import { checkDeals } from "../src/domain/register/check/check-deals";
import { groundOf } from "../src/domain/register/check/check-ground";
import { checkReceipts } from "../src/domain/register/check/check-receipts";
import { checkUnits } from "../src/domain/register/check/check-units";
import type { RawCell, Register } from "../src/domain/register/register";
import { salesLedger } from "../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../src/domain/register/site";
import { unitBoard } from "../src/domain/register/sales/unit-board";
import { growingSite } from "./growing-site";
import { today } from "./large-site";
import { measure, print } from "./measure";

type Cells = Readonly<Record<string, RawCell>>;

const registerOf = (form: keyof typeof registers, rows: readonly Cells[]): Register => ({
  form: registers[form],
  sheet: registers[form].sheet,
  firstRow: 5,
  count: rows.length,
  columns: new Map(
    Object.keys(registers[form].fields).map((key) => [key, rows.map((row) => row[key] ?? null)]),
  ),
  missing: [],
  strangers: [],
});

const client = (n: number): string => `LY-ZS${String(n + 1).padStart(3, "0")}`;
const unit = (n: number): string =>
  `${1 + Math.floor(n / 200)}-1-${String(1 + (Math.floor(n / 4) % 50)).padStart(2, "0")}0${1 + (n % 4)}`;

/** Everybody has a deal and three receipts; every tenth was refunded, every eleventh exchanged. */
const soldSite = (base: SiteBook, count: number): SiteBook => {
  const each = Array.from({ length: count }, (_, n) => n);
  const opinions = { salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" };
  return {
    ...base,
    registers: {
      ...base.registers,
      units: registerOf(
        "units",
        each.map((n) => ({
          unitNo: unit(n),
          floorArea: 100,
          unitPrice: 3000,
          status: "认购",
          clientId: client(n),
        })),
      ),
      deals: registerOf(
        "deals",
        each.map((n) => ({
          dealId: `C${client(n)}`,
          name: "某",
          unitNo: unit(n),
          subscribedOn: 45_300,
          floorArea: 100,
          unitPrice: 3000,
          totalPrice: 300_000,
        })),
      ),
      receipts: registerOf(
        "receipts",
        each.flatMap((n) =>
          [0, 1, 2].map((at) => ({
            no: `${n}-${at}`,
            date: 45_300 + at,
            clientId: client(n),
            unitNo: unit(n),
            item: "房款",
            amount: 10_000.01,
          })),
        ),
      ),
      instalments: registerOf(
        "instalments",
        each.flatMap((n) =>
          [0, 1, 2].map((at) => ({
            clientId: client(n),
            unitNo: unit(n),
            term: "期",
            dueOn: 45_310 + at,
            amount: 100_000,
          })),
        ),
      ),
      applications: registerOf(
        "applications",
        each
          .filter((n) => n % 10 === 0 || n % 11 === 0)
          .map((n) => ({
            no: `SQ-20240401-${n}`,
            kind: n % 10 === 0 ? "退房申请" : "调房申请",
            clientId: client(n),
            unitNo: unit(n),
            newUnitNo: n % 10 === 0 ? null : `X-${n}`,
            appliedOn: 45_320,
            closedOn: 45_330,
            ...opinions,
          })),
      ),
    },
  };
};

export const run = async (): Promise<void> => {
  const base = (await growingSite())(1);
  for (const count of [1_000, 10_000]) {
    console.log(`${count} units`);
    const site = soldSite(base, count);
    const fresh = (): SiteBook => ({ ...site });
    const about = { site: site.site, today };
    print([
      await measure("the ledger", () => salesLedger(fresh(), today)),
      await measure("the checks of R12 and R13", () => {
        const ground = groundOf(fresh(), about, new Map());
        return [checkDeals(ground), checkUnits(ground), checkReceipts(ground), checkApplications(ground)];
      }),
      await measure("the board", () => unitBoard(salesLedger(site, today))),
    ]);
  }
};
