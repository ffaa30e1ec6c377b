/** Words on cells: notes, and threads of comments. */
import type { Area } from "../../book/address";
import type { Comment } from "../../book/book";
import { areaText, common } from "./areas";
import { hostError } from "./refusal";
import type { CommentState, RemarkState, SheetState, Workbook } from "./workbook";

/** Whoever sits at the workbook; Excel names who is signed in. */
const signedIn = "User";

const newId = (book: Workbook): string =>
  `{${(++book.lastId).toString(16).padStart(8, "0").toUpperCase()}-C0DE-4E00-9000-000000000000}`;

export const loadComment = (book: Workbook, { kind, said }: Comment, area: Area): CommentState => ({
  id: newId(book),
  kind,
  area,
  remarks: said.map(({ by, text, at }) => ({ id: newId(book), author: by, content: text, created: at })),
});

export const plainComments = ({ comments }: SheetState): readonly Comment[] =>
  comments.map(({ kind, area, remarks }) => ({
    cell: areaText(area),
    kind,
    said: remarks.map(({ author, content, created }) => ({
      by: author,
      text: content,
      ...(created === undefined ? {} : { at: created }),
    })),
  }));

const changed = (book: Workbook, sheet: SheetState): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "comments" });
};

const newRemark = (book: Workbook, content: string, kind: Comment["kind"]): RemarkState => ({
  id: newId(book),
  author: signedIn,
  content,
  created: kind === "thread" ? book.options.today().toISOString() : undefined,
});

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.commentcollection#excel-excel-commentcollection-add-member(1):
 * on one cell alone. That a cell has no second one is assumed from Excel's menu, the code of the refusal too.
 */
export const addComment = (
  book: Workbook,
  { sheet, area }: { readonly sheet: SheetState; readonly area: Area },
  content: string,
  kind: Comment["kind"],
): CommentState => {
  if (area.top !== area.bottom || area.left !== area.right)
    throw hostError("InvalidArgument", "A comment stands on one cell.");
  if (sheet.comments.some((each) => common(each.area, area)))
    throw hostError("InvalidOperation", `There is a comment on ${areaText(area)} already.`);
  const comment: CommentState = { id: newId(book), kind, area, remarks: [newRemark(book, content, kind)] };
  sheet.comments.push(comment);
  changed(book, sheet);
  return comment;
};

export const addReply = (
  book: Workbook,
  { sheet, comment }: { readonly sheet: SheetState; readonly comment: CommentState },
  content: string,
): RemarkState => {
  const remark = newRemark(book, content, "thread");
  comment.remarks.push(remark);
  changed(book, sheet);
  return remark;
};

export const clearComments = (book: Workbook, sheet: SheetState, area: Area): void => {
  const rest = sheet.comments.filter((each) => !common(each.area, area));
  if (rest.length === sheet.comments.length) return;
  sheet.comments = rest;
  changed(book, sheet);
};

/** Of one kind on a sheet, or in the workbook, sheet by sheet, the oldest first (the order is assumed). */
export const commentsOf = (
  book: Workbook,
  sheet: SheetState | undefined,
  kind: Comment["kind"],
): readonly { readonly sheet: SheetState; readonly comment: CommentState }[] =>
  (sheet === undefined ? book.sheets : [sheet]).flatMap((each) =>
    each.comments.filter((comment) => comment.kind === kind).map((comment) => ({ sheet: each, comment })),
  );
