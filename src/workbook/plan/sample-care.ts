/** The sample's door, invitations, owners looked after, scores and a client given up (R11, R15, R17). */
import { choiceSeparator } from "../../domain/form/field";
import type { FormKey } from "../../domain/forms/index";
import { weeksOfQuarter } from "../../domain/forms/progress";
import {
  addDays,
  type CalendarDay,
  dayFrom,
  dayOf,
  dayOfMonth,
  momentAt,
  monthOf,
  weekday,
  yearOf,
} from "../../domain/kit/calendar-day";
import type { Change } from "../../domain/register/change";
import { houseWeights } from "../../domain/register/settings/policies";
import type { Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import { careCalendar, type CareTask } from "../../domain/rules/care-calendar";
import { dealNumber, lostNumber } from "../../domain/rules/client-number";
import { nothing } from "../../domain/rules/nothing-to-say";
import { type Client, offered, type Step } from "./sample-clients";
import type { Sale } from "./sample-sales";
import { unitAt } from "./sample-units";
import { firstDataRow } from "./references";

const append = (form: FormKey, when: string, row: Row): Step => ({
  when,
  change: { kind: "append", form, row },
});

const named = (clients: readonly Client[], name: string): readonly Client[] =>
  clients.filter(({ person }) => person.name === name);

/** How far back the door's log reaches, in days. */
const logged = 3;

/**
 * Whoever came in these days, new ones on turn, known ones to their own consultant. The order begins with the one
 * who received the first new client, so that the log follows it.
 */
const door = (
  clients: readonly Client[],
  contacts: readonly Row[],
  site: Site,
  today: CalendarDay,
): readonly Step[] => {
  const byId = new Map(clients.map((client) => [String(client.id), client]));
  const visits = contacts
    .filter((row) => row["method"] === "来访" && String(row["contactedAt"]) >= addDays(today, -logged))
    .sort((a, b) => (String(a["contactedAt"]) < String(b["contactedAt"]) ? -1 : 1));
  const isNew = (row: Row): boolean =>
    byId.get(String(row["clientId"]))?.visited === String(row["contactedAt"]).slice(0, 10);
  const roster = site.consultants.filter(({ active }) => active);
  const begins = Math.max(
    0,
    roster.findIndex(({ name }) => name === visits.find(isNew)?.["consultant"]),
  );
  const order = [...roster.slice(begins), ...roster.slice(0, begins)];
  return [
    ...order.map(({ name, group }, at) =>
      append("rotation", "", {
        order: at + 1,
        consultant: name,
        group: group === "" ? nothing : group,
        state: offered(site, "turnState", "当值"),
      }),
    ),
    ...visits.map((row) =>
      append("receptions", String(row["contactedAt"]), {
        at: String(row["contactedAt"]),
        clientId: String(row["clientId"]),
        receiver: String(row["consultant"]),
        kind: offered(site, "receptionKind", isNew(row) ? "新客户" : "老客户"),
        counts: offered(site, "yesNo", isNew(row) ? "是" : "否"),
        remarks: isNew(row) ? "按轮序接待" : "老客户再访，由原置业顾问接待，不占轮次",
      }),
    ),
  ];
};

/** The Saturday after today, and the one before. */
const saturdays = (today: CalendarDay): readonly [CalendarDay, CalendarDay] => {
  const ahead = (6 - weekday(today) + 7) % 7 || 7;
  return [addDays(today, ahead - 7 === 0 ? -7 : ahead - 7), addDays(today, ahead)];
};

const invitations = (clients: readonly Client[], site: Site, today: CalendarDay): readonly Step[] => {
  const [past, next] = saturdays(today);
  const openDay = "示例样板间开放日";
  const before = past >= today ? addDays(past, -7) : past;
  const invite = (client: Client, day: CalendarDay, hour: number, event: string, result?: string): Step =>
    append("invitations", addDays(day, -2), {
      clientId: client.id,
      invitedFor: momentAt(day, hour * 60),
      event,
      units: [unitAt(10), unitAt(12)].map(({ unitNo }) => unitNo).join(choiceSeparator),
      ...(result !== undefined && { result: offered(site, "invitationResult", result) }),
    });
  return [
    append("events", "", {
      date: next,
      name: openDay,
      kind: offered(site, "eventKind", "暖场"),
      audience: ["A", "B", "C", "D"].join(choiceSeparator),
    }),
    ...named(clients, "冯磊").map((client) => invite(client, before, 10, nothing, "未联系上")),
    ...["孙丽", "许佳"].flatMap((name) =>
      named(clients, name).map((client) => invite(client, next, 14, openDay)),
    ),
  ];
};

/** The day's return in a year; 28 February where it has no 29th. */
const inYear = (day: CalendarDay, year: number): CalendarDay =>
  dayFrom(year, monthOf(day), dayOfMonth(day)) ?? dayFrom(year, monthOf(day), 28) ?? day;

/** What owners answered when they were asked: nothing is planned for who was not (R15). */
const agreedTo = (site: Site): string => offered(site, "yesNo", "是");

/** Owners who have not signed yet: all that is known of them so far is that they agreed. */
const newOwners = (sales: readonly Sale[], site: Site): readonly Step[] =>
  sales
    .filter(({ signed }) => signed === undefined)
    .map(({ client, subscribed }) =>
      append("profiles", subscribed, { clientId: client.id, consent: agreedTo(site) }),
    );

/** Tasks of the days ahead are written as the program writes them; those of the first weeks are done. */
const care = (sales: readonly Sale[], site: Site, today: CalendarDay): readonly Step[] =>
  sales
    .filter(({ signed }) => signed !== undefined)
    .flatMap(({ client, subscribed }, at): readonly Step[] => {
      const birthday = inYear(addDays(today, 20 + at * 40), yearOf(today) - client.person.age);
      const weddingDay = inYear(addDays(today, 90 + at * 40), yearOf(today) - client.person.age + 26);
      const { openingOn, handOverOn } = site.policies;
      const tasksOf = careCalendar(today, addDays(today, 30), { openingOn, handOverOn });
      const tasks = tasksOf({
        deals: [subscribed],
        class: "A",
        birthday,
        spouseBirthday: undefined,
        weddingDay,
        consent: "yes",
        brought: [],
      });
      const done: Readonly<Record<string, string>> = {
        成交次日: "电话慰问，客户说手续顺利，问了交房时间，已答复。",
        电影周: "夫妻一起来看了电影，送了洗车券，介绍了样板区进度。",
      };
      const row = ({ reason, detail, due, method }: CareTask): Row => ({
        clientId: client.id,
        reason: offered(site, "careReason", reason),
        detail,
        dueOn: due,
        method: offered(site, "careMethod", method),
        ...(due < today && done[reason] !== undefined && { doneOn: due, notes: done[reason] }),
      });
      return [
        append("profiles", subscribed, {
          clientId: client.id,
          nativePlace: "示例县",
          birthday,
          employer: "示例公司",
          position: "职员",
          income: 60_000 + at * 12_000,
          householdIncome: 120_000 + at * 20_000,
          car: nothing,
          character: "爽快，重口碑",
          hobbies: ["羽毛球", "养花"][at % 2] ?? nothing,
          spouseName: nothing,
          weddingDay,
          childName: nothing,
          decider: "本人",
          payer: "本人",
          ownedProperty: dealNumber(client.id),
          preferredContact: [offered(site, "method", "电话"), offered(site, "method", "微信")].join(
            choiceSeparator,
          ),
          consent: agreedTo(site),
        }),
        ...[...tasks]
          .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
          .map((task) => append("careTasks", subscribed, row(task))),
      ];
    });

/** What is said no to; all else is a yes. */
const scored: readonly (readonly [name: string, no: readonly (keyof typeof houseWeights)[]])[] = [
  ["吴志远", ["askedDetails"]],
  ["李建国", ["likesPrice", "deciderCame"]],
  ["郑敏", ["likesPrice", "canAfford", "fixedUnit"]],
];

const scores = (clients: readonly Client[], site: Site, today: CalendarDay): readonly Step[] =>
  scored.flatMap(([name, no], at) =>
    named(clients, name).map((client) =>
      append("intentScores", addDays(today, -at - 1), {
        clientId: client.id,
        scoredOn: addDays(today, -at - 1),
        ...Object.fromEntries(
          Object.keys(houseWeights).map((key) => [
            key,
            offered(site, "yesNo", (no as readonly string[]).includes(key) ? "否" : "是"),
          ]),
        ),
      }),
    ),
  );

/** 未成交分析 of the client given up first. */
const givenUp = (
  clients: readonly Client[],
  lostOn: ReadonlyMap<string, CalendarDay>,
  site: Site,
): readonly Step[] =>
  clients
    .filter(({ id }) => lostOn.has(id))
    .slice(0, 1)
    .map((client) => {
      const { person, talk } = client;
      const on = dayOf(lostOn.get(client.id) ?? client.first);
      return append("lostClients", on, {
        lostId: lostNumber(client.id),
        consultant: client.consultant,
        name: person.name,
        gender: person.gender,
        age: person.age,
        phone: client.mobile,
        address: nothing,
        occupation: offered(site, "occupation", "国营企事业单位领导"),
        purpose: offered(site, "purpose", "自用"),
        objections: offered(site, "objections", "总价"),
        payment: talk.payment,
        location: nothing,
        unitCategory: offered(site, "unitCategory", "住宅"),
        floorArea: 118.36,
        propertyType: offered(site, "propertyType", "小高层"),
        layout: offered(site, "dealLayout", "3/2"),
        givenUpOn: on,
        lossReasons: [offered(site, "lossReasons", "价格"), offered(site, "lossReasons", "购买竞品")].join(
          choiceSeparator,
        ),
        lossAnalysis: "总价超出预算约五万元，家人更看重离单位近，最后在城东买了总价较低的小户型。",
        competitor: "示例城东某项目",
      });
    });

/** 季度进度: what was planned, a home or two a week; its rows are there from the beginning. */
const planned = (): readonly Change[] =>
  Array.from({ length: weeksOfQuarter }, (_, week) => {
    const units = 1 + (week % 3 === 2 ? 1 : 0);
    const set = (key: string, value: number): Change => ({
      kind: "set",
      form: "progress",
      row: firstDataRow + week + 1,
      key,
      was: null,
      value,
    });
    return [set("plannedUnits", units), set("plannedSales", units * 320_000)];
  }).flat();

export const careSteps = (
  clients: readonly Client[],
  contacts: readonly Row[],
  sales: readonly Sale[],
  lostOn: ReadonlyMap<string, CalendarDay>,
  site: Site,
  today: CalendarDay,
): readonly Step[] => [
  ...door(clients, contacts, site, today),
  ...invitations(clients, site, today),
  ...care(sales, site, today),
  ...newOwners(sales, site),
  ...scores(clients, site, today),
  ...givenUp(clients, lostOn, site),
  ...planned().map((change) => ({ when: "", change })),
];
