/** The upper captions of two header rows, joined with the lower: "联系方式 手机". A group may be of somebody else than the client. */
import { bareCaption } from "../match-headers";

/** Captions over the parts of a two-row header that say nothing of their own: "联系方式 手机" is 手机. */
const groups = new Set(
  (
    "联系方式 联系电话 电话 基本情况 基本信息 基本资料 客户情况 客户信息 客户资料 客户基本情况 客户基本信息 客户 登记 登记信息 " +
    "需求 需求情况 购房需求 客户需求 意向 意向产品 意向情况 产品需求 洽谈 洽谈情况 来访 来访情况 来电 来电情况 " +
    "跟踪 跟进 跟踪情况 跟进情况 成交 成交情况 成交信息 房源 房源信息 购买物业"
  ).split(" "),
);

export interface HeaderParts {
  readonly group: string;
  readonly part: string;
}

/** "联系方式 手 机" is parted at its first blank, "基本 情况 手机" at its last. */
export const partsOfHeader = (header: string): HeaderParts | undefined => {
  const first = header.indexOf(" ");
  const at = groups.has(bareCaption(header.slice(0, first))) ? first : header.lastIndexOf(" ");
  const part = header.slice(at + 1);
  return at > 0 && part.length >= 2 ? { group: bareCaption(header.slice(0, at)), part } : undefined;
};

/** Says nothing of its own: what stands below it is the client's. */
export const isPlainGroup = ({ group }: HeaderParts): boolean => groups.has(group);

const besidesWho = /(?:基本)?(?:信息|资料|情况|方|[一二三1-3])$/u;
/** Who sells, who sent the client, and who belongs to him. */
const others = new RegExp(
  "(?:顾问|业务员|销售|销售员|销售人员|销售代表|业代|坐席|座席|客服|" +
    "(?:接待|接访|接电|接听|接线|登记|经办|跟进|归属|负责|责任|介绍|推荐|转介|转介绍|引荐|带看|报备|经纪|紧急联系|担保|共有|共同购房|共同买受)人员?|" +
    "经理|主管|总监|居间|推荐业主|中介|分销|经纪公司|中介公司|渠道公司|渠道专员|老客户|老业主|老带新|转介绍|朋友|亲友|配偶|夫妻|爱人|妻子|丈夫|老公|老婆|父亲|母亲|父母|子女|孩子|家人|家属)$",
  "u",
);

/** 介绍人 over 姓名 and 电话: neither is the client's. Of 介绍人姓名 the whole header says what it is. */
export const isOfAnother = ({ group }: HeaderParts): boolean =>
  !groups.has(group) && others.test(group.replace(besidesWho, ""));

/** "备用电话" of "联系方式 备用电话"; of "介绍人 电话" the whole. */
export const withoutGroup = (header: string): string => {
  const found = partsOfHeader(header);
  return found !== undefined && isPlainGroup(found) ? found.part : header;
};
