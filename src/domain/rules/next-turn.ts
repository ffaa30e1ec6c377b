/** R11: who receives the next new client, and why (为什么轮到他). */
import { type AwayState, groupOfDay, isOnDuty, type Turn, type TurnOrder } from "./reception-turn";
import { awayTold, moveTold, namesTold, type Sentence, sentence, timeTold } from "./turn-wording";

export interface PassedOver {
  readonly name: string;
  readonly state: AwayState;
}

export interface NextTurn {
  readonly name: string;
  /** "补接": a make-up owed comes before the turn, and leaves the line as it is. */
  readonly kind: "新客户" | "补接";
  /** Who stands before them and is away: their turn is lost when this client is received. */
  readonly over: readonly PassedOver[];
  /** Whose turn it is after that. */
  readonly then: string | undefined;
  readonly reasons: readonly Sentence[];
}

/** Those on duty on the line's day, the first first. */
export const lineOfDay = (order: TurnOrder, turn: Turn): readonly string[] => {
  const posts = new Map(order.posts.map((post) => [post.name, post]));
  return turn.queue.filter((name) => {
    const post = posts.get(name);
    return post !== undefined && isOnDuty(order, post, turn.day);
  });
};

const told = (order: TurnOrder, turn: Turn, line: readonly string[]): readonly Sentence[] => {
  const ofDay = groupOfDay(order, turn.day);
  const fixed = order.posts.map(({ name }) => name).filter((name) => line.includes(name));
  const names = namesTold(fixed);
  const { restarted } = turn;
  return [
    ...(ofDay === undefined
      ? []
      : [
          sentence(
            `两组隔日当班，今天是 ${ofDay}。`,
            `Two groups take the door on alternate days: today ${ofDay}.`,
          ),
        ]),
    sentence(`固定顺序：${names.zh}。`, `The fixed order: ${names.en}.`),
    ...(restarted === undefined
      ? []
      : [
          sentence(
            `${timeTold(restarted.log.at, turn.day)} 从 ${restarted.log.receiver} 起重排。`.trim(),
            `It began anew from ${restarted.log.receiver} (${timeTold(restarted.log.at, turn.day)}).`,
          ),
        ]),
  ];
};

/** Everyone else has had theirs since: each one's last move, in the order of time, is the proof. */
const movesTold = (turn: Turn, line: readonly string[], name: string): readonly Sentence[] =>
  line.flatMap((who) => {
    const move = who === name ? undefined : turn.moved.get(who);
    return move === undefined ? [] : [moveTold(who, move, turn.day)];
  });

const overTold = ({ name, state }: PassedOver): Sentence =>
  state === "rest"
    ? sentence(
        `${name} ${awayTold.rest.zh}：跳过，轮空不补。`,
        `${name} is ${awayTold.rest.en}: skipped, the turn is lost.`,
      )
    : sentence(
        `${name} ${awayTold.errand.zh}：跳过，回来补接一次。`,
        `${name} is ${awayTold.errand.en}: skipped, with one make-up on return.`,
      );

/** Nobody where nobody on duty is there. */
export const nextTurn = (order: TurnOrder, turn: Turn): NextTurn | undefined => {
  const line = lineOfDay(order, turn);
  const there = line.filter((name) => !turn.away.has(name));
  const [first] = there;
  if (first === undefined) return undefined;
  const start = told(order, turn, line);
  const owed = turn.owed.find(({ name }) => there.includes(name));
  if (owed !== undefined) {
    const at = timeTold(owed.step.log.at, turn.day);
    return {
      name: owed.name,
      kind: "补接",
      over: [],
      then: first,
      reasons: [
        sentence(
          `${owed.name} ${at === "" ? "" : `${at} `}外派时错过一次，回来先补接。`,
          `${owed.name} missed a turn on an errand${at === "" ? "" : ` (${at})`} and makes it up first.`,
        ),
        sentence(`补接不占轮次，接完轮到 ${first}。`, `A make-up uses no turn: ${first} is next after it.`),
      ],
    };
  }
  const over = line.slice(0, line.indexOf(first)).flatMap((name): readonly PassedOver[] => {
    const state = turn.away.get(name)?.state;
    return state === undefined ? [] : [{ name, state }];
  });
  const own = turn.moved.get(first);
  return {
    name: first,
    kind: "新客户",
    over,
    then: there[1],
    reasons: [
      ...start,
      ...over.map(overTold),
      ...movesTold(turn, line.slice(line.indexOf(first)), first),
      own === undefined
        ? sentence(`${first} 还没有轮过，排在最前。`, `${first} has not had a turn yet and stands first.`)
        : sentence(
            `${first} 上次轮到是 ${timeTold(own.step.log.at, turn.day)}，现在排在最前。`,
            `${first} last had the turn at ${timeTold(own.step.log.at, turn.day)} and stands first now.`,
          ),
    ],
  };
};
