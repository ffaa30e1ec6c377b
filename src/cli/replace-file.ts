/** A file made anew beside the old one, which stays whole until the new one has its place. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { codeOf } from "../dataset/durable";
import type { ZipSink } from "../xlsx/zip-stream";
import { Unusable } from "./outcome";

export interface Workspace {
  readonly folder: string;
  /** Writes the file and puts it in the old one's place: at no moment is neither there. */
  replace(write: (sink: ZipSink) => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

const host = hostname().replace(/[^\w-]/gu, "");

const prefixOf = (out: string): string => `.${path.basename(out)}.`;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
};

/** Removes what runs of before have left that were killed on this machine. */
const sweep = async (out: string): Promise<void> => {
  const folder = path.dirname(out);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefixOf(out)) || !name.endsWith(".tmp")) continue;
    const [owner, pid] = name.slice(prefixOf(out).length).split(".");
    if (owner === host && !isRunning(Number(pid)))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
};

/** By what a file is known to be as it was; empty where there is none. */
export const markOf = async (file: string): Promise<string> => {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found === undefined ? "" : `${found.ino} ${found.size} ${found.mtimeNs}`;
};

/** In milliseconds; what is done alone takes a few. */
const patience = { step: 20, longest: 30_000 } as const;

/** One run at a time, of all on this disk. @throws Unusable where another one does not end. */
const alone = async (out: string, act: () => Promise<void>): Promise<void> => {
  const lock = path.join(path.dirname(out), `${prefixOf(out)}lock`);
  for (let waited = 0; ; waited += patience.step) {
    try {
      await writeFile(lock, `${host} ${process.pid}`, { flag: "wx" });
      break;
    } catch (cause) {
      if (codeOf(cause) !== "EEXIST") throw cause;
    }
    const [owner, pid] = (await readFile(lock, "utf8").catch(() => "")).split(" ");
    // One that was killed on this machine between the two.
    if (owner === host && !isRunning(Number(pid))) await rm(lock, { force: true });
    else if (waited >= patience.longest)
      throw new Unusable(
        `${out}：别人正在写它，没有覆盖；请稍后再试，没有别人在汇总的话，删去 ${lock} 再试。(somebody else is writing)`,
      );
    else await delay(patience.step);
  }
  try {
    await act();
  } finally {
    await rm(lock, { force: true });
  }
};

/**
 * A folder of its own beside `out`, on the same disk.
 * @param was the mark of `out` when it was read: what somebody else has written there since is not written over
 * @throws Unusable; where the folder of `out` cannot be written.
 */
export const workspaceFor = async (out: string, was: string): Promise<Workspace> => {
  await sweep(out);
  const name = `${prefixOf(out)}${host}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  const folder = path.join(path.dirname(out), name);
  await mkdir(folder, { mode: 0o700 });
  return {
    folder,
    replace: async (write) => {
      const fresh = path.join(folder, "new.xlsx");
      const handle = await open(fresh, "wx", 0o666);
      let end = 0;
      try {
        await write({
          write: async (bytes) => {
            for (let written = 0; written < bytes.length;)
              written += (await handle.write(bytes, written, bytes.length - written, end + written))
                .bytesWritten;
            end += bytes.length;
          },
          patch: async (at, bytes) => {
            await handle.write(bytes, 0, bytes.length, at);
          },
        });
        await handle.sync();
      } finally {
        await handle.close();
      }
      // Nobody else looks and writes between this look and this writing.
      await alone(out, async () => {
        if ((await markOf(out)) !== was)
          throw new Unusable(
            `${out}：这次汇总的时候别人刚写过它，没有覆盖；请再运行一次，不要加 --fresh，两边的案场就都在了。(written by somebody else meanwhile)`,
          );
        await rename(fresh, out);
      });
      // The new name is on the disk too; some systems know no such thing.
      const place = await open(path.dirname(out), "r").catch(() => undefined);
      await place?.sync().catch(() => undefined);
      await place?.close();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
