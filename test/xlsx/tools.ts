import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** Other people's programs as judges of our files. Each call costs seconds: hand them all files at once. */

const repo = join(__dirname, "..", "..");
const works = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

export const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
const validator = join(repo, "node_modules", "@xarsh", "ooxml-validator", "dist", "src", "cli.js");

export const hasOpenpyxl = works(python, "-c", "import openpyxl");
export const hasLibreOffice = works("soffice", "--version");
/** Prints, and the pages can be read. */
export const hasPrinter = hasLibreOffice && works("pdftotext", "-v");
export const hasValidator = existsSync(validator);

type Suite = (name: string, tests: () => void) => void;

/** `describe` where the tool is there; otherwise left out under a name that says so. */
export const describeWith = (tool: string, there: boolean): Suite =>
  there
    ? describe
    : (name) => describe.skip(`${name} (left out: no ${tool} here)`, () => it.todo("judges our files"));

export interface TemporaryFiles {
  readonly folder: string;
  write(name: string, bytes: Uint8Array): string;
  remove(): void;
}

export const temporaryFiles = (): TemporaryFiles => {
  const folder = mkdtempSync(join(tmpdir(), "anchang-xlsx-"));
  return {
    folder,
    write: (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** What openpyxl says of a file: `found` as dump.py has it, or why it could not. */
export interface Dumped {
  readonly file: string;
  readonly found?: unknown;
  readonly error?: string;
}

/** What openpyxl finds, file by file; see dump.py. */
export const openpyxl = (what: "values" | "book", files: readonly string[]): readonly Dumped[] =>
  execFileSync(python, [join(__dirname, "dump.py"), what, ...files], { encoding: "utf8", maxBuffer: 1 << 28 })
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Dumped);

/** Findings of the Open XML SDK, each as one line. */
export const validate = (files: readonly string[]): readonly string[] =>
  files.flatMap((file) => {
    let answer: string;
    try {
      answer = execFileSync(process.execPath, [validator, file], { encoding: "utf8" });
    } catch (error) {
      answer = String((error as { stdout?: unknown }).stdout);
    }
    const { errors } = JSON.parse(answer) as {
      errors: { path?: string; xPath?: string; description: string }[];
    };
    return errors.map((error) => `${basename(file)} ${error.path} ${error.xPath}: ${error.description}`);
  });

const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const convert = (files: readonly string[], folder: string, to: string, out: string): void => {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), recalculateAlways);
  execFileSync(
    "soffice",
    [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", to, "--outdir", out, ...files],
    // It takes a minute where others compute besides; what hangs is ended all the same.
    { stdio: "ignore", timeout: 900_000 },
  );
};

/** Opens files in LibreOffice, computes every formula anew and saves them. @returns the saved files, in order */
export const recalculate = (files: readonly string[], folder: string): readonly Uint8Array[] => {
  const out = join(folder, "recalculated");
  convert(files, folder, "xlsx", out);
  return files.map((file) => readFileSync(join(out, basename(file))));
};

/** The first sheet of each file as LibreOffice shows it, a line a row, tabs between cells. */
export const shownCells = (files: readonly string[], folder: string): readonly (readonly string[][])[] => {
  const out = join(folder, "shown");
  // Tab (9), no quotes, UTF-8 (76), from line 1, and as shown.
  convert(files, folder, "csv:Text - txt - csv (StarCalc):9,,76,1,,0,false,true", out);
  return files.map((file) =>
    readFileSync(join(out, basename(file).replace(/xlsx$/u, "csv")), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t")),
  );
};

/** Prints files through LibreOffice. @returns of each, the text of its pages, in order */
export const printed = (files: readonly string[], folder: string): readonly (readonly string[])[] => {
  const out = join(folder, "printed");
  convert(files, folder, "pdf", out);
  return files.map((file) =>
    execFileSync("pdftotext", [join(out, basename(file).replace(/xlsx$/u, "pdf")), "-"], {
      encoding: "utf8",
    })
      .split("\f")
      .slice(0, -1),
  );
};
