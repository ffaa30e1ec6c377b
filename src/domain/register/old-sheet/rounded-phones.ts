/** 收编: numbers whose last digits a spreadsheet has rounded away: 13800000000 stood for 13803791234. */
import type { Phone } from "../../rules/phone";
import { namesAgree } from "../../rules/same-person";
import type { People } from "../adoption/adoption-people";
import type { OldEntry } from "./old-entry";
import { finding, type Finding } from "../problem";
import type { RawCell } from "../register";

/**
 * A number shown as 1.38E+10 that ends in noughts has no more digits than are shown, and one mobile in ten thousand
 * truly ends so: it is handed over as it is shown, as a .csv would.
 */
export const seenInPowers = (cell: RawCell): RawCell =>
  typeof cell === "number" && Number.isInteger(cell) && cell >= 1e9 && cell < 1e13 && cell % 10_000 === 0
    ? cell.toExponential().toUpperCase()
    : cell;

/** Eleven digits in one, the last five noughts: the same in a file whose numbers have lost their format. */
export const isRounded = (raw: RawCell): boolean =>
  /^\s*1[3-9]\d{4}0{5}(?:\.0+)?\s*$/u.test(String(raw ?? ""));

export const roundedHint = ({ shown }: Phone): Finding =>
  finding("maybeRounded", { key: "mobile", caption: "手机", value: shown });

/** Rows of people of several names under one such number, here or in the workbook: it is nobody's to join them by. */
export const roundedTogether = (
  entries: readonly OldEntry[],
  people: People,
): ReadonlyMap<OldEntry, Finding> => {
  const byPhone = new Map<string, { readonly phone: Phone; readonly of: OldEntry[] }>();
  for (const entry of entries)
    for (const phone of entry.rounded) {
      const found = byPhone.get(phone.e164);
      if (found) found.of.push(entry);
      else byPhone.set(phone.e164, { phone, of: [entry] });
    }
  const together = new Map<OldEntry, Finding>();
  for (const { phone, of } of byPhone.values()) {
    const there = people.byPhone([phone])?.client.name;
    const [first] = of;
    const name = there ?? first?.name ?? "";
    const isOne = of.every(
      (entry) => entry.name === name || (entry.name !== "" && namesAgree(name, entry.name)),
    );
    if (isOne) continue;
    const others = [...new Set([...(there === undefined ? [] : [there]), ...of.map((entry) => entry.name)])];
    for (const entry of of)
      together.set(
        entry,
        finding("roundedTogether", {
          key: "mobile",
          caption: "手机",
          value: phone.shown,
          facts: { others: others.filter((other) => other !== "").join("、") },
        }),
      );
  }
  return together;
};
