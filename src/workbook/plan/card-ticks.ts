/** The choices of a list as the paper has them: ☑ what is chosen, □ what is not, a line where one may write another. */
import type { TickBox } from "../../domain/form/card";
import { choiceSeparator, type Field } from "../../domain/form/field";
import type { CardRecord } from "../../domain/register/card/card-records";
import type { Site } from "../../domain/register/site";

const isTicked = "☑";
const isOpen = "□";
const line = "____";
const other = "其他";

/** Shipped as places for the site's own: an empty line until the site has named them. */
const isPlaceholder = (choice: string): boolean => choice.startsWith("自定渠道");

const inOrder = (choices: readonly string[], order: readonly string[] | undefined): readonly string[] => {
  if (order === undefined) return choices;
  const place = (choice: string): number => {
    const at = order.indexOf(choice);
    return at < 0 ? order.length : at;
  };
  return [...choices].sort((a, b) => place(a) - place(b));
};

export const tickTokens = (
  { key, inside, unit, choices: onPaper, order }: TickBox,
  field: Field,
  { chosen, answers }: CardRecord,
  { lists }: Site,
): readonly string[] => {
  const choices: readonly string[] =
    onPaper ??
    (field.kind === "tickOne" || field.kind === "tickMany" ? inOrder(lists[field.list], order) : []);
  const computed = onPaper === undefined ? "" : (answers.get(key) ?? "");
  const ticked = chosen.get(key) ?? (computed === "" || computed === "/" ? [] : [computed]);
  const within = inside === undefined ? "" : (answers.get(inside.key) ?? "");
  const strange = ticked.filter((choice) => !choices.includes(choice));
  const isBlank = (choice: string): boolean => isPlaceholder(choice) && !ticked.includes(choice);
  // What is on no list is written where the paper has a line for it: one on each blank, all else behind 其他.
  const onBlanks = new Map(choices.filter(isBlank).map((blank, at) => [blank, strange[at]]));
  const left = strange.slice(onBlanks.size);
  const hasOther = choices.includes(other);
  const token = (choice: string): string => {
    const on = ticked.includes(choice);
    const mark = on ? isTicked : isOpen;
    if (choice === inside?.choice)
      return `${mark}${choice.slice(0, inside.after)}${within === "" ? line : within}${choice.slice(inside.after)}`;
    if (onBlanks.has(choice)) {
      const own = onBlanks.get(choice);
      return own === undefined ? `${isOpen}${line}` : `${isTicked}${own}`;
    }
    if (choice === other && left.length > 0) return `${isTicked}${other}：${left.join(choiceSeparator)}`;
    return choice === other && !on ? `${mark}${choice}${line}` : `${mark}${choice}`;
  };
  // Nothing of what was written is lost where the site has changed its list since; "/" stands for no choice at all.
  const nothing = answers.get(key) === "/" ? ["/"] : [];
  const homeless =
    within !== "" && inside !== undefined && !choices.includes(inside.choice) ? [`（${within}）`] : [];
  return [
    ...choices.map(token),
    ...(hasOther ? [] : left.map((choice) => `${isTicked}${choice}`)),
    ...nothing,
    ...homeless,
    ...(unit === "" ? [] : [unit]),
  ];
};
