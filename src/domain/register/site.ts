import type { ListKey } from "../forms/lists";
import type { FormKey } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
import type { Policies } from "./settings/policies";
import type { Register } from "./register";

export interface Consultant {
  readonly name: string;
  readonly active: boolean;
  readonly group: string;
}

/** R5's table: days after the last contact, by grade. */
export interface CadenceRow {
  readonly first: number;
  readonly earliest: number;
  readonly latest: number;
}

export interface Occasion {
  readonly day: CalendarDay;
  readonly name: string;
  /** 对象级别; absent where it is for everybody. */
  readonly audience?: readonly string[];
}

/** One site's settings, from its 设置, 字典 and 活动 sheets. */
export interface Site {
  readonly project: string;
  readonly place: string;
  /** Two capital letters (R1); empty when they could not be read and nobody has set them. */
  readonly region: string;
  /** "0379"; empty when not set. */
  readonly areaCode: string;
  readonly consultants: readonly Consultant[];
  readonly lists: Readonly<Record<ListKey, readonly string[]>>;
  /** The chosen policy: "000", "003", "002", "自定". */
  readonly policy: string;
  readonly cadence: Readonly<Record<"A" | "B" | "C", CadenceRow>>;
  /** 002's rows of that table, whatever the policy: an owner's days after the deal (R15). */
  readonly ownerCadence: Readonly<Record<"A" | "B" | "C", CadenceRow>>;
  /** Promotions and festivals, sorted by day. */
  readonly occasions: readonly Occasion[];
  readonly policies: Policies;
  /** The highest number ever given, by prefix "LY-ZS" (R1). */
  readonly highest: ReadonlyMap<string, number>;
}

/** A site's workbook as it was read: its settings and as much of its registers as was asked for. */
export interface SiteBook {
  readonly site: Site;
  readonly registers: Readonly<Partial<Record<FormKey, Register>>>;
  /** Sheets and tables a site's workbook should have and this one has not: the forms whose table is gone. */
  readonly absent: readonly FormKey[];
}
