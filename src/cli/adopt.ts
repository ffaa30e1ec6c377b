/** `anchang adopt`: takes old registers into a site's file; every row is taken, joined, or listed with its reason. */
import path from "node:path";
import type { Adoptions, LeftAside } from "../domain/register/adoption/adoption";
import {
  type AdoptedForm,
  adoptedForms,
  type OldTable,
  type SetAside,
} from "../domain/register/old-sheet/old-cells";
import { adoptTogether } from "../domain/register/adoption/adopt";
import { asKnownNow } from "../domain/register/adoption/adopt-referrers";
import { newCourse } from "../domain/register/adoption/adopt-course";
import { guessedMapping, matchesAs, type Unmatched } from "../domain/register/old-sheet/old-mapping";
import {
  keepMapping,
  type KeptMapping,
  keptFor,
  mappingFrom,
} from "../domain/register/old-sheet/kept-mapping";
import { leftSheet, leftTable } from "../domain/register/adoption/left-rows";
import { rowsOfNoTable } from "../domain/register/old-sheet/old-outside";
import { oldTablesIn } from "../domain/register/old-sheet/old-tables";
import { ofYear } from "../domain/register/old-sheet/old-year";
import { withYearsAcross, yearsInTurn } from "../domain/register/old-sheet/years-in-turn";
import { daysInTable } from "../domain/register/old-sheet/old-times";
import { consultantsNamed, isOfConsultants } from "../domain/register/old-sheet/sheet-consultants";
import type { OwnPlace } from "../workbook/port";
import { leftBook } from "../workbook/plan/left-sheets";
import { changeSiteFile } from "../workbook/xlsx/change-site-file";
import { type OldFileSheet, readOldFile } from "../workbook/xlsx/old-file";
import { headBytes, judgeSize } from "../workbook/xlsx/old-file-size";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { writeBook } from "../xlsx/write";
import { backUp } from "./backup";
import { readMapping, writeMapping } from "./adopt-mapping";
import {
  adoptedText,
  figuresOf,
  foundText,
  noRoomText,
  type NoTable,
  type Taking,
  takingJson,
} from "./adopt-words";
import { now, savedNow, todayOr } from "./clock";
import { exists, lookAt, readBytes, writeBytes } from "./files";
import { clearToWrite, keepBefore } from "./out-file";
import { exitCodes, Unusable } from "./outcome";
import { reasonOf } from "./reason";

interface Options {
  readonly into: string;
  readonly form?: string;
  readonly sheet?: string;
  readonly mapping?: string;
  readonly own?: string;
  readonly consultant?: string;
  readonly year?: string;
  readonly errors?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly today?: string;
}

const named = async <T>(file: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    const why = reasonOf(cause);
    throw why === undefined ? cause : new Unusable(`${file}：${why}`, { cause });
  }
};

const formOption = (given: string | undefined): AdoptedForm | undefined => {
  const form = adoptedForms.find((each) => each === given);
  if (given !== undefined && form === undefined)
    throw new Unusable(`--form：没有“${given}”；有 ${adoptedForms.join("、")}。(--form: unknown)`);
  return form;
};

const unmatchedOption = (given = "keep"): Unmatched => {
  if (given === "keep" || given === "leave") return given;
  throw new Unusable(
    `--own：“${given}”看不懂；写 keep（留成自有列）或 leave（不收）。(--own: keep or leave)`,
  );
};

const yearOption = (given: string | undefined): number | undefined => {
  if (given === undefined) return undefined;
  if (!/^(?:19|20)\d{2}$/u.test(given))
    throw new Unusable(`--year：“${given}”不是年份；请写成 2023 的样子。(--year: not a year)`);
  return Number(given);
};

const wantedSheets = (
  file: string,
  sheets: readonly OldFileSheet[],
  name: string | undefined,
): readonly OldFileSheet[] => {
  if (name === undefined) return sheets.filter(({ hiddenSheet }) => !hiddenSheet);
  const found = sheets.filter(({ sheet }) => sheet === name);
  if (found.length > 0) return found;
  const there = sheets.map(({ sheet }) => sheet).join("、");
  throw new Unusable(`${file}：没有工作表“${name}”；有 ${there || "（都是空的）"}。(no such sheet)`);
};

/** Those of the form, as guessed; where none is, all of them as of that form. `hasRecords`: beside all tables. */
const wantedTables = (
  file: string,
  found: readonly OldTable[],
  form: AdoptedForm | undefined,
  hasRecords: boolean,
): readonly (readonly [OldTable, AdoptedForm])[] => {
  if (found.length === 0 && !hasRecords)
    throw new Unusable(
      `${file}：没有找到登记表：没有一行像表头（如 姓名、日期、联系方式）。请核对文件和工作表。(no register found)`,
    );
  const ofForm = found.filter((table) => form === undefined || table.form === form);
  const tables = ofForm.length > 0 ? ofForm : found;
  // Clients come before what is said of them.
  return adoptedForms.flatMap((each) =>
    tables.flatMap((table): readonly (readonly [OldTable, AdoptedForm])[] => {
      const as = form ?? table.form;
      return as === each ? [[table, as]] : [];
    }),
  );
};

interface Basis {
  readonly kept: readonly KeptMapping[];
  readonly unmatched: Unmatched;
}

const takingOf = (
  table: OldTable,
  form: AdoptedForm,
  { kept, unmatched }: Basis,
): Omit<Taking, "adoption" | "consultant" | "year"> => {
  const known = keptFor(
    kept.filter((each) => each.form === form),
    table,
  );
  const matches = matchesAs(table, form);
  const mapping =
    known === undefined
      ? guessedMapping(table, form, matches, unmatched)
      : mappingFrom(known, table, unmatched);
  const isKept = known !== undefined;
  return { table, form, matches, mapping, isKept, isUnlike: !isKept && kept.length > 0 };
};

const changesOf = ({ tables, changes }: Adoptions) => [
  ...tables.flatMap(({ newConsultants }) => newConsultants.map(({ change }) => change)),
  ...changes,
];

const refuseSame = (file: string, { into, errors, mapping }: Options): void => {
  const all = [
    file,
    into,
    ...(errors === undefined ? [] : [errors]),
    ...(mapping === undefined ? [] : [mapping]),
  ];
  const places = all.map((each) => path.resolve(each));
  const twice = all.find((_, at) => places.indexOf(places[at] ?? "") < at);
  if (twice !== undefined)
    throw new Unusable(
      `${twice}：同一个文件写了两次；旧表、案场簿、问题表和列对应要各是各的文件。(same file twice)`,
    );
};

const asideFate = ({ row, why, original }: SetAside): LeftAside => ({
  kind: "setAside",
  row,
  name: "",
  why,
  cells: original,
});

/** A client's or unit's row for sure, though no table: one with a number to call, or of a ladder or a board. */
const saysSomebody = ({ why, cells }: LeftAside): boolean =>
  why === "ladder" ||
  why === "board" ||
  (why === "noHeader" && cells.some((cell) => String(cell ?? "").replace(/\D/gu, "").length >= 7));

/** A file too large is none to read first. */
const oldSheetsOf = async (file: string, fileName: string): Promise<readonly OldFileSheet[]> => {
  const { size, head } = await lookAt(file, headBytes);
  judgeSize(size, head, fileName);
  return readOldFile(await readBytes(file), fileName);
};

export const adoptCommand = async (file: string, options: Options): Promise<void> => {
  const today = todayOr(options.today);
  const form = formOption(options.form);
  const unmatched = unmatchedOption(options.own);
  const year = yearOption(options.year);
  refuseSame(file, options);
  if (options.errors !== undefined) await clearToWrite(options.errors, [".xlsx"], true);
  const kept = options.mapping === undefined ? [] : await readMapping(options.mapping);
  const fileName = path.basename(file);
  const sheets = await named(file, oldSheetsOf(file, fileName));
  const chosen = wantedSheets(file, sheets, options.sheet);
  // Of all tabs, though one alone is asked for: what stands before it tells whether its year is sure.
  const across = withYearsAcross(
    sheets
      .filter((cells) => chosen.includes(cells) || !cells.hiddenSheet)
      .flatMap((cells) => oldTablesIn(cells, { fileName })),
    fileName,
  ).map((table) => ofYear(table, year));
  const found = chosen.map(({ sheet }) => ({
    sheet,
    tables: across.filter((table) => table.sheet === sheet),
  }));
  const noTables = chosen.flatMap((cells, at): NoTable[] =>
    (found[at]?.tables ?? []).length > 0 || cells.rows.length === 0
      ? []
      : [{ sheet: cells.sheet, fates: rowsOfNoTable(cells).map(asideFate) }],
  );
  const hasRecords = noTables.some(({ fates }) => fates.some(saysSomebody));
  const tables = wantedTables(
    file,
    found.flatMap(({ tables: there }) => there),
    form,
    hasRecords,
  );
  const taken = new Set(tables.map(([{ sheet }]) => sheet));
  const wanted = new Set(tables.map(([table]) => table));
  const passedOver = found.flatMap(({ sheet, tables: there }) =>
    taken.has(sheet)
      ? there
          .filter((table) => !wanted.has(table))
          .map(({ headerRow }) => `${sheet}（第 ${headerRow} 行起的表）`)
      : there.length > 0
        ? [sheet]
        : [],
  );
  const siteBytes = await readBytes(options.into);

  // Head office takes the newer of two files: it must be this one, not the one kept beside (R19).
  const saved = savedNow();
  let bytes = siteBytes;
  const takenIn: Taking[] = [];
  const noRoom: OwnPlace[] = [];
  let course = newCourse;
  // Tables of one form are one register: which stands first decides nothing (R9).
  for (const as of adoptedForms) {
    const known = tables.flatMap(([table, form]) =>
      form === as ? [takingOf(table, as, { kept, unmatched })] : [],
    );
    if (known.length === 0) continue;
    const book = await named(options.into, readSiteFile(bytes));
    const whose = consultantsNamed(
      tables
        .filter(([, form]) => isOfConsultants(form))
        .map(([table, form]) => takingOf(table, form, { kept, unmatched })),
      book.site.consultants,
    );
    const whoseAre = known.map(({ table }) =>
      options.consultant === undefined ? whose.get(table) : undefined,
    );
    const years =
      year === undefined ? known.map(({ table }) => table.year) : yearsInTurn(known.map(daysInTable), year);
    const adopted = adoptTogether(
      book,
      known.map(({ table: { headers, rows, setAside }, mapping }, at) => ({
        old: { form: as, headers, rows, setAside, mapping },
        year: years[at],
        consultant: whoseAre[at]?.name,
      })),
      { today, course, ...(options.consultant === undefined ? {} : { consultant: options.consultant }) },
    );
    ({ course } = adopted);
    const changes = changesOf(adopted);
    const keepNoRoom = (found: readonly OwnPlace[]): void => {
      noRoom.push(...found);
    };
    if (changes.length > 0)
      bytes = await named(options.into, changeSiteFile(bytes, changes, "收编", saved, keepNoRoom));
    for (const [at, adoption] of adopted.tables.entries()) {
      const taking = known[at];
      if (taking) takenIn.push({ ...taking, adoption, consultant: whoseAre[at], year: years[at] });
    }
  }

  // A referrer may come in a later register.
  const takings = takenIn.map((each) => ({ ...each, adoption: asKnownNow(each.adoption, course.referrers) }));

  const say = (text: string): void => {
    if (options.json !== true) process.stdout.write(text);
  };
  const skipped = options.sheet === undefined ? sheets.filter(({ hiddenSheet }) => hiddenSheet) : [];
  say(
    foundText(file, takings, {
      hidden: skipped.map(({ sheet }) => sheet),
      passedOver,
      noTables,
      sheets: chosen,
      isListed: options.errors !== undefined,
      hasConsultant: options.consultant !== undefined,
      year,
    }),
  );

  say(noRoomText(noRoom));

  // Only where somebody wants them listed: of a sheet that is no register there may be a million.
  const leftOf = () => [
    ...takings.map(({ table, form: as, mapping, adoption, year: its }) =>
      leftTable({ ...table, form: as, mapping, year: its }, adoption.fates, "zh"),
    ),
    ...noTables.map(({ sheet, fates }) => leftSheet(sheet, fates, "zh")),
  ];
  const left = options.errors === undefined ? [] : leftOf();
  const hasLeft = left.some(({ rows, aside }) => rows.length + aside.length > 0);
  const errors = hasLeft ? options.errors : undefined;
  // Somebody may have put an earlier list right, and not taken it in yet.
  const errorsBefore = errors === undefined ? undefined : await keepBefore(errors, "以前的");
  if (errors !== undefined) await writeBytes(errors, await writeBook(leftBook(left)));
  let mappingWritten: string | undefined;
  if (options.mapping !== undefined && !(await exists(options.mapping))) {
    const bad = await writeMapping(
      options.mapping,
      takings.map(({ table, form: as, mapping }) => keepMapping(table, as, mapping)),
    );
    if (bad === undefined) mappingWritten = options.mapping;
    else say(`列的对应没有写进 ${options.mapping}：${bad.zh}；请用 --sheet 分几次收编。(${bad.en})\n`);
  }
  const isWritten = bytes !== siteBytes && options.dryRun !== true;
  const backup = isWritten ? await backUp(options.into, siteBytes, now(), "收编前") : undefined;
  if (isWritten) await writeBytes(options.into, bytes);

  const written = {
    into: options.into,
    isDryRun: options.dryRun === true,
    backup,
    errors,
    errorsBefore,
    mappingWritten,
    noRoom,
    passedOver,
    noTables,
    sheets: chosen,
  };
  say(adoptedText(takings, written));
  if (options.json === true)
    process.stdout.write(`${JSON.stringify(takingJson(file, takings, written), null, 2)}\n`);
  const { rejected, unheaded } = figuresOf(takings, noTables);
  if (rejected + unheaded > 0) process.exitCode = exitCodes.problems;
};
