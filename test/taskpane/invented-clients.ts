/** 示例: clients nobody knows, registered and followed up by the product's own decisions. */
import { addDays, type CalendarDay, type Moment, momentAt } from "../../src/domain/kit/calendar-day";
import { logContact } from "../../src/domain/register/follow-up/log-contact";
import { registerVisit } from "../../src/domain/register/client/register-visit";
import type { Grade } from "../../src/domain/rules/grade";
import type { StandIn } from "./stand-in";

const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"];
const given = ["建国", "晓梅", "志强", "丽华", "俊杰", "雅琴", "海涛", "秀英", "文博", "思远"];
const jobs = ["医生", "老师", "私营业主", "公务员", "国营企事业单位领导", "自由职业"];
const talks = [
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。",
  "主要问公积金贷款额度和月供，觉得单价比预期高一些，对电梯品牌和物业费问得很细，答应回去算账后再联系。",
  "路过进来看看，想换大一点的房子，老人同住需要电梯，对五楼以下的房源感兴趣，还要比较隔壁楼盘的价格。",
  "第二次来访，带了爱人，看中二号楼东边套，问了交房时间和学区，家人意见基本一致，等首付资金到位。",
];
const followed = [
  "电话里说这周出差，周末回来再约看房，首付还差十万，已经在跟家里商量，态度积极。",
  "微信发了新的优惠方案，客户问能不能再便宜一点，说隔壁楼盘单价低两百，约了周六上午来谈。",
];
const grades: readonly Grade[] = ["C", "B", "A", "C", "D", "B"];

/** Registers `count` clients over the last two months before the stand-in's today. */
export const inventClients = (book: StandIn, count: number): void => {
  const today = book.services.today();
  const at = (day: CalendarDay, hour: number): { readonly today: CalendarDay; readonly now: Moment } => ({
    today: day,
    now: momentAt(day, hour * 60),
  });
  for (let n = 0; n < count; n++) {
    const day = addDays(today, -((n * 7) % 60));
    const name = `${surnames[n % surnames.length]}${given[(n * 3) % given.length]}`;
    const decision = registerVisit(
      book.book(),
      {
        visitDate: day,
        consultant: ["王芳", "李强", "赵敏"][n % 3] ?? "",
        name,
        gender: n % 2 ? "女" : "男",
        age: 26 + (n % 30),
        mobile: `138${String(37_910_000 + n * 37).padStart(8, "0")}`,
        residenceArea: ["涧西区", "西工区", "老城区"][n % 3] ?? "",
        channels: ["路过", "老带新、听说", "晚报", "户外"][n % 4] ?? "",
        occupation: jobs[n % jobs.length] ?? "",
        propertyType: "小高层",
        areaBand: "101–120",
        notes: talks[n % talks.length] ?? "",
      },
      { ...at(day, 9 + (n % 8)), grade: grades[n % grades.length] ?? "C" },
    );
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    book.write(decision.changes);
    if (n % 3 !== 0) continue;
    const later = addDays(day, 2);
    if (later > today) continue;
    const contact = logContact(
      book.book(),
      {
        contactedAt: momentAt(later, 15 * 60),
        clientId: decision.clientId,
        method: "电话",
        notes: followed[n % 2] ?? "",
        consultant: ["王芳", "李强", "赵敏"][n % 3] ?? "",
      },
      at(later, 15),
    );
    if (!contact.ok) throw new Error(JSON.stringify(contact.problems));
    book.write(contact.changes);
  }
};
