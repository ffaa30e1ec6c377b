/**
 * THE CATALOGUE: what can be wrong with data, with the rule that says so, how bad it is, and how it is said.
 * Each wording is what is wrong, then what to do; where it stands is put before it. `{name}` takes a fact.
 */
import type { Answer } from "./register";
import { across } from "./wording/across";
import { adoption } from "./wording/adoption";
import { adoptionUnits } from "./wording/adoption-units";
import { adoptionWhose } from "./wording/adoption-whose";
import { answers } from "./wording/answers";
import { applications } from "./wording/applications";
import { care } from "./wording/care";
import { decisions } from "./wording/decisions";
import { headOffice } from "./wording/head-office";
import { money } from "./wording/money";
import { ownership } from "./wording/ownership";
import { referrers } from "./wording/referrers";
import { rows } from "./wording/rows";
import { settings } from "./wording/settings";
import { structure } from "./wording/structure";
import { turn } from "./wording/turn";
import { units } from "./wording/units";

export type Language = "zh" | "en";

export const catalogue = {
  ...answers,
  ...rows,
  ...across,
  ...decisions,
  ...adoption,
  ...adoptionWhose,
  ...adoptionUnits,
  ...ownership,
  ...turn,
  ...units,
  ...money,
  ...applications,
  ...care,
  ...referrers,
  ...headOffice,
  ...structure,
  ...settings,
} as const;

export type ProblemCode = keyof typeof catalogue;
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** What a wording needs of a problem. */
export interface Sayable {
  readonly code: ProblemCode;
  readonly sheet?: string;
  readonly row?: number;
  readonly caption?: string;
  readonly value?: Answer;
  readonly facts?: Readonly<Record<string, Answer>>;
}

export interface Said {
  /** "来访登记 第 5 行“手机”". */
  readonly where: string;
  readonly says: string;
  readonly remedy: string;
}

const filled = (template: string, of: Sayable): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const fact =
      of.facts?.[name] ?? (name === "value" ? of.value : name === "caption" ? of.caption : undefined);
    return fact === undefined ? "" : String(fact);
  });

const where = ({ sheet, row, caption }: Sayable, language: Language): string => {
  const rowSaid = row === undefined ? "" : language === "zh" ? `第 ${row} 行` : `row ${row}`;
  const place = [sheet, rowSaid].filter((each) => each !== undefined && each !== "").join(" ");
  if (caption === undefined) return place;
  return language === "zh" ? `${place}“${caption}”` : `${place} “${caption}”`.trim();
};

/** A problem in words: where; what; what to do. */
export const say = (problem: Sayable, language: Language): Said => {
  const [says, remedy] = catalogue[problem.code][language];
  return { where: where(problem, language), says: filled(says, problem), remedy: filled(remedy, problem) };
};
