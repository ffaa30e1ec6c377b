/** Rows of 销控表, 成交报告, 定金回款 and 申请单 as R12 and R13 see them, before anything is put together. */
import { type ApplicationKind, applicationKinds, type Signer } from "../../forms/applications";
import { type UnitState, unitStates } from "../../forms/units";
import type { CalendarDay } from "../../kit/calendar-day";
import { readMoney, type Yuan } from "../../kit/money";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { isNothing } from "../../rules/nothing-to-say";
import type { Opinions } from "../../rules/approval";
import { dayAt } from "../day-at";
import { clientAt, textAt } from "../raw-cell";
import { readNumber } from "../read-number";
import { cellAt, type Register, rowNumber } from "../register";
import type { SiteBook } from "../site";

/** A row where it stands. */
export interface RowPlace {
  readonly register: Register;
  readonly index: number;
  /** The sheet's row number, 1-based. */
  readonly row: number;
}

/** Already as `unitKey` would have it: nearly all are, and there are tens of thousands. */
const isKey = /^[0-9A-Z\-]*$/u;

/** What two spellings of one unit number share: "3-1-1202" and "３－1－1202 ". */
export const unitKey = (unitNo: string): string =>
  isKey.test(unitNo)
    ? unitNo
    : plain(unitNo)
        .toUpperCase()
        .replace(/\s/gu, "")
        .replace(/[–—−‐‑]/gu, "-");

/** Nothing where no amount stands or can be read. */
export const moneyAt = (register: Register, key: string, index: number): Yuan | undefined => {
  const cell = cellAt(register, key, index);
  if (cell === null || typeof cell === "boolean" || cell === "") return undefined;
  // A number that is its own rounding to the fen needs no reading.
  if (typeof cell === "number" && Math.abs(cell) < 1e9 && Math.round(cell * 100) / 100 === cell)
    return cell as Yuan;
  const read = readMoney(cell);
  return read.ok ? read.value : undefined;
};

const areaAt = (register: Register, key: string, index: number): number | undefined => {
  const cell = cellAt(register, key, index);
  return cell === null || typeof cell === "boolean" || cell === "" ? undefined : readNumber(cell);
};

export interface UnitRow extends RowPlace {
  /** As the board spells it. */
  readonly unitNo: string;
  readonly key: string;
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
  readonly layout: string;
  readonly propertyType: string;
  readonly unitCategory: string;
  readonly floorArea: number | undefined;
  readonly unitPrice: Yuan | undefined;
  readonly status: UnitState | undefined;
  /** A state of the site's own, such as 抵押: whatever it means, the unit is not for sale. */
  readonly ownState: string | undefined;
  readonly clientId: ClientNumber | undefined;
}

export interface DealRow extends RowPlace {
  /** Nothing where the report's number cannot be read. */
  readonly clientId: ClientNumber | undefined;
  readonly name: string;
  readonly consultant: string;
  readonly unitNo: string;
  readonly key: string;
  readonly queuedOn: CalendarDay | undefined;
  readonly subscribedOn: CalendarDay | undefined;
  readonly signedOn: CalendarDay | undefined;
  readonly layout: string;
  readonly floorArea: number | undefined;
  readonly unitPrice: Yuan | undefined;
  readonly totalPrice: Yuan | undefined;
}

export interface ReceiptRow extends RowPlace {
  readonly no: string;
  readonly date: CalendarDay | undefined;
  readonly clientId: ClientNumber | undefined;
  readonly unitNo: string;
  readonly key: string;
  readonly item: string;
  /** Nought where it cannot be read; the row itself is a problem then. */
  readonly amount: Yuan;
  readonly verified: boolean;
  /** 客户拒签: finance goes after it. */
  readonly refused: boolean;
}

export interface InstalmentRow extends RowPlace {
  readonly clientId: ClientNumber | undefined;
  readonly unitNo: string;
  readonly key: string;
  readonly term: string;
  readonly dueOn: CalendarDay | undefined;
  readonly amount: Yuan;
  readonly refused: boolean;
}

export interface PaperRow extends RowPlace {
  readonly clientId: ClientNumber | undefined;
  readonly unitNo: string;
  readonly key: string;
  readonly paper: string;
  readonly dueOn: CalendarDay | undefined;
  readonly handedInOn: CalendarDay | undefined;
  /** 交件日期 is `/`: the bank does not ask for it (R3). */
  readonly isNotNeeded: boolean;
}

/** Neither handed in nor closed with `/`. */
export const isAwaited = ({ handedInOn, isNotNeeded }: PaperRow): boolean =>
  handedInOn === undefined && !isNotNeeded;

export interface ApplicationRow extends RowPlace {
  readonly no: string;
  /** Nothing where it is none of the five. */
  readonly kind: ApplicationKind | undefined;
  readonly clientId: ClientNumber | undefined;
  readonly unitNo: string;
  readonly key: string;
  readonly newUnitNo: string;
  readonly newKey: string;
  readonly appliedOn: CalendarDay | undefined;
  readonly closedOn: CalendarDay | undefined;
  readonly opinions: Opinions;
}

const over = <Made>(
  register: Register | undefined,
  make: (register: Register, index: number, row: number) => Made | undefined,
): readonly Made[] => {
  const made: Made[] = [];
  for (let index = 0; register && index < register.count; index++) {
    const one = make(register, index, rowNumber(register, index));
    if (one !== undefined) made.push(one);
  }
  return made;
};

const isState = (text: string): text is UnitState => (unitStates as readonly string[]).includes(text);
const isKind = (text: string): text is ApplicationKind =>
  (applicationKinds as readonly string[]).includes(text);

const unitAt = (register: Register, key: string, index: number): { unitNo: string; key: string } => {
  const unitNo = plain(textAt(register, key, index));
  return { unitNo, key: unitKey(unitNo) };
};

/** A day of `today`'s year only helps where a year was left out. */
export const unitRows = ({ registers }: SiteBook): readonly UnitRow[] =>
  over(registers.units, (register, index, row) => {
    const unit = unitAt(register, "unitNo", index);
    if (unit.unitNo === "") return undefined;
    const status = plain(textAt(register, "status", index));
    const isOwn = status !== "" && !isNothing(status) && !isState(status);
    const text = (key: string): string => plain(textAt(register, key, index));
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      building: text("building"),
      section: text("section"),
      floor: text("floor"),
      door: text("door"),
      layout: text("layout"),
      propertyType: text("propertyType"),
      unitCategory: text("unitCategory"),
      floorArea: areaAt(register, "floorArea", index),
      unitPrice: moneyAt(register, "unitPrice", index),
      status: isState(status) ? status : isOwn ? "不可售" : undefined,
      ownState: isOwn ? status : undefined,
      clientId: clientAt(register, "clientId", index),
    };
  });

export const dealRows = ({ registers }: SiteBook, today: CalendarDay): readonly DealRow[] =>
  over(registers.deals, (register, index, row) => {
    const unit = unitAt(register, "unitNo", index);
    const clientId = clientAt(register, "dealId", index);
    if (clientId === undefined && unit.unitNo === "") return undefined;
    const day = (key: string): CalendarDay | undefined => dayAt(register, key, index, today);
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      clientId,
      name: textAt(register, "name", index),
      consultant: textAt(register, "consultant", index),
      queuedOn: day("queuedOn"),
      subscribedOn: day("subscribedOn"),
      signedOn: day("signedOn"),
      layout: textAt(register, "layout", index),
      floorArea: areaAt(register, "floorArea", index),
      unitPrice: moneyAt(register, "unitPrice", index),
      totalPrice: moneyAt(register, "totalPrice", index),
    };
  });

const nought = 0 as Yuan;

export const receiptRows = ({ registers }: SiteBook, today: CalendarDay): readonly ReceiptRow[] =>
  over(registers.receipts, (register, index, row) => {
    const no = plain(textAt(register, "no", index));
    const clientId = clientAt(register, "clientId", index);
    const unit = unitAt(register, "unitNo", index);
    const amount = moneyAt(register, "amount", index);
    if (no === "" && clientId === undefined && unit.unitNo === "" && amount === undefined) return undefined;
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      no,
      clientId,
      date: dayAt(register, "date", index, today),
      item: plain(textAt(register, "item", index)),
      amount: amount ?? nought,
      verified: textAt(register, "verified", index) === "已核对",
      refused: textAt(register, "refused", index) === "是",
    };
  });

export const instalmentRows = ({ registers }: SiteBook, today: CalendarDay): readonly InstalmentRow[] =>
  over(registers.instalments, (register, index, row) => {
    const clientId = clientAt(register, "clientId", index);
    const unit = unitAt(register, "unitNo", index);
    if (clientId === undefined && unit.unitNo === "") return undefined;
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      clientId,
      term: textAt(register, "term", index),
      dueOn: dayAt(register, "dueOn", index, today),
      amount: moneyAt(register, "amount", index) ?? nought,
      refused: textAt(register, "refused", index) === "是",
    };
  });

export const paperRows = ({ registers }: SiteBook, today: CalendarDay): readonly PaperRow[] =>
  over(registers.mortgagePapers, (register, index, row) => {
    const clientId = clientAt(register, "clientId", index);
    const unit = unitAt(register, "unitNo", index);
    if (clientId === undefined && unit.unitNo === "") return undefined;
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      clientId,
      paper: textAt(register, "paper", index),
      dueOn: dayAt(register, "dueOn", index, today),
      handedInOn: dayAt(register, "handedInOn", index, today),
      isNotNeeded: isNothing(String(cellAt(register, "handedInOn", index) ?? "")),
    };
  });

/** The column of each signer's opinion; their name and day stand beside it. */
export const opinionKeys = {
  sales: { opinion: "salesOpinion", signer: "salesSigner", on: "salesOn" },
  engineering: { opinion: "engineeringOpinion", signer: "engineeringSigner", on: "engineeringOn" },
  finance: { opinion: "financeOpinion", signer: "financeSigner", on: "financeOn" },
  manager: { opinion: "managerOpinion", signer: "managerSigner", on: "managerOn" },
} as const satisfies Readonly<Record<Signer, { opinion: string; signer: string; on: string }>>;

export const applicationRows = ({ registers }: SiteBook, today: CalendarDay): readonly ApplicationRow[] =>
  over(registers.applications, (register, index, row) => {
    const kind = plain(textAt(register, "kind", index));
    const clientId = clientAt(register, "clientId", index);
    const unit = unitAt(register, "unitNo", index);
    if (kind === "" && clientId === undefined && unit.unitNo === "") return undefined;
    const to = unitAt(register, "newUnitNo", index);
    const opinions: Partial<Record<Signer, string>> = {};
    for (const [signer, { opinion }] of Object.entries(opinionKeys)) {
      const said = textAt(register, opinion, index);
      if (said !== "") opinions[signer as Signer] = said;
    }
    return {
      register,
      index,
      row,
      unitNo: unit.unitNo,
      key: unit.key,
      no: textAt(register, "no", index),
      kind: isKind(kind) ? kind : undefined,
      clientId,
      newUnitNo: to.unitNo,
      newKey: to.key,
      appliedOn: dayAt(register, "appliedOn", index, today),
      closedOn: dayAt(register, "closedOn", index, today),
      opinions,
    };
  });
