/** An entry being made: what was typed, how it reads, what is wrong with it. All judging is the domain's. */
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import { readOne, readRow } from "../../domain/register/check-row";
import { finding, type Finding } from "../../domain/register/problem";
import type { Answer, Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { say } from "../../domain/register/wording";
import { nothing } from "../../domain/rules/nothing-to-say";
import { captionOf } from "../i18n/captions";
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

/** R14: words beside a phone or a day go to the notes at one click; nobody has to type them again. */
const moveOf = (
  form: Form,
  { code, key, becomes }: Finding,
  language: string,
  set: (key: string, value: string) => void,
): Pick<Message, "move"> => {
  const to = Object.keys(becomes ?? {}).find((each) => each !== key && form.fields[each]?.kind === "lines");
  if (code !== "wordsBeside" || becomes === undefined || to === undefined) return {};
  const run = (): void => {
    for (const [each, answer] of Object.entries(becomes)) set(each, shownAnswer(form, each, answer));
  };
  return { move: { to: captionOf(language, form.key, to, form.fields[to]?.caption ?? to), run } };
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
  /** What was typed anew, by blank. */
  readonly changed: Draft;
  /** What each of these showed when that began. */
  readonly seen: Draft;
  /** Blanks that a colleague has changed meanwhile, as a decision found them. */
  readonly outrun: readonly Finding[];
  /** One of them: the colleague's answer is taken, or what was typed goes over it. */
  readonly settle: (found: Finding, take: "theirs" | "mine") => void;
  /** What a decision found besides; each is said until its blank changes. */
  readonly refuse: (findings: readonly Finding[]) => void;
  /** What a decision found about these blanks has been answered elsewhere. */
  readonly answered: (keys: readonly string[]) => void;
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
  /** `defaults` are cells of a row that is there: what each showed is kept with what was typed over it. */
  readonly amends?: boolean;
  /** Blanks without which this entry says nothing, whatever the form asks: neither empty nor `/`. */
  readonly needed?: readonly string[];
}

const nobody: readonly string[] = [];

/** What a page's blanks showed when somebody began to change them: it outlives the page with what was typed. */
const seenName = (page: string): string => `${page} seen`;

const leftOut = (draft: Draft, key: string): Draft => {
  const { [key]: _gone, ...rest } = draft;
  return rest;
};

export const useEntry = ({
  form,
  page,
  site,
  today,
  defaults,
  without = nobody,
  amends = false,
  needed = nobody,
}: EntryAbout): Entry => {
  const { t, i18n } = useTranslation();
  const { draft, replace } = useDraft(page);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  /** What colleagues are known to have changed since `defaults` was read. */
  const [since, setSince] = useState<Draft>({});
  const reset = () => {
    setSince({});
    setTouched(new Set());
    setAttempted(false);
    setRefused([]);
  };
  // Another client's entry begins unjudged.
  const [judged, setJudged] = useState(page);
  if (judged !== page) {
    setJudged(page);
    reset();
  }
  const base = useMemo(() => ({ ...defaults, ...since }), [defaults, since]);
  const { draft: kept, replace: keepSeen } = useDraft(seenName(page));
  const values = useMemo(() => ({ ...base, ...draft }), [base, draft]);
  const changed = useMemo(
    () => Object.fromEntries(Object.entries(draft).filter(([key, value]) => value !== (base[key] ?? ""))),
    [draft, base],
  );
  const seen = useMemo(
    () => Object.fromEntries(Object.keys(changed).map((key) => [key, kept[key] ?? base[key] ?? ""])),
    [changed, kept, base],
  );
  // What is typed over an old row is agreed now, whenever the row's own day was.
  const about = useMemo(() => ({ site, today, ...(amends ? { from: today } : {}) }), [site, today, amends]);

  const isWithout = useCallback(
    ({ key }: Finding): boolean => key !== undefined && without.includes(key),
    [without],
  );

  const set = useCallback(
    (key: string, value: string) => {
      const draftNow = draftOf(page);
      if (({ ...base, ...draftNow }[key] ?? "") === value) return;
      const rest = leftOut(draftNow, key);
      const seenNow = draftOf(seenName(page));
      if (value === (base[key] ?? "")) {
        if (key in seenNow) keepSeen(leftOut(seenNow, key));
        replace(rest);
      } else {
        if (amends && !(key in seenNow)) keepSeen({ ...seenNow, [key]: base[key] ?? "" });
        replace({ ...rest, [key]: value });
      }
      setRefused((before) =>
        before.filter((each) => each.key !== key && each.key !== undefined && !isWithout(each)),
      );
    },
    [page, base, replace, keepSeen, amends, isWithout],
  );

  const leave = useCallback(
    (key: string) => {
      setTouched((before) => (before.has(key) ? before : new Set(before).add(key)));
      const read = readOne(form, key, { ...base, ...draftOf(page) }, about);
      if (read?.answer !== undefined && read.findings.every((each) => each.severity !== "error"))
        set(key, shownAnswer(form, key, read.answer));
    },
    [form, page, base, about, set],
  );

  const reading = useMemo(() => readRow(form, values, about), [form, values, about]);
  const findings = useMemo(() => {
    const lacking = needed.filter((key) => ["", nothing].includes((values[key] ?? "").trim()));
    const isSaid = ({ key, code }: Finding): boolean =>
      key !== undefined && lacking.includes(key) && gaps.has(code);
    return [
      ...reading.findings.filter((each) => !isWithout(each) && !isSaid(each)),
      ...lacking.map((key) => finding("requiredReally", { key, caption: form.fields[key]?.caption ?? key })),
      ...refused,
    ].filter((each) => !spellings.has(each.code));
  }, [form, values, needed, reading, refused, isWithout]);

  const messages = useMemo(() => {
    const byKey = new Map<string, Message[]>();
    for (const each of findings) {
      const key = each.key ?? "";
      const told = refused.includes(each) || attempted || (touched.has(key) && !gaps.has(each.code));
      if (!told) continue;
      const message = messageOf(each, i18n.language);
      // Whose value was which stands in the notice, with the buttons.
      const pointer = { says: t("entry.outrunBlank"), remedy: t("entry.outrunChoose") };
      const said = each.code === "blankOutrun" ? { ...message, ...pointer } : message;
      const move = moveOf(form, each, i18n.language, set);
      byKey.set(key, [...(byKey.get(key) ?? []), { ...said, ...move }]);
    }
    return byKey;
  }, [form, findings, refused, attempted, touched, t, i18n.language, set]);

  const settle = (found: Finding, take: "theirs" | "mine") => {
    const { key, value } = found;
    if (key === undefined) return;
    const now = value === undefined ? "" : shownAnswer(form, key, value);
    setSince((before) => ({ ...before, [key]: now }));
    const rest = leftOut(draftOf(seenName(page)), key);
    keepSeen(take === "theirs" ? rest : { ...rest, [key]: now });
    if (take === "theirs") replace(leftOut(draftOf(page), key));
    setRefused((before) => before.filter((each) => each.key !== key));
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
    changed,
    seen,
    outrun: refused.filter(({ code }) => code === "blankOutrun"),
    settle,
    refuse: setRefused,
    answered: (keys) =>
      setRefused((before) => before.filter(({ key }) => key === undefined || !keys.includes(key))),
    clear: () => {
      const before = draftOf(page);
      replace({});
      if (amends) keepSeen({});
      reset();
      return before;
    },
    restore: replace,
  };
};
