/** R12 and R13 over the deal reports. */
import { at, type Ground, placed } from "./check-ground";
import type { Problem } from "./problem";
import { textAt } from "./raw-cell";
import { rowNumber } from "./register";
import { totalFindings } from "./report-deal";

/** R13: a unit has one live deal; a second is an error with both rows. */
const unitsTwice = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.deals;
  if (register === undefined) return [];
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  const report = (index: number, other: number): void => {
    const facts = { other: rowNumber(register, other), otherName: textAt(register, "name", other) };
    problems.push(at({ register, index }, "unitTwice", "unitNo", { facts }));
  };
  const said = new Set<number>();
  for (let index = 0; index < register.count; index++) {
    const unit = textAt(register, "unitNo", index).toUpperCase();
    if (unit === "") continue;
    const other = first.get(unit);
    if (other === undefined) {
      first.set(unit, index);
      continue;
    }
    report(index, other);
    if (!said.has(other)) report(other, index);
    said.add(other);
  }
  return problems;
};

export const checkDeals = (ground: Ground): readonly Problem[] => {
  const register = ground.book.registers.deals;
  if (register === undefined) return [];
  const totals = (ground.rows.get("deals") ?? []).flatMap((row, index) =>
    row === undefined ? [] : totalFindings(row).map((each) => placed({ register, index }, each)),
  );
  return [...totals, ...unitsTwice(ground)];
};
