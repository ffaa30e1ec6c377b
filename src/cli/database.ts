/** Which engine, and where it is. */
import type { Engine } from "../dataset/engine";
import { citus } from "../dataset/engines/citus";
import { duckdb } from "../dataset/engines/duckdb";
import { postgres } from "../dataset/engines/postgres";
import { Unusable } from "./outcome";

const engines: readonly Engine[] = [duckdb, postgres, citus];

export const engineNamed = (name: string): Engine => {
  const found = engines.find((engine) => engine.name === name.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Unusable(
    `--engine：没有“${name}”；有：${engines.map((engine) => engine.name).join("、")}。(no engine by that name)`,
  );
};

/** `--url`, or the environment: there a password stands in no list of commands. */
export const addressFrom = (url: string | undefined): string => {
  const address = url ?? process.env.ANCHANG_DATABASE_URL;
  if (address !== undefined && address !== "") return address;
  throw new Unusable(
    "--url：请写数据库地址，如 postgres://用户@主机:5432/库名；也可放在环境变量 ANCHANG_DATABASE_URL 里。(missing --url)",
  );
};
