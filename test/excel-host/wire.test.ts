import { createModel } from "../../src/excel-host/model/create";
import { startClient } from "../../src/excel-host/transports/native-bridge";
import { codeOf, started } from "./started";

const write = (Client: typeof Excel) =>
  Client.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    await context.sync();
  });

test.each([
  [5004, "InvalidOperationInCellEditMode"],
  [5012, "InvalidOrTimedOutSession"],
  [5102, "ActivityLimitReached"],
  [5103, "RequestPayloadSizeLimitExceeded"],
  [7000, "AccessDenied"],
])("a request can be made to fail with %i", async (error, code) => {
  const { Excel, client } = started();
  client.fail(error, 1);
  expect(await codeOf(write(Excel))).toBe(code);
  expect(await codeOf(write(Excel))).toBeUndefined();
});

test("an answer can get lost after everything was done", async () => {
  const { Excel, client, model } = started();
  client.fail(5012, 1, "after");
  expect(await codeOf(write(Excel))).toBe("InvalidOrTimedOutSession");
  expect(model.cells("Sheet1", { top: 0, left: 0, bottom: 0, right: 0 })).toEqual([[1]]);
});

test("while a cell is edited requests fail, or wait where that was asked for", async () => {
  const { Excel, model } = started();
  model.userEditsCell(true);
  expect(await codeOf(write(Excel))).toBe("InvalidOperationInCellEditMode");
  let done = false;
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[2]];
    await context.sync();
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  model.userEditsCell(false);
  await waiting;
  expect(model.cells("Sheet1", { top: 0, left: 0, bottom: 0, right: 0 })).toEqual([[2]]);
});

test("a request over 5 MB is refused, and so is an answer", async () => {
  const { Excel, model } = started();
  const big = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:A1400");
    range.values = Array.from({ length: 1400 }, () => ["字".repeat(2000)]);
    await context.sync();
  });
  expect(await codeOf(big)).toBe("RequestPayloadSizeLimitExceeded");
  expect(model.toBook().sheets[0]?.blocks).toEqual([]);
  const small = startClient(model, { byteLimit: 2000 });
  await write(small.Excel);
  const read = small.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:Z100");
    range.load("values");
    await context.sync();
  });
  expect(await codeOf(read)).toBe("ResponsePayloadSizeLimitExceeded");
});

test("round trips and bytes are counted", async () => {
  const { Excel, client } = started();
  await write(Excel);
  expect(client.counters.roundTrips).toBe(1);
  expect(client.counters.bytesIn).toBeGreaterThan(100);
  expect(client.counters.bytesOut).toBeGreaterThan(10);
});

test("requirement sets are what the test says", () => {
  const { Office } = started({ requirementSets: { ExcelApi: "1.10" } });
  const { requirements } = Office.context;
  expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.10")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.11")).toBe(false);
  expect(requirements.isSetSupported("DialogApi", "1.1")).toBe(false);
});

test("clients on one workbook are independent, and several workbooks too", async () => {
  const model = createModel();
  const [one, other] = [startClient(model), startClient(model)];
  const apart = startClient(createModel());
  expect(one.Excel).not.toBe(other.Excel);
  await Promise.all([write(one.Excel), write(other.Excel)]);
  const read = (client: typeof apart) =>
    client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load("values");
      await context.sync();
      return range.values[0]?.[0] as unknown;
    });
  expect([await read(other), await read(apart)]).toEqual([1, ""]);
});

test("the failed statement is named in the error", async () => {
  const { on } = started();
  const wrong = on((sheet) => {
    sheet.getRange("A1:B1").values = [[1]];
    return Promise.resolve();
  });
  await expect(wrong).rejects.toMatchObject({
    debugInfo: { statement: expect.stringContaining("values") as unknown },
  });
});

test("30,000 × 20 cells go in by pieces under 5 MB and come out again", async () => {
  const { Excel, client } = started();
  const columns = 20;
  const step = 10_000;
  const rows = (from: number) =>
    Array.from({ length: step }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) =>
        column % 3 === 0 ? `文${from + row}` : from + row,
      ),
    );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let from = 0; from < 30_000; from += step) {
      const range = sheet.getRangeByIndexes(from, 0, step, columns);
      range.values = rows(from);
      range.untrack();
      await context.sync();
    }
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let from = 0; from < 30_000; from += step) {
      const range = sheet.getRangeByIndexes(from, 0, step, columns);
      range.load("values");
      await context.sync();
      if (from === 20_000) expect(range.values.at(-1)).toEqual(rows(20_000).at(-1));
      range.untrack();
    }
  });
  expect(client.counters.roundTrips).toBe(6);
});
