/** Writes old registers of known people, in all the ways they are found: layouts, headers, marks and gaps. */
import { monthOf, yearOf } from "../../../../src/domain/kit/calendar-day";
import { reachedKey, reachedKeys, reachedOrder } from "../../../../src/domain/register/grade-rows";
import type { AdoptedForm, OldArea, OldCells } from "../../../../src/domain/register/old-sheet/old-cells";
import { oldTargetsOf } from "../../../../src/domain/register/old-sheet/old-targets";
import type { RawCell } from "../../../../src/domain/register/register";
import { dayHead, type PageBy, pageTitle, speltDayAlone } from "./old-pages";
import {
  type Dice,
  type Known,
  speltAge,
  speltArea,
  speltChoices,
  speltDay,
  speltGrade,
  speltName,
  speltNotes,
  speltPhones,
  speltPrice,
  speltReached,
  speltTime,
  speltUnitPrice,
  speltWithPhone,
  type Spelt,
} from "./old-spellings";

/** Registers of people; lists of units have tests of their own. */
export type PeopleForm = Exclude<AdoptedForm, "units">;

interface Column {
  readonly key: string;
  readonly spell: (dice: Dice, known: Known) => Spelt;
}

const plainly =
  (of: (known: Known) => RawCell) =>
  (_: Dice, known: Known): Spelt => ({ cell: of(known) });

const dayKey: Readonly<Record<PeopleForm, string>> = {
  visitors: "visitDate",
  calls: "calledAt",
  followUps: "contactedAt",
  deals: "subscribedOn",
  grades: "date",
};

/** What the time of that day is called where it has a column of its own; a deal has none. */
const timeCaptions: Readonly<Record<PeopleForm, readonly [string, ...string[]] | undefined>> = {
  visitors: ["来访时间", "时间", "具体时间", "到访时间"],
  calls: ["来电时间", "时间", "接听时间", "时刻"],
  followUps: ["跟进时间", "时间", "联系时间", "具体时间"],
  deals: undefined,
  grades: undefined,
};

const columnsOf: Readonly<Record<PeopleForm, readonly Column[]>> = {
  visitors: [
    { key: "consultant", spell: plainly(({ consultant }) => consultant) },
    { key: "name", spell: (dice, { name }) => speltName(dice, name) },
    { key: "gender", spell: plainly(({ gender }) => gender) },
    { key: "age", spell: (dice, { age }) => speltAge(dice, age) },
    { key: "mobile", spell: (dice, { phones }) => speltPhones(dice, phones) },
    { key: "channels", spell: (dice, { channels }) => speltChoices(dice, channels) },
    { key: "grade", spell: (dice, { grade }) => speltGrade(dice, grade) },
    { key: "notes", spell: (dice, { notes }) => speltNotes(dice, notes) },
  ],
  calls: [
    { key: "name", spell: (dice, { name }) => speltName(dice, name) },
    { key: "mobile", spell: (dice, { phones }) => speltPhones(dice, phones) },
    { key: "channels", spell: (dice, { channels }) => speltChoices(dice, channels) },
    { key: "notes", spell: (dice, { notes }) => speltNotes(dice, notes) },
    { key: "consultant", spell: plainly(({ consultant }) => consultant) },
  ],
  followUps: [
    { key: "name", spell: (dice, { name }) => speltName(dice, name) },
    { key: "mobile", spell: (dice, { phones }) => speltPhones(dice, phones) },
    { key: "method", spell: plainly(({ method }) => method) },
    { key: "notes", spell: (dice, { notes }) => speltNotes(dice, notes) },
    { key: "consultant", spell: plainly(({ consultant }) => consultant) },
  ],
  deals: [
    { key: "name", spell: (dice, { name }) => speltName(dice, name) },
    { key: "phone", spell: (dice, { phones }) => speltPhones(dice, phones) },
    { key: "unitNo", spell: plainly(({ unitNo }) => unitNo) },
    { key: "floorArea", spell: (dice, { area }) => speltArea(dice, area) },
    { key: "unitPrice", spell: (dice, { price, area }) => speltUnitPrice(dice, Math.round(price / area)) },
    { key: "totalPrice", spell: (dice, { price }) => speltPrice(dice, price) },
    { key: "consultant", spell: plainly(({ consultant }) => consultant) },
  ],
  grades: [
    { key: "name", spell: (dice, { name }) => speltName(dice, name) },
    { key: "mobile", spell: (dice, { phones }) => speltPhones(dice, phones) },
    { key: "grade", spell: (dice, { grade }) => speltGrade(dice, grade) },
    { key: "consultant", spell: plainly(({ consultant }) => consultant) },
    ...reachedOrder.map((grade): Column => ({
      key: reachedKey[grade],
      spell: (dice, known) => speltReached(dice, known, grade),
    })),
    { key: "remarks", spell: (dice, { notes }) => speltNotes(dice, notes) },
  ],
};

const phoneKeys: readonly string[] = ["mobile", "phone"];

/** What the column of a second number is called. */
const secondPhones = ["备用电话", "手机2", "电话二", "第二手机", "备用手机", "手机（备用）"] as const;

/** A known person's row on the sheet, and what of it may be refused. */
export interface Written {
  readonly form: PeopleForm;
  readonly known: Known;
  /** The sheet's row number, 1-based, and the sheet column (0-based) of the table's first. */
  readonly row: number;
  readonly left: number;
  readonly damaged: ReadonlySet<string>;
  /** The second row of a name merged over two phones. */
  readonly below?: number;
  /** The text of the users' own column, where the table has one. */
  readonly remark: string | undefined;
  /** Minutes of the day, where a column of times says them and nothing else does. */
  readonly minutes: number | undefined;
}

export interface WrittenSheet {
  readonly cells: OldCells;
  readonly fileName: string;
  readonly written: readonly Written[];
  /** Tables stand side by side, not one under another. */
  readonly isBeside: boolean;
  /** The form each table is named for, from the top down or from the left. */
  readonly titled: readonly (PeopleForm | undefined)[];
}

const titleOf: Readonly<Record<PeopleForm, string>> = {
  visitors: "来访客户登记表",
  calls: "来电登记表",
  followUps: "客户跟踪记录",
  deals: "成交客户台账",
  grades: "客户等级分配跟踪表",
};

const typos: Readonly<Record<string, string>> = {
  consultant: "置业故问",
  name: "客户姓明",
  mobile: "手机号吗",
  channels: "客户来源渠到",
};

const caption = (dice: Dice, form: PeopleForm, key: string): string => {
  const target = oldTargetsOf(form).find((each) => each.key === key);
  if (target === undefined) throw new Error(`${form} has no ${key}`);
  if (form === "visitors" && typos[key] !== undefined && dice.onceIn(8)) {
    dice.met("mistyped caption");
    return typos[key];
  }
  const isRung = reachedKeys.includes(key) && /[A-D]/u.test(target.caption);
  const rungs = isRung ? [`${target.caption}级`, `${target.caption}类日期`] : [];
  const plain = dice.one([target.caption, ...target.also, ...rungs]);
  if (dice.onceIn(6)) {
    dice.met("caption spread or starred");
    return plain.length === 2 ? [...plain].join(" ") : `★${plain}：`;
  }
  return plain;
};

interface Piece {
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly OldArea[];
  /** By row of the piece. */
  readonly written: ReadonlyMap<number, Omit<Written, "row" | "left">>;
  readonly titled: PeopleForm | undefined;
  /** Where the records begin, and the header's rows. */
  readonly header: number;
}

export type YearIn = "title" | "sheet" | "file" | "nowhere";

interface Plan {
  readonly form: PeopleForm;
  readonly people: readonly Known[];
  /** Where the year stands that days are written without. */
  readonly yearIn: YearIn;
  /** Another table stands beside it: a header of one row. */
  readonly isBeside: boolean;
  /** Nothing stands above it. */
  readonly isFirst: boolean;
}

/** One table with its titles and notes, from its first column on. */
const tableOf = (dice: Dice, { form, people: met, yearIn, isBeside, isFirst }: Plan): Piece => {
  const rows: RawCell[][] = [];
  const merges: OldArea[] = [];
  const written = new Map<number, Omit<Written, "row" | "left">>();
  const add = (cells: readonly RawCell[]): number => rows.push([...cells]) - 1;

  const isOfDay = !isBeside && timeCaptions[form] !== undefined && dice.onceIn(6);
  const people = isOfDay ? met.map((each) => ({ ...each, day: met[0]?.day ?? each.day })) : met;
  const hasOrdinal = dice.onceIn(3);
  const hasOwn = dice.onceIn(3);
  const timeCaption = !isOfDay && dice.onceIn(3) ? timeCaptions[form] : undefined;
  const hasSecond = dice.onceIn(3);
  // Somebody else's name and phone, in two columns at the end.
  const hasOther = !isBeside && dice.onceIn(5);
  const isTimeFirst = timeCaption !== undefined && dice.onceIn(4);
  const own = columnsOf[form];
  const keys = [
    ...(hasOrdinal ? ["no"] : []),
    ...(isTimeFirst ? ["time"] : []),
    dayKey[form],
    ...(timeCaption !== undefined && !isTimeFirst ? ["time"] : []),
    ...own.flatMap(({ key }) => (hasSecond && phoneKeys.includes(key) ? [key, "second"] : [key])),
    ...(hasOwn ? ["own"] : []),
    ...(hasOther ? ["otherName", "otherPhone"] : []),
  ];
  const width = keys.length;
  const at = (key: string): number => keys.indexOf(key);
  const line = (...cells: readonly RawCell[]): RawCell[] =>
    Array.from({ length: width }, (_, column) => cells[column] ?? null);
  const merge = (top: number, left: number, bottom: number, right: number): void => {
    if (bottom > top || right > left) merges.push({ top, left, bottom, right });
  };

  // The year is told by a day that has one, or by where the plan says.
  const [known] = people;
  const pageBy =
    isBeside || isOfDay || known === undefined || dice.onceIn(2)
      ? undefined
      : dice.one<PageBy>(["month", "consultant"]);
  const years = [...new Set(people.map(({ day }) => yearOf(day)))];
  const said = years.length === 1 ? `${years[0] ?? ""}年` : `${years[0] ?? ""}-${years.at(-1) ?? ""}年`;
  const isNamed = dice.onceIn(2);
  const hasTitle = isBeside || isNamed || yearIn === "title" || dice.onceIn(2);
  const isByMonth = pageBy === "month" && years.length === 1;
  const isByConsultant = pageBy === "consultant";
  const isYearless = !isByMonth && !isOfDay && (yearIn !== "nowhere" || dice.onceIn(12));
  const title = `洛阳花园${yearIn === "title" ? said : ""}${isNamed ? titleOf[form] : "一览"}`;
  const printTitle = (of: Known | undefined): void => {
    if (pageBy !== undefined && of !== undefined && (isByMonth || isByConsultant)) {
      for (const cells of pageTitle(dice, pageBy, of, title, isNamed || yearIn === "title"))
        add(line(...cells));
      return;
    }
    const row = add(line(title));
    if (dice.onceIn(2)) {
      dice.met("merged title");
      merge(row, 0, row, width - 1);
    } else dice.met("title");
  };
  if (isFirst && !isBeside && dice.onceIn(6)) {
    dice.met("rows above the header");
    for (let no = 0; no <= dice.below(3); no++)
      add(line(`2021.3.${no + 1}`, "前页客户", `1370379100${no}`, "王强", "接上页"));
  }
  if (hasTitle || isByMonth || isByConsultant) {
    printTitle(known);
    if (!isBeside && dice.onceIn(3)) {
      dice.met("line of names above");
      add(line("项目：洛阳花园", null, null, "案场：售楼部"));
    } else if (!isBeside && dice.onceIn(3)) {
      dice.met("head of label | value");
      add(line("项目", "洛阳花园", "案场", "售楼部"));
    }
  }
  if (isOfDay && known !== undefined) add(line(...dayHead(dice, known)));

  const captions = keys.map((key) =>
    key === "no"
      ? "序号"
      : key === "own"
        ? "领导批示"
        : key === "time"
          ? dice.one(timeCaption ?? ["时间"])
          : key === "second"
            ? dice.one(secondPhones)
            : key === "otherName"
              ? "姓名"
              : key === "otherPhone"
                ? dice.one(["电话", "联系电话", "手机"])
                : caption(dice, form, key),
  );
  const layout = isBeside
    ? "one"
    : hasOther
      ? dice.one(["merged", "bare", "groups alone merged"])
      : dice.one(["one", "one", "merged", "bare", "bands", "groups alone merged"]);
  const phoneAt = Math.max(at("mobile"), at("phone"));
  const other = dice.one(["介绍人", "推荐人", "紧急联系人", "共有人"]);
  const printHeader = (): void => {
    dice.met(`header ${layout}`);
    if (layout === "one") {
      add(captions);
      return;
    }
    if (layout === "bands") {
      const split = 2 + (width > 6 ? 2 : 1);
      const row = add(line("基本情况"));
      (rows[row] ?? [])[split] = "洽谈";
      merge(row, 0, row, split - 1);
      merge(row, split, row, width - 1 > split ? split + 1 : split);
      add(captions);
      return;
    }
    // 联系方式 over the phone and what stands right of it, 介绍人 over the last two.
    const groups = new Map([[phoneAt, "联系方式"], ...(hasOther ? [[at("otherName"), other] as const] : [])]);
    const isPart = (column: number): boolean => groups.has(column) || groups.has(column - 1);
    const upper = captions.map((each, column) => groups.get(column) ?? (isPart(column) ? null : each));
    const lower = captions.map((each, column) => (isPart(column) ? each : null));
    const row = add(upper);
    add(lower);
    if (layout === "bare") return;
    for (const column of groups.keys()) merge(row, column, row, column + 1);
    if (layout === "groups alone merged") return;
    for (let column = 0; column < width; column++) if (!isPart(column)) merge(row, column, row + 1, column);
  };
  const header = rows.length;
  printHeader();

  const dayStyle = dice.one(["each", "each", "ditto", "merged", "sparse"]);
  const consultantStyle = dice.one(["each", "each", "ditto", "merged", "sparse", "band"]);
  const subtotals = dayStyle === "sparse" || consultantStyle === "sparse" ? false : dice.onceIn(3);
  const blanks = dice.onceIn(3);
  const pages = !isBeside && !isOfDay && dice.onceIn(3);
  const hasPairs = !hasSecond && dice.onceIn(2);
  let above:
    { readonly known: Known; readonly row: number; readonly damaged: ReadonlySet<string> } | undefined;
  const runs = new Map<string, { from: number; to: number }>();
  const endRun = (key: string): void => {
    const run = runs.get(key);
    if (run !== undefined && run.to > run.from) {
      dice.met(key === "consultant" ? "merged consultant" : "merged day");
      merge(run.from, at(key), run.to, at(key));
    }
    runs.delete(key);
  };
  const endRuns = (): void => [...runs.keys()].forEach(endRun);
  const sparse = new Map<string, { blank: number; all: number; repeated: boolean; rows: number[] }>();

  /** Of the day last written: it stands for those that follow too. */
  let hasDayTime = false;
  for (const [index, known] of people.entries()) {
    const isNewDay = above !== undefined && above.known.day !== known.day;
    if (isNewDay && subtotals && dice.onceIn(2)) {
      endRuns();
      dice.met("subtotal");
      const row = add(line(...keys.map((key) => (key === "name" ? `${index}组` : null))));
      (rows[row] ?? [])[hasOrdinal ? 1 : 0] = dice.one(["小计", "合计：", "小  计", "本页小计"]);
      above = undefined;
    }
    if (blanks && dice.onceIn(4)) {
      endRuns();
      dice.met("blank row");
      add(line());
    }
    const last = people[index - 1] ?? known;
    const isNewMonth = monthOf(last.day) !== monthOf(known.day);
    const isOthers = last.consultant !== known.consultant;
    if ((isByMonth && isNewMonth) || (isByConsultant && isOthers)) {
      endRuns();
      dice.met("page of another");
      if (dice.onceIn(3)) add(line("案场经理签字：", null, null, "填表人："));
      printTitle(known);
      printHeader();
    } else if (pages && dice.onceIn(5)) {
      endRuns();
      dice.met("header again");
      if (hasTitle && dice.onceIn(2)) {
        dice.met("title again");
        add(line(title));
      }
      printHeader();
    }
    if (consultantStyle === "band" && !isByConsultant && above?.known.consultant !== known.consultant) {
      endRuns();
      dice.met("consultant in a line above");
      const row = add(line(`${dice.one(["置业顾问", "业务员", "销售"])}：${known.consultant}`));
      if (dice.onceIn(2)) merge(row, 0, row, width - 1);
    }
    const damaged = new Set<string>();
    const cells: RawCell[] = line();
    const row = rows.length;
    const put = (key: string, spelt: Spelt): void => {
      cells[at(key)] = spelt.cell;
      if (key === dayKey[form]) hasDayTime = spelt.hasTime === true;
      if (spelt.isDamaged === true) damaged.add(key);
    };
    const asAbove = (key: string, style: string, isSame: boolean, spell: () => Spelt): void => {
      const run = runs.get(key);
      const state = sparse.get(key) ?? { blank: 0, all: 0, repeated: false, rows: [] };
      sparse.set(key, state);
      state.all++;
      if (above !== undefined && isSame && style !== "each") {
        if (above.damaged.has(key)) damaged.add(key);
        if (style === "ditto") {
          dice.met("ditto");
          cells[at(key)] = dice.one(["同上", "″", "〃", '"', "同", "”"]);
          return;
        }
        if (style === "sparse") {
          state.blank++;
          state.rows.push(row);
          return;
        }
        if (style === "merged" && run !== undefined && run.to === row - 1) {
          run.to = row;
          return;
        }
      }
      if (above !== undefined && isSame) state.repeated = true;
      endRun(key);
      put(key, spell());
      if (style === "merged") runs.set(key, { from: row, to: row });
    };
    if (hasOrdinal) cells[0] = index + 1;
    let minutes: number | undefined;
    if (isOfDay) {
      const drawn = 510 + dice.below(600);
      const spelt = dice.onceIn(3) ? undefined : speltTime(dice, drawn);
      if (spelt !== undefined && spelt.isDamaged !== true) {
        cells[at(dayKey[form])] = spelt.cell;
        minutes = drawn;
      }
    } else
      asAbove(dayKey[form], dayStyle, above?.known.day === known.day, () =>
        isByMonth && (timeCaption !== undefined || !dice.onceIn(4))
          ? { cell: speltDayAlone(dice, known) }
          : speltDay(dice, known.day, !isYearless || dice.onceIn(10)),
      );
    for (const { key, spell } of own) {
      if (key === "consultant" && (consultantStyle === "band" || isByConsultant)) continue;
      if (key === "consultant")
        asAbove(key, consultantStyle, above?.known.consultant === known.consultant, () => spell(dice, known));
      else if (
        key === "channels" &&
        above !== undefined &&
        above.known.channels.join() === known.channels.join() &&
        dice.onceIn(2)
      ) {
        dice.met("ditto of choices");
        cells[at(key)] = dice.one(["同上", "〃"]);
      } else put(key, spell(dice, known));
    }
    if (timeCaption !== undefined) {
      dice.met("time in a column of its own");
      const drawn = 510 + dice.below(600);
      const spelt = speltTime(dice, drawn);
      cells[at("time")] = spelt.cell;
      if (!hasDayTime && spelt.isDamaged !== true) minutes = drawn;
    }
    const remark = hasOwn ? dice.one(["阅", "再跟一次", "阅。请王经理跟"]) : undefined;
    if (hasOwn) {
      dice.met("own column");
      cells[at("own")] = remark ?? null;
    }
    if (hasOther && dice.onceIn(2)) {
      dice.met("somebody else's phone");
      cells[at("otherName")] = "赵介绍";
      cells[at("otherPhone")] = "13603791199";
    }
    // A day without a year where nothing says it is nobody's to guess; nor one over a year's end.
    if (isYearless && (yearIn === "nowhere" || years.length > 1)) damaged.add(dayKey[form]);
    const [first, second] = known.phones;
    let below: number | undefined;
    const phone = (digits: string): RawCell => {
      const spelt = speltPhones(dice, [digits]);
      return spelt.isDamaged === true ? digits : spelt.cell;
    };
    if (hasPairs && second !== undefined && !damaged.has("name")) {
      dice.met("name merged over two phones");
      damaged.delete(keys[phoneAt] ?? "");
      cells[phoneAt] = phone(first);
      add(cells);
      below = add(line());
      (rows[below] ?? [])[phoneAt] = phone(second);
      const isBare = dice.onceIn(2);
      for (const [column, key] of keys.entries()) {
        const run = runs.get(key);
        if (run !== undefined) run.to = below;
        else if (column !== phoneAt && (key === "name" || !isBare)) merge(row, column, below, column);
      }
    } else {
      if (hasSecond && second !== undefined) {
        dice.met("phones in two columns");
        damaged.delete(keys[phoneAt] ?? "");
        cells[phoneAt] = phone(first);
        cells[at("second")] = phone(second);
      }
      const entersNames = form === "visitors" || form === "calls";
      if (entersNames && second === undefined && !damaged.has("name") && dice.onceIn(12)) {
        dice.met("name with its phone");
        damaged.delete(keys[phoneAt] ?? "");
        cells[at("name")] = speltWithPhone(dice, known.name, first);
        cells[phoneAt] = null;
      }
      add(cells);
    }
    written.set(row, { form, known, damaged, remark, minutes, ...(below !== undefined && { below }) });
    above = { known, row, damaged };
  }
  endRuns();
  for (const [key, { blank, all, repeated, rows: left }] of sparse) {
    if (blank === 0) continue;
    const isClear = !repeated && blank >= 2 && blank * 3 >= all;
    if (isClear) dice.met(key === "consultant" ? "consultant written once" : "day written once");
    else for (const row of left) (written.get(row)?.damaged as Set<string>).add(key);
  }
  if (!isClearAbove(sparse)) dice.met("blank that may be forgotten");

  if (dice.onceIn(3)) {
    dice.met("total");
    const row = add(line());
    (rows[row] ?? [])[hasOrdinal ? 1 : 0] = dice.one(["合计", "总计", `共 ${people.length} 组`]);
  }
  if (hasOrdinal && dice.onceIn(2)) {
    dice.met("numbers printed beforehand");
    add(line(people.length + 1));
    add(line(people.length + 2));
  }
  if (!isBeside && dice.onceIn(3)) {
    dice.met("note below");
    const row = add(
      line(dice.one(["备注：客户离开后当场填写，不得空白", "填表说明：一式两份", "注：电话至少留两个"])),
    );
    if (dice.onceIn(2)) merge(row, 0, row, width - 1);
  }
  if (!isBeside && dice.onceIn(3)) {
    dice.met("signatures");
    add(line("制表人：王强", null, null, "审核：周正"));
  }
  return { rows, merges, written, titled: isNamed ? form : undefined, header };
};

const isClearAbove = (
  sparse: ReadonlyMap<string, { blank: number; all: number; repeated: boolean }>,
): boolean =>
  [...sparse.values()].every(
    ({ blank, all, repeated }) => blank === 0 || (!repeated && blank >= 2 && blank * 3 >= all),
  );

/** Pieces by their place on the sheet, `top` and `left` counted from 0. */
const sheetWith = (
  dice: Dice,
  placed: readonly { readonly piece: Piece; readonly top: number; readonly left: number }[],
  sheet: string,
): Omit<WrittenSheet, "fileName" | "isBeside"> => {
  const rows: RawCell[][] = [];
  const merges: OldArea[] = [];
  const written: Written[] = [];
  const firstRow = 1 + dice.below(3);
  for (const { piece, top, left } of placed) {
    for (const [at, cells] of piece.rows.entries()) {
      const row = (rows[top + at] ??= []);
      for (const [column, cell] of cells.entries()) {
        while (row.length <= left + column) row.push(null);
        row[left + column] = cell;
      }
    }
    for (const area of piece.merges)
      merges.push({
        top: top + area.top,
        bottom: top + area.bottom,
        left: left + area.left,
        right: left + area.right,
      });
    for (const [at, { below, ...each }] of piece.written)
      written.push({
        ...each,
        row: firstRow + top + at,
        left,
        ...(below !== undefined && { below: firstRow + top + below }),
      });
  }
  const filled = Array.from({ length: rows.length }, (_, at) => rows[at] ?? []);
  if (dice.onceIn(6)) {
    dice.met("slip outside");
    const width = filled.reduce((most, { length }) => Math.max(most, length), 0);
    filled.push([], [...Array.from({ length: width + 1 }, () => null), "便签：周六盘点"]);
  }
  const isCommented = dice.onceIn(3);
  const comments = filled.flatMap((cells, row) =>
    cells.flatMap((_, column) =>
      isCommented && dice.onceIn(12) ? [{ row, column, said: `批注${row}-${column}：要回电` }] : [],
    ),
  );
  if (comments.length > 0) dice.met("comments");
  return {
    cells: { sheet, rows: filled, firstRow, merges, comments },
    written,
    titled: placed.map(({ piece }) => piece.titled),
  };
};

/** @param groups people by table, each in the order of their days. */
export const writeSheet = (dice: Dice, groups: readonly (readonly Known[])[]): WrittenSheet => {
  const years = [...new Set(groups.flat().map(({ day }) => yearOf(day)))];
  const names: readonly [YearIn, ...YearIn[]] = ["title", "nowhere", "nowhere"];
  const yearIn = dice.one<YearIn>(years.length === 1 ? [...names, "sheet", "file"] : names);
  const said = years.length === 1 ? String(years[0]) : "";
  const isBeside = groups.length > 1 && dice.onceIn(2);
  const pieces = groups.map((people, at) =>
    tableOf(dice, {
      isFirst: at === 0,
      form: dice.one(["visitors", "visitors", "calls", "followUps", "deals", "grades"]),
      people,
      yearIn,
      isBeside,
    }),
  );
  const placed: { piece: Piece; top: number; left: number }[] = [];
  let top = dice.below(4);
  let left = dice.below(3);
  if (top + left > 0) dice.met("not at A1");
  for (const piece of pieces) {
    // Headers side by side stand in one row, or where each was begun.
    const lower = isBeside && dice.onceIn(2) ? dice.below(5) : 0;
    if (lower > 0) dice.met("headers side by side in rows of their own");
    placed.push({ piece, top: isBeside ? top + 1 - piece.header + lower : top, left });
    if (isBeside) left += (piece.rows[piece.header]?.length ?? 0) + 1;
    else top += piece.rows.length + 1;
  }
  if (groups.length > 1) dice.met(isBeside ? "tables side by side" : "tables one under another");
  dice.met(`year in ${yearIn}`);
  return {
    ...sheetWith(dice, placed, yearIn === "sheet" ? `${said}年登记` : "Sheet1"),
    isBeside,
    fileName: yearIn === "file" ? `客户登记${said}.xlsx` : "客户登记.xlsx",
  };
};
