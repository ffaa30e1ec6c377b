/**
 * R14: how versions up to 7 printed sheets and headed them, where this one does otherwise. What users have set is theirs:
 * a page or a line is renewed only where it still is exactly as those versions built it.
 */
import { columnLetters, parseArea } from "../../book/address";
import type { Print, Sheet } from "../../book/book";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Ground } from "./ground";
import { comparable } from "./placement";
import { headerRow, noteRow, titleRow } from "./references";
import { titleWithProject } from "./register-sheet";
import { dictionarySheet } from "./site-sheet";
import { titleCells } from "./title-cells";

/** All that tells whether somebody has set the page anew. */
export type PageSeen = Pick<
  Print,
  "orientation" | "fitWide" | "fitTall" | "area" | "titleColumns" | "acrossFirst"
>;

export const renewsPage = (page: PageSeen): boolean =>
  page.orientation === "landscape" &&
  page.fitWide === 1 &&
  (page.fitTall ?? 0) === 0 &&
  page.area === undefined &&
  page.titleColumns === undefined &&
  page.acrossFirst !== true;

export interface PageRenewal {
  /** As it is called now. */
  readonly sheet: string;
  readonly print: Pick<Print, "fitWide" | "titleColumns" | "acrossFirst">;
}

/** The columns that say whose a row is, where they stand now; nothing where they lie too far apart. */
const headsNow = ({ name, print }: Sheet, { placement }: Ground): Pick<Print, "titleColumns"> => {
  const planned = print?.titleColumns === undefined ? undefined : parseArea(print.titleColumns);
  if (planned === undefined) return {};
  const count = planned.right - planned.left + 1;
  const at = Array.from({ length: count }, (_, column) => placement.column(name, planned.left + column));
  const found = at.filter((column) => column !== undefined);
  if (found.length < count) return {};
  const [left, right] = [Math.min(...found), Math.max(...found)];
  if (right - left + 1 > 2 * count) return {};
  return { titleColumns: `${columnLetters(left)}:${columnLetters(right)}` };
};

/** Sheets that are printed on several pages across by now. */
export const pagesToRenew = (ground: Ground): readonly PageRenewal[] =>
  ground.plan.sheets.flatMap((sheet): readonly PageRenewal[] => {
    const { fitWide, acrossFirst } = sheet.print ?? {};
    if (fitWide === undefined || acrossFirst !== true) return [];
    const own = [...ground.planned.values()].find((each) => each.sheet.name === sheet.name);
    const standing =
      sheet.name === dictionarySheet
        ? ground.seen.dictionary?.sheet
        : own && ground.seen.tables.get(own.key)?.sheet;
    return standing === undefined
      ? []
      : [{ sheet: standing, print: { fitWide, acrossFirst, ...headsNow(sheet, ground) } }];
  });

/** What stood over a table, from its left. */
const formerLines: readonly { readonly form: FormKey; readonly row: number; readonly was: string }[] = [
  {
    form: "visitors",
    row: noteRow,
    was: "备注：客户离开后当场填写；没有的内容填“/”，不得空白；电话至少留两个；洽谈内容不少于 50 字。",
  },
  {
    form: "grades",
    row: noteRow,
    was: "备注：由案场经理填写；在“D C B A √ ×”栏填客户升到该级的日期，D→C→B→A 为升级，√ 为成交，× 为无望、另行分配。",
  },
  {
    form: "deals",
    row: noteRow,
    was: "备注：由案场经理填写并保管；内容只可增加，不允许删减；金额不得发生计算错误；没有的内容填“/”。",
  },
  {
    form: "lostClients",
    row: noteRow,
    was: "备注：按业务员分类装订成册；可依客户情况增加内容，但不允许删减；没有的内容填“/”。",
  },
  { form: "rotation", row: titleRow, was: titleWithProject(formOf("rotation").title) },
];

export interface LineRenewal {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly was: string;
  readonly text: string;
}

/** Notes and titles this version words otherwise, where they stand now. */
export const linesToRenew = ({ planned, seen }: Ground): readonly LineRenewal[] =>
  formerLines.flatMap(({ form, row, was }): readonly LineRenewal[] => {
    const [own, table] = [planned.get(form), seen.tables.get(form)];
    if (own === undefined || table === undefined) return [];
    const text = titleCells(own, table).find((each) => each.row === row)?.text ?? "";
    const now = table.headerRow - headerRow + row;
    return text === "" || now < 0 ? [] : [{ sheet: table.sheet, row: now, column: table.left, was, text }];
  });

/** @param now what is written there; a formula begins with "=". */
export const renewsLine = ({ was }: LineRenewal, now: string): boolean =>
  was.startsWith("=") ? now.startsWith("=") && comparable(now) === comparable(was) : now.trim() === was;
