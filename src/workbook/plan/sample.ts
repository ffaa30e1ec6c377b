/** 填入示例: thirty believable, invented clients with contacts over the last two months, in every state of the ladder. */
import { choiceSeparator } from "../../domain/form/field";
import type { ListKey } from "../../domain/forms/lists";
import { addDays, type CalendarDay, dayOf, momentAt } from "../../domain/kit/calendar-day";
import { nothing } from "../../domain/rules/nothing-to-say";
import { reachedKey } from "../../domain/register/grade-rows";
import type { Change } from "../../domain/register/change";
import type { Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import {
  type ClientNumber,
  dealNumber,
  formatClientNumber,
  numberPrefix,
  parseClientNumber,
} from "../../domain/rules/client-number";
import type { Grade } from "../../domain/rules/grade";
import { nameLetters } from "../../domain/rules/letters";
import { type Person, people } from "./sample-people";
import { callTalk, contactTalk, endingTalk, feedbackOf, type Talk, visitTalk } from "./sample-talk";

const remark = "示例客户（虚构），看完可整行删除。";

/** A choice that the site offers; `/` where its list is empty. */
const choice = (site: Site, list: ListKey, at: number): string => {
  const choices = site.lists[list].filter((each) => !each.startsWith("自定"));
  return choices[at % choices.length] ?? nothing;
};

interface Client {
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
const mobileOf = (at: number): string => `199 0000 ${String(1000 + at * 37).padStart(4, "0")}`;

const gradeOf = ({ state }: Person): Grade =>
  state === "成交" ? "√" : state === "无望" ? "×" : (state.slice(0, 1) as Grade);

/** The steps that led there, one a contact; the first contact makes everybody C. */
const ladder: Readonly<Record<Grade, readonly Grade[]>> = {
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
const contactDays = (person: Person, site: Site): readonly number[] => {
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

const clientsOf = (site: Site, today: CalendarDay): readonly Client[] => {
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

const streets = ["示例东路", "示例西路", "示例大街", "示例花园"];

const visitRow = (client: Client, day: CalendarDay, site: Site, today: CalendarDay): Row => {
  const { at, person, talk } = client;
  const of = (list: ListKey, shift = 0): string => choice(site, list, at + shift);
  const channel = of("channels").replace("老带新", "路过");
  const motive = of("motive");
  const appointment = addDays(day, 3);
  return {
    clientId: client.id,
    visitDate: day,
    consultant: client.consultant,
    name: person.name,
    gender: person.gender,
    age: person.age,
    maritalStatus: person.age < 28 ? "未婚" : "已婚",
    phone: at % 3 === 0 ? nothing : mobileOf(at).replace("199", "198"),
    mobile: client.mobile,
    residenceArea: ["城东", "城西", "城南", "城北", "开发区"][at % 5] ?? nothing,
    address: `${streets[at % 4] ?? ""}${at * 3 + 8} 号`,
    postcode: nothing,
    familyStructure: of("familyStructure"),
    partySize: (at % 3) + 1,
    partyRelation: ["本人", "夫妻", "一家三口"][at % 3] ?? nothing,
    channels: channel,
    referrerId: nothing,
    concerns: [...new Set([talk.concerns, of("concerns", 4), of("concerns", 7)])].join(choiceSeparator),
    motive,
    motiveFor: motive === "为家人购" ? "父母" : nothing,
    occupation: of("occupation"),
    propertyType: of("propertyType"),
    areaBand: of("areaBand", 2),
    layout: talk.layout,
    unitPriceBand: of("unitPriceBand", 2),
    totalPriceBand: talk.total,
    payment: talk.payment,
    recommendedUnits: `${(at % 4) + 1}-1-${(at % 11) + 3}-0${(at % 2) + 1}`,
    preferredUnits: nothing,
    notes: visitTalk(talk, at),
    nextAppointment: appointment >= today ? momentAt(appointment, 10 * 60 + (at % 4) * 15) : nothing,
  };
};

const callRow = (client: Client, site: Site): Row => ({
  clientId: client.id,
  calledAt: momentAt(client.first, 9 * 60 + client.at * 7),
  name: client.person.name,
  gender: client.person.gender,
  mobile: client.mobile,
  otherContact: nothing,
  channels: choice(site, "channels", client.at).replace("老带新", "路过"),
  advertisement: client.at % 2 === 0 ? "晚报半版 · 开盘预告" : nothing,
  residenceArea: nothing,
  propertyType: choice(site, "propertyType", client.at),
  layout: client.talk.layout,
  areaBand: choice(site, "areaBand", client.at + 2),
  motive: choice(site, "motive", client.at).replace("为家人购", "自用"),
  acceptablePrice: choice(site, "unitPriceBand", client.at + 2),
  notes: callTalk(client.talk, client.at),
  consultant: client.consultant,
});

const dealRow = (client: Client, day: CalendarDay, site: Site, today: CalendarDay): Row => {
  const { at, person } = client;
  const floorArea = 88.5 + (at % 7) * 6;
  const unitPrice = 2860 + (at % 5) * 120;
  const signed = addDays(day, 5);
  return {
    dealId: dealNumber(client.id),
    consultant: client.consultant,
    queuedOn: addDays(day, -2),
    subscribedOn: day,
    ...(signed <= today && { signedOn: signed }),
    name: person.name,
    gender: person.gender,
    age: person.age,
    phone: client.mobile,
    address: `${streets[at % 4] ?? ""}${at * 3 + 8} 号`,
    householdSize: (at % 3) + 2,
    occupation: choice(site, "occupation", at),
    purpose: choice(site, "purpose", at),
    objections: choice(site, "objections", at),
    payment: client.talk.payment,
    purchaseOrdinal: choice(site, "purchaseOrdinal", at),
    householdIncome: 90000 + at * 4000,
    unitNo: `${(at % 4) + 1}-1-${(at % 11) + 3}-0${(at % 2) + 1}`,
    location: `${(at % 4) + 1}-1-${(at % 11) + 3}-0${(at % 2) + 1}`,
    unitCategory: choice(site, "unitCategory", 0),
    floorArea,
    propertyType: choice(site, "propertyType", at),
    layout: choice(site, "dealLayout", at),
    unitPrice,
    totalPrice: Math.round(unitPrice * floorArea),
    channels: choice(site, "channels", at).replace("老带新", "路过"),
    referralProspect: choice(site, "referralProspect", at),
  };
};

interface Step {
  readonly change: Change;
  readonly when: string;
}

/** Contacts of one client with the grade's steps, and the days the steps were made. */
const contactsOf = (client: Client, site: Site, today: CalendarDay) => {
  const days = contactDays(client.person, site);
  const grade = gradeOf(client.person);
  const steps = ladder[grade];
  const reached: Partial<Record<Grade, CalendarDay>> = {};
  const rows: Row[] = [];
  let now: Grade = "C";
  days.forEach((ago, index) => {
    const day = addDays(today, -ago);
    const isLast = index === days.length - 1;
    const at = momentAt(day, 9 * 60 + 30 + ((client.at * 3 + index) % 8) * 60);
    // The later steps fall on the last contacts.
    const next = index === 0 ? "C" : steps[steps.length - (days.length - index)];
    const to: Grade | undefined = next !== undefined && next !== now && index > 0 ? next : undefined;
    const visiting = index === (client.person.rang ? 1 : 0) && day === client.visited;
    const spoken = index === 0 || visiting ? undefined : contactTalk(client.talk, client.at + index);
    const ending = to === undefined ? undefined : endingTalk(client.talk, to);
    const calling = index === 0 && (client.visited === undefined || client.person.rang);
    const limit = to ?? now;
    const agreed =
      !isLast || limit === "D" || limit === "√" || limit === "×" || days.length === 1
        ? undefined
        : client.person.state === "C约定今日"
          ? today
          : addDays(day, site.cadence[limit].latest);
    rows.push({
      contactedAt: calling ? momentAt(day, 9 * 60 + client.at * 7) : at,
      clientId: client.id,
      grade: now,
      method: calling
        ? "电话"
        : visiting || to === "√"
          ? "来访"
          : to === "×"
            ? "电话"
            : (spoken?.method ?? "电话"),
      notes:
        ending ??
        spoken?.notes ??
        (calling ? callTalk(client.talk, client.at) : visitTalk(client.talk, client.at)),
      interests: nothing,
      strategy: nothing,
      feedback: feedbackOf(client.at + index),
      ...(to !== undefined && { newGrade: to }),
      ...(agreed !== undefined && agreed > day && { nextAt: agreed, nextReason: "回访，问家人的意见" }),
      consultant: client.consultant,
    });
    if (index === 0) reached["C"] = day;
    if (to !== undefined) {
      reached[to] = day;
      now = to;
    }
  });
  return { rows, reached };
};

/**
 * Appends for all registers, in the order of their days, and the numbers given.
 * `site` with a roster, lists and region letters; the site's `highest` is counted on from.
 */
export const sampleRegisters = (site: Site, today: CalendarDay): readonly Change[] => {
  const steps: Step[] = [];
  const counters = new Map<string, number>();
  for (const client of clientsOf(site, today)) {
    const { rows, reached } = contactsOf(client, site, today);
    const add = (
      form: "visitors" | "calls" | "grades" | "followUps" | "deals",
      when: string,
      row: Row,
    ): void => {
      steps.push({ when, change: { kind: "append", form, row } });
    };
    const number = parseClientNumber(client.id);
    if (number) counters.set(number.prefix, Math.max(counters.get(number.prefix) ?? 0, number.n));
    if (client.person.rang || client.visited === undefined)
      add("calls", momentAt(client.first, 9 * 60 + client.at * 7), callRow(client, site));
    if (client.visited !== undefined)
      add("visitors", client.visited, visitRow(client, client.visited, site, today));
    add("grades", client.first, {
      clientId: client.id,
      consultant: client.consultant,
      ...Object.fromEntries(Object.entries(reached).map(([grade, day]) => [reachedKey[grade as Grade], day])),
      remarks: remark,
    });
    for (const row of rows) add("followUps", String(row["contactedAt"]), row);
    const deal = reached["√"];
    if (deal !== undefined) add("deals", dayOf(deal), dealRow(client, deal, site, today));
  }
  return [
    ...[...counters].map(([prefix, highest]): Change => ({ kind: "counter", prefix, highest })),
    ...steps.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0)).map(({ change }) => change),
  ];
};
