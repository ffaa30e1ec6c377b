/** Threads of comments. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments */
import { addComment, addReply, commentsOf } from "../model/comments";
import { hostError } from "../model/refusal";
import type { CommentState, RemarkState, SheetState } from "../model/workbook";
import { asPlace, asWhole } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";

export interface OnCell {
  readonly sheet: SheetState;
  readonly comment: CommentState;
}

const found = (comment: OnCell | undefined, key: unknown): Handle => {
  if (comment === undefined) throw hostError("ItemNotFound", `There is no comment ${String(key)}.`);
  return handle(commentClass, comment);
};

/** A text alone has to name its sheet, says Microsoft's page on `add`. */
export const cellArgument = (value: unknown, sheet: SheetState | undefined, call: Call) => {
  if (typeof value === "string" && !value.includes("!"))
    throw hostError("InvalidArgument", `"${value}" names no sheet.`);
  return asPlace(value, call, sheet ?? call.view.sheet);
};

/** Rich contents (mentions, ExcelApi 1.11) are more than this host has learnt. */
const plainContent = (content: unknown, type: unknown): string => {
  if (typeof content !== "string" || (type !== undefined && type !== null && type !== "Plain"))
    throw hostError("NotImplemented", "Comments with mentions are not known to this host.");
  return content;
};

/** Of the workbook, or of the sheet that is its target. */
export const commentCollection: HostClass<SheetState | undefined> = {
  name: "CommentCollection",
  item: (sheet, key, { book }) =>
    found(
      commentsOf(book, sheet, "thread").find(({ comment }) => comment.id === key),
      key,
    ),
  items: (sheet, { book }) => commentsOf(book, sheet, "thread").map((each) => handle(commentClass, each)),
  call: {
    Add: (sheet, [place, content, type], call) => {
      const at = cellArgument(place, sheet, call);
      const comment = addComment(call.book, at, plainContent(content, type), "thread");
      return handle(commentClass, { sheet: at.sheet, comment });
    },
    GetCount: (sheet, _args, { book }) => commentsOf(book, sheet, "thread").length,
    GetItemAt: (sheet, [at], { book }) => found(commentsOf(book, sheet, "thread")[asWhole(at)], at),
  },
};

const first = ({ comment }: OnCell): RemarkState => {
  const [remark] = comment.remarks;
  if (remark === undefined) throw hostError("ItemNotFound", "The comment has no words.");
  return remark;
};

const commentClass: HostClass<OnCell> = {
  name: "Comment",
  identity: ({ comment }) => ({ Id: comment.id }),
  get: {
    AuthorName: (each) => first(each).author,
    Content: (each) => first(each).content,
    /** "Returns null if the comment was converted from a note". */
    CreationDate: (each) => first(each).created ?? null,
    Id: ({ comment }) => comment.id,
  },
  go: { Replies: (each) => handle(replyCollection, each) },
  call: { GetLocation: ({ sheet, comment }, _args, call) => call.range(sheet, comment.area) },
};

const replyCollection: HostClass<OnCell> = {
  name: "CommentReplyCollection",
  item: ({ comment }, key) => {
    const reply = comment.remarks.slice(1).find(({ id }) => id === key);
    if (reply === undefined) throw hostError("ItemNotFound", `There is no reply ${String(key)}.`);
    return handle(replyClass, reply);
  },
  items: ({ comment }) => comment.remarks.slice(1).map((each) => handle(replyClass, each)),
  call: {
    Add: (each, [content, type], { book }) =>
      handle(replyClass, addReply(book, each, plainContent(content, type))),
    GetCount: ({ comment }) => comment.remarks.length - 1,
  },
};

const replyClass: HostClass<RemarkState> = {
  name: "CommentReply",
  identity: ({ id }) => ({ Id: id }),
  get: {
    AuthorName: ({ author }) => author,
    Content: ({ content }) => content,
    CreationDate: ({ created }) => created ?? null,
    Id: ({ id }) => id,
  },
};
