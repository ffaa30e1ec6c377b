/** How people write an answer in an old register: every cell says what it must be read as, or that it may be refused. */
import {
  type CalendarDay,
  dayOfMonth,
  monthOf,
  serialOfDay,
  yearOf,
} from "../../../../src/domain/kit/calendar-day";
import type { RawCell } from "../../../../src/domain/register/register";
import type { Grade } from "../../../../src/domain/rules/grade";

/** Draws from a list, or below a number. */
export interface Dice {
  readonly one: <T>(some: readonly [T, ...T[]]) => T;
  readonly below: (limit: number) => number;
  /** Once in so many times. */
  readonly onceIn: (times: number) => boolean;
  /** Notes a kind of mess that really occurs. */
  readonly met: (kind: string) => void;
}

/** Something known before it is written down. */
export interface Known {
  readonly name: string;
  readonly gender: "男" | "女";
  readonly age: number;
  /** Mobiles as digits; the first is theirs. */
  readonly phones: readonly [string, ...string[]];
  readonly channels: readonly string[];
  readonly consultant: string;
  readonly day: CalendarDay;
  readonly grade: string;
  /** The day each grade was reached, the latest being `grade`. */
  readonly ladder: Readonly<Partial<Record<Grade, CalendarDay>>>;
  /** Nobody wrote the days down: the grades passed are ticked. */
  readonly isTicked: boolean;
  readonly notes: string;
  readonly method: string;
  readonly unitNo: string;
  readonly area: number;
  readonly price: number;
}

export interface Spelt {
  readonly cell: RawCell;
  /** The cell does not tell it: refused, or nothing; never another answer. */
  readonly isDamaged?: boolean;
  /** A day says a time of its own. */
  readonly hasTime?: boolean;
}

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const numerals = "〇一二三四五六七八九";
const chinese = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const digit = (at: number): string => numerals[at] ?? "";
  return `${tens === 0 ? "" : tens === 1 ? "十" : `${digit(tens)}十`}${ones === 0 && tens > 0 ? "" : digit(ones)}`;
};

type Way<T> = readonly [kind: string, write: (of: T) => RawCell];

const pick = <T>(dice: Dice, ways: readonly [Way<T>, ...Way<T>[]], of: T): RawCell => {
  const [kind, write] = dice.one(ways);
  dice.met(kind);
  return write(of);
};

const pad = (number: number): string => String(number).padStart(2, "0");
const parts = (day: CalendarDay): [number, number, number] => [yearOf(day), monthOf(day), dayOfMonth(day)];

const withYear: readonly [Way<CalendarDay>, ...Way<CalendarDay>[]] = [
  ["day 2023-03-05", (day) => day],
  ["day 2023.3.5", (day) => parts(day).join(".")],
  ["day 2023/3/5", (day) => parts(day).join("/")],
  ["day 23.3.5", (day) => `${String(yearOf(day) % 100)}.${String(monthOf(day))}.${String(dayOfMonth(day))}`],
  ["day 20230305", (day) => day.replaceAll("-", "")],
  ["day 20230305 as number", (day) => Number(day.replaceAll("-", ""))],
  ["day 230305", (day) => day.replaceAll("-", "").slice(2)],
  ["day 2023年3月5日", (day) => `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日`],
  ["day 2023年3月5号", (day) => `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}号`],
  ["day full width", (day) => wide(parts(day).join("."))],
  [
    "day 二〇二三年三月五日",
    (day) =>
      `${[...String(yearOf(day))].map((digit) => numerals[Number(digit)] ?? "").join("")}年${chinese(monthOf(day))}月${chinese(dayOfMonth(day))}日`,
  ],
  ["day serial", serialOfDay],
  ["day serial as text", (day) => String(serialOfDay(day))],
  ["day serial with time", (day) => serialOfDay(day) + 0.604],
  ["day with time", (day) => `${parts(day).join("/")} 14:30`],
  ["day with a length of time", (day) => `${parts(day).join(".")} 14:30-15:10`],
  ["day with 14.30", (day) => `${day} 14.30`],
  ["day 2023/3/5/", (day) => `${parts(day).join("/")}/`],
  ["day with 下午3点", (day) => `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日下午3点`],
  ["day with weekday", (day) => `${day}（周日）`],
  ["day with line break", (day) => `${day}\n上午`],
];

const withoutYear: readonly [Way<CalendarDay>, ...Way<CalendarDay>[]] = [
  ["day 3月5日", (day) => `${monthOf(day)}月${dayOfMonth(day)}日`],
  ["day 3月5号", (day) => `${monthOf(day)}月${dayOfMonth(day)}号`],
  ["day 三月五日", (day) => `${chinese(monthOf(day))}月${chinese(dayOfMonth(day))}日`],
  ["day 3.5", (day) => `${monthOf(day)}.${dayOfMonth(day)}`],
  ["day 3/5", (day) => `${monthOf(day)}/${dayOfMonth(day)}`],
  ["day 03-05", (day) => `${pad(monthOf(day))}-${pad(dayOfMonth(day))}`],
];

/** @param hasYear whether the year is written with the day. */
export const speltDay = (dice: Dice, day: CalendarDay, hasYear: boolean): Spelt => {
  if (dice.onceIn(60)) {
    dice.met("formula error");
    return { cell: dice.one(["#N/A", "#REF!", "#VALUE!"]), isDamaged: true };
  }
  if (dice.onceIn(60)) {
    dice.met("day that may be two");
    const american = `${pad(monthOf(day))}/${pad(dayOfMonth(day))}/${pad(yearOf(day) % 100)}`;
    return { cell: dice.one(["上周", american]), isDamaged: true };
  }
  const cell = pick(dice, hasYear ? withYear : withoutYear, day);
  return {
    cell,
    hasTime:
      typeof cell === "number" ? !Number.isInteger(cell) && hasYear : /[点:]| 14\.30$/u.test(cell as string),
  };
};

const times: readonly [Way<number>, ...Way<number>[]] = [
  ["time 9:05", (minutes) => `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`],
  ["time 09:05:00", (minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:00`],
  ["time as Excel keeps it", (minutes) => minutes / 1440],
  [
    "time 下午2点05分",
    (minutes) => {
      const hours = Math.floor(minutes / 60);
      return `${hours < 12 ? "上午" : "下午"}${hours > 12 ? hours - 12 : hours}点${pad(minutes % 60)}分`;
    },
  ],
  ["time full width", (minutes) => wide(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`)],
];

/** The time of a day that stands in another column. */
export const speltTime = (dice: Dice, minutes: number): Spelt => {
  if (dice.onceIn(40)) {
    dice.met("time nobody can read");
    return { cell: dice.one(["下班后", "10:00-11:00", "/"]), isDamaged: true };
  }
  return { cell: pick(dice, times, minutes) };
};

const grouped = (digits: string, by: string): string =>
  [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(by);

const onePhone: readonly [Way<string>, ...Way<string>[]] = [
  ["phone as number", Number],
  ["phone 1.3803791234E+10", (digits) => `${digits[0] ?? ""}.${digits.slice(1)}E+10`],
  ["phone plain", (digits) => digits],
  ["phone grouped", (digits) => grouped(digits, " ")],
  ["phone dashed", (digits) => grouped(digits, "-")],
  ["phone full width", wide],
  ["phone +86", (digits) => `+86 ${digits}`],
  ["phone with remark", (digits) => `${digits}（微信同号）`],
  ["phone 2号楼", (digits) => `${digits} 2号楼`],
  ["phone 2-1-1001", (digits) => `${grouped(digits, " ")} 2-1-1001`],
  ["phone labelled", (digits) => `手机：${digits}`],
  ["phone with blank before", (digits) => `\u00A0${digits} `],
];

const severalPhones: readonly [Way<readonly string[]>, ...Way<readonly string[]>[]] = [
  ["phones with remarks", (all) => all.map((each, at) => (at === 0 ? `${each}（老婆）` : each)).join("/")],
  ["phones on lines", (all) => all.join("\n")],
  ["phones joined", (all) => all.join("、")],
  ["phones by name", (all) => all.map((each, at) => `${at === 0 ? "本人" : "家人"}${each}`).join(" ")],
];

export const speltPhones = (dice: Dice, phones: readonly [string, ...string[]]): Spelt => {
  const [first, ...others] = phones;
  if (dice.onceIn(40)) {
    dice.met("phone 1.38E+10");
    return { cell: `${first[0] ?? ""}.${first.slice(1, 3)}E+10`, isDamaged: true };
  }
  if (dice.onceIn(50)) {
    dice.met("phone of ten digits");
    return { cell: first.slice(0, 10), isDamaged: true };
  }
  if (dice.onceIn(60)) {
    dice.met("formula error");
    return { cell: dice.one(["#N/A", "#REF!", "#VALUE!"]), isDamaged: true };
  }
  const [second = ""] = others;
  if (second.slice(0, 7) === first.slice(0, 7) && dice.onceIn(2)) {
    dice.met("phones short");
    return { cell: `${first}/${second.slice(7)}` };
  }
  if (others.length > 0) return { cell: pick(dice, severalPhones, phones) };
  return { cell: pick(dice, onePhone, first) };
};

export const speltGrade = (dice: Dice, grade: string): Spelt => {
  if (grade === "√")
    return {
      cell: pick(
        dice,
        [
          ["grade √", () => "√"],
          ["grade 成交", () => "成交"],
          ["grade 已成交", () => "已成交"],
        ],
        grade,
      ),
    };
  if (grade === "×")
    return {
      cell: pick(
        dice,
        [
          ["grade ×", () => "×"],
          ["grade 无望", () => "无望"],
          ["grade x", () => "x"],
        ],
        grade,
      ),
    };
  return {
    cell: pick<string>(
      dice,
      [
        ["grade A", (of) => of],
        ["grade Ａ类", (of) => `${wide(of)}类`],
        ["grade b级", (of) => `${of.toLowerCase()}级`],
        ["grade B类客户", (of) => `${of}类客户`],
        ["grade C类（意向）", (of) => `${of}类（意向）`],
        ["grade A（等房票，急）", (of) => `${of}（等房票，急）`],
        ["grade B级-价格异议", (of) => `${of}级-价格异议`],
        ["grade D→B", (of) => `${of === "D" ? "C" : "D"}→${of}`],
      ],
      grade,
    ),
  };
};

export const speltChoices = (dice: Dice, choices: readonly string[]): Spelt => {
  if (choices.length < 2) return { cell: choices[0] ?? "" };
  return {
    cell: pick<readonly string[]>(
      dice,
      [
        ...(["、", "，", ",", ";", "；", "/", " ", "+", "\n", "和", "。"] as const).map(
          (by): Way<readonly string[]> => [`choices by ${JSON.stringify(by)}`, (of) => of.join(by)],
        ),
        ["choices counted", (of: readonly string[]) => of.map((each, at) => `${at + 1}、${each}`).join(" ")],
        ["choices ticked", (of: readonly string[]) => `□电视 ${of.map((each) => `☑${each}`).join(" ")}`],
      ] as unknown as [Way<readonly string[]>],
      choices,
    ),
  };
};

export const speltAge = (dice: Dice, age: number): Spelt => {
  if (dice.onceIn(5)) {
    dice.met("age 三十多");
    const tens = Math.floor(age / 10);
    return {
      cell: dice.one([`${chinese(tens * 10)}多`, `${tens * 10}多岁`, `${age}-${age + 5}`, `${tens}0后`]),
      isDamaged: true,
    };
  }
  return {
    cell: pick<number>(
      dice,
      [
        ["age as number", (of) => of],
        ["age 35岁", (of) => `${of}岁`],
        ["age ３５", (of) => wide(String(of))],
        ["age 三十五", chinese],
        ["age 35岁左右", (of) => `${of}岁左右`],
      ],
      age,
    ),
  };
};

export const speltPrice = (dice: Dice, price: number): Spelt => ({
  cell: pick<number>(
    dice,
    [
      ["price as number", (of) => of],
      ["price 85万", (of) => `${of / 10000}万`],
      ["price 85w", (of) => `${of / 10000}w`],
      ["price ￥850,000", (of) => `￥${of.toLocaleString("en-US")}`],
      ["price 850000元", (of) => `${of}元`],
      ["price ８５万", (of) => wide(`${of / 10000}万`)],
    ],
    price,
  ),
});

export const speltUnitPrice = (dice: Dice, price: number): Spelt => ({
  cell: pick<number>(
    dice,
    [
      ["price as number", (of) => of],
      ["price 8500元/㎡", (of) => `${of}元/㎡`],
    ],
    price,
  ),
});

export const speltArea = (dice: Dice, area: number): Spelt => ({
  cell: pick<number>(
    dice,
    [
      ["area as number", (of) => of],
      ["area 95.2㎡", (of) => `${of}㎡`],
      ["area 95.2平", (of) => `${of}平`],
    ],
    area,
  ),
});

export const speltNotes = (dice: Dice, notes: string): Spelt => {
  if (!dice.onceIn(4)) return { cell: notes };
  dice.met("line break in a cell");
  return { cell: notes.replace("，", "\r\n") };
};

/** Of 升级情况: empty where the grade was never reached. */
export const speltReached = (dice: Dice, { ladder, isTicked }: Known, grade: Grade): Spelt => {
  const day = ladder[grade];
  if (day === undefined) return { cell: null };
  if (isTicked) {
    dice.met("grade ticked");
    return { cell: dice.one(["√", "✓", "☑"]) };
  }
  dice.met("day of a grade");
  if (dice.onceIn(6)) {
    dice.met("day of a grade ticked");
    return { cell: `√${day}` };
  }
  return speltDay(dice, day, true);
};

export const speltName = (dice: Dice, name: string): Spelt => {
  if (dice.onceIn(60)) {
    dice.met("formula error");
    return { cell: "#N/A", isDamaged: true };
  }
  return { cell: name };
};

/** The phone in the name's cell, its own left blank. */
export const speltWithPhone = (dice: Dice, name: string, phone: string): string =>
  dice.one([
    `${name} ${phone}`,
    `${name}${phone}`,
    `${name}（${grouped(phone, "-")}）`,
    `${name}：${wide(phone)}`,
    `${name}\n${phone}`,
  ]);
