/** A workbook as .pdf, by the LibreOffice of this machine, where it has one. */
import { execFile } from "node:child_process";
import { access, constants, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Unusable } from "./outcome";

const run = promisify(execFile);

/** Where installers put it when it is not on the path. */
const usual: readonly string[] = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/opt/libreoffice/program/soffice",
  "/snap/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
  "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
];

const names = process.platform === "win32" ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];

const runs = async (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** `ANCHANG_SOFFICE` says where it is, for one that is installed elsewhere. */
const findOffice = async (): Promise<string | undefined> => {
  const { ANCHANG_SOFFICE: own, PATH = "" } = process.env;
  const candidates =
    own === undefined
      ? [
          ...PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name))),
          ...usual,
        ]
      : [own];
  for (const candidate of candidates) if (await runs(candidate)) return candidate;
  return undefined;
};

/** Long enough for hundreds of pages on a slow machine. Milliseconds. */
const patience = 300_000;

/**
 * With a profile of its own: one that is open on the desk is neither asked nor disturbed.
 * @throws Unusable where there is no LibreOffice, or it gives no file.
 */
export const pdfOf = async (workbook: Uint8Array): Promise<Uint8Array> => {
  const office = await findOffice();
  if (office === undefined)
    throw new Unusable(
      "没有找到 LibreOffice，打不出 .pdf；请安装 LibreOffice，或把 --out 改成 .xlsx，用 Excel 打开后打印。(LibreOffice not found: install it, or ask for .xlsx)",
    );
  const folder = await mkdtemp(path.join(tmpdir(), "anchang-print-"));
  try {
    const source = path.join(folder, "print.xlsx");
    await writeFile(source, workbook);
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    await run(
      office,
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
      { timeout: patience },
    );
    return await readFile(path.join(folder, "print.pdf"));
  } catch (cause) {
    throw new Unusable(
      `LibreOffice（${office}）没有打出 .pdf；请把 --out 改成 .xlsx，用 Excel 打开后打印。(LibreOffice made no .pdf)`,
      { cause },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
