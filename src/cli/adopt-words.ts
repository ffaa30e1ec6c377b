/** What `anchang adopt` says of the tables it found, before and after they are written. */
import { formOf } from "../domain/forms/index";
import {
  type AdoptedTable,
  asideOf,
  type Fate,
  type Joined,
  joiningOf,
  numberOf,
  rowsByForm,
  type LeftAside,
  type Rejected,
  type Taken,
} from "../domain/register/adoption/adoption";
import { hintSaid } from "../domain/register/adoption/adoption-hints";
import { oneClientSaid, rowsOfOne } from "../domain/register/adoption/one-client";
import { referrersTold } from "../domain/register/adoption/referrers-said";
import { leftRowOf } from "../domain/register/adoption/left-rows";
import type { HeaderMatch } from "../domain/register/match-headers";
import type { AdoptedForm, Mapping, OldCells, OldTable } from "../domain/register/old-sheet/old-cells";
import { headerAt, isErrorList } from "../domain/register/old-sheet/old-mapping";
import { comingKey, oldTargetsOf } from "../domain/register/old-sheet/old-targets";
import { unitNoKey } from "../domain/register/old-sheet/old-units";
import { unitParts } from "../domain/register/old-sheet/unit-parts";
import type { NamedConsultant } from "../domain/register/old-sheet/sheet-consultants";
import { say } from "../domain/register/wording";
import type { OwnPlace } from "../workbook/port";
import {
  drawnText,
  filledText,
  referrersText,
  whoseText,
  unmetText,
  unreadText,
  yearText,
} from "./adopt-notices";

/** A table, where its columns go, and what becomes of its rows. */
export interface Taking {
  readonly table: OldTable;
  readonly form: AdoptedForm;
  readonly matches: readonly HeaderMatch[];
  readonly mapping: Mapping;
  /** By a mapping kept from a file of the same make. */
  readonly isKept: boolean;
  /** Mappings were given, and none of them is of a table like this. */
  readonly isUnlike: boolean;
  /** Whom the title names, or the sheet is called after, where no column says whose its rows are. */
  readonly consultant: NamedConsultant | undefined;
  /** Of its first day without one. */
  readonly year: number | undefined;
  readonly adoption: AdoptedTable;
}

export interface Figures {
  readonly rows: number;
  readonly taken: number;
  readonly joined: number;
  /** Of the joined: the workbook had them already. */
  readonly already: number;
  readonly rejected: number;
  readonly setAside: number;
  /** Of those set aside: they look like records. */
  readonly unheaded: number;
}

/** A sheet that was looked at and gave no table: all its rows. */
export interface NoTable {
  readonly sheet: string;
  readonly fates: readonly LeftAside[];
}

const isUnheaded = (fate: Fate): boolean =>
  fate.kind === "setAside" && ["unheaded", "noHeader", "ladder", "board"].includes(fate.why);

const count = (fates: readonly Fate[]): Figures => {
  const of = (kind: Fate["kind"]): number => fates.filter((fate) => fate.kind === kind).length;
  return {
    rows: fates.length,
    taken: of("taken"),
    joined: of("joined"),
    already: fates.filter((fate) => fate.kind === "joined" && fate.already).length,
    rejected: of("rejected"),
    setAside: of("setAside"),
    unheaded: fates.filter(isUnheaded).length,
  };
};

export const figuresOf = (takings: readonly Taking[], noTables: readonly NoTable[]): Figures =>
  count([...takings.flatMap(({ adoption }) => adoption.fates), ...noTables.flatMap(({ fates }) => fates)]);

/** Lists longer than this are cut where a file has them whole. */
const most = 20;

const cut = <T>(
  all: readonly T[],
  line: (each: T) => string,
  isCut: boolean,
  rest: string,
  unit = "行",
): string => {
  const shown = isCut ? all.slice(0, most) : all;
  const more = all.length - shown.length;
  return `${shown.map((each) => `    ${line(each)}\n`).join("")}${more > 0 ? `    ……还有 ${more} ${unit}${rest}\n` : ""}`;
};

const rowOf = ({ row, name }: Fate): string => `第 ${row} 行${name === "" ? "" : `　${name}`}`;

const joinedLine = (fate: Joined): string => `${rowOf(fate)}：${say(joiningOf(fate), "zh").says}`;

const rejectedLine = (fate: Rejected): string => {
  const { says, remedy } = leftRowOf(fate, "zh");
  return `${rowOf(fate)}：没有收进：${says}。${remedy}`;
};

const captionOf = (form: AdoptedForm, key: string): string =>
  oldTargetsOf(form).find((target) => target.key === key)?.caption ?? key;

const columnsText = ({ table, form, matches, mapping, isKept, isUnlike, adoption }: Taking): string => {
  const guessed = isKept
    ? []
    : matches.flatMap(({ column, header, how }) => {
        const use = mapping[column];
        return how === "likeness" && use?.use === "blank"
          ? [`“${header}”当作“${captionOf(form, use.key)}”`]
          : [];
      });
  const own = mapping.flatMap((use, column) => {
    if (use.use !== "own") return [];
    const { unlike } = matches[column] ?? {};
    const header = headerAt(table, column);
    const said = [
      ...(header === use.caption ? [] : [`叫“${use.caption}”`]),
      ...(unlike === undefined || isKept ? [] : [`内容不像“${captionOf(form, unlike.key)}”`]),
    ];
    const name = header === "" ? `第 ${column + 1} 列` : header;
    return [said.length === 0 ? name : `${name}（${said.join("，")}）`];
  });
  const parts = mapping.flatMap((use, column) =>
    use.use === "blank" && (use.key === unitNoKey || (form === "units" && unitParts.has(use.key)))
      ? [`“${headerAt(table, column)}”`]
      : [],
  );
  const { leftColumns } = adoption;
  return [
    ...(isKept ? ["    列的对应照存下的来。\n"] : []),
    ...(isUnlike ? ["    给的列对应里没有这样的表，各列照表头认。\n"] : []),
    ...(guessed.length > 0 ? [`    猜的列，请核对：${guessed.join("，")}。\n`] : []),
    ...(parts.length > 1 ? [`    ${parts.join("")}合成“${captionOf(form, unitNoKey)}”。\n`] : []),
    ...(own.length > 0 ? [`    留成自有列：${own.join("、")}。\n`] : []),
    ...(leftColumns.length > 0 ? [`    没有收进的列：${leftColumns.join("、")}。\n`] : []),
  ].join("");
};

/** A register of visits and calls: how many rows go where, and by which column. */
const formsText = ({ table, mapping, adoption }: Taking): string => {
  const columns = mapping.flatMap((use, column) =>
    use.use === "blank" && use.key === comingKey
      ? [`“${headerAt(table, column) || `第 ${column + 1} 列`}”`]
      : [],
  );
  const rows = rowsByForm(adoption.fates).map(({ form, rows: of }) => `${formOf(form).sheet} ${of} 行`);
  return columns.length === 0 || rows.length === 0
    ? ""
    : `    照${columns.join("、")}一行行分开：${rows.join("，")}。\n`;
};

const noTableText = ({ sheet, fates }: NoTable, isListed: boolean): string => {
  const { rows, unheaded } = count(fates);
  const where = isListed ? "，原样在问题表里" : "，写 --errors 问题表.xlsx 可以全部列出";
  const isLadder = fates.some(({ why }) => why === "ladder");
  return `${sheet}（${isLadder ? "客户等级分配跟踪表，" : ""}${rows} 行${unheaded > 0 ? `，其中 ${unheaded} 行像记录` : ""}${where}）`;
};

const isOnBoard = ({ why }: LeftAside): boolean => why === "board";

/** A board that hangs on the wall is said for itself, with the way out. */
const boardText = ({ sheet, fates }: NoTable): string => {
  const rows = fates.filter(isOnBoard).map(({ row }) => row);
  const [aside] = fates.filter(isOnBoard);
  const { says, remedy } = aside === undefined ? { says: "", remedy: "" } : say(asideOf(aside), "zh");
  return `  ${sheet}（第 ${Math.min(...rows)}–${Math.max(...rows)} 行）：${says}。${remedy}。\n`;
};

export interface Given {
  readonly isListed: boolean;
  readonly hasConsultant: boolean;
  readonly year: number | undefined;
}

const tableText = (taking: Taking, { isListed, hasConsultant, year }: Given): string => {
  const { table, form, adoption } = taking;
  const { fates, newConsultants } = adoption;
  const { rows, taken, joined, already, rejected, setAside, unheaded } = count(fates);
  const isOfUnits = form === "units";
  const asNew =
    form === "visitors" || form === "calls"
      ? `${taken} 行是新客户，`
      : isOfUnits
        ? `${taken} 行是新房源，`
        : taken > 0
          ? `${taken} 行记成新的，`
          : "";
  const consultants = newConsultants.map(
    ({ name, rows: of }) =>
      `    置业顾问“${name}”不在名单上（${of} 行），加入名单，在职记为“否”，请在 设置 里核对。\n`,
  );
  const joins = fates.filter((fate) => fate.kind === "joined");
  const wrong = fates.filter((fate) => fate.kind === "rejected");
  const aside = fates
    .filter((fate) => fate.kind === "setAside")
    .sort((a, b) => Number(isUnheaded(b)) - Number(isUnheaded(a)));
  const titles = isErrorList(table) ? [] : (table.titles ?? []);
  return [
    `  ${table.sheet}（表头在第 ${table.headerRow} 行）当作${formOf(form).title}，共 ${rows} 行：`,
    asNew,
    `${joined} 行并入已有的${isOfUnits ? "房源" : "客户"}${already > 0 ? `（其中 ${already} 行案场簿里已有，不再写）` : ""}，${rejected} 行有问题`,
    setAside > unheaded ? `，${setAside - unheaded} 行不是记录` : "",
    unheaded > 0 ? `，${unheaded} 行像记录、但在表头上面或表外，没有收，请核对` : "",
    "。\n",
    formsText(taking),
    adoption.talks === undefined ? "" : `    行里写着的其他几次跟踪另记 ${adoption.talks} 条跟踪记录。\n`,
    titles.length > 0 ? `    标题：${titles.join("；")}。\n` : "",
    columnsText(taking),
    whoseText(taking),
    unmetText(taking, hasConsultant || taking.consultant !== undefined),
    yearText(taking, year),
    filledText(taking),
    ...consultants,
    referrersText(taking),
    unreadText(taking, (all) => cut(all, (each) => each, true, "，用 --json 全部列出")),
    cut(wrong, rejectedLine, isListed, "，都在问题表里"),
    cut(joins, joinedLine, true, "，用 --json 全部列出"),
    cut(aside, (fate) => `第 ${fate.row} 行：${say(asideOf(fate), "zh").says}`, true, "，用 --json 全部列出"),
  ].join("");
};

/** R9: rows of the file that are one person's. */
const oneClientText = (takings: readonly Taking[]): string => {
  const ones = rowsOfOne(takings.map(({ table, adoption }) => ({ sheet: table.sheet, ...adoption })));
  return ones.length === 0
    ? ""
    : `  几行合成一位新客户的，共 ${ones.length} 位，请核对：\n${cut(ones, (one) => oneClientSaid(one, "zh"), true, "，用 --json 全部列出", "位")}`;
};

/** Before anything is written. */
export const foundText = (
  file: string,
  takings: readonly Taking[],
  {
    hidden,
    passedOver,
    noTables,
    sheets,
    ...given
  }: Given & {
    /** Those that were looked at. */
    readonly sheets: readonly OldCells[];
    readonly hidden: readonly string[];
    readonly passedOver: readonly string[];
    readonly noTables: readonly NoTable[];
  },
): string => {
  const boards = noTables.filter(({ fates }) => fates.some(isOnBoard));
  const unknown = noTables.filter((each) => each.fates.length > 0 && !boards.includes(each));
  // Our own list of what is no record says nothing new.
  const told = noTables.filter(({ fates }) => fates.length === 0);
  return [
    `${file}：找到 ${takings.length} 张登记表。\n`,
    ...takings.map((taking) => tableText(taking, given)),
    oneClientText(takings),
    unknown.length > 0
      ? `  这些工作表没有认出能收编的登记表，没有收：${unknown.map((each) => noTableText(each, given.isListed)).join("、")}。不是登记表就不用管；是的话请补上表头（如 姓名、日期、联系方式），再收编。\n`
      : "",
    ...boards.map(boardText),
    told.length > 0
      ? `  上次收编列出的、不是记录的行，不用再收：${told.map(({ sheet }) => sheet).join("、")}。\n`
      : "",
    passedOver.length > 0
      ? `  这些工作表没有收：${passedOver.join("、")}。不是登记表就不用管；是的话请核对表头（如 姓名、日期、联系方式）和 --form。\n`
      : "",
    drawnText(sheets),
    hidden.length > 0 ? `  隐藏的工作表没有看：${hidden.join("、")}；要收请写 --sheet 表名。\n` : "",
  ].join("");
};

export interface WrittenFiles {
  readonly into: string;
  readonly isDryRun: boolean;
  readonly backup: string | undefined;
  readonly errors: string | undefined;
  /** An earlier list of that name, kept beside. */
  readonly errorsBefore: string | undefined;
  readonly mappingWritten: string | undefined;
  /** Own columns that the workbook had no room for. */
  readonly noRoom: readonly OwnPlace[];
  /** Sheets with another register than was asked for. */
  readonly passedOver: readonly string[];
  readonly noTables: readonly NoTable[];
  /** Sheets that were looked at. */
  readonly sheets: readonly OldCells[];
}

export const adoptedText = (takings: readonly Taking[], written: WrittenFiles): string => {
  const { into, isDryRun, backup, errors, errorsBefore, mappingWritten, noTables } = written;
  const { rows, taken, joined, rejected, setAside, unheaded } = figuresOf(takings, noTables);
  const files = [
    ...(errors === undefined ? [] : [`没有收进的行在 ${errors}，改好可以再收编。\n`]),
    ...(errorsBefore === undefined ? [] : [`以前的那份存在 ${errorsBefore}。\n`]),
    ...(mappingWritten === undefined ? [] : [`列的对应写在 ${mappingWritten}，下次收编同样的表可以再用。\n`]),
  ].join("");
  if (isDryRun) return `只是试算，${into} 没有动。\n${files}`;
  const done = `收编完：${rows} 行里新建 ${taken}，并入 ${joined}，没有收进 ${rejected + unheaded}，不是记录 ${setAside - unheaded}。\n`;
  const why = taken + joined > 0 ? "案场簿里都已有" : "没有能收进的行";
  if (backup === undefined) return `${done}${why}，没有改动 ${into}。\n${files}`;
  return `${done}${files}收编前的案场簿存为 ${backup}；要撤销导入，用它换回 ${into}。\n`;
};

/** Of a list of units the unit's number. */
const whoseOf = (fate: Taken | Joined): { readonly clientId?: string; readonly unitNo?: string } =>
  fate.clientId === undefined ? { unitNo: numberOf(fate) } : { clientId: fate.clientId };

/** For programs: every row, and every column. */
export const takingJson = (file: string, takings: readonly Taking[], written: WrittenFiles): unknown => ({
  file,
  into: written.into,
  written: written.backup !== undefined,
  backup: written.backup ?? null,
  errors: written.errors ?? null,
  mapping: written.mappingWritten ?? null,
  noRoom: written.noRoom.map(({ form, caption }) => ({ form, caption })),
  passedOver: [...written.noTables.map(({ sheet }) => sheet), ...written.passedOver],
  ...figuresOf(takings, written.noTables),
  drawn: written.sheets.flatMap(({ sheet, drawn }) => (drawn === undefined ? [] : [{ sheet, ...drawn }])),
  noTables: written.noTables.map(({ sheet, fates }) => ({
    sheet,
    fates: fates.map((fate) => ({ row: fate.row, kind: fate.kind, why: leftRowOf(fate, "zh").says })),
  })),
  oneClient: rowsOfOne(takings.map(({ table, adoption }) => ({ sheet: table.sheet, ...adoption }))),
  tables: takings.map(({ table, form, matches, mapping, isKept, adoption, consultant }) => ({
    sheet: table.sheet,
    form,
    headerRow: table.headerRow,
    titles: table.titles ?? [],
    keptMapping: isKept,
    consultantFromSheet: consultant?.by === "sheet" ? consultant.name : null,
    consultantFromTitle: consultant?.by === "title" ? consultant.name : null,
    ...count(adoption.fates),
    rowsByForm: rowsByForm(adoption.fates),
    talks: adoption.talks ?? 0,
    referrers: referrersTold(adoption) ?? null,
    columns: mapping.map((use, column) => ({
      header: headerAt(table, column),
      ...use,
      guess: !isKept && use.use === "blank" && matches[column]?.how === "likeness",
      unlike: (!isKept && use.use === "own" && matches[column]?.unlike?.key) || null,
    })),
    filledDown: (table.filled ?? []).flatMap(({ column, runs }) =>
      runs.map(({ from, rows, value }) => ({ header: headerAt(table, column), value, from, rows })),
    ),
    leftColumns: adoption.leftColumns,
    newConsultants: adoption.newConsultants.map(({ name, rows }) => ({ name, rows })),
    fates: adoption.fates.map((fate) => {
      const { kind, row, name } = fate;
      const hints = "hints" in fate ? fate.hints.map((hint) => hintSaid(hint, "zh")) : [];
      const as = fate.form === undefined ? {} : { form: fate.form };
      const of = fate.kind === "taken" || fate.kind === "joined" ? whoseOf(fate) : {};
      if (fate.kind === "taken") return { row, kind, ...as, name, ...of, hints };
      if (fate.kind === "joined")
        return {
          row,
          kind,
          ...as,
          name,
          ...of,
          already: fate.already,
          why: say(joiningOf(fate), "zh").says,
          hints,
        };
      const { says, remedy } = leftRowOf(fate, "zh");
      return { row, kind, name, why: says, remedy };
    }),
  })),
});

/** Own columns that the file had no room for, by register. */
export const noRoomText = (columns: readonly OwnPlace[]): string =>
  [...new Set(columns.map(({ form }) => form))]
    .map((form) => {
      const captions = columns.filter((each) => each.form === form).map(({ caption }) => `“${caption}”`);
      const more = captions.length > most ? `……（共 ${captions.length} 列，用 --json 全部列出）` : "";
      return `自有列${captions.slice(0, most).join("、")}${more}没有加上，内容没有收进：${formOf(form).sheet}的右边没有空列了，或还有别的内容（Excel 一张表最多 16,384 列）；请移开或少留几列，用收编前的文件再收一次。\n`;
    })
    .join("");
