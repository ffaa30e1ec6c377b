/** @jest-environment ./test/jsdom-environment.js */
import { waitFor } from "@testing-library/react";
import { axe } from "jest-axe";
import { settingKeys, settings } from "../../src/domain/forms/settings";
import { invented, type StandIn } from "./stand-in";
import { screen, showPane } from "./show";

const filled = (book: StandIn): void => {
  book.rows["settingLines"] = settingKeys.map((key) => ({
    name: settings[key],
    value: key === "project" ? "洛阳龙门花园" : key === "place" ? "洛阳" : key === "policy" ? "000" : null,
  }));
  book.rows["consultants"] = invented.consultants.map(({ name, group }) => ({ name, active: "是", group }));
  book.rows["cadence"] = [{ policy: "000", grade: "A", first: 2, earliest: 1, latest: 2 }];
};

describe("设置", () => {
  test("a line, a day of the cadence and a new consultant are saved together", async () => {
    const { book, user, view } = showPane("#/settings", { prepare: filled });
    const project = await screen.findByRole("textbox", { name: /^项目/u });
    expect((await axe(view.container)).violations).toEqual([]);
    await user.clear(project);
    await user.type(project, "牡丹苑");
    await user.clear(screen.getByRole("textbox", { name: "000 A 级 最迟" }));
    await user.type(screen.getByRole("textbox", { name: "000 A 级 最迟" }), "3");
    await user.type(screen.getByRole("textbox", { name: "新增置业顾问" }), "周静");
    await user.click(screen.getByRole("button", { name: "添加" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(book.rows["settingLines"]?.[0]?.["value"]).toBe("牡丹苑"));
    expect(book.rows["cadence"]?.[0]?.["latest"]).toBe(3);
    expect(book.rows["consultants"]?.at(-1)?.["name"]).toBe("周静");
  });

  test("what cannot be is said beside its blank, and nothing is written", async () => {
    const { book, user } = showPane("#/settings", { prepare: filled });
    await user.type(await screen.findByRole("textbox", { name: /^区域字母/u }), "L1");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/“L1”不是两个字母/u)).toBeTruthy();
    expect(book.rows["settingLines"]?.some(({ value }) => value === "L1")).toBe(false);
  });

  test("还原 drops what was not saved, says so, and gives it back", async () => {
    const { user } = showPane("#/settings", { prepare: filled });
    const project = (): Promise<HTMLInputElement> => screen.findByRole("textbox", { name: /^项目/u });
    await user.type(await project(), "二期");
    await user.click(screen.getByRole("button", { name: "还原" }));
    expect(await screen.findByText("没有保存的改动已还原")).toBeTruthy();
    expect((await project()).value).toBe("洛阳龙门花园");
    await user.click(screen.getByRole("button", { name: "恢复" }));
    expect((await project()).value).toBe("洛阳龙门花园二期");
  });

  test("who has left: said with where the clients are handed over, and the way there", async () => {
    const { user } = showPane("#/settings", { prepare: filled });
    await user.click(await screen.findByRole("switch", { name: "王芳 在职" }));
    expect(screen.queryByRole("button", { name: "交接 王芳 的客户" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/^王芳 已不在职：在名单里点“交接”/u)).toBeTruthy();
    const handOver = (): Promise<HTMLButtonElement> =>
      screen.findByRole("button", { name: "交接 王芳 的客户" });
    // Going there would lose what is changed and not saved.
    await user.click(await screen.findByRole("switch", { name: "李强 在职" }));
    expect((await handOver()).disabled).toBe(true);
    expect((await handOver()).title).toBe("先保存，再交接");
    await user.click(screen.getByRole("button", { name: "还原" }));
    await waitFor(async () => expect((await handOver()).disabled).toBe(false));
    await user.click(await handOver());
    expect(await screen.findByRole("heading", { name: "交接 王芳 的客户" })).toBeTruthy();
  });

  test("somebody is taken out of a group", async () => {
    const { book, user } = showPane("#/settings", { prepare: filled });
    const { name, group } = invented.consultants[0] ?? { name: "", group: "" };
    expect(group).not.toBe("");
    await user.click(await screen.findByRole("combobox", { name: `${name} 组` }));
    await user.click(await screen.findByRole("option", { name: "—" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(book.rows["consultants"]?.[0]?.["group"]).toBeNull());
  });

  test("weights say what they add up to", async () => {
    const { user } = showPane("#/settings", { prepare: filled });
    const weight = await screen.findByRole("textbox", { name: "认同产品" });
    await user.clear(weight);
    await user.type(weight, "20");
    expect(screen.getByText("合计 105")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/权重合计 105，不是 100/u)).toBeTruthy();
  });
});
