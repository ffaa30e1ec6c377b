/** Marks people tick with, in a cell of their own and in a printed row of choices: ☑男 □女, 自用√ 投资□. */

/** A cell that is a tick and nothing else. */
export const isTick = (said: string): boolean => /^(?:[√✓✔☑☒■●vVyY1]|是|有|对)$/u.test(said);

/** A cell that says it is not ticked. */
export const isNoTick = (said: string): boolean => /^(?:[☐□○◯×✕✗xXnN0/]|否|无|[-–—]+)$/u.test(said);

const tick = "☑";
const box = "□";
/** Marks of all kinds as two: ticked, and left or crossed out. */
const withMarks = (text: string): string =>
  text
    .replace(/[[(（【]\s*[√✓✔]\s*[\])）】]|\[\s*x\s*\]|[√✓✔☑■●]/giu, tick)
    .replace(/[[(（【]\s*[×✗✘✕]?\s*[\])）】]|[×✗✘✕☒□☐○◯]/gu, box);

/** A printed row of boxes, marks before the choices or behind them: what is ticked; nothing where none is. */
export const tickedIn = (text: string): readonly string[] | undefined => {
  const marked = withMarks(text).trim();
  if (!marked.includes(tick)) return undefined;
  // A tick for each, before one and behind another: √路过 听说√.
  const words = marked.split(/[\s☑、，,;；/]+/u).filter((word) => word !== "");
  if (!marked.includes(box) && words.length === marked.split(tick).length - 1) return words;
  const before = marked.startsWith(tick) || marked.startsWith(box);
  if (!before && !marked.endsWith(tick) && !marked.endsWith(box)) return undefined;
  const pieces = marked
    .split(/([☑□])/u)
    .map((piece) => piece.replace(/^[\s、，,;；/]+|[\s、，,;；/]+$/gu, ""));
  const found: string[] = [];
  for (const [at, mark] of pieces.entries()) {
    if (mark !== tick && mark !== box) continue;
    const choice = pieces[before ? at + 1 : at - 1] ?? "";
    // Words beside it that no mark is for.
    if (/\s/u.test(choice)) return undefined;
    if (mark === tick && choice !== "") found.push(choice);
  }
  return found.length > 0 ? found : undefined;
};

/** Boxes that were left or crossed out stand beside what is ticked. */
export const hasBoxes = (text: string): boolean => withMarks(text).includes(box);
