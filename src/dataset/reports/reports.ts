/** The seven reports over the data set. */
import { fromTo, fromUntil, lateDays } from "./days";
import channelsText from "./channels.sql";
import {
  clientName,
  clientNumber,
  clients,
  consultant,
  grade,
  phone,
  records,
  site,
  sourceFile,
  sourceRow,
  sourceSheet,
} from "./columns";
import dealsText from "./deals.sql";
import type { DatasetReport, DatasetReportKey } from "./definition";
import funnelText from "./funnel.sql";
import latestText from "./latest.sql";
import overdueText from "./overdue.sql";
import { knownPeople, referralTree, treeColumns } from "./referral-tree";
import referralsText from "./referrals.sql";
import sharedText from "./shared.sql";

const latest: DatasetReport = {
  key: "latest",
  title: { zh: "每人最近一条", en: "Latest record a person" },
  text: latestText,
  gives: [
    phone,
    clientName,
    { zh: "最近日期", en: "Latest", kind: "day" },
    { zh: "方式", en: "By", kind: "text" },
    site,
    clientNumber,
    consultant,
    grade,
    records,
    sourceFile,
    sourceSheet,
    sourceRow,
  ],
  parameters: fromUntil,
  of: "period",
  total: false,
  note: "来访、来电、跟踪记录中每个号码最近的一条，不分案场；没有号码的客户按客户编号算一人。",
};

const shared: DatasetReport = {
  key: "shared",
  title: { zh: "跨案场客户", en: "People seen at several sites" },
  text: sharedText,
  gives: [
    phone,
    { zh: "案场数", en: "Sites", kind: "number" },
    site,
    clientNumber,
    clientName,
    consultant,
    { zh: "首次", en: "First", kind: "day" },
    { zh: "最近", en: "Last", kind: "day" },
    records,
  ],
  parameters: fromTo,
  of: "period",
  total: false,
  note: "同一号码在几个案场的来访登记或来电登记里；一案场一行，先到的在前，姓名与置业顾问取首次那一条。",
};

const funnel: DatasetReport = {
  key: "funnel",
  title: { zh: "各案场漏斗", en: "Funnel by site" },
  text: funnelText,
  gives: [
    site,
    { zh: "登记", en: "Clients", kind: "count" },
    { zh: "到访", en: "Came", kind: "count" },
    { zh: "C级以上", en: "C and up", kind: "count" },
    { zh: "B级以上", en: "B and up", kind: "count" },
    { zh: "A级以上", en: "A and up", kind: "count" },
    { zh: "认购", en: "Subscribed", kind: "count" },
    { zh: "签约", en: "Signed", kind: "count" },
  ],
  quotients: [
    { column: { zh: "到访率", en: "Came %", kind: "rate" }, part: 2, whole: 1 },
    { column: { zh: "认购率", en: "Subscribed %", kind: "rate" }, part: 6, whole: 1 },
    { column: { zh: "签约率", en: "Signed %", kind: "rate" }, part: 7, whole: 1 },
  ],
  parameters: fromTo,
  of: "period",
  total: true,
  note: "按客户第一次来电或来访的日期计，看他们到现在走到哪一步；每一阶段包含其后各阶段。",
};

const overdue: DatasetReport = {
  key: "overdue",
  title: { zh: "逾期按置业顾问与天数", en: "Overdue by consultant and days" },
  text: overdueText,
  gives: [
    site,
    consultant,
    { zh: "逾期客户", en: "Late", kind: "count" },
    { zh: "1–3天", en: "1–3 days", kind: "count" },
    { zh: "4–7天", en: "4–7 days", kind: "count" },
    { zh: "8–15天", en: "8–15 days", kind: "count" },
    { zh: "16–30天", en: "16–30 days", kind: "count" },
    { zh: "30天以上", en: "Over 30 days", kind: "count" },
    { zh: "其中A级", en: "Of them A", kind: "count" },
    { zh: "最早应跟进", en: "First due", kind: "day" },
  ],
  parameters: (_period, today) => lateDays(today),
  of: "now",
  total: true,
  note: "按今天计：过了该跟进的最后一天还没有跟进的客户（R6）。",
};

const deals: DatasetReport = {
  key: "deals",
  title: { zh: "成交：年龄段×户型×楼栋", en: "Deals by age, layout and building" },
  text: dealsText,
  gives: [
    site,
    { zh: "年龄段", en: "Age", kind: "text" },
    { zh: "户型", en: "Layout", kind: "text" },
    { zh: "楼栋", en: "Building", kind: "text" },
    { zh: "成交套数", en: "Deals", kind: "count" },
    { zh: "建筑面积", en: "Area ㎡", kind: "area" },
    { zh: "成交金额", en: "Amount", kind: "yuan" },
    { zh: "均价未知套数", en: "No yuan a ㎡", kind: "count" },
  ],
  counts: [
    { zh: "有均价的面积", en: "Area with a price", kind: "area" },
    { zh: "有均价的金额", en: "Amount with an area", kind: "yuan" },
  ],
  quotients: [{ column: { zh: "均价（元/㎡）", en: "Yuan a ㎡", kind: "balance" }, part: 9, whole: 8 }],
  parameters: fromTo,
  of: "period",
  total: true,
  note: "按认购日期计；已退房的不算成交；单位名义的客户单独计；均价只算面积、总价都有的成交，缺一样的计入均价未知套数。",
};

const channels: DatasetReport = {
  key: "channels",
  title: { zh: "渠道帕累托", en: "Channels, largest first" },
  text: channelsText,
  gives: [
    site,
    { zh: "渠道", en: "Channel", kind: "text" },
    clients,
    { zh: "占本案场", en: "Of the site", kind: "rate" },
    { zh: "累计客户", en: "So far", kind: "number" },
    { zh: "累计占比", en: "Running share", kind: "rate" },
    { zh: "其中成交", en: "Bought", kind: "count" },
  ],
  quotients: [{ column: { zh: "成交率", en: "Bought %", kind: "rate" }, part: 6, whole: 2 }],
  parameters: fromTo,
  of: "period",
  total: true,
  note: "按客户第一次来电或来访所说的第一种渠道计，每个案场从多到少；不知渠道的在最后。",
};

const referrals: DatasetReport = {
  key: "referrals",
  title: { zh: "转介绍", en: "Who brought whom" },
  text: referralsText,
  gives: knownPeople,
  reckons: { shows: treeColumns, rows: referralTree },
  parameters: () => ({}),
  of: "now",
  total: false,
  note: "谁带来了谁，一代一代往下；“带来成交”含其后各代，循环介绍的无从说起，不计（R16）。",
};

export const datasetReports: Readonly<Record<DatasetReportKey, DatasetReport>> = {
  latest,
  shared,
  funnel,
  overdue,
  deals,
  channels,
  referrals,
};
