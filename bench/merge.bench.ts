/**
 * Head office: 200 workbooks of 2,000 rows × 20 columns merged by the command line as it is built, each time as a whole
 * process, against others merely reading them.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { read } from "@e965/xlsx";
import { readXlsx } from "hucre";
import { readPacked } from "../src/cli/share-pool";
import { workbookFiles } from "../src/cli/workbook-files";
import { fieldsOf } from "../src/domain/form/form";
import { visitors } from "../src/domain/forms/visitors";
import { planWorkbook } from "../src/workbook/plan/plan-workbook";
import { fillBook } from "../src/workbook/plan/fill-book";
import { writeBook } from "../src/xlsx/write";
import { today } from "./large-site";
import { type Figure, measure, print } from "./measure";
import { hasOpenpyxl, runPython } from "./peers";

/** Fewer on a busy machine: the ratios hardly change. */
const count = Number(process.env.ANCHANG_BENCH_FILES ?? 200);
const rows = 2000;
const columns = 20;

/** The command line as people have it: nobody's merge strips types first. */
const buildInto = (folder: string): void => {
  const root = path.join(__dirname, "..");
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const how = ["--mode", "production", "--config-name", "cli", "--output-path", folder];
  execFileSync(process.execPath, [webpack, ...how], { cwd: root, stdio: "ignore" });
};

/** Twenty blanks of a visit, filled. */
const filled = fieldsOf(visitors)
  .map(([key]) => key)
  .filter(
    (key) => !["phone", "postcode", "referrerId", "motiveFor", "nextAppointment", "outcome"].includes(key),
  )
  .slice(0, columns);

const answers = (site: number, n: number): Readonly<Record<string, string | number>> => {
  const all: Readonly<Record<string, string | number>> = {
    clientId: `LY-${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + (Math.floor(n / 26) % 26))}${String(Math.floor(n / 676) + 1).padStart(3, "0")}`,
    visitDate: `2026-${String(1 + (n % 10)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`,
    consultant: "李示例",
    name: `示例${n}`,
    gender: n % 2 === 0 ? "男" : "女",
    age: 20 + (n % 50),
    maritalStatus: "已婚",
    mobile: `199 ${String(site % 10000).padStart(4, "0")} ${String(n).padStart(4, "0")}`,
    residenceArea: "示例区",
    address: `示例路 ${n} 号`,
    familyStructure: "三口之家",
    partySize: 2,
    partyRelation: "夫妻",
    channels: "路过",
    concerns: "地段、单价",
    motive: "自用",
    occupation: "教师",
    propertyType: "高层",
    areaBand: "81–100",
    layout: "3/2",
  };
  return Object.fromEntries(filled.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])));
};

/** The registers and settings alone, so that all readers read the same twenty columns. */
const site = async (at: number): Promise<Uint8Array> => {
  const book = planWorkbook(
    {
      project: `示例${at}`,
      place: "洛阳",
      region: "LY",
      areaCode: "0379",
      consultants: ["李示例"],
      policy: "000",
      workbookId: `bench-${at}`,
    },
    today,
  );
  const whole = fillBook(
    book,
    Array.from(
      { length: rows },
      (_, n) => ({ kind: "append", form: "visitors", row: answers(at, n) }) as const,
    ),
  );
  const kept = new Set(["来访登记", "设置", "字典", "_案场簿"]);
  return writeBook({ names: [], sheets: whole.sheets.filter(({ name }) => kept.has(name)) });
};

const readMany = `
import sys, openpyxl, glob
for file in sorted(glob.glob(sys.argv[1] + "/*.xlsx")):
    for sheet in openpyxl.load_workbook(file, read_only=True):
        for row in sheet.iter_rows(values_only=True):
            pass
`;

export const run = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-bench-"));
  const built = path.join(folder, "cli");
  buildInto(built);
  const script = path.join(built, "share-worker.js");
  const sites = path.join(folder, "sites");
  mkdirSync(sites);
  for (let at = 0; at < count; at++) writeFileSync(path.join(sites, `${at}.xlsx`), await site(at));
  const { files } = await workbookFiles([sites], undefined);
  const out = path.join(folder, "hq.xlsx");
  const merge = (): void => {
    const said = ["merge", "--out", out, "--today", today, sites];
    execFileSync(process.execPath, [path.join(built, "anchang.js"), ...said], { stdio: "ignore" });
  };
  const once = { times: 1 } as const;
  const alone = async (name: string, work: () => unknown, note = ""): Promise<Figure> => {
    const start = performance.now();
    await work();
    const taken = performance.now() - start;
    return { name, median: taken, best: taken, note };
  };
  const figures = [
    await alone(`read, check and share ${count} workbooks`, () =>
      readPacked(files, { today, mask: false, known: [], script }, () => undefined),
    ),
    await alone("… and merge them into hq.xlsx", merge),
    await alone(
      "… again, one of them changed",
      async () => {
        writeFileSync(path.join(sites, "0.xlsx"), await site(count + 1));
        merge();
      },
      `hq.xlsx ${(statSync(out).size / 1e6).toFixed(1)} MB`,
    ),
    await measure(
      "hucre reading them",
      async () => {
        for (const { path: file } of files) await readXlsx(readFileSync(file));
      },
      once,
    ),
    await measure(
      "SheetJS (@e965/xlsx) reading them",
      () => {
        for (const { path: file } of files) read(readFileSync(file), { dense: true });
      },
      once,
    ),
  ];
  if (hasOpenpyxl) {
    const openpyxl = await alone("openpyxl reading them", () => runPython(readMany, sites));
    const [shared, merged] = figures.map(({ median }) => (openpyxl.median / median).toFixed(1));
    console.log(`of openpyxl's time: read, checked and shared in 1/${shared}, merged in 1/${merged}`);
    figures.push(openpyxl);
  } else console.log("openpyxl is not here: left out");
  if (spawnSync("soffice", ["--version"]).status === 0)
    figures.push(
      await alone("LibreOffice turning them into csv", () =>
        execFileSync(
          "soffice",
          [
            `-env:UserInstallation=file://${path.join(folder, "profile")}`,
            ...["--headless", "--convert-to", "csv", "--outdir", path.join(folder, "csv")],
            ...readdirSync(sites).map((name) => path.join(sites, name)),
          ],
          { stdio: "ignore" },
        ),
      ),
    );
  else console.log("LibreOffice is not here: left out");
  print(figures);
  rmSync(folder, { recursive: true });
};
