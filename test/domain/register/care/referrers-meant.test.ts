import fc from "fast-check";
import { isReferrer, referrersMeant } from "../../../../src/domain/register/care/referrers-meant";
import { knownClients } from "../../../../src/domain/register/client/client-meant";
import { type ClientNumber, formatClientNumber } from "../../../../src/domain/rules/client-number";
import { referralsFrom } from "../../../../src/domain/rules/referral-tree";
import { site } from "../book-of";

const here = site();
const names = ["李芳", "张伟", "王静", "刘洋", "陈杰"];
const numberOf = (at: number): ClientNumber => formatClientNumber("LY", "AA", at + 1);
const known = knownClients(names.map((name, at) => ({ client: numberOf(at), name, phones: [] })));

const told = (
  asked: readonly (readonly [client: number, words: string])[],
  broughtBy: readonly (readonly [number, number])[] = [],
): string[] =>
  referrersMeant(
    asked.map(([client, words]) => ({ client: numberOf(client), words: [words] })),
    new Map(broughtBy.map(([client, by]) => [numberOf(client), numberOf(by)])),
    known,
    here,
  ).map((each) => (isReferrer(each) ? each.referrer : each.why));

test("by name; nobody is their own", () => {
  expect(
    told([
      [0, "张伟"],
      [1, "张伟"],
      [2, "王五"],
    ]),
  ).toEqual(["LY-AA002", "self", "nobody"]);
});

test("of a loop that words close none is linked, whichever stands first", () => {
  const asked = [
    [0, "张伟"],
    [1, "王静"],
    [2, "李芳"],
    [3, "李芳"],
  ] as const;
  expect(told(asked)).toEqual(["loop", "loop", "loop", "LY-AA001"]);
  expect(told([...asked].reverse())).toEqual(["LY-AA001", "loop", "loop", "loop"]);
});

test("a number that stands is not overruled, and a loop it would close stays open", () => {
  expect(
    told(
      [
        [0, "王静"],
        [0, "张伟"],
        [1, "李芳"],
      ],
      [[0, 1]],
    ),
  ).toEqual(["otherwise", "LY-AA002", "loop"]);
});

test("of a client's several the first that means somebody counts", () => {
  expect(
    told([
      [0, "王五"],
      [0, "张伟"],
      [0, "王静"],
    ]),
  ).toEqual(["nobody", "LY-AA002", "otherwise"]);
});

test("never a loop that was not there, in any order the same", () => {
  const words = fc
    .array(fc.tuple(fc.nat(4), fc.constantFrom(...names)), { maxLength: 8 })
    .map((all) => [...new Map(all.map(([client, by]) => [client, by]))]);
  fc.assert(
    fc.property(words, (asked) => {
      const linked = (some: typeof asked): string[] => {
        const found = told(some);
        return some.map(([client], at) => `${client} ${found[at]}`).sort();
      };
      expect(linked([...asked].reverse())).toEqual(linked(asked));
      const links = asked.flatMap(([client], at) => {
        const found = told(asked)[at] ?? "";
        return found.startsWith("LY-") ? [[numberOf(client), found] as const] : [];
      });
      expect(referralsFrom(links).loops).toEqual([]);
    }),
  );
});
