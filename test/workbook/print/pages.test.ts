/** Prints as paper: through LibreOffice to PDF, page by page; judged by the Open XML SDK; alike from both writers. */
import type { Book, Cell, Sheet } from "../../../src/book/book";
import { type CardKey, cardFor, cardKeys } from "../../../src/domain/forms/card/index";
import type { Change } from "../../../src/domain/register/change";
import type { Row } from "../../../src/domain/register/register";
import { withSheetAnswers } from "../../../src/domain/register/card/sheet-answers";
import type { SiteBook } from "../../../src/domain/register/site";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { createModel } from "../../../src/excel-host/model/create";
import { startClient } from "../../../src/excel-host/transports/native-bridge";
import { addSheets } from "../../../src/workbook/office/add-sheets";
import { fullUpright, tallestRow, upright } from "../../../src/workbook/plan/card-page";
import { generated } from "../../../src/workbook/plan/generated-sheet";
import { printBook, printKeys, type PrintQuestion } from "../../../src/workbook/plan/print-book";
import { readSiteFile } from "../../../src/workbook/xlsx/site-file";
import { writeBook } from "../../../src/xlsx/write";
import {
  describeWith,
  hasOpenpyxl,
  hasPrinter,
  hasValidator,
  openpyxl,
  printed,
  temporaryFiles,
  validate,
} from "../../xlsx/tools";
import { sampleBook, today } from "../planned-site";
import { append, contact, printedChanges, siteWith, talk, visitor } from "./printed-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const zhang = "LY-ZS001" as ClientNumber;
const long = Array.from({ length: 60 }, (_, at) => `第${at + 1}条：${talk}`).join("\n");

/** 300 characters, none like the other. */
const talkOf = (at: number): string => {
  const told = Array.from({ length: 30 }, (_, line) => `第${at + 1}谈${line + 1}：嫌总价高，要问家人`).join(
    "；",
  );
  return [...told].slice(0, 300).join("");
};
const longTalk = [0, 1, 2].map(talkOf).join("");
/** A client given up after so many long talks. */
const lostAfter = (talks: number, analysis = talk): readonly Change[] => [
  ...append(
    "followUps",
    Array.from({ length: talks }, (_, at) => ({
      ...contact(`2026-11-${10 + at} 10:00`, "电话", talkOf(at)),
      feedback: "愿意再看",
    })),
  ),
  ...append("lostClients", [
    {
      lostId: "XLY-ZS001",
      consultant: "王芳",
      name: "张三",
      gender: "男",
      age: 36,
      address: "示例东路 18 号示例小区 3 号楼 502",
      purpose: "自用、为家人购",
      givenUpOn: "2026-11-21",
      lossReasons: "资金、家人反对",
      lossAnalysis: analysis,
    },
  ]),
];

const hostile: Row = {
  ...visitor,
  name: '=HYPERLINK("http://x","a")',
  address: "+1+2 @SUM(A1) -3 <b>&amp;</b> ".repeat(12),
  partyRelation: "👨‍👩‍👧‍👦 一家四口\t@cmd",
  familyStructure: "第一行\n第二行\r\n第三行",
  motiveFor: "女儿、".repeat(40),
  occupation: "=1+1",
  notes: long,
  outcomeAnalysis: `-=+@ ${"x".repeat(900)}`,
};

const fifty: readonly Row[] = Array.from({ length: 50 }, (_, at) =>
  contact(
    `2026-11-${String(9 + Math.floor(at / 5)).padStart(2, "0")} ${10 + (at % 5)}:00`,
    "电话",
    `第${at + 1}次回访，${talk}`,
  ),
);

const hostileChanges: readonly Change[] = [
  ...append("visitors", [hostile]),
  ...append("followUps", fifty),
  ...append("lostClients", [
    {
      lostId: "XLY-ZS001",
      consultant: "王芳",
      name: "=1",
      givenUpOn: "2026-11-21",
      lossReasons: "资金、@别的",
      lossAnalysis: long,
    },
  ]),
  ...append("applications", [
    {
      no: "SQ-20261121-01",
      kind: "退房申请",
      clientId: zhang,
      unitNo: "=3-1-1202",
      appliedOn: "2026-11-21",
      reason: long,
      buyerKind: "公司",
      refundReason: talk.repeat(4),
      paid: "/",
      penalty: "面议",
      salesOpinion: long,
      salesSigner: "@周",
      remarks: talk.repeat(3),
    },
  ]),
  ...append("units", [
    {
      unitNo: "=A1",
      building: "甲".repeat(40),
      section: "",
      floor: "负一",
      door: "",
      floorArea: 1,
      unitPrice: 1,
      status: "乱写",
    },
    { unitNo: "B-1-101", status: "可售", floorArea: 1, unitPrice: 1 },
  ]),
];

let book: SiteBook;
let wild: SiteBook;
let sample: SiteBook;
/** By how many long talks; −1: one of 900 characters. */
const lostBooks = new Map<number, SiteBook>();
beforeAll(async () => {
  book = await siteWith();
  wild = await siteWith(hostileChanges);
  sample = withSheetAnswers(await readSiteFile(await writeBook(sampleBook())), today);
  for (const talks of [1, 2, 3, 4, 6]) lostBooks.set(talks, await siteWith(lostAfter(talks)));
  lostBooks.set(
    -1,
    await siteWith([
      ...append("followUps", [{ ...contact("2026-11-10 10:00", "电话", longTalk), feedback: "愿意再看" }]),
      ...lostAfter(0),
    ]),
  );
});

const printOf = (site: SiteBook, question: Partial<PrintQuestion> & Pick<PrintQuestion, "print">): Book => {
  const made = printBook(site, { masked: false, ...question }, today);
  if (made === undefined) throw new Error(`nothing to print: ${question.print}`);
  return made;
};

const sheetOf = ({ sheets: [sheet] }: Book): Sheet => {
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
};

const textsOf = (made: Book): readonly string[] =>
  sheetOf(made).blocks.flatMap(({ rows }) =>
    rows.flatMap((row) => row.filter((cell): cell is string => typeof cell === "string")),
  );

const bare = (text: string): string => text.replace(/\s/gu, "");

/** Points of the rows of each page. */
const pageHeights = (made: Book): readonly number[] => {
  const { rows, print } = sheetOf(made);
  const heights = [0];
  for (const { row, height = 0 } of rows) {
    if (print?.pageBreaks?.includes(row)) heights.push(0);
    heights[heights.length - 1] = (heights.at(-1) ?? 0) + height;
  }
  return heights;
};

test.each([
  ...cardKeys.map((print) => [print, "filled"] as const),
  ...cardKeys.map((print) => [print, "wild"] as const),
])("%s, %s: no page is fuller than the paper, no row taller than Excel's", (print, which) => {
  const site = which === "wild" ? wild : book;
  const made = printBook(site, { print, masked: false }, today);
  if (made === undefined) {
    expect(which).toBe("wild");
    return;
  }
  for (const height of pageHeights(made)) {
    expect(height).toBeLessThanOrEqual((cardFor(print).onePage ? fullUpright : upright).height);
    expect(height).toBeGreaterThan(20);
  }
  for (const { height } of sheetOf(made).rows) {
    expect(height).toBeLessThanOrEqual(tallestRow);
    // None is so low that nobody sees what it says.
    expect(height).toBeGreaterThanOrEqual(16);
  }
});

/** What each page says, without blanks. */
const pagesOf = (made: Book): readonly string[] => {
  const { blocks, print } = sheetOf(made);
  const pages: string[][] = [[]];
  (blocks[0]?.rows ?? []).forEach((cells, row) => {
    if (print?.pageBreaks?.includes(row)) pages.push([]);
    pages.at(-1)?.push(...cells.filter((cell): cell is string => typeof cell === "string"));
  });
  return pages.map((texts) => bare(texts.join("")));
};
const sizesOf = (made: Book): ReadonlySet<number> =>
  new Set(sheetOf(made).looks.flatMap(({ look }) => look.fontSize ?? []));
const papersOwn = new Set([12, 18, 10]);

/** Every box of the paper, from its first to its last. */
const boxesOfLost = [
  ...["未成交客户编号", "业务员", "客户姓名", "主要异议", "咨询物业资料", "来访及回访内容"],
  ...["客户未购买原因分析", "购买竞品", "原因说明", "如放弃你不觉得惋惜吗", "备注：1、"],
];

test.each([
  [1, 1, 0],
  [2, 2, 1],
  [3, 2, 2],
  [4, 2, 3],
  [6, 3, 5],
])(
  "未成交 after %s long talks is %s pages in the paper's own letters, %s talks overleaf",
  (talks, count, over) => {
    const made = printOf(lostBooks.get(talks) as SiteBook, { print: "lostClients" });
    const pages = pagesOf(made);
    expect([pages.length, sizesOf(made)]).toEqual([count, papersOwn]);
    const [first = "", ...overleaf] = pages;
    for (const caption of boxesOfLost) expect([caption, first.includes(caption)]).toEqual([caption, true]);
    expect(first.includes(`余下${over}次见续页`)).toBe(over > 0);
    for (const page of overleaf)
      expect(
        page.startsWith("未成交客户分析报告（续）XLY-ZS001张三来访\\回访时间来访及回访内容客户反应"),
      ).toBe(true);
    // Some are cut where a page ends.
    const said = pages.map((page) => page.replace(/^.*客户反应/u, "").replace(/余下.次.*$/u, ""));
    for (let at = 0; at < talks; at++) {
      const talk = bare(talkOf(at));
      expect([at, said.slice(0, 1).join("").includes(talk)]).toEqual([at, at < talks - over]);
      expect([at, said.join("").replaceAll("愿意再看", "").includes(talk)]).toEqual([at, true]);
    }
  },
);

test("one talk longer than the page: what fits of it stands on the first page, all the rest on the client's next", () => {
  const made = printOf(lostBooks.get(-1) as SiteBook, { print: "lostClients" });
  const pages = pagesOf(made);
  expect([pages.length, sizesOf(made)]).toEqual([2, papersOwn]);
  const [first = "", second = ""] = pages;
  for (const caption of [...boxesOfLost, "余下1次见续页"])
    expect([caption, first.includes(caption)]).toEqual([caption, true]);
  const [said, rest] = [first.indexOf("电话："), second.indexOf("客户反应") + 4];
  const cut = first.slice(said + 3, first.indexOf("余下1次")).replace("愿意再看", "");
  expect(cut.length).toBeGreaterThan(100);
  expect(bare(cut + second.slice(rest))).toBe(bare(longTalk));
});

test("of two clients nobody stands on another's page", async () => {
  const [li, zhangs] = ["XLY-LS002", "XLY-ZS001"];
  const site = await siteWith([
    ...lostAfter(3),
    ...append("lostClients", [{ lostId: li, consultant: "王芳" }]),
  ]);
  const [cover, ...pages] = pagesOf(printOf(site, { print: "lostClients", copies: 2 }));
  expect(cover).toContain("共2位");
  // The paper's own note has an example of a number.
  const whose = pages.map((page) => /XLY-[A-Z]{2}\d{3}/gu.exec(page.replace(/备注：.*$/u, ""))?.[0]);
  expect(whose).toEqual([...Array.from({ length: 2 }, () => li), ...Array.from({ length: 4 }, () => zhangs)]);
});

test("未成交 of the sample has the paper's own letters and rows, on one page", () => {
  const made = printOf(sample, { print: "lostClients" });
  expect(pageHeights(made)).toHaveLength(1);
  const { rows, blocks } = sheetOf(made);
  expect(sizesOf(made)).toEqual(papersOwn);
  const heightWhere = (said: string): number | undefined =>
    rows[(blocks[0]?.rows ?? []).findIndex((cells) => cells.some((cell) => cell === said))]?.height;
  for (const caption of ["客户资料", "客户姓名", "主要异议", "建筑面积", "来访\\回访时间", "购买竞品"])
    expect([caption, heightWhere(caption)]).toEqual([caption, 16]);
  for (const { height = 0 } of rows) expect(height).toBeGreaterThanOrEqual(16);
});

test("a card of 未成交 that fits is one page, and one whose boxes never will goes on as it comes", () => {
  const one = printOf(book, { print: "lostClients" });
  expect([pageHeights(one).length, sizesOf(one)]).toEqual([1, papersOwn]);
  const made = printOf(wild, { print: "lostClients" });
  expect(pageHeights(made).length).toBeGreaterThan(4);
  expect(sizesOf(made)).toEqual(papersOwn);
});

describe("what was said at the first visit", () => {
  const saying = (length: number): string => [...longTalk.repeat(3)].slice(0, length).join("");
  const printed = async (length: number): Promise<Book> =>
    printOf(await siteWith(append("visitors", [{ ...visitor, notes: saying(length) }])), {
      print: "visitors",
    });
  const talkCells = (made: Book): readonly string[] => textsOf(made).filter((text) => /第\d谈\d/u.test(text));

  test.each([
    [100, 12],
    [300, 10.5],
    [400, 9],
  ])("of %s characters stands on the client's one page, in letters of %s points", async (length, size) => {
    const made = await printed(length);
    expect(pageHeights(made)).toHaveLength(1);
    expect(bare(textsOf(made).join(""))).toContain(bare(saying(length)));
    const own = new Set([...papersOwn, size]);
    expect(sizesOf(made)).toEqual(own);
  });

  test("goes on overleaf where no letters help, and flows there as wide as its box is", async () => {
    const made = await printed(900);
    expect(sizesOf(made)).toEqual(papersOwn);
    expect(pageHeights(made)).toHaveLength(2);
    const [head = "", rest = ""] = talkCells(made);
    // But for the caption's own line, lines end where the paper's width ends them.
    expect(head.replace(/^.*：\n/u, "")).not.toContain("\n");
    expect(rest).not.toContain("\n");
    expect(rest.length).toBeGreaterThan(200);
  });
});

test("no line of a long talk is hidden where a page cuts it off", async () => {
  // Of many lengths: some are cut so that one line is left.
  const talks = Array.from({ length: 60 }, (_, at) =>
    contact("2026-11-20 10:00", "电话", talkOf(at).repeat(1 + (at % 9))),
  );
  const site = await siteWith(append("followUps", talks));
  for (const { height } of sheetOf(printOf(site, { print: "followUps" })).rows)
    expect(height).toBeGreaterThanOrEqual(20);
});

/** Points beside the columns; a character of Excel's is 7 wide in LibreOffice where it has no 宋体, and 6 in Excel. */
const widthLeft = ({ columns, print }: Sheet): number => {
  const paper = print?.orientation === "landscape" ? 842 : 595.3;
  const { left = 0, right = 0 } = print?.margins ?? {};
  return paper - left - right - columns.reduce((sum, { width }) => sum + width * 7, 0);
};

test.each(printKeys)("%s is as wide as the page and no wider", (print) => {
  const sheet = sheetOf(printOf(book, { print }));
  expect(widthLeft(sheet)).toBeGreaterThanOrEqual(0);
  expect(widthLeft(sheet)).toBeLessThan(60);
});

test("hostile texts stay texts, and nothing of a long one is lost", () => {
  for (const print of ["visitors", "returnVisits", "lostClients", "refund"] as const) {
    const made = printOf(wild, { print });
    const cells: readonly Cell[] = sheetOf(made).blocks.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
  }
  const whole = (print: CardKey): string =>
    bare(
      textsOf(printOf(wild, { print }))
        .filter((text) => !text.includes("（续）"))
        .join(""),
    );
  const card = whole("visitors");
  const lost = ["name", "address", "partyRelation", "familyStructure", "motiveFor", "notes"].filter(
    (key) => !card.includes(bare(String(hostile[key]))),
  );
  expect(lost).toEqual([]);
  expect(card.includes("☑其他：=1+1")).toBe(true);
  const back = whole("returnVisits");
  for (let at = 1; at <= 50; at++)
    expect([at, back.includes(`第${at}次回访，${bare(talk)}`)]).toEqual([at, true]);
  expect(back.indexOf("第2次回访")).toBeLessThan(back.indexOf("第50次回访"));
  const lostCard = whole("lostClients");
  for (let at = 1; at <= 50; at++) expect([at, lostCard.includes(`第${at}次回访`)]).toEqual([at, true]);
});

test("the first visit's talk is said once, though 跟踪记录 has it too", () => {
  const card = bare(textsOf(printOf(book, { print: "returnVisits", clients: [zhang] })).join(""));
  expect(card.split(bare(talk))).toHaveLength(2);
  expect(card).toContain("第一次回访方式及洽谈内容：2026年11月9日15:00电话（王芳）：回访前一天");
  expect(card).toContain("之后跟踪回访方式及洽谈内容：2026年11月14日10:20来访（王芳）：父母同来");
});

test("more pages than a sheet of Excel's can break go on on a second sheet", () => {
  const { sheets } = printOf(book, { print: "deals", copies: 1030 });
  expect(sheets.map(({ name }) => name)).toEqual(["打印-成交报告", "打印-成交报告（2）"]);
  expect(sheets.map(({ print }) => print?.pageBreaks?.length)).toEqual([999, 29]);
});

test("a card that runs on says whose it is on every page", () => {
  const made = printOf(wild, { print: "returnVisits" });
  const { print } = sheetOf(made);
  const breaks = print?.pageBreaks ?? [];
  expect(breaks.length).toBeGreaterThan(3);
  const rows = sheetOf(made).blocks[0]?.rows ?? [];
  for (const row of breaks) expect(rows[row]?.[0]).toMatch(/^客户回访跟踪表（续）　LY-ZS001/u);
});

test("cards bound by consultant lie by consultant, each with a cover that lists them", async () => {
  const people = (["李强", "王芳", "陈晨", "王芳", "李强"] as const).map((consultant, at) => ({
    ...visitor,
    clientId: `LY-ZS00${at + 1}`,
    consultant,
    name: `示例${at + 1}`,
  }));
  const site = await siteWith(append("visitors", people));
  const texts = textsOf(printOf(site, { print: "returnVisits" }));
  const order = texts.flatMap((text) => /^(?:客户编号|业务员)：(.+)$/u.exec(text)?.[1] ?? []);
  // As the roster has them: 王芳, 李强, 陈晨.
  expect(order).toEqual(["王芳", "LY-ZS002", "LY-ZS004", "李强", "LY-ZS001", "LY-ZS005", "陈晨", "LY-ZS003"]);
  expect(texts).toContain("共 2 位");
  const hers = printOf(site, { print: "returnVisits", consultant: "王芳" });
  expect(sheetOf(hers).print?.rightHeader).toBe("置业顾问：王芳");
  // 来访登记 is not bound: as the register has them, no covers.
  const plainCards = textsOf(printOf(site, { print: "visitors" })).filter((text) =>
    text.startsWith("客户编号："),
  );
  expect(plainCards).toEqual(people.map(({ clientId }) => `客户编号：${clientId}`));
});

test("days, numbers of clients and applications choose what is printed", () => {
  const ids = (question: Partial<PrintQuestion> & Pick<PrintQuestion, "print">): readonly string[] =>
    (printBook(book, { masked: false, ...question }, today)?.sheets ?? []).flatMap((sheet) =>
      textsOf({ sheets: [sheet], names: [] }).flatMap(
        (text) => /^(?:客户编号|申请编号)：(\S+)/u.exec(text)?.[1] ?? [],
      ),
    );
  expect(ids({ print: "visitors" })).toEqual(["LY-ZS001", "LY-LS002"]);
  expect(ids({ print: "visitors", clients: ["LY-LS002" as ClientNumber] })).toEqual(["LY-LS002"]);
  expect(ids({ print: "visitors", from: "2026-11-01" as typeof today })).toEqual(["LY-ZS001"]);
  expect(ids({ print: "visitors", to: "2026-11-07" as typeof today })).toEqual(["LY-LS002"]);
  expect(ids({ print: "visitors", consultant: "陈晨" })).toEqual([]);
  expect(ids({ print: "deals", clients: [zhang] })).toEqual(["CLY-ZS001"]);
  expect(ids({ print: "rename", applications: ["SQ-20261121-04"] })[0]).toBe("SQ-20261121-04");
  expect(ids({ print: "rename", applications: ["SQ-20261121-05"] })).toEqual([]);
});

test("退房申请 comes in two copies that say for whom; others in as many as asked", () => {
  const copies = textsOf(printOf(book, { print: "refund" })).filter((text) => text.startsWith("一式两份"));
  expect(copies).toEqual(["一式两份　第一份：销售部留存", "一式两份　第二份：财务部留存"]);
  expect(sheetOf(printOf(book, { print: "deals", copies: 3 })).print?.pageBreaks).toHaveLength(2);
});

test("the letter's sentence is filled in, or waits for a pen", () => {
  const letter = bare(textsOf(printOf(book, { print: "refund" })).join(""));
  expect(letter).toContain(
    "本人于2026年11月20日向贵公司购买（预定）牡丹苑项目3栋1单元12层02户，并已支付房款¥50,000.00元，现因工作调动到外地原因，特向贵公司申请退房，并同意支付违约金¥2,000.00元。贵公司可将此房另行出售，所得收益归贵公司所有，与本人无关。特此申请。申请人：张三",
  );
  expect(letter).toContain("所退房款¥48,000.00元");
  const blank = bare(textsOf(printOf(book, { print: "refund", empty: true })).join(""));
  expect(blank).toMatch(
    /本人（公司）于_+年_+月_+日向贵公司购买（预定）牡丹苑项目_+栋_+单元_+层_+户，并已支付房款¥_+元，现因_+原因/u,
  );
});

describe("masked (R20)", () => {
  const numbers = ["13803791234", "139 0379 5678", "0379-6391 2345", "410303199001011234", "+852 9123 4567"];
  const said = `客户留了 ${numbers.join("、")}，总价 421808.00 元，2026-11-22 14:30 再来，编号 LY-ZS001。`;
  const digits = (text: string): string => text.replace(/[^\dX*]/gu, "");

  test.each(printKeys.filter((print) => print !== "units"))("%s has no whole number left", async (print) => {
    const site = await siteWith([
      ...printedChanges,
      ...append("visitors", [
        { ...visitor, clientId: "LY-ZS003", notes: said, address: said, outcomeAnalysis: said },
      ]),
      ...append("followUps", [
        { ...contact("2026-11-20 09:00", "电话", said), interests: said, feedback: said },
      ]),
      ...append("grades", [
        { clientId: "LY-ZS003", consultant: "王芳", reachedC: "2026-11-08", remarks: said },
      ]),
      ...append("lostClients", [
        {
          lostId: "XLY-ZS003",
          consultant: "王芳",
          name: "示例",
          phone: "13803791234",
          lossAnalysis: said,
          givenUpOn: "2026-11-20",
        },
      ]),
    ]);
    const texts = textsOf(printOf(site, { print, masked: true }));
    for (const text of texts)
      for (const number of [...numbers, "138 0379 1234"]) {
        const tail = digits(number).replace(/^0?379/u, "");
        expect(digits(text)).not.toContain(tail);
      }
    const open = textsOf(printOf(site, { print, masked: false })).join("");
    if (/138 ?0379 ?1234/u.test(open)) expect(texts.join("")).toContain("138****1234");
  });
});

describeWith("Open XML SDK validator", hasValidator)("for the Open XML SDK", () => {
  test("every print is valid, hostile ones too", async () => {
    const paths: string[] = [];
    for (const [name, site] of [
      ["filled", book],
      ["wild", wild],
    ] as const)
      for (const print of printKeys) {
        const made = printBook(site, { print, masked: false }, today);
        if (made) paths.push(files.write(`${name}-${print}.xlsx`, await writeBook(made)));
      }
    expect(paths.length).toBeGreaterThan(printKeys.length);
    expect(validate(paths)).toEqual([]);
  });
});

describeWith("openpyxl", hasOpenpyxl)("from the file and through Office.js", () => {
  test.each(printKeys)("%s is the same", async (print) => {
    const made = printOf(print === "returnVisits" ? wild : book, { print });
    const model = createModel({
      book: {
        sheets: [{ ...sheetOf(made), name: "簿", blocks: [], looks: [], merges: [], rows: [], columns: [] }],
        names: [],
      },
    });
    const client = startClient(model);
    client.use();
    await addSheets(made.sheets, "打印");
    client.close();
    const built = { sheets: model.toBook().sheets.filter(({ name }) => name !== "簿"), names: [] };
    const paths = [
      files.write(`file-${print}.xlsx`, await writeBook({ ...made, sheets: made.sheets.map(generated) })),
      files.write(`office-${print}.xlsx`, await writeBook(built)),
    ];
    const [file, office] = openpyxl("book", paths).map(({ found, error }) => {
      expect(error).toBeUndefined();
      const [sheet] = (found as { sheets: Record<string, unknown>[] }).sheets;
      const { types, looks, ...rest } = sheet ?? {};
      const filled = Object.fromEntries(
        Object.keys(types as object).map((cell) => [cell, (looks as Record<string, unknown>)[cell]]),
      );
      return { ...rest, looks: filled };
    });
    const [fileValues, officeValues] = openpyxl("values", paths).map(({ found }) => found);
    expect(office).toEqual(file);
    expect(officeValues).toEqual(fileValues);
  });
});

describeWith("LibreOffice", hasPrinter)("printed by LibreOffice", () => {
  const pages = new Map<string, readonly string[]>();
  const cases: readonly (readonly [string, () => SiteBook, PrintQuestion])[] = [
    ...cardKeys.map(
      (print) =>
        [
          `filled ${print}`,
          () => book,
          { print, masked: false, ...(print === "returnVisits" && { clients: [zhang] }) },
        ] as const,
    ),
    ...cardKeys.map(
      (print) => [`empty ${print}`, () => book, { print, masked: false, empty: true }] as const,
    ),
    ...(["grades", "calls", "followUps"] as const).map(
      (print) => [`empty ${print}`, () => book, { print, masked: false, empty: true }] as const,
    ),
    ["wild returnVisits", () => wild, { print: "returnVisits", masked: false }],
    ["wild visitors", () => wild, { print: "visitors", masked: false }],
    ...[1, 2, 3, 4, 6, -1].map(
      (talks) =>
        [
          `${talks} talks`,
          () => lostBooks.get(talks) as SiteBook,
          { print: "lostClients", masked: false },
        ] as const,
    ),
    ...(["grades", "calls", "followUps"] as const).map(
      (print) => [`sample ${print}`, () => sample, { print, masked: false }] as const,
    ),
    ["sample lostClients", () => sample, { print: "lostClients", masked: false }],
    ["board", () => book, { print: "units", masked: false }],
    ["grades", () => book, { print: "grades", masked: false }],
    ["followUps", () => book, { print: "followUps", masked: false }],
  ];

  beforeAll(async () => {
    const paths: string[] = [];
    for (const [name, site, question] of cases)
      paths.push(files.write(`${name.replace(" ", "-")}.xlsx`, await writeBook(printOf(site(), question))));
    printed(paths, files.folder).forEach((each, at) => pages.set(cases[at]?.[0] ?? "", each));
  });

  test.each(cardKeys)("%s: one page a client or application", (print) => {
    const copies = Math.max(1, cardFor(print).copies.length);
    const records: Readonly<Partial<Record<CardKey, number>>> = { visitors: 2 };
    expect(pages.get(`filled ${print}`)).toHaveLength((records[print] ?? 1) * copies);
    expect(pages.get(`empty ${print}`)).toHaveLength(copies);
  });

  test.each(["grades", "calls", "followUps"])("the empty %s is one page, its note below", (print) => {
    const found = pages.get(`empty ${print}`) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("备注：");
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [6, 3],
  ])(
    "未成交 after %s talks of 300 characters: %s pages, with all of it and every box on the first",
    (talks, count) => {
      const found = (pages.get(`${talks} talks`) ?? []).map(bare);
      expect(found).toHaveLength(count);
      for (const caption of boxesOfLost) expect(found[0]).toContain(caption);
      // Between the lines of a talk stand its day and what was answered to it.
      const said = found.join("").replace(/愿意再看|2026年11月1\d日|10:00/gu, "");
      for (let at = 0; at < talks; at++) expect(said).toContain(bare(talkOf(at)));
    },
  );

  test("未成交 of the sample is one page, from its title to its last note", () => {
    const found = pages.get("sample lostClients") ?? [];
    expect(found).toHaveLength(1);
    expect(bare(found[0] ?? "")).toMatch(/未成交客户分析报告.*如放弃你不觉得惋惜吗.*XLY-ZS001。/u);
  });

  test("the pages hold the values", () => {
    const [first = "", second = ""] = (pages.get("filled visitors") ?? []).map(bare);
    for (const word of [
      "LY-ZS001",
      "张三",
      "13803791234",
      "0379-63912345",
      "☑老带新",
      "□日报",
      "3人，夫妻和孩子",
      bare(talk),
      "2026年11月14日10:15",
    ])
      expect(first).toContain(word);
    expect(first).not.toContain("李四");
    expect(second).toContain("李四");
    expect(bare((pages.get("filled deals") ?? []).join(""))).toContain("421,808.00元");
    expect(bare((pages.get("filled exchange") ?? []).join(""))).toContain("3-1-1102");
  });

  test("pages break where the plan breaks them", () => {
    for (const [name, site, question] of cases) {
      const breaks = sheetOf(printOf(site(), question)).print?.pageBreaks ?? [];
      expect([name, pages.get(name)?.length]).toEqual([name, breaks.length + 1]);
    }
  });

  test("fifty contacts run on, the last of them on a page of the same client", () => {
    const found = (pages.get("wild returnVisits") ?? []).map(bare);
    expect(found.length).toBeGreaterThan(4);
    for (const page of found.slice(1)) expect(page).toContain("客户回访跟踪表（续）LY-ZS001");
    expect(found.join("")).toContain("第50次回访");
  });
});
