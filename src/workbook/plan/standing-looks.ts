/** The planned look of one column, where the column stands now. */
import { areaAddress, parseArea } from "../../book/address";
import type { Look, RangeLook } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Ground } from "./ground";

export interface ColumnLook {
  readonly looks: readonly RangeLook[];
  readonly width: number | undefined;
}

interface Rows {
  /** The sheet's row number (1-based) of the first record. */
  readonly firstRow: number;
  readonly count: number;
}

/** What people tint themselves is theirs: of a record's cells only format and borders are given. */
const forRecords = ({ fill: _, ...look }: Look): Look => look;

/** @param column of the sheet, from 0. Rows to come look as the last one does. */
export const columnLooks = (
  { planned }: Ground,
  form: FormKey,
  key: string,
  column: number,
  { firstRow, count }: Rows,
): ColumnLook => {
  const own = planned.get(form);
  const index = fieldsOf(formOf(form)).findIndex(([each]) => each === key);
  if (own === undefined || index < 0) return { looks: [], width: undefined };
  const { sheet, area } = own;
  const at = area.left + index;
  const headerRow = firstRow - 2;
  const looks = sheet.looks.flatMap(({ range, look }): readonly RangeLook[] => {
    const place = parseArea(range);
    if (place === undefined || at < place.left || at > place.right || place.bottom < area.top) return [];
    const isHeader = place.bottom === area.top;
    // A line of 设置 has a look of its own, which no other line gets.
    if (!isHeader && (place.top > area.top + 1 || place.bottom < area.bottom)) return [];
    const rows = isHeader
      ? { top: headerRow, bottom: headerRow }
      : { top: headerRow + 1, bottom: headerRow + count };
    return [
      {
        range: areaAddress({ ...rows, left: column, right: column }),
        look: isHeader ? look : forRecords(look),
      },
    ];
  });
  return { looks, width: sheet.columns.find((each) => each.column === at)?.width };
};
