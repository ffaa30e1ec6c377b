/** Wordings of old registers that are made of two words each: 现 or 归属 before 顾问 or 销售. Beside old-wordings.ts. */
import type { AdoptedForm } from "./old-cells";

const madeOf = (heads: string, tails: string): readonly string[] =>
  heads.split(" ").flatMap((head) => tails.split(" ").map((tail) => `${head}${tail}`));

const sellers = "顾问 置业顾问 销售顾问 销售 业务员";
/** Whose the client is today. 原 and 前 are the one before. */
const ownerNow = madeOf(
  "当前 现 目前 最新 归属 所属 案场 服务 跟进 当前归属 现归属 最新归属 当前跟进 分配 对接 维护",
  sellers,
);
/** Who received them first: theirs where no column says who has them now. */
const receiver = madeOf("首访 首次 首接 首次接待 初访 第一 第一接待", sellers);
const gradeNow = madeOf(
  "本月 本周 当前 最新 现 目前 现在",
  "等级 级别 客户等级 客户级别 意向等级 意向级别 意向度",
);
const days = "日期 时间 日";
const answerable = ["责任人", "负责人", "责任顾问"];

/** By form and key. */
export const madeWordings: Readonly<Record<AdoptedForm, Readonly<Record<string, readonly string[]>>>> = {
  visitors: {
    grade: gradeNow,
    visitDate: [
      ...madeOf("来访 到访 来人 来客 接访 参观 访问 到店 到场 进场 看房 带看 首次到店 首次看房", days),
      // Every CRM has one of these beside 创建时间.
      ...madeOf("首次来访 首次到访 首次接待 首次登门 首次上门 第一次来访 第一次到访 初次来访 初次到访", days),
      ...["来访年月日", "到访年月日"],
    ],
    consultant: [
      ...ownerNow,
      ...madeOf("接访 接待 案场接待", sellers),
      "接访人",
      "接访人员",
      "现归属",
      "现归属人",
    ],
    name: [
      ...madeOf("真实 顾客 购房者 来访者 到访者 主购人 主客户 意向客户 客户真实", "姓名"),
      ...[
        "客户全名",
        "顾客",
        "购房者",
        "来访者",
        "到访者",
        "主购人",
        "主客户",
        "意向客户",
        "贵姓",
        "尊姓大名",
      ],
    ],
  },
  calls: {
    grade: gradeNow,
    consultant: [...ownerNow, ...madeOf("接听 接电", sellers)],
    name: [...madeOf("真实 顾客 意向客户", "姓名"), "客户全名", "顾客", "意向客户", "贵姓", "尊姓大名"],
  },
  followUps: {
    grade: gradeNow,
    consultant: [...ownerNow, ...madeOf("跟踪 回访", sellers)],
    name: ["顾客", "顾客姓名", "意向客户", "主客户"],
  },
  units: {},
  deals: {
    consultant: [...ownerNow, ...madeOf("签约 成交 认购", sellers)],
    name: ["购房者", "购房者姓名", "主购人", "主购人姓名", "主买受人", "第一买受人"],
  },
  grades: { grade: gradeNow, consultant: ownerNow, name: ["顾客", "顾客姓名", "意向客户", "主客户"] },
};

/** Those that mean many things, as `weakWordings`. */
export const madeWeakWordings: typeof madeWordings = {
  visitors: {
    visitDate: [
      ...madeOf("填表 填写 提交 签到 创建 录入 建档 开始", days),
      ...["登记日", "到访", "首访", "首次到访", "首次来访", "日期/时间"],
    ],
    consultant: [...receiver, ...answerable, "主接", "主接人"],
    name: ["联系人", "联系人姓名", "客户信息", "预约人", "预约客户", "预约人姓名"],
    phone: ["号码"],
  },
  calls: {
    calledAt: madeOf("填表 填写 提交 创建 录入 建档", "日期 时间"),
    consultant: [...receiver, ...answerable],
    name: ["联系人", "联系人姓名", "客户信息"],
    mobile: ["号码"],
  },
  followUps: { consultant: answerable },
  units: {},
  deals: { consultant: answerable },
  grades: { consultant: [...receiver, ...answerable] },
};
