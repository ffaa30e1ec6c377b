/** @jest-environment ./test/jsdom-environment.js */
/** 汇总 on a pane with a workbook in memory: what two sites bring, and what becomes of every file. */
import { screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Sheet } from "../../src/book/book";
import type { SiteShare } from "../../src/domain/head-office/share";
import { outlineOf } from "../../src/domain/head-office/merge-shares";
import { shareOf } from "../../src/domain/head-office/share-of";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { FormerResult } from "../../src/workbook/office/former-result";
import { hqPartsOf } from "../../src/workbook/plan/hq-parts";
import type { HqState } from "../../src/workbook/plan/hq-state";
import { schemaVersion } from "../../src/workbook/plan/ledger-sheet";
import { WorkbookRefused } from "../../src/workbook/port";
import { showPane, type ShowOptions } from "./show";
import { gate, standIn } from "./stand-in";

const shareAt = (
  file: string,
  project: string,
  modified: string,
  visitors: readonly (readonly [string, string])[],
): SiteShare => {
  const site = standIn({ site: { project } });
  site.rows["visitors"] = visitors.map(([name, mobile], at) => ({
    clientId: `LY-AA00${at + 1}`,
    visitDate: 46_000,
    consultant: "李强",
    name,
    mobile,
  }));
  return shareOf(site.book(), { file, hash: file, modified }, { today: "2026-11-22" as CalendarDay });
};

const stamped = shareAt("北区.xlsx", "北区", "2026-11-19T01:00:00Z", []);

const shares = new Map(
  [
    { ...shareAt("东区.xlsx", "东区", "2026-11-20T01:00:00Z", [["张三", "13800001111"]]), book: "一本" },
    {
      ...shareAt("东区二期.xlsx", "东区二期", "2026-11-21T01:00:00Z", [
        ["张三", "13800001111"],
        ["李四", "13800002222"],
      ]),
      book: "一本",
    },
    { ...shareAt("东区重建.xlsx", "东区", "2026-11-21T01:00:00Z", []), book: "另一本" },
    shareAt("西区.xlsx", "西区", "2026-11-20T01:00:00Z", [["张三", "13800001111"]]),
    shareAt("西区旧.xlsx", "西区", "2026-11-01T01:00:00Z", [
      ["张三", "13800001111"],
      ["旧人", "13900002222"],
    ]),
    { ...stamped, source: { ...stamped.source, copied: "2026-11-20T01:00:00Z" } },
    {
      ...stamped,
      source: { ...stamped.source, file: "北区改.xlsx", hash: "北区改.xlsx", copied: "2026-11-21T01:00:00Z" },
    },
    {
      ...shareAt("缺表.xlsx", "缺区", "2026-11-20T01:00:00Z", []),
      schemaVersion: 1,
      lacks: [
        { kind: "table", form: "calls" },
        { kind: "column", form: "visitors", caption: "年龄" },
        { kind: "column", form: "visitors", caption: "地址" },
        { kind: "column", form: "deals", caption: "朝向" },
        { kind: "ownColumn", form: "visitors", caption: "领导批示" },
      ],
      notUnderstood: [{ form: "visitors", row: 5, key: "age", raw: "老" }],
    } satisfies SiteShare,
    {
      ...shareAt("南区.xlsx", "南区", "2026-11-20T01:00:00Z", []),
      source: {
        ...{ file: "南区.xlsx", hash: "南区.xlsx", modified: "2026-11-20T01:00:00Z" },
        ahead: "2031-01-01T00:00:00Z",
      },
    },
  ].map((share) => [share.source.file, share]),
);

/** A folder holds whatever lies there; the choice of files offers workbooks alone. */
const pick = async (
  user: ReturnType<typeof showPane>["user"],
  names: readonly string[],
  from: "选文件" | "选文件夹" = "选文件",
): Promise<void> => {
  const input = await screen.findByLabelText(from, { selector: "input" });
  await user.upload(
    input,
    names.map((name) => new File(["x"], name)),
  );
};

const cells = (sheets: readonly Sheet[], name: string): string =>
  JSON.stringify(sheets.find((sheet) => sheet.name === name)?.blocks ?? []);

describe("汇总 in the pane (R19)", () => {
  const show = (more: ShowOptions = {}) => showPane("#/hq", { opened: "empty", shares, ...more });

  test("two sites, an older file, a broken one: figures, both sides of one phone, every file's fate", async () => {
    const { user, book, view } = show();
    await pick(user, ["西区旧.xlsx", "东区.xlsx", "坏.xlsx", "西区.xlsx", "照片.png"], "选文件夹");
    const across = await screen.findByRole("region", { name: "同一电话出现在两个以上案场" });
    expect(within(across).getByText(/洛阳-东区.*张三/u)).toBeTruthy();
    expect(within(across).getByText(/洛阳-西区.*张三/u)).toBeTruthy();
    expect(within(screen.getByRole("region", { name: "没有读成的文件" })).getByText("坏.xlsx")).toBeTruthy();
    expect(screen.getByText("同一案场以后来保存的“西区.xlsx”为准")).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    const sheets = book.added[0]?.sheets ?? [];
    expect(sheets[0]?.name).toBe("汇总");
    expect(cells(sheets, "来访登记")).toContain("洛阳-东区");
    expect(cells(sheets, "来访登记")).not.toContain("旧人");
    expect(cells(sheets, "文件清单")).toContain("没有读成");
    expect(screen.getByText("另有 1 个不是表格的文件没有看：照片.png")).toBeTruthy();
    expect(cells(sheets, "文件清单")).not.toContain("照片.png");
  });

  test.each([
    [
      "zh-CN",
      "选文件",
      "并入了，但缺些什么",
      `旧版案场簿（版本 1，现为 ${schemaVersion}），旧版没有的表和列空着。缺表：来电客户登记表。` +
        "缺列：来访客户登记表“年龄”“地址”、客户成交报告“朝向”。案场自加的列没有并入：来访客户登记表“领导批示”。" +
        "看不懂、照原样并入的格子 1 个。",
    ],
    [
      "en-US",
      "Choose files",
      "Merged, but lacking something",
      `An older workbook (version 1, now ${schemaVersion}): what it has no tables and columns for is blank. ` +
        "Tables missing: 来电客户登记表. Columns missing: 来访客户登记表 “年龄”, “地址”; 客户成交报告 “朝向”. " +
        "The site's own columns, not merged: 来访客户登记表 “领导批示”. Cells not understood, merged as written: 1.",
    ],
  ] as const)(
    "what a file lacks is said in the language of the pane (%s)",
    async (language, files, region, says) => {
      const { user, book } = show({ language });
      await user.upload(await screen.findByLabelText(files, { selector: "input" }), [
        new File(["x"], "缺表.xlsx"),
      ]);
      const lacking = await screen.findByRole("region", { name: region });
      expect(within(lacking).getByText(says)).toBeTruthy();
      if (language === "zh-CN") return;
      // The workbook is read in Chinese, whatever the pane speaks.
      await user.click(screen.getByRole("button", { name: "Into the workbook" }));
      await waitFor(() => expect(book.added).toHaveLength(1));
      expect(cells(book.added[0]?.sheets ?? [], "文件清单")).toContain("缺表：来电客户登记表。");
    },
  );

  test("sites of the former result without a file this time are named before anything is replaced", async () => {
    const { user, book } = show();
    book.merged = ["洛阳-东区", "洛阳-西区", "洛阳-南区"];
    await pick(user, ["西区.xlsx"]);
    await user.click(await screen.findByRole("button", { name: "写进工作簿" }));
    expect(await screen.findByText(/有 2 个案场这次没给文件：洛阳-东区、洛阳-南区。/u)).toBeTruthy();
    expect(book.added).toEqual([]);
    const [add] = screen.getAllByRole("button", { name: "再加文件" });
    if (add === undefined) throw new Error("no way to add files");
    await user.click(add);
    await pick(user, ["东区.xlsx"]);
    await user.click(await screen.findByRole("button", { name: "写进工作簿" }));
    expect(await screen.findByText(/有 1 个案场这次没给文件：洛阳-南区。/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "不要它们，写进去" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
  });

  /** South, merged last week: one row, as it stands in the workbook. */
  const southern = (over: Partial<HqState> = {}): FormerResult => {
    const share = shareAt("南区.xlsx", "南区", "2026-11-15T01:00:00Z", [["李四", "13800001111"]]);
    const state: HqState = {
      ...{ program: schemaVersion, masked: false, phones: "plain", files: [], said: "" },
      sites: [{ outline: outlineOf(share), digests: {} }],
      ...over,
    };
    return {
      state,
      unmarked: ["来访登记"],
      rows: (site) => Promise.resolve(site === "洛阳-南区" ? hqPartsOf(share) : []),
    };
  };

  /** East, merged last week from a file of the name that comes again. */
  const eastern = (modified = "2026-11-15T01:00:00Z"): FormerResult => {
    const before = shareAt("东区.xlsx", "东区", modified, [["张三", "13800001111"]]);
    const source = {
      ...before.source,
      hash: "上周",
      file: modified > "2026-11-20" ? "东区.xlsx" : "东区二期.xlsx",
    };
    const share = { ...before, book: "一本", source };
    return {
      ...southern({ sites: [{ outline: outlineOf(share), digests: {} }] }),
      rows: () => Promise.resolve(hqPartsOf(share)),
    };
  };

  test("sites of the former result without a file stay, are named and compared; unticked they go", async () => {
    const { user, book, view } = show();
    book.former = southern();
    book.merged = ["洛阳-南区"];
    await pick(user, ["西区.xlsx"]);
    const kept = await screen.findByRole("region", { name: "沿用上次的案场" });
    expect(within(kept).getByText(/南区.xlsx.*2026-11-15.*被人改过/u)).toBeTruthy();
    const across = screen.getByRole("region", { name: "同一电话出现在两个以上案场" });
    expect(within(across).getByText(/洛阳-南区.*李四/u)).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    const sheets = book.added[0]?.sheets ?? [];
    expect(cells(sheets, "来访登记")).toContain("李四");
    expect(cells(sheets, "文件清单")).toContain("沿用上次");
    expect(cells(sheets, "_汇总")).toContain("洛阳-南区");
    await user.click(await screen.findByRole("checkbox", { name: "沿用上次的案场" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "沿用上次的案场" })).toBeNull());
    await user.click(await screen.findByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(2));
    expect(cells(book.added[1]?.sheets ?? [], "来访登记")).not.toContain("李四");
  });

  test.each<[string, Partial<HqState>, boolean, RegExp, RegExp]>([
    [
      "read by an older version",
      { program: schemaVersion - 1 },
      false,
      /南区.xlsx.*旧版本做的汇总.*重新汇总一遍/u,
      /merged by an older version.*merge again/u,
    ],
    [
      "masked without a key, with digests of before",
      { masked: true, phones: "none" },
      true,
      /南区.xlsx.*遮了号、没有密钥.*核对不了/u,
      /masked without a key last time/u,
    ],
    [
      "masked without a key, and changed",
      { masked: true, phones: "none", asFound: true },
      true,
      /南区.xlsx.*被人改过/u,
      /somebody changed its rows/u,
    ],
  ])("of kept rows it is said what is known: %s", async (_, over, masked, zh, en) => {
    for (const [language, files, region, mask, says] of [
      ["zh-CN", "选文件", "沿用上次的案场", /遮住电话/u, zh],
      ["en-US", "Choose files", "Kept from last time", /Mask phones/u, en],
    ] as const) {
      const { user, book, view } = show({ language });
      const former = southern(over);
      const [south] = former.state.sites;
      if (south === undefined) throw new Error("no site");
      book.former = {
        ...former,
        state: { ...former.state, sites: [{ ...south, digests: { visitors: "of other cells" } }] },
      };
      if (masked) await user.click(await screen.findByRole("checkbox", { name: mask }));
      await user.upload(await screen.findByLabelText(files, { selector: "input" }), [
        new File(["x"], "西区.xlsx"),
      ]);
      const kept = await screen.findByRole("region", { name: region });
      expect(within(kept).getByText(says)).toBeTruthy();
      view.unmount();
    }
  });

  test.each([
    [{ masked: true, phones: "none" } as const, /遮号不同/u],
    [{ masked: true, phones: "keyed" } as const, /用密钥遮号/u],
    [{ program: schemaVersion + 1 }, /更新的案场簿/u],
  ])(
    "a former result whose rows cannot stand beside: said with the way out, and dropped by choice alone: %j",
    async (over, says) => {
      const { user, book } = show();
      book.former = southern(over);
      book.merged = ["洛阳-南区"];
      await pick(user, ["西区.xlsx"]);
      expect(await screen.findByText(says)).toBeTruthy();
      expect(screen.queryByRole("region", { name: "沿用上次的案场" })).toBeNull();
      await user.click(screen.getByRole("button", { name: "写进工作簿" }));
      expect(await screen.findByText(/有 1 个案场这次没给文件：洛阳-南区。/u)).toBeTruthy();
      expect(book.added).toEqual([]);
    },
  );

  test("files whose stamps tell nothing, or cannot be: page and file list ask to look", async () => {
    const { user, book, view } = show();
    await pick(user, ["北区.xlsx", "北区改.xlsx", "南区.xlsx"]);
    expect(await screen.findByText(/和“北区改.xlsx”写着同一个保存时间，内容却不同/u)).toBeTruthy();
    expect(screen.getByText(/它写的保存时间是 2031-01-01，还没有到/u)).toBeTruthy();
    expect(screen.queryByText(/以后来保存的/u)).toBeNull();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    const list = cells(book.added[0]?.sheets ?? [], "文件清单");
    expect(list).toContain("和“北区改.xlsx”写着同一个保存时间");
    expect(list).toContain("它写的保存时间是 2031-01-01");
  });

  test("two workbooks of one name: the newer counts, and both page and file list ask to look", async () => {
    const { user, book } = show();
    await pick(user, ["东区.xlsx", "东区重建.xlsx"]);
    expect(
      await screen.findByText(
        /两份文件都叫 洛阳-东区，但不是同一本案场簿（编号不同）；已用较新的一份“东区重建.xlsx”，请核对/u,
      ),
    ).toBeTruthy();
    expect(screen.queryByText(/同一案场以后来保存的/u)).toBeNull();
    await user.click(screen.getByRole("button", { name: "存成文件" }));
    await waitFor(() => expect(book.filed).toHaveLength(1));
    expect(JSON.stringify(book.filed[0])).toContain("不是同一本案场簿");
  });

  test("a renamed site and its former name in one go: both stand, and page and file list ask to look", async () => {
    const { user, book, view } = show();
    await pick(user, ["东区.xlsx", "东区二期.xlsx"]);
    expect(
      await screen.findByText(/洛阳-东区 和 洛阳-东区二期 是同一本案场簿，两个名字，客户重着，请核对/u),
    ).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    expect(cells(book.added[0]?.sheets ?? [], "文件清单")).toContain("同一本案场簿，两个名字");
  });

  test("a site that was renamed since: its former name goes without a question, and that is said", async () => {
    const { user, book, view } = show();
    book.former = eastern();
    book.merged = ["洛阳-东区"];
    await pick(user, ["东区二期.xlsx"]);
    expect(await screen.findByText(/洛阳-东区：同一本案场簿，现在叫 洛阳-东区二期/u)).toBeTruthy();
    expect(screen.queryByRole("region", { name: "同一电话出现在两个以上案场" })).toBeNull();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    const sheets = book.added[0]?.sheets ?? [];
    expect(cells(sheets, "文件清单")).toContain("改了名");
    expect(cells(sheets, "来访登记").match(/李强/gu)).toHaveLength(2);
  });

  test("a file older than what was merged last is not used, and the page says how to go back", async () => {
    const { user, book } = show();
    book.former = eastern("2026-11-22T01:00:00Z");
    await pick(user, ["东区.xlsx"]);
    expect(
      await screen.findByText(/这次给的 洛阳-东区 的文件比上次汇总的旧，没有用。撤销过导入/u),
    ).toBeTruthy();
  });

  test("a .csv may be a site's and is told; what is no table alone is only named", async () => {
    const { user } = show();
    await pick(user, ["照片.png", "合同.docx", "~$东区.xlsx"], "选文件夹");
    expect(await screen.findByText("另有 2 个不是表格的文件没有看：照片.png、合同.docx")).toBeTruthy();
    expect(screen.getByText(/没有可读的文件/u)).toBeTruthy();
    await pick(user, ["东区.xlsx", "登记.csv"], "选文件夹");
    const refused = await screen.findByRole("region", { name: "没有读成的文件" });
    expect(within(refused).getByText("登记.csv")).toBeTruthy();
    expect(within(refused).queryByText("照片.png")).toBeNull();
  });

  test("masked, no number stands in the result, and one person at two sites is found all the same", async () => {
    const { user, book } = show();
    await user.click(await screen.findByRole("checkbox", { name: /遮住电话/u }));
    await pick(user, ["东区.xlsx", "西区.xlsx"]);
    await screen.findByRole("region", { name: "同一电话出现在两个以上案场" });
    await user.click(screen.getByRole("button", { name: "存成文件" }));
    await waitFor(() => expect(book.filed).toHaveLength(1));
    const written = JSON.stringify(book.filed[0]);
    expect(written).toContain("138****1111");
    expect(written).not.toContain("13800001111");
  });

  test("stopped in the middle, nothing is kept and nothing written", async () => {
    const { user, book } = show();
    const { shut, open } = gate();
    book.filesWait = shut;
    await pick(user, ["东区.xlsx", "西区.xlsx", "西区旧.xlsx"]);
    await user.click(await screen.findByRole("button", { name: "停下" }));
    open();
    expect(await screen.findByText("已停下，没有写任何东西")).toBeTruthy();
    expect(book.added).toEqual([]);
  });

  test("stopped while it is written, nothing stands in the workbook and the page says so; then written whole", async () => {
    const { user, book } = show();
    const { shut, open } = gate();
    await pick(user, ["东区.xlsx", "西区.xlsx"]);
    const write = await screen.findByRole("button", { name: "写进工作簿" });
    book.filesWait = shut;
    await user.click(write);
    expect(await screen.findByText(/正在读第 \d 个案场的各行，共 2 个/u)).toBeTruthy();
    expect(screen.getByText("停下的话，工作簿和写之前一样。")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "停下" }));
    open();
    expect(await screen.findByText(/已停下，没有写进去：工作簿和写之前一样/u)).toBeTruthy();
    expect(book.added).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    expect(screen.queryByText(/已停下/u)).toBeNull();
    expect(cells(book.added[0]?.sheets ?? [], "来访登记")).toContain("洛阳-西区");
  });

  test("stopped, and what was begun cannot be taken back: that is said, not that nothing was written", async () => {
    const { user, book } = show();
    const { shut, open } = gate();
    book.refusesToGiveBack = new WorkbookRefused("protected", "写入汇总：撤回", "汇总");
    await pick(user, ["东区.xlsx", "西区.xlsx"]);
    const write = await screen.findByRole("button", { name: "写进工作簿" });
    book.filesWait = shut;
    await user.click(write);
    await screen.findByText(/正在读第 \d 个案场的各行，共 2 个/u);
    await user.click(screen.getByRole("button", { name: "停下" }));
    open();
    expect(await screen.findByText(/“?汇总”?受保护，不能写入/u)).toBeTruthy();
    expect(screen.queryByText(/工作簿和写之前一样/u)).toBeNull();
  });

  test("pressed twice while Excel is asked, it is written once", async () => {
    const { user, book } = show();
    const { shut, open } = gate();
    await pick(user, ["东区.xlsx"]);
    const write = await screen.findByRole("button", { name: "写进工作簿" });
    book.waits = shut;
    await user.dblClick(write);
    open();
    await waitFor(() => expect(book.added).toHaveLength(1));
    await screen.findByRole("button", { name: "写进工作簿" });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(book.added).toHaveLength(1);
  });

  test("a file that changed since it was looked at costs its own message; the other site is written", async () => {
    const files = new Map(shares);
    const { user, book } = show({ shares: files });
    await pick(user, ["东区.xlsx", "西区.xlsx", "西区旧.xlsx"]);
    const write = await screen.findByRole("button", { name: "写进工作簿" });
    const west = shares.get("西区.xlsx");
    if (west !== undefined) files.set("西区.xlsx", { ...west, source: { ...west.source, hash: "变了" } });
    await user.click(write);
    await waitFor(() => expect(book.added).toHaveLength(1));
    const sheets = book.added[0]?.sheets ?? [];
    expect(cells(sheets, "来访登记")).toContain("洛阳-东区");
    expect(cells(sheets, "来访登记")).not.toContain("洛阳-西区");
    expect(cells(sheets, "文件清单")).toContain("看过以后这份文件又变了");
    expect(cells(sheets, "汇总")).not.toContain("洛阳-西区");
    expect(cells(sheets, "跨案场客户")).not.toContain("13800001111");
    expect(sheets.find(({ name }) => name === "来访登记")?.tables[0]?.range).toMatch(/^A3:[A-Z]+4$/u);
    expect(await screen.findByText(/有 1 份文件这时读不到或变了，它们的案场没有写进去/u)).toBeTruthy();
    const refused = screen.getByRole("region", { name: "没有读成的文件" });
    expect(within(refused).getByText("西区.xlsx")).toBeTruthy();
  });

  test("more rows than a sheet holds: said with the way out before anything is written", async () => {
    const long = (project: string): SiteShare => ({
      ...shareAt(`${project}.xlsx`, project, "2026-11-20T01:00:00Z", []),
      registers: {
        followUps: {
          sheet: "跟踪记录",
          rows: Array.from({ length: 524_288 }, (_, at) => at + 5),
          columns: new Map(),
        },
      },
    });
    const { user, book } = show({
      shares: new Map(["南区", "北区"].map((name) => [`${name}.xlsx`, long(name)])),
    });
    await pick(user, ["南区.xlsx", "北区.xlsx"]);
    expect(
      await screen.findByText(
        /合起来有 1,048,576 行，超过 Excel 一张表的 1,048,576 行，写不下.*anchang merge 文件夹 --dataset 目录/u,
      ),
    ).toBeTruthy();
    for (const name of ["写进工作簿", "存成文件"]) {
      const button = screen.getByRole("button", { name });
      expect(button.getAttribute("aria-disabled")).toBe("true");
      await user.click(button);
    }
    expect([book.added, book.filed]).toEqual([[], []]);
  });

  test("more files join those that were read; the newer of a site counts whichever came first", async () => {
    const { user, book } = show();
    await pick(user, ["西区.xlsx"]);
    await user.click(await screen.findByRole("button", { name: "再加文件" }));
    await pick(user, ["西区旧.xlsx", "东区.xlsx"]);
    await user.click(await screen.findByRole("button", { name: "写进工作簿" }));
    await waitFor(() => expect(book.added).toHaveLength(1));
    const visits = cells(book.added[0]?.sheets ?? [], "来访登记");
    expect(visits).toContain("洛阳-东区");
    expect(visits).not.toContain("旧人");
  });

  test("in a site's own workbook it is offered as a file only", async () => {
    const { user } = show({ opened: "ours" });
    await pick(user, ["东区.xlsx"]);
    const save = await screen.findByRole("button", { name: "存成文件" });
    expect(save.getAttribute("aria-disabled")).toBeNull();
    expect(screen.queryByRole("button", { name: "写进工作簿" })).toBeNull();
    expect(screen.getByText(/打开着的是一个案场的簿子/u)).toBeTruthy();
  });

  test("nothing that can be read is said, in English too", async () => {
    const { user } = show({ language: "en-US" });
    const input = await screen.findByLabelText("Choose files", { selector: "input" });
    await user.upload(input, [new File(["x"], "坏.xlsx")]);
    expect(await screen.findByText("No workbook to merge")).toBeTruthy();
    const write = screen.getByRole("button", { name: "Into the workbook" });
    expect(write.getAttribute("aria-disabled")).toBe("true");
  });
});
