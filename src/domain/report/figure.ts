/** What a figure looks like where people read it: the same in the pane, in sentences and in print. */
import type { Cell, ColumnKind } from "./report";

const grouped = (figure: string): string => figure.replace(/\B(?=(?:\d{3})+$)/gu, ",");

/** "18,430,786", "1,234.50"; the fen only where there are any. */
const amount = (value: number): string => {
  const [whole = "", decimals = ""] = Math.abs(value).toFixed(2).split(".");
  return `${value < 0 ? "-" : ""}${grouped(whole)}${decimals === "00" ? "" : `.${decimals}`}`;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const shown = (cell: Cell, kind: ColumnKind): string => {
  if (cell === null || typeof cell === "string") return cell ?? "";
  switch (kind) {
    case "yuan":
    case "balance":
    case "area":
      return amount(cell);
    case "share":
    case "rate":
      return percent(cell);
    default:
      return Number.isInteger(cell) ? String(cell) : amount(cell);
  }
};
