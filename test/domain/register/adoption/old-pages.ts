/** Titles of pages printed one below the other, in the ways they name their month, their day or whose they are. */
import { dayOfMonth, monthOf, yearOf } from "../../../../src/domain/kit/calendar-day";
import type { RawCell } from "../../../../src/domain/register/register";
import type { Dice, Known } from "./old-spellings";

export type PageBy = "month" | "consultant";

type TitleRows = readonly (readonly RawCell[])[];

/** @param title the paper's own, where it has to stand with it. */
export const pageTitle = (
  dice: Dice,
  by: PageBy,
  { day, consultant }: Known,
  title: string,
  isNeeded: boolean,
): TitleRows => {
  const isMonth = by === "month";
  const said = isMonth ? `${yearOf(day)}年${monthOf(day)}月` : consultant;
  const label = isMonth ? dice.one(["日期", "月份", "时间"]) : dice.one(["置业顾问", "业务员", "销售"]);
  const labelled = `${label}：${said}`;
  const above: TitleRows = isNeeded || dice.onceIn(2) ? [[title]] : [];
  const cell = isMonth && dice.onceIn(2) ? said : labelled;
  const ofMonth: readonly [string, TitleRows][] = [
    ["in brackets", [[`${title}（${said}）`]]],
    ["in the second cell", [[title, null, null, said]]],
  ];
  const ofConsultant: readonly [string, TitleRows][] = [
    ["beside the title", [[`${title} ${labelled}`]]],
    ["with a page", [...above, [labelled, null, "第2页"]]],
  ];
  const ways: readonly [[string, TitleRows], ...[string, TitleRows][]] = [
    ["in a line", [[title], [labelled]]],
    ["beside the project", [...above, ["项目：洛阳花园", null, null, labelled]]],
    ["beside the page's number", [...above, ["第2页 共9页", null, null, cell]]],
    ["in label | value", [...above, ["项目", "洛阳花园", label, said]]],
    isMonth ? ["in brackets", [[`${title}（${said}）`]]] : ["beside the title", [[`${title} ${labelled}`]]],
    ...(isMonth ? ofMonth : ofConsultant),
  ];
  const [kind, rows] = dice.one(ways);
  dice.met(`${by} ${kind}`);
  return rows;
};

/** 5日 under a page of March. */
export const speltDayAlone = (dice: Dice, { day }: Known): RawCell => {
  dice.met("day of a page's month");
  const alone = dayOfMonth(day);
  return dice.one<RawCell>([`${alone}日`, `${alone}号`, alone, String(alone)]);
};

/** A paper of one day, said in its head. */
export const dayHead = (dice: Dice, { day }: Known): readonly RawCell[] => {
  dice.met("day in a head of label | value");
  const written = dice.one([day, `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日`]);
  return ["项目", "洛阳花园", dice.one(["时间", "日期"]), written];
};
