import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const manifest = path.join(root, "manifest.xml");
const text = readFileSync(manifest, "utf8");
const schema = path.join(root, "../shared/data/manifest-xsd/OfficeAppManifestV1_1.xsd");
const hasXmllint = ((): boolean => {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test("Microsoft's own reader understands it", () => {
  const said = execFileSync(
    process.execPath,
    [path.join(root, "node_modules/office-addin-manifest/cli.js"), "info", manifest],
    { encoding: "utf8" },
  );
  for (const line of [
    "Name: 案场簿",
    "Default Locale: zh-CN",
    "Permissions: ReadWriteDocument",
    "Hosts: Workbook",
  ])
    expect(said).toContain(line);
});

(existsSync(schema) && hasXmllint ? test : test.skip)(
  "Microsoft's schema accepts it (needs the schemas and xmllint)",
  () => {
    expect(() => execFileSync("xmllint", ["--noout", "--schema", schema, manifest])).not.toThrow();
  },
);

test("declares ExcelApi 1.9 and no more", () =>
  expect(/<Set Name="(\w+)" MinVersion="([\d.]+)"/u.exec(text)?.slice(1)).toEqual(["ExcelApi", "1.9"]));

test("every picture it names is there, in the size it names", () => {
  const named = [...text.matchAll(/assets\/(\w+-(\d+)\.png)/gu)];
  expect(named.length).toBeGreaterThanOrEqual(14);
  for (const [, file = "", size] of named) {
    const png = readFileSync(path.join(root, "assets", file));
    // Width and height stand at fixed places of a PNG's header.
    expect([file, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([file, Number(size), Number(size)]);
  }
});

test("every word a person sees has its English beside it", () => {
  const strings = [...text.matchAll(/<bt:String id="([\w.]+)"[^>]*>([\s\S]*?)<\/bt:String>/gu)];
  expect(strings.map(([, id]) => id)).toContain("Due.Label");
  for (const [, id, inner] of strings)
    expect([id, inner]).toEqual([id, expect.stringContaining('Locale="en-US"')]);
  const named = [...text.matchAll(/resid="([\w.]+)"/gu)].map(([, id]) => id);
  for (const id of named) expect(text).toContain(`id="${id ?? ""}"`);
});

test("the four buttons open the pane at their pages", () => {
  expect(
    [...text.matchAll(/taskpane\.html(#\/\w+)?" \/>/gu)].map(([, hash]) => hash ?? "").filter(Boolean),
  ).toEqual(["#/visit", "#/due", "#/check"]);
  expect([...text.matchAll(/<Control xsi:type="Button" id="Anchang\.(\w+)"/gu)].map(([, id]) => id)).toEqual([
    "Open",
    "Visit",
    "Due",
    "Check",
  ]);
});
