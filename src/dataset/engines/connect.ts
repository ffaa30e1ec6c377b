/** A connection to PostgreSQL or Citus. What goes wrong is said without the password, and without the address's user. */
import { Client } from "pg";
import type { Engine } from "../engine";
import { EngineFailed } from "./engine-failed";

/** Milliseconds. */
const toConnect = 15_000;

interface Place {
  readonly shown: string;
  readonly secrets: readonly string[];
}

const notAnAddress = (): EngineFailed =>
  new EngineFailed(
    "--url：数据库地址看不懂；请写成 postgres://用户:密码@主机:5432/库名，密码里的 @ : / 等写成 %40 %3A %2F。(--url: not an address)",
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notAnAddress();
  }
};

/** "host:5432/name", and what must not be shown. */
const placeOf = (address: string): Place => {
  // What the parser says of a bad address has the whole of it in it.
  if (!URL.canParse(address)) throw notAnAddress();
  const url = new URL(address);
  if (!/^postgres(?:ql)?:$/u.test(url.protocol)) throw notAnAddress();
  const given = [url.password, url.searchParams.get("password") ?? ""];
  return {
    shown: `${url.hostname === "" ? "本机" : url.hostname}:${url.port === "" ? "5432" : url.port}${decoded(url.pathname)}`,
    secrets: [...given, ...given.map(decoded)].filter((secret) => secret !== ""),
  };
};

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: "连不上；请检查地址、端口，数据库有没有开。(connection refused)",
  ENOTFOUND: "找不到这台主机；请检查地址。(host not found)",
  EAI_AGAIN: "找不到这台主机；请检查地址和网络。(host not found)",
  ETIMEDOUT: "连接超时；请检查网络。(timed out)",
  ECONNRESET: "连接断了，没有做完；请再试一次。(connection lost)",
  "28P01": "用户名或密码不对；请检查地址。(wrong user or password)",
  "28000": "不准这个用户登录；请找管理员。(not allowed to log in)",
  "3D000": "没有这个数据库；请检查库名。(no such database)",
  "42501": "没有权限；请管理员授权。(permission denied)",
  "42P01": "库里还没有案场簿的表；请先用 anchang load 装入。(tables are missing; run load first)",
  "3F000": "库里还没有案场簿的表；请先用 anchang load 装入。(tables are missing; run load first)",
  "42883": "这个库没有装 Citus；请用 --engine postgres，或先装 Citus。(Citus is not installed)",
  "57014": "超过了时限，没有完整的结果；请缩短 --from 到 --to，或请管理员放宽时限。(statement timeout)",
  "57P01": "数据库在中途关闭；请再试一次。(server shut down)",
  "57P02": "数据库在中途崩溃；请再试一次。(server crashed)",
  "57P03": "数据库正在启动；请稍候再试。(server is starting)",
  "55P03": "别人正在装入或提问，等了很久；请稍候再试。(others are loading or asking)",
  AC001:
    "上一次装入在半路断了，几台机器还没有对齐；请过一两分钟再试，或再装一次。(an interrupted load is not settled yet)",
  AC002: "有一台机器连不上，没有做完；请稍候再试，仍不行时找管理员。(a machine cannot be reached)",
  "53100": "数据库的磁盘满了；请找管理员。(disk full)",
  "53300": "数据库的连接满了；请稍候再试。(too many connections)",
};

const codeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "";
  if ("code" in cause && typeof cause.code === "string") return cause.code;
  // Several addresses of one host were tried.
  return cause instanceof AggregateError ? codeOf(cause.errors[0]) : "";
};

export interface Connected {
  readonly client: Client;
  /** What went wrong, as it may be shown; an EngineFailed stays itself. */
  readonly failure: (cause: unknown) => EngineFailed;
  readonly close: () => Promise<void>;
}

/** @throws EngineFailed */
export const connect = async (
  address: string,
  engine: Engine,
  settings: readonly string[] = [],
): Promise<Connected> => {
  const { shown, secrets } = placeOf(address);
  const failure = (cause: unknown): EngineFailed => {
    if (cause instanceof EngineFailed) return cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    const why = advice[codeOf(cause)] ?? "没有做完；请再试一次，仍不行时找管理员。(failed)";
    const quoted = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), said);
    return new EngineFailed(`${shown}：${why}${quoted === "" ? "" : ` [${quoted}]`}`);
  };
  let client: Client;
  try {
    client = new Client({
      connectionString: address,
      connectionTimeoutMillis: toConnect,
      keepAlive: true,
      application_name: "anchang",
    });
  } catch {
    throw notAnAddress();
  }
  // Said by the statement that fails, too.
  client.on("error", () => undefined);
  try {
    await client.connect();
    for (const statement of [...engine.settings, ...settings]) await client.query(statement);
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw failure(cause);
  }
  return { client, failure, close: () => client.end().catch(() => undefined) };
};
