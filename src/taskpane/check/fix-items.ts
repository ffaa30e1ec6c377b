/** What 修正 shows: a line a cell, and a line a row for its `/`, which says nothing was there to be asked (R3). */
import type { Change } from "../../domain/register/change";
import { applyFixes, type FixLine, previewFixes } from "../../domain/register/check/fixes";
import type { Problem } from "../../domain/register/problem";
import type { RawCell } from "../../domain/register/register";
import { formOf } from "../../domain/forms/index";
import { answerOf } from "../../workbook/plan/cells";

export interface FixItem {
  readonly sheet: string;
  /** Absent for a row to be added. */
  readonly row: number | undefined;
  readonly captions: readonly string[];
  readonly was: string;
  readonly becomes: string;
  readonly changes: readonly Change[];
  /** Ticked from the start. Whether nobody asked or there was nothing to say, only people know: `/` is not. */
  readonly sure: boolean;
}

const said = (line: FixLine, cell: RawCell): string => {
  const key = line.change.kind === "set" ? line.change.key : "";
  const field = formOf(line.form).fields[key];
  const answer = field ? answerOf(field, cell) : cell;
  return answer === undefined || answer === null ? "" : String(answer);
};

/** `captioned` says a column in the reader's language. */
export const fixItems = (
  problems: readonly Problem[],
  captioned = (_form: string, _key: string, paper: string): string => paper,
): readonly FixItem[] => {
  const items: FixItem[] = [];
  const byRow = new Map<Problem, number>();
  for (const line of previewFixes(problems)) {
    const caption =
      line.change.kind === "set" ? captioned(line.form, line.change.key, line.caption) : line.caption;
    const at = line.problem.code === "notAsked" ? byRow.get(line.problem) : undefined;
    const before = at === undefined ? undefined : items[at];
    if (at !== undefined && before) {
      items[at] = {
        ...before,
        captions: [...before.captions, caption],
        changes: [...before.changes, line.change],
      };
      continue;
    }
    if (line.problem.code === "notAsked") byRow.set(line.problem, items.length);
    items.push({
      sheet: line.sheet,
      row: line.row,
      captions: [caption],
      was: said(line, line.was),
      becomes: line.becomes === null ? "" : said(line, line.becomes),
      changes: [line.change],
      sure: line.problem.code !== "notAsked",
    });
  }
  return items.sort((a, b) => Number(b.sure) - Number(a.sure));
};

/** The changes of the ticked items; counters ride along with the numbers they count. */
export const changesOf = (
  problems: readonly Problem[],
  items: readonly FixItem[],
  ticked: ReadonlySet<number>,
): readonly Change[] => {
  const out = new Set(items.flatMap((item, at) => (ticked.has(at) ? [] : item.changes)));
  return ticked.size === 0 ? [] : applyFixes(problems).filter((change) => !out.has(change));
};
