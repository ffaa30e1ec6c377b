/** R16: who brought whom, as deep as it goes. No recursion: a chain may be as long as the register. */
import type { ClientNumber } from "./client-number";

export interface Referrals {
  /** Who brought this client, as the register says. */
  readonly broughtBy: ReadonlyMap<ClientNumber, ClientNumber>;
  /** Whom this client brought, in the register's order. */
  readonly brought: ReadonlyMap<ClientNumber, readonly ClientNumber[]>;
  /** Each loop once, in the order of bringing; a client as own referrer is a loop of one. */
  readonly loops: readonly (readonly ClientNumber[])[];
}

const loopsOf = (
  broughtBy: ReadonlyMap<ClientNumber, ClientNumber>,
): readonly (readonly ClientNumber[])[] => {
  const loops: (readonly ClientNumber[])[] = [];
  const done = new Set<ClientNumber>();
  for (const start of broughtBy.keys()) {
    // Everybody has one referrer at most: walk up until somebody was met before.
    const path = new Map<ClientNumber, number>();
    let client: ClientNumber | undefined = start;
    while (client !== undefined && !done.has(client) && !path.has(client)) {
      path.set(client, path.size);
      client = broughtBy.get(client);
    }
    const from = client === undefined ? undefined : path.get(client);
    const walked = [...path.keys()];
    if (from !== undefined) loops.push(walked.slice(from).reverse());
    for (const each of walked) done.add(each);
  }
  return loops;
};

/** `links`: a client and who brought them; of a client with several, the first counts. */
export const referralsFrom = (
  links: Iterable<readonly [client: ClientNumber, referrer: ClientNumber]>,
): Referrals => {
  const broughtBy = new Map<ClientNumber, ClientNumber>();
  const brought = new Map<ClientNumber, ClientNumber[]>();
  for (const [client, referrer] of links) {
    if (broughtBy.has(client)) continue;
    broughtBy.set(client, referrer);
    const others = brought.get(referrer);
    if (others) others.push(client);
    else brought.set(referrer, [client]);
  }
  return { broughtBy, brought, loops: loopsOf(broughtBy) };
};

export interface Descendant {
  readonly client: ClientNumber;
  /** 1 for those brought by the client asked about. */
  readonly depth: number;
}

/** All whom a client brought, directly and through others, as a tree is read: each below who brought them. */
export const descendants = ({ brought }: Referrals, of: ClientNumber): readonly Descendant[] => {
  const found: Descendant[] = [];
  const seen = new Set<ClientNumber>([of]);
  const open: Descendant[] = [];
  const push = (client: ClientNumber, depth: number): void => {
    for (const each of [...(brought.get(client) ?? [])].reverse()) open.push({ client: each, depth });
  };
  push(of, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.client)) continue;
    seen.add(next.client);
    found.push(next);
    push(next.client, next.depth + 1);
  }
  return found;
};

export interface ClientValue {
  readonly own: number;
  /** Deals of those brought, directly and through others. */
  readonly brought: number;
  /** Own deals and deals brought. */
  readonly value: number;
}

/**
 * R16: what each client is worth to the house, in deals. `deals`: live deals by client; who has none may be absent.
 * Who stands in a loop brought nobody there: nobody can say who came first.
 */
export const clientValues = (
  { broughtBy }: Referrals,
  deals: ReadonlyMap<ClientNumber, number>,
): ReadonlyMap<ClientNumber, ClientValue> => {
  const everybody = new Set([...broughtBy.keys(), ...broughtBy.values(), ...deals.keys()]);
  // From the leaves up: a client's turn comes when all they brought have had theirs; in a loop it never comes.
  const waiting = new Map<ClientNumber, number>();
  for (const client of everybody) {
    const parent = broughtBy.get(client);
    if (parent !== undefined) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  }
  const brought = new Map<ClientNumber, number>();
  const ready = [...everybody].filter((client) => !waiting.has(client));
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const parent = broughtBy.get(client);
    if (parent === undefined) continue;
    brought.set(parent, (brought.get(parent) ?? 0) + (deals.get(client) ?? 0) + (brought.get(client) ?? 0));
    const left = (waiting.get(parent) ?? 1) - 1;
    waiting.set(parent, left);
    if (left === 0) ready.push(parent);
  }
  return new Map(
    [...everybody].map((client) => {
      const own = deals.get(client) ?? 0;
      const below = brought.get(client) ?? 0;
      return [client, { own, brought: below, value: own + below }];
    }),
  );
};
