/**
 * Every choice list of the paper forms, with the choices they start with.
 * Site data: the workbook's 字典 sheet holds them, a manager edits them there, and everything follows.
 */
const gender = ["男", "女"];
const areaBands = [
  "60以下",
  "61–80",
  "81–100",
  "101–120",
  "121–150",
  "151–180",
  "181–200",
  "201–250",
  "250以上",
];

export const lists = {
  gender: { title: "性别", choices: gender },
  maritalStatus: { title: "婚姻状况", choices: ["未婚", "已婚", "其他"] },
  residenceArea: { title: "现住区域", choices: [] as string[] },
  familyStructure: {
    title: "家庭结构",
    choices: ["单身", "两口之家", "三口之家", "四口之家", "三代同堂", "其他"],
  },
  channels: {
    title: "认知途径",
    choices: ["日报", "晚报", "电视", "路过", "听说", "老带新", "单页", "户外", "自定渠道一", "自定渠道二"],
  },
  concerns: {
    title: "询问重点",
    choices: [
      "地段",
      "单价",
      "总价",
      "房型",
      "景观",
      "楼层",
      "付款方式",
      "交通",
      "工程进度",
      "学校",
      "朝向",
      "室内功能分区",
      "公共设施配套",
      "升值潜力",
      "面积",
      "交房标准",
      "其他",
    ],
  },
  motive: { title: "购买动机", choices: ["自用", "为家人购", "投资", "自住兼投资", "其他"] },
  occupation: {
    title: "客户类别",
    choices: [
      "私营业主",
      "单位购房",
      "动迁补偿",
      "国营企事业单位领导",
      "老师",
      "律师",
      "医生",
      "外地工作",
      "私企领导",
      "自由职业",
      "公务员",
      "其他",
    ],
  },
  propertyType: {
    title: "物业类型",
    choices: ["楼梯多层", "电梯多层", "小高层", "高层", "叠加", "联排", "独栋"],
  },
  areaBand: { title: "所需面积", choices: areaBands },
  layout: { title: "户型", choices: ["1/1", "2/2", "3/2", "4/2", "小复式", "大复式", "其他"] },
  unitPriceBand: {
    title: "单价区间",
    choices: ["1500–2000", "2000–2500", "2500–3000", "3000–3500", "3500–4000", "4000以上"],
  },
  totalPriceBand: {
    title: "总价区间",
    choices: ["30以下", "31–40", "41–60", "61–80", "81–100", "100以上"],
  },
  payment: { title: "付款方式", choices: ["一次性付款", "按揭贷款", "公积金贷款", "分期付款", "其他"] },
  grade: { title: "客户级别", choices: ["A", "B", "C", "D", "√", "×"] },
  method: {
    title: "跟进方式",
    choices: ["来访", "电话", "短信", "微信", "上门拜访", "活动", "邀约", "其他"],
  },
  purpose: { title: "购房目的", choices: ["自用", "为家人购", "为他人购", "投资"] },
  objections: {
    title: "主要异议",
    choices: ["地段", "单价", "总价", "户型", "景观", "楼层", "付款方式", "其他"],
  },
  purchaseOrdinal: { title: "第几次置业", choices: ["一次", "二次", "多次"] },
  unitCategory: { title: "房屋类别", choices: ["住宅", "小户型", "商铺", "其他"] },
  dealLayout: { title: "成交房型", choices: ["1/1", "2/2", "3/2", "4/2", "5/2", "其他"] },
  referralProspect: { title: "朋友需求", choices: ["是", "否", "不确定"] },
  eventKind: { title: "活动类别", choices: ["促销", "节日", "暖场", "业主活动", "其他"] },
  audience: { title: "对象级别", choices: ["A", "B", "C", "D", "√"] },
  yesNo: { title: "是否", choices: ["是", "否"] },
  grading: { title: "评级标准", choices: ["000", "003", "002"] },
  ownership: { title: "判客政策", choices: ["000", "001", "004"] },
  policy: { title: "跟进政策", choices: ["000", "003", "002", "自定"] },
  invitationResult: { title: "执行结果", choices: ["已到访", "未到访", "改期", "拒绝", "未联系上"] },
  lossReasons: {
    title: "未购买原因",
    choices: ["价格", "地段", "户型", "资金", "家人反对", "购买竞品", "政策", "暂缓", "其他"],
  },
  applicationKind: {
    title: "申请类型",
    choices: ["户型结构变更", "特惠申请", "退房申请", "更名申请", "调房申请"],
  },
  opinion: { title: "意见", choices: ["同意", "不同意"] },
  buyerKind: { title: "购房人", choices: ["本人", "公司"] },
  unitState: { title: "房源状态", choices: ["可售", "保留", "认购", "签约", "已售", "不可售"] },
  receiptItem: {
    title: "款项",
    choices: ["小定金", "大定金", "首付", "房款", "按揭放款", "退款", "违约金"],
  },
  verified: { title: "财务核对", choices: ["未核对", "已核对"] },
  mortgagePaper: {
    title: "按揭资料",
    choices: [
      "身份证",
      "户口本",
      "结婚证",
      "收入证明",
      "银行流水",
      "首付收据",
      "购房合同",
      "征信授权",
      "其他",
    ],
  },
  turnState: { title: "轮序状态", choices: ["当值", "接待中", "休息", "外派"] },
  receptionKind: {
    title: "接待类别",
    choices: ["新客户", "老客户", "指名", "义务接待", "补接", "轮空"],
  },
  careReason: {
    title: "维护事由",
    choices: [
      "成交次日",
      "电影周",
      "答谢饭局",
      "样板区活动",
      "生日",
      "结婚纪念日",
      "节日",
      "节气",
      "交房",
      "转介绍答谢",
    ],
  },
  careMethod: { title: "维护方式", choices: ["短信", "电话", "上门", "活动", "寄送"] },
  hopelessReason: {
    title: "放弃原因",
    choices: ["多次联系仍拒绝", "再未来访", "与置业顾问关系不好", "置业顾问无力跟进"],
  },
  outcome: { title: "跟踪结果", choices: ["已成交", "继续跟踪", "已放弃"] },
  group: { title: "组别", choices: ["一组", "二组"] },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly choices: readonly string[] }>
>;

export type ListKey = keyof typeof lists;
export const listKeys = Object.keys(lists) as readonly ListKey[];

/** Choices the house rules go by, word for word: a list may grow beside them and put them in another order. */
export const ruledChoices: Readonly<Partial<Record<ListKey, readonly string[]>>> = {
  gender: ["男", "女"],
  channels: ["老带新"],
  motive: ["为家人购"],
  occupation: ["单位购房"],
  grade: lists.grade.choices,
  method: ["来访", "电话", "短信", "微信", "上门拜访", "活动", "邀约"],
  yesNo: lists.yesNo.choices,
  eventKind: ["节日"],
  grading: lists.grading.choices,
  ownership: lists.ownership.choices,
  policy: lists.policy.choices,
  invitationResult: ["已到访", "未到访", "改期", "拒绝"],
  applicationKind: lists.applicationKind.choices,
  opinion: lists.opinion.choices,
  buyerKind: ["公司"],
  unitState: lists.unitState.choices,
  receiptItem: lists.receiptItem.choices,
  verified: ["已核对"],
  turnState: lists.turnState.choices,
  receptionKind: lists.receptionKind.choices,
  careReason: lists.careReason.choices,
  careMethod: ["短信"],
};
