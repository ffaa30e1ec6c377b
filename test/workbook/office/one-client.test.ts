/** Merging, reassigning and amending a client, on the live workbook. */
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { amendClient, amendWants } from "../../../src/domain/register/client/amend-client";
import { checkWants, checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { mergeClients } from "../../../src/domain/register/client/merge-clients";
import { mergeQuestions, mergeWants } from "../../../src/domain/register/client/merge-ground";
import { reassign, reassignWants } from "../../../src/domain/register/ownership/reassign";
import { settleNumbers } from "../../../src/domain/register/check/settle-numbers";
import type { SiteBook } from "../../../src/domain/register/site";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter } from "../../../src/workbook/office/register-entry";
import { columnOf } from "../../../src/workbook/plan/references";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

const today = "2026-11-22" as CalendarDay;
const keep = "LY-ZS001" as ClientNumber;
const retire = "LY-ZS002" as ClientNumber;

const filled = {
  consultants: roster,
  visitors: [
    {
      clientId: keep,
      visitDate: "2026-11-02",
      consultant: "王芳",
      name: "张先生",
      gender: "男",
      mobile: "138 0379 1234",
      channels: "路过",
    },
    {
      clientId: retire,
      visitDate: "2026-11-08",
      consultant: "王芳",
      name: "张三",
      gender: "男",
      mobile: "139 0379 1234",
      channels: "路过",
      age: 38,
    },
  ],
  grades: [
    { clientId: keep, consultant: "王芳", reachedC: "2026-11-02" },
    { clientId: retire, consultant: "王芳", reachedC: "2026-11-08", reachedLost: "2026-11-12" },
  ],
  followUps: [
    {
      contactedAt: "2026-11-08 10:00",
      clientId: retire,
      grade: "C",
      method: "来访",
      notes: "看了三房，想再比较。",
      consultant: "王芳",
    },
  ],
};

const port = () => openWorkbook({ patience: impatient() });
const readAll = (): Promise<SiteBook> => port().read(checkWants, "核对");
const cells = (book: SiteBook, form: "visitors" | "grades" | "followUps", key: string) =>
  (book.registers[form]?.columns.get(key) ?? []).map((cell) => cell ?? "");

test("two numbers become one in four round trips: rows follow, the emptied ones stand empty, the sheet agrees", async () => {
  const desk = sitDown(await modelOf(plainSite({ filled })));
  const entered = await enter(port(), {
    doing: "合并客户",
    wants: mergeWants,
    decide: (book) =>
      mergeClients(
        book,
        { keep, retire, choices: new Set(), owner: "", shown: mergeQuestions(book, keep, retire, today) },
        { today },
      ),
  });
  expect(entered).toMatchObject({ ok: true, clientId: keep, differing: [] });
  expect(desk.traffic().requests).toBeLessThanOrEqual(4);
  const book = await readAll();
  expect(cells(book, "visitors", "clientId")).toEqual([keep, ""]);
  expect(cells(book, "visitors", "name")).toEqual(["张三", ""]);
  expect(cells(book, "visitors", "age")).toEqual([38, ""]);
  expect(cells(book, "grades", "clientId")).toEqual([keep, ""]);
  expect(cells(book, "followUps", "clientId")).toEqual([keep]);
  expect(book.site.highest.get("LY-ZS")).toBe(2);
  expect(settleNumbers(book)).toEqual([]);
  const found = checkWorkbook(book, today).map(({ code }) => code);
  for (const code of ["rowTwice", "numberTwice", "clientUnknown", "gradeRowMissing", "requiredReally"])
    expect(found).not.toContain(code);
});

describe("what a colleague types while two numbers become one", () => {
  const place = (form: "visitors" | "grades", key: string, row: number) => ({
    sheet: form === "visitors" ? "来访登记" : "等级跟踪",
    top: row - 1,
    left: columnOf(form, key),
  });
  const typed = [
    ["over an answer of the number that goes", place("visitors", "name", 6), "张三丰"],
    ["over one of the number that stays", place("visitors", "name", 5), "张三丰"],
    ["in an empty blank of the number that goes", place("visitors", "address", 6), "西工区中州路 1 号"],
    ["in an empty blank of the number that stays", place("visitors", "address", 5), "西工区中州路 1 号"],
    ["in a blank that both left empty", place("grades", "remarks", 6), "周末再来"],
  ] as const;
  const moments = [
    ["before it is looked at", 2],
    ["as it is looked at", 3],
    ["as it is written", 4],
  ] as const;
  const cases = typed.flatMap(([what, at, said]) =>
    moments.map(([when, request]) => ({ what, at, said, when, request })),
  );
  test.each(cases)(
    "$what, $when: it stands in the row that is left",
    async ({ at, said, request: which }) => {
      const model = await modelOf(plainSite({ filled }));
      intercept(sitDown(model), async (request) => {
        if (request === which) await model.userEdits({ ...at, cells: [[said]] }, { from: "typed" });
      });
      const shown = { choices: new Set<string>(), owner: "" };
      await enter(port(), {
        doing: "合并客户",
        wants: mergeWants,
        decide: (book) =>
          mergeClients(
            book,
            { keep, retire, ...shown, shown: mergeQuestions(book, keep, retire, today) },
            { today },
          ),
      });
      const book = await readAll();
      for (const form of ["visitors", "grades"] as const) {
        const register = book.registers[form];
        const rows = [0, 1].map((index) =>
          [...(register?.columns.values() ?? [])].map((column) => String(column[index] ?? "")),
        );
        const [kept = [], gone = []] = rows;
        if (at.sheet === register?.sheet) expect(kept.some((cell) => cell.includes(said))).toBe(true);
        expect([form, gone.filter((cell) => cell === said)]).toEqual([form, []]);
      }
    },
  );
});

test("× goes to another; an answer is put right", async () => {
  sitDown(await modelOf(plainSite({ filled })));
  const given = await enter(port(), {
    doing: "再分配客户",
    wants: reassignWants,
    decide: (book) =>
      reassign(book, { clientId: retire, to: "李强", grade: "D", reason: "再未来访" }, { today }),
  });
  expect(given).toMatchObject({ ok: true, differing: [] });
  const amended = await enter(port(), {
    doing: "修改客户",
    wants: amendWants("visitors"),
    decide: (book) =>
      amendClient(
        book,
        {
          form: "visitors",
          row: 6,
          clientId: retire,
          answers: { age: "40", channels: "晚报" },
          seen: { age: 38, channels: "路过" },
        },
        { today },
      ),
  });
  expect(amended).toMatchObject({ ok: true, differing: [] });
  const book = await readAll();
  expect(cells(book, "grades", "consultant")).toEqual(["王芳", "李强"]);
  expect(cells(book, "grades", "formerConsultant")).toEqual(["", "王芳"]);
  expect(cells(book, "grades", "remarks")[1]).toBe(
    `${today} 重新分配：王芳 → 李强，原因：再未来访，级别从 D 重新开始`,
  );
  expect(book.registers.followUps?.count).toBe(1);
  expect(cells(book, "visitors", "age")).toEqual(["", 40]);
  expect(cells(book, "visitors", "channels")).toEqual(["路过", "晚报"]);
});
