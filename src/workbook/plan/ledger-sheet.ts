/** `_案场簿`, very hidden: the highest number given per prefix (R1), the version and the workbook's own id. */
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { bookLine, versionLine } from "../../domain/head-office/schema-version";
import type { Sheet, Table } from "../../book/book";
import { headerLook, noteLook, paperFont } from "./palette";
import type { NewSite } from "./new-site";

/** Raised whenever a workbook of before lacks something the program needs; `upgrade.ts` says how it gets that. */
export const schemaVersion = 8;
export const metaKeys = { version: versionLine, id: bookLine } as const;

const captions = (key: "counters" | "meta"): readonly string[] =>
  fieldsOf(formOf(key)).map(([, { caption }]) => caption);

const table = (key: "counters" | "meta", range: string): Table => ({
  name: formOf(key).table,
  range,
  columns: captions(key).map((name) => ({ name })),
  style: "TableStyleLight1",
  bandedRows: false,
  filterButtons: false,
});

export const planLedger = (site: NewSite): Sheet => ({
  name: formOf("counters").sheet,
  visibility: "veryHidden",
  showGridlines: true,
  blocks: [
    { at: "A1", rows: [["案场簿自用：已给出的最大编号、版本、本簿编号。请勿改动。"]] },
    { at: "A3", rows: [captions("counters"), [null, null]] },
    {
      at: "D3",
      rows: [captions("meta"), [metaKeys.version, schemaVersion], [metaKeys.id, site.workbookId]],
    },
  ],
  looks: [
    { range: "A:A", look: { ...paperFont, numberFormat: "@" } },
    { range: "B:E", look: paperFont },
    { range: "A1", look: noteLook },
    { range: "A3:B3", look: headerLook },
    { range: "D3:E3", look: headerLook },
  ],
  columns: [14, 12, 3, 14, 42].map((width, column) => ({ column, width })),
  defaultRowHeight: 20,
  rows: [],
  merges: [],
  links: [],
  tables: [table("counters", "A3:B4"), table("meta", "D3:E5")],
  validations: [],
  highlights: [],
  protection: {},
});
