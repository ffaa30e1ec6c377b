import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { openEngine, type OpenEngine } from "../../src/dataset/open-dataset";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

afterAll(removeTemporaryFolders);

describe("the engine", () => {
  let above: string;
  let folder: string;
  let engine: OpenEngine;

  beforeAll(async () => {
    above = await temporaryFolder();
    // A quote in the name is a name, not SQL.
    folder = path.join(above, "data's set");
    await mkdir(folder);
    await writeFile(path.join(above, "secret.csv"), "a,b\n1,2\n");
    await writeFile(path.join(folder, "inside.csv"), "a,b\n1,2\n");
    engine = await openEngine(folder, { memory: "300MB", threads: 1 });
  });
  afterAll(() => engine.close());

  const run = async (sql: string): Promise<unknown> =>
    (await engine.connection.runAndReadAll(sql.replaceAll("ABOVE", above))).getRowsJson();

  test.each([
    ["another file", "SELECT * FROM read_csv('ABOVE/secret.csv')"],
    ["a way out of the folder", "SELECT * FROM read_csv('ABOVE/data''s set/../secret.csv')"],
    ["a folder whose name begins alike", "COPY (SELECT 1) TO 'ABOVE/data''s setX.csv'"],
    ["a file outside, to write", "COPY (SELECT 1) TO 'ABOVE/out.csv'"],
    ["a text of the machine", "SELECT * FROM read_text('/etc/hosts')"],
    ["the network", "SELECT * FROM read_parquet('https://example.com/x.parquet')"],
    ["an extension", "INSTALL httpfs"],
    ["an extension at hand", "LOAD httpfs"],
    ["another database", "ATTACH 'ABOVE/other.duckdb'"],
  ])("cannot reach %s", async (_, sql) => {
    await expect(run(sql)).rejects.toThrow();
  });

  test.each([
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET allowed_directories",
    "SET memory_limit = '100GB'",
    "SET autoinstall_known_extensions = true",
    "PRAGMA enable_external_access",
  ])("stays locked: %s", async (sql) => {
    await expect(run(sql)).rejects.toThrow();
  });

  test("reads and writes within its folder, in the memory it was given", async () => {
    expect(await run(`SELECT * FROM read_csv('${folder.replaceAll("'", "''")}/inside.csv')`)).toEqual([
      ["1", "2"],
    ]);
    await run(`COPY (SELECT 7 AS n) TO '${folder.replaceAll("'", "''")}/n.parquet' (FORMAT parquet)`);
    expect(await run("SELECT value FROM duckdb_settings() WHERE name = 'memory_limit'")).toEqual([
      ["286.1 MiB"],
    ]);
    expect(
      await run(
        "SELECT value FROM duckdb_settings() WHERE name IN ('autoinstall_known_extensions', 'autoload_known_extensions', 'enable_external_access') ORDER BY name",
      ),
    ).toEqual([["false"], ["false"], ["false"]]);
  });

  test("does not follow a link out of the folder", async () => {
    await symlink(path.join(above, "secret.csv"), path.join(folder, "link.csv"));
    await expect(run(`SELECT * FROM read_csv('${folder.replaceAll("'", "''")}/link.csv')`)).rejects.toThrow();
  });
});
