import { createModel } from "../../src/excel-host/model/create";
import type { Model, ModelOptions } from "../../src/excel-host/model/model";
import {
  startClient,
  type StartedClient,
  type StartOptions,
} from "../../src/excel-host/transports/native-bridge";

export interface Started extends StartedClient {
  readonly model: Model;
  /** One batch on the first sheet; what it gives is handed on after a last sync. */
  readonly on: <T>(
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
    name?: string,
  ) => Promise<T>;
}

/** A workbook with one real client on it. */
export const started = (options: ModelOptions & StartOptions = {}): Started => {
  const model = createModel(options);
  const client = startClient(model, options);
  return {
    ...client,
    model,
    on: (work, name) =>
      client.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const result = await work(
          name === undefined ? worksheets.getFirst() : worksheets.getItem(name),
          context,
        );
        await context.sync();
        return result;
      }),
  };
};

/** The error's code, or undefined where all went well. */
export const codeOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
