/** 备用电话, 手机二, 配偶电话: further columns of phones, so that who comes again by the second is the same (R9). */
import { partsOfHeader, isPlainGroup, withoutGroup } from "./header-groups";
import { bareCaption, type ColumnContents, type HeaderMatch, withoutBrackets } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldTargetsOf } from "./old-targets";
import { captionParts } from "./spoken-captions";

const whose =
  "您的?|客户|顾客|业主|来访|来电|预留|常用|登记|主要?|访客|来客|购房人|买受人|本人|配偶|夫妻|爱人|家人|家属|家庭|备用|备选|其[他它]|另外?|次要|第?[一二三四1-4①-④]";
const phone = "手机|移动|电话|固话|座机|联系|联络|通讯|方式|号码?|TEL(?:EPHONE)?|PHONE|MOBILE";
/** Nobody else's, as 介绍人电话 and 顾问手机 are, and no 电话时间. */
const ofPhones = new RegExp(`^(?:${whose})*(?:${phone})+(?:[一二三四1-4①-④]|备用)?$`, "u");
/** What says that it is a phone: 方式 and 号码 alone are not. */
const saysPhone = /手机|电话|固话|座机|(?:联系|联络|通讯)(?:方式|号码?)|移动号码|TEL|PHONE|MOBILE/u;
/** Beside a phone in one caption: 微信/电话. */
const account = /^(?:微信|QQ|邮箱|WX|VX)(?:号码?)?$/u;

const namesPhones = (header: string): boolean => {
  const part = withoutGroup(header);
  const [one, other] = captionParts(part).filter((each) => !account.test(each));
  if (one !== undefined && other === undefined) return namesPhones(one);
  return [bareCaption(part).replace(/[([【)\]】.]/gu, ""), bareCaption(withoutBrackets(part))].some(
    (each) => saysPhone.test(each) && ofPhones.test(each),
  );
};

/** 配偶电话 says whose it is beside the number: the notes keep it. */
export const saysWhosePhone = (header: string): boolean => /配偶|夫妻|爱人|家人|家属/u.test(header);

export const saysSparePhone = (header: string): boolean => /备用|备选|次要/u.test(header);

/** Read of every form's columns alike. */
const phoneBlank = "mobile";

/** Blanks that take phones. */
const phoneKeys = [phoneBlank, "phone", "otherContact"];

/** Fewer that read as phones, and it is a column of something else. */
const leastShare = 0.5;

/** 共有人姓名, a second 姓名, 介绍人: the client's name stands elsewhere. */
const isAnothersName = ({ key, rival, header }: HeaderMatch): boolean =>
  key === "referrerId" || (key === undefined && (rival === "name" || /(?:姓名|名字)\d?$/u.test(header)));

/** Says nothing of whose: 备用电话 and 配偶电话 do. */
const ofPhonesAlone = new RegExp(`^(?:${phone})+$`, "u");

/** 姓名 电话 姓名 电话: after the client's name and phone came another's, and the phone behind it is that one's. */
const isAnothersPhone = (
  matches: readonly HeaderMatch[],
  { column, header }: HeaderMatch,
  keys: readonly string[],
): boolean => {
  if (!ofPhonesAlone.test(bareCaption(withoutBrackets(header)))) return false;
  const before = matches.filter((each) => each.column < column);
  const other = before.filter((each) => each.key === "name" || isAnothersName(each)).at(-1);
  if (other === undefined || other.key === "name") return false;
  const said = before.filter((each) => each.column < other.column).map(({ key }) => key);
  const between = before.filter((each) => each.column > other.column).map(({ key }) => key);
  const hasPhone = (some: readonly (string | undefined)[]): boolean =>
    some.some((key) => key !== undefined && keys.includes(key));
  return said.includes("name") && hasPhone(said) && !hasPhone(between);
};

/** What two columns say twice: 手机 and 手机. Below 介绍人 it is not the client's. */
const isAgain = ({ header, rival }: HeaderMatch, keys: readonly string[]): boolean => {
  const parts = partsOfHeader(header);
  return rival !== undefined && keys.includes(rival) && (parts === undefined || isPlainGroup(parts));
};

/** Each goes to a blank for phones that no column has yet, else beside the one that is there. */
export const withMorePhones = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const known = new Set(oldTargetsOf(form).map(({ key }) => key));
  const keys = phoneKeys.filter((key) => known.has(key));
  const taken = new Set(matches.flatMap(({ key }) => key ?? []));
  return matches.map((match): HeaderMatch => {
    const { column, header } = match;
    if (match.key !== undefined || !(isAgain(match, keys) || namesPhones(header))) return match;
    if (isAnothersPhone(matches, match, keys)) return match;
    const key = keys.find((each) => !taken.has(each)) ?? keys.at(-1);
    if (key === undefined) return match;
    if (contents !== undefined && (contents.share(column, phoneBlank) ?? 0) < leastShare) return match;
    taken.add(key);
    return { column, header, key, how: "wording" };
  });
};
