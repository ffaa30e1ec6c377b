/** Small invented shares: cells of every kind, some that fit no column, revisions of a few sites. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { fieldsOf } from "../../src/domain/form/form";
import { formOf, type RegisterKey } from "../../src/domain/forms/index";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { PhoneSeen, SharedRegister, SiteShare } from "../../src/domain/head-office/share";
import type { ClientFacts, SiteFacts } from "../../src/domain/head-office/site-facts";
import type { RawCell } from "../../src/domain/register/register";
import type { ClientNumber } from "../../src/domain/rules/client-number";
import type { Field } from "../../src/domain/form/field";

const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);

const clientNo = fc.integer({ min: 1, max: 12 }).map((n) => `LY-ZS${String(n).padStart(3, "0")}`);

const words = fc.constantFrom(
  "路过",
  "老带新、单页",
  "谈了首付",
  "３号楼",
  "O'Brien",
  "🏠",
  "，。“",
  "a\nb",
  "/",
);

const odd = fc.constantFrom<RawCell>("不知道", "", null, "/", 12.5, true, "三十多");

const cellOf = (field: Field): fc.Arbitrary<RawCell> => {
  switch (field.kind) {
    case "numberStamp":
      return field.of === "deal" ? clientNo.map((each) => `C${each}`) : clientNo;
    case "clientRef":
      return clientNo;
    case "day":
      return day;
    case "moment":
      return fc
        .tuple(day, fc.integer({ min: 0, max: 23 }))
        .map(([on, h]) => `${on} ${String(h).padStart(2, "0")}:30`);
    case "number":
      return fc.integer({ min: 1, max: 60 });
    case "money":
    case "area":
      return fc.integer({ min: 0, max: 99_999_999 }).map((fen) => fen / 100);
    case "phone":
    case "contact":
      return fc.constantFrom("138 0379 1234", "0379-6391 2345", "微信 abc");
    default:
      return words;
  }
};

const register = (key: RegisterKey): fc.Arbitrary<SharedRegister> =>
  fc.integer({ min: 0, max: 5 }).chain((count) =>
    fc
      .tuple(
        ...fieldsOf(formOf(key)).map(([name, field]) =>
          fc
            .array(fc.oneof({ weight: 8, arbitrary: cellOf(field) }, { weight: 1, arbitrary: odd }), {
              minLength: count,
              maxLength: count,
            })
            .map((cells) => [name, cells] as const),
        ),
      )
      .map((columns) => ({
        sheet: formOf(key).sheet,
        rows: Array.from({ length: count }, (_, at) => at + 5),
        columns: new Map(columns),
      })),
  );

const factsOf = (all: Readonly<Partial<Record<RegisterKey, SharedRegister>>>): SiteFacts => {
  const clients = new Map<string, ClientFacts>();
  const { visitors } = all;
  visitors?.rows.forEach((row, at) => {
    const number = visitors.columns.get("clientId")?.[at];
    if (typeof number !== "string" || !number.startsWith("LY-") || clients.has(number)) return;
    clients.set(number, {
      client: number as ClientNumber,
      form: "visitors",
      row,
      name: `客户${row}`,
      consultant: "李四",
      grade: row % 2 ? "A" : undefined,
      stage: row % 7,
      came: true,
      firstContact: "2024-03-05" as CalendarDay,
      firstVisit: "2024-03-05" as CalendarDay,
      lastContact: undefined,
      dueFrom: undefined,
      dueTo: "2024-03-07" as CalendarDay,
      state: "due",
      channels: ["路过"],
      referrer: row % 2 ? ("LY-ZS001" as ClientNumber) : undefined,
      referrerRow: row % 2 ? row : undefined,
      ageBand: "31–40",
      occupation: "",
      residenceArea: "涧西",
      deals: row % 3,
      sold: 850_000.5 as ClientFacts["sold"],
    });
  });
  return { clients: [...clients.values()], deals: [], grades: new Map([[5, "B"]]) };
};

const phonesOf = (visitors: SharedRegister | undefined): readonly PhoneSeen[] =>
  (visitors?.rows ?? []).map((row, at) => ({
    phone: `+861380379${String(1000 + ((row * 7) % 4))}`,
    shown: `138 0379 ${String(1000 + ((row * 7) % 4))}`,
    form: "visitors",
    row,
    client: String(visitors?.columns.get("clientId")?.[at] ?? ""),
    name: `客户${row}`,
    consultant: "李四",
    day: "2024-03-05" as CalendarDay,
  }));

const forms = ["visitors", "calls", "followUps", "grades", "deals"] as const;

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface Named {
  readonly site: string;
  /** Of two revisions the later one counts. */
  readonly modified: string;
}

export const shareFrom = (
  { site, modified }: Named,
  all: Readonly<Partial<Record<RegisterKey, SharedRegister>>>,
  salt = "",
): SiteShare => {
  const content = JSON.stringify([site, modified, salt, all], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
  return {
    site,
    place: site.split("-")[0] ?? "",
    project: site.split("-")[1] ?? "",
    source: { file: `${site}.xlsx`, hash: hashOf(content), modified },
    asOf: "2026-11-22" as CalendarDay,
    schemaVersion: 2,
    registers: all,
    lacks: [],
    notUnderstood: [],
    phones: phonesOf(all.visitors),
    figures: {
      clients: 0,
      visits: 0,
      calls: 0,
      followUps: 0,
      grades: { A: 0, B: 0, C: 0, D: 0, "√": 0, "×": 0 },
      overdue: 0,
      deals: 0,
      sold: 0,
      errors: 0,
      warnings: 0,
    },
    facts: factsOf(all),
  };
};

/** 洛阳-新天地, saved on a day of November 2026: a row a visitor, and what there is besides. */
export const revisionOf = (
  day: string,
  visitors: readonly string[],
  more: Readonly<Partial<Record<RegisterKey, SharedRegister>>> = {},
): SiteShare =>
  shareFrom(
    { site: "洛阳-新天地", modified: `2026-11-${day}T08:00:00Z` },
    {
      visitors: {
        sheet: "来访登记",
        rows: visitors.map((_, at) => at + 5),
        columns: new Map([["name", visitors]]),
      },
      ...more,
    },
  );

export const sites = ["洛阳-新天地", "重庆-江岸", "厦门-A座"] as const;

/** A revision of one of a few sites. */
export const drawnShare: fc.Arbitrary<SiteShare> = fc
  .tuple(
    fc.constantFrom(...sites),
    fc.constantFrom("2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"),
    fc.tuple(...forms.map((form) => register(form).map((rows) => [form, rows] as const))),
  )
  .map(([site, modified, all]) => shareFrom({ site, modified }, Object.fromEntries(all)));
