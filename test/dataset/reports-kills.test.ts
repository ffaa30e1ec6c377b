/**
 * Loader and servers killed at drawn moments, on PostgreSQL and, where it is installed, on Citus. `ANCHANG_KILLS` asks
 * for so many of each. `npm test` builds the command line first.
 */
import { citus } from "../../src/dataset/engines/citus";
import { postgres } from "../../src/dataset/engines/postgres";
import { describeWith } from "../xlsx/tools";
import { type CitusCluster, citusCluster, hasCitus } from "./reports/citus-cluster";
import { killedAtDrawnMoments } from "./reports/killing";
import { type Cluster, hasPostgres, postgresCluster, type Server } from "./reports/postgres-cluster";

describeWith("PostgreSQL", hasPostgres)("PostgreSQL", () => {
  let cluster: Cluster;
  let server: Server;
  beforeAll(async () => {
    cluster = postgresCluster();
    server = await cluster.server();
  });
  afterAll(async () => cluster.remove());
  killedAtDrawnMoments(
    "PostgreSQL",
    ["server"],
    () => ({ engine: postgres, front: server, servers: { server: [server] }, halves: false }),
    2,
  );
});

/** Its absence is said by reports-citus.test.ts. */
if (hasCitus)
  describe("Citus, a coordinator in front of three workers", () => {
    let cluster: CitusCluster;
    beforeAll(async () => {
      cluster = await citusCluster(3);
    });
    afterAll(async () => cluster.remove());
    killedAtDrawnMoments(
      "Citus",
      ["coordinator", "worker"],
      () => ({
        engine: citus,
        front: cluster.coordinator,
        servers: { coordinator: [cluster.coordinator], worker: cluster.workers },
        halves: true,
      }),
      2,
    );
  });
