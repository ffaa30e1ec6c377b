/** R14: the part of a planned sheet that is one table, for a sheet that has lost just that. */
import { areaAddress, cellAddress, parseArea } from "../../book/address";
import type { Block, Sheet } from "../../book/book";
import { placementOf, placedHighlights, placedRule, type PlannedTable } from "./placement";

const within = (address: string, { area }: PlannedTable): boolean => {
  const place = parseArea(address);
  return place !== undefined && place.left >= area.left && place.right <= area.right;
};

/** The part of a planned sheet that belongs to one of its tables, `by` columns further right, on a sheet of any name. */
export const partOf = (own: PlannedTable, sheet: string, by: number): Sheet => {
  const { area, table } = own;
  const placement = placementOf(new Map([[own.key, own]]), [
    {
      key: own.key,
      sheet,
      headerRow: area.top,
      left: area.left + by,
      headers: table.columns.map(({ name }) => name),
    },
  ]);
  const moved = (address: string): string => {
    const place = parseArea(address);
    return place === undefined
      ? address
      : areaAddress({ ...place, left: place.left + by, right: place.right + by });
  };
  const block = ({ at, rows }: Block): Block => {
    const place = parseArea(at);
    return { at: cellAddress(place?.top ?? 0, (place?.left ?? 0) + by), rows };
  };
  const { name } = own.sheet;
  const mine = <T extends { readonly range: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ range }) => within(range, own));
  return {
    name: sheet,
    visibility: "visible",
    showGridlines: own.sheet.showGridlines,
    blocks: own.sheet.blocks.filter(({ at }) => within(at, own)).map(block),
    looks: mine(own.sheet.looks).map((look) => ({ ...look, range: moved(look.range) })),
    columns: own.sheet.columns
      .filter(({ column }) => column >= area.left && column <= area.right)
      .map((each) => ({ ...each, column: each.column + by })),
    rows: [],
    merges: [],
    links: [],
    tables: [{ ...table, range: moved(table.range) }],
    validations: mine(own.sheet.validations).map((validation) => ({
      ...validation,
      range: moved(validation.range),
      ...(validation.rule && { rule: placedRule(validation.rule, name, placement) }),
    })),
    highlights: mine(own.sheet.highlights).flatMap((each) => placedHighlights(each, name, placement)),
  };
};
