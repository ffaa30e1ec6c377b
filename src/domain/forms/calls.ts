/** 来电客户登记表 */
import {
  computed,
  contact,
  fromRoster,
  lines,
  mobile,
  moment,
  numberStamp,
  oneLine,
  tickMany,
  tickOne,
} from "../form/field";
import { form, part } from "../form/form";

export const calls = form(
  {
    key: "calls",
    title: "来电客户登记表",
    sheet: "来电登记",
    table: "Calls",
    oneRowPer: "一个来电填一行",
    note: "备注：接电话时随手填写，当天的来电当天登记；没有的内容填“/”；手机与其他联系方式至少填一项。",
    rowHeight: 22,
    keptBy: "consultant",
  },
  [
    part("来电", {
      no: computed("序号", "sheet", "number"),
      clientId: numberStamp("客户编号", "client", { also: ["编号"] }),
      calledAt: moment("来电时间", {
        need: "first",
        notAfterToday: true,
        also: ["来电日期", "时间", "日期"],
      }),
      name: oneLine("客户姓名", {
        need: "first",
        also: ["姓名", "客户"],
        hint: "填全名；只知道姓时填“张先生”。",
      }),
      gender: tickOne("性别", "gender", { need: "first" }),
      mobile: mobile("手机", { also: ["手机号", "手机号码", "电话", "联系电话", "移动电话"] }),
      otherContact: contact("其他联系方式", { also: ["其他", "其他电话", "微信"] }),
      channels: tickMany("获知渠道", "channels", { need: "first", also: ["认知途径", "得知途径", "渠道"] }),
      advertisement: oneLine("广告投放媒体及主题", { also: ["广告主题", "媒体"] }),
    }),
    part("需求", {
      residenceArea: oneLine("现住区域", { suggestions: "residenceArea", also: ["居住区域", "区域"] }),
      propertyType: tickOne("购房类型", "propertyType", { also: ["物业类型"] }),
      layout: tickOne("需求房型", "layout", { also: ["户型", "房型"] }),
      areaBand: tickOne("需求面积", "areaBand", { also: ["所需面积", "面积"] }),
      motive: tickOne("购房用途", "motive", { also: ["购买动机"] }),
      acceptablePrice: tickOne("接受价格", "unitPriceBand", { also: ["单价", "接受单价"] }),
    }),
    part("洽谈", {
      notes: lines("咨询洽谈内容", { need: "first", also: ["洽谈内容", "咨询内容", "备注"] }),
      consultant: fromRoster("置业顾问", { need: "first", also: ["业务员", "接听人", "销售顾问"] }),
    }),
  ],
  [{ kind: "atLeastOneOf", keys: ["mobile", "otherContact"] }],
);
