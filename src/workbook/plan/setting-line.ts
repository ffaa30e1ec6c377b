/** R14: a line of 设置 as the plan has it, by the columns of its table: people may have moved them, or put in their own. */
import { parseArea } from "../../book/address";
import type { Cell, Look, Validation } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import type { Ground } from "./ground";
import {
  firstSettingRow,
  settingCell,
  settingKeys,
  settings,
  settingsSheet,
  type SettingKey,
} from "./site-sheet";

type Plan = Pick<Ground, "plan">;

const columns: readonly string[] = fieldsOf(formOf("settingLines")).map(([, { caption }]) => caption);
/** The columns of a line's caption and of its answer. */
export const [lineCaption = "", lineAnswer = ""] = columns;

const sheetIn = ({ plan }: Plan) => plan.sheets.find(({ name }) => name === settingsSheet);

/** A plan that stands while nobody has said of which quarter it is, is of the one that the workbook says. */
const quarterIn = ({ seen }: Pick<Ground, "seen">): RawCell => {
  const row = seen.settings?.cells.find((cells) => cells.includes(settings.quarterStart)) ?? [];
  return row[row.indexOf(settings.quarterStart) + 1] ?? null;
};

/** What stands in a line, a cell a header; nothing under a header of the users' own. */
export const lineCells = (
  ground: Pick<Ground, "plan" | "seen">,
  key: SettingKey,
  headers: readonly string[],
): readonly (Cell | undefined)[] => {
  const block = sheetIn(ground)?.blocks.find(({ rows }) =>
    rows.some(([caption]) => caption === settings[key]),
  );
  const planned = block?.rows.find(([caption]) => caption === settings[key]) ?? [settings[key], null, null];
  const cells = key === "plannedFrom" ? [planned[0], quarterIn(ground), ...planned.slice(2)] : planned;
  return headers.map((header) =>
    columns.includes(header) ? (cells[columns.indexOf(header)] ?? null) : undefined,
  );
};

/** Where a lost line goes among those that are there: before the first that the plan has after it. */
export const linePlace = (key: SettingKey, lines: readonly string[]): number => {
  const later = settingKeys.slice(settingKeys.indexOf(key) + 1).map((each): string => settings[each]);
  const next = lines.findIndex((line) => later.includes(line));
  return next < 0 ? lines.length : next;
};

export interface LineDress {
  /** By the place among the headers, the weaker first. */
  readonly looks: readonly { readonly at: number; readonly look: Look }[];
  /** Of its answer. */
  readonly rule: Validation | undefined;
}

/** How a line looks, and what its answer may be. */
export const lineDress = (ground: Plan, key: SettingKey, headers: readonly string[]): LineDress => {
  const sheet = sheetIn(ground);
  const row = firstSettingRow + settingKeys.indexOf(key);
  const looks = (sheet?.looks ?? []).flatMap(({ range, look }) => {
    const area = parseArea(range);
    return area === undefined || row < area.top || row > area.bottom
      ? []
      : columns.flatMap((caption, column) => {
          const at = headers.indexOf(caption);
          return at < 0 || column < area.left || column > area.right ? [] : [{ at, look }];
        });
  });
  return {
    looks,
    rule: sheet?.validations.find(
      ({ range }) => `${settingsSheet}!${range}` === settingCell(key).replaceAll("$", ""),
    ),
  };
};
