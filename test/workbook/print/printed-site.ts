/** A site with something on every card; every client is invented. */
import type { Change } from "../../../src/domain/register/change";
import type { Row } from "../../../src/domain/register/register";
import type { SiteBook } from "../../../src/domain/register/site";
import { fillBook } from "../../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../../src/workbook/xlsx/site-file";
import { writeBook } from "../../../src/xlsx/write";
import { freshBook } from "../planned-site";
import type { RegisterKey } from "../../../src/domain/forms/index";

export const talk =
  "客户与爱人一同来访，看了三室两卫的样板间，对南北通透和儿童房满意；嫌总价略高，问首付比例和公积金能贷多少。约好周六带父母再来看十二层，顺便算一份按揭。";

export const visitor: Row = {
  clientId: "LY-ZS001",
  visitDate: "2026-11-08",
  consultant: "王芳",
  name: "张三",
  gender: "男",
  age: 36,
  maritalStatus: "已婚",
  phone: "0379-6391 2345",
  mobile: "138 0379 1234",
  residenceArea: "涧西区",
  address: "示例东路 18 号示例小区 3 号楼 502",
  postcode: "471000",
  familyStructure: "三口之家",
  partySize: 3,
  partyRelation: "夫妻和孩子",
  channels: "老带新、户外",
  referrerId: "LY-LS002",
  concerns: "单价、楼层、学校、交房标准",
  motive: "为家人购",
  motiveFor: "父母",
  occupation: "医生",
  propertyType: "小高层、高层",
  areaBand: "121–150",
  layout: "3/2",
  unitPriceBand: "3000–3500",
  totalPriceBand: "41–60",
  payment: "按揭贷款",
  recommendedUnits: "3-1-1202、3-1-1102",
  preferredUnits: "3-1-1202",
  notes: talk,
  nextAppointment: "2026-11-14 10:15",
  outcome: "继续跟踪",
  outcomeAnalysis: "父母已看过样板间，只差首付到位；年底前争取成交。",
};

const second: Row = {
  clientId: "LY-LS002",
  visitDate: "2026-10-20",
  consultant: "李强",
  name: "李四",
  gender: "女",
  age: 41,
  maritalStatus: "/",
  phone: "/",
  mobile: "139 0379 5678",
  residenceArea: "洛龙区",
  channels: "路过",
  notes: "/",
};

export const contact = (at: string, method: string, notes: string, clientId = "LY-ZS001"): Row => ({
  contactedAt: at,
  clientId,
  grade: "C",
  method,
  interests: "住得近，照顾父母方便",
  strategy: "请父母同来，算清月供",
  notes,
  feedback: "愿意再看，等家人商量",
  consultant: "王芳",
});

const contacts: readonly Row[] = [
  contact("2026-11-08 10:30", "来访", talk),
  contact(
    "2026-11-09 15:00",
    "电话",
    "回访前一天的看房感受，客户说父母对采光最在意，约定周六上午十点带父母来看十二层样板间。",
  ),
  contact(
    "2026-11-14 10:20",
    "来访",
    "父母同来，对十二层采光满意，嫌电梯口近；介绍了一梯两户的隔音做法，并带看了实体墙样，留下按揭测算表一份，约三天内答复。",
  ),
  contact(
    "2026-11-17 18:30",
    "微信",
    "发去公积金贷款测算和学校划片说明，客户回复首付还差五万，月底工资到账即可交定金，请保留房源。",
  ),
  {
    ...contact(
      "2026-10-22 16:00",
      "电话",
      "客户说丈夫不同意换区，暂时不考虑，态度客气，答应有活动时再通知她。",
      "LY-LS002",
    ),
    consultant: "李强",
  },
];

const deal: Row = {
  dealId: "CLY-ZS001",
  consultant: "王芳",
  queuedOn: "2026-11-15",
  subscribedOn: "2026-11-20",
  signedOn: "/",
  name: "张三",
  gender: "男",
  age: 36,
  birthday: "1990-05-12",
  phone: "138 0379 1234",
  address: "示例东路 18 号示例小区 3 号楼 502",
  householdSize: 5,
  occupation: "医生",
  residenceArea: "涧西区",
  purpose: "自用、为家人购",
  objections: "总价、楼层",
  payment: "按揭贷款",
  purchaseOrdinal: "二次",
  householdIncome: 180000,
  unitNo: "3-1-1202",
  location: "3-1-12-02",
  unitCategory: "住宅",
  floorArea: 128.6,
  gardenArea: "/",
  otherArea: "/",
  propertyType: "小高层",
  layout: "3/2",
  unitPrice: 3280,
  totalPrice: 421808,
  channels: "老带新",
  referralProspect: "不确定",
};

const lost: Row = {
  lostId: "XLY-LS002",
  consultant: "李强",
  name: "李四",
  gender: "女",
  age: 41,
  birthday: "/",
  phone: "139 0379 5678",
  address: "/",
  householdSize: 3,
  occupation: "公务员",
  residenceArea: "洛龙区",
  purpose: "自用",
  objections: "地段",
  payment: "/",
  purchaseOrdinal: "一次",
  householdIncome: "/",
  location: "2-1-06-01",
  unitCategory: "住宅",
  floorArea: 98.4,
  propertyType: "高层",
  layout: "2/2",
  givenUpOn: "2026-11-18",
  lossReasons: "家人反对、地段",
  lossAnalysis: "丈夫在洛龙区上班，不愿跨区；孩子明年上小学，已在附近另租。",
  competitor: "/",
};

const applied = (no: number, kind: string, more: Row): Row => ({
  no: `SQ-20261121-0${no}`,
  kind,
  clientId: "LY-ZS001",
  unitNo: "3-1-1202",
  bookedOn: "2026-11-20",
  layout: "3/2",
  floorArea: 128.6,
  unitPrice: 3280,
  totalPrice: 421808,
  consultant: "王芳",
  appliedOn: "2026-11-21",
  reason: "客户家中有老人，希望按实际需要办理，已与家人商量一致。",
  salesOpinion: "同意",
  salesSigner: "周经理",
  salesOn: "2026-11-21",
  remarks: "/",
  ...more,
});

const applications: readonly Row[] = [
  applied(1, "户型结构变更", {
    workNo: "SG-0312",
    contact: "138 0379 1234",
    projectNo: "一期",
    building: "3",
    section: "1",
    floor: "12",
    door: "02",
    changeRequest: "次卧与书房之间的轻质隔墙取消，改为一间；不动承重结构和水电立管。",
    changeCost: 3200,
    costBy: "孙审",
    inspection: "现场复核无承重墙，已交底。",
    inspector: "郑工",
    engineeringOpinion: "同意，隔墙为非承重墙",
    engineeringSigner: "郑工",
    engineeringOn: "2026-11-22",
  }),
  applied(2, "特惠申请", { usualDiscount: 4000, discountAsked: 3000, payment: "一次性付款" }),
  applied(3, "退房申请", {
    buyerKind: "本人",
    building: "3",
    section: "1",
    floor: "12",
    door: "02",
    paid: 50000,
    refundReason: "工作调动到外地",
    penalty: 2000,
    refundOn: "2026-11-30",
    oldReceipt: "0001234",
    receiptReturned: "是",
  }),
  applied(4, "更名申请", { newName: "张小三", renameOn: "2026-11-25" }),
  applied(5, "调房申请", {
    newUnitNo: "3-1-1102",
    newLayout: "3/2",
    newFloorArea: 126.1,
    newUnitPrice: 3260,
    newTotalPrice: 411086,
    exchangeOn: "2026-11-23",
  }),
];

export const append = (form: RegisterKey, rows: readonly Row[]): readonly Change[] =>
  rows.map((row) => ({ kind: "append", form, row }));

const states = ["可售", "可售", "认购", "签约", "已售", "保留", "不可售"] as const;

/** Three buildings of a site: two units a floor, four, and one with two sections. */
export const someUnits: readonly Row[] = [
  ...Array.from({ length: 11 * 2 }, (_, at) => ({
    building: "1",
    section: "1",
    floor: Math.floor(at / 2) + 1,
    door: (at % 2) + 1,
  })),
  ...Array.from({ length: 18 * 4 }, (_, at) => ({
    building: "2",
    section: "1",
    floor: Math.floor(at / 4) + 1,
    door: (at % 4) + 1,
  })),
  ...Array.from({ length: 12 * 4 }, (_, at) => ({
    building: "3",
    section: String((at % 2) + 1),
    floor: Math.floor(at / 4) + 1,
    door: (Math.floor(at / 2) % 2) + 1,
  })),
].map(({ building, section, floor, door }, at) => ({
  unitNo: `${building}-${section}-${floor}0${door}`,
  building,
  section,
  floor: String(floor),
  door: `0${door}`,
  unitCategory: "住宅",
  propertyType: "小高层",
  layout: door % 2 === 0 ? "3/2" : "2/2",
  floorArea: door % 2 === 0 ? 128.6 : 98.4,
  unitPrice: 3200 + floor * 10,
  status: states[(at * 5 + Math.floor(at / 7)) % states.length] ?? "可售",
}));

const grades: readonly Row[] = [
  {
    clientId: "LY-ZS001",
    consultant: "王芳",
    reachedC: "2026-11-08",
    reachedB: "2026-11-14",
    reachedA: "2026-11-17",
    remarks: "/",
  },
  {
    clientId: "LY-LS002",
    consultant: "李强",
    reachedC: "2026-10-20",
    reachedLost: "2026-11-18",
    remarks: "家人反对",
  },
];

const call = (calledAt: string, name: string, more: Row = {}): Row => ({
  clientId: `LY-ZL00${name.length}`,
  calledAt,
  name,
  gender: "男",
  mobile: "137 0379 2468",
  otherContact: "/",
  channels: "户外",
  advertisement: "洛阳晚报：金秋三重礼",
  residenceArea: "老城区",
  propertyType: "小高层、高层",
  layout: "3/2",
  areaBand: "101–120",
  motive: "自住兼投资",
  acceptablePrice: "3000–3500",
  notes: "看到户外广告来电，问三房的均价和交房时间，约周六上午来案场，请发定位到手机。",
  consultant: "李强",
  ...more,
});

export const calls: readonly Row[] = [
  call("2026-11-19 09:40", "赵六"),
  call("2026-11-20 16:05", "周先生", {
    clientId: "LY-ZH001",
    mobile: "/",
    otherContact: "weixin_zhou",
    advertisement: "/",
  }),
  call("2026-11-19 15:20", "郑老师", {
    clientId: "LY-ZH002",
    consultant: "王芳",
    advertisement: "抖音：样板间探房",
  }),
];

export const printedChanges: readonly Change[] = [
  ...append("calls", calls),
  ...append("visitors", [visitor, second]),
  ...append("followUps", contacts),
  ...append("grades", grades),
  ...append("deals", [deal]),
  ...append("lostClients", [lost]),
  ...append("applications", applications),
  ...append("units", someUnits),
];

/** Written and read as files are. */
export const siteWith = async (changes: readonly Change[] = printedChanges): Promise<SiteBook> =>
  readSiteFile(await writeBook(fillBook(freshBook(), changes)));
