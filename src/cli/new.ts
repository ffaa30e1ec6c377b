import { randomUUID } from "node:crypto";
import { minutesOf } from "../domain/kit/calendar-day";
import { regionLetters } from "../domain/rules/letters";
import { fillBook } from "../workbook/plan/fill-book";
import { planWorkbook } from "../workbook/plan/plan-workbook";
import { sampleRegisters } from "../workbook/plan/sample";
import { siteBookOf } from "../workbook/xlsx/site-file";
import { readSheets } from "../xlsx/read";
import { writeBook } from "../xlsx/write";
import { now, savedNow, todayOr } from "./clock";
import { writeBytes } from "./files";
import { clearName, keepBefore } from "./out-file";
import { Unusable } from "./outcome";

interface Options {
  readonly project: string;
  readonly place: string;
  readonly consultants: string;
  readonly sample?: boolean;
  readonly force?: boolean;
  readonly today?: string;
}

/** Builds a site's workbook as a file, with the invented sample where it is asked for. */
export const newCommand = async (file: string, options: Options): Promise<void> => {
  await clearName(file, [".xlsx"], options.force);
  const today = todayOr(options.today);
  const gone = options.today === undefined ? minutesOf(now()) : undefined;
  const consultants = [
    ...new Set(options.consultants.split(/[,，、;；\n]/u).map((name) => name.trim())),
  ].filter((name) => name !== "");
  if (options.project.trim() === "") throw new Unusable("--project：项目名称是空的，请填写。(empty)");
  if (consultants.length === 0)
    throw new Unusable("--consultants：至少要有一位置业顾问。(at least one name)");
  const region = regionLetters(options.place);
  if (region === undefined)
    process.stderr.write(
      `“${options.place}”读不出两个字母，请打开工作簿，在 设置 里填“区域字母”。(no reading known)\n`,
    );
  const book = planWorkbook(
    {
      project: options.project.trim(),
      place: options.place.trim(),
      region: region ?? "",
      areaCode: "",
      consultants,
      policy: "000",
      workbookId: randomUUID(),
    },
    today,
  );
  const saved = savedNow();
  const empty = await writeBook(book, { saved });
  const { site } = siteBookOf(await readSheets(empty));
  const before = await keepBefore(file, "新建前");
  await writeBytes(
    file,
    options.sample ? await writeBook(fillBook(book, sampleRegisters(site, today, gone)), { saved }) : empty,
  );
  process.stdout.write(
    `${file}：建好了，项目 ${options.project.trim()}，置业顾问 ${consultants.length} 位${options.sample ? "，已填入三十位虚构的示例客户" : ""}。${before === undefined ? "" : `原来的文件存在 ${before}。`}\n`,
  );
};
