/** A coordinator and its workers: PostgreSQL servers of our own with Citus in them, where Citus is installed. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type Cluster, password, postgresCluster, postgresPrograms, type Server } from "./postgres-cluster";

/** The folder of a PostgreSQL's programs that has Citus: named by hand, or Debian's own. */
const programs = process.env.CITUS_POSTGRES_PROGRAMS ?? postgresPrograms;

const holdsCitus = (folder: string): boolean => {
  try {
    const shared = execFileSync(path.join(folder, "pg_config"), ["--sharedir"], { encoding: "utf8" }).trim();
    return existsSync(path.join(shared, "extension", "citus.control"));
  } catch {
    return false;
  }
};

export const hasCitus = programs !== undefined && holdsCitus(programs);

export interface CitusCluster {
  readonly coordinator: Server;
  readonly workers: readonly Server[];
  remove(): Promise<void>;
}

const settings = {
  shared_preload_libraries: "citus",
  // On loopback; Citus asks for certificates otherwise.
  "citus.node_conninfo": "sslmode=disable",
  // As many as show what is shown with 32, in less time.
  "citus.shard_count": "6",
  // What a crash left half done is not put right behind our back.
  "citus.recover_2pc_interval": "-1",
  "citus.enable_statistics_collection": "off",
};

const run = async (server: Server, ...statements: readonly string[]): Promise<void> => {
  const client = await server.client();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How the servers log in to each other: of every node, 0 is all of them. */
const secret = `insert into pg_dist_authinfo (nodeid, rolename, authinfo)
  values (0, 'anchang', ${quoted(`password='${password.replaceAll(/(['\\])/gu, "\\$1")}'`)})`;

export const citusCluster = async (workers: number): Promise<CitusCluster> => {
  const cluster: Cluster = postgresCluster({ ...(programs !== undefined && { programs }), settings });
  const [coordinator, ...others] = await Promise.all(
    Array.from({ length: workers + 1 }, () => cluster.server()),
  );
  if (coordinator === undefined) throw new Error("no server");
  await Promise.all([coordinator, ...others].map((server) => run(server, "create extension citus", secret)));
  await run(
    coordinator,
    `select citus_set_coordinator_host('127.0.0.1', ${coordinator.port})`,
    ...others.map(({ port }) => `select citus_add_node('127.0.0.1', ${port})`),
  );
  return { coordinator, workers: others, remove: () => cluster.remove() };
};
