/** 校验结果: what a check found, a row each, with a link to the cell. The whole table anew every time. */
import { cellAddress } from "../../book/address";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Problem } from "../../domain/register/problem";
import type { Answer } from "../../domain/register/register";
import { say } from "../../domain/register/wording";
import { WorkbookRefused } from "../port";
import { onTheWire, textFormat } from "./cell-text";
import { type Run, roundTrip, supports } from "./excel-run";
import { type Leave, queueObstacles, refuseObstacles } from "./obstacles";
import { look, type Looked, type TableLook } from "./look";
import { columnsOf, once, queueShape, tableOf, type TableShape } from "./table-shape";
import { inChunks } from "./uniform-fills";

const doing = "写校验结果";
const severities = { error: "错误", warning: "警告", hint: "提示" } as const;

type Shapes = ReadonlyMap<FormKey, TableShape>;

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

const cellOfProblem = ({ form, key, row }: Problem, shapes: Shapes): string | undefined => {
  const shape = shapes.get(form);
  if (shape === undefined) return undefined;
  const at = columnsOf(shape).find((column) => column.key === key)?.at ?? 0;
  return cellAddress((row ?? shape.firstRow - 1) - 1, shape.left + Math.max(0, at));
};

const inFormula = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Excel takes no longer text within a formula. */
const longest = 255;

/** `=HYPERLINK("#'来访登记'!C5","来访登记!C5")`, or the place in words where there is no such cell. */
const linkOf = (problem: Problem, shapes: Shapes): string => {
  const cell = cellOfProblem(problem, shapes);
  const sheet = shapes.get(problem.form)?.sheet;
  if (cell === undefined || sheet === undefined) return problem.sheet;
  const target = `#${quoted(sheet)}!${cell}`;
  return target.length > longest
    ? `${sheet}!${cell}`
    : `=HYPERLINK(${inFormula(target)},${inFormula(`${sheet}!${cell}`)})`;
};

const rowOf = (problem: Problem): Readonly<Record<string, Answer>> => {
  const { says, remedy } = say(problem, "zh");
  return {
    severity: severities[problem.severity],
    rule: problem.rule,
    table: problem.sheet,
    ...(problem.row === undefined ? {} : { row: problem.row }),
    column: problem.caption ?? "",
    says,
    remedy,
  };
};

const matrix = (table: TableLook, problems: readonly Problem[]): (string | number | null)[][] => {
  const keys = new Map(columnsOf(table).map(({ key, at }) => [at, key]));
  return problems.map((problem) => {
    const row = rowOf(problem);
    return table.headers.map((_, at) => {
      const key = keys.get(at);
      // A user's own column starts anew with its row.
      if (key === undefined || key === "link") return "";
      const answer = row[key] ?? "";
      return onTheWire(answer, table.formats[at] ?? "") as string | number;
    });
  });
};

const write = (range: Excel.Range, table: TableLook, problems: readonly Problem[], shapes: Shapes): void => {
  const at = columnsOf(table).find(({ key }) => key === "link")?.at ?? -1;
  const links = at < 0 ? undefined : once(range.getColumn(at));
  range.values = matrix(table, problems);
  if (!links) return;
  // A formula in a text cell would be shown, not followed.
  links.numberFormat = problems.map(() => ["General"]);
  links.formulas = problems.map((problem) => [linkOf(problem, shapes)]);
};

interface Grown {
  readonly rows: number;
}

const rowsPerRequest = 2500;

const writeChunk = (
  looked: Looked,
  table: TableLook,
  problems: readonly Problem[],
  shapes: Shapes,
  first: boolean,
  run: Run,
): Promise<Grown> =>
  roundTrip(
    doing,
    (context) => {
      const obstacles = queueObstacles(context, [...looked.tables.values()]);
      obstacles.open();
      const own = tableOf(context, "problems");
      if (first && table.count > 1) {
        const body = once(own.getDataBodyRange());
        once(once(body.getRow(1)).getBoundingRect(once(body.getLastRow()))).delete("Up");
      }
      const width = table.headers.length;
      const top = once(once(own.getDataBodyRange()).getLastRow());
      const below = problems.slice(first ? 1 : 0);
      const rest =
        below.length === 0
          ? undefined
          : once(once(top.getOffsetRange(1, 0)).getAbsoluteResizedRange(below.length, width));
      if (first) {
        top.clear("Contents");
        write(top, table, problems.slice(0, 1), shapes);
      }
      if (rest) write(rest, table, below, shapes);
      // Above the floor of what we declare; where it is there, the table need not be trusted to grow by itself.
      if (rest && supports("1.13")) own.resize(once(once(own.getRange()).getBoundingRect(rest)));
      const body = once(own.getDataBodyRange());
      body.load("rowCount");
      obstacles.close();
      return () => ({ rows: body.rowCount });
    },
    run,
  );

const empty = (looked: Looked, table: TableLook, run: Run): Promise<void> =>
  roundTrip(
    doing,
    (context) => {
      const obstacles = queueObstacles(context, [...looked.tables.values()]);
      obstacles.open();
      const body = once(tableOf(context, "problems").getDataBodyRange());
      if (table.count > 1) once(once(body.getRow(1)).getBoundingRect(once(body.getLastRow()))).delete("Up");
      const at = columnsOf(table).find(({ key }) => key === "link")?.at ?? -1;
      const first = once(once(tableOf(context, "problems").getDataBodyRange()).getRow(0));
      first.clear("Contents");
      if (at >= 0) once(first.getColumn(at)).numberFormat = [[textFormat]];
      obstacles.close();
      return () => undefined;
    },
    run,
  );

const seeShapes = (problems: readonly Problem[], run: Run): Promise<Shapes> =>
  roundTrip(
    doing,
    (context) => {
      const forms = [...new Set(problems.map(({ form }) => form))];
      const shapes = forms.map((form) => queueShape(context, form));
      return () => new Map(shapes.flatMap((shape) => shape() ?? []).map((shape) => [shape.key, shape]));
    },
    run,
  );

/**
 * Three round trips, and one more for every 2,500 problems beyond the first.
 * @throws WorkbookRefused "tableMissing" where 校验结果 is gone; "tableDidNotGrow".
 */
export const recordProblems = async (
  problems: readonly Problem[],
  leave: Leave = {},
  run: Run = {},
): Promise<void> => {
  const target = { appended: new Map([["problems" as const, 0]]), sets: [], counters: false, alsoRead: [] };
  const looked = await look(target, doing, run);
  refuseObstacles(looked, target, leave, doing);
  const table = looked.tables.get("problems");
  if (!table) throw new WorkbookRefused("tableMissing", doing, formOf("problems").sheet);
  if (problems.length === 0) return empty(looked, table, run);
  const shapes = await seeShapes(problems, run);
  let written = 0;
  for (const [at, chunk] of inChunks(problems, rowsPerRequest).entries()) {
    const { rows } = await writeChunk(looked, table, chunk, shapes, at === 0, run);
    written += chunk.length;
    if (rows < written) throw new WorkbookRefused("tableDidNotGrow", doing, table.sheet);
  }
};
