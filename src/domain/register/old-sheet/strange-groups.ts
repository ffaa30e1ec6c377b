/** Groups over names and phones that nobody knows, 渠道 or 看房人: somebody else's wherever the client stands outside them (R9). */
import { type HeaderParts, isOfAnother, isPlainGroup, partsOfHeader } from "./header-groups";
import type { HeaderMatch } from "../match-headers";
import type { RawCell } from "../register";

const phoneKeys: readonly string[] = ["mobile", "phone", "otherContact"];
/** 姓名; not 签约人姓名 among days and prices. */
const saysName = /^(?:客户|联系人|对方|本人)?(?:姓名|名字)$/u;
const saysPhone = /电话|手机|联系方式|号码/u;
/** Of a person; never days, grades, words, homes, areas and prices. */
const saysPerson = /姓名|名字|身份证|证件|性别|年龄|地址|住址|微信|公司|工作单位|职[业务]|关系/u;
/** 手机 over 手机1 and 手机2. */
const isOfPhones =
  /^(?:客户|本人)?(?:联系电话|联系方式|移动电话|固定电话|电话|手机|移动|固话|座机)(?:号码?)?$/u;

const strangePartOf = (header: RawCell): HeaderParts | undefined => {
  const parts = partsOfHeader(String(header ?? "").trim());
  const isClients = parts === undefined || isPlainGroup(parts) || isOfPhones.test(parts.group);
  return isClients || isOfAnother(parts) ? undefined : parts;
};

/** By column: the phones, and of a group that has a name whatever is of a person. */
const groupsOfPeople = (headers: readonly RawCell[]): readonly (string | undefined)[] => {
  const parts = headers.map(strangePartOf);
  const named = new Set(parts.flatMap((each) => (each && saysName.test(each.part) ? [each.group] : [])));
  return parts.map((each) =>
    each !== undefined && (saysPhone.test(each.part) || (named.has(each.group) && saysPerson.test(each.part)))
      ? each.group
      : undefined,
  );
};

/**
 * Columns below groups that are not the client's: where he has a name and a phone outside them, all are; where he has
 * neither, all but the first that gives him one.
 */
export const columnsOfStrangers = (
  headers: readonly RawCell[],
  match: (headers: readonly RawCell[]) => readonly HeaderMatch[],
): ReadonlySet<number> => {
  const groups = groupsOfPeople(headers);
  if (groups.every((group) => group === undefined)) return new Set();
  const outside = match(headers.map((header, at) => (groups[at] === undefined ? header : null)));
  let inside: readonly HeaderMatch[] | undefined;
  /** The group that says it, nothing where a column outside all of them does. */
  const clientsGroup = (is: (key: string) => boolean): string | undefined => {
    const found = ({ key }: HeaderMatch): boolean => key !== undefined && is(key);
    if (outside.some(found)) return undefined;
    inside ??= match(headers);
    return groups[inside.find(found)?.column ?? -1];
  };
  const clients = new Set([
    clientsGroup((key) => key === "name"),
    clientsGroup((key) => phoneKeys.includes(key)),
  ]);
  return new Set(groups.flatMap((group, at) => (group === undefined || clients.has(group) ? [] : [at])));
};
