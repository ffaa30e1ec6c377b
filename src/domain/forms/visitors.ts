/**
 * 来访客户登记表
 *
 * Read this beside the paper: same boxes, same order, same wording.
 */
import {
  day,
  digits,
  fromRoster,
  landline,
  lines,
  clientRef,
  mobile,
  moment,
  numberStamp,
  oneLine,
  tickMany,
  tickOne,
  unitRef,
  wholeNumber,
} from "../form/field";
import { form, part } from "../form/form";
import { paperNote } from "./paper-notes";

/** Any answer in it says what the client needs (R9). */
export const wantedProduct = part("意向产品", {
  propertyType: tickMany("物业类型", "propertyType", { need: "later", also: ["意向物业"] }),
  areaBand: tickOne("所需面积", "areaBand", { need: "later", also: ["意向面积", "需求面积", "面积"] }),
  layout: tickOne("户型", "layout", { need: "later", also: ["意向户型", "需求房型", "房型"] }),
  unitPriceBand: tickOne("单价", "unitPriceBand", { need: "later", also: ["意向单价", "接受单价"] }),
  totalPriceBand: tickOne("总价", "totalPriceBand", { need: "later", also: ["意向总价", "接受总价"] }),
  payment: tickOne("付款方式", "payment", { need: "later", also: ["付款"] }),
  recommendedUnits: unitRef("推荐房源", { many: true, also: ["推荐房号"] }),
  preferredUnits: unitRef("意向房源", { many: true, also: ["意向房号"] }),
});

export const visitors = form(
  {
    key: "visitors",
    title: "来访客户登记表",
    sheet: "来访登记",
    table: "Visitors",
    oneRowPer: "一位来访客户填一行",
    note: paperNote("visitors", "客户离开后当场填写，电话至少留两个，洽谈内容不少于 50 字。"),
    rowHeight: 22,
    keptBy: "consultant",
  },
  [
    part("登记", {
      clientId: numberStamp("客户编号", "client", { also: ["编号", "客户号"] }),
      visitDate: day("来访日期", {
        need: "first",
        notAfterToday: true,
        also: ["日期", "登记日期", "来访时间", "到访日期"],
      }),
      consultant: fromRoster("置业顾问", {
        need: "first",
        also: ["业务员", "接待人", "销售顾问", "顾问", "接待业务员", "销售员"],
      }),
    }),
    part("基本情况", {
      name: oneLine("客户姓名", {
        need: "first",
        also: ["姓名", "客户", "客户名称"],
        hint: "填全名；只知道姓时填“张先生”。",
      }),
      gender: tickOne("性别", "gender", { need: "first" }),
      age: wholeNumber("年龄", 1, 120, { need: "later", also: ["岁数", "年纪"] }),
      maritalStatus: tickOne("婚姻状况", "maritalStatus", { need: "later", also: ["婚姻", "婚否"] }),
      phone: landline("联系电话", { also: ["电话", "固定电话", "座机", "联系方式二", "宅电"] }),
      mobile: mobile("手机", { also: ["手机号", "手机号码", "移动电话", "联系方式"] }),
      residenceArea: oneLine("现住区域", {
        need: "later",
        suggestions: "residenceArea",
        also: ["居住区域", "居住地", "区域", "住址区域", "现居住地"],
      }),
      address: oneLine("地址", { need: "later", also: ["家庭住址", "住址", "通讯地址", "联系地址"] }),
      postcode: digits("邮编", 6, { need: "later", also: ["邮政编码"] }),
      familyStructure: oneLine("家庭结构", {
        need: "later",
        suggestions: "familyStructure",
        also: ["家庭情况"],
      }),
      partySize: wholeNumber("来访人数", 1, 50, { need: "later", also: ["人数"] }),
      partyRelation: oneLine("来访关系", { need: "later", also: ["关系", "来访人关系"] }),
      channels: tickMany("认知途径", "channels", {
        need: "first",
        also: ["得知途径", "获知渠道", "认知渠道", "来访渠道", "渠道", "来源", "了解途径"],
      }),
      referrerId: clientRef("介绍人编号", {
        also: ["介绍人", "推荐人"],
        hint: "认知途径有“老带新”时填介绍人的客户编号。",
      }),
    }),
    part("需求", {
      concerns: tickMany("询问重点", "concerns", { need: "later", also: ["关注重点", "关注点"] }),
      motive: tickOne("购买动机", "motive", { need: "later", also: ["购房动机", "置业目的", "购房用途"] }),
      motiveFor: oneLine("为何人购", { also: ["为谁购买"], hint: "购买动机为“为家人购”时填为谁买。" }),
      occupation: tickOne("客户类别", "occupation", { need: "later", also: ["职业", "客户职业"] }),
    }),
    wantedProduct,
    part("洽谈", {
      notes: lines("其他洽谈内容及洽谈结果", {
        need: "later",
        also: ["洽谈内容", "洽谈情况", "洽谈结果", "接待记录", "洽谈记录", "备注"],
        hint: "写清谈了什么、客户怎么说、下一步，不少于 50 字。",
      }),
      nextAppointment: moment("下次看房时间", {
        yearless: "next",
        quarterHour: true,
        also: ["下次来访时间", "预约时间"],
        hint: "与客户约好下次看房，精确到一刻钟，如 2024-03-05 14:30。",
      }),
    }),
    // Of 客户回访跟踪表, which has no table of its own: kept with the client.
    part("跟踪结果", {
      outcome: tickOne("跟踪客户结果", "outcome", { hint: "跟踪到最后的结果；还在跟踪可以不填。" }),
      outcomeAnalysis: lines("结果分析"),
    }),
  ],
  [
    { kind: "atLeastOneOf", keys: ["phone", "mobile"] },
    { kind: "askedWhen", key: "referrerId", when: "channels", has: "老带新" },
    { kind: "askedWhen", key: "motiveFor", when: "motive", has: "为家人购" },
    { kind: "agreedOn", key: "nextAppointment", from: "visitDate" },
  ],
);
