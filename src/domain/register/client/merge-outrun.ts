/**
 * workbook.md: what was chosen between two numbers of one person (R9) was chosen from what was shown. Where a colleague
 * has changed either record since, the choice is asked for anew.
 */
import { grades } from "../../forms/grades";
import type { MergeQuestions, Question } from "./merge-ground";
import { finding, type Problem } from "../problem";
import { ofEntry } from "../registration";
import type { SiteBook } from "../site";

/** As `choices` of a merge name a question. */
export const questionId = ({ form, key }: { readonly form: string; readonly key: string }): string =>
  `${form}.${key}`;

const said = ({ kept, other }: Question): string => `${kept} / ${other}`;

const isSaidSo = (one: Question | undefined, other: Question | undefined): boolean =>
  one?.kept === other?.kept && one?.other === other?.other;

/** Questions, and whose the client was, that are others than were shown. Nothing: what was chosen still holds. */
export const mergeOutrun = (
  book: SiteBook,
  shown: MergeQuestions,
  now: MergeQuestions,
): readonly Problem[] => {
  const byId = (of: MergeQuestions) => new Map(of.contradictions.map((each) => [questionId(each), each]));
  const [before, after] = [byId(shown), byId(now)];
  const found = [...new Map([...before, ...after]).values()].flatMap((either): readonly Problem[] => {
    const [was, is] = [before.get(questionId(either)), after.get(questionId(either))];
    if (isSaidSo(was, is)) return [];
    const { form, key, caption } = either;
    const code = was === undefined ? "mergeAsksNow" : is === undefined ? "mergeAgreesNow" : "mergeOutrun";
    const facts = {
      caption,
      ...(was === undefined ? {} : { seen: said(was) }),
      ...(is === undefined ? {} : { now: said(is) }),
    };
    return [ofEntry(book, form)(finding(code, { key, caption, facts }))];
  });
  const [seen, owners] = [shown.owners.join("、"), now.owners.join("、")];
  if (seen === owners) return found;
  const { caption } = grades.fields.consultant;
  const facts = { caption, seen: seen || "/", now: owners || "/" };
  return [...found, ofEntry(book, "grades")(finding("mergeOutrun", { key: "consultant", caption, facts }))];
};
