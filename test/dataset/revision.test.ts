import fc from "fast-check";
import { latestSave } from "../../src/domain/head-office/saved-when";
import { settle } from "../../src/domain/head-office/settle";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import { beside, compareRevisions, type Revision } from "../../src/dataset/revision";

const latest = latestSave("2026-11-22" as CalendarDay);

const moments = ["2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2031-01-01T08:00:00Z"] as const;

/** Few, so that they tie in everything. */
const drawn = fc.record(
  {
    hash: fc.constantFrom("a", "b"),
    file: fc.constantFrom("洛阳.xlsx", "洛阳 (2).xlsx"),
    modified: fc.constantFrom(...moments),
    copied: fc.constantFrom(...moments),
    asOf: fc.constantFrom("2026-11-21", "2026-11-22", "2031-01-01"),
  },
  { requiredKeys: ["hash", "file", "modified"] },
);

const revision = (more: Partial<Revision>): Revision => ({
  ...{ hash: "a", file: "洛阳.xlsx", modified: "2026-11-20T08:00:00Z", asOf: "2026-11-22" },
  ...more,
});

describe("which of two revisions counts", () => {
  test("law: always the same one: of many, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, at) => {
        const last = (some: readonly Revision[]): Revision | undefined =>
          some.reduce<Revision | undefined>(
            (kept, each) => (kept === undefined || compareRevisions(each, kept, latest) > 0 ? each : kept),
            undefined,
          );
        const otherwise = all
          .map((each) => ({ each, place: at.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        expect(last(otherwise)).toEqual(last(all));
        expect(last([...otherwise, ...all])).toEqual(last(all));
      }),
    );
  });

  test("law: of files whose clocks are right, the one that a merged workbook takes", () => {
    const right = drawn.filter(({ modified, copied }) => modified < latest && copied !== undefined);
    fc.assert(
      fc.property(fc.uniqueArray(right, { minLength: 1, selector: ({ hash }) => hash }), (files) => {
        const newest = [...files].sort((a, b) => compareRevisions(a, b, latest)).at(-1);
        expect(settle(files.map((each) => ({ ...each, site: "洛阳" }))).chosen[0]).toMatchObject({
          hash: newest?.hash,
        });
      }),
    );
  });

  test.each<[string, Partial<Revision>, Partial<Revision>]>([
    ["saved later", { modified: moments[1], copied: moments[0] }, { copied: moments[1], hash: "b" }],
    ["copied later", { copied: moments[1] }, { copied: moments[0], hash: "b" }],
    ["with a folder's time", { copied: moments[0] }, { hash: "b" }],
    ["of the higher hash", { hash: "b" }, { asOf: "2026-11-23" }],
    ["counted on a later day", { asOf: "2026-11-22" }, { asOf: "2026-11-21" }],
    ["counted on a day that has come", { asOf: "2026-11-21" }, { asOf: "2031-01-01" }],
    [
      "of a right clock, where the other's folder says no later",
      { modified: moments[1] },
      { modified: moments[2], copied: moments[0], hash: "b" },
    ],
    [
      "of a wrong clock, by what its folder says",
      { modified: moments[2], copied: moments[1] },
      { modified: moments[0], hash: "b" },
    ],
  ])("the one %s", (_why, counts, not) => {
    expect(compareRevisions(revision(counts), revision(not), latest)).toBe(1);
    expect(compareRevisions(revision(not), revision(counts), latest)).toBe(-1);
  });

  test("people are told of another workbook, and of one moment", () => {
    const [own, later] = [revision({ book: "甲" }), revision({ book: "乙", file: "别.xlsx" })];
    const both = { counts: "别.xlsx", not: "洛阳.xlsx" };
    expect(beside(later, own)).toEqual({ otherBook: both, tied: both });
    expect(beside({ ...later, modified: moments[1] }, revision({}))).toEqual({});
  });
});
