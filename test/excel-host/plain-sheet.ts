import type { Sheet } from "../../src/book/book";

/** A sheet with nothing on it but these blocks. */
export const sheetOf = (name: string, blocks: Sheet["blocks"], more: Partial<Sheet> = {}): Sheet => ({
  name,
  visibility: "visible",
  showGridlines: true,
  blocks,
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
  ...more,
});
