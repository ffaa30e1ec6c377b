/** R14: formulas that stand in no table: 今天 and 现行周期 on 设置, and the figures of 首页. */
import { cellAddress, parseArea } from "../../book/address";
import type { Book, Cell, Sheet } from "../../book/book";
import { type Problem, problem } from "../../domain/register/problem";
import type { RawCell } from "../../domain/register/register";
import type { Damage } from "./damage";
import { isFormula, type Renamed, sameFormula } from "./formula-spelling";
import type { Inspected } from "./inspected";
import { lineArea } from "./home-hidden";
import { paceArea } from "./pace-place";
import type { CellPut } from "./repair";
import { paceRows } from "./settings-sheet";
import { isDayFormat, valueSaid } from "./value-said";
import { firstSettingRow, homeSheet, settingKeys, settings, settingsSheet } from "./site-sheet";

interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly put: string | number;
}

/** Excel shows an @ where a file of another program leaves the choice of one cell to it. */
const bare = (formula: string): string => formula.replaceAll("@", "").replaceAll("'", "").replaceAll("$", "");

const stands = (planned: string | number, now: RawCell | undefined, renamed: readonly Renamed[]): boolean =>
  typeof planned === "string" && planned.startsWith("=")
    ? now === planned || (isFormula(now) && sameFormula(bare(planned), bare(String(now)), "", renamed))
    : String(now ?? "").trim() === String(planned);

const mostSaid = 8;

/** What stands there instead, for the message. */
const said = (
  cells: readonly { readonly at: string; readonly now: RawCell | undefined; readonly format: string }[],
): string =>
  cells
    .slice(0, mostSaid)
    .map(({ at, now, format }) =>
      isFormula(now)
        ? `${at}（另一公式）`
        : now === undefined || now === null || now === ""
          ? `${at}（空）`
          : `${at}“${valueSaid(now, isDayFormat(format))}”`,
    )
    .join("、") + (cells.length > mostSaid ? ` 等 ${cells.length} 格` : "");

const formatAt = ({ looks }: Sheet, row: number, column: number): string =>
  looks.reduce((format, { range, look }) => {
    const area = look.numberFormat === undefined ? undefined : parseArea(range);
    const covers =
      area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return covers ? (look.numberFormat ?? format) : format;
  }, "General");

type Grid = readonly (readonly RawCell[])[];

const putBack = (
  cells: Grid,
  planned: readonly PlannedCell[],
  formatOf: (cell: PlannedCell) => string,
  renamed: readonly Renamed[],
): { readonly puts: readonly CellPut[]; readonly cells: string } | undefined => {
  const other = planned.flatMap((each) => {
    const now = cells[each.row]?.[each.column];
    return stands(each.put, now, renamed)
      ? []
      : [{ now, at: cellAddress(each.row, each.column), put: each.put, format: formatOf(each) }];
  });
  return other.length === 0
    ? undefined
    : { puts: other.map(({ at, put, format }) => ({ at, put, format })), cells: said(other) };
};

const about = (code: Problem["code"], sheet: string, facts: Problem["facts"]): Problem =>
  problem(code, { form: "settingLines", sheet, ...(facts && { facts }) });

const todayDamage = ({ settings: seen, tables, lines }: Inspected, plan: Sheet): readonly Damage[] => {
  const table = tables.get("settingLines");
  const line = lines?.indexOf(settings.today) ?? -1;
  const value = table?.headers.indexOf("内容") ?? -1;
  if (seen === undefined || table === undefined || line < 0 || value < 0) return [];
  const [row, column] = [table.headerRow + 1 + line, table.left + value];
  const format = formatAt(plan, firstSettingRow + settingKeys.indexOf("today"), 1);
  const found = putBack(seen.cells, [{ row, column, put: "=TODAY()" }], () => format, []);
  return found === undefined
    ? []
    : [
        {
          problem: {
            ...about("todayFixed", seen.sheet, { cells: found.cells }),
            row: row + 1,
          },
          repair: [{ kind: "restoreCells", what: "today", sheet: seen.sheet, cells: found.puts }],
          sure: true,
        },
      ];
};

const paceDamage = (inspected: Inspected, renamed: readonly Renamed[]): readonly Damage[] => {
  const area = paceArea(inspected);
  const seen = inspected.settings;
  if (area === undefined || seen === undefined) return [];
  const planned = paceRows(area.left, area.top).flatMap((cells, down) =>
    cells.flatMap((cell, across): PlannedCell[] => {
      const put = typeof cell === "object" ? cell?.formula : String(cell);
      return put === undefined ? [] : [{ row: area.top + down, column: area.left + across, put }];
    }),
  );
  const found = putBack(seen.cells, planned, () => "General", renamed);
  return found === undefined
    ? []
    : [
        {
          problem: { ...about("paceOverwritten", seen.sheet, { cells: found.cells }), row: area.top + 1 },
          repair: [{ kind: "restoreCells", what: "pace", sheet: seen.sheet, cells: found.puts }],
          sure: true,
        },
      ];
};

const cellsOf = ({ blocks }: Sheet): readonly { row: number; column: number; cell: Cell }[] =>
  blocks.flatMap(({ at, rows }) => {
    const area = parseArea(at);
    return area === undefined
      ? []
      : rows.flatMap((cells, down) =>
          cells.map((cell, across) => ({ row: area.top + down, column: area.left + across, cell })),
        );
  });

/** What people see of 首页, and what it follows from but for the line: that stands as it was built, or is put back there. */
const isOfLine = (column: number): boolean => column >= lineArea.left;

/** As many of its captions stand where they were built, unless rows or columns were put in. */
const enough = 0.8;

const homeDamage = (
  { home }: Inspected,
  plan: Sheet | undefined,
  renamed: readonly Renamed[],
): readonly Damage[] => {
  if (home === undefined || plan === undefined) return [];
  const all = cellsOf(plan);
  const planned = all.flatMap(({ row, column, cell }): PlannedCell[] =>
    typeof cell === "object" && cell !== null ? [{ row, column, put: cell.formula }] : [],
  );
  const captions = all.filter(({ cell }) => typeof cell === "string");
  const there = captions.filter(({ row, column, cell }) => home[row]?.[column] === cell);
  if (there.length < captions.length * enough) {
    const count = home.flatMap((row) => row.filter((cell, at) => !isOfLine(at) && isFormula(cell))).length;
    const wanted = planned.filter(({ column }) => !isOfLine(column)).length;
    // People may lay out the page as they like; its formulas follow by themselves.
    return count >= wanted
      ? []
      : [
          {
            problem: about("homeIncomplete", homeSheet, { count: wanted - count }),
            repair: [{ kind: "renewHome" }],
            sure: false,
          },
        ];
  }
  const found = putBack(home, planned, ({ row, column }) => formatAt(plan, row, column), renamed);
  return found === undefined
    ? []
    : [
        {
          problem: about("homeOverwritten", homeSheet, { cells: found.cells }),
          repair: [{ kind: "restoreCells", what: "home", sheet: homeSheet, cells: found.puts }],
          sure: true,
        },
      ];
};

/** @param renamed columns of ours under other names, which formulas then name. */
export const cellDamages = (
  inspected: Inspected,
  { sheets }: Book,
  renamed: readonly Renamed[],
): readonly Damage[] => {
  const planned = (name: string): Sheet | undefined => sheets.find((each) => each.name === name);
  const own = planned(settingsSheet);
  return [
    ...(own === undefined ? [] : todayDamage(inspected, own)),
    ...paceDamage(inspected, renamed),
    ...homeDamage(inspected, planned(homeSheet), renamed),
  ];
};
