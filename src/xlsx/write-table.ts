import { areaAddress, cellAddress, parseArea } from "../book/address";
import type { Table } from "../book/book";
import { toFileFormula } from "../book/structured";
import { attributes, mainNamespace, xmlHead, xmlText } from "./xml-text";

/** A formula as an element's text: the file's spelling, without "=". */
export const formulaXml = (formula: string, table: string | undefined): string =>
  xmlText(toFileFormula(formula, table).replace(/^=/u, ""));

/** `formulaXml` that spells each formula of a table once: a register's columns have the same one in every row. */
export const formulaSpeller = (): typeof formulaXml => {
  const byTable = new Map<string | undefined, Map<string, string>>();
  return (formula, table) => {
    let known = byTable.get(table);
    if (known === undefined) byTable.set(table, (known = new Map<string, string>()));
    let xml = known.get(formula);
    if (xml === undefined) known.set(formula, (xml = formulaXml(formula, table)));
    return xml;
  };
};

// In a column's name Excel writes a line break its own way.
const columnName = (name: string): string => attributes({ name }).replaceAll("&#10;", "_x000a_");

/**
 * The table's own part.
 * @param headerText the text of a header cell as the sheet has it.
 * @throws where the plan is at odds with itself: Excel would call the file damaged.
 */
export const tableXml = (
  table: Table,
  id: number,
  headerText: (row: number, column: number) => unknown,
): string => {
  const area = parseArea(table.range);
  const fail = (what: string): never => {
    throw new Error(`table ${table.name}, ${table.range}: ${what}`);
  };
  if (!area) return fail("no range");
  if (area.bottom === area.top) fail("no data row");
  if (area.right - area.left + 1 !== table.columns.length) fail(`${table.columns.length} columns`);
  table.columns.forEach(({ name }, i) => {
    const text = headerText(area.top, area.left + i);
    if (text !== name)
      fail(`header ${cellAddress(area.top, area.left + i)} is ${JSON.stringify(text)}, not ${name}`);
  });
  const ref = areaAddress(area);
  const columns = table.columns.map(({ name, formula }, i) => {
    const head = `<tableColumn id="${i + 1}"${columnName(name)}`;
    if (formula === undefined) return `${head}/>`;
    return `${head}><calculatedColumnFormula>${formulaXml(formula, table.name)}</calculatedColumnFormula></tableColumn>`;
  });
  return (
    `${xmlHead}<table xmlns="${mainNamespace}"` +
    attributes({ id, name: table.name, displayName: table.name, ref, totalsRowShown: false }) +
    `>${table.filterButtons ? `<autoFilter ref="${ref}"/>` : ""}` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${attributes({
      name: table.style === "" ? undefined : table.style,
      showFirstColumn: false,
      showLastColumn: false,
      showRowStripes: table.bandedRows,
      showColumnStripes: false,
    })}/></table>`
  );
};
