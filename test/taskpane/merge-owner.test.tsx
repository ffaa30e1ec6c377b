/** @jest-environment ./test/jsdom-environment.js */
import type { RawCell } from "../../src/domain/register/register";
import { serialOfDay, type CalendarDay } from "../../src/domain/kit/calendar-day";
import { screen, showPane } from "./show";
import type { StandIn } from "./stand-in";

const day = (text: string): number => serialOfDay(text as CalendarDay);

/** R10: 李强 gave 张三 up, who was 王芳's before; then 王芳 registered the same person anew. */
const givenUpByBoth = (book: StandIn): void => {
  const rows = book.rows as Record<string, Record<string, RawCell>[]>;
  const visit = { name: "张三", gender: "男", mobile: "138 0379 1234" };
  rows["visitors"]?.push(
    { ...visit, clientId: "LY-ZS001", visitDate: day("2026-11-02"), consultant: "王芳" },
    { ...visit, clientId: "LY-ZS002", visitDate: day("2026-11-12"), consultant: "王芳" },
  );
  rows["grades"]?.push(
    {
      clientId: "LY-ZS001",
      consultant: "李强",
      formerConsultant: "王芳",
      reachedC: day("2026-11-02"),
      reachedLost: day("2026-11-10"),
    },
    { clientId: "LY-ZS002", consultant: "王芳", reachedC: day("2026-11-12") },
  );
};

test("合并: none of those who had the client may keep them, so that one of the others is chosen, and it is done", async () => {
  const { book, user } = showPane("#/client?client=LY-ZS002&do=merge&other=LY-ZS001", {
    role: "manager",
    prepare: givenUpByBoth,
  });
  const owners = await screen.findByRole("radiogroup", { name: /合并以后归谁/u });
  const names = [...owners.querySelectorAll("label")].map((each) => each.textContent);
  expect(names).not.toContain("王芳");
  expect(names).not.toContain("李强");
  const [first = ""] = names.filter((name) => name !== "");
  await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
  expect(await screen.findByText("带过 LY-ZS001 的置业顾问都放弃过这位客户，不能再归他们")).toBeTruthy();
  await user.click(screen.getByLabelText(first));
  await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
  expect(await screen.findByText("LY-ZS002 已并入 LY-ZS001")).toBeTruthy();
  expect(book.rows["grades"]?.[0]).toMatchObject({
    clientId: "LY-ZS001",
    consultant: first,
    formerConsultant: "王芳、李强",
    reachedLost: null,
  });
});
