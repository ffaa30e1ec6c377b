/**
 * 原置业顾问 of a deal (R10): who has no share in it. Whoever gave the client up after the deal's day keeps their deal. As
 * former-share.ts decides: each from the day × was reached, or from their line in 备注 where that is earlier. Names are told
 * apart by `、` alone, the first `most` of them; a line of several names is found by its first.
 */
import { all } from "../references";

/** Former consultants of one client who are told apart. */
const most = 3;

/** Later than any day. */
const never = "10^6";

const lines = ["重新分配：", "放弃："] as const;

/** @param subscribed the deal's 认购日期; without one nobody can be told apart, and all are named. */
export const formerNames = (client: string, subscribed: string): string => {
  const of = (key: "formerConsultant" | "remarks" | "reachedLost"): string =>
    `INDEX(${all("grades", key)},MATCH(${client},${all("grades", "clientId")},0))`;
  const names = of("formerConsultant");
  const name = (k: number): string =>
    `TRIM(MID(SUBSTITUTE(${names},"、",REPT(" ",99)),${99 * k + 1},${k === most - 1 ? 999 : 99}))`;
  /** The day a line begins with: ten signs, which any Excel reads as a day, and a blank before its first word. */
  const written = (word: string, k: number): string =>
    `IFERROR(MID(${of("remarks")},FIND("${word}"&${name(k)},${of("remarks")})-11,10)+0,${never})`;
  const lost = `IF(ISNUMBER(${of("reachedLost")}),INT(${of("reachedLost")}),${never})`;
  const since = (k: number): string =>
    `MOD(MIN(${[lost, ...lines.map((word) => written(word, k))].join(",")}),${never})`;
  const named = Array.from(
    { length: most },
    (_, k) => `IF(${name(k)}="","",IF(${subscribed}<${since(k)},"","、"&${name(k)}))`,
  );
  const latest = `ISNUMBER(${subscribed})`;
  return `IFERROR(IF(${names}="","",IF(${latest},MID(${named.join("&")},2,999),${names}&"")),"")`;
};
