/** 填表说明: the handbook's pages, from the definitions alone. */
import { describeForm } from "./describe-form";
import { cardFor, cardKeys, type CardKey } from "../forms/card/index";
import { type FormKey, formOf, type RegisterKey, registerKeys, registers } from "../forms/index";

/** The house rules, each in a sentence or two for the people who fill the forms. */
export const houseRules = {
  R1: "客户编号是区域两个字母、“-”、姓名两个字母和顺序号，如 LY-ZS001；由案场簿编，给出后不变，也不再给别人。成交报告前加 C，未成交分析前加 X。",
  R2: "手机 11 位，固定电话带区号；一格可写几个，用“、”隔开；港澳台和国外号码写国际格式。多一位少一位都会指出来。",
  R3: "空白是还没问，“/”是问过了、没有。姓名、日期、置业顾问、级别不能填“/”；两个电话不能都填“/”。",
  R4: "A、B、C、D 由高到低，√ 是成交，× 是无望。D→C→B→A→√ 为升级；降级要写原因；√ 要有成交报告。",
  R5: "各级客户隔几天要跟进，按“设置”里选定的政策；约定的下次跟进更早的，以约定为准，几次约定里算最近一次跟进那天约的。改派的客户从改派那天重新算起。D 级客户等促销和节日。收了定金还没签约的，哪一套都一样，每两天跟进；退了定金的，七到十五天内缓缓地跟；这几个天数在“设置”里可以改。",
  R6: "过了该跟进的最后一天就是逾期，标红；当天到期标黄；三十天没有联系的是睡眠客户。",
  R7: "各行业有方便接电话的时候：医生避开上午，老师放学以后，高层八点以前；没到时候先打给别人。",
  R8: "首次来访登记三成以上，三次跟进或一个月后七成以上，业主全部；跟进当天写，来访不少于 50 字，电话、信息、活动不少于 30 字；“已联系”“同上”不算。",
  R9: "同一个电话是同一位客户；归谁按“设置”里选定的判客政策，案场经理定过的不再改。没有姓名、性别、电话和需求的登记不作数。",
  R10: "定为无望要写明是哪一项放弃原因（见字典）；无望客户交案场经理另行分配，不给原置业顾问，级别从 D 或 C 重新开始；原置业顾问不参与以后的业绩。",
  R11: "按固定顺序轮流接待；休息的轮空，公司外派的回来补接；老客户找原置业顾问，不占轮次；原置业顾问不在，当值的义务接待。",
  R12: "总价等于单价乘面积，误差不超过一元；优惠后总房款等于原总房款减两项优惠；退款额等于已付减违约金；金额不得算错。",
  R13: "房源由可售、保留、认购、签约到已售；一套房只有一宗在办的成交；调房只在签约以前、只调到可售的房；退房后房源回到可售。",
  R14: "表可以加栏，不许删栏、改名、改公式；少了的在“校验”中原样补回。",
  R15: "成交后按日子维护：次日致电、电影周、答谢、生日、节日；签约以后按成交前的级别，隔“设置”里 002 的天数打一次电话，D 级等活动和节日；只为客户档案里“同意接收信息”填“是”的客户安排，没问过的先在次日电话里问，不同意的一概不再联系。",
  R16: "谁介绍谁，一路记下去；介绍人不能是自己，也不能绕成圈；答谢跟着成交走。",
  R17: "每个信号按“设置”里的权重计分：90 分以上建议 A，70 以上 B，60 以上 C，以下 D；只是建议，不改案场经理定的级别。",
  R18: "报表各项相加等于合计，没有填的单列“未知”。",
  R20: "客户资料不离开本机；打印时可以把电话和身份证号遮住中间，如 138****1234。",
} as const;
export type HouseRule = keyof typeof houseRules;

const rulesOf: Readonly<Record<RegisterKey, readonly HouseRule[]>> = {
  visitors: ["R1", "R2", "R3", "R8", "R9", "R16", "R20"],
  calls: ["R1", "R2", "R3", "R8", "R9"],
  grades: ["R1", "R4", "R5", "R6", "R10"],
  followUps: ["R4", "R5", "R6", "R7", "R8", "R10"],
  invitations: ["R5", "R7"],
  deals: ["R1", "R10", "R12", "R13", "R14"],
  lostClients: ["R1", "R3", "R4", "R14"],
  applications: ["R12", "R13"],
  progress: ["R18"],
  units: ["R12", "R13"],
  receipts: ["R5", "R12", "R13"],
  instalments: ["R12", "R13"],
  mortgagePapers: ["R13"],
  rotation: ["R11"],
  receptions: ["R11"],
  profiles: ["R3", "R15", "R20"],
  careTasks: ["R15", "R20"],
  intentScores: ["R17"],
  events: ["R5"],
};

const isRegister = (key: FormKey): key is RegisterKey => (registerKeys as readonly FormKey[]).includes(key);

/** Registers that print as a list, and the board: they have a picture of their own. */
const listPictures: readonly RegisterKey[] = ["calls", "followUps", "grades", "units"];

/** Names of a form's pictures, without their ending. */
export const picturesOf = (key: RegisterKey): readonly string[] => [
  ...cardKeys.filter((card) => cardFor(card).form === key),
  ...(listPictures.includes(key) ? [key] : []),
];

const pictureTitle = (key: RegisterKey, picture: string): string =>
  (cardKeys as readonly string[]).includes(picture)
    ? cardFor(picture as CardKey).title
    : registers[key].title;

const rulesSection = (key: RegisterKey): readonly string[] => [
  "",
  "## 规矩",
  "",
  ...rulesOf[key].map((rule) => `- **${rule}** ${houseRules[rule]}`),
];

const printSection = (key: RegisterKey, pictured: boolean): readonly string[] => {
  const pictures = picturesOf(key);
  if (pictures.length === 0) return [];
  const about = (picture: string): string => {
    const isCard = (cardKeys as readonly string[]).includes(picture);
    const card = isCard ? cardFor(picture as CardKey) : undefined;
    const how = [
      card?.oneCardPer ?? "",
      card?.bound === true ? "按业务员分类装订" : "",
      card === undefined || card.copies.length === 0 ? "" : `${card.copies.join("、")}各一份`,
    ].filter((each) => each !== "");
    return `${pictureTitle(key, picture)}${how.length === 0 ? "" : `：${how.join("，")}`}。`;
  };
  return [
    "",
    "## 打印",
    "",
    "窗格中点“打印”，或 `npx anchang print`。空白表也可以打。",
    ...pictures.flatMap((picture) => [
      "",
      about(picture),
      ...(pictured ? ["", `![${pictureTitle(key, picture)}](${picture}.png)`] : []),
    ]),
  ];
};

/** A form's page. `pictured`: the pictures stand beside it. */
export const handbookPage = (key: FormKey, pictured: boolean): string =>
  [
    describeForm(formOf(key)).trimEnd(),
    ...(isRegister(key) ? [...rulesSection(key), ...printSection(key, pictured)] : []),
    "",
  ].join("\n");

export interface HandbookPage {
  /** "visitors.md" */
  readonly file: string;
  readonly text: string;
}

const fileOf = (key: RegisterKey): string => `${key}.md`;

/** The whole handbook; README.md is its table of contents. */
export const handbook = (): readonly HandbookPage[] => [
  {
    file: "README.md",
    text: [
      "# 填表说明",
      "",
      "每张表一页：每栏填什么、有哪些选项、守哪些规矩、印出来什么样。由表的定义印出：`npx anchang describe --all --out handbook`；",
      "图由 `npm run cards` 画出，图中客户均为虚构。",
      "",
      "| 表 | 工作表 | 谁填 |",
      "|---|---|---|",
      ...registerKeys.map((key) => {
        const { title, sheet, keptBy } = registers[key];
        const keeper = { consultant: "置业顾问", manager: "案场经理", program: "案场簿" }[keptBy];
        return `| [${title}](${fileOf(key)}) | ${sheet} | ${keeper} |`;
      }),
      "",
      "## 规矩",
      "",
      ...Object.entries(houseRules).map(([rule, text]) => `- **${rule}** ${text}`),
      "",
    ].join("\n"),
  },
  ...registerKeys.map((key) => ({ file: fileOf(key), text: handbookPage(key, true) })),
];
