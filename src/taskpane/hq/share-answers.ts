/** What is asked of a site's file: a glance at it, the people of some phones, its rows. */
import type { SitePhone } from "../../domain/head-office/cross-site";
import type { Glance } from "../../domain/head-office/merge-shares";
import { latestSave } from "../../domain/head-office/saved-when";
import type { SiteShare } from "../../domain/head-office/share";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { glanceOf, type HqParts, hqPartsOf, peopleWith } from "../../workbook/plan/hq-parts";
import { type Refused, siteShare } from "../../workbook/xlsx/site-share";

export interface Taken<Answer> {
  readonly kind: "taken";
  /** Of the bytes it was read from. */
  readonly hash: string;
  readonly answer: Answer;
}

export type Outcome<Answer> = Taken<Answer> | Refused;

export interface ShareAsked {
  /** As people know the file. */
  readonly file: string;
  /** When the file's folder says it was saved. */
  readonly copied: string;
  readonly today: CalendarDay;
  readonly mask: boolean;
}

type Answering<More extends readonly unknown[], Answer> = (
  bytes: ArrayBuffer,
  asked: ShareAsked,
  ...more: More
) => Promise<Outcome<Answer>>;

export interface ShareAnswers {
  readonly glance: Answering<[], Glance>;
  /** Those whose phones have these prints. */
  readonly people: Answering<[prints: Float64Array], readonly SitePhone[]>;
  readonly rows: Answering<[], HqParts>;
}

/** @param hashOf SHA-256, in hex. */
export const shareAnswers = (hashOf: (bytes: ArrayBuffer) => Promise<string>): ShareAnswers => {
  const answering =
    <More extends readonly unknown[], Answer>(
      answer: (share: SiteShare, ...more: More) => Answer,
    ): Answering<More, Answer> =>
    async (bytes, { file, copied, today, mask }, ...more) => {
      const hash = await hashOf(bytes);
      const outcome = await siteShare(
        new Uint8Array(bytes),
        { file, hash, copied, latest: latestSave(today) },
        { today, mask },
      );
      if (outcome.kind === "refused") return outcome;
      // Nothing was said to be known.
      if (outcome.kind === "known") throw new Error(`${file} is known`);
      return { kind: "taken", hash, answer: answer(outcome.share, ...more) };
    };
  return {
    glance: answering((share) => glanceOf(share)),
    people: answering((share, prints: Float64Array) => peopleWith(share, prints)),
    rows: answering((share) => hqPartsOf(share)),
  };
};
