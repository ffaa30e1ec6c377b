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

/**
 * A transaction is committed machine by machine, and every machine looks at its rows when it is asked: a question put
 * in between would see half a site. So whoever asks holds this lock shared, and whoever commits holds it alone.
 */
const commitKey = "hashtext('anchang commit'), 0";

/** Whether a crash has left a transaction that some machines have committed and others not yet. */
const unsettled = `exists (
  select 1 from run_command_on_workers(
    'select count(*) from pg_prepared_xacts where database = current_database() and gid like ''citus%''')
  where success and result <> '0')`;

/** A code of our own, for advice of its own. */
const unsettledCode = "AC001";

const refuse = `raise exception 'prepared transactions are pending' using errcode = '${unsettledCode}'`;

/** Citus 11 or newer: PostgreSQL spread over several machines. */
export const citus: Engine = {
  ...postgres,
  name: "citus",
  spread: spread(),
  settling: [
    // Citus does it by itself within the minute; at once for those who are allowed to ask.
    `do $$ begin
       if has_function_privilege('pg_catalog.recover_prepared_transactions()', 'execute') then
         perform recover_prepared_transactions();
       end if;
     end $$`,
    `do $$ begin
       perform pg_advisory_xact_lock_shared(${commitKey});
       for seconds in 1..90 loop
         if not ${unsettled} then return; end if;
         perform pg_sleep(1);
       end loop;
       ${refuse};
     end $$`,
  ],
  committing: [
    // As long as a question may take.
    "set local lock_timeout = '15min'",
    `select pg_advisory_xact_lock(${commitKey})`,
  ],
  asking: [
    `select pg_advisory_xact_lock_shared(${commitKey})`,
    `do $$ begin if ${unsettled} then ${refuse}; end if; end $$`,
  ],
};
