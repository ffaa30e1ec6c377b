/** What every blank of an entry form is given and gives back; answers are the text as typed. */
import type { ListKey } from "../../domain/forms/lists";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { KnownClient } from "../entry/clients";

export interface BlankProps {
  /** The control's own id; its caption's is `${id}-caption`. */
  readonly id: string;
  readonly name: string;
  readonly caption: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The blank was left, or a choice was made: time to read it. */
  readonly onLeave: () => void;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly paper: PaperContext;
}

/** What blanks know of the site. */
export interface PaperContext {
  readonly today: CalendarDay;
  readonly choices: (list: ListKey) => readonly string[];
  readonly consultants: readonly string[];
  readonly clients: readonly KnownClient[];
  /** 销控表's units and 活动's names, where the page has read them. */
  readonly referred: Readonly<Record<"units" | "events", readonly string[]>>;
}

/** Attributes that tie a control to its caption and its message. */
export const tied = (props: BlankProps) => ({
  id: props.id,
  name: props.name,
  "aria-describedby": props.describedBy,
  "aria-invalid": props.invalid || undefined,
  "aria-required": props.required || undefined,
});
