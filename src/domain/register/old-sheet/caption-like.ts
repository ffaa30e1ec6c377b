/** Cells that may be captions, by their looks alone. */
import { plain } from "../../kit/text";
import { isDitto } from "./ditto";
import { withoutNumbering } from "../match-headers";
import type { RawCell } from "../register";

const longestCaption = 30;

export const isShortText = (cell: RawCell): cell is string =>
  typeof cell === "string" &&
  plain(cell).length <= longestCaption &&
  !/\d{5}/u.test(plain(cell)) &&
  !isDitto(cell);

/** 2次跟进, 2访, 3月回访. */
const nthVisit = /^\d{1,2}(?:访|(?:次|月)\p{Script=Han}{2})/u;

/** A day, a phone, an age or a money begin with a digit; captions do not, but for their own numbers and those of visits. */
export const isCaptionLike = (cell: RawCell): boolean => {
  if (!isShortText(cell)) return false;
  const said = withoutNumbering(cell);
  return !/^[\d#]/u.test(said) || nthVisit.test(said);
};
