/**
 * Notes, the old kind of comments (ExcelApi 1.18: later than the client of the npm package asks for).
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-notes
 */
import { addComment, commentsOf } from "../model/comments";
import { hostError } from "../model/refusal";
import type { SheetState } from "../model/workbook";
import { asText, asWhole } from "./arguments";
import { handle, type Handle, type HostClass } from "./classes";
import { cellArgument, type OnCell } from "./comment-classes";

const found = (note: OnCell | undefined, key: unknown): Handle => {
  if (note === undefined) throw hostError("ItemNotFound", `There is no note ${String(key)}.`);
  return handle(noteClass, note);
};

/** Of the workbook, or of the sheet that is its target. */
export const noteCollection: HostClass<SheetState | undefined> = {
  name: "NoteCollection",
  items: (sheet, { book }) => commentsOf(book, sheet, "note").map((each) => handle(noteClass, each)),
  call: {
    Add: (sheet, [place, content], call) => {
      const at = cellArgument(place, sheet, call);
      return handle(noteClass, {
        sheet: at.sheet,
        comment: addComment(call.book, at, asText(content), "note"),
      });
    },
    GetCount: (sheet, _args, { book }) => commentsOf(book, sheet, "note").length,
    GetItemAt: (sheet, [at], { book }) => found(commentsOf(book, sheet, "note")[asWhole(at)], at),
  },
};

const noteClass: HostClass<OnCell> = {
  name: "Note",
  get: {
    AuthorName: ({ comment }) => comment.remarks[0]?.author ?? "",
    Content: ({ comment }) => comment.remarks[0]?.content ?? "",
  },
  call: { GetLocation: ({ sheet, comment }, _args, call) => call.range(sheet, comment.area) },
};
