/** Which form an old table is of, by its captions and by what its titles call it. */
import { reachedKeys } from "../grade-rows";
import { withoutGroup } from "./header-groups";
import { isLadderHeader } from "./ladder-captions";
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "../match-headers";
import { type AdoptedForm, adoptedForms } from "./old-cells";
import { oldGradeKey, weakKey } from "./old-targets";
import { dayKeys } from "./old-times";
import type { RawCell } from "../register";
import { namesTalks } from "./talk-columns";
import { isUnitList } from "./unit-lists";
import { sayVisits } from "./visits-or-deals";

export interface FormGuess {
  readonly form: AdoptedForm;
  readonly matches: readonly HeaderMatch[];
  readonly matched: number;
}

const titles: Readonly<Record<AdoptedForm, RegExp>> = {
  visitors: /来访|到访|来客|访客|接待|客户登记|客户台账/u,
  calls: /来电|电话登记|电话接听|call/iu,
  followUps: /跟踪|跟进|回访|追踪/u,
  units: /销控|房源|一房一价|价目表|价格表|房价表|定价表|可售|余房|推售/u,
  deals: /成交|签约|认购|销售台账|合同台账|已售/u,
  grades: /(?:等级|级别|分级).{0,4}(?:分配|跟踪|台账|一览|汇总|总表|名单)|升级情况/u,
};

/** Captions that other forms have not. */
const telling: Readonly<Record<AdoptedForm, readonly string[]>> = {
  visitors: ["visitDate", "partySize", "notes"],
  calls: ["calledAt", "advertisement", "otherContact"],
  followUps: ["contactedAt", "method", "notes", "feedback", "nextAt", "strategy"],
  units: [],
  deals: ["subscribedOn", "signedOn", "unitNo", "totalPrice", "unitPrice", "floorArea"],
  grades: [...reachedKeys, "formerConsultant"],
};

export const guessOf = (form: AdoptedForm, headers: readonly RawCell[]): FormGuess => {
  const matches = matchOldHeaders(form, headers);
  return { form, matches, matched: matches.filter(({ key }) => key !== undefined).length };
};

/** A table of nobody's is no register, but for units: a count by channel. */
const whose: ReadonlySet<string> = new Set(["name", "clientId", "dealId", "mobile", "phone", "otherContact"]);

const weigh = ({ form, matches, matched }: FormGuess, about: string): number => {
  const tells = matches.filter(
    ({ key, how }) => key !== undefined && how !== "likeness" && telling[form].includes(key),
  );
  // 客户等级分配跟踪表 is no 跟踪记录.
  const isNamed = titles[form].test(about) && (form === "grades" || !titles.grades.test(about));
  // Calls may have a grade too; it is asked at visits.
  const graded = form === "calls" && matches.some(({ key }) => key === oldGradeKey) ? 1 : 0;
  return matched - graded + tells.length / 2 + (isNamed ? 3 : 0);
};

const aboutOf = (titled: readonly string[]): string =>
  titled.find((each) => adoptedForms.some((form) => titles[form].test(each))) ?? "";

/** The forms that a title speaks of. */
export const titledForms = (text: string): readonly AdoptedForm[] =>
  adoptedForms.filter((form) => titles[form].test(text));

/** A register of visits or calls whose rows tell of later talks too: their own day stands beside those. */
const holdsTalks = (headers: readonly RawCell[]): boolean => {
  const talks = namesTalks(headers);
  if (talks.length === 0) return false;
  const others = headers.map((header, column) => (talks.includes(column) ? null : header));
  return (["visitors", "calls"] as const).some((form) =>
    matchOldHeaders(form, others).some(({ key, how }) => key === dayKeys[form] && how !== "likeness"),
  );
};

/** What a sale is told by: a home, or a day that is a sale's and nobody else's. */
const ofSales = ["unitNo", "location", "queuedOn", "subscribedOn", "signedOn"];

/** 面积, 户型 and 总价 are asked of visitors too, 日期 may be any day, and 看房日期 only looks like 定房日期. */
const tellsSale = ({ matches }: FormGuess): boolean =>
  matches.some(
    ({ key, how, header }) =>
      key !== undefined &&
      ofSales.includes(key) &&
      how !== "likeness" &&
      weakKey("deals", withoutGroup(header)) === undefined,
  );

/** Asked at a visit, and in no 跟踪记录. */
const askedAtVisits: ReadonlySet<string> = new Set(
  (
    "gender age maritalStatus residenceArea address familyStructure partySize channels motive occupation " +
    "propertyType areaBand layout unitPriceBand totalPriceBand payment"
  ).split(" "),
);

/**
 * 来访日期 and 性别 beside 跟进时间 and 跟进内容, or beside no day of a contact: what is called 最近跟进 lists visitors with
 * the latest that came after.
 */
const listsVisitorsWithTalks = (headers: readonly RawCell[]): boolean => {
  const exactOf = (form: AdoptedForm): ReadonlySet<string | undefined> =>
    new Set(matchOldHeaders(form, headers).map(({ key, how }) => (how === "likeness" ? undefined : key)));
  const visits = exactOf("visitors");
  if (!visits.has(dayKeys.visitors) || !visits.has("name")) return false;
  const isAsked = [...visits].some((key) => key !== undefined && askedAtVisits.has(key));
  const contacts = exactOf("followUps");
  return (isAsked && holdsTalks(headers)) || !contacts.has(dayKeys.followUps);
};

/** The nearest of titles and names that says anything says follow-ups, and those alone. */
export const isTitledFollowUps = (titled: readonly string[]): boolean => isNamedFollowUps(aboutOf(titled));

const isNamedFollowUps = (about: string): boolean =>
  titles.followUps.test(about) && !titles.visitors.test(about) && !titles.calls.test(about);

/** The nearest of titles and names that says anything speaks of deals. */
export const isTitledDeals = (titled: readonly string[]): boolean => isNamedDeals(aboutOf(titled));

const isNamedDeals = (about: string): boolean => titles.deals.test(about) && !titles.visitors.test(about);

/** 三、成交客户: who bought, whatever they say of their homes. */
const ofBuyers = /(?:成交|签约|认购)客户/u;

/** `titled`: titles, then the sheet's and the file's name, the nearest that says anything deciding. */
export const guessForm = (headers: readonly RawCell[], titled: readonly string[]): FormGuess | undefined => {
  const isLadder = isLadderHeader(headers);
  const about = aboutOf(titled);
  if (!isLadder && !ofBuyers.test(about) && isUnitList(headers, titles.units.test(about)))
    return guessOf("units", headers);
  const isTalked = isNamedFollowUps(about) ? listsVisitorsWithTalks(headers) : holdsTalks(headers);
  let best: FormGuess | undefined;
  for (const form of adoptedForms) {
    // A ladder is nothing else, and what has none has to be called so.
    if (isLadder ? form !== "grades" : form === "grades" && !titles.grades.test(about)) continue;
    if (form === "units" || (form === "followUps" && isTalked)) continue;
    const guess = guessOf(form, headers);
    if (form === "deals" && !isNamedDeals(about) && !tellsSale(guess)) continue;
    if (guess.matched < 2 || !guess.matches.some(({ key }) => key !== undefined && whose.has(key))) continue;
    if (best === undefined || weigh(guess, about) > weigh(best, about)) best = guess;
  }
  if (best?.form !== "deals" || isNamedDeals(about)) return best;
  const visits = guessOf("visitors", headers);
  const more = sayVisits(visits.matches);
  return more > 0 && weigh(visits, about) + more >= weigh(best, about) ? visits : best;
};
