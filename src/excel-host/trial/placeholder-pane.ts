/** A pane for as long as there is no better one: it writes a cell and tells what changes. */
declare const Office: {
  onReady(): Promise<{ host: string; platform: string }>;
  context: { displayLanguage: string };
};
declare const Excel: {
  run(work: (context: unknown) => Promise<unknown>): Promise<unknown>;
};

interface Context {
  sync(): Promise<void>;
  workbook: {
    worksheets: {
      getActiveWorksheet(): { getRange(address: string): { values: unknown[][] } };
      onChanged: { add(handler: (event: { address: string }) => Promise<void>): void };
    };
  };
}

const line = (text: string): void => {
  document.body.append(Object.assign(document.createElement("p"), { textContent: text }));
};

void Office.onReady().then(async ({ host, platform }) => {
  line(`${host} ${platform} ${Office.context.displayLanguage}`);
  const button = Object.assign(document.createElement("button"), { textContent: "write" });
  document.body.append(button);
  button.addEventListener("click", () => {
    void Excel.run(async (raw) => {
      const context = raw as Context;
      context.workbook.worksheets.getActiveWorksheet().getRange("B2").values = [["写入"]];
      await context.sync();
    });
  });
  await Excel.run(async (raw) => {
    const context = raw as Context;
    context.workbook.worksheets.onChanged.add((event) => Promise.resolve(line(`changed ${event.address}`)));
    await context.sync();
  });
  line("ready");
});

// Its own declarations of Office and Excel, not the library's.
export {};
