/** 登记来访 and 登记来电: one page, two forms. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "../../domain/form/field";
import type { Form } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import type { CalendarDay, Moment } from "../../domain/kit/calendar-day";
import { nothing } from "../../domain/rules/nothing-to-say";
import type { Cells } from "../../domain/register/check-row";
import type { Decision } from "../../domain/register/decision";
import { nearClients, nearHints } from "../../domain/register/client/near-client";
import { previewNumber } from "../../domain/register/client/preview-number";
import type { Entry as EntryAbout } from "../../domain/register/registration";
import type { SiteBook } from "../../domain/register/site";
import { phonesIn } from "../../domain/register/phone-reading";
import { type Wanted, wantedTogether } from "../../domain/register/wanted";
import { completeness, countedLength, minimumLength } from "../../domain/rules/completeness";
import type { Grade } from "../../domain/rules/grade";
import { samePhone } from "../../domain/rules/phone";
import { ChoiceSegments } from "../blank/choice-segments";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { useRemembered } from "../shell/remembered";
import { go, useRoute } from "../shell/route";
import { useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { ActionBar } from "./action-bar";
import { draftOf, useDraft } from "./drafts";
import { DifferingBlanks, differingBlanks, toAmend } from "./differing-blanks";
import { EntryForm, focusBlank, focusFirstEmpty } from "./entry-form";
import { useGradeWords } from "./grade-words";
import { KnownCard } from "./known-card";
import { AskLetters, NumberToCome } from "./number-line";
import { type Saved, SavedHints } from "./saved-hints";
import { Summary } from "./summary";
import { messageOf, useEntry } from "./use-entry";
import { isFilled, useKnownRow } from "./use-known-row";
import { usePaper } from "./use-paper";
import { useSave } from "./use-save";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "center", gap: "8px", minHeight: "24px" },
  share: {
    flex: 1,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  mode: { width: "112px" },
  grade: { display: "grid", gap: "2px", marginTop: "8px" },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  words: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, minHeight: "16px" },
  short: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

export interface Registering {
  readonly page: "visit" | "call";
  readonly form: "visitors" | "calls";
  readonly doing: string;
  readonly wants: Wanted;
  /** What besides, about a client who is known. @param typed blanks that hold something else than their row showed. */
  readonly wantsOfKnown: (typed: readonly string[]) => Wanted;
  readonly method: "来访" | "电话";
  /** In the paper's order. */
  readonly phoneKeys: readonly [string, string];
  readonly defaults: (
    now: Moment,
    today: CalendarDay,
    consultant: string,
  ) => Readonly<Record<string, string>>;
  /** `reception`: the row of the reception log this visit came from. */
  readonly decide: (book: SiteBook, answers: Cells, entry: EntryAbout, reception?: string) => Decision;
  /** Whose turn it is at the door (R11), from the workbook as it was read. */
  readonly offer?: (
    book: SiteBook,
    today: CalendarDay,
    who: string,
    asked: Readonly<Record<string, string>>,
  ) => DoorOffer | undefined;
}

export interface DoorOffer {
  /** Stands in 置业顾问 before anything is typed. */
  readonly consultant: string;
  readonly reception?: string;
  /** Said above the form. */
  readonly line: ReactNode;
}

const isBlankOf =
  ({ fields }: Form) =>
  (key: string): boolean =>
    key in fields;

const gradeChoices = ["A", "B", "C", "D"] as const satisfies readonly Grade[];

export const RegisterPage = ({ registering }: { readonly registering: Registering }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const wordsOf = useGradeWords();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const { page, doing, wants, method, phoneKeys } = registering;
  const form = formOf(registering.form);
  const today = services.today();
  const [who] = useMe();
  const [blanksShown, setBlanksShown] = useRemembered("blanks");
  const { book, refusal, again } = useReading(wants, doing);
  const paper = usePaper(site, book, today);

  // The moment the page opened or an entry was begun: a default that ran on with the clock would never be equal to itself.
  const [opened, setOpened] = useState(services.now);
  const [thin, setThin] = useState<Saved | undefined>();
  const { asked } = useRoute();
  // A half-filled entry keeps the reception it began with: leaving the page and coming back does not part them.
  const { draft } = useDraft(page);
  const reception = draft["reception"];
  const offer = useMemo(
    () =>
      book &&
      registering.offer?.(book, today, who, reception === undefined ? asked : { reception, ...asked }),
    [book, registering, today, who, asked, reception],
  );
  const consultant = offer?.consultant ?? who;
  const defaults = useMemo(
    () => registering.defaults(opened, today, consultant),
    [registering, opened, today, consultant],
  );
  const theirs = useKnownRow({ doing, form: registering.form, page, book, phoneKeys: registering.phoneKeys });
  const begun = useMemo(() => ({ ...theirs.shown, ...defaults }), [theirs.shown, defaults]);
  const without = useMemo(
    () => Object.keys(theirs.shown).filter((key) => draft[key] === undefined),
    [theirs.shown, draft],
  );
  const entry = useEntry({ form, page, site, today, defaults: begun, without });
  const { values, dirty, set } = entry;
  const joined = offer?.reception;
  useEffect(() => {
    // A page that stood open since the morning: the call being written down is this one.
    if (dirty) setOpened(services.now());
  }, [dirty, services]);
  useEffect(() => {
    if (dirty && joined !== undefined) set("reception", joined);
  }, [dirty, joined, set]);

  const phonesTyped = registering.phoneKeys.map((key) => values[key] ?? "").join("\n");
  const { known, choice, same, visitor } = theirs;
  const { shown } = theirs;
  useEffect(() => {
    // The number a client was found by says nothing new: what their row has in that blank stands.
    const had = phonesIn(
      phoneKeys.map((key) => shown[key] ?? ""),
      site,
    );
    for (const key of phoneKeys) {
      const typed = phonesIn([draftOf(page)[key] ?? ""], site);
      const theirOwn = typed.every((phone) => had.some((other) => samePhone(phone, other)));
      if (typed.length > 0 && theirOwn) set(key, shown[key] ?? "");
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the row comes, not while somebody types
  }, [shown]);
  const name = values["name"] ?? "";
  const near = useMemo(() => {
    const [first = "", second = ""] = phonesTyped.split("\n");
    const [one, two] = registering.phoneKeys;
    return book === undefined || known.length > 0
      ? []
      : nearClients(book, registering.form, { [one]: first, [two]: second });
  }, [book, known, phonesTyped, registering]);
  // R9: a number near somebody else's may be chance: it is said beside the blank, and asks nothing.
  const messages = useMemo(() => {
    const hints = book === undefined ? [] : nearHints(book, registering.form, name, near);
    if (hints.length === 0) return entry.messages;
    const all = new Map(entry.messages);
    for (const hint of hints) {
      const key = hint.key ?? "";
      all.set(key, [...(all.get(key) ?? []), messageOf(hint, i18n.language)]);
    }
    return all;
  }, [book, registering, name, near, entry.messages, i18n.language]);
  const letters = values["letters"] ?? "";
  const preview = useMemo(
    () => (book === undefined || name.trim() === "" ? undefined : previewNumber(book, name, letters)),
    [book, name, letters],
  );

  const only = blanksShown === "needed";
  const footnoteKeys = useMemo(
    () => new Set(form.footnotes.flatMap((note) => (note.kind === "atLeastOneOf" ? note.keys : []))),
    [form],
  );
  const leaveOut = (key: string, field: Field): boolean => {
    if ((values[key] ?? "") !== "" || (entry.messages.get(key) ?? []).length > 0) return false;
    const asked = form.footnotes.find((note) => note.kind === "askedWhen" && note.key === key);
    if (asked?.kind === "askedWhen") return !(values[asked.when] ?? "").split("、").includes(asked.has);
    return only && field.need !== "first" && !footnoteKeys.has(key) && key !== "notes";
  };

  const counted = Object.entries(form.fields).filter(
    ([, field]) => field.need !== "free" && field.kind !== "numberStamp",
  );
  const share = Math.round(
    100 *
      completeness(
        counted.map(([key, field]) => ({
          mark: field.need === "first" ? "*" : "+",
          answered: (values[key] ?? "") !== "" || (visitor !== undefined && isFilled(visitor, key)),
        })),
      ),
  );
  const least = minimumLength.get(method) ?? 0;
  const length = countedLength(values["notes"] ?? "");
  const grade = (values["grade"] ?? "C") as Grade;

  const differing = visitor === undefined ? [] : differingBlanks(form, theirs.shown, values, { site, today });

  const submit = async () => {
    if (saver.busy) return;
    entry.attempt();
    const [first] = entry.errors;
    if (first !== undefined) {
      focusBlank(form.key, first.key ?? "");
      return;
    }
    const said: EntryAbout = {
      today,
      now: services.now(),
      ...(same === undefined ? { grade } : {}),
      ...(letters === "" ? {} : { letters }),
      ...(same !== undefined
        ? {
            phone: {
              is: "sameClient",
              clientId: same,
              ...(visitor === undefined ? {} : { seen: theirs.shown, amend: toAmend(differing, values) }),
            },
          }
        : choice.kind === "another"
          ? { phone: { is: "anotherClient", note: choice.reason } }
          : {}),
    };
    const entered = await saver.save({
      doing,
      wants:
        known.length === 0
          ? wants
          : wantedTogether(
              wants,
              registering.wantsOfKnown(Object.keys(entry.changed).filter(isBlankOf(form))),
            ),
      decide: (fresh) => registering.decide(fresh, values, said, joined),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      entry.refuse(entered.problems);
      const key = entered.problems[0]?.key;
      if (key !== undefined) requestAnimationFrame(() => focusBlank(form.key, key));
      // A phone that turned up meanwhile: the question shows as soon as the register is read again.
      again();
      return;
    }
    const { decision, clientId: number } = entered;
    entry.clear();
    setOpened(services.now());
    const { hints } = decision;
    setThin(hints.length === 0 ? undefined : { name, number, hints });
    toast({
      title: t("entry.saved", { name, number }),
      body: number === decision.clientId ? undefined : t("entry.renumbered", { number }),
      undo: true,
      undone: () => setThin(undefined),
    });
    requestAnimationFrame(() => {
      document.querySelector("#anchang-page form > div")?.scrollTo({ top: 0 });
      focusFirstEmpty(document.querySelector("#anchang-page form"));
    });
  };

  const clear = () => {
    const before = entry.clear();
    saver.forget();
    toast({
      title: t("shell.cleared"),
      intent: "info",
      act: { label: t("shell.restore"), run: () => entry.restore(before) },
    });
  };

  const fillNothing = () => {
    const empty = Object.entries(form.fields).filter(
      ([key, field]) => field.need === "later" && field.kind !== "lines" && (values[key] ?? "") === "",
    );
    for (const [key] of empty) entry.set(key, nothing);
    toast({ title: t("entry.filled", { n: empty.length }), intent: "info" });
  };

  const choose = (said: string) => {
    entry.set("known", said);
    // That the number is known is no fault any more: the card has been answered.
    entry.answered(phoneKeys);
    const chosen = known.find((each) => said === `this:${each.clientId}`);
    if (chosen && name === "") entry.set("name", chosen.name);
  };
  return (
    <PageFrame
      label={doing}
      onSubmit={() => void submit()}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void submit()} /> : undefined}
      onCancel={() => go("today")}
      bar={
        <ActionBar
          busy={saver.busy}
          dirty={entry.dirty}
          onClear={clear}
          more={{ label: t("entry.empty"), run: fillNothing }}
        >
          <NumberToCome preview={preview} kept={same} />
        </ActionBar>
      }
    >
      <div className={styles.top}>
        <span className={styles.share}>{t("entry.complete", { n: share })}</span>
        <div className={styles.mode}>
          <ChoiceSegments
            id={`${page}-blanks`}
            name="blanks"
            caption={t("entry.shown")}
            label={t("entry.shown")}
            value={only ? t("entry.onlyNeeded") : t("entry.allBlanks")}
            choices={[t("entry.allBlanks"), t("entry.onlyNeeded")]}
            onChange={(value) => setBlanksShown(value === t("entry.onlyNeeded") ? "needed" : "all")}
            onLeave={() => undefined}
            required
            invalid={false}
            describedBy={undefined}
            paper={paper}
          />
        </div>
      </div>
      {refusal ? <RefusalBar refusal={refusal} retry={again} /> : null}
      {thin ? <SavedHints saved={thin} onClose={() => setThin(undefined)} /> : null}
      {offer?.line}
      {entry.attempted ? <Summary form={form} messages={entry.messages} /> : null}
      <EntryForm
        form={form}
        draft={values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={messages}
        paper={paper}
        leaveOut={leaveOut}
        aside={{
          ...Object.fromEntries(differing.map(({ key, was }) => [key, t("known.was", { was })])),
          notes:
            least > 0 ? (
              <span className={length > 0 && length < least ? styles.short : undefined}>
                {t("entry.characters", { n: length, least })}
              </span>
            ) : undefined,
        }}
        below={{
          name: (
            <AskLetters
              name={name}
              preview={preview}
              letters={letters}
              onLetters={(value) => entry.set("letters", value)}
            />
          ),
          [registering.phoneKeys[1]]:
            known.length > 0 ? (
              <KnownCard
                known={known}
                choice={same !== undefined || choice.kind === "another" ? choice : { kind: "open" }}
                onChoose={choose}
                onReason={(reason) => entry.set("knownReason", reason)}
                visiting={page === "visit"}
              />
            ) : null,
        }}
      />
      <DifferingBlanks form={form} differing={differing} draft={values} onChoose={entry.set} />
      {same !== undefined ? null : (
        <div className={styles.grade}>
          <span className={styles.caption} id={`${page}-grade-caption`}>
            {t("entry.grade")}
          </span>
          <ChoiceSegments
            id={`${page}-grade`}
            name="grade"
            caption={t("entry.grade")}
            value={grade}
            choices={gradeChoices}
            onChange={(value) => entry.set("grade", value === "C" ? "" : value)}
            onLeave={() => undefined}
            required
            invalid={false}
            describedBy={`${page}-grade-words`}
            paper={paper}
          />
          <span className={styles.words} id={`${page}-grade-words`} aria-live="polite">
            {wordsOf(grade)}
          </span>
        </div>
      )}
    </PageFrame>
  );
};
