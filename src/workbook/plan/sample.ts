/** 填入示例: thirty believable, invented clients with contacts over the last two months, in every state of the ladder. */
import { choiceSeparator } from "../../domain/form/field";
import type { FormKey } from "../../domain/forms/index";
import type { ListKey } from "../../domain/forms/lists";
import { addDays, type CalendarDay, dayOf, type Moment, momentAt } from "../../domain/kit/calendar-day";
import { nothing } from "../../domain/rules/nothing-to-say";
import { reachedKey } from "../../domain/register/grade-rows";
import type { Change } from "../../domain/register/change";
import type { Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import { dealNumber, parseClientNumber } from "../../domain/rules/client-number";
import type { Grade } from "../../domain/rules/grade";
import { careSteps } from "./sample-care";
import {
  choice,
  type Client,
  clientsOf,
  contactDays,
  gradeOf,
  ladder,
  mobileOf,
  offered,
  type Step,
} from "./sample-clients";
import { dealUnit, type Sale, saleOf, salesSteps } from "./sample-sales";
import { unitAt } from "./sample-units";
import { callTalk, contactTalk, endingTalk, feedbackOf, visitTalk } from "./sample-talk";

const remark = "虚构示例，可删除";

/** When something was done, `minutes` after midnight of its day. */
type When = (day: CalendarDay, minutes: number) => Moment;

const wholeDay = 24 * 60;

const streets = ["示例东路", "示例西路", "示例大街", "示例花园"];

const areas = ["城东", "城西", "城南", "城北", "开发区"] as const;
const areaOf = ({ at }: Client): string => areas[at % areas.length] ?? nothing;

/** An owner who brought a friend, whom the same consultant looks after (R10, R16). */
const referrerName = "周晓燕";
const broughtIn = (clients: readonly Client[]): ReadonlyMap<Client, Client> => {
  const referrer = clients.find(({ person }) => person.name === referrerName);
  const friend =
    referrer &&
    clients.find(
      ({ consultant, visited, person, first }) =>
        visited !== undefined && !person.rang && consultant === referrer.consultant && first > referrer.first,
    );
  return new Map(friend && [[friend, referrer]]);
};

interface Visit {
  readonly client: Client;
  readonly day: CalendarDay;
  readonly referrer: Client | undefined;
}

const visitRow = ({ client, day, referrer }: Visit, site: Site, today: CalendarDay): Row => {
  const { at, person, talk } = client;
  const of = (list: ListKey, shift = 0): string => choice(site, list, at + shift);
  const channel = referrer ? offered(site, "channels", "老带新") : of("channels").replace("老带新", "路过");
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
    phone: at % 9 === 0 ? nothing : mobileOf(at).replace("199", "198"),
    mobile: client.mobile,
    residenceArea: areaOf(client),
    address: `${streets[at % 4] ?? ""}${at * 3 + 8} 号`,
    postcode: nothing,
    familyStructure: of("familyStructure"),
    partySize: (at % 3) + 1,
    partyRelation: ["本人", "夫妻", "一家三口"][at % 3] ?? nothing,
    channels: channel,
    referrerId: referrer?.id ?? nothing,
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
    recommendedUnits: [unitAt(at * 7 + 6), unitAt(at * 7 + 8)]
      .map(({ unitNo }) => unitNo)
      .join(choiceSeparator),
    preferredUnits: nothing,
    notes: visitTalk(talk, at),
    nextAppointment: appointment >= today ? momentAt(appointment, 10 * 60 + (at % 4) * 15) : nothing,
  };
};

const callRow = (client: Client, site: Site, when: When): Row => ({
  clientId: client.id,
  calledAt: when(client.first, 9 * 60 + client.at * 7),
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

const dealRow = (sale: Sale, site: Site): Row => {
  const { client, subscribed, signed } = sale;
  const { at, person } = client;
  return {
    dealId: dealNumber(client.id),
    consultant: client.consultant,
    queuedOn: addDays(subscribed, -2),
    subscribedOn: subscribed,
    ...(signed !== undefined && { signedOn: signed }),
    name: person.name,
    gender: person.gender,
    age: person.age,
    birthday: nothing,
    phone: client.mobile,
    residenceArea: areaOf(client),
    address: `${streets[at % 4] ?? ""}${at * 3 + 8} 号`,
    householdSize: (at % 3) + 2,
    occupation: choice(site, "occupation", at),
    purpose: choice(site, "purpose", at),
    objections: choice(site, "objections", at),
    purchaseOrdinal: choice(site, "purchaseOrdinal", at),
    householdIncome: 90000 + at * 4000,
    ...dealUnit(sale, site),
    gardenArea: nothing,
    otherArea: nothing,
    channels: choice(site, "channels", at).replace("老带新", "路过"),
    referralProspect: choice(site, "referralProspect", at),
  };
};

/** Contacts of one client with the grade's steps, and the days the steps were made. */
const contactsOf = (client: Client, site: Site, today: CalendarDay, when: When) => {
  const days = contactDays(client.person, site);
  const grade = gradeOf(client.person);
  const steps = ladder[grade];
  const reached: Partial<Record<Grade, CalendarDay>> = {};
  const rows: Row[] = [];
  let now: Grade = "C";
  days.forEach((ago, index) => {
    const day = addDays(today, -ago);
    const isLast = index === days.length - 1;
    const at = when(day, 9 * 60 + 30 + ((client.at * 3 + index) % 8) * 60);
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
      contactedAt: calling ? when(day, 9 * 60 + client.at * 7) : at,
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
 * @param gone minutes of today that are over: nothing of today is later, for the order at the door follows its log (R11)
 */
export const sampleRegisters = (site: Site, today: CalendarDay, gone = wholeDay): readonly Change[] => {
  const when: When = (day, minutes) =>
    momentAt(day, day === today ? Math.floor((minutes * gone) / wholeDay) : minutes);
  const steps: Step[] = [];
  const counters = new Map<string, number>();
  const sales: Sale[] = [];
  const lostOn = new Map<string, CalendarDay>();
  const contacts: Row[] = [];
  const add = (form: FormKey, when: string, row: Row): void => {
    steps.push({ when, change: { kind: "append", form, row } });
  };
  const clients = clientsOf(site, today);
  const brought = broughtIn(clients);
  for (const client of clients) {
    const { rows, reached } = contactsOf(client, site, today, when);
    const number = parseClientNumber(client.id);
    if (number) counters.set(number.prefix, Math.max(counters.get(number.prefix) ?? 0, number.n));
    if (client.person.rang || client.visited === undefined)
      add("calls", when(client.first, 9 * 60 + client.at * 7), callRow(client, site, when));
    if (client.visited !== undefined)
      add(
        "visitors",
        client.visited,
        visitRow({ client, day: client.visited, referrer: brought.get(client) }, site, today),
      );
    add("grades", client.first, {
      clientId: client.id,
      consultant: client.consultant,
      ...Object.fromEntries(Object.entries(reached).map(([grade, day]) => [reachedKey[grade as Grade], day])),
      remarks: remark,
    });
    for (const row of rows) add("followUps", String(row["contactedAt"]), row);
    contacts.push(...rows);
    if (reached["×"] !== undefined) lostOn.set(client.id, reached["×"]);
    const sale = reached["√"] === undefined ? undefined : saleOf(client, dayOf(reached["√"]), today);
    if (sale === undefined) continue;
    sales.push(sale);
    add("deals", sale.subscribed, dealRow(sale, site));
  }
  steps.push(...salesSteps(clients, sales, site, today));
  steps.push(...careSteps(clients, contacts, sales, lostOn, site, today));
  return [
    ...[...counters].map(([prefix, highest]): Change => ({ kind: "counter", prefix, highest })),
    ...steps.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0)).map(({ change }) => change),
  ];
};
