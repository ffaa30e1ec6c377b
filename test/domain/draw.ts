/**
 * A drawn table as records, keyed by its header: a row a case, blanks around cells dropped.
 * "\|" is a bar inside a cell, "\n" a line break; a line of dashes under the header is allowed.
 */
export const draw = (text: string): Record<string, string>[] => {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^\|[\s|:-]+\|$/u.test(line));
  const [head, ...rows] = lines.map(cells);
  if (head === undefined) throw new Error("a drawn table needs a header");
  return rows.map((row) => {
    if (row.length !== head.length)
      throw new Error(`${row.length} cells under ${head.length} headers: ${row.join(" | ")}`);
    return Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""]));
  });
};

const cells = (line: string): string[] => {
  if (!line.startsWith("|") || !line.endsWith("|")) throw new Error(`not a row of a drawn table: ${line}`);
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll("\\|", "|").replaceAll("\\n", "\n"));
};
