/** R2, R14: words beside a phone, words or a time beside a day, which no other spelling of the cell may drop: people move them. */
import type { Field } from "../form/field";
import type { Form } from "../form/form";
import { minutesOf } from "../kit/calendar-day";
import { readMoment, saysMoreThanDay } from "../kit/read-day";
import { nothing } from "../rules/nothing-to-say";
import { finding, type Finding } from "./problem";
import { saysMoreThanPhones } from "./phone-words";
import type { About } from "./read-answer";
import type { Answer, RawCell } from "./register";

/** 手机号 and #12 say no more than the number. */
const bareNumber = (raw: string): string => raw.replace(/[号號]/gu, "").replace(/[#＃](?=\s*\d)/gu, "转");

/** 14:30 behind a day has no place in a blank for the day alone; as a serial the cell does not even show it. */
const hasTime = (raw: string | number, about: About): boolean => {
  const read = readMoment(raw, about);
  return read.ok && minutesOf(read.value) !== 0;
};

/** Of a cell that is understood: whether its answer leaves something of it out. */
export const saysMoreThanAnswer = (field: Field, raw: RawCell, about: About): boolean => {
  const isDay = field.kind === "day" || field.kind === "computed";
  if (typeof raw === "number") return isDay && hasTime(raw, about);
  if (typeof raw !== "string") return false;
  if (field.kind === "phone") return saysMoreThanPhones(bareNumber(raw));
  if (isDay) return saysMoreThanDay(raw) || hasTime(raw, about);
  return field.kind === "moment" && saysMoreThanDay(raw);
};

/** The blank of a form that takes such words. */
const notesKeys = ["notes", "remarks"] as const;
const notesOf = (form: Form): string | undefined =>
  notesKeys.find((key) => form.fields[key]?.kind === "lines");

/** "手机：13803791234（妻子的，晚上打）": the whole cell, so that of two numbers each keeps its own words. */
const lineOf = ({ caption, value }: Finding): string =>
  `${(caption ?? "").replace(/^★/u, "")}：${String(value).trim()}`;

/**
 * Where the form has notes, what says more than its blank takes goes there, of all blanks of the row at once: whichever
 * of them is put right first, nothing is lost of the others.
 */
export const withWordsMoved = (
  form: Form,
  answer: (key: string) => Answer | undefined,
  found: readonly Finding[],
): readonly Finding[] => {
  const to = notesOf(form);
  const beside = found.filter(({ code }) => code === "wordsNowhere");
  if (to === undefined || beside.length === 0) return found;
  const said = String(answer(to) ?? "");
  const before = said === nothing ? "" : said;
  const lines = beside.map(lineOf).filter((line) => !before.split("\n").includes(line));
  const notes = [before, ...lines].filter((each) => each !== "").join("\n");
  const becomes = {
    ...Object.fromEntries(beside.map(({ key, facts }) => [key ?? "", facts?.["becomes"] ?? ""])),
    [to]: notes,
  };
  return found.map((each) => {
    if (each.code === "wordsNowhere") {
      const { key, caption, value, facts } = each;
      return finding("wordsBeside", {
        ...(key === undefined ? {} : { key }),
        ...(caption === undefined ? {} : { caption }),
        ...(value === undefined ? {} : { value }),
        facts: { ...facts, notes: form.fields[to]?.caption ?? to },
        becomes,
      });
    }
    return each.becomes !== undefined && to in each.becomes
      ? { ...each, becomes: { ...each.becomes, [to]: notes } }
      : each;
  });
};
