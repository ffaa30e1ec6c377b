/** Who the sample's clients are: number, consultant, phone, and how long ago the house was in touch with them. */
import type { ListKey } from "../../domain/forms/lists";
import { addDays, type CalendarDay } from "../../domain/kit/calendar-day";
import type { Change } from "../../domain/register/change";
import type { Site } from "../../domain/register/site";
import { type ClientNumber, formatClientNumber, numberPrefix } from "../../domain/rules/client-number";
import type { Grade } from "../../domain/rules/grade";
import { nameLetters } from "../../domain/rules/letters";
import { nothing } from "../../domain/rules/nothing-to-say";
import { type Person, people } from "./sample-people";
import type { Talk } from "./sample-talk";

/** What is entered, and when: rows stand in the order of their days. */
export interface Step {
  readonly change: Change;
  readonly when: string;
}

/** What the site calls it, where it still does; else its first choice. */
export const offered = (site: Site, list: ListKey, wanted: string): string =>
  site.lists[list].includes(wanted) ? wanted : (site.lists[list][0] ?? nothing);

/** A choice that the site offers; `/` where its list is empty. */
export const choice = (site: Site, list: ListKey, at: number): string => {
  const choices = site.lists[list].filter((each) => !each.startsWith("自定"));
  return choices[at % choices.length] ?? nothing;
};

export interface Client {
  readonly person: Person;
  readonly at: number;
  readonly id: ClientNumber;
  readonly consultant: string;
  readonly mobile: string;
  readonly talk: Talk;
  readonly first: CalendarDay;
  readonly visited: CalendarDay | undefined;
}

/** Obviously made up: 199 0000 and a number that counts on. */
export const mobileOf = (at: number): string => `199 0000 ${String(1000 + at * 37).padStart(4, "0")}`;

export const gradeOf = ({ state }: Person): Grade =>
  state === "成交" ? "√" : state === "无望" ? "×" : (state.slice(0, 1) as Grade);

/** The steps that led there, one a contact; the first contact makes everybody C. */
export const ladder: Readonly<Record<Grade, readonly Grade[]>> = {
  A: ["C", "B", "A"],
  B: ["C", "B"],
  C: ["C"],
  D: ["C", "D"],
  "√": ["C", "B", "A", "√"],
  "×": ["C", "×"],
};

/** How many days ago the last contact was, so that the state comes out by the site's own days (R5). */
const lastAgo = (person: Person, site: Site): number => {
  const { state, by, since } = person;
  const grade = gradeOf(person);
  const limit = grade === "A" || grade === "B" || grade === "C" ? site.cadence[grade].latest : 0;
  if (state.endsWith("首访") || state === "C来电") return since;
  if (state.endsWith("逾期")) return Math.min(since, limit + by);
  if (state.endsWith("未到期")) return Math.max(0, Math.min(since, limit - by));
  if (state.endsWith("约定今日")) return Math.min(since, Math.max(1, limit - 3));
  return Math.min(since, state === "C睡眠" ? by : limit + by);
};

/** Days ago, falling, from the first contact to the last; a step of the ladder needs a contact of its own. */
export const contactDays = (person: Person, site: Site): readonly number[] => {
  const last = lastAgo(person, site);
  const steps = ladder[gradeOf(person)].length - 2;
  const between = Math.max(person.between, steps);
  if (person.since === last) return [last];
  return [
    person.since,
    ...(person.rang && person.since - 1 > last ? [person.since - 1] : []),
    ...Array.from({ length: between }, (_, i) =>
      Math.round(person.since - ((person.since - last) * (i + 1)) / (between + 1)),
    ),
    last,
  ];
};

export const clientsOf = (site: Site, today: CalendarDay): readonly Client[] => {
  const roster = site.consultants.filter(({ active }) => active).map(({ name }) => name);
  const highest = new Map(site.highest);
  // 示例's own letters where the site's are not known yet.
  const region = site.region === "" ? "SL" : site.region;
  const byFirst = people
    .map((person, at) => ({ person, at }))
    .sort((a, b) => b.person.since - a.person.since);
  return byFirst.map(({ person, at }): Client => {
    const prefix = numberPrefix(region, nameLetters(person.name) ?? "SL");
    const n = (highest.get(prefix) ?? 0) + 1;
    highest.set(prefix, n);
    const first = addDays(today, -person.since);
    return {
      person,
      at,
      id: formatClientNumber(region, prefix.slice(region.length + 1), n),
      consultant: roster[at % Math.max(1, roster.length)] ?? "",
      mobile: mobileOf(at),
      talk: {
        called: person.gender === "男" ? "先生" : "女士",
        layout: choice(site, "layout", at + 1),
        concerns: choice(site, "concerns", at),
        total: choice(site, "totalPriceBand", at + 1),
        payment: choice(site, "payment", at + 1),
      },
      first,
      visited: person.state === "C来电" ? undefined : addDays(first, person.rang ? 1 : 0),
    };
  });
};
