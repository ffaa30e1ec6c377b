/** R9: the sentence each verdict stands on: which document, which line, and what it says. */

export const ownershipPolicies = ["000", "001", "004"] as const;
export type OwnershipPolicy = (typeof ownershipPolicies)[number];

export const isOwnershipPolicy = (text: string): text is OwnershipPolicy =>
  (ownershipPolicies as readonly string[]).includes(text);

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A line of a document: "000 第二章三（一）1". */
export interface Line {
  readonly source: string;
  readonly quote: string;
}

interface GroundWords extends Sentence {
  /** By policy; the first of them for a policy that says nothing of its own. */
  readonly lines: Readonly<Partial<Record<OwnershipPolicy, Line>>>;
}

const line = (source: string, quote: string): Line => ({ source, quote });

const turn = {
  "000": line("000 第二章三（一）1", "当天第一次来访的客户依照接待顺序依次由置业顾问接待"),
  "001": line("001 一（一）1", "根据销售人员固定排序，轮流接待客户"),
  "004": line("004 第二部分二", "首接负责制：首次接待来访的新客户即是此销售人员的客户"),
};
const managers = line("000 第二章四4", "案场经理依照登记表确定客户分配");
const basics = line("004 第一部分一", "姓名与性别、联系电话、客户需求，注明三个基本信息方视为有效客户");
const caller = {
  "004": line("004 第二部分一", "一般来电客户不做归属确认"),
  "000": line("000 第二章三（一）5", "当天来电当天来访的客户由接听的置业顾问接待"),
  "001": line("001 一（二）2", "来访客户才定归属，电话客户除外"),
};

/** `{by}`: the owner, where there is one. */
export const grounds = {
  firstReception: {
    zh: "首次接待的人是 {by}",
    en: "{by} was the first to receive the visit",
    lines: turn,
  },
  askedByName: {
    zh: "客户进门指名找 {by}",
    en: "The client asked for {by} at the door",
    lines: {
      "001": line("001 一（二）2", "上门客户指明要求某位在场销售人员的，即由该销售人员接待"),
      "004": line("004 第二部分五", "来访时直接指定由该销售人员接待的，该客户属于该销售人员"),
    },
  },
  invited: {
    zh: "{by} 电话约客户上门",
    en: "{by} phoned the client and asked them to come",
    lines: { "000": line("000 第二章三（一）3", "电话邀约上门的客户由打电话的置业顾问接待") },
  },
  referred: {
    zh: "老客户介绍来的，归老客户的置业顾问 {by}",
    en: "Brought by an owner whose consultant is {by}",
    lines: { "000": line("000 第二章三（一）4", "老客户推荐的来访新客户由接待原老客户的置业顾问接待") },
  },
  calledSameDay: {
    zh: "当天来电由 {by} 接听，当天来访",
    en: "{by} answered the call, and the client came the same day",
    lines: { "000": caller["000"] },
  },
  calledWithinDays: {
    zh: "来电由 {by} 接听，在本案场约定的天数内来访",
    en: "{by} answered the call, and the client came within the days the site allows",
    lines: { "000": line("设置 来电有效天数", "来电后这些天内来访，归接听人") },
  },
  demanded: {
    zh: "客户要求换人，后来的 {by} 算业绩",
    en: "The client demanded another consultant: {by} has the result",
    lines: { "001": line("001 一（二）7", "客户强烈要求更换销售人员的，成交业绩归属后者") },
  },
  assigned: {
    zh: "经理在等级跟踪表里分给了 {by}",
    en: "The manager gave the client to {by} in 等级跟踪",
    lines: { "000": managers },
  },
  heldByCallTaker: {
    zh: "等级跟踪表里还在接来电的 {by} 名下，经理没有另分",
    en: "{by} answered the call and still has the client in 等级跟踪; the manager has not said otherwise",
    lines: { "000": line("000 第二章三（三）2", "来电客户由案场经理依照电话接听的顺序进行分配") },
  },
  heldByReceiver: {
    zh: "等级跟踪表里还在先接待的 {by} 名下；那次登记不全，经理还没有裁定",
    en: "{by} received the client and still has them in 等级跟踪; that record is incomplete, and the manager has not said otherwise",
    lines: { "004": basics },
  },
  reassigned: {
    zh: "经理再分配给 {by}，原置业顾问不再参与",
    en: "Reassigned to {by} by the manager; the former consultant has no share",
    lines: {
      "000": line("000 第二章五（三）1、2", "无望客户由案场经理重新分配，原置业顾问不参与成交后的利益分配"),
    },
  },
  givenUp: {
    zh: "已定为无望（×），由经理另行分配，不再归原置业顾问",
    en: "Given up (×): for the manager to assign anew, and never to the former consultant",
    lines: { "000": line("000 第二章五（三）1", "无望客户由案场经理重新分配") },
  },
  mayStillCome: {
    zh: "还没有来访；按时来访的话归 {by}",
    en: "Has not come yet; {by}'s if they come in time",
    lines: { "000": caller["000"] },
  },
  onlyCalled: {
    zh: "只来过电话，还不归任何人，由经理分配",
    en: "Has only called: nobody's yet, for the manager to give",
    lines: caller,
  },
  nextOnTurn: {
    zh: "不归任何人，轮到谁谁接待",
    en: "Nobody's: whoever is next on turn receives them",
    lines: turn,
  },
  doesNotCount: {
    zh: "登记不全，这次接待不算，由经理裁定",
    en: "The record is incomplete, so the reception does not count: for the manager to say",
    lines: { "004": basics },
  },
  lapsed: {
    zh: "接待的有效期已过，由经理重新分配",
    en: "The claim has lapsed: for the manager to give anew",
    lines: { "000": line("设置 判客有效天数", "最后一次联系后超过这些天，归属失效") },
  },
  noTelling: {
    zh: "同一天有两人的记录，分不出先后，由经理裁定",
    en: "Two consultants on one day, and nothing says who was first: for the manager to say",
    lines: { "004": line("004 前言", "由销售主管合理协调客户归属的确认") },
  },
  noRecord: {
    zh: "没有来访、来电的记录",
    en: "There is no record of a visit or a call",
    lines: { "004": line("004 第一部分一", "没有记录的接待均属无效接待，销售主管有权据此确定业绩的归属") },
  },
} as const satisfies Readonly<Record<string, GroundWords>>;

export type Ground = keyof typeof grounds;

/** The line a ground rests on under a policy. */
export const lineOf = (ground: Ground, policy: OwnershipPolicy): Line => {
  const { lines }: GroundWords = grounds[ground];
  const [first = managers] = Object.values(lines);
  return lines[policy] ?? first;
};

/** The verdict in one sentence. */
export const sentenceOf = (ground: Ground, owner: string | undefined, language: "zh" | "en"): string =>
  grounds[ground][language].replace("{by}", owner ?? "");
