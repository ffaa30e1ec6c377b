import type { Area } from "../../book/address";
import type { Model } from "../model/model";
import type { Actor } from "../model/notices";
import type { SheetState, View, Workbook } from "../model/workbook";
import type { Session } from "./session";

/** What the members of a class are answered with. */
export interface Call {
  readonly model: Model;
  readonly book: Workbook;
  readonly session: Session;
  readonly view: View;
  readonly by: Actor;
  /** A range that follows insertions and deletions until the batch ends, or longer where it is kept. */
  readonly range: (sheet: SheetState, area: Area) => Handle;
}

/**
 * One class of the API: wire names of its members, each with what it does on the model.
 * A member that is missing answers NotImplemented.
 */
export interface HostClass<T> {
  readonly name: string;
  /** What Instantiate tells of an object: "Id" or "_ReferenceId". */
  readonly identity?: (target: T, call: Call) => Readonly<Record<string, unknown>>;
  readonly get?: Readonly<Record<string, (target: T, call: Call) => unknown>>;
  readonly set?: Readonly<Record<string, (target: T, value: unknown, call: Call) => void>>;
  /** Navigation properties. */
  readonly go?: Readonly<Record<string, (target: T, call: Call) => Handle | null>>;
  /** What they give is an object (a handle), the null object, a plain value, or a promise of one. */
  readonly call?: Readonly<Record<string, (target: T, args: readonly unknown[], call: Call) => unknown>>;
  /** Collections: one by key, and all. */
  readonly item?: (target: T, key: unknown, call: Call) => Handle;
  readonly items?: (target: T, call: Call) => readonly Handle[];
}

/** An object of the API with its class. */
export interface Handle {
  readonly type: HostClass<unknown>;
  readonly target: unknown;
}

export const handle = <T>(type: HostClass<T>, target: T): Handle => ({
  type: type as unknown as HostClass<unknown>,
  target,
});

export const isHandle = (value: unknown): value is Handle =>
  typeof value === "object" && value !== null && "type" in value && "target" in value;
