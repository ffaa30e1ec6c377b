/** 收编: what becomes of an old register's rows and columns. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { AdoptCourse } from "./adopt-course";
import type { Change } from "../change";
import type { AdoptedForm, SetAside } from "../old-sheet/old-cells";
import type { OwnColumn } from "../own-column";
import { finding, type Finding } from "../problem";
import type { RawCell } from "../register";

export interface AdoptAbout {
  readonly today: CalendarDay;
  /** The year of days written without one. */
  readonly year?: number;
  /** Who takes rows whose consultant is not written down. */
  readonly consultant?: string;
  /** Two letters for names without a reading, by name. */
  readonly letters?: Readonly<Record<string, string>>;
  /** What the same taking-in has done before: other sheets of the file. */
  readonly course?: AdoptCourse;
}

interface Whence {
  /** The row in the old file, 1-based. */
  readonly row: number;
  /** The client's, as the old register has it; "" where it has none. */
  readonly name: string;
  /** The register it goes to, where its table's rows go to several. */
  readonly form?: AdoptedForm;
}

/** By what a row is known to be a client's who is there, or a unit that is. */
export interface Joining {
  /**
   * "contact": a 微信号, QQ or e-mail; "row": it goes on from a row above, whose number `shared` is; "unit": by the
   * unit's number.
   */
  readonly by: "phone" | "contact" | "number" | "name" | "row" | "unit";
  /** The number, phone or name itself, as shown. */
  readonly shared: string;
  readonly otherName: string;
  /** Where the client was before: in the workbook, or in an earlier row of the old file. */
  readonly from: "workbook" | "file";
}

/** What a written row is of: a client, or, on 销控表, a unit. */
interface Whose {
  readonly clientId?: ClientNumber;
  readonly unitNo?: string;
}

/** The client's number, or the unit's. */
export const numberOf = ({ clientId, unitNo }: Whose): string => clientId ?? unitNo ?? "";

export type Taken = Whence &
  Whose & {
    readonly kind: "taken";
    readonly hints: readonly Finding[];
  };

export type Joined = Whence &
  Whose & {
    readonly kind: "joined";
    readonly why: Joining;
    /** The workbook holds this very row: nothing is written. */
    readonly already: boolean;
    readonly hints: readonly Finding[];
  };

export type Rejected = Whence & {
  readonly kind: "rejected";
  readonly reasons: readonly Finding[];
  /** As they stand in the old file, in its columns' order. */
  readonly cells: readonly RawCell[];
};

export type LeftAside = Whence & {
  readonly kind: "setAside";
  readonly why: SetAside["why"];
  readonly cells: readonly RawCell[];
};

/**
 * Every row that is not blank has one: taken, its person being a new client, or its unit new; joined to a client who
 * is there, which every contact and deal does, or to a unit's row; rejected; or set aside, being no record.
 */
export type Fate = Taken | Joined | Rejected | LeftAside;

/** Of a row that is in the registers now. */
export const isWritten = (fate: Fate): fate is Taken | Joined =>
  fate.kind === "taken" || fate.kind === "joined";

export interface NewConsultant {
  readonly name: string;
  readonly rows: number;
  /** Adds the name to the roster (在职 否: whoever is still there is ticked by hand), for people to accept. */
  readonly change: Change;
}

/** A column kept as the users' own. */
export interface KeptColumn extends OwnColumn {
  /** The register has no such column yet: one is made. */
  readonly isNew: boolean;
}

/** What becomes of one table. */
export interface AdoptedTable {
  /** By the old file's rows, in their order. */
  readonly fates: readonly Fate[];
  readonly ownColumns: readonly KeptColumn[];
  /** Headers of columns with something in them that are left out by choice; "第 3 列" where there is none. */
  readonly leftColumns: readonly string[];
  /** Contacts of 跟踪记录 that stood with visits or calls; absent where there is none. */
  readonly talks?: number;
  /** Each once of tables taken in together. */
  readonly newConsultants: readonly NewConsultant[];
}

interface AllWritten {
  /** All that is written; nothing of rejected rows and of those set aside. */
  readonly changes: readonly Change[];
  /** Referrers in rows of earlier tables of the taking-in that are known otherwise now (R16); absent where none is. */
  readonly referrersAgain?: number;
  /** For the next sheets of the same taking-in. */
  readonly course: AdoptCourse;
}

export type Adoption = AdoptedTable & AllWritten;

/** Tables of one form that are taken in at one go, in the order they were given. */
export interface Adoptions extends AllWritten {
  readonly tables: readonly AdoptedTable[];
}

/** How many rows of a table of visits and calls go to each; nothing of a table of one form. */
export const rowsByForm = (
  fates: readonly Fate[],
): readonly { readonly form: AdoptedForm; readonly rows: number }[] => {
  const rows = new Map<AdoptedForm, number>();
  for (const { kind, form } of fates)
    if (form !== undefined && (kind === "taken" || kind === "joined"))
      rows.set(form, (rows.get(form) ?? 0) + 1);
  return [...rows].map(([form, of]) => ({ form, rows: of })).sort((a, b) => b.rows - a.rows);
};

const joinings = {
  phone: "joinedByPhone",
  contact: "joinedByContact",
  number: "joinedByNumber",
  name: "joinedByName",
  row: "joinedByRow",
  unit: "joinedByUnit",
} as const satisfies Record<Joining["by"], string>;

/** Whose or what a joined row is and by what, for `say`. */
export const joiningOf = (joined: Joined): Finding => {
  const { why, already } = joined;
  const isUnit = why.by === "unit";
  const here = isUnit && why.from === "file" ? "joinedByUnitHere" : joinings[why.by];
  return finding(already ? (isUnit ? "unitAlready" : "joinedAlready") : here, {
    value: why.shared,
    facts: { otherId: numberOf(joined), otherName: why.otherName },
  });
};

const asides = {
  subtotal: "setAsideSubtotal",
  note: "setAsideNote",
  headerAgain: "setAsideHeader",
  unheaded: "setAsideUnheaded",
  noHeader: "setAsideNoHeader",
  ladder: "setAsideLadder",
  board: "setAsideBoard",
  outside: "setAsideOutside",
  comment: "setAsideComment",
} as const satisfies Record<SetAside["why"], string>;

/** Why a row is no record, for `say`. */
export const asideOf = ({ why }: LeftAside): Finding => finding(asides[why]);
