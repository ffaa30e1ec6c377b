/** The embedded engine over the Parquet folder. */
import { openDataset, type Opening } from "../open-dataset";
import { duckdbRows } from "./duckdb-rows";
import { EngineFailed } from "./engine-failed";
import { keyedViews } from "./keyed-views";
import { type Asked, wantedOf } from "./question";

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const incomplete = (cause: unknown): EngineFailed =>
  new EngineFailed(
    `没有得到完整的结果：${reason(cause)}；请再试一次，仍不行时用原来的工作簿运行 merge --dataset --fresh，全部重新收进。(no complete answer)`,
  );

/**
 * @throws DatasetRefused where there is no data set.
 * @throws EngineFailed where it is being replaced at this moment.
 */
export const askDuckdb = async (folder: string, opening: Opening = {}): Promise<Asked> => {
  const dataset = await openDataset(folder, opening);
  const { connection } = dataset;
  try {
    await keyedViews(connection);
  } catch (cause) {
    dataset.close();
    throw incomplete(cause);
  }
  return {
    async *ask(text, parameters) {
      try {
        yield* duckdbRows(await connection.stream(text, wantedOf(text, parameters)));
      } catch (cause) {
        throw incomplete(cause);
      }
    },
    close: () => {
      dataset.close();
      return Promise.resolve();
    },
  };
};
