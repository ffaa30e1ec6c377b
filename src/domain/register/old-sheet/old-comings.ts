/** 收编: one register of visits and calls, told apart by a column: 类型 with 来访 and 来电, or √ under 来访 | 来电. */
import { formOf } from "../../forms/index";
import { plain } from "../../kit/text";
import { isNoTick, isTick } from "../../kit/ticked";
import { visitKeyOf } from "../client/call-blanks";
import { isDitto } from "./ditto";
import type { AdoptedForm, OldRegister, OldRow } from "./old-cells";
import { bareCaption, withoutBrackets } from "../match-headers";
import { comingKey } from "./old-targets";
import { finding, type Finding } from "../problem";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import { catalogue } from "../wording";

/** The registers that such a column tells apart. */
const comingForms = ["visitors", "calls"] as const satisfies readonly AdoptedForm[];
export type Coming = (typeof comingForms)[number];

export const isComing = (form: AdoptedForm): form is Coming => form === "visitors" || form === "calls";

const newOrOld =
  "(?:客户|新客户?|老客户?|首次?|初次?|复|再次?|二次?|三次?|多次|第[一二三四五六七八九十\\d]+次|自然|主动|自)?";
const ending = "(?:客户|顾客|登记|接待|咨询|询问|问询|接听|类)?";
const visitWord = new RegExp(
  `^${newOrOld}(?:(?:预约|约|邀约|渠道|中介|分销|电转|来电转|电话转|电话邀约)?(?:来访|到访|到店|到场|上门|接访|访))${ending}$|^(?:现场|案场|来人|来客|面谈|带看|带访|看房|看盘|参观)${ending}$`,
  "u",
);
const callWord = new RegExp(
  `^${newOrOld}(?:来电|电话|热线|400|400电话|400热线|电话来电|热线来电|电|电询|进线|致电|接电)${ending}$`,
  "u",
);

const marks = "☑☒√✓✔■●";
const blanks = "☐□○";

/** More is a story: each sign of it would look for a box behind it. */
const mostSigns = 100;

/** Of ☑来访 □来电 or 来访√ 来电 the word that is ticked, where there is one. */
const ticked = (said: string): string | undefined => {
  if (said.length > mostSigns) return undefined;
  const boxes = `[${marks}${blanks}]`;
  const word = `[^${marks}${blanks}\\s/|、,]+`;
  const isBefore = new RegExp(`^${boxes}`, "u").test(said);
  const pairs = said.matchAll(
    new RegExp(isBefore ? `(${boxes})\\s*(${word})` : `(${word})\\s*(${boxes})`, "gu"),
  );
  const chosen = [...pairs].flatMap(([, one = "", other = ""]) => {
    const [mark, words] = isBefore ? [one, other] : [other, one];
    return marks.includes(mark) ? [words] : [];
  });
  return chosen.length === 1 ? chosen[0] : undefined;
};

const comingOfWord = (said: string): Coming | undefined => {
  const bare = bareCaption(withoutBrackets(said)) || bareCaption(said).replace(/[([【)\]】]/gu, "");
  const word = bare.replace(/^\d[.、)]|[.。、]$/gu, "");
  return visitWord.test(word) ? "visitors" : callWord.test(word) ? "calls" : undefined;
};

const plainly = new Set(
  (
    "来访 到访 上门 到店 到场 接访 访 现场 案场 来人 来客 来电 电话 热线 400 电 进线 致电 接电 " +
    "来访客户 到访客户 上门客户 来电客户 来访登记 来电登记"
  ).split(" "),
);
/** 首次来访, 电转访, 来访（朋友陪同）: more than which of the two it is. */
const saysMore = (cell: RawCell | undefined): cell is string | number => {
  if (cell === undefined || typeof cell === "boolean" || isEmptyCell(cell)) return false;
  const said = plain(String(cell));
  if (isTick(said) || isNoTick(said) || ticked(said) !== undefined) return false;
  return !plainly.has(bareCaption(said).replace(/^\d[.、)]|[([【)\]】.。、]/gu, ""));
};

/** What a caption of the two columns 来访 | 来电 says: its last part, under a caption of both. */
const comingOfCaption = (header: RawCell): Coming | undefined => {
  const said = plain(String(header ?? ""));
  return comingOfWord(said) ?? comingOfWord(said.slice(said.lastIndexOf(" ") + 1));
};

/** "unsaid": blank, or not ticked; "strange": words that are neither. */
const readComing = (cell: RawCell | undefined, header: RawCell): Coming | "unsaid" | "strange" => {
  if (cell === undefined || isEmptyCell(cell)) return "unsaid";
  const said = plain(String(cell));
  if (isNoTick(said)) return "unsaid";
  if (isTick(said)) return comingOfCaption(header) ?? "strange";
  return comingOfWord(said) ?? comingOfWord(ticked(said) ?? "") ?? "strange";
};

/** Captions of which nothing but such words is to be expected, and others that say something of another contact. */
const ofKinds =
  /[来到]访.{0,2}来?电|来?电话?.{0,2}[来到]访|^(?:客户|登记|接待|到访|来访|来客|来人|来源|客户来源|首次接触|接触|咨询|进线|沟通|联系)?(?:类型|类别|方式|形式|性质|种类)$/u;
const ofAnother = /下次|上次|最近|最后|回访|跟进|跟踪|追踪|预约|邀约|付款|支付/u;

const captionsOf = (header: RawCell): readonly string[] => {
  const said = plain(String(header ?? ""));
  return [said, withoutBrackets(said), said.slice(said.lastIndexOf(" ") + 1)].map(bareCaption);
};

const kindsShare = 0.5;
const surelyShare = 0.95;
const mostLooked = 300;

const reasonCaption = "没收的原因";
/** How a reason begins that a list of rows not taken gives for such a cell. */
const unclearOf = (caption: string): readonly string[] =>
  [catalogue.comingUnclear.zh, catalogue.comingUnclear.en].map(([says]) =>
    (says.split("{value}")[0] ?? "").replace("{caption}", caption),
  );

export interface ComingColumn {
  readonly column: number;
  /** Its caption says nothing of it. */
  readonly isGuess: boolean;
}

/** The column, or the two of ticks, that tell visits from calls. @param cellsOf the records' cells of a column. */
export const comingColumns = (
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
  isAlone: boolean,
): readonly ComingColumn[] => {
  const filledOf = (column: number): readonly RawCell[] =>
    cellsOf(column)
      .slice(0, mostLooked)
      .filter((cell) => !isEmptyCell(cell) && !isDitto(cell));
  // A list of rows not taken has the worst of them: it says so itself.
  const reasonsAt = isAlone ? headers.indexOf(reasonCaption) : -1;
  const reasons = (reasonsAt < 0 ? [] : filledOf(reasonsAt)).map(String);
  const wasUnclear = (header: RawCell): boolean =>
    unclearOf(plain(String(header ?? ""))).some((each) => reasons.some((reason) => reason.includes(each)));
  const words: ComingColumn[] = [];
  for (const [column, header] of headers.entries()) {
    if (ofAnother.test(plain(String(header ?? "")))) continue;
    const cells = filledOf(column);
    const read = cells.map((cell) => readComing(cell, null));
    const share = read.filter((each) => each === "visitors" || each === "calls").length / cells.length;
    const isOfKinds = captionsOf(header).some((each) => ofKinds.test(each));
    if ((isOfKinds && share >= kindsShare) || wasUnclear(header)) words.push({ column, isGuess: false });
    // Other captions, 来源 or none: only where nothing else stands there, and both do.
    else if (share >= surelyShare && read.includes("visitors") && read.includes("calls"))
      words.push({ column, isGuess: true });
  }
  const word = words.find(({ isGuess }) => !isGuess) ?? words[0];
  if (word !== undefined) return [word];
  const ticks = headers.flatMap((header, column) => {
    const coming = comingOfCaption(header);
    const cells = filledOf(column).map((cell) => plain(String(cell)));
    const isTicked = cells.every((cell) => isTick(cell) || isNoTick(cell));
    return coming === undefined || !isTicked ? [] : [{ column, coming, isFilled: cells.length > 0 }];
  });
  const pair = comingForms.map((form) => ticks.filter(({ coming }) => coming === form));
  if (pair.some((some) => some.length !== 1) || !ticks.some(({ isFilled }) => isFilled)) return [];
  return ticks.map(({ column }) => ({ column, isGuess: false }));
};

/** A column of nothing but visits and incoming calls: clients who came or called of themselves, no follow-ups. */
export const isOfComers = (cells: readonly RawCell[]): boolean => {
  const filled = cells.slice(0, mostLooked).filter((cell) => !isEmptyCell(cell) && !isDitto(cell));
  const read = filled.map((cell) => readComing(cell, null));
  const known = read.filter((each) => each === "visitors" || each === "calls").length;
  return (
    known >= filled.length * surelyShare &&
    read.includes("visitors") &&
    filled.some((cell) => /来电|热线|进线|致电|接电/u.test(String(cell)))
  );
};

const columnsSaying = ({ mapping }: Pick<OldRegister, "mapping">): readonly number[] =>
  mapping.flatMap((use, column) => (use.use === "blank" && use.key === comingKey ? [column] : []));

/** The registers that rows go to: the table's, or both where a column tells them apart. */
export const formsIn = (old: Pick<OldRegister, "form" | "mapping">): readonly AdoptedForm[] =>
  isComing(old.form) && columnsSaying(old).length > 0 ? comingForms : [old.form];

export interface WhichForm {
  readonly form: AdoptedForm;
  /** Nothing says it: it goes with its table. */
  readonly told?: Finding;
  /** It says neither, or both. */
  readonly wrong?: Finding;
  /** What it says besides, to be kept with the row. */
  readonly more?: readonly Finding[];
}

/** Which register a row goes to. */
export const formOfRow = (old: Pick<OldRegister, "form" | "mapping" | "headers">, row: OldRow): WhichForm => {
  const { form } = old;
  const columns = columnsSaying(old);
  if (!isComing(form) || columns.length === 0) return { form };
  const caption = columns.map((at) => plain(String(old.headers[at] ?? "")) || `第 ${at + 1} 列`).join("、");
  const said = columns
    .flatMap((at) => (isEmptyCell(row.cells[at]) ? [] : [plain(String(row.cells[at]))]))
    .join("、");
  const read = columns.map((at) => readComing(row.cells[at], old.headers[at] ?? null));
  const found = new Set(read.filter((each) => each !== "unsaid"));
  const [only, ...more] = found;
  const at = { key: comingKey, caption, value: said };
  if (only === undefined)
    return { form, told: finding("comingUnsaid", { ...at, facts: { sheet: formOf(form).sheet } }) };
  if (more.length > 0 || only === "strange") return { form, wrong: finding("comingUnclear", at) };
  const besides = columns.flatMap((column) => {
    const cell = row.cells[column];
    const facts = { sheet: formOf(only).sheet };
    const header = plain(String(old.headers[column] ?? "")) || `第 ${column + 1} 列`;
    return saysMore(cell)
      ? [finding("noBlankThere", { caption: header, value: plain(String(cell)), facts })]
      : [];
  });
  return { form: only, more: besides };
};

const pairs = [["calledAt", "visitDate"] as const, ...Object.entries(visitKeyOf)];

/** What the other register calls the same blank. */
const renamed: Readonly<Record<Coming, Readonly<Record<string, string>>>> = {
  visitors: Object.fromEntries(pairs),
  calls: Object.fromEntries(pairs.map(([call, visit]) => [visit, call])),
};

/** A mapping of the table as that register has it. A blank it has not stays, and goes to its rows' notes. */
export const mappedAs = (old: OldRegister, form: AdoptedForm): OldRegister => {
  if (formsIn(old).length === 1 || !isComing(form)) return old;
  const keys = form === old.form ? {} : renamed[form];
  return {
    ...old,
    form,
    mapping: old.mapping.map((use) => {
      if (use.use !== "blank") return use;
      return use.key === comingKey ? { use: "leave" } : { ...use, key: keys[use.key] ?? use.key };
    }),
  };
};
