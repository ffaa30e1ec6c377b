/** An entry being made: what was typed, how it reads, what is wrong with it. All judging is the domain's. */
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import { readRow } from "../../domain/register/check-row";
import type { Finding } from "../../domain/register/problem";
import { readAnswer } from "../../domain/register/read-answer";
import type { Answer, Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { say } from "../../domain/register/wording";
import { tongueOf } from "../i18n/i18n";
import { type Draft, draftOf, useDraft } from "./drafts";
import type { Message, Messages } from "./message";

/** Another spelling is no fault of an entry: it is put right as the blank is left. */
const spellings = new Set<Finding["code"]>(["spelling", "asText"]);
/** Said when one tries to save, not while one is still filling in. */
const gaps = new Set<Finding["code"]>(["required", "requiredReally", "oneOfRequired", "askedWhen"]);

export const messageOf = (finding: Finding, language: string): Message => {
  const { says, remedy } = say(finding, tongueOf(language));
  return { severity: finding.severity, says, remedy, rule: finding.rule };
};

const amounts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** How an understood answer stands in its blank. */
export const shownAnswer = (form: Form, key: string, answer: Answer): string => {
  if (typeof answer === "string") return answer;
  const kind = form.fields[key]?.kind;
  return kind === "money" || kind === "area" ? amounts.format(answer) : String(answer);
};

export interface Entry {
  readonly values: Draft;
  readonly dirty: boolean;
  readonly set: (key: string, value: string) => void;
  readonly leave: (key: string) => void;
  readonly messages: Messages;
  /** What could be understood of the form's blanks. */
  readonly answers: Row;
  /** Errors that stand in the way, by blank in the form's order. */
  readonly errors: readonly Finding[];
  /** From now on gaps are said too. */
  readonly attempt: () => void;
  readonly attempted: boolean;
  /** What a decision found besides; each is said until its blank changes. */
  readonly refuse: (findings: readonly Finding[]) => void;
  readonly clear: () => Draft;
  readonly restore: (draft: Draft) => void;
}

interface EntryAbout {
  readonly form: Form;
  /** The draft's name. */
  readonly page: string;
  readonly site: Site;
  readonly today: CalendarDay;
  /** What blanks hold before anything is typed. */
  readonly defaults: Draft;
  /** Blanks that another control fills. */
  readonly without?: readonly string[];
}

const nobody: readonly string[] = [];

export const useEntry = ({ form, page, site, today, defaults, without = nobody }: EntryAbout): Entry => {
  const { i18n } = useTranslation();
  const { draft, replace } = useDraft(page);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<readonly Finding[]>([]);

  const values = useMemo(() => ({ ...defaults, ...draft }), [defaults, draft]);
  const about = useMemo(() => ({ site, today }), [site, today]);

  const isWithout = useCallback(
    ({ key }: Finding): boolean => key !== undefined && without.includes(key),
    [without],
  );

  const set = useCallback(
    (key: string, value: string) => {
      const draftNow = draftOf(page);
      if (({ ...defaults, ...draftNow }[key] ?? "") === value) return;
      const { [key]: _before, ...rest } = draftNow;
      replace(value === (defaults[key] ?? "") ? rest : { ...rest, [key]: value });
      setRefused((before) =>
        before.filter((each) => each.key !== key && each.key !== undefined && !isWithout(each)),
      );
    },
    [page, defaults, replace, isWithout],
  );

  const leave = useCallback(
    (key: string) => {
      setTouched((before) => (before.has(key) ? before : new Set(before).add(key)));
      const field = form.fields[key];
      const raw = { ...defaults, ...draftOf(page) }[key];
      if (!field || raw === undefined || raw === "") return;
      const { answer, problems } = readAnswer(field, raw, about);
      if (answer !== undefined && problems.every((each) => each.severity !== "error"))
        set(key, shownAnswer(form, key, answer));
    },
    [form, page, defaults, about, set],
  );

  const reading = useMemo(() => readRow(form, values, about), [form, values, about]);
  const findings = useMemo(
    () =>
      [...reading.findings.filter((each) => !isWithout(each)), ...refused].filter(
        (each) => !spellings.has(each.code),
      ),
    [reading, refused, isWithout],
  );

  const messages = useMemo(() => {
    const byKey = new Map<string, Message[]>();
    for (const each of findings) {
      const key = each.key ?? "";
      const told = refused.includes(each) || attempted || (touched.has(key) && !gaps.has(each.code));
      if (told) byKey.set(key, [...(byKey.get(key) ?? []), messageOf(each, i18n.language)]);
    }
    return byKey;
  }, [findings, refused, attempted, touched, i18n.language]);

  const reset = () => {
    setTouched(new Set());
    setAttempted(false);
    setRefused([]);
  };
  return {
    values,
    dirty: Object.keys(draft).length > 0,
    set,
    leave,
    messages,
    answers: reading.answers,
    // What a decision says of a blank that is not here cannot be put right here: it may be tried again.
    errors: findings.filter((each) => each.severity === "error" && !isWithout(each)),
    attempted,
    attempt: () => setAttempted(true),
    refuse: setRefused,
    clear: () => {
      const before = draftOf(page);
      replace({});
      reset();
      return before;
    },
    restore: replace,
  };
};
