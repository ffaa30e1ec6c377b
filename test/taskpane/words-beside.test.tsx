/** @jest-environment ./test/jsdom-environment.js */
/** 登记来访: what was typed beside a number or without a year is written as it was meant, or not at all (R2, R8, R14). */
import { screen, showPane } from "./show";

const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。";

const begun = async () => {
  const shown = showPane("#/visit", { me: "王芳" });
  const { user } = shown;
  await user.type(await screen.findByLabelText(/客户姓名/u), "张三");
  await user.click(screen.getByRole("radio", { name: "男" }));
  await user.click(screen.getByRole("checkbox", { name: "路过" }));
  await user.click(screen.getByLabelText(/其他洽谈内容/u));
  await user.paste(talk);
  return shown;
};

test("words behind a phone stay in the blank, stop the saving, and go to the notes at one click", async () => {
  const { book, user } = await begun();
  const mobile = screen.getByLabelText<HTMLInputElement>("手机");
  await user.click(mobile);
  await user.paste("13803791234（妻子的，晚上打）");
  await user.tab();
  expect(mobile.value).toBe("13803791234（妻子的，晚上打）");
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(book.rows["visitors"] ?? []).toEqual([]);

  await user.click(await screen.findByRole("button", { name: "移到“其他洽谈内容及洽谈结果”" }));
  expect(mobile.value).toBe("138 0379 1234");
  expect(document.activeElement).toBe(mobile);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/其他洽谈内容/u).value).toBe(
    `${talk}\n手机：13803791234（妻子的，晚上打）`,
  );
  await user.click(screen.getByRole("button", { name: "保存" }));
  await screen.findByText("已登记 张三 LY-ZS001");
  expect(book.rows["visitors"]).toMatchObject([
    { mobile: "138 0379 1234", notes: `${talk}\n手机：13803791234（妻子的，晚上打）` },
  ]);
});

test("an appointment typed without its year lies ahead", async () => {
  const { user } = await begun();
  const [day, time] = screen
    .getAllByLabelText<HTMLInputElement>(/下次看房时间/u)
    .filter(({ tagName }) => tagName === "INPUT");
  if (day === undefined || time === undefined) throw new Error("no 下次看房时间");
  await user.type(day, "12-1");
  await user.type(time, "10:00");
  await user.click(screen.getByLabelText("手机"));
  expect([day.value, time.value]).toEqual(["2026-12-01", "10:00"]);
});
