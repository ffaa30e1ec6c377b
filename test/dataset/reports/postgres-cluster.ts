/** PostgreSQL servers of our own: in a folder of their own, on loopback, gone afterwards. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";

const debian = "/usr/lib/postgresql";
const newest = existsSync(debian)
  ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))[0]
  : undefined;
/** Where Debian's PostgreSQL has its programs; nothing where it is not installed. */
export const postgresPrograms = newest === undefined ? undefined : path.join(debian, newest, "bin");

export const hasPostgres =
  postgresPrograms !== undefined && existsSync(path.join(postgresPrograms, "initdb"));

/** PostgreSQL refuses to run as root: as nobody then. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const giveAway = (file: string): void => {
  if (nobody.uid !== undefined) chownSync(file, nobody.uid, nobody.gid);
};

const isFree = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => void server.close(() => resolve(true)));
  });

/** Below those a system lends to whoever connects: nobody takes it while its server is away. */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    if (await isFree(port)) return port;
  }
};

const pause = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

export const password = "虎-pa$$ w0rd@/:";

export interface Server {
  readonly port: number;
  readonly url: string;
  /** As the owner of everything; the caller ends it. */
  client(): Promise<Client>;
  /** kill -9 of the server and of all its processes, as when the power goes. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

export interface Cluster {
  /** Another server, empty. */
  server(): Promise<Server>;
  remove(): Promise<void>;
}

const ended = async (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? undefined
    : new Promise((resolve) => void child.once("exit", () => resolve()));

/** The letter of its state ("T": stopped, "Z": dead), and its parent; of one that is gone, nothing. */
const statOf = (pid: number | string): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
  } catch {
    return [];
  }
};
const isGone = (pid: number): boolean => ["Z", "X", undefined].includes(statOf(pid)[0]);
const isStopped = (pid: number): boolean => isGone(pid) || statOf(pid)[0] === "T";
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await pause(1);
};

/** Processes a server has started: it is their parent. Where the kernel has a list, there is no need to search. */
const childrenOf = (pid: number): readonly number[] => {
  const list = `/proc/${pid}/task/${pid}/children`;
  const pids = existsSync(list)
    ? readFileSync(list, "utf8").split(" ").filter(Boolean)
    : readdirSync("/proc").filter((name) => /^\d+$/u.test(name) && Number(statOf(name)[1]) === pid);
  return pids.map(Number);
};

export interface ClusterOptions {
  /** The folder of `initdb` and `postgres`. */
  readonly programs?: string;
  /** Settings of every server, after our own. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * One initdb, copied for every server. The default collation is Chinese (ICU), so that a text which forgets to say
 * "binary" sorts unlike DuckDB.
 */
export const postgresCluster = ({
  programs = postgresPrograms ?? "",
  settings: more = {},
}: ClusterOptions = {}): Cluster => {
  const program = (name: string): string => path.join(programs, name);
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-postgres-"));
  chmodSync(folder, 0o755);
  giveAway(folder);
  const template = path.join(folder, "template");
  const secret = path.join(folder, "secret");
  writeFileSync(secret, password);
  giveAway(secret);
  execFileSync(
    program("initdb"),
    [
      ...[
        "-D",
        template,
        "-U",
        "anchang",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
        "-A",
        "scram-sha-256",
      ],
      ...["--locale-provider=icu", "--icu-locale=zh-CN", `--pwfile=${secret}`],
    ],
    { ...nobody, cwd: folder, stdio: "ignore" },
  );
  const running = new Set<ChildProcess>();
  const stopAll = (): void => {
    for (const child of running) child.kill("SIGQUIT");
  };
  process.once("exit", stopAll);
  let count = 0;

  const server = async (): Promise<Server> => {
    const data = path.join(folder, `server-${++count}`);
    cpSync(template, data, { recursive: true });
    execFileSync("chown", ["-R", `--reference=${folder}`, data]);
    chmodSync(data, 0o700);
    const port = await freePort();
    let child: ChildProcess | undefined;
    const url = `postgres://anchang:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
    const client = async (): Promise<Client> => {
      const open = new Client({ connectionString: url });
      // A server that dies under us says so on the connection too.
      open.on("error", () => undefined);
      await open.connect();
      return open;
    };
    const start = async (): Promise<void> => {
      const settings = {
        port,
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        fsync: "off",
        shared_buffers: "32MB",
        max_wal_size: "256MB",
        autovacuum: "off",
        logging_collector: "off",
        ...more,
      };
      const started = spawn(
        program("postgres"),
        ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
        { ...nobody, cwd: folder, stdio: "ignore" },
      );
      child = started;
      running.add(started);
      started.once("exit", () => void running.delete(started));
      // As long as it is not gone it is coming: after a crash it reads its log first.
      for (;;) {
        try {
          await (await client()).end();
          return;
        } catch (cause) {
          if (started.exitCode !== null || started.signalCode !== null) throw cause;
          await pause(50);
        }
      }
    };
    const kill = async (): Promise<void> => {
      const pid = child?.pid;
      if (child === undefined || pid === undefined) return;
      // Those under it first: a process whose parent has died tidies up, and may even finish its commit.
      child.kill("SIGSTOP");
      await until(() => isStopped(pid));
      const under = childrenOf(pid);
      for (const each of under)
        try {
          process.kill(each, "SIGKILL");
        } catch {
          // Gone by itself.
        }
      child.kill("SIGKILL");
      await ended(child);
      // Whoever is still there holds the memory, and a server started now would refuse.
      await until(() => under.every(isGone));
    };
    await start();
    return { port, url, client, kill, start };
  };

  return {
    server,
    remove: async () => {
      const all = [...running];
      stopAll();
      await Promise.all(all.map(ended));
      process.removeListener("exit", stopAll);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
