/** PostgreSQL and Citus: the tables that `anchang load` fills. */
import type { Engine } from "../engine";
import { connect } from "./connect";
import { type Asked, numbered, type Spelled } from "./question";

const portion = 5000;

/** Every value as the server spells it. */
const asSpelled = { getTypeParser: () => (text: string | Buffer) => String(text) };

/**
 * `settings`: statements after the engine's own.
 * @throws EngineFailed
 */
export const askPostgres = async (
  address: string,
  engine: Engine,
  settings: readonly string[] = [],
): Promise<Asked> => {
  const { client, failure, close } = await connect(address, engine, settings);
  return {
    async *ask(text, parameters) {
      try {
        const { text: statement, values } = numbered(text, parameters);
        await client.query("begin read only");
        for (const each of engine.asking) await client.query(each);
        await client.query(`declare answer no scroll cursor for ${statement}`, [...values]);
        for (;;) {
          const { rows } = await client.query<Spelled[]>({
            text: `fetch ${portion} from answer`,
            rowMode: "array",
            types: asSpelled,
          });
          if (rows.length > 0) yield rows;
          if (rows.length < portion) break;
        }
        await client.query("commit");
      } catch (cause) {
        throw failure(cause);
      }
    },
    close,
  };
};
