import { needsCalculation } from "../model/calculation";
import { hostError, isHostError } from "../model/refusal";
import type { HeldRange } from "../model/workbook";
import { isRange } from "./arguments";
import { handle, isHandle, type Call, type Handle, type HostClass } from "./classes";
import { missing } from "./missing";
import { query } from "./query";
import { checkAlive, range } from "./range-class";
import { workbookClass } from "./workbook-class";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Path {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: unknown;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Path>>;
}

export interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const status: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ItemNotFound: 404,
  ApiNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
};

/** Office's own services behind the add-in: acknowledged, nothing more. */
const service: HostClass<string> = { name: "Service" };

/** The paths of one request, each followed once. */
const followPaths = (paths: RequestBody["ObjectPaths"], call: Call) => {
  const known = new Map<number, Handle | null>();

  const follow = (id: number): Handle | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const path = paths[id];
    if (!path) throw hostError("InvalidArgument", `There is no object path ${id}.`);
    const found = go(path);
    known.set(id, found);
    return found;
  };

  const go = (path: Path): Handle | null => {
    switch (path.ObjectPathType) {
      case 1:
        return handle(workbookClass, null);
      case 2:
        return handle(service, path.Name);
      case 6: {
        const kept = call.session.kept.get(path.Name);
        if (!kept) throw hostError("InvalidReference", "The object is tracked no longer.");
        return handle(range, kept);
      }
      case 7:
        return null;
    }
    const parent = follow(path.ParentObjectPathId ?? -1);
    if (!parent) return null;
    alive(parent);
    const { type, target } = parent;
    switch (path.ObjectPathType) {
      case 3: {
        const method = type.call?.[path.Name];
        if (!method) throw missing(type.name, path.Name);
        const result = method(target, argumentsOf(path.ArgumentInfo), call);
        if (result === null || isHandle(result)) return result;
        throw hostError("GeneralException", `${type.name}.${path.Name} gave no object.`);
      }
      case 4: {
        const next = type.go?.[path.Name];
        if (!next) throw missing(type.name, path.Name);
        return next(target, call);
      }
      case 5: {
        if (!type.item) throw missing(type.name, "GetItem");
        return type.item(target, argumentsOf(path.ArgumentInfo)[0], call);
      }
      default:
        throw hostError("NotImplemented", `Object paths of the type ${path.ObjectPathType} are not known.`);
    }
  };

  /** Client objects come as path ids. */
  const resolve = (value: unknown, referenced: unknown): unknown => {
    if (typeof referenced === "number" && referenced > 0) return follow(referenced);
    if (Array.isArray(value))
      return Array.isArray(referenced) ? value.map((each, at) => resolve(each, referenced[at])) : value;
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number")
      return follow(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, 0)]));
  };

  const argumentsOf = (info: ArgumentInfo | undefined): readonly unknown[] => {
    const values = info?.Arguments ?? [];
    const referenced = info?.ReferencedObjectPathIds;
    return values.map((value, at) => resolve(value, referenced?.[at] ?? 0));
  };

  return { follow, argumentsOf };
};

const alive = (object: Handle): void => {
  if (isRange(object)) checkAlive(object.target);
};

const doing = 1;
const querying = 2;
const calling = 3;
const setting = 4;
const tracing = 5;

/** Runs the actions of a request in order. The first that fails ends it; what was done before stays done. */
export const runBatch = async (body: RequestBody, context: Omit<Call, "range">): Promise<ResponseBody> => {
  const temporary: HeldRange[] = [];
  const call: Call = {
    ...context,
    range: (sheet, area) => {
      const held = { sheet, area, gone: false };
      temporary.push(held);
      call.book.held.add(held);
      return handle(range, held);
    },
  };
  const { follow, argumentsOf } = followPaths(body.ObjectPaths, call);
  const response: ResponseBody = { Results: [], TraceIds: [] };

  const perform = (action: Action): unknown => {
    if (action.ActionType === tracing) {
      response.TraceIds.push(action.Id);
      return null;
    }
    const object = follow(action.ObjectPathId);
    if (action.ActionType === doing) return object && (object.type.identity?.(object.target, call) ?? {});
    if (object) alive(object);
    if (action.ActionType === querying) return query(object, action.QueryInfo, call);
    // Nothing happens to an object that does not exist: Microsoft's samples delete `getItemOrNullObject(…)` unasked.
    if (object === null) return null;
    const { type, target } = object;
    if (type === (service as unknown)) return null;
    if (action.ActionType === calling) {
      const method = type.call?.[action.Name];
      if (!method) throw missing(type.name, action.Name);
      return method(target, argumentsOf(action.ArgumentInfo), call);
    }
    if (action.ActionType === setting) {
      const set = type.set?.[action.Name];
      if (!set) throw missing(type.name, action.Name);
      set(target, argumentsOf(action.ArgumentInfo)[0], call);
      return undefined;
    }
    throw hostError("NotImplemented", `Actions of the type ${action.ActionType} are not known to this host.`);
  };

  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === querying && !call.session.suspendCalculation && needsCalculation(call.book))
        await call.model.calculate();
      const result = perform(action);
      const value = result instanceof Promise ? ((await result) as unknown) : result;
      if (value !== undefined || action.ActionType === calling)
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
    } catch (error) {
      // A fault of this host is told like a fault of Excel, with its own words; the client keeps the error itself.
      const { message } = error as Error;
      const code = isHostError(error) ? error.code : "GeneralException";
      if (!isHostError(error)) call.session.faults.push(error as Error);
      response.Error = {
        Code: code,
        Message: message,
        Location: action.Name,
        ActionIndex: index,
        HttpStatusCode: status[code] ?? 400,
      };
      break;
    }
  }
  call.session.suspendCalculation = false;
  for (const held of temporary) if (!call.session.keptIds.has(held)) call.book.held.delete(held);
  return response;
};
