/** 100,000 rows × 20 columns read and written, by us and by others: each in a process of its own, CPU time and memory. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasOpenpyxl, python } from "./peers";

interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const times = 3;

/** The least of several tries: what else the machine did is not ours. */
const least = (one: () => Cost): Cost => {
  const all = Array.from({ length: times }, one);
  return {
    milliseconds: Math.min(...all.map(({ milliseconds }) => milliseconds)),
    megabytes: Math.min(...all.map(({ megabytes }) => megabytes)),
  };
};

const inNode = (who: string, file: string): Cost =>
  least(
    () =>
      JSON.parse(
        execFileSync(process.execPath, [path.join(__dirname, "xlsx-peer.js"), who, file], {
          encoding: "utf8",
        }),
      ) as Cost,
  );

const measured = `
import json, resource, sys, openpyxl
def cost(): return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
`;
const said = `
print(json.dumps({"milliseconds": (cost() - start) * 1000, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
`;
const reading = `${measured}
start = cost()
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        pass
${said}`;
/** The same cells as ours: read first, then written. */
const writing = `${measured}
rows = [row for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True) for row in sheet.iter_rows(values_only=True)]
start = cost()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Sheet1")
for row in rows:
    sheet.append(row)
book.save(sys.argv[2])
${said}`;

const inPython = (script: string, ...args: readonly string[]): Cost =>
  least(() => JSON.parse(execFileSync(python, ["-c", script, ...args], { encoding: "utf8" })) as Cost);

const print = (name: string, { milliseconds, megabytes }: Cost, base: Cost): void =>
  console.log(
    `${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(7)} ms of CPU  ×${(milliseconds / base.milliseconds).toFixed(2).padStart(5)}  ${megabytes.toFixed(0).padStart(5)} MB`,
  );

export const run = (): void => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-bench-"));
  const file = path.join(folder, "rows.xlsx");
  const other = path.join(folder, "other.xlsx");
  const write = inNode("own writer", file);
  console.log(`100,000 rows × 20 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const read = inNode("own reader", file);
  print("read", read, read);
  print("hucre reading", inNode("hucre reading", file), read);
  print("SheetJS reading", inNode("SheetJS reading", file), read);
  if (hasOpenpyxl) print("openpyxl reading", inPython(reading, file), read);
  print("write", write, write);
  print("hucre writing", inNode("hucre writing", other), write);
  if (hasOpenpyxl) print("openpyxl writing", inPython(writing, file, other), write);
  else console.log("openpyxl is not here: left out");
  rmSync(folder, { recursive: true });
};
