/**
 * R14: how sheets lay open in former versions, where this one lays them otherwise. What users have set is theirs: a
 * sheet is renewed only where it still is exactly as the former version built it.
 */
import type { Print, Sheet } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { Ground } from "./ground";
import { firstDataRow } from "./references";
import { mostFrozen } from "./register-sheet";

/** What stays in view, and which way the page lies; nothing frozen is nought and nought. */
export interface Layout {
  readonly freeze: NonNullable<Sheet["freeze"]>;
  readonly orientation: Print["orientation"];
}

/** Versions 1 to 4. Print titles, fit, footer and margins were what they are. */
const former: Readonly<Partial<Record<FormKey, Partial<Layout>>>> = {
  receipts: { freeze: { rows: firstDataRow, columns: 0 } },
  events: { orientation: "portrait" },
};

export const formerlyLaid = Object.keys(former) as readonly FormKey[];

/** What is to be laid anew; the client's number is in view where it stands now, if that leaves room to read. */
export const renewedLayout = (
  form: FormKey,
  now: Layout,
  { planned, placement }: Ground,
): Partial<Layout> => {
  const [was = {}, sheet] = [former[form], planned.get(form)?.sheet];
  if (sheet === undefined) return {};
  const { freeze = { rows: 0, columns: 0 }, print } = sheet;
  const columns = (placement.column(sheet.name, freeze.columns - 1) ?? -1) + 1;
  const asFrozen = was.freeze?.rows === now.freeze.rows && was.freeze.columns === now.freeze.columns;
  return {
    ...(asFrozen && columns > 0 && columns <= mostFrozen && { freeze: { rows: now.freeze.rows, columns } }),
    ...(was.orientation === now.orientation && print && { orientation: print.orientation }),
  };
};
