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

/** Codes of our own, for advice of their own. */
const unsettled = "raise exception 'prepared transactions are pending' using errcode = 'AC001'";
const unreachable = "raise exception 'a machine cannot be reached' using errcode = 'AC002'";

/**
 * Fails where a crash has left a transaction that some machines have committed and others not yet, after so many
 * seconds in which it might have been settled. A machine that does not answer may have one, and be back in a moment.
 */
const settled = (seconds: number): string => `do $$
  declare
    gone integer;
    pending integer;
  begin
    for second in 0..${seconds} loop
      if second > 0 then perform pg_sleep(1); end if;
      select count(*) filter (where not success), count(*) filter (where success and result <> '0')
        into gone, pending
        from run_command_on_workers(
          'select count(*) from pg_prepared_xacts where database = current_database() and gid like ''citus%''');
      if gone > 0 then ${unreachable}; end if;
      if pending = 0 then return; end if;
    end loop;
    ${unsettled};
  end $$`;

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
    settled(90),
  ],
  // Rows of which a machine has not heard yet are not there to be deleted: they would stand beside the new ones.
  replacing: [settled(90)],
  committing: [
    // As long as a question may take.
    "set local lock_timeout = '15min'",
    `select pg_advisory_xact_lock(${commitKey})`,
  ],
  asking: [`select pg_advisory_xact_lock_shared(${commitKey})`, settled(0)],
};
