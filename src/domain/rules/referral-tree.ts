/** R16: who brought whom, as deep as it goes. No recursion: a chain may be as long as the register. */
import type { ClientNumber } from "./client-number";

/** `Client`: how a client is told from others; numbers as head office has them are text. */
export interface Referrals<Client extends string = ClientNumber> {
  /** Who brought this client, as the register says. */
  readonly broughtBy: ReadonlyMap<Client, Client>;
  /** Whom this client brought, in the register's order. */
  readonly brought: ReadonlyMap<Client, readonly Client[]>;
  /** Each loop once, in the order of bringing; a client as own referrer is a loop of one. */
  readonly loops: readonly (readonly Client[])[];
}

const loopsOf = <Client extends string>(
  broughtBy: ReadonlyMap<Client, Client>,
): readonly (readonly Client[])[] => {
  const loops: (readonly Client[])[] = [];
  const done = new Set<Client>();
  for (const start of broughtBy.keys()) {
    // Everybody has one referrer at most: walk up until somebody was met before.
    const path = new Map<Client, number>();
    let client: Client | undefined = start;
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
export const referralsFrom = <Client extends string>(
  links: Iterable<readonly [client: Client, referrer: Client]>,
): Referrals<Client> => {
  const broughtBy = new Map<Client, Client>();
  const brought = new Map<Client, Client[]>();
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
export const clientValues = <Client extends string>(
  { broughtBy }: Referrals<Client>,
  deals: ReadonlyMap<Client, number>,
): ReadonlyMap<Client, ClientValue> => {
  const everybody = new Set([...broughtBy.keys(), ...broughtBy.values(), ...deals.keys()]);
  // From the leaves up: a client's turn comes when all they brought have had theirs; in a loop it never comes.
  const waiting = new Map<Client, number>();
  for (const client of everybody) {
    const parent = broughtBy.get(client);
    if (parent !== undefined) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  }
  const brought = new Map<Client, number>();
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
