/** One visit registered into a workbook of 20,000 clients and 60,000 contacts, against reading all of it first. */
import { momentAt } from "../src/domain/kit/calendar-day";
import { adopt, adoptWantsOf } from "../src/domain/register/adoption/adopt";
import type { OldRegister } from "../src/domain/register/old-sheet/old-cells";
import { checkWants } from "../src/domain/register/check/check-workbook";
import { registerVisit, visitWants } from "../src/domain/register/client/register-visit";
import { openWorkbook } from "../src/workbook/office/open-workbook";
import { enter } from "../src/workbook/office/register-entry";
import { modelOf, sitDown } from "../test/workbook/office/desk";
import { siteOf, today } from "./large-site";
import { measure, print } from "./measure";

/** Somebody new in four rows of five; invented. */
const oldRegister = (rows: number): OldRegister => ({
  form: "visitors",
  headers: ["日期", "姓名", "手机", "置业顾问", "洽谈内容", "批示"],
  rows: Array.from({ length: rows }, (_, at) => {
    const mobile = `177${String(10_000_000 + Math.floor(at * 0.8))}`;
    const name = `张${String.fromCharCode(0x4e00 + (at % 2000))}`;
    const cells = [`2023.3.${(at % 28) + 1}`, name, mobile, "李示例", `第 ${at} 次看三房`, `阅 ${at}`];
    return { row: at + 2, cells, original: cells };
  }),
  setAside: [],
  mapping: [
    ...["visitDate", "name", "mobile", "consultant", "notes"].map((key) => ({ use: "blank", key }) as const),
    { use: "own", caption: "批示" },
  ],
});

export const run = async (): Promise<void> => {
  const desk = sitDown(await modelOf(siteOf(20_000)));
  const workbook = openWorkbook();
  let visitor = 0;
  const register = (): Promise<unknown> =>
    desk.at(async () => {
      desk.traffic();
      visitor += 1;
      const entered = await enter(workbook, {
        doing: "登记来访",
        wants: visitWants,
        decide: (book) =>
          registerVisit(
            book,
            {
              visitDate: today,
              consultant: "李示例",
              name: "张示例",
              gender: "男",
              phone: "/",
              mobile: `198 0000 ${String(visitor).padStart(4, "0")}`,
              channels: "路过",
              notes:
                "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人商量后周末再来，已约好带家人复看并算一次月供。",
            },
            { today, now: momentAt(today, 600) },
          ),
      });
      if (!entered.ok) throw new Error(JSON.stringify(entered.problems));
    });
  const site = await desk.at(() => workbook.read(adoptWantsOf({ form: "visitors", mapping: [] }), "读取"));
  const one = await measure("register one visit among 20,000 clients", register, { times: 5 });
  const { requests, bytes } = desk.traffic();
  const whole = await measure("reading every register first", () =>
    desk.at(() => workbook.read(checkWants, "读取")),
  );
  const old = oldRegister(20_000);
  const taken = await measure("adopt an old register of 20,000 visits", () => {
    const { fates } = adopt(site, old, { today });
    if (fates.length !== old.rows.length) throw new Error(`${fates.length} fates`);
    return Promise.resolve();
  });
  print([{ ...one, note: `${requests} round trips, ${(bytes / 1e6).toFixed(2)} MB` }, whole, taken]);
};
