/** R13 over 销控表: one row a unit, its status and client as its deal has them, and units others name. */
import { choiceSeparator } from "../../form/field";
import type { registers } from "../../forms/index";
import type { UnitState } from "../../forms/units";
import type { Yuan } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { isDeposit, paidOf } from "../../rules/money-adds-up";
import { at, type Ground, placed, rowsOf } from "./check-ground";
import { checkHeld } from "./check-held";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import { type ReceiptRow, unitKey, type UnitRow } from "../sales/sale-rows";
import { isAstray } from "../sales/exchange-follows";
import { smallPriceFindings } from "../sales/small-prices";
import { type Application, isLive, type SalesLedger, salesLedger } from "../sales/sales-ledger";
import { setCell, stateOfDeal, unitChanges } from "../sales/unit-standing";

const rowsTwice = ({ units }: SalesLedger): readonly Problem[] => {
  const first = new Map<string, UnitRow>();
  return units.flatMap((unit) => {
    const other = first.get(unit.key);
    if (other === undefined) first.set(unit.key, unit);
    return other === undefined ? [] : [at(unit, "unitNoTwice", "unitNo", { facts: { other: other.row } })];
  });
};

const prices = (ground: Ground): readonly Problem[] => {
  const register = ground.book.registers.units;
  return register === undefined
    ? []
    : rowsOf(ground, "units").flatMap(({ row, index }) =>
        smallPriceFindings("units", row).map((each) => placed({ register, index }, each)),
      );
};

const ofSomebody: ReadonlySet<UnitState> = new Set(["认购", "签约", "已售"]);

/** The last application that gave each unit back. */
const givenBack = ({ applications }: SalesLedger): ReadonlyMap<string, Application> =>
  new Map(
    applications
      .filter(({ kind, carriedOut }) => carriedOut && (kind === "退房申请" || kind === "调房申请"))
      .map((each) => [each.key, each] as const),
  );

interface Deposit {
  readonly client: ClientNumber;
  /** Less what went back. */
  readonly paid: Yuan;
  readonly last: ReceiptRow;
}

/** By unit: what clients without a deal have paid for it and not had back, the first first. */
const depositsOf = ({ loose }: SalesLedger): ReadonlyMap<string, readonly Deposit[]> => {
  const byUnit = new Map<string, Map<ClientNumber, ReceiptRow[]>>();
  for (const row of loose) {
    if (row.clientId === undefined || row.key === "") continue;
    const theirs = byUnit.get(row.key) ?? new Map<ClientNumber, ReceiptRow[]>();
    byUnit.set(row.key, theirs);
    theirs.set(row.clientId, [...(theirs.get(row.clientId) ?? []), row]);
  }
  return new Map(
    [...byUnit].map(([key, clients]) => [
      key,
      [...clients].flatMap(([client, rows]): readonly Deposit[] => {
        const last = rows.filter(({ item }) => isDeposit(item)).at(-1);
        const paid = paidOf(rows);
        return last === undefined || paid <= 0 ? [] : [{ client, paid, last }];
      }),
    ]),
  );
};

/** R13: a unit is held for one client; where one has bought it, the others' deposits are told as another's. */
const depositsTwice = (ledger: SalesLedger): readonly Problem[] =>
  [...depositsOf(ledger)].flatMap(([key, [first, ...others]]) =>
    first === undefined || (ledger.liveOn.get(key) ?? []).length > 0
      ? []
      : others.map(({ client, last }) =>
          at(last, "depositTwice", "unitNo", {
            facts: { unit: last.unitNo, client, holder: first.client, other: first.last.row },
          }),
        ),
  );

const statuses = ({ today }: Ground, ledger: SalesLedger): readonly Problem[] => {
  const returned = givenBack(ledger);
  const deposits = depositsOf(ledger);
  const stays = new Set(
    ledger.deals.flatMap((each) => (isLive(each) && isAstray(ledger, each) ? [each.key] : [])),
  );
  return [...ledger.unitOf.values()].flatMap((unit): readonly Problem[] => {
    const { status, clientId, unitNo } = unit;
    const said = unit.ownState ?? status ?? "（空）";
    const live = ledger.liveOn.get(unit.key) ?? [];
    const [deal] = live;
    // Which of two sales is right, people have to say.
    if (live.length > 1 || (deal !== undefined && isAstray(ledger, deal))) return [];
    // A deal whose exchange went astray is neither here nor there.
    if (deal === undefined && stays.has(unit.key)) return [];
    if (deal !== undefined) {
      const becomes = stateOfDeal(deal, status);
      const { name } = deal;
      const fix = unitChanges(unit, { state: becomes, client: deal.clientId }, today);
      if (status !== becomes)
        return [
          at(unit, "unitStatusDiffers", "status", {
            facts: { unit: unitNo, state: said, becomes, deal: deal.row, name },
            fix,
          }),
        ];
      return clientId === deal.clientId
        ? []
        : [
            at(unit, "unitClientDiffers", "clientId", {
              facts: { unit: unitNo, deal: deal.row, name, becomes: deal.clientId },
              fix,
            }),
          ];
    }
    const facts = { unit: unitNo, state: said };
    if (status !== undefined && ofSomebody.has(status)) {
      const by = returned.get(unit.key);
      // Somebody else's by now: their deal has not been reported yet.
      if (by !== undefined && (clientId === undefined || clientId === by.clientId))
        return [
          at(unit, "unitNotReturned", "status", {
            facts: { ...facts, no: by.no },
            fix: unitChanges(unit, { state: "可售", client: undefined }, today),
          }),
        ];
      return [
        clientId === undefined
          ? at(unit, "unitWithoutClient", "clientId", { facts })
          : at(unit, "unitWithoutDeal", "status", { facts }),
      ];
    }
    const [deposit] = deposits.get(unit.key) ?? [];
    if (status === "可售" && clientId === undefined && deposit !== undefined)
      return [
        at(unit, "depositOnSale", "status", {
          facts: { ...facts, client: deposit.client, paid: deposit.paid, other: deposit.last.row },
        }),
      ];
    return status === "可售" && clientId !== undefined
      ? [at(unit, "unitHasClient", "clientId", { facts, fix: setCell("units", unit, "clientId", null) })]
      : [];
  });
};

const naming: readonly (readonly [keyof typeof registers, string])[] = [
  ["deals", "unitNo"],
  ["receipts", "unitNo"],
  ["instalments", "unitNo"],
  ["mortgagePapers", "unitNo"],
  ["applications", "unitNo"],
  ["applications", "newUnitNo"],
];

/** Units of interest, several in a cell. */
const recommending: readonly (readonly [keyof typeof registers, string])[] = [
  ["visitors", "recommendedUnits"],
  ["visitors", "preferredUnits"],
  ["invitations", "units"],
];

/** Only where the site keeps its board. */
const unknownUnits = ({ book }: Ground, { unitOf }: SalesLedger): readonly Problem[] => {
  if (unitOf.size === 0) return [];
  const problems: Problem[] = [];
  for (const [form, key] of naming) {
    const register = book.registers[form];
    for (let index = 0; register && index < register.count; index++) {
      const unit = textAt(register, key, index);
      if (unit !== "" && !unitOf.has(unitKey(unit)))
        problems.push(at({ register, index }, "unitUnknown", key));
    }
  }
  for (const [form, key] of recommending) {
    const register = book.registers[form];
    for (let index = 0; register && index < register.count; index++) {
      const said = textAt(register, key, index);
      if (said === "") continue;
      const unknown = said
        .split(/[、,，;；\s]+/u)
        .filter((unit) => unit !== "" && !unitOf.has(unitKey(unit)));
      if (unknown.length > 0)
        problems.push(
          at({ register, index }, "unitsNotOnBoard", key, {
            facts: { units: unknown.join(choiceSeparator) },
          }),
        );
    }
  }
  return problems;
};

export const checkUnits = (ground: Ground): readonly Problem[] => {
  const ledger = salesLedger(ground.book, ground.today);
  return [
    ...rowsTwice(ledger),
    ...prices(ground),
    ...statuses(ground, ledger),
    ...checkHeld(ground, ledger),
    ...depositsTwice(ledger),
    ...unknownUnits(ground, ledger),
  ];
};
