/**
 * R13 房源与成交的一生
 *
 * 可售 → 保留 → 认购 → 签约 → 已售, back to 可售 by refund or exchange; 不可售 stands aside. 排号 ≤ 认购 ≤ 签约 in time.
 * Pure: a life and an event give the next life, or why not. Deciding and checking ask the same machine.
 */
import type { UnitState } from "../forms/units";
import type { CalendarDay } from "../kit/calendar-day";
import { minus, plus, type Yuan, yuanOf } from "../kit/money";
import type { ClientNumber } from "./client-number";

export interface UnitLife {
  readonly state: UnitState;
  /** Held for, subscribed or bought by; nothing while it is on sale. */
  readonly client: ClientNumber | undefined;
  readonly queuedOn: CalendarDay | undefined;
  readonly subscribedOn: CalendarDay | undefined;
  readonly signedOn: CalendarDay | undefined;
  /** 成交总价; nothing before 认购. */
  readonly price: Yuan | undefined;
  /** Received less refunded. */
  readonly paid: Yuan;
}

export const onSale: UnitLife = {
  state: "可售",
  client: undefined,
  queuedOn: undefined,
  subscribedOn: undefined,
  signedOn: undefined,
  price: undefined,
  paid: yuanOf(0),
};

interface Happens<Kind extends string> {
  readonly kind: Kind;
  readonly client: ClientNumber;
  readonly on: CalendarDay;
}

export type UnitEvent =
  | Happens<"保留">
  | Happens<"释放">
  | Happens<"排号">
  | (Happens<"认购"> & { readonly price: Yuan })
  | Happens<"签约">
  /** `deposit`: 小定金 or 大定金, which may come before 认购. */
  | (Happens<"收款"> & { readonly amount: Yuan; readonly deposit: boolean })
  | Happens<"更名">
  | Happens<"退房">;

export type UnitEventKind = UnitEvent["kind"];

/** Where each event leads; what is absent may not happen. 签约 and 收款 lead on to 已售 once all is paid. */
export const leadsTo = {
  可售: { 保留: "保留", 排号: "可售", 认购: "认购", 收款: "保留" },
  保留: { 保留: "保留", 释放: "可售", 排号: "保留", 认购: "认购", 收款: "保留", 退房: "可售" },
  认购: { 认购: "认购", 签约: "签约", 收款: "认购", 更名: "认购", 退房: "可售" },
  签约: { 收款: "签约", 更名: "签约", 退房: "可售" },
  已售: { 收款: "已售", 更名: "已售", 退房: "可售" },
  不可售: {},
} as const satisfies Readonly<Record<UnitState, Readonly<Partial<Record<UnitEventKind, UnitState>>>>>;

/** Why not; worded in the catalogue under the same names. */
export type UnitRefusal =
  | "unitNotForSale"
  /** 保留 for another client. */
  | "unitHeldForOther"
  /** Another client's deal. */
  | "unitTaken"
  | "unitNotHeld"
  /** The client's own deal stands there already. */
  | "dealAlready"
  | "unitNotSubscribed"
  | "alreadySigned"
  | "subscribedBeforeQueued"
  | "signedBeforeSubscribed"
  | "closedBeforeSubscribed"
  | "receiptOverPrice"
  /** More has been received than the price to come. */
  | "paidOverNewPrice"
  | "exchangeAfterSigning"
  | "exchangeSameUnit"
  | "newUnitNotForSale";

export type UnitStep =
  { readonly ok: true; readonly life: UnitLife } | { readonly ok: false; readonly why: UnitRefusal };

const no = (why: UnitRefusal): UnitStep => ({ ok: false, why });

/** Of events that the state itself forbids. */
const forbidden = ({ state, client }: UnitLife, event: UnitEvent): UnitRefusal => {
  if (state === "不可售") return "unitNotForSale";
  const others = client !== undefined && client !== event.client;
  switch (event.kind) {
    case "保留":
    case "排号":
    case "认购":
      return others ? "unitTaken" : "dealAlready";
    case "释放":
      return "unitNotHeld";
    case "签约":
      return state === "签约" || state === "已售" ? "alreadySigned" : "unitNotSubscribed";
    case "收款":
    case "更名":
    case "退房":
      return "unitNotSubscribed";
  }
};

/** Everything is paid, to the fen. */
const settled = ({ price, paid }: UnitLife): boolean => price !== undefined && minus(price, paid) <= 0;

/** A signed life whose price is paid is 已售. */
const onward = (life: UnitLife): UnitLife =>
  life.state === "签约" && settled(life) ? { ...life, state: "已售" } : life;

const guard = (life: UnitLife, event: UnitEvent): UnitRefusal | undefined => {
  const others = life.client !== undefined && life.client !== event.client;
  if (others) return life.state === "保留" ? "unitHeldForOther" : "unitTaken";
  switch (event.kind) {
    case "认购":
      // The board may say 认购 before the report is written.
      if (life.subscribedOn !== undefined) return "dealAlready";
      if (life.queuedOn !== undefined && event.on < life.queuedOn) return "subscribedBeforeQueued";
      return life.paid > event.price ? "paidOverNewPrice" : undefined;
    case "签约":
      if (life.subscribedOn === undefined) return "unitNotSubscribed";
      return event.on < life.subscribedOn ? "signedBeforeSubscribed" : undefined;
    case "收款":
      if (!event.deposit && life.subscribedOn === undefined) return "unitNotSubscribed";
      return life.price !== undefined && plus(life.paid, event.amount) > life.price
        ? "receiptOverPrice"
        : undefined;
    case "退房":
      return life.subscribedOn !== undefined && event.on < life.subscribedOn
        ? "closedBeforeSubscribed"
        : undefined;
    case "保留":
    case "释放":
    case "排号":
    case "更名":
      return undefined;
  }
};

const after = (life: UnitLife, event: UnitEvent, state: UnitState): UnitLife => {
  switch (event.kind) {
    case "保留":
      return { ...life, state, client: event.client };
    case "释放":
    case "退房":
      return onSale;
    case "排号":
      return { ...life, state, queuedOn: event.on };
    case "认购":
      return { ...life, state, client: event.client, subscribedOn: event.on, price: event.price };
    case "签约":
      return onward({ ...life, state, signedOn: event.on });
    case "收款":
      return onward({ ...life, state, client: event.client, paid: plus(life.paid, event.amount) });
    case "更名":
      return { ...life, state };
  }
};

/** The next life of a unit, or why not. */
export const stepUnit = (life: UnitLife, event: UnitEvent): UnitStep => {
  const ways: Readonly<Partial<Record<UnitEventKind, UnitState>>> = leadsTo[life.state];
  const state = ways[event.kind];
  if (state === undefined) return no(forbidden(life, event));
  const why = guard(life, event);
  return why === undefined ? { ok: true, life: after(life, event, state) } : no(why);
};

export interface Exchange {
  readonly client: ClientNumber;
  readonly on: CalendarDay;
  /** 调房后总房款. */
  readonly price: Yuan;
}

/** 调房: only before 签约 and only to a 可售 unit; both change state together, everything else is kept. */
export const exchangeUnits = (
  from: UnitLife,
  to: UnitLife,
  { client, on, price }: Exchange,
):
  | { readonly ok: true; readonly from: UnitLife; readonly to: UnitLife }
  | { readonly ok: false; readonly why: UnitRefusal } => {
  if (from.state === "签约" || from.state === "已售") return { ok: false, why: "exchangeAfterSigning" };
  if (from.state !== "认购") return { ok: false, why: "unitNotSubscribed" };
  if (from.client !== undefined && from.client !== client) return { ok: false, why: "unitTaken" };
  if (from.subscribedOn !== undefined && on < from.subscribedOn)
    return { ok: false, why: "closedBeforeSubscribed" };
  if (to.state !== "可售") return { ok: false, why: "newUnitNotForSale" };
  if (from.paid > price) return { ok: false, why: "paidOverNewPrice" };
  return { ok: true, from: onSale, to: { ...from, price } };
};
