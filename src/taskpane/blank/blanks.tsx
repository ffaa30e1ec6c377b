/** How each kind of blank is drawn: one table, so that a new kind does not compile until it is drawn. */
import type { ReactElement } from "react";
import type { PerKind } from "../../domain/form/field";
import type { ListKey } from "../../domain/forms/lists";
import { graphemeLength } from "../../domain/kit/text";
import { nothing } from "../../domain/rules/nothing-to-say";
import type { BlankProps, PaperContext } from "./blank";
import { ChoiceChips } from "./choice-chips";
import { ChoiceList } from "./choice-list";
import { ChoiceSegments } from "./choice-segments";
import { ClientBlank } from "./client-blank";
import { DayBlank, MomentBlank } from "./day-blank";
import { LineBlank, LinesBlank } from "./line-blank";

/** So few and short that they stand side by side. */
const fitsInARow = (choices: readonly string[]): boolean =>
  choices.length <= 7 && choices.reduce((sum, each) => sum + graphemeLength(each) + 1, 0) <= 11;

const choicesOf = (list: ListKey, paper: PaperContext): readonly string[] => [
  ...paper.choices(list).filter((choice) => choice !== nothing),
  nothing,
];

export const blanks: PerKind<ReactElement | null, [BlankProps]> = {
  // Given by the program: shown as the number to come, never typed.
  numberStamp: () => null,
  computed: () => null,
  clientRef: (_, props) => <ClientBlank {...props} />,
  oneLine: (field, props) =>
    field.suggestions === undefined || props.paper.choices(field.suggestions).length === 0 ? (
      <LineBlank {...props} />
    ) : (
      <ChoiceList {...props} choices={props.paper.choices(field.suggestions)} />
    ),
  lines: (field, props) => <LinesBlank {...props} rows={field.need === "free" ? 2 : 4} />,
  day: (field, props) => <DayBlank {...props} past={field.notAfterToday} />,
  moment: (field, props) => <MomentBlank {...props} past={field.notAfterToday} />,
  number: (field, props) => <LineBlank {...props} keyboard={field.whole ? "numeric" : "decimal"} />,
  money: (_, props) => <LineBlank {...props} keyboard="decimal" unit="元" />,
  area: (_, props) => <LineBlank {...props} keyboard="decimal" unit="㎡" />,
  phone: (_, props) => <LineBlank {...props} keyboard="tel" />,
  contact: (_, props) => <LineBlank {...props} />,
  digits: (_, props) => <LineBlank {...props} keyboard="numeric" />,
  tickOne: (field, props) => {
    const choices = choicesOf(field.list, props.paper);
    return fitsInARow(choices) ? (
      <ChoiceSegments {...props} choices={choices} />
    ) : (
      <ChoiceList {...props} choices={choices} />
    );
  },
  tickMany: (field, props) => (
    <ChoiceChips {...props} choices={choicesOf(field.list, props.paper).filter((each) => each !== nothing)} />
  ),
  rowRef: (field, props) =>
    field.many || props.paper.referred[field.of].length === 0 ? (
      <LineBlank {...props} />
    ) : (
      <ChoiceList {...props} choices={props.paper.referred[field.of]} />
    ),
  idCard: (_, props) => <LineBlank {...props} />,
  fromRoster: (_, props) => <ChoiceList {...props} choices={props.paper.consultants} />,
};

export type Width = "half" | "whole";

/** What fits half the pane's width, as the paper sets two boxes in a line. */
export const widths: PerKind<Width> = {
  numberStamp: () => "half",
  computed: () => "half",
  clientRef: () => "whole",
  oneLine: () => "half",
  lines: () => "whole",
  day: () => "half",
  moment: () => "whole",
  number: () => "half",
  money: () => "half",
  area: () => "half",
  phone: () => "half",
  contact: () => "half",
  digits: () => "half",
  tickOne: () => "half",
  tickMany: () => "whole",
  rowRef: ({ many }) => (many ? "whole" : "half"),
  idCard: () => "whole",
  fromRoster: () => "half",
};
