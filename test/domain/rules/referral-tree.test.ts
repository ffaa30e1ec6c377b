import fc from "fast-check";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { clientValues, descendants, referralsFrom } from "../../../src/domain/rules/referral-tree";

const c = (text: string) => text as ClientNumber;
/** "B<A C<A": A brought B, A brought C. */
const links = (text: string): [ClientNumber, ClientNumber][] =>
  text
    .split(" ")
    .filter(Boolean)
    .map((link) => {
      const [client = "", referrer = ""] = link.split("<");
      return [c(client), c(referrer)];
    });

describe("R16: who brought whom", () => {
  const family = referralsFrom(links("B<A C<A D<B E<B F<E H<G"));

  test("as deep as it goes, each below who brought them, in the register's order", () => {
    expect(
      descendants(family, c("A"))
        .map(({ client, depth }) => `${client}${depth}`)
        .join(" "),
    ).toBe("B1 D2 E2 F3 C1");
    expect(descendants(family, c("F"))).toEqual([]);
    expect(family.loops).toEqual([]);
  });

  test("a client's value: own deals and those brought", () => {
    const deals = new Map([
      [c("A"), 2],
      [c("D"), 1],
      [c("F"), 1],
      [c("H"), 1],
    ]);
    const values = clientValues(family, deals);
    const worth = (client: string) => {
      const { own, brought, value } = values.get(c(client))!;
      return [own, brought, value];
    };
    expect([worth("A"), worth("B"), worth("E"), worth("C"), worth("G")]).toEqual([
      [2, 2, 4],
      [0, 2, 2],
      [0, 1, 1],
      [0, 0, 0],
      [0, 1, 1],
    ]);
  });

  test.each([
    ["A<A", ["A"]],
    ["B<A A<B", ["A B"]],
    ["B<A C<B A<C D<C", ["A B C"]],
    ["B<A A<B D<C C<D", ["A B", "C D"]],
    ["B<A C<B", []],
    // Of several referrers the first counts.
    ["B<A B<B", []],
  ])("%s: loops %s", (text, expected) => {
    const sorted = (loop: readonly string[]) => [...loop].sort().join(" ");
    expect(referralsFrom(links(text)).loops.map(sorted).sort()).toEqual(expected);
  });

  test("a loop is told in the order of bringing", () => {
    const [loop = []] = referralsFrom(links("B<A C<B A<C")).loops;
    for (const [at, client] of loop.entries())
      expect(referralsFrom(links("B<A C<B A<C")).broughtBy.get(loop[(at + 1) % 3]!)).toBe(client);
  });

  test("who stands in a loop brought nobody there, those outside count", () => {
    const looped = referralsFrom(links("B<A A<B C<B"));
    const values = clientValues(
      looped,
      new Map([
        [c("A"), 1],
        [c("B"), 1],
        [c("C"), 1],
      ]),
    );
    expect(values.get(c("A"))).toEqual({ own: 1, brought: 0, value: 1 });
    expect(values.get(c("B"))).toEqual({ own: 1, brought: 1, value: 2 });
  });

  test("a chain of a hundred thousand does not overflow", () => {
    const chain = referralsFrom(
      Array.from({ length: 100_000 }, (_, n) => [c(`N${n + 1}`), c(`N${n}`)] as const),
    );
    expect(descendants(chain, c("N0")).at(-1)).toEqual({ client: "N100000", depth: 100_000 });
    expect(clientValues(chain, new Map([[c("N100000"), 1]])).get(c("N0"))?.value).toBe(1);
    expect(chain.loops).toEqual([]);
  });

  test("laws: every loop is one; without loops values add up along the tree", () => {
    const graph = fc
      .array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 14 })
      .map((pairs) => referralsFrom(pairs.map(([a, b]) => [c(`N${a}`), c(`N${b}`)] as const)));
    fc.assert(
      fc.property(graph, fc.array(fc.nat(12), { maxLength: 8 }), (found, dealers) => {
        const looped = new Set(found.loops.flat());
        for (const loop of found.loops)
          for (const [at, client] of loop.entries())
            expect(found.broughtBy.get(loop[(at + 1) % loop.length]!)).toBe(client);
        // Walking up from anybody ends in nobody or in a loop that was told.
        for (const start of found.broughtBy.keys()) {
          let at: ClientNumber | undefined = start;
          for (let steps = 0; at !== undefined && steps < 30; steps++) at = found.broughtBy.get(at);
          if (at !== undefined) expect(looped.has(at)).toBe(true);
        }
        const deals = new Map<ClientNumber, number>();
        for (const n of dealers) deals.set(c(`N${n}`), (deals.get(c(`N${n}`)) ?? 0) + 1);
        const values = clientValues(found, deals);
        for (const [client, { brought }] of values) {
          const outside = (found.brought.get(client) ?? []).filter((each) => !looped.has(each));
          const below = outside.reduce((sum, each) => sum + (values.get(each)?.value ?? 0), 0);
          expect(brought).toBe(below);
        }
      }),
    );
  });
});
