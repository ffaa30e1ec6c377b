/** Some clients' rows alone: what comes is what a whole reading holds of them, where it stands there. */
import { clientsAsked, onlyRows, type RowsAsked } from "../../../src/domain/register/some-rows";
import fc from "fast-check";
import type { Wanted } from "../../../src/domain/register/wanted";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

const numberOf = (at: number): string => `LY-ZS${String(at + 1).padStart(3, "0")}`;
const clients = Array.from({ length: 30 }, (_, at) => numberOf(at));
/** Everybody three times, one after the other: nobody's rows are neighbours. */
const contacts = [0, 1, 2].flatMap((time) =>
  clients.map((clientId, at) => ({
    contactedAt: `2026-11-${String(10 + time)} 10:00`,
    clientId,
    method: "电话",
    notes: `第 ${at} 位的第 ${time} 次`,
    consultant: "王芳",
  })),
);
const filled = {
  consultants: roster,
  visitors: clients.map((clientId, at) => ({
    clientId,
    visitDate: "2026-11-01",
    name: `示例${at}`,
    // Each but the first was brought by the one before.
    ...(at === 0 ? {} : { referrerId: numberOf(at - 1) }),
  })),
  followUps: contacts,
  deals: [{ dealId: `C${numberOf(4)}`, unitNo: "1-1-101", totalPrice: 300_000 }],
};
const wanted: Wanted = {
  visitors: ["name", "referrerId"],
  followUps: ["clientId", "notes"],
  deals: "all",
  calls: ["name"],
  events: ["name"],
};
const of = (...whose: readonly number[]): RowsAsked =>
  clientsAsked(wanted, () => whose.map((at) => numberOf(at) as ClientNumber));
const { first } = of();
const port = () => openWorkbook({ patience: impatient() });
const doing = "读取客户";

const desk = async () => {
  const model = await modelOf(plainSite({ filled }));
  return { model, desk: sitDown(model) };
};

test.each([[[4]], [[0, 29]], [[7, 8, 9]], [[99]], [[]]])("of the clients %j", async (whose) => {
  const { desk: own } = await desk();
  const all = await port().read({ ...wanted, visitors: "all", followUps: "all", calls: "all" }, doing);
  own.traffic();
  const some = await port().readRows(of(...whose), doing);
  expect(own.traffic().requests).toBe(whose.includes(99) || whose.length === 0 ? 1 : 2);
  const expected = onlyRows(all, of(...whose));
  for (const key of ["visitors", "followUps", "deals", "events", "calls"] as const) {
    const [is, should] = [some.registers[key], expected.registers[key]];
    expect({ key, count: is?.count, firstRow: is?.firstRow, sheet: is?.sheet }).toEqual({
      key,
      count: should?.count,
      firstRow: should?.firstRow,
      sheet: should?.sheet,
    });
    expect([key, new Map(is?.columns)]).toEqual([key, new Map(should?.columns)]);
  }
  // Nobody else's words are among them.
  const said = some.registers.followUps?.columns.get("notes")?.filter((note) => note !== null) ?? [];
  expect(said).toHaveLength(3 * whose.filter((at) => at < 30).length);
});

test("who it is about is decided on the columns that name clients", async () => {
  await desk();
  let keys: readonly string[] = [];
  const some = await port().readRows(
    clientsAsked(wanted, ({ registers: { visitors } }) => {
      keys = [...(visitors?.columns.keys() ?? [])];
      const brought = visitors?.columns.get("referrerId")?.indexOf(numberOf(4)) ?? -1;
      return [String(visitors?.columns.get("clientId")?.[brought]) as ClientNumber];
    }),
    doing,
  );
  expect(keys).toEqual(["clientId", "referrerId"]);
  expect(some.registers.visitors?.columns.get("name")?.filter((name) => name !== null)).toEqual(["示例5"]);
});

test("where the rows are known already it is one round trip, without the columns that say so", async () => {
  const { desk: own } = await desk();
  const seen = await port().read(first, doing);
  own.traffic();
  const some = await port().readRows(of(4), doing, seen);
  expect(own.traffic()).toMatchObject({ requests: 1 });
  expect(some.registers.followUps?.columns.get("notes")?.filter((note) => note !== null)).toEqual([
    "第 4 位的第 0 次",
    "第 4 位的第 1 次",
    "第 4 位的第 2 次",
  ]);
  // A reading that does not say whose the rows are does not help.
  await port().readRows(of(4), doing, await port().read({ visitors: ["name"] }, doing));
  expect(own.traffic().requests).toBe(1 + 2);
});

test("rows that have moved since are found again", async () => {
  const { model, desk: own } = await desk();
  const seen = await port().read(first, doing);
  // As many rows as before, and everybody's first contact one row further up.
  await model.userDeletesTableRows("FollowUps", 0, 1);
  await model.userInsertsTableRows("FollowUps", 40, 1);
  own.traffic();
  const some = await port().readRows(of(4), doing, seen);
  expect(own.traffic().requests).toBe(1 + 2);
  expect(some.registers.followUps?.columns.get("notes")?.[3]).toBe("第 4 位的第 0 次");
});

test("colleagues who keep moving the rows are said", async () => {
  const { model, desk: own } = await desk();
  intercept(own, async (request) => {
    // Between finding the rows and reading them, every time.
    if (request % 2 === 0) await model.userDeletesTableRows("FollowUps", 0, 1);
  });
  await expect(port().readRows(of(4), doing)).rejects.toMatchObject({ code: "outrun", doing });
});

test("a lost column is absent, and the rest is there", async () => {
  const { model } = await desk();
  const { visitors } = (await port().read({ visitors: ["name"] }, doing)).registers;
  expect(visitors?.columns.size).toBe(1);
  await model.userDeletesTableColumn("FollowUps", "跟踪情况");
  const some = await port().readRows(of(4), doing);
  expect([...(some.registers.followUps?.columns.keys() ?? [])]).toEqual(["clientId"]);
  expect(some.registers.visitors?.columns.get("name")?.[4]).toBe("示例4");
});

test("many rows are several requests, and none is lost", async () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({
    contactedAt: "2026-11-10 10:00",
    clientId: numberOf(at % 2),
    notes: `说 ${at} `.repeat(20),
  }));
  const site = plainSite({ filled: { ...filled, followUps: many } });
  const own = sitDown(await modelOf(site), { byteLimit: 60_000 });
  const some = await port().readRows(
    clientsAsked({ followUps: ["notes"] }, () => [numberOf(0), numberOf(1)] as ClientNumber[]),
    doing,
  );
  expect(own.traffic().requests).toBeGreaterThan(3);
  expect(some.registers.followUps?.columns.get("notes")).toEqual(many.map(({ notes }) => notes));
});

test("any rows of any columns: as a whole reading has them, whatever was read before", async () => {
  const { desk: own } = await desk();
  const whole: Wanted = { visitors: "all", followUps: "all", deals: "all", events: "all" };
  const all = await port().read(whole, doing);
  const keysOf = (form: "visitors" | "followUps"): readonly string[] =>
    Object.keys(all.registers[form]?.form.fields ?? {});
  const someKeys = (form: "visitors" | "followUps") => fc.subarray([...keysOf(form)]);
  const drawn = fc.record({
    first: fc.record({ visitors: someKeys("visitors"), followUps: someKeys("followUps") }),
    wanted: fc.record({
      visitors: someKeys("visitors"),
      followUps: fc.oneof(someKeys("followUps"), fc.constant("all" as const)),
    }),
    visitors: fc.uniqueArray(fc.nat(29)),
    followUps: fc.uniqueArray(fc.nat(89)),
    isSeen: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ first: columns, wanted: further, visitors, followUps, isSeen }) => {
      const asked: RowsAsked = {
        first: columns,
        rowsOf: () =>
          new Map([
            ["visitors", new Set(visitors)],
            ["followUps", new Set(followUps)],
          ]),
        wanted: further,
      };
      const known = port();
      const some = await known.readRows(asked, doing, isSeen ? all : undefined);
      // Once more by the one who knows now how little it is.
      for (const book of [some, await known.readRows(asked, doing)])
        for (const form of ["visitors", "followUps"] as const)
          expect(new Map(book.registers[form]?.columns)).toEqual(
            new Map(onlyRows(all, asked).registers[form]?.columns),
          );
    }),
    { numRuns: 25 },
  );
  expect(own.traffic().requests).toBeGreaterThan(50);
});

describe("how many round trips", () => {
  const days: RowsAsked = {
    first: { followUps: ["contactedAt"] },
    rowsOf: () => new Map([["followUps", new Set(contacts.map((_, at) => at).slice(60))]]),
    wanted: { followUps: ["clientId", "notes"] },
  };

  test("a stretch of rows comes by the columns asked for, in one", async () => {
    const { desk: own } = await desk();
    const some = await port().readRows(days, doing);
    expect(own.traffic().requests).toBe(2);
    const { columns } = some.registers.followUps ?? {};
    expect([...(columns?.keys() ?? [])]).toEqual(["contactedAt", "clientId", "notes"]);
    // What says which rows are asked for stands whole.
    expect(columns?.get("contactedAt")?.filter((cell) => typeof cell === "number")).toHaveLength(90);
    expect(columns?.get("notes")?.map((note) => note !== null)).toEqual(contacts.map((_, at) => at >= 60));
  });

  test("a workbook known to hold little is read at once", async () => {
    const { desk: own } = await desk();
    const known = port();
    const before = await known.readRows(days, doing);
    own.traffic();
    const again = await known.readRows(days, doing);
    expect(own.traffic().requests).toBe(1);
    expect(again.registers.followUps?.columns).toEqual(before.registers.followUps?.columns);
  });
});
