/** @jest-environment ./test/jsdom-environment.js */
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
  });

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
  });

  test("邀约: the house's slots in one click", async () => {
    const { book, user, view, client } = open("invite");
    const slots = await screen.findByRole("group", { name: "邀约时段" });
    expect(slots.querySelectorAll("button")).toHaveLength(5);
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(slots.querySelectorAll("button")[1] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "邀约" }));
    await waitFor(() => expect(book.rows["invitations"]?.[0]?.["clientId"]).toBe(client));
  });

  test("转介绍: whom a client brought, as deep as it goes, and what they are worth", async () => {
    const ids: string[] = [];
    const { user, view } = showPane("#/client", {
      me: "王芳",
      prepare: (book) => {
        inventClients(book, 3);
        const rows = book.rows["visitors"] ?? [];
        ids.push(...rows.map((row) => String(row["clientId"])));
        rows.slice(1).forEach((row, at) => Object.assign(row, { referrerId: ids[at] }));
        book.rows["deals"] = [{ dealId: `C${ids[2] ?? ""}`, name: "示例", unitNo: "1-1-101" }];
        window.location.hash = `#/client?client=${ids[0] ?? ""}`;
      },
    });
    expect(await screen.findByText("共带来 2 位，成交 1 套；本人 0 套，价值 1 套")).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    const card = screen.getByRole("region", { name: "转介绍" });
    await user.click(card.querySelectorAll("button")[1] as HTMLElement);
    expect(window.location.hash).toBe(`#/client?client=${ids[2] ?? ""}`);
  });

  test.each([
    ["score", "意向评分"],
    ["profile", "客户档案"],
  ])("%s opens, accessible", async (act, title) => {
    const { view } = open(act);
    await screen.findByRole("form", { name: title });
    expect(screen.getByRole("heading", { level: 2, name: new RegExp(`^${title} · .+$`, "u") })).toBeTruthy();
    expect(screen.getByRole("button", { name: "返回" })).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
  });
});
