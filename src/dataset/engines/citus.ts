import type { Engine } from "../engine";
import { type TableName, tableNames } from "../tables";
import { postgres } from "./postgres";

/** Small and joined with everything: a copy on every node, and recursion or full joins over it are free. */
export const undistributed: readonly TableName[] = ["referrals"];

const once = (table: string, statement: string): string =>
  `select ${statement} where not exists (select 1 from pg_dist_partition where logicalrelid = 'anchang.${table}'::regclass)`;

/** The rows of one number stand on one node, of every table: joins and windows by phone_key never leave it. */
const spread = (): readonly string[] => {
  const [first, ...others] = tableNames.filter((name) => !undistributed.includes(name));
  if (first === undefined) return [];
  return [
    once(first, `create_distributed_table('anchang.${first}', 'phone_key', colocate_with => 'none')`),
    ...others.map((name) =>
      once(
        name,
        `create_distributed_table('anchang.${name}', 'phone_key', colocate_with => 'anchang.${first}')`,
      ),
    ),
    ...undistributed.map((name) => once(name, `create_reference_table('anchang.${name}')`)),
  ];
};

/** Citus 11 or newer: PostgreSQL spread over several machines. */
export const citus: Engine = { ...postgres, name: "citus", spread: spread() };
