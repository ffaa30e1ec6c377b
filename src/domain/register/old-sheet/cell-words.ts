/** What a cell says to its blank, and what of it the blank leaves out. */
import { choiceSeparator, type Field } from "../../form/field";
import { saysMoreThanDay } from "../../kit/read-day";
import { readWrittenGrade } from "../../rules/written-grade";
import { matchChoices } from "../match-choice";
import { isCellError } from "../read-answer";
import { bandHolding, inCaptionUnit } from "./old-bands";
import type { Column, OldAbout } from "./old-phones";

/** The number itself stays in the notes: a band says less. */
export const bandIn = (field: Field, { header, raw }: Column, { site }: OldAbout): string | undefined =>
  field.kind === "tickOne" ? bandHolding(field.list, site.lists[field.list], header, raw) : undefined;

/** Of several choices in a cell those that are understood; the whole of it stays in the notes. */
export const knownAmong = (field: Field, { raw }: Column, { site }: OldAbout): string | undefined => {
  if (field.kind !== "tickMany" || isCellError(raw)) return undefined;
  const { chosen } = matchChoices(field.list, site.lists[field.list], String(raw));
  return chosen.length > 0 ? chosen.join(choiceSeparator) : undefined;
};

const takesGrade = (field: Field): boolean =>
  field.kind === "tickOne" && (field.list === "grade" || field.list === "audience");

/** 未接 as 方式: a call, and nobody answered. */
const saysNotReached = /未接|无人接/u;

/** Words in the cell that its answer has left out: (第二次来) behind a day, （急） behind a grade. */
export const hasRemark = (field: Field, raw: Column["raw"]): boolean => {
  if (typeof raw !== "string") return false;
  if (field.kind === "day" || field.kind === "moment") return saysMoreThanDay(raw);
  if (field.kind === "tickOne" && field.list === "method") return saysNotReached.test(raw);
  return takesGrade(field) && readWrittenGrade(raw).saysMore;
};

/** 3/2, three rooms and two baths, that Excel has turned into the second of March. */
const roomsIn = (day: string): string | undefined => {
  const [, rooms, baths] = /^\d{4}-0([1-9])-0([1-9])$/u.exec(day) ?? [];
  return rooms === undefined ? undefined : `${rooms}/${baths}`;
};

/** As the blank reads it: 85万 as its caption counts it, a grade without the words behind it. */
export const saidIn = (field: Field, { header, raw }: Column): Column["raw"] => {
  if (field.kind === "tickOne" && (field.list === "layout" || field.list === "dealLayout"))
    return roomsIn(String(raw)) ?? raw;
  if (field.kind === "money") return inCaptionUnit(header, raw);
  return takesGrade(field) ? (readWrittenGrade(String(raw)).grade ?? raw) : raw;
};
