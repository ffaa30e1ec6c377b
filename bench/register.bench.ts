/** One visit registered into a workbook of 20,000 clients and 60,000 contacts, against reading all of it first. */
import { momentAt } from "../src/domain/kit/calendar-day";
import { checkWants } from "../src/domain/register/check-workbook";
import { registerVisit, visitWants } from "../src/domain/register/register-visit";
import { openWorkbook } from "../src/workbook/office/open-workbook";
import { enter } from "../src/workbook/office/register-entry";
import { modelOf, sitDown } from "../test/workbook/office/desk";
import { siteOf, today } from "./large-site";
import { measure, print } from "./measure";

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
  const one = await measure("register one visit among 20,000 clients", register, { times: 5 });
  const { requests, bytes } = desk.traffic();
  const whole = await measure("reading every register first", () =>
    desk.at(() => workbook.read(checkWants, "读取")),
  );
  print([{ ...one, note: `${requests} round trips, ${(bytes / 1e6).toFixed(2)} MB` }, whole]);
};
