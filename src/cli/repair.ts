/** `anchang repair`: what a site's file has lost is put right in place, and a former version brought to this one (R14). */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { planNow } from "../workbook/plan/plan-workbook";
import { type FileRepair, repairSiteFile } from "../workbook/xlsx/repair-site-file";
import { lostWords } from "../xlsx/lost-words";
import { savedNow, todayOr } from "./clock";
import { readBytes, writeBytes } from "./files";
import { clearName, keepBefore } from "./out-file";
import { exitCodes, Unusable } from "./outcome";
import { lineOf, marks, place } from "./problem-lines";
import { reasonOf } from "./reason";

interface Options {
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly acceptLoss?: boolean;
  readonly json?: boolean;
  readonly today?: string;
}

interface Outcome {
  readonly file: string;
  readonly repair: FileRepair;
  readonly isDryRun: boolean;
  /** The repaired file; nothing where none was written. */
  readonly out?: string;
  readonly backup?: string;
}

/** "图片（首页、设置）". */
const lostSaid = ({ lost }: FileRepair): readonly string[] => {
  const places = new Map<string, string[]>();
  for (const { kind, sheet } of lost) {
    const word = lostWords[kind]["zh-CN"];
    places.set(word, [...(places.get(word) ?? []), ...(sheet === undefined ? [] : [sheet])]);
  }
  return [...places].map(([word, sheets]) =>
    sheets.length === 0 ? word : `${word}（${sheets.join("、")}）`,
  );
};

const text = ({ file, repair, isDryRun, out, backup }: Outcome): string => {
  const { from, isUpgraded, repaired, left } = repair;
  const said = (damages: FileRepair["left"], withRemedy: boolean): string =>
    damages
      .map(({ problem }) => lineOf(file, problem))
      .map((line) => {
        const remedy = withRemedy ? `。${line.remedy}` : "";
        return `  [${marks[line.severity]}] ${place(line)}：${line.message}${remedy}。\n`;
      })
      .join("");
  const done = isDryRun ? "可以修好" : "修好了";
  const asked = left.filter(({ sure }) => !sure);
  const stuck = left.filter(({ sure }) => sure);
  return [
    ...(isUpgraded
      ? [`${file}：${isDryRun ? "可以" : "已"}从版本 ${from} 升级到版本 ${schemaVersion}，只增不减。\n`]
      : []),
    repaired.length > 0 ? `${file}：${done} ${repaired.length} 处。\n${said(repaired, false)}` : "",
    !repair.isChanged && left.length === 0 ? `${file}：表格结构没有问题，不用修。\n` : "",
    stuck.length > 0
      ? `没有修好 ${stuck.length} 处，请在 Excel 里打开它，在案场簿窗格的“校验”里修复。\n${said(stuck, false)}`
      : "",
    asked.length > 0
      ? `没有动 ${asked.length} 处，要由人决定：请在 Excel 里打开它，在案场簿窗格的“校验”里选。\n${said(asked, true)}`
      : "",
    isDryRun ? `只是试算，${file} 没有动。\n` : "",
    out !== undefined && out !== file ? `修好的存为 ${out}；${file} 没有动。\n` : "",
    backup !== undefined ? `修复前的案场簿存为 ${backup}；要换回去，用它替下 ${file}。\n` : "",
  ].join("");
};

/** For programs. */
const record = ({ file, repair, out, backup }: Outcome): unknown => ({
  file,
  written: out ?? null,
  backup: backup ?? null,
  version: repair.from,
  upgradedTo: repair.isUpgraded ? schemaVersion : null,
  repaired: repair.repaired.map(({ problem }) => lineOf(file, problem)),
  left: repair.left.map(({ problem, sure }) => ({ ...lineOf(file, problem), asksPeople: !sure })),
  lost: repair.lost,
});

const repairOf = async (file: string, bytes: Uint8Array, today: string | undefined): Promise<FileRepair> => {
  try {
    return await repairSiteFile(bytes, planNow(todayOr(today), randomUUID()));
  } catch (cause) {
    const why = cause instanceof Unusable ? undefined : reasonOf(cause);
    throw why === undefined ? cause : new Unusable(`${file}：${why}`, { cause });
  }
};

const targetOf = async (file: string, { out, force }: Options): Promise<string> => {
  if (out === undefined || path.resolve(out) === path.resolve(file)) return file;
  await clearName(out, [".xlsx"], force);
  return out;
};

/** The file as it was is kept beside, unless the repaired one goes elsewhere. */
export const repairCommand = async (file: string, options: Options): Promise<void> => {
  const target = await targetOf(file, options);
  const isDryRun = options.dryRun === true;
  const bytes = await readBytes(file);
  const repair = await repairOf(file, bytes, options.today);
  const isWritten = repair.isChanged && !isDryRun;
  const lost = lostSaid(repair);
  if (isWritten && lost.length > 0 && options.acceptLoss !== true)
    throw new Unusable(
      `${file}：有 ${repair.isUpgraded ? "旧版" : `${repair.repaired.length} 处损坏`}可修，但这些东西写不回去：${lost.join("；")}。文件没有动。` +
        "请在 Excel 里打开它，在案场簿窗格的“校验”里修复，什么都不会少；这些不要紧的话，加 --accept-loss 再来。(would lose these; nothing written)",
    );
  const fixed = isWritten ? await repair.write(savedNow()) : undefined;
  const backup = fixed ? await keepBefore(target, target === file ? "修复前" : "覆盖前") : undefined;
  if (fixed) await writeBytes(target, fixed);
  const outcome: Outcome = {
    file,
    repair,
    isDryRun,
    ...(fixed ? { out: target } : {}),
    ...(backup === undefined ? {} : { backup }),
  };
  if (options.json === true) process.stdout.write(`${JSON.stringify(record(outcome), null, 2)}\n`);
  else {
    process.stdout.write(text(outcome));
    if (repair.isChanged && lost.length > 0)
      process.stdout.write(`${isDryRun ? "写不回去的" : "没有写回去的"}：${lost.join("；")}。\n`);
  }
  const serious = repair.left.some(({ problem }) => problem.severity === "error");
  if (serious || (isDryRun && repair.isChanged)) process.exitCode = exitCodes.problems;
};
