/** 收编 through both writers: what goes into a file and what goes into the live workbook is the same. */
import type { Book } from "../../src/book/book";
import type { Adoption } from "../../src/domain/register/adoption/adoption";
import { adopt, adoptWantsOf } from "../../src/domain/register/adoption/adopt";
import type { AdoptedForm, ColumnUse, OldRegister } from "../../src/domain/register/old-sheet/old-cells";
import { ownKey } from "../../src/domain/register/own-column";
import type { RawCell } from "../../src/domain/register/register";
import type { Model } from "../../src/excel-host/model/model";
import { openWorkbook } from "../../src/workbook/office/open-workbook";
import { startHistory } from "../../src/workbook/office/undo";
import { changeSiteFile } from "../../src/workbook/xlsx/change-site-file";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import type { OwnPlace } from "../../src/workbook/port";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasOpenpyxl, hasValidator, openpyxl, temporaryFiles, validate } from "../xlsx/tools";
import { modelOf, sitDown } from "./office/desk";
import { sampleBook, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const about = { today, consultant: "王芳" };

const blank = (key: string): ColumnUse => ({ use: "blank", key });
const own = (caption: string): ColumnUse => ({ use: "own", caption });

const registerOf = (
  form: AdoptedForm,
  columns: readonly (readonly [header: string, use: ColumnUse])[],
  rows: readonly (readonly RawCell[])[],
): OldRegister => ({
  form,
  headers: columns.map(([header]) => header),
  rows: rows.map((cells, at) => ({ row: at + 2, cells, original: cells })),
  setAside: [],
  mapping: columns.map(([, use]) => use),
});

/** Somebody who is in the sample already comes last: their phone is taken from it. */
const visits = (phone: RawCell): OldRegister =>
  registerOf(
    "visitors",
    [
      ["日期", blank("visitDate")],
      ["姓名", blank("name")],
      ["手机", blank("mobile")],
      ["备注", blank("notes")],
      ["领导批示", own("领导批示")],
      ["办卡日期", own("办卡日期")],
      ["卡号", own("卡号")],
    ],
    [
      ["2023.3.5", "钱一", "13800000001", "看三房", "=1+1", 45000, 7],
      ["2023.3.6", "孙二", "13800000002", "看两房", "-", 45001, "0012"],
      ["2023.3.7", "钱一", "13800000001", "又来", "@阅", null, 8.5],
      ["2023.3.8", "李三", "1380000003", "号码不全", "不应写入", 45003, 9],
      ["2023.3.9", "老友", phone, "老客户", "重点", 45004, "9"],
    ],
  );

const mobileIn = async (bytes: Uint8Array): Promise<RawCell> => {
  const book = await readSiteFile(bytes);
  return book.registers.visitors?.columns.get("mobile")?.find((cell) => cell !== "" && cell !== null) ?? null;
};

const into = async (book: Book): Promise<{ bytes: Uint8Array; old: OldRegister; adoption: Adoption }> => {
  const bytes = await writeBook(book);
  const old = visits(await mobileIn(bytes));
  return { bytes, old, adoption: adopt(await readSiteFile(bytes), old, about) };
};

const ownCells = async (bytes: Uint8Array): Promise<Record<string, RawCell[]>> => {
  const register = (await readSiteFile(bytes)).registers.visitors;
  return Object.fromEntries(
    ["领导批示", "办卡日期", "卡号"].map((caption) => [
      caption,
      [...(register?.columns.get(ownKey(caption)) ?? [])].filter((cell) => cell !== null && cell !== ""),
    ]),
  );
};

describe.each(["1.9", "1.13"])("taking in visits with the users' own columns, ExcelApi %s", (version) => {
  let bytes: Uint8Array;
  let old: OldRegister;
  let adoption: Adoption;
  let filed: Uint8Array;
  let model: Model;
  let live: Uint8Array;
  let before: Book;
  let history: ReturnType<typeof startHistory>;

  beforeAll(async () => {
    ({ bytes, old, adoption } = await into(sampleBook()));
    filed = await changeSiteFile(bytes, adoption.changes, "收编");
    model = await modelOf(sampleBook());
    sitDown(model, { requirementSets: { ExcelApi: version } });
    before = model.toBook();
    history = startHistory();
    const port = openWorkbook({ onWritten: history.note });
    const basis = await port.read(adoptWantsOf(old), "收编");
    const decided = adopt(basis, old, about);
    expect(decided.fates).toEqual(adoption.fates);
    const written = await history.asOne(
      "收编",
      () => port.write(decided.changes, {}, "收编", { basis }),
      true,
    );
    expect(written.noRoom).toBeUndefined();
    expect(written.differing).toBeUndefined();
    live = await writeBook(model.toBook());
  });

  test("every row has its fate", () => {
    expect(adoption.fates.map(({ kind }) => kind)).toEqual([
      "taken",
      "taken",
      "joined",
      "rejected",
      "joined",
    ]);
    expect(adoption.ownColumns).toEqual([
      { caption: "领导批示", holds: "anything", isNew: true },
      { caption: "办卡日期", holds: "days", isNew: true },
      { caption: "卡号", holds: "anything", isNew: true },
    ]);
  });

  test.each(["file", "live"])("the %s has the columns, typed as they were", async (which) => {
    const found = await ownCells(which === "file" ? filed : live);
    // 老友 is in the sample: their row comes first.
    expect(found).toEqual({
      领导批示: ["重点", "=1+1", "-"],
      办卡日期: [45004, 45000, 45001],
      卡号: ["9", 7, "0012"],
    });
    const sheets = await readSheets(which === "file" ? filed : live, { formulas: true });
    const visitors = sheets.sheets.find(({ name }) => name === "来访登记");
    const text = JSON.stringify(visitors?.rows);
    expect(text).toContain('"=1+1"');
    expect(text).toContain("2023-03-15");
    expect(JSON.stringify(sheets)).not.toContain("不应写入");
  });

  test("the second time nothing is added", async () => {
    expect(adopt(await readSiteFile(filed), old, about).changes).toEqual([]);
    expect(adopt(await readSiteFile(live), old, about).changes).toEqual([]);
  });

  const once = version === "1.13";
  if (once)
    describeWith("openpyxl", hasOpenpyxl)("seen by openpyxl", () => {
      test("both are the same workbook", () => {
        const paths = [
          files.write(`adopted-file-${version}.xlsx`, filed),
          files.write(`adopted-live-${version}.xlsx`, live),
        ];
        const [file, office] = openpyxl("book", paths).map(({ found, error }) => {
          expect(error).toBeUndefined();
          return (found as { sheets: readonly Record<string, unknown>[] }).sheets;
        });
        expect(file).toHaveLength(sampleBook().sheets.length);
        for (const [at, sheet] of (file ?? []).entries()) {
          const other = office?.[at] ?? {};
          const types = sheet["types"] as Record<string, string>;
          const looksOf = (each: Record<string, unknown>) => {
            const looks = each["looks"] as Record<string, unknown>;
            return Object.fromEntries(Object.keys(types).map((cell) => [cell, looks[cell]]));
          };
          expect([sheet["name"], other["types"]]).toEqual([sheet["name"], types]);
          expect([sheet["name"], other["tables"]]).toEqual([sheet["name"], sheet["tables"]]);
          expect([sheet["name"], other["formulas"]]).toEqual([sheet["name"], sheet["formulas"]]);
          expect([sheet["name"], looksOf(other)]).toEqual([sheet["name"], looksOf(sheet)]);
        }
        const [one, two] = openpyxl("values", paths).map(({ found }) => found);
        expect(two).toEqual(one);
      });
    });

  if (once)
    describeWith("the Open XML SDK", hasValidator)("checked by the Open XML SDK", () => {
      test("the edited file is a workbook without fault", () => {
        expect(validate([files.write(`adopted-valid-${version}.xlsx`, filed)])).toEqual([]);
      });
    });

  test("taken back, the workbook is as it was, but for the numbers given", async () => {
    expect(history.next("收编")).toBe("收编");
    const back = await history.undo({}, "收编");
    expect(back?.left).toEqual([]);
    const after = model.toBook();
    for (const [at, sheet] of before.sheets.entries()) {
      if (sheet.name === "_案场簿") continue;
      const now = after.sheets[at];
      expect([sheet.name, now?.tables]).toEqual([sheet.name, sheet.tables]);
      expect([sheet.name, now?.blocks]).toEqual([sheet.name, sheet.blocks]);
    }
  });
});

test.each(["1.9", "1.13"])(
  "a column is refused politely where something stands beside the table, ExcelApi %s",
  async (version) => {
    const book = sampleBook();
    const sheet = book.sheets.find(({ name }) => name === "来访登记");
    const right = sheet?.tables[0]?.columns.length ?? 0;
    const occupied: Book = {
      ...book,
      sheets: book.sheets.map((each) =>
        each === sheet
          ? { ...each, blocks: [...each.blocks, { at: `${letters(right)}9`, rows: [["自己的记录"]] }] }
          : each,
      ),
    };
    const { bytes, old, adoption } = await into(occupied);
    const told: OwnPlace[] = [];
    const filed = await changeSiteFile(bytes, adoption.changes, "收编", undefined, (noRoom) =>
      told.push(...noRoom),
    );
    const model = await modelOf(occupied);
    sitDown(model, { requirementSets: { ExcelApi: version } });
    const port = openWorkbook();
    const basis = await port.read(adoptWantsOf(old), "收编");
    const written = await port.write(adopt(basis, old, about).changes, {}, "收编", { basis });
    const refused = ["领导批示", "办卡日期", "卡号"].map((caption) => ({ form: "visitors", caption }));
    expect(told).toEqual(refused);
    expect(written.noRoom).toEqual(refused);
    for (const each of [filed, await writeBook(model.toBook())]) {
      const register = (await readSiteFile(each)).registers.visitors;
      expect(register?.strangers).toEqual([]);
      expect(register?.columns.get("name")).toEqual(expect.arrayContaining(["钱一", "孙二"]));
      expect(JSON.stringify((await readSheets(each)).sheets)).toContain("自己的记录");
    }
  },
);

test("more own columns than Excel has: as many as there is room for are made, and the others told", async () => {
  const wished = Array.from({ length: 17_000 }, (_, at) => `自记 ${at}`);
  const row = { clientId: "LYQY001", name: "钱一", [ownKey("自记 0")]: "先", [ownKey("自记 16999")]: "后" };
  const told: OwnPlace[] = [];
  const filed = await changeSiteFile(
    await writeBook(sampleBook()),
    [
      ...wished.map(
        (caption) => ({ kind: "ownColumn", form: "visitors", caption, holds: "anything" }) as const,
      ),
      { kind: "append", form: "visitors", row },
    ],
    "收编",
    undefined,
    (noRoom) => told.push(...noRoom),
  );
  const table = (await readSheets(filed)).sheets.find(({ name }) => name === "来访登记")?.tables[0];
  expect(table?.range.replace(/\d+/gu, "")).toBe("A:XFD");
  expect(table?.columns).toHaveLength(16_384);
  expect(told.map(({ caption }) => caption)).toEqual(wished.slice(-told.length));
  const register = (await readSiteFile(filed)).registers.visitors;
  expect(register?.columns.get(ownKey("自记 0"))?.at(-1)).toBe("先");
  expect(register?.columns.get("name")?.at(-1)).toBe("钱一");
});

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
