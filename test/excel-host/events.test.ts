import { startClient } from "../../src/excel-host/transports/native-bridge";
import { started, type Started } from "./started";

interface Heard {
  readonly address?: string;
  readonly changeType?: string;
  readonly source?: string;
  readonly triggerSource?: string;
  readonly details?: { readonly valueBefore: unknown; readonly valueAfter: unknown };
}

/** Registers for changes of the whole workbook and notes them down. */
const hear = async (Client: typeof Excel): Promise<Heard[]> => {
  const heard: Heard[] = [];
  await Client.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      heard.push(event);
      return Promise.resolve();
    });
    await context.sync();
  });
  return heard;
};

const two = async (): Promise<{
  readonly host: Started;
  readonly other: ReturnType<typeof startClient>;
  readonly mine: Heard[];
  readonly theirs: Heard[];
}> => {
  const host = started();
  const other = startClient(host.model, { colleague: true });
  return { host, other, mine: await hear(host.Excel), theirs: await hear(other.Excel) };
};

const write = (Client: typeof Excel, address: string, values: unknown[][]) =>
  Client.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = values;
    await context.sync();
  });

test("a client hears its own change as local, another's as remote", async () => {
  const { host, other, mine, theirs } = await two();
  await write(host.Excel, "B2", [["新"]]);
  await Promise.all([host.client.quiet(), other.client.quiet()]);
  expect(mine).toMatchObject([
    {
      address: "B2",
      changeType: "RangeEdited",
      source: "Local",
      details: { valueBefore: "", valueAfter: "新", valueTypeAfter: "String" },
    },
  ]);
  expect(theirs).toMatchObject([{ address: "B2", source: "Remote" }]);
});

test("more than one cell has no values before and after", async () => {
  const { host, mine } = await two();
  await write(host.Excel, "B2:B3", [[1], [2]]);
  await host.client.quiet();
  expect(mine).toMatchObject([{ address: "B2:B3" }]);
  expect(mine[0]?.details).toBeUndefined();
});

test("what the user does is local at the same desk, remote at another; a colleague's is remote for all", async () => {
  const { host, other, mine, theirs } = await two();
  const edit = { sheet: "Sheet1", top: 0, left: 0, cells: [["3/5"]] };
  await host.model.userEdits(edit, { from: "typed" });
  await host.model.userEdits(edit, { from: "pasted", by: "colleague" });
  await host.model.userDeletesRows("Sheet1", 0, 1);
  await Promise.all([host.client.quiet(), other.client.quiet()]);
  expect(mine.map(({ source, changeType }) => [source, changeType])).toEqual([
    ["Local", "RangeEdited"],
    ["Remote", "RangeEdited"],
    ["Local", "RowDeleted"],
  ]);
  expect(theirs.map(({ source }) => source)).toEqual(["Remote", "Remote", "Remote"]);
});

test("the event gives its range, even when rows came in above", async () => {
  const { host, mine } = await two();
  await write(host.Excel, "B2:B3", [[1], [2]]);
  await host.model.userInsertsRows("Sheet1", 0, 1);
  await host.client.quiet();
  await host.Excel.run(async (context) => {
    const [event] = mine as unknown as Excel.WorksheetChangedEventArgs[];
    const range = event?.getRange(context);
    range?.load("address, values");
    await context.sync();
    expect(range?.address).toBe("Sheet1!B3:B4");
    expect(range?.values).toEqual([[1], [2]]);
  });
});

test("tables tell their own changes; a removed handler hears nothing", async () => {
  const host = started();
  await host.on((sheet) => {
    sheet.getRange("A1:A2").values = [["甲"], [1]];
    sheet.tables.add("A1:A2", true).name = "表";
    return Promise.resolve();
  });
  const heard: string[] = [];
  let handler: OfficeExtension.EventHandlerResult<Excel.TableChangedEventArgs> | undefined;
  await host.Excel.run(async (context) => {
    handler = context.workbook.tables.getItem("表").onChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  await write(host.Excel, "C9", [[1]]);
  await write(host.Excel, "A3", [[2]]);
  await host.client.quiet();
  expect(heard).toEqual(["A3"]);
  if (!handler) throw new Error("There is no handler.");
  const registered = handler;
  await host.Excel.run(registered.context, async (context) => {
    registered.remove();
    await context.sync();
  });
  await write(host.Excel, "A2", [[3]]);
  await host.client.quiet();
  expect(heard).toEqual(["A3"]);
});

test("events switched off for a while are never told", async () => {
  const host = started();
  const heard = await hear(host.Excel);
  await host.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getFirst().getRange("A2").values = [[2]];
    await context.sync();
  });
  await host.client.quiet();
  expect(heard.map(({ address }) => address)).toEqual(["A2"]);
});

test("sheets coming to the front, selections, sheets added and deleted", async () => {
  const host = started();
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const note = (what: string) => () => {
      heard.push(what);
      return Promise.resolve();
    };
    worksheets.onActivated.add(note("activated"));
    worksheets.onSelectionChanged.add((event) => {
      heard.push(`selected ${event.address}`);
      return Promise.resolve();
    });
    worksheets.onAdded.add(note("added"));
    worksheets.onDeleted.add(note("deleted"));
    await context.sync();
  });
  await host.model.userAddsSheet("甲");
  await host.model.userSelects("Sheet1", { top: 1, left: 1, bottom: 2, right: 1 });
  await host.model.userDeletesSheet("甲");
  await host.client.quiet();
  expect(heard).toEqual(["added", "activated", "selected A1", "activated", "selected B2:B3", "deleted"]);
});
