/** R11: what each row of the log did to the line, and why it is whose turn: in sentences a consultant accepts. */
import { type CalendarDay, dayOf } from "../kit/calendar-day";
import type { AwayState, LogRow, TurnMove, TurnStep, TurnTrouble } from "./reception-turn";

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export const sentence = (zh: string, en: string): Sentence => ({ zh, en });

export const namesTold = (names: readonly string[]): Sentence => sentence(names.join("、"), names.join(", "));

/** "10:30" of today, "03-09 16:20" of another day of the year; "" where no time is known. */
export const timeTold = (at: LogRow["at"], today: CalendarDay): string => {
  if (at === undefined) return "";
  const time = at.slice(11);
  if (dayOf(at) === today) return time === "" ? at.slice(5) : time;
  return `${at.slice(0, 4) === today.slice(0, 4) ? at.slice(5, 10) : at.slice(0, 10)} ${time}`.trim();
};

export const awayTold: Readonly<Record<AwayState, Sentence>> = {
  rest: sentence("休息", "off"),
  errand: sentence("外派", "on an errand"),
};

const troubleTold: Readonly<Record<TurnTrouble, Sentence>> = {
  stranger: sentence("不在轮序名单里，不影响轮序", "is not in the order: the turn stays as it is"),
  noKind: sentence("没有写清类别，不影响轮序", "has no kind: the turn stays as it is"),
  noteUnread: sentence(
    "说明看不出是休息、外派还是回来，不影响轮序",
    "does not say off, errand or back: the turn stays as it is",
  ),
  makeUpNotOwed: sentence("没有欠补接，不影响轮序", "was owed no make-up: the turn stays as it is"),
  offDuty: sentence("今天不当班", "was not on duty that day"),
};

const effectTold = ({ effect, log, note, trouble }: TurnStep): Sentence => {
  const who = log.receiver;
  const kind = log.kind ?? "";
  switch (effect) {
    case "received":
      return kind === "新客户"
        ? sentence(`${who} 接新客户，排到最后`, `${who} received a new client and moved to the end`)
        : sentence(
            `${who} ${kind}，占一次轮序，排到最后`,
            `${who}: ${kind}, used the turn and moved to the end`,
          );
    case "noTurn":
      return kind === "老客户"
        ? sentence(`${who} 接老客户，不占轮次`, `${who} received a returning client: no turn used`)
        : kind === "指名"
          ? sentence(`客户指名 ${who}，不占轮次`, `${who} was asked for by name: no turn used`)
          : kind === "义务接待"
            ? sentence(`${who} 义务接待，轮次保留`, `${who} helped a colleague and keeps the turn`)
            : sentence(`${who} 接待，不占轮次`, `${who} received: no turn used`);
    case "madeUp":
      if (note === "gaveUp") return sentence(`${who} 放弃补接`, `${who} gave the make-up up`);
      return trouble === "makeUpNotOwed"
        ? sentence(`${who} 补接，${troubleTold.makeUpNotOwed.zh}`, `${who} ${troubleTold.makeUpNotOwed.en}`)
        : sentence(`${who} 补接一次，不占轮次`, `${who} had the make-up: no turn used`);
    case "lost":
      return note === "gaveUp"
        ? sentence(
            `${who} 放弃或错过，轮空不补，排到最后`,
            `${who} gave the turn up or missed it: lost, moved to the end`,
          )
        : sentence(
            `轮到 ${who} 时不在，轮空不补，排到最后`,
            `${who} was away when the turn came: lost, moved to the end`,
          );
    case "owed":
      return sentence(
        `轮到 ${who} 时外派，排到最后，回来补接一次`,
        `${who} was on an errand when the turn came: moved to the end, one make-up on return`,
      );
    case "left":
      return note === "errand"
        ? sentence(`${who} 外派离开`, `${who} left on an errand`)
        : sentence(`${who} 休息`, `${who} is off`);
    case "back":
      return sentence(`${who} 回来`, `${who} is back`);
    case "joined":
      return sentence(`${who} 入列，排在最后`, `${who} joined at the end`);
    case "restart":
      return sentence(`按固定顺序重排，从 ${who} 开始`, `The order began anew, from ${who}`);
    case "void":
      return sentence("此行作废，不影响轮序", "This row does not count");
    case "ignored":
      return sentence(
        `${who === "" ? "接待人" : who} ${troubleTold[trouble ?? "noKind"].zh}`,
        `${who === "" ? "The receiver" : who} ${troubleTold[trouble ?? "noKind"].en}`,
      );
  }
};

/** What a row did, without its time. */
export const stepTold = (step: TurnStep): Sentence => {
  const { zh, en } = effectTold(step);
  if (step.missed.length === 0) return sentence(`${zh}。`, `${en}.`);
  const names = namesTold(step.missed.map(({ name }) => name));
  return sentence(`${zh}；${names.zh} 不在，轮空。`, `${en}; ${names.en} being away lost the turn.`);
};

/** Why somebody stands behind: their last move. */
export const moveTold = (name: string, { step, how }: TurnMove, today: CalendarDay): Sentence => {
  const at = timeTold(step.log.at, today);
  const timed = ({ zh, en }: Sentence): Sentence =>
    sentence(`${name} ${at === "" ? "" : `${at} `}${zh}。`, `${name} ${en}${at === "" ? "" : ` (${at})`}.`);
  switch (how) {
    case "received":
      return timed(sentence("接过，排到最后", "had the turn and moved to the end"));
    case "lost":
      return timed(
        sentence(
          "轮到时不在或放弃，轮空不补，排到最后",
          "missed the turn, which is lost, and moved to the end",
        ),
      );
    case "owed":
      return timed(
        sentence(
          "轮到时外派，排到最后，回来补接一次",
          "was on an errand when the turn came: to the end, one make-up on return",
        ),
      );
    case "joined":
      return timed(sentence("入列，排在最后", "joined at the end"));
  }
};
