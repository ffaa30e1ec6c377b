import { parseArea } from "../../../src/book/address";
import { lastRow, type Sheet } from "../../../src/book/book";
import { formulaPieces } from "../../../src/book/structured";
import { fieldsOf } from "../../../src/domain/form/form";
import {
  type FormKey,
  formKeys,
  formOf,
  registerKeys,
  registersBySheet,
} from "../../../src/domain/forms/index";
import { listKeys, lists } from "../../../src/domain/forms/lists";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { numberFormatOf } from "../../../src/workbook/plan/cells";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";
import { leftOf } from "../../../src/workbook/plan/references";
import { freshBook, newSite, today } from "../planned-site";

const book = freshBook();

const sheetNamed = (name: string): Sheet => {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

const tableOf = (key: FormKey) => {
  const found = sheetNamed(formOf(key).sheet).tables.find(({ name }) => name === formOf(key).table);
  if (!found) throw new Error(`no table ${key}`);
  return found;
};

const rules = book.sheets.flatMap(({ name, validations }) =>
  validations.map((validation) => ({ sheet: name, ...validation })),
);
const ruleFormulas = rules.flatMap(({ rule }) => {
  if (!rule) return [];
  if (rule.kind === "list") return [rule.source];
  if (rule.kind === "custom") return [rule.formula];
  return [rule.first, rule.second ?? ""].map(String).filter((limit) => limit.startsWith("="));
});
const highlightFormulas = book.sheets.flatMap(({ highlights }) => highlights.map(({ formula }) => formula));
const cellFormulas = book.sheets.flatMap(({ blocks }) =>
  blocks.flatMap(({ rows }) =>
    rows.flatMap((cells) =>
      cells.flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : [])),
    ),
  ),
);
const functionsOf = (formula: string): readonly string[] =>
  formulaPieces(formula).flatMap((piece) => (piece.kind === "function" ? [piece.text.toUpperCase()] : []));
const namesOf = (formula: string): readonly string[] =>
  formulaPieces(formula).flatMap((piece) =>
    piece.kind === "name" && !/^[A-Z]{1,3}\d*$|^TRUE$|^FALSE$/u.test(piece.text) ? [piece.text] : [],
  );

describe("a deal report's number", () => {
  const { validations, highlights, freeze } = sheetNamed(formOf("deals").sheet);

  test("is not questioned: its mark stands before the client's number, and who buys twice has it twice", () => {
    const rule = validations.find(({ range }) => range.startsWith("A5:"))?.rule;
    expect(rule).toEqual({ kind: "custom", formula: '=MID(A5,4,1)="-"' });
    expect("CLY-ZS001".slice(3, 4)).toBe("-");
    expect(highlights.filter(({ formula }) => /COUNTIFS?\(\$A\$5/u.test(formula))).toEqual([]);
  });

  test("stays in view", () => {
    expect(freeze?.columns).toBe(1);
  });
});

describe("the plan walks the binder", () => {
  test("sheets stand in the order of the specification", () => {
    expect(book.sheets.map(({ name }) => name)).toEqual([
      "首页",
      ...registersBySheet.map(([key]) => formOf(key).sheet),
      "设置",
      "字典",
      "校验结果",
      "_案场簿",
    ]);
    expect(sheetNamed("_案场簿").visibility).toBe("veryHidden");
  });

  test.each(formKeys)("%s: every blank is a column, in order, its header the caption", (key) => {
    const captions = fieldsOf(formOf(key)).map(([, { caption }]) => caption);
    expect(tableOf(key).columns.map(({ name }) => name)).toEqual(captions);
  });

  test.each(formKeys)("%s: columns of the sheet have a formula, others none", (key) => {
    const columns = tableOf(key).columns;
    fieldsOf(formOf(key)).forEach(([, field], at) => {
      const bySheet = field.kind === "computed" && field.by === "sheet";
      expect([field.caption, columns[at]?.formula !== undefined]).toEqual([field.caption, bySheet]);
    });
  });

  test.each(registerKeys)("%s: each column says how to fill it, down to the sheet's last row", (key) => {
    const { validations } = sheetNamed(formOf(key).sheet);
    fieldsOf(formOf(key)).forEach(([, { caption, hint }], at) => {
      const column = leftOf(key) + at;
      const validation = validations.find(({ range }) => parseArea(range)?.left === column);
      const area = parseArea(validation?.range ?? "");
      expect(area).toMatchObject({ left: column, right: column, top: 4, bottom: lastRow - 1 });
      expect(validation?.prompt?.title).toBe(caption);
      expect(validation?.prompt?.message).toContain(hint);
    });
  });

  test.each(registerKeys)("%s: the number format is the kind's, for rows to come too", (key) => {
    const { looks } = sheetNamed(formOf(key).sheet);
    fieldsOf(formOf(key)).forEach(([, field], at) => {
      const format = looks.find(({ range, look }) => {
        const area = parseArea(range);
        return (
          area !== undefined &&
          look.numberFormat !== undefined &&
          area.bottom === lastRow - 1 &&
          area.left <= leftOf(key) + at &&
          area.right >= leftOf(key) + at
        );
      });
      expect([field.caption, format?.look.numberFormat]).toEqual([field.caption, numberFormatOf(field)]);
    });
  });

  test.each(registerKeys)("%s: prints as the paper does", (key) => {
    const { print, defaultRowHeight, freeze } = sheetNamed(formOf(key).sheet);
    expect(print).toMatchObject({ paper: "A4", titleRows: "1:4" });
    expect(print?.centerFooter).toBe("第 &P 页，共 &N 页");
    const [leading] = registersBySheet.find((keys) => (keys as readonly string[]).includes(key)) ?? [key];
    expect(defaultRowHeight).toBe(formOf(leading).rowHeight);
    expect(freeze?.rows).toBe(4);
  });

  test("required columns are marked, and the mark is no part of the text", () => {
    const { looks, blocks } = sheetNamed("来访登记");
    const marked = looks.filter(({ look }) => look.numberFormat === '@" *"').map(({ range }) => range);
    expect(marked).toEqual(["B4", "C4", "D4", "E4", "P4"]);
    expect(blocks.flatMap(({ rows }) => rows.flat())).toContain("来访日期");
  });
});

describe("what Excel takes", () => {
  test("titles and messages are short enough", () => {
    for (const { alert, prompt } of rules) {
      expect(alert?.title.length ?? 0).toBeLessThanOrEqual(32);
      expect(alert?.message.length ?? 0).toBeLessThanOrEqual(225);
      expect(prompt?.title.length ?? 0).toBeLessThanOrEqual(32);
      expect(prompt?.message.length ?? 0).toBeLessThanOrEqual(255);
    }
  });

  test("a rule has at most 255 characters, and no structured reference", () => {
    for (const formula of [...ruleFormulas, ...highlightFormulas]) {
      expect(formula.length).toBeLessThanOrEqual(255);
      expect(formulaPieces(formula).filter(({ kind }) => kind === "reference")).toEqual([]);
      expect(formula).not.toMatch(/[{}]/u);
    }
  });

  test("an alert goes with every rule but lists that only offer, so that nobody meets Excel's own words", () => {
    const silent = rules.filter(({ rule, alert }) => rule !== undefined && alert === undefined);
    expect(silent.filter(({ rule }) => rule?.kind !== "list")).toEqual([]);
  });

  test("names are legal, and every name that is used is there", () => {
    const names = book.names.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}_\\][\p{L}\p{N}_.]*$/u);
    const used = [...ruleFormulas, ...highlightFormulas, ...cellFormulas].flatMap(namesOf);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("functions are no newer than Excel 2019, and none is volatile but in 今天", () => {
    const known = new Set(
      (
        "ABS AND CHOOSE COUNT COUNTA COUNTIF COUNTIFS DATE DAY FIND IF IFERROR INDEX INT ISERROR ISNUMBER LEFT LEN MATCH MAX " +
        "CHAR LARGE MAXIFS MID MIN MINIFS MOD MONTH OR RIGHT ROUND ROW ROWS SIGN SMALL SUBSTITUTE SUM SUMIFS SUMPRODUCT VLOOKUP WEEKDAY " +
        "LOWER REPLACE REPT TEXT TRIM YEAR NOT RANK COLUMN N"
      ).split(" "),
    );
    const all = [...ruleFormulas, ...highlightFormulas, ...cellFormulas];
    const others = new Set(all.flatMap(functionsOf).filter((name) => !known.has(name)));
    expect([...others]).toEqual(["TODAY"]);
    expect(cellFormulas.filter((formula) => functionsOf(formula).includes("TODAY"))).toEqual(["=TODAY()"]);
  });

  test("every formula refers to columns that are there", () => {
    const columns = new Map(formKeys.map((key) => [formOf(key).table, tableOf(key).columns]));
    for (const formula of cellFormulas)
      for (const piece of formulaPieces(formula)) {
        if (piece.kind !== "reference") continue;
        const captions = columns.get(piece.table)?.map(({ name }) => name);
        const asked = piece.inside.replace(/^\[#[^\]]*\],/u, "").replace(/^\[|\]$/gu, "");
        expect(captions).toContain(asked);
      }
  });

  test("sheets' names fit, table headers equal their cells, blocks do not lie over each other", () => {
    for (const { name, blocks } of book.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      const seen = new Set<string>();
      for (const { at, rows } of blocks) {
        const area = parseArea(at);
        rows.forEach((cells, row) =>
          cells.forEach((_cell, column) => {
            const cell = `${(area?.top ?? 0) + row}/${(area?.left ?? 0) + column}`;
            expect(seen.has(cell)).toBe(false);
            seen.add(cell);
          }),
        );
      }
    }
  });
});

describe("字典 and 设置", () => {
  const dictionary = sheetNamed("字典");

  test.each(listKeys)("list %s stands under its title, `/` first, and its name grows with it", (key) => {
    const rows = dictionary.blocks.at(-1)?.rows ?? [];
    const column = rows[0]?.indexOf(lists[key].title) ?? -1;
    const choices = rows.slice(1).flatMap((cells) => cells[column] ?? []);
    expect(choices).toEqual(["/", ...lists[key].choices]);
    const name = book.names.find((each) => each.name === `列表_${lists[key].title}`);
    expect(name?.refersTo).toMatch(
      /^=字典!\$[A-Z]+\$4:INDEX\(字典!\$[A-Z]+\$4:\$[A-Z]+\$203,SUMPRODUCT\(MAX\(1,/u,
    );
  });

  test("festivals are there from last year to two years on", () => {
    const rows = sheetNamed("活动").blocks.at(-1)?.rows ?? [];
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.flat()).toContain("春节");
  });

  test("a site without region letters, area code or people is planned all the same", () => {
    const bare = planWorkbook(
      { ...newSite, region: "", areaCode: "", consultants: [] },
      "2024-02-29" as CalendarDay,
    );
    expect(bare.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
  });

  test("the same site on the same day gives the same plan", () => {
    expect(planWorkbook(newSite, today)).toEqual(book);
  });
});
