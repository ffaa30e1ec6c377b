/**
 * R13 in time over one application, as the pane takes it and as the check finds it:
 * 定房日期 ≤ 申请日期 ≤ 销售部日期 ≤ … in the order they sign ≤ 办结日期; 退款约定日, 更名日期 and 调房日期 not before the application,
 * and nothing done to a deal before its 认购日期. What cannot have been is an error, what can hardly be a hint.
 */
import { type ApplicationKind, applications, type Signer } from "../../forms/applications";
import type { CalendarDay } from "../../kit/calendar-day";
import { signerNames, signersOf } from "../../rules/approval";
import { nothing } from "../../rules/nothing-to-say";
import { dayAt } from "../day-at";
import { type Finding, finding } from "../problem";
import { type Row } from "../register";
import { opinionKeys } from "./sale-rows";
import type { Application } from "./sales-ledger";

type Key = keyof typeof applications.fields;
type Day = CalendarDay | undefined;

export interface ApplicationDays {
  readonly kind: ApplicationKind;
  readonly bookedOn: Day;
  readonly appliedOn: Day;
  readonly refundOn: Day;
  readonly renameOn: Day;
  readonly exchangeOn: Day;
  readonly signedOn: Readonly<Partial<Record<Signer, Day>>>;
  readonly closedOn: Day;
}

const daysBy = (kind: ApplicationKind, day: (key: Key) => Day): ApplicationDays => ({
  kind,
  bookedOn: day("bookedOn"),
  appliedOn: day("appliedOn"),
  refundOn: kind === "退房申请" ? day("refundOn") : undefined,
  renameOn: kind === "更名申请" ? day("renameOn") : undefined,
  exchangeOn: kind === "调房申请" ? day("exchangeOn") : undefined,
  signedOn: Object.fromEntries(signersOf(kind).map((signer) => [signer, day(opinionKeys[signer].on)])),
  closedOn: day("closedOn"),
});

/** Of a row of 申请单; nothing where its 类型 is none. An opinion or 办结 of a day to come is a fault of its own. */
export const daysOf = (
  { kind, register, index, closedOn }: Application,
  today: CalendarDay,
): ApplicationDays | undefined => {
  if (kind === undefined) return undefined;
  const days = daysBy(kind, (key) => dayAt(register, key, index, today));
  const signed = Object.entries(days.signedOn).filter(([, day]) => day !== undefined && day <= today);
  return { ...days, signedOn: Object.fromEntries(signed), closedOn };
};

/** Of answers that were read. */
export const daysTyped = (kind: ApplicationKind, answers: Row): ApplicationDays =>
  daysBy(kind, (key) => {
    const answer = answers[key];
    return typeof answer === "string" && answer !== nothing ? (answer as CalendarDay) : undefined;
  });

const at = (key: Key, value: CalendarDay) =>
  ({ key, caption: applications.fields[key].caption, value }) as const;

interface Step {
  readonly step: string;
  readonly day: CalendarDay;
}

/** The latest of 申请日期 and the days of who signs before them; of one day the later step. */
const stepBefore = ({ kind, appliedOn, signedOn }: ApplicationDays, signer?: Signer): Step | undefined => {
  const order = signersOf(kind);
  const earlier = signer === undefined ? order : order.slice(0, order.indexOf(signer));
  return [
    { step: applications.fields.appliedOn.caption, day: appliedOn },
    ...earlier.map((each) => ({ step: signerNames[each], day: signedOn[each] })),
  ].reduce<Step | undefined>(
    (last, { step, day }) =>
      day !== undefined && (last === undefined || day >= last.day) ? { step, day } : last,
    undefined,
  );
};

/** An opinion of a day before that of a step before it. */
export const opinionFindings = (days: ApplicationDays, signer: Signer): readonly Finding[] => {
  const on = days.signedOn[signer];
  const before = stepBefore(days, signer);
  if (on === undefined || before === undefined || on >= before.day) return [];
  const facts = { kind: days.kind, signer: signerNames[signer], step: before.step, before: before.day };
  return [finding("opinionBeforeEarlier", { ...at(opinionKeys[signer].on, on), facts })];
};

/** 办结日期 before the application, or before all have signed. */
export const closingFindings = (days: ApplicationDays): readonly Finding[] => {
  const { appliedOn, closedOn: on } = days;
  if (on === undefined) return [];
  if (appliedOn !== undefined && on < appliedOn)
    return [finding("closedBeforeApplied", { ...at("closedOn", on), facts: { on, appliedOn } })];
  const last = stepBefore(days);
  return last === undefined || on >= last.day
    ? []
    : [
        finding("closedBeforeSigned", {
          ...at("closedOn", on),
          facts: { on, step: last.step, before: last.day },
        }),
      ];
};

/** What an application asks for, before opinions. `subscribedOn`: 认购日期 of the deal it is about. */
export const askedFindings = (
  { kind, bookedOn, appliedOn, refundOn, renameOn, exchangeOn }: ApplicationDays,
  subscribedOn: Day,
  today: CalendarDay,
): readonly Finding[] => {
  const found: Finding[] = [];
  if (bookedOn !== undefined && bookedOn > today)
    found.push(finding("future", { ...at("bookedOn", bookedOn), facts: { today } }));
  // A discount may be asked for first.
  else if (bookedOn !== undefined && appliedOn !== undefined && bookedOn > appliedOn && kind !== "特惠申请")
    found.push(finding("bookedAfterApplied", { ...at("bookedOn", bookedOn), facts: { appliedOn } }));
  for (const [key, on] of [
    ["refundOn", refundOn],
    ["renameOn", renameOn],
    ["exchangeOn", exchangeOn],
  ] as const)
    if (on === undefined) continue;
    else if (subscribedOn !== undefined && on < subscribedOn)
      found.push(finding("closedBeforeSubscribed", { ...at(key, on), facts: { on, subscribedOn } }));
    else if (appliedOn !== undefined && on < appliedOn)
      found.push(finding("dayBeforeApplied", { ...at(key, on), facts: { appliedOn } }));
  return found;
};

/** When the last of all signers agreed; nothing where a day is missing. */
export const approvedOn = ({ kind, signedOn }: ApplicationDays): Day => {
  const days = signersOf(kind).map((signer) => signedOn[signer]);
  return days.includes(undefined) ? undefined : (days as CalendarDay[]).reduce((a, b) => (b > a ? b : a));
};
