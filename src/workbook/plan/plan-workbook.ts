/** A site's workbook as plain data: every sheet, table, drop-down, formula and colour of it. */
import type { Book, DefinedName, Sheet } from "../../book/book";
import { addDays, type CalendarDay, dayFrom, yearOf } from "../../domain/kit/calendar-day";
import { registerKeys } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import { festivalsBetween } from "../../domain/rules/festivals";
import { listNames, planDictionary } from "./dictionary-sheet";
import { fillBook } from "./fill-book";
import { planHome } from "./home-sheet";
import { planLedger } from "./ledger-sheet";
import type { NewSite } from "./new-site";
import { registerSheet } from "./register-sheet";
import { paceRange, planSettings, rosterColumn } from "./settings-sheet";
import {
  firstSettingRow,
  growingList,
  paceName,
  rosterName,
  settingCell,
  settingKeys,
  settings,
  settingsSheet,
} from "./site-sheet";

const names: readonly DefinedName[] = [
  ...settingKeys.map((key) => ({ name: settings[key], refersTo: `=${settingCell(key)}` })),
  { name: paceName, refersTo: `=${paceRange}` },
  { name: rosterName, refersTo: growingList(settingsSheet, rosterColumn, firstSettingRow) },
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

const tabColors = {
  visitors: "#1B5E72",
  calls: "#1B5E72",
  grades: "#B3261E",
  followUps: "#1B5E72",
  deals: "#1E6B36",
  events: "#8A5200",
} as const;

/** The workbook of a new site; `today` says for which years the festivals are filled in. */
export const planWorkbook = (site: NewSite, today: CalendarDay): Book => {
  const sheets: readonly Sheet[] = [
    planHome(),
    ...registerKeys.map((key): Sheet => {
      const sheet = registerSheet(key, { tabColor: tabColors[key] });
      // Four columns stand better upright.
      return key === "events" && sheet.print
        ? { ...sheet, print: { ...sheet.print, orientation: "portrait" } }
        : sheet;
    }),
    planSettings(site),
    planDictionary(),
    registerSheet("problems", {
      note: "在案场簿窗格点“校验”，发现的问题列在这里：在哪里，是什么，怎么办。没有列出就是没有问题，或者还没有校验过。",
      tabColor: "#6B7785",
    }),
    planLedger(site),
  ];
  return fillBook({ sheets, names }, festivals(today));
};
