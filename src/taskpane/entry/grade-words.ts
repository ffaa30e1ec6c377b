/** R4: what a grade means, as the site's 评级标准 has it. */
import { useTranslation } from "react-i18next";
import { gradeMeaning } from "../../domain/rules/grade-meaning";
import type { Grade } from "../../domain/rules/grade";
import { tongueOf } from "../i18n/i18n";
import { useStanding } from "../shell/site";

export const useGradeWords = (): ((grade: Grade) => string) => {
  const { standing } = useStanding();
  const { i18n } = useTranslation();
  const grading = standing.state === "ours" ? standing.site.policies.grading : "000";
  return (grade) => gradeMeaning(grading, grade)[tongueOf(i18n.language)];
};
