/** Sheets as others write them, and what the command line says of them. */
import type { Cell, Sheet } from "../../src/book/book";

/** Cells and nothing else; rows may be shorter than others. */
export const oldSheet = (
  name: string,
  rows: readonly (readonly Cell[])[],
  more: Partial<Sheet> = {},
): Sheet => {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    visibility: "visible",
    showGridlines: true,
    blocks: [{ at: "A1", rows: rows.map((row) => Array.from({ length: width }, (_, n) => row[n] ?? null)) }],
    looks: [],
    columns: [],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    ...more,
  };
};

/** What a command writes to the terminal; its exit code is none of the test's own. */
export const heard = async (command: () => Promise<void>): Promise<string> => {
  const said: string[] = [];
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const { exitCode } = process;
  try {
    await command();
  } finally {
    out.mockRestore();
    process.exitCode = exitCode;
  }
  return said.join("");
};
