/** 收编: whose the rows are, of what grade or in which building, in a line above them: A级客户, 置业顾问：李明, 3号楼. */
import { plain } from "../../kit/text";
import { isNobodys } from "./fill-down";
import type { HeaderMatch } from "../match-headers";
import type { Filled } from "./old-body";
import type { AdoptedForm, OldRow } from "./old-cells";
import { oldTargetsOf } from "./old-targets";
import { leavesBlank } from "./page-titles";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import { buildingOfBand, buildingOfTitle, sectionOfBand, sectionOfTitle } from "./unit-bands";

const longest = 30;
/** "（3组）", "3组", "名单". */
const tail = "(?:明细|名单|登记|跟踪|汇总|表)*\\s*:?\\s*(?:\\([^()]*\\)|\\d+\\s*[组批户人个位])?$";
const ofGrade = new RegExp(
  `^(?:[一二三四五六]、)?\\s*([A-D])\\s*(?:[级类級類]\\s*(?:意向)?(?:客户)?|客户)${tail}`,
  "iu",
);
const ofNone = new RegExp(
  `^(?:[一二三四五六七八]、)?\\s*(?:已?成交|已?签约|无效|放弃|流失|其[他它]|未[定评分]级)\\s*客户${tail}`,
  "u",
);

/** The grade of the rows below; "" where the line ends those of the grade before: 成交客户. */
export const gradeOfBand = (said: string): string | undefined => {
  if (said.length > longest) return undefined;
  const text = plain(said);
  const grade = ofGrade.exec(text)?.[1]?.toUpperCase();
  return grade ?? (ofNone.test(text) ? "" : undefined);
};

const whose = "(?:置业顾问|业务员|销售顾问|销售员|销售)\\s*:\\s*(\\p{Script=Han}[\\p{Script=Han}·]{1,5})";
const ofConsultant = new RegExp(`^${whose}\\s*(?:\\([^()]*\\))?$`, "u");
const inTitle = new RegExp(`(?:^|[\\s(【,;|/])${whose}(?=$|[\\s)】,;|/\\d])(?!\\s*:)`, "u");

export const consultantOfBand = (said: string): string | undefined =>
  said.length > longest ? undefined : ofConsultant.exec(plain(said))?.[1];

/** "来访登记 置业顾问：李明 2023年3月"; not "置业顾问：　案场经理：周正". */
export const consultantOfTitle = (title: string): string | undefined => inTitle.exec(plain(title))?.[1];

export const isRowBand = (said: string): boolean =>
  gradeOfBand(said) !== undefined || consultantOfBand(said) !== undefined;

const kinds = [
  { key: "grade", caption: "客户级别", ofBand: gradeOfBand, ofTitle: gradeOfBand },
  { key: "consultant", caption: "置业顾问", ofBand: consultantOfBand, ofTitle: consultantOfTitle },
  { key: "building", caption: "楼栋", ofBand: buildingOfBand, ofTitle: buildingOfTitle },
  { key: "section", caption: "单元", ofBand: sectionOfBand, ofTitle: sectionOfTitle },
] as const;

export interface Banded {
  readonly rows: readonly OldRow[];
  readonly headers: readonly RawCell[];
  readonly matches: readonly HeaderMatch[];
}

const withCell = ({ cells, ...row }: OldRow, at: number, value: RawCell): OldRow => ({
  ...row,
  cells: Array.from({ length: Math.max(cells.length, at + 1) }, (_, column) =>
    column === at ? value : (cells[column] ?? null),
  ),
});

/** By row, what the nearest line above it says. */
const saidBy = (
  bands: readonly { readonly before: number; readonly value: string }[],
  count: number,
  above: string,
): readonly string[] => {
  const said = new Array<string>(count).fill(above);
  for (const { before, value } of bands) said.fill(value, before);
  return said;
};

/** What a page's title does not say, and the page before it is not to say for it. */
const ofBlank = (key: string, titles: readonly string[]): string | undefined => {
  if (key === "consultant") return leavesBlank(titles, /^(?:置业顾问|业务员|销售)/u) ? "" : undefined;
  if (key !== "section") return undefined;
  return titles.some((title) => buildingOfTitle(title) !== undefined) ? "" : undefined;
};

/**
 * The rows with what the nearest line of each kind above them says, where they say nothing themselves; in a column
 * more where the table has none.
 * @param titles the nearest first. A signature at a page's foot is below rows, and is none of those that follow.
 */
export const withBands = (
  table: Banded,
  form: AdoptedForm,
  sections: Filled["sections"],
  titles: readonly string[],
): Banded => {
  let { rows, headers, matches } = table;
  for (const { key, caption, ofBand, ofTitle } of kinds) {
    if (!oldTargetsOf(form).some((target) => target.key === key)) continue;
    const above = titles.map(ofTitle).find((each) => each !== undefined);
    const bands = sections.flatMap(({ before, said, line, titles: own = [] }) => {
      const whoseLine = key === "consultant" ? line?.name : undefined;
      const value =
        whoseLine ?? ofBand(said) ?? own.map(ofTitle).find((each) => each !== undefined) ?? ofBlank(key, own);
      return value === undefined ? [] : [{ before, value }];
    });
    const isSignature = key === "consultant" && above === undefined && (bands[0]?.before ?? 0) > 0;
    if (isSignature || (bands.length === 0 && above === undefined)) continue;
    const known = matches.find((each) => each.key === key)?.column;
    const at = known ?? headers.length;
    const said = saidBy(bands, rows.length, above ?? "");
    const before = rows;
    rows = before.map((row, index) => {
      const value = said[index] ?? "";
      if (value === "" || !isEmptyCell(row.cells[at] ?? null)) return row;
      if (key === "consultant" && isNobodys(row.cells)) return row;
      return withCell(row, at, value);
    });
    if (known !== undefined || rows.every((row, index) => row === before[index])) continue;
    headers = [...headers, caption];
    matches = [...matches, { column: at, header: caption, key, how: "wording" }];
  }
  return { rows, headers, matches };
};
