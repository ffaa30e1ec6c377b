/** 备用电话, 手机二, 配偶电话: further columns of phones, so that who comes again by the second is the same (R9). */
import { withoutGroup } from "./like-headers";
import { bareCaption, type ColumnContents, type HeaderMatch, withoutBrackets } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldTargetsOf } from "./old-targets";

const whose =
  "客户|业主|访客|来客|购房人|买受人|本人|配偶|夫妻|爱人|家人|家属|家庭|备用|备选|其[他它]|另外?|次要|第?[一二三四1-4①-④]";
const phone = "手机|移动|电话|固话|座机|联系|联络|方式|号码?";
/** Nobody else's, as 介绍人电话 and 顾问手机 are, and no 电话时间. */
const ofPhones = new RegExp(`^(?:${whose})*(?:${phone})+(?:[一二三四1-4①-④]|备用)?$`, "u");
/** What says that it is a phone: 方式 and 号码 alone are not. */
const saysPhone = /手机|电话|固话|座机|联系方式|联络方式|移动号码/u;

const namesPhones = (header: string): boolean => {
  const part = withoutGroup(header);
  return [bareCaption(part).replace(/[([【)\]】]/gu, ""), bareCaption(withoutBrackets(part))].some(
    (each) => saysPhone.test(each) && ofPhones.test(each),
  );
};

/** 配偶电话 says whose it is beside the number: the notes keep it. */
export const saysWhosePhone = (header: string): boolean => /配偶|夫妻|爱人|家人|家属/u.test(header);

/** Read of every form's columns alike. */
const phoneBlank = "mobile";

/** Blanks that take phones. */
const phoneKeys = [phoneBlank, "phone", "otherContact"];

/** Fewer that read as phones, and it is a column of something else. */
const leastShare = 0.5;

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
    const isPhone = match.rival !== undefined && keys.includes(match.rival);
    if (match.key !== undefined || !(isPhone || namesPhones(header))) return match;
    const key = keys.find((each) => !taken.has(each)) ?? keys.at(-1);
    if (key === undefined) return match;
    if (contents !== undefined && (contents.share(column, phoneBlank) ?? 0) < leastShare) return match;
    taken.add(key);
    return { column, header, key, how: "wording" };
  });
};
