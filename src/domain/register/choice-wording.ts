/** What else people write for the choices of the forms. A wording counts only while its choice is on the site's list. */
import type { ListKey } from "../forms/lists";

type Wordings = Readonly<Record<string, readonly string[]>>;

const asListed: Wordings = {};
/** 000 prints 房型 2/3; the form counts 室/卫. */
const layout: Wordings = { "3/2": ["2/3"] };
const motive: Wordings = {
  自用: ["自住", "自己住", "居住", "刚需"],
  为家人购: ["为家人", "给家人买", "为父母购", "为子女购", "给父母", "给子女"],
  投资: ["投资型", "出租"],
  自住兼投资: ["自用兼投资", "自住投资"],
};
const propertyType: Wordings = {
  楼梯多层: ["多层楼梯", "步梯多层"],
  电梯多层: ["多层电梯", "电梯洋房"],
  小高层: ["小高"],
  叠加: ["叠加别墅", "叠拼"],
  联排: ["联排别墅", "联体别墅"],
  独栋: ["独栋别墅", "独立别墅"],
};
const occupation: Wordings = {
  私营业主: ["私营企业主", "个体", "个体户", "个体老板", "私企老板"],
  老师: ["教师", "教授"],
  医生: ["大夫", "医师"],
  公务员: ["机关干部", "政府公务员"],
  自由职业: ["自由职业者"],
  外地工作: ["外地务工", "在外地工作"],
  动迁补偿: ["拆迁", "动迁", "拆迁户"],
};
const yes: Wordings = {
  是: ["有", "对", "y", "yes", "true", "√"],
  否: ["没有", "不是", "n", "no", "false", "×"],
};
const channels: Wordings = {
  老带新: ["老客户", "老客户介绍", "老客户带新客户", "老业主介绍", "业主介绍", "转介绍", "老介新"],
  路过: ["路经", "经过", "过路"],
  听说: ["听讲", "听朋友说", "口碑", "耳闻"],
  单页: ["传单", "宣传单", "宣传单页", "dm", "dm单", "派单", "单张"],
  户外: ["户外广告", "路牌", "户外大牌", "广告牌", "围挡"],
  电视: ["电视广告"],
  日报: ["日报广告"],
  晚报: ["晚报广告"],
};

export const choiceWordings: Readonly<Record<ListKey, Wordings>> = {
  gender: {
    男: ["男性", "男士", "男生", "♂", "先生", "m", "male"],
    女: ["女性", "女士", "女生", "♀", "小姐", "太太", "f", "female"],
  },
  maritalStatus: { 未婚: ["单身", "没结婚"], 已婚: ["结婚", "已结婚"] },
  residenceArea: asListed,
  familyStructure: { 两口之家: ["二口之家", "夫妻二人"], 三代同堂: ["三代"] },
  channels,
  concerns: {
    房型: ["户型"],
    付款方式: ["付款"],
    公共设施配套: ["配套", "公共配套"],
    学校: ["学区", "教育"],
  },
  motive,
  occupation,
  propertyType,
  // As 000 prints them: 181—200 stands before the one, and the other has a nought too many.
  areaBand: { "201–250": ["200—250"] },
  layout,
  unitPriceBand: { "2000–2500": ["2000—25000"] },
  totalPriceBand: asListed,
  payment: {
    一次性付款: ["一次性", "全款", "一次付清"],
    按揭贷款: ["按揭", "商业贷款", "商贷", "银行按揭", "贷款"],
    公积金贷款: ["公积金"],
    分期付款: ["分期"],
  },
  grade: asListed,
  method: {
    来访: ["到访", "来访接待", "现场", "复访", "再访", "二访", "三访", "再次来访", "再次到访", "案场接待"],
    电话: ["打电话", "电访", "电话回访", "去电", "来电", "未接", "未接听", "电话未接", "无人接听"],
    短信: ["发短信", "短消息"],
    微信: ["微信沟通", "微信聊天", "微信语音", "微信视频", "微信回访", "企业微信", "企微"],
    上门拜访: ["上门", "拜访", "登门"],
  },
  purpose: motive,
  objections: { 户型: ["房型"] },
  purchaseOrdinal: {
    一次: ["首次", "第一次", "首套", "1", "1次"],
    二次: ["第二次", "2", "2次"],
    多次: ["三次", "多套"],
  },
  unitCategory: { 商铺: ["门面", "店铺", "商业"] },
  dealLayout: layout,
  referralProspect: { 是: ["有"], 否: ["没有", "无"], 不确定: ["不知道", "不清楚"] },
  eventKind: { 促销: ["促销活动"], 节日: ["节庆"] },
  audience: asListed,
  yesNo: yes,
  grading: asListed,
  ownership: asListed,
  policy: asListed,
  invitationResult: {
    已到访: ["已来访", "到访", "来了"],
    未到访: ["未来访", "没来"],
    未联系上: ["联系不上"],
  },
  lossReasons: { 资金: ["资金问题", "没钱"], 家人反对: ["家人不同意"], 购买竞品: ["买了别家", "竞品"] },
  applicationKind: {
    户型结构变更: ["户型变更", "结构变更"],
    特惠申请: ["特惠"],
    退房申请: ["退房"],
    更名申请: ["更名"],
    调房申请: ["调房", "换房"],
  },
  opinion: { 同意: ["批准", "可以"], 不同意: ["驳回", "不批准"] },
  buyerKind: { 本人: ["个人"], 公司: ["单位"] },
  unitState: {
    可售: ["待售", "未售", "在售", "可销售", "未销售"],
    保留: ["预留", "已保留", "已预留", "领导预留", "内部预留", "领导保留", "内部保留", "销控", "已销控"],
    认购: [
      ...["已认购", "认购未签约", "已认购未签约"],
      ...["大定", "已大定", "小定", "小订", "已小定", "已小订", "已定", "已订", "已下定", "下定"],
    ],
    签约: ["已签约", "网签", "已网签"],
    已售: ["售出", "已售出", "已销售"],
    不可售: ["不售", "不可销售"],
  },
  receiptItem: { 小定金: ["小定"], 大定金: ["大定", "定金"], 首付: ["首付款"], 按揭放款: ["按揭款"] },
  verified: { 未核对: ["否"], 已核对: ["是", "核对"] },
  mortgagePaper: asListed,
  turnState: { 当值: ["在岗", "上班"], 休息: ["请假", "轮休"], 外派: ["外出", "公差"] },
  receptionKind: { 新客户: ["新客"], 老客户: ["老客", "回访"] },
  careReason: asListed,
  careMethod: { 短信: ["信息", "微信"], 电话: ["打电话"], 寄送: ["邮寄"] },
  hopelessReason: asListed,
  outcome: asListed,
  group: { 一组: ["1组", "第一组"], 二组: ["2组", "第二组"] },
};
