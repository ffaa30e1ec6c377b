/**
 * What the installed Office.js client can ask of Excel, read from its own source at start.
 * It is Microsoft's text, so it is never written down here.
 */
export interface ClassEntry {
  /** Wire names of what `load()` may ask for. */
  readonly scalars: readonly string[];
  /** Wire name of a navigation property → its class. */
  readonly navigations: Readonly<Record<string, string>>;
  /** Wire name of a method → the class it gives, or "" where it gives a value. */
  readonly methods: Readonly<Record<string, string>>;
}

export type Catalog = Readonly<Record<string, ClassEntry>>;

const classStart = /^ {4}var (\w+) = \(function \(_super\) \{$/gmu;
const originalNames = /_scalarPropertyOriginalNames[\s\S]*?return (\[[^\]]*\]);/u;
const navigation = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/gu;
const objectMethod = /_createMethodObject\(Excel\.(\w+), this, "(\w+)"/gu;
const valueMethod = /_invoke(?:Retrieve)?Method\(this, "(\w+)"/gu;

const readClass = (source: string): ClassEntry => ({
  scalars: JSON.parse(originalNames.exec(source)?.[1] ?? "[]") as string[],
  navigations: Object.fromEntries(
    [...source.matchAll(navigation)].map((found) => [found[2] ?? "", found[1] ?? ""]),
  ),
  methods: Object.fromEntries([
    ...[...source.matchAll(valueMethod)].map((found): [string, string] => [found[1] ?? "", ""]),
    ...[...source.matchAll(objectMethod)].map((found): [string, string] => [found[2] ?? "", found[1] ?? ""]),
  ]),
});

/** @param source the text of `excel-web-16.00.debug.js`. Throws where it is not that file. */
export const readCatalog = (source: string): Catalog => {
  const excel = source.slice(
    source.indexOf("var _BeginExcel"),
    source.lastIndexOf("var _EndExcel") + 1 || undefined,
  );
  const starts = [...excel.matchAll(classStart)];
  const classes = starts.map((start, at): [string, ClassEntry] => [
    start[1] ?? "",
    readClass(excel.slice(start.index, starts[at + 1]?.index)),
  ]);
  const catalog = Object.fromEntries(classes);
  if (catalog["Range"] === undefined)
    throw new Error("The catalogue found no Range: is this Office.js's debug file for Excel?");
  return catalog;
};
