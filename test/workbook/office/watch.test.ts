import { formOf } from "../../../src/domain/forms/index";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { Model } from "../../../src/excel-host/model/model";
import { openWorkbook, type Opening } from "../../../src/workbook/office/open-workbook";
import { type Findings, type Watch, watchRegisters } from "../../../src/workbook/office/watch";
import type { WorkbookRefused } from "../../../src/workbook/port";
import { type Desk, impatient, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

const today = "2026-11-22" as CalendarDay;
const visitor = { clientId: "LY-ZS001", visitDate: "2026-11-01", consultant: "王芳", name: "张三" };

interface Watched {
  readonly desk: Desk;
  readonly found: Findings[];
  readonly refused: WorkbookRefused[];
  readonly watch: Watch;
  /** When all that has been heard of is looked at. */
  readonly quiet: () => Promise<void>;
}

const watched: Watched[] = [];
afterEach(async () => {
  for (const { desk, watch } of watched.splice(0)) {
    await desk.at(watch.stop);
    desk.started.close();
  }
});

const sit = async (model: Model, colleague = false, opening: Opening = {}): Promise<Watched> => {
  const desk = sitDown(model, { colleague });
  const patience = impatient();
  const found: Findings[] = [];
  const refused: WorkbookRefused[] = [];
  const watch = await desk.at(() =>
    watchRegisters({
      port: openWorkbook({ patience, ...opening }),
      today: () => today,
      onFindings: (each) => found.push(each),
      onRefused: (each) => refused.push(each),
      patience,
    }),
  );
  const quiet = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) {
      await desk.started.client.quiet();
      await desk.at(watch.settled);
    }
  };
  const one = { desk, found, refused, watch, quiet };
  watched.push(one);
  return one;
};

const site = (): Promise<Model> =>
  modelOf(plainSite({ filled: { consultants: roster, visitors: [visitor] } }));
const type = (
  model: Model,
  sheet: string,
  top: number,
  left: number,
  cells: string[][],
  from: "typed" | "pasted" = "typed",
) => model.userEdits({ sheet, top, left, cells }, { from });
const row = (model: Model, sheet: string, at: number, columns: number) =>
  model.cells(sheet, { top: at, left: 0, bottom: at, right: columns - 1 })[0];

test("opening catches up with everything", async () => {
  const model = await site();
  await type(model, "来访登记", 4, 8, [["1380379123"]]);
  const { found } = await sit(model);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ source: "opening", rows: undefined });
  expect(found[0]!.problems.map(({ code }) => code)).toContain("mobileDigits");
});

test("a name typed below the table gets its number, its grade and, once complete, its contact", async () => {
  const model = await site();
  const { found, quiet } = await sit(model);
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await quiet();
  expect(row(model, "来访登记", 5, 4)).toEqual(["LY-LS001", null, null, "李四"]);
  expect(row(model, "等级跟踪", 4, 3)![2]).toBe("LY-LS001");
  expect(row(model, "跟踪记录", 4, 2)).toEqual([null, null]);
  expect(model.cells("_案场簿", { top: 1, left: 0, bottom: 1, right: 1 })[0]).toEqual(["LY-LS", 1]);
  expect(found.at(-1)).toMatchObject({ source: "here", registered: 1, rows: [{ form: "visitors", row: 6 }] });

  await type(model, "来访登记", 5, 1, [["2026-11-22", "王芳", "李四", "男"]]);
  await type(model, "来访登记", 5, 8, [["13903791234"]]);
  await type(model, "来访登记", 5, 15, [["路过"]]);
  await quiet();
  expect(row(model, "跟踪记录", 4, 2)).toEqual([46348, "LY-LS001"]);
  expect(row(model, "跟踪记录", 5, 2)).toEqual([null, null]);
  // The grade's row was written before anybody had said whose client it is (R9).
  expect(row(model, "等级跟踪", 4, 6)![5]).toBe("王芳");
  // In the house spelling, without a word.
  expect(row(model, "来访登记", 5, 9)![8]).toBe("139 0379 1234");
  expect(found.at(-1)!.problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("whose client it is follows into 等级跟踪 as soon as it is said, and is never written over (R9)", async () => {
  const model = await site();
  const { quiet } = await sit(model);
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await quiet();
  expect(row(model, "等级跟踪", 4, 6)![5]).toBeNull();
  await type(model, "来访登记", 5, 2, [["王芳"]]);
  await quiet();
  expect(row(model, "等级跟踪", 4, 6)![5]).toBe("王芳");
  await type(model, "来访登记", 5, 2, [["李强"]]);
  await quiet();
  expect(row(model, "等级跟踪", 4, 6)![5]).toBe("王芳");
});

test("editing a row that is registered and logged costs one look at it", async () => {
  const done = { ...visitor, gender: "男", mobile: "138 0379 1234", channels: "路过" };
  const followUps = [
    { clientId: "LY-ZS001", contactedAt: "2026-11-01", method: "来访", notes: "/", consultant: "王芳" },
  ];
  const model = await modelOf(plainSite({ filled: { consultants: roster, visitors: [done], followUps } }));
  const { quiet, desk, found } = await sit(model);
  desk.traffic();
  await type(model, "来访登记", 4, 10, [["某路 1 号"]]);
  await quiet();
  expect(found).toHaveLength(2);
  expect(desk.traffic().requests).toBe(1);
});

test("a paste is checked row by row, numbered at once, and only what is wrong is said", async () => {
  const model = await site();
  const { found, quiet, desk } = await sit(model);
  desk.traffic();
  await type(
    model,
    "来访登记",
    5,
    1,
    [
      ["2026/11/20", "王芳", "赵六", "男", "", "", "", "１３９ ０３７９ １２３４"],
      ["2027-01-01", "没有的人", "钱七", "男", "", "", "", "1390379123"],
    ],
    "pasted",
  );
  await quiet();
  expect(row(model, "来访登记", 5, 9)).toEqual([
    "LY-ZL001",
    46346,
    "王芳",
    "赵六",
    "男",
    null,
    null,
    null,
    "139 0379 1234",
  ]);
  expect(row(model, "来访登记", 6, 1)).toEqual(["LY-QQ001"]);
  const { problems, registered } = found.at(-1)!;
  expect(registered).toBe(2);
  expect(problems.filter((each) => each.row === 7).map(({ code }) => code)).toEqual(
    expect.arrayContaining(["future", "notOnRoster", "mobileDigits"]),
  );
  expect(problems.every(({ code }) => code !== "spelling" && code !== "asText")).toBe(true);
  // One look at the rows, one write of spellings, and an entry of its own: not one a row.
  expect(desk.traffic().requests).toBeLessThanOrEqual(8);
});

test("two machines: only the one where it was typed numbers and corrects; the other hears what is wrong", async () => {
  const model = await site();
  const mine = await sit(model);
  const theirs = await sit(model, true);
  theirs.desk.traffic();
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await type(model, "来访登记", 5, 8, [["1390379123"]]);
  for (let turn = 0; turn < 3; turn++) {
    await mine.quiet();
    await theirs.quiet();
  }
  expect(model.cells("等级跟踪", { top: 4, left: 2, bottom: 6, right: 2 }).flat()).toEqual([
    "LY-LS001",
    null,
    null,
  ]);
  expect(
    theirs.found
      .slice(1)
      .every(({ source, registered, corrected }) => source === "colleague" && registered + corrected === 0),
  ).toBe(true);
  expect(theirs.found.at(-1)!.problems.map(({ code }) => code)).toContain("mobileDigits");
});

test("what a colleague types is theirs to number and to spell: it is only said", async () => {
  const model = await site();
  const theirs = await sit(model, true);
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await type(model, "来访登记", 5, 8, [["１３９０３７９１２３４"]]);
  await theirs.quiet();
  expect(row(model, "来访登记", 5, 9)).toEqual([
    null,
    null,
    null,
    "李四",
    null,
    null,
    null,
    null,
    "１３９０３７９１２３４",
  ]);
  expect(theirs.found.at(-1)!.problems.map(({ code }) => code)).toContain("spelling");
});

test("调整级别 typed into 跟踪记录 is told with what carries it over, and carried it is quiet (R4)", async () => {
  const contact = {
    contactedAt: "2026-11-20 10:00",
    clientId: "LY-ZS001",
    method: "电话",
    consultant: "王芳",
  };
  const model = await modelOf(
    plainSite({
      filled: {
        consultants: roster,
        visitors: [visitor],
        grades: [{ clientId: "LY-ZS001", consultant: "王芳", reachedC: "2026-11-01" }],
        followUps: [
          { ...contact, notes: "客户看好三房，首付已备齐，答应周末带父母来定，按揭资料也在准备。" },
        ],
      },
    }),
  );
  const mine = await sit(model);
  const theirs = await sit(model, true);
  const column = Object.keys(formOf("followUps").fields).indexOf("newGrade");
  await type(model, "跟踪记录", 4, column, [["A"]]);
  for (const { quiet, found } of [mine, theirs]) {
    await quiet();
    expect(found.at(-1)?.problems.filter(({ code }) => code === "gradeNotCarried")).toMatchObject([
      { form: "followUps", row: 5, fix: [{ form: "grades", row: 5, key: "reachedA", value: "2026-11-20" }] },
    ]);
  }
  const [told] = mine.found.at(-1)?.problems.filter(({ code }) => code === "gradeNotCarried") ?? [];
  await mine.desk.at(() => openWorkbook({ patience: impatient() }).write(told?.fix ?? [], {}, "修正"));
  await type(model, "跟踪记录", 4, column, [["A"]]);
  await mine.quiet();
  expect(mine.found.at(-1)?.problems.map(({ code }) => code)).not.toContain("gradeNotCarried");
});

test("its own writes, and the pane's, are not looked at again", async () => {
  const model = await site();
  const { found, quiet, desk } = await sit(model);
  desk.traffic();
  await desk.at(() =>
    openWorkbook({ patience: impatient() }).write(
      [{ kind: "append", form: "visitors", row: { clientId: "LY-LS001", name: "李四" } }],
      {},
      "登记来访",
    ),
  );
  await quiet();
  expect(found).toHaveLength(1);
  expect(desk.traffic().requests).toBe(2);
});

test("clearing a row, formatting, deleting and changes elsewhere bring nothing up", async () => {
  const model = await site();
  const { found, quiet } = await sit(model);
  await type(model, "字典", 4, 60, [["随便"]]);
  await model.userFormats("来访登记", { top: 4, left: 0, bottom: 4, right: 3 }, { bold: true });
  await model.userInsertsTableRows("Visitors", 0, 1);
  await quiet();
  await model.userDeletesTableRows("Visitors", 0, 1);
  await quiet();
  expect(found.slice(1).flatMap(({ problems }) => problems)).toEqual([]);
  expect(row(model, "来访登记", 4, 4)).toEqual(["LY-ZS001", 46327, "王芳", "张三"]);
});

test("a protected register: the row is checked, the number refused with its reason, and given later", async () => {
  const model = await site();
  const { refused, quiet } = await sit(model);
  await model.userProtects("等级跟踪", true);
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await quiet();
  expect(refused.map(({ code, where }) => [code, where])).toEqual([["protected", "等级跟踪"]]);
  expect(row(model, "来访登记", 5, 1)).toEqual([null]);
  await model.userProtects("等级跟踪", false);
  await type(model, "来访登记", 5, 4, [["男"]]);
  await quiet();
  expect(row(model, "来访登记", 5, 1)).toEqual(["LY-LS001"]);
});

test("after stopping nothing is heard", async () => {
  const model = await site();
  const { found, quiet, desk, watch } = await sit(model);
  await desk.at(watch.stop);
  await type(model, "来访登记", 5, 3, [["李四"]]);
  await quiet();
  expect(found).toHaveLength(1);
  expect(row(model, "来访登记", 5, 1)).toEqual([null]);
});
