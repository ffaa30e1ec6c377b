/** @jest-environment ./test/jsdom-environment.js */
/** What was begun for one client and not saved never comes up for another, and is found again (R8, R9). */
import { act, waitFor, within } from "@testing-library/react";
import { keepDraft } from "../../src/taskpane/entry/drafts";
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

/** A refund is about a deal. */
const withDeal = (book: Shown["book"], { id, name }: Who, unitNo: string): void => {
  book.rows["deals"]?.push({ dealId: `C${id}`, consultant: "王芳", subscribedOn: 46_330, name, unitNo });
};

test("申请: what was written for one client and kind is there for no other, and stands in the list", async () => {
  const { book, user, one, other } = shown();
  withDeal(book, other, "1-1-101");
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

/** Units that are for sale. */
const withUnits = (book: Shown["book"]): void => {
  const unit = (door: string) => ({ unitNo: `1-1-${door}`, building: "1", section: "1", floor: "1", door });
  const more = { layout: "3/2", floorArea: 100, unitPrice: 3000, status: "可售" };
  book.write(
    ["101", "102"].map((door) => ({ kind: "append", form: "units", row: { ...unit(door), ...more } })),
  );
};

/** Nothing but this client is asked for, as from the client's own page. */
const goOnWith = async (user: Shown["user"], name: string): Promise<void> =>
  user.click(within(await screen.findByRole("group", { name: "没写完的" })).getByRole("button", { name }));

test("跟踪: what another page asked for is the draft's, and comes back with it", async () => {
  const { user, one, other } = shown();
  turnTo(`follow?client=${one.id}&method=${encodeURIComponent("来访")}`);
  await user.type(await textOf(/跟踪情况/u), "带家人来看");
  turnTo(`follow?client=${other.id}`);
  await screen.findByText(other.id, { exact: false });
  expect(await screen.findByRole("radio", { name: "电话", checked: true })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /换/u }));
  await goOnWith(user, `${one.name} 来访`);
  expect((await textOf(/跟踪情况/u)).value).toBe("带家人来看");
  expect(screen.getByRole("radio", { name: "来访", checked: true })).toBeTruthy();
  // Who asks for nothing finds what was begun.
  turnTo(`follow?client=${other.id}`);
  await waitFor(async () => expect((await textOf(/跟踪情况/u)).value).toBe(""));
  turnTo(`follow?client=${one.id}`);
  await waitFor(async () => expect((await textOf(/跟踪情况/u)).value).toBe("带家人来看"));
  expect(screen.getByRole("radio", { name: "来访", checked: true })).toBeTruthy();
});

test("成交: a unit's report is there for no other unit of the client, and is gone on with", async () => {
  const { book, user, one, other } = shown();
  withUnits(book);
  turnTo(`deal?client=${one.id}&unit=1-1-101`);
  await user.clear(await textOf(/成交单价/u));
  await user.type(await textOf(/成交单价/u), "2987");
  turnTo(`deal?client=${one.id}&unit=1-1-102`);
  await waitFor(async () => expect((await textOf(/^房源编号/u)).value).toBe("1-1-102"));
  expect((await textOf(/成交单价/u)).value).toBe("3,000");
  turnTo(`deal?client=${other.id}`);
  await screen.findByText(`C${other.id}`);
  await user.click(screen.getByRole("button", { name: /换/u }));
  await goOnWith(user, `${one.name} 1-1-101`);
  expect((await textOf(/成交单价/u)).value).toMatch(/^2,?987$/u);
  expect((await textOf(/^房源编号/u)).value).toBe("1-1-101");
  expect((await textOf(/建筑面积/u)).value).toBe("100");
});

test("成交: a unit that was asked for does not come back while it is erased", async () => {
  const { book, user, one } = shown();
  withUnits(book);
  turnTo(`deal?client=${one.id}&unit=1-1-101`);
  const unit = await textOf(/^房源编号/u);
  expect(unit.value).toBe("1-1-101");
  await user.type(unit, "{Backspace}".repeat("1-1-101".length));
  expect((await textOf(/^房源编号/u)).value).toBe("");
  expect((await textOf(/建筑面积/u)).value).toBe("");
  await user.type(await textOf(/^房源编号/u), "1-1-102");
  expect((await textOf(/^房源编号/u)).value).toBe("1-1-102");
});

test("申请: the unit it was asked for comes back with it; another unit's is another", async () => {
  const { book, user, one } = shown();
  withDeal(book, one, "1-1-101");
  withDeal(book, one, "1-1-102");
  const kind = encodeURIComponent("退房申请");
  turnTo(`apply?kind=${kind}&client=${one.id}&unit=1-1-101`);
  await user.type(await textOf(/^申请理由/u), "退一零一");
  turnTo(`apply?kind=${kind}&client=${one.id}&unit=1-1-102`);
  await waitFor(async () => expect((await textOf(/^申请理由/u)).value).toBe(""));
  turnTo("apply");
  await user.click(await screen.findByRole("button", { name: /退房.*草稿.*1-1-101/u }));
  expect((await textOf(/^申请理由/u)).value).toBe("退一零一");
  expect((await textOf(/^房号/u)).value).toBe("1-1-101");
});

test("申请: a client's number half typed is one draft, not two", async () => {
  const { user } = shown();
  turnTo("apply?new=1");
  await user.click(await screen.findByRole("radio", { name: "特惠申请" }));
  await user.type(await textOf(/^申请理由/u), "老客户介绍");
  await user.type(screen.getByRole("combobox", { name: /^客户编号/u }), "LY-W");
  turnTo("apply");
  expect(await screen.findAllByRole("button", { name: /草稿/u })).toHaveLength(1);
});

test("what was written of a number that is no client's any more can be read, dropped and taken back", async () => {
  const { user } = shown();
  act(() => keepDraft("follow LY-ZZ999", { notes: "合并以前写的" }));
  turnTo("follow");
  const left = within(await screen.findByRole("group", { name: "没写完的" }));
  expect(left.getByText(/LY-ZZ999 已不在册：合并以前写的/u)).toBeTruthy();
  await user.click(left.getByRole("button", { name: "清空 LY-ZZ999" }));
  expect(screen.queryByRole("group", { name: "没写完的" })).toBeNull();
  expect(screen.queryByRole("tab", { name: /跟踪.*有未保存的内容/u })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "恢复" }));
  expect(await screen.findByText(/合并以前写的/u)).toBeTruthy();
});
