/** Nothing of the paper is missing: the binder's blanks, held box by box against the list of the paper's captions. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import type { Field } from "../../../src/domain/form/field";
import { fieldsOf } from "../../../src/domain/form/form";
import { cards, type CardKey } from "../../../src/domain/forms/card/index";
import { formOf, type RegisterKey, registerKeys } from "../../../src/domain/forms/index";
import { describeWith } from "../../xlsx/tools";

/**
 * By section of the paper's list: the register's captions, in the paper's order. Marks: `*` asked at once, `+` asked
 * later, `=` never typed. "a→b": the paper's word a, which a table cannot have twice, is the column b.
 */
const paper: readonly (readonly [section: number, form: RegisterKey, captions: string])[] = [
  [
    1,
    "visitors",
    `=客户编号 *来访日期 *置业顾问 *客户姓名 *性别 +年龄 +婚姻状况 联系电话 手机 +现住区域 +地址 +邮编 +家庭结构 +来访人数
     +来访关系 *认知途径 介绍人编号 +询问重点 +购买动机 为何人购 +客户类别 +物业类型 +所需面积 +户型 +单价 +总价 +付款方式
     推荐房源 意向房源 +其他洽谈内容及洽谈结果 下次看房时间`,
  ],
  [
    2,
    "calls",
    `=序号 =客户编号 *来电时间 *客户姓名 *性别 手机 其他联系方式 *获知渠道 广告投放媒体及主题 现住区域 购房类型 需求房型 需求面积
     购房用途 接受价格 *咨询洽谈内容 *置业顾问`,
  ],
  [
    3,
    "grades",
    `=NO. =时间 =客户编号 =客户姓名 =客户级别 *置业顾问 D C B A √ × =原置业顾问 =最近跟进 =下次跟进 =跟进状态 备注情况`,
  ],
  [
    4,
    "followUps",
    `*跟进日期 *客户编号 =客户姓名 =客户等级 *方式 利益分析 针对策略 *跟踪情况 客户反馈 调整级别 下次跟进 下次跟进事由 *置业顾问`,
  ],
  [5, "visitors", "跟踪客户结果 结果分析"],
  [6, "invitations", "=NO. *客户编号 =客户姓名 =置业顾问 *邀约时间 活动 邀约房源 执行结果"],
  [
    7,
    "deals",
    `=客户编号 *成交业务员 ★排号日期 *★认购日期 ★签约日期 *客户姓名 性别 年龄 出生日期 联系电话 联系地址 家庭人口 职业 现住区域
     购房目的 主要异议 付款方式 第几次置业 =自首次看房至大定时间 家庭收入 *房源编号 坐落位置 房屋类别 *建筑面积 花园面积 其他面积
     物业类型 房型 *成交单价 *成交总价 来访渠道 =来访次数 周边是否还有朋友需求购房`,
  ],
  [
    8,
    "lostClients",
    `=未成交客户编号 业务员 =★第一次来访日期 =★最后一次来访日期 =自首次看房至放弃时间 坐落位置 房屋类别 建筑面积 花园面积 其他面积
     物业类型 房型 *客户未购买原因分析 购买竞品`,
  ],
  [
    9,
    "applications",
    `=申请编号 *类型 *客户编号 =客户姓名 *房号 定房日期 户型 面积 单价 总房款 置业顾问 *申请日期 *申请理由 施工编号 联系方式 项目号
     楼 单元 层 户 改动要求 变更产生费用 审算人员 改造情况检查记录 检查人 销售部→销售部意见 工程部→工程部意见 财务部→财务部意见 总经理→总经理意见 =状态 备注`,
  ],
  [
    10,
    "applications",
    "原单价→单价 原总房款→总房款 正常优惠额 申请优惠额 =优惠后单价 =优惠后总房款 付款方式",
  ],
  [11, "applications", "购房人 已付房款 退房原因 违约金 =退款额 退款约定日 原收据No. 收据已收回"],
  [12, "applications", "拟更换客户姓名 更名日期"],
  [13, "applications", "原房号→房号 调房后房号 调房后户型 调房后面积 调房后单价 调房后总房款 调房日期"],
  [
    14,
    "progress",
    `=周别 =日期→起 =日期→止 本周户数→计划本周户数 本周总销→计划本周总销 =累计户数→计划累计户数 =累计总销→计划累计总销
     =本周户数→实际本周户数 =本周总销→实际本周总销 =累计户数→实际累计户数 =累计总销→实际累计总销 =完成进度比例→户数完成比例
     =完成进度比例→总销完成比例`,
  ],
  [
    15,
    "units",
    "*房源编号 楼栋 单元 楼层 户号 房屋类别 物业类型 户型 *建筑面积 *单价 =总价 状态 客户编号 更新日期",
  ],
  [16, "receipts", "*收据号 *日期 *客户编号 *房源编号 *款项 *金额 收款人 财务核对 核对日期"],
  [16, "instalments", "*应收日期 *应收金额"],
  [17, "rotation", "顺序 置业顾问 组 状态"],
  [17, "receptions", "时间 客户编号 接待人 类别 计序 说明"],
  [
    18,
    "profiles",
    `籍贯 出生日期 身份证号 单位 职务 个人年收入 家庭年收入 车辆 投资 性格特点 兴趣爱好 配偶姓名 配偶生日 配偶兴趣 结婚纪念日
     子女姓名 子女年龄 子女喜好 决策人 掌财人 已购物业 喜欢的联系方式 同意接收信息`,
  ],
  [19, "careTasks", "客户编号 事由 =应做日期 方式 完成日期 记录"],
  [
    21,
    "intentScores",
    `客户编号 评分日期 认同产品 认同价格 购买能力 锁定房源 再次来访 决策人到场 问付款与贷款 问细节与售后 认同区域 =得分 =建议级别`,
  ],
];

interface Asked {
  readonly mark: string;
  /** As the paper says it. */
  readonly says: string;
  readonly caption: string;
}

const askedIn = (captions: string): readonly Asked[] =>
  captions.split(/\s+/u).map((each) => {
    const mark = /^[*+=]/u.exec(each)?.[0] ?? "";
    const [says = "", caption = says] = each.slice(mark.length).split("→");
    return { mark, says, caption };
  });

const markOf = (field: Field): string => {
  if (field.kind === "computed" || field.kind === "numberStamp") return "=";
  return field.need === "first" ? "*" : field.need === "later" ? "+" : "";
};

const blanksOf = (form: RegisterKey) => fieldsOf(formOf(form)).map(([key, field]) => ({ key, field }));

describe("every box of the paper is in the binder", () => {
  test.each(paper)(
    "section %i, %s: its captions, word for word and in its order",
    (section, form, captions) => {
      const asked = askedIn(captions).map(({ caption }) => caption);
      const own = new Set(asked);
      const found = blanksOf(form).flatMap(({ field }) => (own.has(field.caption) ? [field.caption] : []));
      // Where papers share a table, one order serves them all.
      const listed = [...new Set(asked)];
      expect(found).toEqual(section >= 9 && section <= 13 ? expect.arrayContaining(listed) : listed);
    },
  );

  test.each(paper)(
    "section %i, %s: asked when the paper asks, computed where it computes",
    (_, form, captions) => {
      const marks = new Map(blanksOf(form).map(({ field }) => [field.caption, markOf(field)]));
      for (const { mark, caption } of askedIn(captions))
        // A site may ask for more than the paper does.
        if (mark !== "") expect([caption, marks.get(caption)]).toEqual([caption, mark]);
    },
  );

  /** Where several may be chosen; one everywhere else. */
  const several: Readonly<Partial<Record<RegisterKey, string>>> = {
    visitors: "认知途径 询问重点 物业类型",
    calls: "获知渠道",
    deals: "购房目的 主要异议 来访渠道",
    lostClients: "购房目的 主要异议 客户未购买原因分析",
    profiles: "喜欢的联系方式",
    events: "对象级别",
  };
  test.each(registerKeys)("%s: several choices where the paper has them, one elsewhere", (form) => {
    const found = blanksOf(form).flatMap(({ field }) => (field.kind === "tickMany" ? [field.caption] : []));
    expect(found.join(" ")).toBe(several[form] ?? "");
  });

  test("section 8 has the client data of 7", () => {
    const captions = (form: "deals" | "lostClients"): readonly string[] =>
      formOf(form)
        .parts.filter(({ title }) => title === "客户资料")
        .flatMap(({ fields }) => Object.values(fields).map(({ caption }) => caption))
        .filter((caption) => !caption.startsWith("自首次看房"));
    expect(captions("lostClients")).toEqual(captions("deals"));
    expect(captions("deals")).toHaveLength(14);
  });

  test("every register is on the list, but what the paper only tells of", () => {
    const listed = new Set(paper.map(([, form]) => form));
    expect(registerKeys.filter((key) => !listed.has(key))).toEqual(["mortgagePapers", "events"]);
  });

  const onCards: readonly (readonly [CardKey, readonly string[]])[] = [
    [
      "returnVisits",
      [
        "第一次来访洽谈内容",
        "第一次回访方式及洽谈内容",
        "之后跟踪回访方式及洽谈内容",
        "如放弃你不觉得惋惜吗？",
      ],
    ],
    ["lostClients", ["来访及回访内容", "客户反应"]],
  ];
  test.each(onCards)("the card %s has what no register keeps", (card, words) => {
    const drawn = JSON.stringify(cards[card].lines);
    for (const word of words) expect(drawn).toContain(word);
  });
});

const spec = path.join(__dirname, "../../../../shared/spec/forms.md");

describeWith("../shared/spec", existsSync(spec))("the list is the paper's", () => {
  const text = existsSync(spec) ? readFileSync(spec, "utf8") : "";
  const plain = (words: string): string => words.replace(/\s/gu, "");
  /** From "## 9–13. …" and, within it, "9. **…": by number. */
  const section = (wanted: number): string => {
    const parts = text.split(/^## /mu);
    const own = parts.find((part) => {
      const [, from = "", to = from] = /^(\d+)(?:–(\d+))?\./u.exec(part) ?? [];
      return from !== "" && Number(from) <= wanted && wanted <= Number(to);
    });
    return own ?? "";
  };

  test.each([1, 2, 3, 4])("section %i: caption, key and mark of every line", (wanted) => {
    const form = paper.find(([each]) => each === wanted)?.[1] ?? "visitors";
    const keys = new Map(blanksOf(form).map(({ key, field }) => [key, field]));
    const rows = [...section(wanted).matchAll(/^\| (.+?) \| (\w+)[^|]* \| ([*+=]?)/gmu)].filter(
      ([, caption]) => caption !== "caption",
    );
    expect(rows.length).toBeGreaterThan(10);
    const said = rows.flatMap(([, caption = "", key = "", mark = ""]) =>
      caption === "D C B A √ ×"
        ? caption.split(" ").map((each) => `${mark}${each}`)
        : [`${key === "grade" && form === "grades" ? "=" : mark}${caption}`],
    );
    for (const [, caption, key = ""] of rows)
      if (!key.startsWith("reached")) expect([key, keys.get(key)?.caption]).toEqual([key, caption]);
    const listed = askedIn(paper.find(([each]) => each === wanted)?.[2] ?? "");
    expect(listed.map(({ mark, says }) => `${mark}${says}`)).toEqual(said);
  });

  test.each([6, 7, 8])("section %i: every caption that has a key", (wanted) => {
    const form = paper.find(([each]) => each === wanted)?.[1] ?? "deals";
    const keys = new Map(blanksOf(form).map(({ key, field }) => [key, plain(field.caption)]));
    const named = [...section(wanted).matchAll(/([^\s·,，]+) `([a-z]\w+)`/gu)].filter(
      ([, caption, key]) => caption !== "and" && key !== form,
    );
    expect(named.length).toBeGreaterThan(3);
    for (const [, caption = "", key = ""] of named) expect([key, keys.get(key)]).toEqual([key, caption]);
  });

  test.each(paper)(
    "section %i, %s: nothing is on the list that the paper does not say",
    (wanted, _, captions) => {
      const said = plain(section(wanted) + (wanted === 21 ? signals() : ""));
      for (const { says } of askedIn(captions)) {
        const [, whole = "", last = ""] = /^(配偶|子女|调房后)(.+)$/u.exec(says) ?? [];
        // 配偶姓名/生日/兴趣 is three.
        const there = said.includes(plain(says)) || (whole !== "" && said.includes(`/${last}`));
        expect([says, there]).toEqual([says, true]);
      }
    },
  );

  /** Section 21 leaves the signals to R17. */
  const signals = (): string => readFileSync(path.join(path.dirname(spec), "rules.md"), "utf8");
});
