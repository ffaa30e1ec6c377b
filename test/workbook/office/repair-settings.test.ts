/** R14: sheets, lists, lines of settings and names that were lost; what is only asked; what stands in the way. */
import { parseArea } from "../../../src/book/address";
import type { Cell, RangeLook } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { inspect } from "../../../src/workbook/office/inspect";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { repair } from "../../../src/workbook/office/repair";
import { type Damage, damagesOf } from "../../../src/workbook/plan/damage";
import { plan, siteBook } from "./damaged";
import { modelOf, sitDown } from "./desk";

const codes = (damages: readonly Damage[]): readonly string[] => damages.map(({ problem }) => problem.code);
const all = (damages: readonly Damage[]) => damages.flatMap((each) => each.repair);
const formatAt = (looks: readonly RangeLook[], row: number, column: number): string | undefined =>
  looks.reduce<string | undefined>((format, { range, look }) => {
    const area = parseArea(range);
    const covers =
      area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return covers ? (look.numberFormat ?? format) : format;
  }, undefined);
const paste = (model: Model, sheet: string, top: number, left: number, cells: readonly (readonly Cell[])[]) =>
  model.userEdits({ sheet, top, left, cells }, { from: "pasted" });

test("a missing sheet is offered, not forced; built when asked for, at its place", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  await model.userDeletesSheet("接待轮序");
  const damages = damagesOf(await inspect(), plan());
  expect(damages.filter(({ problem }) => problem.code === "sheetMissing")).toMatchObject([
    { sure: false, repair: [{ kind: "addSheet", sheet: "接待轮序" }] },
  ]);
  const { left } = await repair(all(damages), plan());
  expect(codes(left)).toEqual([]);
  expect(model.toBook().sheets.map(({ name }) => name)).toEqual(siteBook().sheets.map(({ name }) => name));
});

test("a list of 字典, a line of 设置 and a name come back; the site's own choices stay", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  await paste(model, "字典", 2, 0, [["我改的标题"]]);
  await model.userDeletesColumns("字典", 3, 1);
  const line = model
    .cells("设置", { top: 4, bottom: 30, left: 0, right: 0 })
    .findIndex(([cell]) => cell === "签约期限天数");
  await model.userDeletesTableRows("Settings", line, 1);
  await model.run(() => {
    const { names } = model.workbook;
    names.splice(
      names.findIndex(({ name }) => name === "今天"),
      1,
    );
  });
  const damages = damagesOf(await inspect(), plan());
  expect(new Set(codes(damages))).toEqual(
    new Set(["listRenamed", "listMissing", "settingLineGone", "nameMissing"]),
  );
  const { left } = await repair(all(damages), plan());
  expect(codes(left)).toEqual([]);
  const { site } = await openWorkbook().read({}, "读取");
  expect(site.policies.signWithin).toBeGreaterThan(0);
  const rows = model.cells("设置", { top: 4, bottom: 25, left: 0, right: 0 }).flat();
  const planned = plan().sheets.find(({ name }) => name === "设置");
  expect(rows).toEqual(
    planned?.blocks
      .find(({ at }) => at === "A4")
      ?.rows.slice(1)
      .map(([name]) => name),
  );
  const today = model.toBook().names.find(({ name }) => name === "今天");
  expect(today?.refersTo).toBe("=设置!$B$26");
});

test("a choice cleared from a list: the others move up behind its /, also one a colleague adds meanwhile", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  const column = model.cells("字典", { top: 2, bottom: 2, left: 0, right: 60 }).flat().indexOf("认知途径");
  const choices = () =>
    model
      .cells("字典", { top: 3, bottom: 40, left: column, right: column })
      .flat()
      .map((cell) => (typeof cell === "string" ? cell : ""))
      .join(",")
      .replace(/,+$/u, "");
  const before = choices().split(",");
  await paste(model, "字典", 3, column, [[null]]);
  await paste(model, "字典", 5, column, [[null]]);
  const damages = damagesOf(await inspect(), plan());
  expect(codes(damages)).toEqual(["listOpen"]);
  await paste(model, "字典", 3 + before.length, column, [["抖音"]]);
  const { left } = await repair(all(damages), plan());
  expect(codes(left)).toEqual([]);
  expect(choices()).toBe([...before.filter((_, at) => at !== 2), "抖音"].join(","));
});

test("where only people know whether a column was renamed, it is asked; either answer keeps its contents", async () => {
  for (const answer of ["repair", "instead"] as const) {
    const model = await modelOf(siteBook());
    sitDown(model);
    await paste(model, "等级跟踪", 3, 16, [["随便写"]]);
    const [damage, ...others] = damagesOf(await inspect(), plan());
    expect(others).toEqual([]);
    expect(damage).toMatchObject({ sure: false, problem: { code: "columnRenamedPerhaps" } });
    const { left } = await repair(damage?.[answer] ?? [], plan());
    expect(codes(left)).toEqual([]);
    const cells = model
      .cells("等级跟踪", { top: 3, bottom: 5, left: 16, right: 17 })
      .map((row) => row.map(String));
    expect(cells.some((row) => row.includes("备注1"))).toBe(true);
    expect(cells[0]?.includes("备注情况")).toBe(true);
  }
});

test("a protected sheet is refused before anything is done; with leave it is repaired and closed again", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  await model.userDeletesTableColumn("Visitors", "性别");
  await model.userProtects("来访登记", true);
  const before = model.toBook();
  const damages = damagesOf(await inspect(), plan());
  await expect(repair(all(damages), plan())).rejects.toMatchObject({ code: "protected", where: "来访登记" });
  expect(model.toBook()).toEqual(before);
  const { left } = await repair(all(damages), plan(), { leave: { unprotect: true } });
  expect(codes(left)).toEqual([]);
  expect(model.toBook().sheets.find(({ name }) => name === "来访登记")?.protection).toBeDefined();
});

test("users' own colours stay when ours are laid anew", async () => {
  const model = await modelOf(siteBook());
  const { started } = sitDown(model);
  await started.Excel.run(async (context) => {
    const own = context.workbook.worksheets
      .getItem("等级跟踪")
      .getRange("B5:B20")
      .conditionalFormats.add("Custom");
    own.custom.rule.formula = '=$B5="VIP"';
    own.custom.format.fill.color = "#ABCDEF";
    await context.sync();
  });
  for (let time = 0; time < 2; time++) {
    await model.userClearsRules("等级跟踪", { top: 4, bottom: 1_048_575, left: 2, right: 16 }, "highlights");
    await repair([{ kind: "restoreHighlights", form: "grades" }], plan());
  }
  const { highlights } = model.toBook().sheets.find(({ name }) => name === "等级跟踪") ?? { highlights: [] };
  const planned = plan().sheets.find(({ name }) => name === "等级跟踪")?.highlights ?? [];
  expect(highlights.filter(({ look }) => look.fill === "#ABCDEF")).toHaveLength(1);
  expect(highlights).toHaveLength(planned.length + 1);
});

test("a host without resizing takes rows in all the same", async () => {
  const model = await modelOf(siteBook());
  sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
  await paste(model, "来访登记", 9, 0, [
    ["LY-QQ001", 46_000, "王芳", "钱七", "男", null, null, null, "13803791299"],
  ]);
  const { left } = await repair(all(damagesOf(await inspect(), plan())), plan());
  expect(codes(left)).toEqual([]);
  expect(model.cells("来访登记", { top: 9, bottom: 9, left: 8, right: 8 })).toEqual([["13803791299"]]);
});

test.each(["moved", "lost"])(
  "each line of 设置 has its own format and rule where 内容 was %s",
  async (what) => {
    const model = await modelOf(siteBook());
    sitDown(model, { requirementSets: { ExcelApi: "1.14" } });
    const answers = () =>
      model
        .toBook()
        .sheets.flatMap(({ name, looks, validations }) => (name === "设置" ? [{ looks, validations }] : []))
        .map(({ looks, validations }) => ({
          formats: Array.from({ length: 18 }, (_, at) => formatAt(looks, 4 + at, 1)),
          rules: validations.flatMap(({ range, rule }) =>
            range.startsWith("B") && rule ? [`${range} ${JSON.stringify(rule)}`] : [],
          ),
        }));
    const before = answers();
    if (what === "moved") await model.userMovesTableColumn("Settings", "内容", 0);
    else await model.userDeletesTableColumn("Settings", "内容");
    for (let left = damagesOf(await inspect(), plan()); left.length > 0;)
      ({ left } = await repair(all(left), plan()));
    expect(answers()).toEqual(before);
  },
);

test.each([
  { where: "below 置业顾问名单", top: 7, left: 4, cells: [["赵敏", "是", "一组"]], table: "Consultants" },
  { where: "below 跟进周期", top: 17, left: 8, cells: [["自定", "A", 1, 1, 2]], table: "Cadence" },
  {
    where: "below 活动",
    top: 51,
    left: 0,
    cells: [
      [46_000, "周年庆", "节日", "A"],
      [46_030, "中秋晚会", "节日", "B"],
    ],
    table: "Events",
    sheet: "活动",
  },
])("a row $where that the table did not take in is found, and its own again", async (each) => {
  const { top, left, cells, table, sheet = "设置" } = each;
  for (const version of ["1.9", "1.14"]) {
    const model = await modelOf(siteBook());
    sitDown(model, { requirementSets: { ExcelApi: version } });
    await paste(model, sheet, top + cells.length, left, [["写给大家看的一句话。"]]);
    await paste(model, sheet, top, left, cells);
    const rangeOf = (): string | undefined =>
      model
        .toBook()
        .sheets.flatMap(({ tables }) => tables)
        .find(({ name }) => name === table)?.range;
    const before = rangeOf();
    const damages = damagesOf(await inspect(), plan());
    expect(codes(damages)).toEqual(["rowsOutside"]);
    const { left: still } = await repair(all(damages), plan());
    // Nobody takes in the note; below a register it is asked about.
    expect([version, still.filter((damage) => damage.sure)]).toEqual([version, []]);
    expect(rangeOf()).not.toBe(before);
    expect(rangeOf()?.endsWith(String(top + cells.length))).toBe(true);
    const area = { top, bottom: top + cells.length - 1, left, right: left + (cells[0]?.length ?? 1) - 1 };
    expect(model.cells(sheet, area)).toEqual(cells);
  }
});

test("a line of 设置 whose drop-down is gone has it again", async () => {
  const model = await modelOf(siteBook());
  const desk = sitDown(model);
  const rules = () =>
    model
      .toBook()
      .sheets.flatMap(({ name, validations }) => (name === "设置" ? validations : []))
      .flatMap(({ range, rule }) => (/^B(?:9|16)$/u.test(range) ? [JSON.stringify(rule)] : []));
  const before = rules();
  expect(before).toHaveLength(2);
  await model.userClearsRules("设置", { top: 8, bottom: 15, left: 1, right: 1 }, "validations");
  const damages = damagesOf(await inspect(), plan());
  // Found with the rest, in one request.
  expect(desk.traffic().requests).toBe(1);
  expect(new Set(codes(damages))).toEqual(new Set(["validationGone"]));
  expect(damages.map(({ problem }) => problem.caption)).toContain("跟进政策");
  const { left } = await repair(all(damages), plan());
  expect(codes(left)).toEqual([]);
  expect(rules()).toEqual(before);
});
