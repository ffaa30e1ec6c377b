/** Comments on cells as texts. */
import type { Comment, Remark } from "./book";

/** "王强：周六再约"; a note names its author itself, where it does. "" where nothing is said. */
export const remarkText = (kind: Comment["kind"], { by, text }: Remark): string => {
  const said = text.replace(/\r\n?/gu, "\n").trim();
  return kind === "note" || by === "" || said === "" ? said : `${by}：${said}`;
};
