/** The cards against the paper: what the documents print, box for box. The lists here were written from 000 and forms.md by hand. */
import { parseArea } from "../../../src/book/address";
import type { Cell, Look, Sheet } from "../../../src/book/book";
import { cardColumns, keysOfLine } from "../../../src/domain/form/card";
import { type CardKey, cardFor, cardKeys } from "../../../src/domain/forms/card/index";
import { formOf } from "../../../src/domain/forms/index";
import { lists } from "../../../src/domain/forms/lists";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { withSheetAnswers } from "../../../src/domain/register/card/sheet-answers";
import type { SiteBook } from "../../../src/domain/register/site";
import { printBook, printKeys, type PrintQuestion } from "../../../src/workbook/plan/print-book";
import { fillBook } from "../../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../../src/workbook/xlsx/site-file";
import { writeBook } from "../../../src/xlsx/write";
import { freshBook, sampleBook, today } from "../planned-site";
import { append, siteWith, visitor } from "./printed-site";

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Captions the paper prints, in its order; a caption with choices has them after a colon. */
const papers: Readonly<Record<CardKey, readonly string[]>> = {
  visitors: words(`
    客户编号 来访日期 置业顾问 1.基本情况 客户姓名 性别 年龄 婚姻状况 联系电话 手机 现住区域 地址 邮编 家庭结构 来访人数及关系
    2.认知途径 3.询问重点 4.购买动机 5.客户类别 6.意向产品 1/物业类型 2/所需面积 3/户型 4/单价 5/总价 6/付款方式
    推荐房源 意向房源 其他洽谈内容及洽谈结果 备注`),
  returnVisits: words(`
    客户编号 来访日期 置业顾问 1.基本情况 客户姓名 性别 年龄 婚姻状况 联系电话 手机 现住区域 地址 邮编 家庭结构 来访人数及关系
    2.认知途径 3.购买动机 4.询问重点 5.客户类别 6.意向产品 推荐房源 意向房源
    第一次来访洽谈内容 第一次回访方式及洽谈内容 之后跟踪回访方式及洽谈内容 跟踪客户结果 结果分析 如放弃你不觉得惋惜吗？ 备注`),
  deals: words(`
    客户编号 成交业务员 ★排号日期 ★认购日期 ★签约日期 客户资料 客户姓名 性别 年龄 出生日期 联系电话 联系地址 家庭人口 购房目的
    主要异议 付款方式 职业 现住区域 第几次置业 自首次看房至大定时间 家庭收入 物业资料 房源编号 坐落位置 房屋类别 建筑面积
    花园面积 其他面积 物业类型 房型 其他信息 来访渠道 来访次数 周边是否还有朋友需求购房 备注`),
  lostClients: words(`
    未成交客户编号 业务员 ★第一次来访日期 ★最后一次来访日期 客户资料 客户姓名 性别 年龄 出生日期 联系电话 联系地址 家庭人口
    购房目的 主要异议 付款方式 职业 现住区域 第几次置业 自首次看房至放弃时间 家庭收入 咨询物业资料 坐落位置 房屋类别 建筑面积
    花园面积 其他面积 物业类型 房型 来访\\回访时间 来访及回访内容 客户反应 客户未购买原因分析 如放弃你不觉得惋惜吗？ 备注`),
  structureChange: words(`
    改动户型 施工编号 联系方式 物业座落 楼 单元 层 户 客户姓名 改动要求 业主签字 变更申请人签字 置业顾问签字 销售部意见 工程部意见 变更产生费用
    审算人员签字 财务部意见 公司总经理意见 负责人签字 改造情况检查记录 检查人签字`),
  discount: words(`
    客户姓名 定房日期 客户购房情况 房号 户型 面积 原单价 原总房款 正常优惠额 申请优惠额 优惠后单价 优惠后总房款 付款方式 置业顾问
    申请理由 客户签字 销售部意见 总经理意见 财务部意见 负责人签字 日期`),
  refund: words(`
    申请人 置业顾问 销售统计员 销售部经理意见 公司负责人意见 财务部意见 财务部已退款 原№ 收据已收回 客户签名 备注`),
  rename: words(`
    客户姓名 定房日期 客户购房情况 拟更换客户姓名 房号 户型 总房款 面积 单价 业主签字 更名日期 更名业主签字 置业顾问签字 申请理由
    经办人签字 销售部意见 总经理意见 财务部意见 负责人签字 备注`),
  exchange: words(`
    业主姓名 定房日期 客户购房情况 原房号 原户型 原面积 调房后房号 调房后户型 调房后面积 原单价 原总房款 调房日期 调房后单价
    调房后总房款 置业顾问签字 调房申请人签字 申请理由 经办人签字 销售部意见 总经理意见 财务部意见 负责人签字 备注`),
};

/**
 * Captions whose place on the paper nobody can tell: the text of 000 has boxes of the right half of a sheet, or of a
 * column, apart from their neighbours.
 */
const displaced: Readonly<Partial<Record<CardKey, readonly string[]>>> = {
  structureChange: words("改动户型 客户姓名"),
  rename: words("拟更换客户姓名 总房款 业主签字"),
  exchange: words("原单价 原总房款 调房日期 置业顾问签字"),
};
/** Stand below every opinion: a list names them once. */
const atEveryOpinion = words("负责人签字 日期");

/** What the paper prints to be ticked, for each caption. */
const ticks: Readonly<Partial<Record<CardKey, Readonly<Record<string, string>>>>> = {
  visitors: {
    "2.认知途径": "日报 晚报 电视 路过 听说 老带新 单页 户外",
    "3.询问重点":
      "地段 单价 总价 房型 景观 楼层 付款方式 交通 工程进度 学校 朝向 室内功能分区 公共设施配套 升值潜力 面积 交房标准 其他____",
    "4.购买动机": "自用 为家人____购 投资 自住兼投资 其他____",
    "5.客户类别":
      "私营业主 单位购房 动迁补偿 国营企事业单位领导 老师 律师 医生 外地工作 私企领导 自由职业 公务员 其他____",
    "1/物业类型": "楼梯多层 电梯多层 小高层 高层 叠加 联排 独栋",
    "2/所需面积": "101–120 121–150 151–180 181–200 201–250 250以上",
    "3/户型": "1/1 2/2 3/2 4/2 小复式 大复式 其他____",
    "4/单价": "1500–2000 2000–2500 2500–3000 3000–3500 4000以上",
    "5/总价": "30以下 31–40 41–60 61–80 81–100 100以上",
    "6/付款方式": "一次性付款 按揭贷款 公积金贷款 分期付款 其他____",
  },
  deals: {
    购房目的: "自用 为家人购 为他人购 投资",
    主要异议: "地段 单价 总价 户型 景观 楼层 付款方式 其他____",
    第几次置业: "一次 二次 多次",
    房屋类别: "住宅 小户型 商铺 其他____",
    物业类型: "电梯多层 楼梯多层 小高层 高层 叠加 联排 独栋",
    房型: "1/1 2/2 3/2 4/2 5/2 其他____",
    来访渠道: "日报 晚报 电视 路过 听说 老带新 单页 户外",
    来访次数: "一次 二次 三次 四次 五次 五次以上",
    周边是否还有朋友需求购房: "是 否 不确定",
  },
  lostClients: {
    购房目的: "自用 为家人购 为他人购 投资",
    主要异议: "地段 单价 总价 户型 景观 楼层 付款方式 其他____",
    第几次置业: "一次 二次 多次",
    房屋类别: "住宅 小户型 商铺 其他____",
    物业类型: "电梯多层 楼梯多层 小高层 高层 叠加 联排 独栋",
    房型: "1/1 2/2 3/2 4/2 其他____",
    原因: "价格 地段 户型 资金 家人反对 购买竞品 政策 暂缓 其他____",
  },
};

const textsOf = (sheet: Sheet | undefined): readonly string[] =>
  (sheet?.blocks ?? []).flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((cell) => (typeof cell === "string" ? [cell] : []))),
  );

/** The cell to the right of a caption. */
const beside = (sheet: Sheet | undefined, caption: string): string => {
  for (const row of sheet?.blocks[0]?.rows ?? []) {
    const at = row.indexOf(caption);
    if (at < 0) continue;
    const next = row.slice(at + 1).find((cell) => cell !== null);
    return typeof next === "string" ? next : "";
  }
  throw new Error(`no caption ${caption}`);
};

const boxed = (text: string, mark: "□" | "☑"): readonly string[] =>
  text
    .split(/\s+/u)
    .filter((token) => token.startsWith(mark))
    .map((token) => token.slice(1));

const has = (texts: readonly string[], caption: string): boolean =>
  texts.some(
    (text) =>
      text === caption ||
      text.startsWith(`${caption}：`) ||
      text.includes(`${caption}：`) ||
      text.includes(`${caption}（`),
  );

/** Where a caption first stands as one: the text's place, and its place in the text. */
const placeOf = (texts: readonly string[], caption: string): readonly [text: number, at: number] => {
  const text = texts.findIndex((each) => has([each], caption));
  return [text, (texts[text] ?? "").indexOf(caption)];
};

/** Captions as they follow each other on a print. */
const inOrder = (texts: readonly string[], captions: readonly string[]): readonly string[] =>
  captions
    .map((caption) => ({ caption, place: placeOf(texts, caption) }))
    .sort(({ place: [a, from] }, { place: [b, to] }) => a - b || from - to)
    .map(({ caption }) => caption);

let book: SiteBook;
let fresh: SiteBook;
let sample: SiteBook;
beforeAll(async () => {
  book = await siteWith();
  fresh = await readSiteFile(await writeBook(freshBook()));
  sample = withSheetAnswers(await readSiteFile(await writeBook(sampleBook())), today);
});

const empty = (print: CardKey): Sheet | undefined =>
  printBook(fresh, { print, masked: false, empty: true }, today)?.sheets[0];

describe.each(cardKeys)("%s", (key) => {
  const card = cardFor(key);

  test("has every box of the paper, empty as filled", () => {
    const filled = printBook(book, { print: key, masked: false }, today)?.sheets[0];
    for (const sheet of [empty(key), filled]) {
      const texts = textsOf(sheet);
      expect(papers[key].filter((caption) => !has(texts, caption))).toEqual([]);
    }
  });

  test("has them in the paper's order", () => {
    const unknown = new Set([...(displaced[key] ?? []), ...atEveryOpinion]);
    const known = papers[key].filter((caption) => !unknown.has(caption));
    expect(inOrder(textsOf(empty(key)), known)).toEqual(known);
  });

  test("has every choice of the paper, none of them ticked when it is empty", () => {
    const sheet = empty(key);
    for (const [caption, choices] of Object.entries(ticks[key] ?? {})) {
      const found = boxed(beside(sheet, caption), "□");
      const ofPaper = words(choices);
      expect([caption, found.filter((choice) => ofPaper.includes(choice))]).toEqual([caption, ofPaper]);
    }
    expect(textsOf(sheet).join("\n")).not.toContain("☑");
  });

  test("draws boxes only where the paper has some", () => {
    const drawn = textsOf(empty(key)).some((text) => text.includes("□"));
    expect(drawn).toBe(ticks[key] !== undefined);
  });

  test("shows every key of its form once it is filled in; what it leaves out another card has", () => {
    const shown = new Set(card.lines.flatMap(keysOfLine));
    const all = Object.keys(formOf(card.form).fields);
    const others = new Set(
      cardKeys
        .filter((other) => other !== key && cardFor(other).form === card.form)
        .flatMap((other) => cardFor(other).lines.flatMap(keysOfLine)),
    );
    expect(all.filter((each) => !shown.has(each))).toEqual(
      card.elsewhere.filter((each) => all.includes(each)).toSorted((a, b) => all.indexOf(a) - all.indexOf(b)),
    );
    expect(card.elsewhere.filter((each) => !others.has(each))).toEqual([]);
  });

  test("is titled with the project, in 宋体 12, at the form's row height, on A4", () => {
    const sheet = empty(key);
    const [title = ""] = textsOf(sheet);
    expect(title).toBe(card.named ? `牡丹苑项目${card.title}` : card.title);
    expect(sheet?.looks[0]?.look).toMatchObject({ fontName: "宋体", fontSize: 12, color: "#000000" });
    expect(sheet?.print).toMatchObject({
      paper: "A4",
      orientation: "portrait",
      centerFooter: "第 &P 页，共 &N 页",
    });
    expect(sheet?.columns).toHaveLength(cardColumns);
    const heights = (sheet?.rows ?? []).map(({ height }) => height);
    expect(heights.filter((height) => height === card.rowHeight).length).toBeGreaterThan(1);
  });

  test("its boxes are merged within the page and do not overlap", () => {
    for (const sheet of [empty(key), printBook(book, { print: key, masked: false }, today)?.sheets[0]]) {
      const taken = new Set<string>();
      for (const range of sheet?.merges ?? []) {
        const area = parseArea(range);
        expect(area?.top).toBe(area?.bottom);
        expect(area?.right).toBeLessThan(cardColumns);
        for (let column = area?.left ?? 0; column <= (area?.right ?? -1); column++) {
          const cell = `${area?.top} ${column}`;
          expect(taken.has(cell)).toBe(false);
          taken.add(cell);
        }
      }
      expect(taken.size).toBeGreaterThan(0);
    }
  });
});

test("row heights are the ones the papers name", () => {
  expect(
    [cardFor("visitors"), cardFor("returnVisits"), cardFor("deals"), cardFor("lostClients")].map(
      ({ rowHeight }) => rowHeight,
    ),
  ).toEqual([22, 22, 25, 16]);
});

describe("what is ticked", () => {
  const visitorsCard = (site: SiteBook): Sheet | undefined =>
    printBook(site, { print: "visitors", masked: false, clients: ["LY-ZS001" as never] }, today)?.sheets[0];

  test("is exactly what was chosen", () => {
    const sheet = visitorsCard(book);
    const chosen: Readonly<Record<string, readonly string[]>> = {
      "2.认知途径": ["老带新", "户外"],
      "3.询问重点": ["单价", "楼层", "学校", "交房标准"],
      "4.购买动机": ["为家人父母购"],
      "5.客户类别": ["医生"],
      "1/物业类型": ["小高层", "高层"],
      "2/所需面积": ["121–150"],
      "3/户型": ["3/2"],
      "4/单价": ["3000–3500"],
      "5/总价": ["41–60"],
      "6/付款方式": ["按揭贷款"],
    };
    for (const [caption, choices] of Object.entries(chosen))
      expect([caption, boxed(beside(sheet, caption), "☑")]).toEqual([caption, choices]);
  });

  test("is what was counted, where the paper has choices for a count", () => {
    const sheet = printBook(book, { print: "deals", masked: false }, today)?.sheets[0];
    expect(boxed(beside(sheet, "来访次数"), "☑")).toEqual(["二次"]);
    expect(boxed(beside(sheet, "来访次数"), "□")).toEqual(["一次", "三次", "四次", "五次", "五次以上"]);
  });

  test("is written on the paper's own lines where no list has it, and beside the choices only when these are full", async () => {
    const boxesOf = async (more: Readonly<Record<string, string>>): Promise<Sheet | undefined> =>
      visitorsCard(await siteWith(append("visitors", [{ ...visitor, ...more }])));
    const one = await boxesOf({
      channels: "路过、抖音",
      occupation: "退休干部",
      concerns: "单价、车位、物业费",
    });
    expect(beside(one, "2.认知途径")).toMatch(/□户外\s+☑抖音\s+□____$/u);
    expect(beside(one, "5.客户类别")).toMatch(/☑其他：退休干部$/u);
    expect(beside(one, "3.询问重点")).toMatch(/☑其他：车位、物业费$/u);
    const many = beside(await boxesOf({ channels: "抖音、小红书、自定渠道一、贝壳" }), "2.认知途径");
    expect(boxed(many, "☑")).toEqual(["自定渠道一", "抖音", "小红书", "贝壳"]);
    expect(many).not.toContain("____");
  });

  test("follows the site's own list, and keeps what is no longer on it", async () => {
    const plan = freshBook();
    const renamed = {
      ...plan,
      sheets: plan.sheets.map((sheet) =>
        sheet.name !== "字典"
          ? sheet
          : {
              ...sheet,
              blocks: sheet.blocks.map((block) => ({
                ...block,
                rows: block.rows.map((row) =>
                  row.map((cell) => (cell === "自定渠道一" ? "抖音" : cell === "户外" ? "短视频" : cell)),
                ),
              })),
            },
      ),
    };
    const site = await readSiteFile(await writeBook(fillBook(renamed, append("visitors", [visitor]))));
    const box = beside(visitorsCard(site), "2.认知途径");
    expect(boxed(box, "□")).toEqual(["日报", "晚报", "电视", "路过", "听说", "单页", "短视频", "抖音"]);
    expect(boxed(box, "☑")).toEqual(["老带新", "户外"]);
  });

  test("is nothing where the answer is /, which is printed", async () => {
    const site = await siteWith(
      append("visitors", [{ ...visitor, channels: "/", age: "/", occupation: "/" }]),
    );
    const sheet = visitorsCard(site);
    expect(boxed(beside(sheet, "2.认知途径"), "☑")).toEqual([]);
    expect(beside(sheet, "2.认知途径")).toMatch(/ \/$/u);
    expect(beside(sheet, "年龄")).toBe("/");
    expect(beside(sheet, "1/物业类型")).toContain("☑高层");
  });
});

test("every choice of every list can be drawn: none has a blank in it that would part it", () => {
  for (const { choices } of Object.values(lists))
    for (const choice of choices) expect(choice).not.toMatch(/\s/u);
});

test("prints have names of their own, short enough for a tab", () => {
  const names = printKeys.map((print) => printBook(book, { print, masked: false }, today)?.sheets[0]?.name);
  expect(new Set(names).size).toBe(printKeys.length);
  for (const name of names) expect(name).toMatch(/^打印-.{1,28}$/u);
});

describe("客户等级分配跟踪表", () => {
  const gradesSheet = (): Sheet | undefined =>
    printBook(sample, { print: "grades", masked: false }, today)?.sheets[0];

  const said = (cell: Cell | undefined): string => (typeof cell === "string" ? cell : "");

  test("a client whose remark stands on one line has a row of 16 points, at least 25 of them on a page", () => {
    const sheet = gradesSheet();
    const rows = sheet?.blocks[0]?.rows ?? [];
    const clients = rows.flatMap((cells, row) => (/^\d+$/u.test(said(cells[0])) ? [row] : []));
    expect(clients).toHaveLength(30);
    expect(clients.map((row) => sheet?.rows[row]?.height)).toEqual(clients.map(() => 16));
    expect(clients.filter((row) => row < (sheet?.print?.pageBreaks?.[0] ?? 0)).length).toBeGreaterThanOrEqual(
      25,
    );
  });

  test("a longer remark makes its own row higher, and no other", async () => {
    const remarks = ["短", "两个孩子都在附近上学，想换三房，等老房子卖掉就来交定金", "短"];
    const site = await siteWith(
      append(
        "grades",
        remarks.map((each, at) => ({ clientId: `LY-ZS00${at + 1}`, consultant: "王芳", remarks: each })),
      ),
    );
    const sheet = printBook(site, { print: "grades", masked: false }, today)?.sheets[0];
    const rows = sheet?.blocks[0]?.rows ?? [];
    const heightOf = (no: number): number =>
      sheet?.rows[rows.findIndex(([first]) => first === String(no))]?.height ?? 0;
    expect([heightOf(1), heightOf(3)]).toEqual([16, 16]);
    expect(heightOf(2)).toBeGreaterThan(30);
  });

  test("a long number, name or consultant takes room from the days, not from the remarks: every row keeps its 16 points", async () => {
    const remarks = "虚构示例，可删除";
    const client = (at: number): string => `LY-QW${String(at + 995).padStart(3, "0")}`;
    const ladder = {
      reachedD: "2026-11-10",
      reachedC: "2026-10-11",
      reachedB: "2026-10-12",
      reachedA: "2026-11-13",
      reachedDeal: "2026-11-14",
      reachedLost: "2026-11-15",
    };
    const clients = Array.from({ length: 10 }, (_, at) => at);
    const site = await siteWith([
      ...append(
        "visitors",
        clients.map((at) => ({
          ...visitor,
          clientId: client(at),
          name: at === 3 ? "欧阳慕容雪" : "欧阳娜娜",
          consultant: "欧阳建国",
        })),
      ),
      ...append(
        "grades",
        clients.map((at) => ({ clientId: client(at), consultant: "欧阳建国", remarks, ...ladder })),
      ),
    ]);
    const sheet = printBook(site, { print: "grades", masked: false }, today)?.sheets[0];
    const rows = sheet?.blocks[0]?.rows ?? [];
    const lines = rows.flatMap((cells, row) => (/^\d+$/u.test(said(cells[0])) ? [row] : []));
    expect(lines).toHaveLength(10);
    expect(lines.map((row) => sheet?.rows[row]?.height)).toEqual(lines.map(() => 16));
    expect(lines.map((row) => said(rows[row]?.[2]))).toContain("LY-QW1000");
    // Numbers never break at their hyphen; what is longer than its column stands in smaller letters.
    const lookAt = (row: number, column: number): Look =>
      (sheet?.looks ?? []).reduce<Look>((look, { range, look: more }) => {
        const area = parseArea(range);
        const isIn =
          area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
        return isIn ? { ...look, ...more } : look;
      }, {});
    for (const row of lines)
      for (const column of [2, 3, 5, 6, 11]) expect(lookAt(row, column).wrap).toBe(false);
    expect(lookAt(lines[0] ?? 0, 2).fontSize).toBe(12);
    expect(lookAt(lines[0] ?? 0, 5).fontSize).toBe(9);
    expect(lookAt(lines[3] ?? 0, 3).fontSize).toBe(9.5);
  });

  test("every day has its year; 升级情况 stands over its six columns on every page", () => {
    const texts = textsOf(gradesSheet());
    const days = texts.filter((text) => /\d+[.-]\d+$/u.test(text));
    expect(days.length).toBeGreaterThan(60);
    for (const day of days) expect(day).toMatch(/^26\.(?:9|1[01])\.\d{1,2}$/u);
    const sheet = gradesSheet();
    const pages = 1 + (sheet?.print?.pageBreaks?.length ?? 0);
    expect(texts.filter((text) => text === "升级情况")).toHaveLength(pages);
    const bands = (sheet?.merges ?? []).flatMap((range) => {
      const { top = 0, left = 0, right = 0 } = parseArea(range) ?? {};
      return sheet?.blocks[0]?.rows[top]?.[left] === "升级情况" ? [right - left + 1] : [];
    });
    expect(bands).toEqual(Array.from({ length: pages }, () => 6));
  });
});

describe("来电客户登记表", () => {
  const texts = (question: Partial<PrintQuestion> = {}): readonly string[] =>
    (printBook(book, { print: "calls", masked: false, ...question }, today)?.sheets[0]?.blocks ?? [])
      .flatMap(({ rows }) => rows.flat())
      .filter((cell): cell is string => typeof cell === "string");

  test("a day a page, under its date and what was advertised, each call with what was said below", () => {
    const found = texts();
    expect(found.filter((text) => text.startsWith("时间："))).toEqual([
      "时间：2026年11月19日　　广告投放媒体及主题：洛阳晚报：金秋三重礼、抖音：样板间探房",
      "时间：2026年11月20日　　广告投放媒体及主题：________________",
    ]);
    const from = found.indexOf("赵六");
    expect(found.slice(from - 2, from + 14)).toEqual([
      ...["1", "09:40", "赵六", "137 0379 2468", "/", "户外", "老城区", "小高层、高层", "3/2", "101–120"],
      ...[
        "自住兼投资",
        "3000–3500",
        "咨询洽谈内容",
        expect.stringContaining("三房的均价") as string,
        "置业顾问",
        "李强",
      ],
    ]);
    // 序号 is within the day, whoever is printed.
    expect(texts({ consultant: "王芳" }).slice(-20)).toEqual(
      expect.arrayContaining(["2", "15:20", "郑老师"]),
    );
    expect(texts({ from: "2026-11-20" as CalendarDay })).not.toContain("赵六");
  });

  test("the paper's captions stand on it, and eight empty calls on the empty form", () => {
    const found = texts({ empty: true });
    const captions =
      "序号 来电时间 客户姓名 联系方式 获知渠道 现住区域 购房类型 需求房型 需求面积 购房用途 接受价格 手机 其他";
    const said = found.map((text) => text.replace("\n", ""));
    // 联系方式 stands over 手机 and 其他, which follow the others.
    expect(said.slice(said.indexOf("序号"), said.indexOf("其他") + 1)).toEqual(captions.split(" "));
    expect(found.filter((text) => text === "咨询洽谈内容")).toHaveLength(8);
    expect(found).toContain("时间：____年__月__日　　广告投放媒体及主题：________________");
  });
});
