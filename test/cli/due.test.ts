/** `anchang due`: owners to ring up stand behind those who are due (R15). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dueCommand } from "../../src/cli/due";
import type { Change } from "../../src/domain/register/change";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { writeBook } from "../../src/xlsx/write";
import { freshBook, newSite } from "../workbook/planned-site";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-"));
const file = path.join(folder, "案场.xlsx");
const today = "2026-11-22";
const [mine = "", other = ""] = newSite.consultants;

const client = (letters: string, consultant: string, grade: object, contacted: string): readonly Change[] => {
  const clientId = `LY-${letters}001`;
  const row = { clientId, consultant, name: letters, visitDate: "2026-09-01", mobile: "138 0379 1234" };
  return [
    { kind: "append", form: "visitors", row },
    { kind: "append", form: "grades", row: { clientId, consultant, ...grade } },
    {
      kind: "append",
      form: "followUps",
      row: { clientId, contactedAt: contacted, method: "电话", notes: "问了装修进度", consultant },
    },
  ];
};

const owner = (letters: string, consent: string): readonly Change[] => {
  const deal = {
    dealId: `CLY-${letters}001`,
    name: letters,
    subscribedOn: "2026-09-10",
    signedOn: "2026-09-12",
    unitNo: `3-1-${letters}`,
  };
  return [
    { kind: "append", form: "deals", row: deal },
    { kind: "append", form: "profiles", row: { clientId: `LY-${letters}001`, consent } },
  ];
};

const bought = { reachedA: "2026-09-02", reachedDeal: "2026-09-10" };

const said = async (options: Parameters<typeof dueCommand>[1]): Promise<string> => {
  let out = "";
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    await dueCommand(file, { today, ...options });
  } finally {
    write.mockRestore();
  }
  return out;
};

beforeAll(async () => {
  const changes = [
    ...client("AA", mine, { reachedA: "2026-09-02" }, "2026-11-18"),
    ...client("BB", mine, bought, "2026-11-10"),
    ...client("CC", other, bought, "2026-11-12"),
    ...client("DD", mine, bought, "2026-11-01"),
    ...owner("BB", "是"),
    ...owner("CC", "是"),
    ...owner("DD", "不同意"),
  ];
  writeFileSync(file, await writeBook(fillBook(freshBook(), changes)));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a line each, under those who are due, and how many", async () => {
  const lines = (await said({})).trimEnd().split("\n");
  expect(lines.map((line) => line.split("\t").slice(0, 4).join(" "))).toEqual([
    "逾期2天 LY-AA001 AA A",
    `${today}：共 1 位，逾期和今日 1 位。`,
    "逾期5天 LY-BB001 BB √（A）",
    "逾期3天 LY-CC001 CC √（A）",
    `${today}：该打电话的老客户 2 位，括号里是成交前的级别。`,
  ]);
  expect(lines[2]).toContain("138 0379 1234\t2026-11-17\t");
});

test("of one consultant; to be read by a program; in the order they can be called", async () => {
  expect(await said({ consultant: other })).toMatch(/没有要跟进的客户。\n逾期3天\tLY-CC001/u);
  const plain = JSON.parse(await said({ json: true })) as readonly Record<string, unknown>[];
  expect(plain.map(({ clientId, ownerClass }) => [clientId, ownerClass])).toEqual([
    ["LY-AA001", null],
    ["LY-BB001", "A"],
    ["LY-CC001", "A"],
  ]);
  expect(plain[1]).toMatchObject({ grade: "√", status: "逾期5天", daysOverdue: 5, due: "2026-11-17" });
  expect(await said({ at: "14:30" })).toMatch(/LY-BB001.*14:30 可打/u);
});
