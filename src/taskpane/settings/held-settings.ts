/** 设置 as it stands, in the words people would type. */
import { settings } from "../../domain/forms/settings";
import { dayOfSerial } from "../../domain/kit/calendar-day";
import { plain } from "../../domain/kit/text";
import { type AmendableSetting, settingKinds } from "../../domain/register/settings/amend-settings";
import { type houseWeights, policyNamed } from "../../domain/register/settings/policies";
import { intentScores } from "../../domain/forms/intent-scores";
import { cellAt, type RawCell, type Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Person } from "./roster";

export interface HeldSettings {
  readonly lines: Readonly<Partial<Record<AmendableSetting, string>>>;
  readonly consultants: readonly Person[];
  /** "000/A/latest". */
  readonly cadence: Readonly<Record<string, string>>;
  readonly weights: Readonly<Record<string, string>>;
}

const indexes = (register: Register | undefined): readonly number[] =>
  Array.from({ length: register?.count ?? 0 }, (_, index) => index);

const text = (cell: RawCell): string => (cell === null ? "" : plain(String(cell)));

const asTyped = (key: AmendableSetting, cell: RawCell): string =>
  settingKinds[key] === "day" && typeof cell === "number" ? (dayOfSerial(cell) ?? "") : text(cell);

export const heldSettings = ({ site, registers }: SiteBook): HeldSettings => {
  const { settingLines: lines, consultants, cadence } = registers;
  const keys = new Map(Object.entries(settings).map(([key, caption]): [string, string] => [caption, key]));
  const said: Partial<Record<AmendableSetting, string>> = {};
  for (const index of indexes(lines)) {
    const key = lines && keys.get(text(cellAt(lines, "name", index)));
    if (lines && key !== undefined && key in settingKinds)
      said[key as AmendableSetting] = asTyped(key as AmendableSetting, cellAt(lines, "value", index));
  }
  const days: Record<string, string> = {};
  for (const index of indexes(cadence)) {
    if (!cadence) break;
    const named = policyNamed(text(cellAt(cadence, "policy", index)));
    for (const key of ["first", "earliest", "latest"])
      days[`${named}/${text(cellAt(cadence, "grade", index))}/${key}`] = text(cellAt(cadence, key, index));
  }
  return {
    lines: said,
    consultants: indexes(consultants).flatMap((index): Person[] => {
      const name = consultants ? text(cellAt(consultants, "name", index)) : "";
      return consultants === undefined || name === "" || name === "/"
        ? []
        : [
            {
              name,
              active: text(cellAt(consultants, "active", index)) !== "否",
              group: text(cellAt(consultants, "group", index)),
            },
          ];
    }),
    cadence: days,
    weights: Object.fromEntries(
      Object.entries(site.policies.weights).map(([key, weight]) => [
        intentScores.fields[key as keyof typeof houseWeights].caption,
        String(weight),
      ]),
    ),
  };
};
