import { hostError } from "../model/refusal";
import type { Call, Handle } from "./classes";
import { missing } from "./missing";

/** What `load()` asked for, as a tree: "tables/name" → { tables: { name: {} } }. */
interface Wanted {
  [member: string]: Wanted;
}

interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

const wantedOf = ({ Select = [], Expand = [] }: QueryInfo): Wanted => {
  const tree: Record<string, Wanted> = {};
  for (const path of [...Select, ...Expand]) {
    let at: Record<string, Wanted> = tree;
    for (const member of path.split("/")) {
      // The client strips "items" from texts only, not from arrays.
      if (member === "items" || member === "") continue;
      at = at[member] ??= {};
    }
  }
  return tree;
};

const wireName = (member: string): string => member.slice(0, 1).toUpperCase() + member.slice(1);

/** "hasSpill" → HasSpill; "_ReferenceId" stays. */
const bag = (object: Handle, wanted: Wanted, call: Call): Record<string, unknown> => {
  const { type, target } = object;
  const values: Record<string, unknown> = { ...type.identity?.(target, call) };
  const members = Object.keys(wanted);
  const all = members.length === 0 || wanted["*"] !== undefined;
  if (all) for (const [name, get] of Object.entries(type.get ?? {})) values[name] = get(target, call);
  for (const member of members) {
    if (member === "*") continue;
    const name = wireName(member);
    const get = type.get?.[name];
    const go = type.go?.[name];
    if (get) values[name] = get(target, call);
    else if (go) {
      const next = go(target, call);
      values[name] = next ? answer(next, wanted[member] ?? {}, {}, call) : { _IsNull: true };
    } else throw missing(type.name, name);
  }
  return values;
};

const answer = (object: Handle, wanted: Wanted, { Top, Skip = 0 }: QueryInfo, call: Call): unknown => {
  const { type, target } = object;
  if (!type.items) return bag(object, wanted, call);
  const own: Record<string, unknown> = {};
  const inner: Record<string, Wanted> = {};
  for (const [member, below] of Object.entries(wanted)) {
    const get = type.get?.[wireName(member)];
    if (get) own[wireName(member)] = get(target, call);
    else inner[member] = below;
  }
  const items = type.items(target, call).slice(Skip, Top === undefined ? undefined : Skip + Top);
  if (Object.keys(wanted).length === 0)
    for (const [name, get] of Object.entries(type.get ?? {})) own[name] = get(target, call);
  // Only what belongs to the collection itself was asked for: no items then.
  if (Object.keys(wanted).length > 0 && Object.keys(inner).length === 0) return own;
  return { ...own, _Items: items.map((item) => bag(item, inner, call)) };
};

/** A `load()`: the properties of an object or of a collection's items. A null object has none. */
export const query = (object: Handle | null, info: unknown, call: Call): unknown => {
  if (object === null) return null;
  if (typeof info !== "object" || info === null)
    throw hostError("InvalidArgument", "A query without QueryInfo.");
  const asked = info as QueryInfo;
  return answer(object, wantedOf(asked), asked, call);
};
