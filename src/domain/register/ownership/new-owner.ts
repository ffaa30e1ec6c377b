/** What 再分配 and 交接 write in a row of 等级跟踪. */
import type { Change } from "../change";
import type { GradeRow } from "../grade-rows";
import { textAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";

type GradeKey = "consultant" | "formerConsultant" | "remarks";

export const setOf = ({ register, index, row }: GradeRow, key: GradeKey, value: string): Change => ({
  kind: "set",
  form: "grades",
  row,
  key,
  was: cellAt(register, key, index),
  value,
});

/** 备注 keeps what it said, and says one thing more. */
export const remarked = (row: GradeRow, line: string): Change => {
  const before = textAt(row.register, "remarks", row.index);
  return setOf(row, "remarks", before === "" ? line : `${before}\n${line}`);
};

export const isActive = (book: SiteBook, to: string): boolean =>
  book.site.consultants.some(({ name, active }) => active && name === to);
