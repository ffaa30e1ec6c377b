/**
 * Marks the cells of problems with a fill of their own, and takes the marks off again. What was marked, and what fill
 * it had, is kept with the workbook, so that another day's pane or a colleague's can take it off.
 */
import type { FormKey } from "../../domain/forms/index";
import type { Problem } from "../../domain/register/problem";
import { type Run, roundTrip } from "./excel-run";
import { columnsOf, queueShape, type TableShape } from "./table-shape";
import {
  type Filled,
  inChunks,
  noFill,
  type Place,
  placesPerRequest,
  rangeAt,
  uniformFills,
} from "./uniform-fills";
import { rowRuns } from "./write-steps";

/** Unlike every highlight of the plan, which stay visible where they apply. */
export const markFill = "#E4D3F4";

const settingKey = "anchang.marks";

/** Compact, since it travels with the file: sheet, top, bottom, left, right, the fill from before. */
type Kept = readonly [string, number, number, number, number, string];

const keptFrom = (value: unknown): readonly Filled[] => {
  if (!Array.isArray(value)) return [];
  return (value as Kept[]).map(([sheetId, top, bottom, left, right, fill]) => ({
    place: { sheetId, top, bottom, left, right },
    fill,
  }));
};

const kept = ({ place, fill }: Filled): Kept => [
  place.sheetId,
  place.top,
  place.bottom,
  place.left,
  place.right,
  fill,
];

interface Seen {
  readonly shapes: ReadonlyMap<FormKey, TableShape>;
  readonly marks: readonly Filled[];
}

const see = (forms: readonly FormKey[], doing: string, run: Run): Promise<Seen> =>
  roundTrip(
    doing,
    (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(settingKey);
      setting.load("value");
      const shapes = forms.map((form) => queueShape(context, form));
      return () => ({
        shapes: new Map(shapes.flatMap((shape) => shape() ?? []).map((shape) => [shape.key, shape])),
        marks: setting.isNullObject ? [] : keptFrom(setting.value),
      });
    },
    run,
  );

/** Hints are for the pane: a third of the workbook would be coloured. */
const isMarked = ({ severity }: Problem): boolean => severity !== "hint";

/** Neighbours below each other are one place. */
const placesOf = (problems: readonly Problem[], shapes: Seen["shapes"]): readonly Place[] => {
  const columns = new Map<string, { sheetId: string; column: number; rows: { row: number }[] }>();
  for (const { form, key, row } of problems.filter(isMarked)) {
    const shape = shapes.get(form);
    const at = shape && columnsOf(shape).find((column) => column.key === key)?.at;
    if (shape === undefined || at === undefined || at < 0 || row === undefined) continue;
    if (row < shape.firstRow || row >= shape.firstRow + shape.count) continue;
    const name = `${form} ${at}`;
    const group = columns.get(name) ?? { sheetId: shape.sheetId, column: shape.left + at, rows: [] };
    group.rows.push({ row });
    columns.set(name, group);
  }
  return [...columns.values()].flatMap(({ sheetId, column, rows }) =>
    rowRuns(rows).map(({ first, last }) => ({
      sheetId,
      top: first - 1,
      bottom: last - 1,
      left: column,
      right: column,
    })),
  );
};

const paint = async (filled: readonly Filled[], doing: string, run: Run): Promise<void> => {
  for (const chunk of inChunks(filled, placesPerRequest))
    await roundTrip(
      doing,
      (context) => {
        for (const { place, fill } of chunk) {
          const { fill: own } = rangeAt(context, place).format;
          if (fill === noFill) own.clear();
          else own.color = fill;
        }
        return () => undefined;
      },
      run,
    );
};

const remember = (marks: readonly Filled[], doing: string, run: Run): Promise<void> =>
  roundTrip(
    doing,
    (context) => {
      context.workbook.settings.add(settingKey, marks.map(kept));
      return () => undefined;
    },
    run,
  );

const inside = (place: Place, other: Place): boolean =>
  place.sheetId === other.sheetId &&
  place.top >= other.top &&
  place.bottom <= other.bottom &&
  place.left >= other.left &&
  place.right <= other.right;

/** Rows may have moved since: then our fill is looked for in the whole columns that had it. */
const columnsOfMarks = (marks: readonly Filled[], shapes: Seen["shapes"]): readonly Place[] => {
  const columns = new Map<string, Place>();
  for (const { place } of marks) {
    const shape = [...shapes.values()].find(
      ({ sheetId, left, headers }) =>
        sheetId === place.sheetId && place.left >= left && place.left < left + headers.length,
    );
    if (shape)
      columns.set(`${place.sheetId} ${place.left}`, {
        sheetId: place.sheetId,
        left: place.left,
        right: place.left,
        top: shape.firstRow - 1,
        bottom: shape.firstRow + shape.count - 2,
      });
  }
  return [...columns.values()];
};

/** What takes the marks off; a cell that somebody has coloured since stays as it is. */
const wayBack = async ({ marks, shapes }: Seen, doing: string, run: Run): Promise<readonly Filled[]> => {
  if (marks.length === 0) return [];
  const now = await uniformFills(
    marks.map(({ place }) => place),
    doing,
    run,
  );
  const moved = now.some(({ fill }) => fill !== markFill);
  const strayed = moved ? await uniformFills(columnsOfMarks(marks, shapes), doing, run) : [];
  return [...now, ...strayed]
    .filter(({ fill }) => fill === markFill)
    .map(({ place }) => ({
      place,
      fill: marks.find((mark) => inside(place, mark.place))?.fill ?? noFill,
    }));
};

const forms = [
  "visitors",
  "calls",
  "grades",
  "followUps",
  "deals",
  "events",
] as const satisfies readonly FormKey[];

/** Some four round trips for thousands of problems. @returns how many places are marked now. */
export const markProblems = async (problems: readonly Problem[], run: Run = {}): Promise<number> => {
  const doing = "标出问题";
  const seen = await see(forms, doing, run);
  await paint(await wayBack(seen, doing, run), doing, run);
  const places = placesOf(problems, seen.shapes);
  const before = await uniformFills(places, doing, run);
  // First remembered, then painted: a pane that closes between leaves nothing that cannot be taken off.
  await remember(before, doing, run);
  await paint(
    before.map(({ place }) => ({ place, fill: markFill })),
    doing,
    run,
  );
  return places.length;
};

/** Takes off all marks. */
export const clearMarks = async (run: Run = {}): Promise<void> => {
  const doing = "清除标记";
  const seen = await see(forms, doing, run);
  if (seen.marks.length === 0) return;
  await paint(await wayBack(seen, doing, run), doing, run);
  await remember([], doing, run);
};
