/** Desks at one workbook: each has a real Office.js client, and code that runs at it sees that client as its Excel. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Book } from "../../../src/book/book";
import { createModel } from "../../../src/excel-host/model/create";
import type { Model, ModelOptions } from "../../../src/excel-host/model/model";
import {
  startClient,
  type StartedClient,
  type StartOptions,
} from "../../../src/excel-host/transports/native-bridge";
import type { Patience } from "../../../src/workbook/office/excel-run";

const desks = new AsyncLocalStorage<StartedClient>();
let front: StartedClient | undefined;

const seen = (): StartedClient => {
  const client = desks.getStore() ?? front;
  if (!client) throw new Error("nobody sits at a desk");
  return client;
};

for (const name of ["Excel", "Office", "OfficeExtension"] as const)
  Object.defineProperty(globalThis, name, { configurable: true, get: () => seen()[name] });

export interface Desk {
  readonly started: StartedClient;
  /** Runs code at this desk. */
  readonly at: <T>(work: () => Promise<T>) => Promise<T>;
  /** Requests and bytes since the last time it was asked. */
  readonly traffic: () => { readonly requests: number; readonly bytes: number };
}

export const sitDown = (model: Model, options: StartOptions = {}): Desk => {
  const started = startClient(model, options);
  front = started;
  const { counters } = started.client;
  return {
    started,
    at: (work) => desks.run(started, work),
    traffic: () => {
      const { requests, bytesIn, bytesOut } = counters;
      Object.assign(counters, { requests: 0, bytesIn: 0, bytesOut: 0 });
      return { requests, bytes: bytesIn + bytesOut };
    },
  };
};

/** Steps in before each request of a desk, counted from 1; what it returns instead of nothing is the answer. */
export const intercept = (
  { started: { client } }: Desk,
  before: (request: number) => Promise<number | undefined> | Promise<void>,
): void => {
  const go = client.processBody.bind(client);
  let count = 0;
  Object.assign(client, {
    processBody: async (...request: Parameters<typeof go>): Promise<string | number> => {
      const instead = await before(++count);
      return typeof instead === "number" ? instead : go(...request);
    },
  });
};

export const modelOf = async (book: Book, options: ModelOptions = {}): Promise<Model> => {
  const model = createModel({ today: () => new Date(2026, 10, 22), ...options });
  await model.load(book);
  return model;
};

/** Waits that only pass the turn. */
export const impatient = (most = 3): Patience & { readonly waited: string[] } => {
  const waited: string[] = [];
  return {
    pauses: Array.from({ length: most }, () => 1),
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    onWaiting: (why) => waited.push(why),
    waited,
  };
};
