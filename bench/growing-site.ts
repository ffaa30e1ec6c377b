/** A site's book in memory, of any size: an ordinary one, and ones made to tempt a check into comparing everybody. */
import { type FormKey, formOf } from "../src/domain/forms/index";
import { addDays, serialOfDay } from "../src/domain/kit/calendar-day";
import type { RawCell, Register } from "../src/domain/register/register";
import type { SiteBook } from "../src/domain/register/site";
import { formatClientNumber } from "../src/domain/rules/client-number";
import { siteBookOf } from "../src/workbook/xlsx/site-file";
import { readSheets } from "../src/xlsx/read";
import { writeBook } from "../src/xlsx/write";
import { emptySite, today } from "./large-site";

export type Cells = Readonly<Record<string, RawCell>>;

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"];
const given = [..."伟芳娜敏静秀丽强磊军洋勇艳杰涛明超霞平刚桂英建国志华文玉兰梅"];
const areas = ["西工区", "涧西区", "洛龙区", "老城区", "瀍河区", "伊滨区"];
const consultants = ["李示例", "陈示例", "王示例", "赵示例"];
const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人商量后周末再来，已约好带家人复看并算一次月供。";

/** A number that looks like chance and is the same in every run; each `of` has its own. */
const mixed = (i: number, of: number): number => {
  const once = Math.imul(i ^ (of << 20), 0x85eb_ca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2_ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};
const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? "";
const twoLetters = (i: number): string => String.fromCharCode(65 + (i % 26), 65 + (Math.floor(i / 26) % 26));

const mobileFrom = (digits: string): string => `138 ${digits.slice(0, 4)} ${digits.slice(4)}`;
/** Invented numbers, no two alike: 48,271 and a hundred million have no divisor in common. */
const mobileOf = (i: number): string =>
  mobileFrom(String((i * 48_271 + 12_345) % 100_000_000).padStart(8, "0"));
const inSequence = (i: number): string => mobileFrom(String(i).padStart(8, "0"));

const nameOf = (i: number): string =>
  pick(surnames, mixed(i, 1)) + pick(given, mixed(i, 2)) + (i % 10 === 0 ? "" : pick(given, mixed(i, 3)));

const dayOf = (i: number): number => serialOfDay(addDays(today, -(i % 120)));

/** The i-th client of an ordinary site. */
const visitor = (i: number): Cells => ({
  clientId: formatClientNumber("LY", twoLetters(i), Math.floor(i / 676) + 1),
  visitDate: dayOf(i),
  consultant: pick(consultants, i),
  name: nameOf(i),
  gender: i % 2 === 0 ? "男" : "女",
  phone: "/",
  mobile: mobileOf(i),
  residenceArea: pick(areas, mixed(i, 4)),
  // Of ten, two share a door.
  address: `示例路${i % 10 < 2 ? i - (i % 10) : i}号`,
  channels: "路过",
  notes: talk,
});

/** What is wrong with everybody at once. */
export const temptations = {
  "one name": () => ({ name: "张伟" }),
  "one name, phones in sequence": (i: number) => ({ name: "张伟", mobile: inSequence(i) }),
  "one name, area and consultant": () => ({ name: "张伟", residenceArea: "西工区", consultant: "李示例" }),
  "one address": () => ({ address: "集体宿舍" }),
  "one phone": () => ({ mobile: "138 0000 0000" }),
  "one number": () => ({ clientId: "LY-AA001" }),
  "one phone, no number": () => ({ mobile: "138 0000 0000", clientId: null }),
} as const satisfies Readonly<Record<string, (i: number) => Cells>>;

const registerOf = (key: FormKey, rows: readonly Cells[]): Register => {
  const form = formOf(key);
  return {
    form,
    sheet: form.sheet,
    firstRow: 5,
    count: rows.length,
    columns: new Map(
      Object.keys(form.fields).map((field) => [field, rows.map((row) => row[field] ?? null)] as const),
    ),
    missing: [],
    strangers: [],
  };
};

/** `contacts` rows of 跟踪记录 a client; `over` changes every visitor. */
export const growingSite = async (): Promise<
  (count: number, over?: (i: number) => Cells, contacts?: number) => SiteBook
> => {
  const empty = siteBookOf(await readSheets(await writeBook(emptySite())));
  return (count, over = () => ({}), contacts = 3) => {
    const clients = Array.from({ length: count }, (_, i) => ({ ...visitor(i), ...over(i) }));
    const grades = clients.map(({ clientId = null, consultant = null, visitDate = null }) => ({
      clientId,
      consultant,
      reachedC: visitDate,
    }));
    const followUps = clients.flatMap(({ clientId = null, consultant = null, visitDate }) =>
      Array.from({ length: contacts }, (_, n) => ({
        contactedAt: Number(visitDate) + n + (600 + n) / 1440,
        clientId,
        grade: "C",
        method: n === 0 ? "来访" : "电话",
        notes: talk,
        consultant,
      })),
    );
    return {
      ...empty,
      // A site of its own: readings are remembered by site.
      site: { ...empty.site },
      registers: {
        ...empty.registers,
        visitors: registerOf("visitors", clients),
        grades: registerOf("grades", grades),
        followUps: registerOf("followUps", followUps),
      },
    };
  };
};
