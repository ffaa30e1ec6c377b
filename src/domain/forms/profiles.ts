/** 客户档案: what turns an owner into a regular. */
import { clientRef, computed, day, idCard, lines, money, oneLine, tickMany, tickOne } from "../form/field";
import { form, part } from "../form/form";

export const profiles = form(
  {
    key: "profiles",
    title: "客户档案",
    sheet: "客户档案",
    table: "Profiles",
    oneRowPer: "一位客户填一行",
    note: "备注：聊天中了解到的随手补上，不当面盘问；身份证号可以不填；客户不同意接收信息的，填“否”，此后不再发送。",
    rowHeight: 20,
    keptBy: "consultant",
  },
  [
    part("本人", {
      clientId: clientRef("客户编号", { need: "first" }),
      name: computed("客户姓名", "sheet", "text", { also: ["姓名"] }),
      nativePlace: oneLine("籍贯"),
      birthday: day("出生日期", { notAfterToday: true, yearless: "asked", also: ["生日"] }),
      idCard: idCard("身份证号", { also: ["身份证", "身份证号码"] }),
      employer: oneLine("单位", { also: ["工作单位"] }),
      position: oneLine("职务"),
      income: money("个人年收入", { hint: "填年收入，单位元；没有填 /。" }),
      householdIncome: money("家庭年收入", { hint: "填年收入，单位元；没有填 /。" }),
      car: oneLine("车辆"),
      investments: oneLine("投资"),
      character: oneLine("性格特点"),
      hobbies: oneLine("兴趣爱好"),
    }),
    part("家人", {
      spouseName: oneLine("配偶姓名"),
      spouseBirthday: day("配偶生日", { notAfterToday: true, yearless: "asked" }),
      spouseHobbies: oneLine("配偶兴趣"),
      weddingDay: day("结婚纪念日", { notAfterToday: true, yearless: "asked" }),
      childName: oneLine("子女姓名"),
      childAge: oneLine("子女年龄"),
      childHobbies: oneLine("子女喜好"),
      decider: oneLine("决策人"),
      payer: oneLine("掌财人"),
    }),
    part("联系", {
      ownedProperty: lines("已购物业"),
      preferredContact: tickMany("喜欢的联系方式", "method"),
      consent: tickOne("同意接收信息", "yesNo", { hint: "客户说不愿接收填“否”，永久保留。" }),
    }),
  ],
);
