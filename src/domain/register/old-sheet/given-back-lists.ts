/** 收编: lists of 退房, 换房 and 更名, as their title or name calls them: none of their rows is a deal that stands (R13). */
import { plain } from "../../kit/text";
import type { HeaderMatch } from "../match-headers";
import { titledForms } from "./guess-form";
import type { AdoptedForm } from "./old-cells";
import { dayKeys } from "./old-times";

const gone = "退房|退订|退定|退筹|退铺|退认购|[挞踏]定|[换调]房|更名";
/** 换房需求登记, 退房意向: wishes; 成交退房除外, 业主名单更名后: those that stand. */
const isGone = new RegExp(
  `(?<!(?:不含|剔除|扣除|去掉|除)已?)(?:${gone})(?!需求|意向|计划|[^，,。;；]{0,4}(?:除外|不含|剔除|已扣|扣除)|(?<=更名)后)`,
  "u",
);
/** 成交及退房台账, 认购/退房: deals that stand are among them. */
const ofBoth = new RegExp(`[和及与、/&+含](?:已)?(?:${gone})|(?:${gone})[和及与、/&+]`, "u");
/** 认购退房明细, 成交客户退房登记: of sold homes, those. */
const afterSale = new RegExp(
  `^(?:(?!认购|成交|签约|已售).)*(?:认购|成交|签约|已售)(?:的?客户|后|房源)?(?:已)?(?:${gone})`,
  "u",
);

const saysGivenBack = (text: string): boolean => {
  const said = plain(text);
  if (!isGone.test(said)) return false;
  const others = titledForms(said);
  return others.length === 0 || (others.every((form) => form === "deals") && afterSale.test(said));
};

/** `titled`: titles, then names, the nearest that says anything deciding. @returns what says it */
export const givenBackTitle = (titled: readonly string[]): string | undefined => {
  const about = titled.find((each) => isGone.test(plain(each)) || titledForms(each).length > 0);
  return about !== undefined && saysGivenBack(about) && !ofBoth.test(plain(about)) ? plain(about) : undefined;
};

/** 来访日期 of a list of those who would change: they came, whatever it is called. */
export const isOfVisits = (form: AdoptedForm, matches: readonly HeaderMatch[]): boolean =>
  form === "calls" ||
  form === "followUps" ||
  (form === "visitors" &&
    matches.some(
      ({ key, how, header }) =>
        key === dayKeys.visitors && how !== "likeness" && /[来到]访|看房|接待/u.test(header),
    ));
