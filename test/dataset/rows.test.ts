import { fit } from "../../src/dataset/cell";
import { phoneKey } from "../../src/dataset/phone-key";
import { siteRows } from "../../src/dataset/site-rows";
import {
  type ColumnType,
  quarantineColumns,
  tableNames,
  tables,
  type TableName,
} from "../../src/dataset/tables";
import type { RawCell } from "../../src/domain/register/register";
import { draw } from "../domain/draw";
import { shareFrom } from "./drawn-share";

const key = new TextEncoder().encode("a key of the house, long enough");
const named = { site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" };

const raw = (said: string): RawCell => {
  if (said === "empty") return null;
  if (said === "yes") return true;
  return said.startsWith("#") ? Number(said.slice(1)) : said;
};

describe("a cell in its column", () => {
  test("fits or says why not", () => {
    const drawn = draw(`
      | type    | cell             | value            | misfit  |
      | text    | 路过             | 路过             |         |
      | text    | #12              | 12               |         |
      | text    | /                | null             |         |
      | text    | ／               | null             |         |
      | text    | empty            | null             |         |
      | date    | 2024-03-05       | 2024-03-05       |         |
      | date    | 2024-03-05 14:30 | 2024-03-05       |         |
      | date    | 2024-02-30       | null             | day     |
      | date    | 2024-03-05x      | null             | day     |
      | date    | 下周             | null             | day     |
      | date    | #45356           | null             | day     |
      | date    | /                | null             |         |
      | moment  | 2024-03-05 14:30 | 2024-03-05 14:30 |         |
      | moment  | 2024-03-05       | 2024-03-05 00:00 |         |
      | moment  | 下午             | null             | day     |
      | integer | #35              | 35               |         |
      | integer | 35岁             | 35               |         |
      | integer | #35.5            | null             | number  |
      | integer | 三十多           | null             | number  |
      | integer | #3000000000      | null             | number  |
      | integer | yes              | null             | number  |
      | decimal | #12.5            | 12.50            |         |
      | decimal | #0               | 0.00             |         |
      | decimal | #-0.001          | 0.00             | rounded |
      | decimal | #0.30000000000000004 | 0.30         |         |
      | decimal | #5312.345        | 5312.35          | rounded |
      | decimal | 85万             | 850000.00        |         |
      | decimal | 面议             | null             | amount  |
      | decimal | #1e15            | null             | amount  |
    `);
    expect(
      drawn.map(({ type = "", cell = "" }) => {
        const { value, misfit = "" } = fit(type as ColumnType, raw(cell));
        return { type, cell, value: String(value), misfit };
      }),
    ).toEqual(drawn);
  });

  test("half a character and NUL stand in no text", () => {
    expect(fit("text", "a\0b\uD83Dc🏠").value).toBe("a\uFFFDb\uFFFDc🏠");
  });
});

const of = (rows: ReturnType<typeof siteRows>, table: TableName, column: string): readonly unknown[] => {
  const at = tables[table].columns.findIndex(({ name }) => name === column);
  return rows.tables[table].columns[at] ?? [];
};

const quarantined = (rows: ReturnType<typeof siteRows>): readonly Record<string, unknown>[] =>
  Array.from({ length: rows.quarantine.count }, (_, at) =>
    Object.fromEntries(
      quarantineColumns.map(({ name }, column) => [name, rows.quarantine.columns[column]?.[at]]),
    ),
  );

describe("a share as rows", () => {
  const visitors = {
    sheet: "来访（新）",
    rows: [5, 9],
    columns: new Map<string, readonly RawCell[]>([
      ["clientId", ["LY-ZS001", "ly－zs００２"]],
      ["visitDate", ["2024-03-05", "下周三"]],
      ["name", ["张三", "洛阳某某有限公司"]],
      ["age", [35, "三十多，13803791234"]],
      ["mobile", ["138 0379 1234", "打不通 1380379"]],
      ["channels", ["老带新、单页", "/"]],
      ["referrerId", ["LY-ZS002", null]],
      ["notes", ["电话13803791234，周末再来", null]],
    ]),
  };
  const share = {
    ...shareFrom(named, { visitors }),
    notUnderstood: [{ form: "visitors", row: 9, key: "mobile", raw: "打不通 1380379" }] as const,
    phones: [
      {
        phone: "+8613803791234",
        shown: "138 0379 1234",
        form: "visitors",
        row: 5,
        client: "LY-ZS001",
        name: "张三",
        consultant: "李四",
        day: undefined,
      },
    ] as const,
  };
  const rows = siteRows(share, (phone) => phoneKey(key, phone));

  test("stand under the columns of their form, with where they come from", () => {
    const seen = (column: string): readonly unknown[] => of(rows, "visits", column);
    expect(seen("client_no")).toEqual(["LY-ZS001", "LY-ZS002"]);
    expect(seen("source_sheet")).toEqual(["来访（新）", "来访（新）"]);
    expect(seen("source_row")).toEqual([5, 9]);
    expect(seen("visit_date")).toEqual(["2024-03-05", null]);
    expect(seen("age")).toEqual([35, null]);
    expect(seen("age_band")).toEqual(["31–40", "单位名义"]);
    expect(seen("channel")).toEqual(["老带新", null]);
    expect(seen("referrer_no")).toEqual(["LY-ZS002", null]);
  });

  test("a client who called from a landline and came with a mobile is one person; both numbers are found", () => {
    const calls = {
      sheet: "来电登记",
      rows: [7, 8],
      columns: new Map<string, readonly RawCell[]>([["clientId", ["LY-ZS001", null]]]),
    };
    const landline = {
      ...share.phones[0],
      phone: "+8637963912345",
      shown: "0379-63912345",
      form: "calls",
    } as const;
    const both = siteRows(
      {
        ...share,
        registers: { ...share.registers, calls },
        phones: [...share.phones, { ...landline, row: 7 }, { ...landline, row: 8, client: "" }],
      },
      (phone) => phoneKey(key, phone),
    );
    const [mobileKey, landlineKey] = ["+8613803791234", "+8637963912345"].map((each) => phoneKey(key, each));
    expect(of(both, "visits", "phone_key")[0]).toBe(mobileKey);
    expect(of(both, "calls", "phone_key")).toEqual([mobileKey, landlineKey]);
    expect(of(both, "phones", "phone_key")).toEqual([mobileKey, landlineKey, landlineKey]);
  });

  test("have the number's keyed hash and its masked form, and no number", () => {
    expect(of(rows, "visits", "phone_key")).toEqual([phoneKey(key, "+8613803791234"), null]);
    expect(of(rows, "visits", "phone_shown")).toEqual(["138****1234", null]);
    expect(of(rows, "visits", "notes")).toEqual(["电话138****1234，周末再来", null]);
    expect(JSON.stringify(rows)).not.toContain("13803791234");
  });

  test("what did not fit is set apart with its reason and what was written", () => {
    expect(
      quarantined(rows).map((each) => [each.source_row, each.column_name, each.reason, each.raw]),
    ).toEqual([
      [9, "visit_date", "不是日期", "下周三"],
      [9, "age", "不是整数", "三十多，138****1234"],
      [9, "mobile", "不是号码", "打不通 ****0379"],
    ]);
  });

  test("a workbook read with the key and one read without give the same person", () => {
    const hashed = {
      ...share,
      phones: share.phones.map((each) => ({ ...each, phone: phoneKey(key, each.phone).replaceAll("-", "") })),
    };
    expect(siteRows(hashed, (phone) => phoneKey(key, phone))).toEqual(rows);
    expect(phoneKey(key, "+8613803791234")).not.toBe(
      phoneKey(new TextEncoder().encode("another key, as long"), "+8613803791234"),
    );
    // HMAC-SHA256, the first 128 bits.
    expect(phoneKey(key, "+8613803791234")).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
  });
});

describe("the tables", () => {
  test("name no column twice, hold no number, and begin with where a row comes from", () => {
    for (const name of tableNames) {
      const columns = tables[name].columns.map((each) => each.name);
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns.slice(0, 7)).toEqual([
        "site_id",
        "client_no",
        "phone_key",
        "phone_shown",
        "source_file",
        "source_sheet",
        "source_row",
      ]);
      expect(columns.filter((each) => /^(?:phone|mobile|other_contact|id_card)$/u.test(each))).toEqual([]);
      expect(columns.every((each) => /^[a-z][a-z_]*$/u.test(each))).toBe(true);
    }
  });
});
