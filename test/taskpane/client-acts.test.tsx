/** @jest-environment jsdom */
import { waitFor } from "@testing-library/react";
import { axe } from "jest-axe";
import { inventClients } from "./invented-clients";
import { screen, showPane } from "./show";

const open = (act: string) => {
  let client = "";
  const shown = showPane("#/client", {
    me: "王芳",
    prepare: (book) => {
      inventClients(book, 2);
      client = String(book.rows["visitors"]?.[0]?.["clientId"]);
      window.location.hash = `#/client?client=${client}&do=${act}`;
    },
  });
  return { ...shown, client };
};

describe("what is done with a client", () => {
  test("未成交分析: taken over from the register, numbered X", async () => {
    const { book, user, view, client } = open("lost");
    await user.click(await screen.findByRole("checkbox", { name: "价格" }));
    await user.click(screen.getByRole("textbox", { name: /^原因说明/u }));
    await user.paste("总价超出预算十万，家里不同意再借");
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(book.rows["lostClients"]?.[0]?.["lostId"]).toBe(`X${client}`));
  }, 60_000);

  test("a second analysis is refused, and why is said although the number has no blank", async () => {
    const { book, user, client } = open("lost");
    book.rows["lostClients"] = [{ lostId: `X${client}`, name: "示例" }];
    await user.click(await screen.findByRole("checkbox", { name: "价格" }));
    await user.click(screen.getByRole("textbox", { name: /^原因说明/u }));
    await user.paste("总价超出预算十万，家里不同意再借");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/的未成交分析已在第 5 行/u)).toBeTruthy();
    // It can be tried again: nothing in the form is wrong.
    book.rows["lostClients"] = [];
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(book.rows["lostClients"]?.[0]?.["lostId"]).toBe(`X${client}`));
  }, 60_000);

  test("邀约: the house's slots in one click", async () => {
    const { book, user, view, client } = open("invite");
    const slots = await screen.findByRole("group", { name: "邀约时段" });
    expect(slots.querySelectorAll("button")).toHaveLength(5);
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(slots.querySelectorAll("button")[1] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "邀约" }));
    await waitFor(() => expect(book.rows["invitations"]?.[0]?.["clientId"]).toBe(client));
  }, 60_000);

  test.each([
    ["score", "意向评分"],
    ["profile", "客户档案"],
  ])("%s opens, accessible", async (act, title) => {
    const { view } = open(act);
    await screen.findByRole("form", { name: title });
    expect((await axe(view.container)).violations).toEqual([]);
  });
});
