/** @jest-environment ./test/jsdom-environment.js */
/** What was begun for one client and not saved never comes up for another, and is found again (R8, R9). */
import { act, waitFor, within } from "@testing-library/react";
import { inventClients } from "./invented-clients";
import { screen, showPane, type Shown } from "./show";

interface Who {
  readonly id: string;
  readonly name: string;
}

/** The pane with three clients, and two of them. */
const shown = (): Shown & { readonly one: Who; readonly other: Who } => {
  const pane = showPane("#/home", { me: "王芳", prepare: (book) => inventClients(book, 3) });
  const [one, other] = (pane.book.rows["visitors"] ?? []).map(({ clientId, name }) => ({
    id: String(clientId),
    name: String(name),
  }));
  return { ...pane, one: one!, other: other! };
};

const turnTo = (page: string): void =>
  act(() => {
    window.location.hash = `#/${page}`;
  });

const textOf = async (label: RegExp): Promise<HTMLTextAreaElement> =>
  screen.findByLabelText<HTMLTextAreaElement>(label);

test("跟踪: what was written of one client is not there for another; the page for choosing offers it", async () => {
  const { user, one, other } = shown();
  turnTo(`follow?client=${one.id}`);
  await user.type(await textOf(/跟踪情况/u), "只说给这一位的话");
  await user.click(screen.getByRole("radio", { name: "D" }));
  turnTo(`follow?client=${other.id}`);
  await screen.findByText(other.id, { exact: false });
  await waitFor(async () => expect((await textOf(/跟踪情况/u)).value).toBe(""));
  expect(screen.queryByRole("radio", { name: "D", checked: true })).toBeNull();
  // Its tab says that something is left; the page offers whose it is.
  expect(await screen.findByRole("tab", { name: /跟踪.*有未保存的内容/u })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /换/u }));
  await user.click(
    within(await screen.findByRole("group", { name: "没写完的" })).getByRole("button", { name: one.name }),
  );
  expect((await textOf(/跟踪情况/u)).value).toBe("只说给这一位的话");
  expect(screen.getByRole("radio", { name: "D", checked: true })).toBeTruthy();
});

test("成交: the report of one client is not there for another", async () => {
  const { user, one, other } = shown();
  turnTo(`deal?client=${one.id}`);
  await user.type(await textOf(/成交单价/u), "654321");
  turnTo(`deal?client=${other.id}`);
  await screen.findByText(`C${other.id}`);
  expect((await textOf(/成交单价/u)).value).toBe("");
  turnTo(`deal?client=${one.id}`);
  await screen.findByText(`C${one.id}`);
  expect((await textOf(/成交单价/u)).value).toBe("654321");
});

test("申请: what was written for one client and kind is there for no other, and stands in the list", async () => {
  const { user, one, other } = shown();
  const [special, refund] = ["特惠申请", "退房申请"].map(encodeURIComponent);
  turnTo(`apply?kind=${special}&client=${one.id}`);
  await user.type(await textOf(/^申请理由/u), "老客户介绍");
  turnTo(`apply?kind=${refund}&client=${other.id}`);
  await screen.findByRole("radio", { name: "退房申请", checked: true });
  expect((await textOf(/^申请理由/u)).value).toBe("");
  turnTo("apply");
  await user.click(await screen.findByRole("button", { name: new RegExp(`特惠.*草稿.*${one.name}`, "u") }));
  expect(await screen.findByRole("radio", { name: "特惠申请", checked: true })).toBeTruthy();
  expect((await textOf(/^申请理由/u)).value).toBe("老客户介绍");
  // 新申请 begins anew.
  turnTo("apply");
  await user.click(await screen.findByRole("button", { name: "新申请" }));
  await screen.findByRole("radio", { name: "特惠申请" });
  expect(screen.queryByRole("radio", { name: "特惠申请", checked: true })).toBeNull();
});

test("申请: what was written before it was said for whom goes along to the client", async () => {
  const { user, one } = shown();
  turnTo("apply?new=1");
  await user.click(await screen.findByRole("radio", { name: "特惠申请" }));
  await user.type(await textOf(/^申请理由/u), "老客户介绍");
  await user.type(screen.getByRole("combobox", { name: /^客户编号/u }), one.id);
  await user.tab();
  await waitFor(async () => expect((await textOf(/^申请理由/u)).value).toBe("老客户介绍"));
  turnTo("apply");
  expect(
    await screen.findByRole("button", { name: new RegExp(`特惠.*草稿.*${one.name}`, "u") }),
  ).toBeTruthy();
});
