/** 介绍人电话, 老客户手机: beside 介绍人 it tells which client is meant, alone it does so itself (R16). */
import { bareCaption, type HeaderMatch } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldTargetsOf } from "./old-targets";

const key = "referrerId";
const caption =
  /^(?:老带新)?(?:(?:转?介绍?|推荐)(?:人|客户)|老(?:客户|业主))的?(?:手机|移动|联系|联络|固定)?(?:电话|手机|方式|号码?)+$/u;

/** After all others: a column that is another blank's stays so. */
export const withReferrerPhones = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
): readonly HeaderMatch[] =>
  oldTargetsOf(form).some((target) => target.key === key)
    ? matches.map((match): HeaderMatch => {
        const { column, header } = match;
        return match.key === undefined && caption.test(bareCaption(header))
          ? { column, header, key, how: "wording" }
          : match;
      })
    : matches;
