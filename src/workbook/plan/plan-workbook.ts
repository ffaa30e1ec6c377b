/** A site's workbook as plain data: every sheet, table, drop-down, formula and colour of it. */
import type { Book, DefinedName, Sheet } from "../../book/book";
import { addDays, type CalendarDay, dayFrom, yearOf } from "../../domain/kit/calendar-day";
import { type RegisterKey, registersBySheet } from "../../domain/forms/index";
import { weeksOfQuarter } from "../../domain/forms/progress";
import type { Change } from "../../domain/register/change";
import { festivalsBetween } from "../../domain/rules/festivals";
import { listNames, planDictionary } from "./dictionary-sheet";
import { fillBook } from "./fill-book";
import { planHome } from "./home-sheet";
import { planLedger } from "./ledger-sheet";
import type { NewSite } from "./new-site";
import { all } from "./references";
import { progressChart } from "./progress-chart";
import { registerSheet, type SheetExtras } from "./register-sheet";
import { paceRange, planSettings, rosterColumn } from "./settings-sheet";
import {
  digitsArray,
  digitsName,
  firstSettingRow,
  growingList,
  paceName,
  referredNames,
  rosterName,
  settingCell,
  settingKeys,
  settings,
  settingsSheet,
} from "./site-sheet";

const names: readonly DefinedName[] = [
  ...settingKeys.map((key) => ({ name: settings[key], refersTo: `=${settingCell(key)}` })),
  { name: paceName, refersTo: `=${paceRange}` },
  { name: referredNames.units, refersTo: `=${all("units", "unitNo")}` },
  { name: referredNames.events, refersTo: `=${all("events", "name")}` },
  { name: rosterName, refersTo: growingList(settingsSheet, rosterColumn, firstSettingRow) },
  { name: digitsName, refersTo: digitsArray },
  ...listNames,
];

/** Festivals for last year and the two to come: D clients wait for them (R5). */
const festivals = (today: CalendarDay): readonly Change[] => {
  const from = dayFrom(yearOf(today) - 1, 1, 1) ?? today;
  const to = dayFrom(yearOf(today) + 2, 12, 31) ?? addDays(today, 730);
  return festivalsBetween(from, to).map(({ day, name }) => ({
    kind: "append",
    form: "events",
    row: { date: day, name, kind: "节日", audience: "D" },
  }));
};

const [reception, pipeline, sales, care] = ["#1B5E72", "#B3261E", "#1E6B36", "#8A5200"] as const;

const tabColors: Readonly<Record<RegisterKey, string>> = {
  visitors: reception,
  calls: reception,
  grades: pipeline,
  followUps: reception,
  invitations: reception,
  deals: sales,
  lostClients: pipeline,
  applications: sales,
  progress: sales,
  units: sales,
  receipts: sales,
  instalments: sales,
  mortgagePapers: sales,
  rotation: reception,
  receptions: reception,
  profiles: care,
  careTasks: care,
  intentScores: care,
  events: care,
};

/** What a sheet has beside its tables, by its first register. */
const own: Readonly<Partial<Record<RegisterKey, SheetExtras>>> = {
  progress: { charts: [progressChart], onePage: true },
};

/** 季度进度 has its twelve weeks from the beginning. */
const weeks: readonly Change[] = Array.from({ length: weeksOfQuarter }, () => ({
  kind: "append",
  form: "progress",
  row: {},
}));

/** The workbook of a new site; `today` says for which years the festivals are filled in. */
export const planWorkbook = (site: NewSite, today: CalendarDay): Book => {
  const sheets: readonly Sheet[] = [
    planHome(),
    ...registersBySheet.map((keys) => registerSheet(keys, { tabColor: tabColors[keys[0]], ...own[keys[0]] })),
    planSettings(site, today),
    planDictionary(),
    registerSheet(["problems"], {
      note: "在案场簿窗格点“校验”，发现的问题列在这里：在哪里，是什么，怎么办。没有列出就是没有问题，或者还没有校验过。",
      tabColor: "#6B7785",
    }),
    planLedger(site),
  ];
  return fillBook({ sheets, names }, [...festivals(today), ...weeks]);
};

/** The plan of this version, to hold a workbook against: what a site said of itself stands in its own workbook. */
export const planNow = (today: CalendarDay, workbookId: string): Book =>
  planWorkbook(
    { project: "", place: "", region: "", areaCode: "", policy: "000", consultants: [], workbookId },
    today,
  );
