/** The way of an old register into the workbook, step by step. */
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { adoptWantsOf } from "../../domain/register/adoption/adopt";
import { type AdoptCourse, newCourse } from "../../domain/register/adoption/adopt-course";
import type { Adoption } from "../../domain/register/adoption/adoption";
import { keepMapping } from "../../domain/register/old-sheet/kept-mapping";
import type { AdoptedForm, ColumnUse } from "../../domain/register/old-sheet/old-cells";
import { ofYear } from "../../domain/register/old-sheet/old-year";
import {
  consultantsNamed,
  isOfConsultants,
  type NamedConsultant,
} from "../../domain/register/old-sheet/sheet-consultants";
import type { SiteBook } from "../../domain/register/site";
import { type WorkbookRefused, type Written } from "../../workbook/port";
import { tongueOf } from "../i18n/i18n";
import { useServices } from "../services";
import { asRefusal, useMe, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { recallMappings, rememberMapping } from "./kept-mappings";
import { asForm, type Chosen, chosenIn, FileRefused, type OldSource, withHeader } from "./old-source";
import type { Fault } from "./source-step";
import { adoptInStretches, usePreview } from "./use-preview";
import { isYear, yearHere, type YearsTyped } from "./years";

export const doing = "收编";

export type Where =
  | { readonly step: "source" }
  | { readonly step: "match" }
  | { readonly step: "preview"; readonly book: SiteBook }
  | {
      readonly step: "done";
      readonly adoption: Adoption;
      /** Nothing where there was nothing to write. */
      readonly did: Written | undefined;
    };

/** What people are asked because the old register does not say it. */
export interface Answers {
  /** Who takes rows without a consultant; "" for nobody. */
  readonly consultant: string;
  /** What it is that consultant after, where nobody has been asked. */
  readonly after?: NamedConsultant | undefined;
  /** Of days written without one, as typed; "" where the table says it, or nobody has. */
  readonly year: string;
  readonly withNewcomers: boolean;
}

/** Rows on their way into the workbook. */
export interface Writing {
  readonly done: number;
  /** 0 while it is still decided what to write. */
  readonly total: number;
  /** Somebody has said stop: what was written goes again. */
  readonly isStopping: boolean;
}

const beginning: Writing = { done: 0, total: 0, isStopping: false };

export const useAdopt = () => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { written } = useStanding();
  const toast = useToasts();
  const [who] = useMe();
  const [where, setWhere] = useState<Where>({ step: "source" });
  const [reading, setReading] = useState<string | undefined>();
  const [fault, setFault] = useState<Fault | undefined>();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const [source, setSource] = useState("");
  const [all, setAll] = useState<readonly Chosen[]>([]);
  const [at, setAt] = useState(0);
  const [said, setAnswers] = useState<Omit<Answers, "year">>({ consultant: who, withNewcomers: true });
  const [years, setYears] = useState<YearsTyped>(new Map());
  const [writing, setWriting] = useState<Writing | undefined>();
  const [isCancellable, setCancellable] = useState(false);
  const cancelling = useRef<AbortController | undefined>(undefined);
  const [course, setCourse] = useState<AdoptCourse>(newCourse);
  const chosen = all[at];
  const answers = useMemo<Answers>(
    () => ({ ...said, year: yearHere(all, at, years) }),
    [said, all, at, years],
  );

  const found = (sources: readonly OldSource[], name: string): void => {
    const filled = sources.filter(({ rows }) => rows.length > 0);
    if (filled.length === 0) {
      setFault({ title: t("adopt.empty", { file: name }), body: t("adopt.emptyBody") });
      return;
    }
    setSource(name);
    setAll(chosenIn(filled, name, recallMappings()));
    setAt(0);
    setYears(new Map());
    setWhere({ step: "match" });
  };

  const readFile = async (file: File): Promise<void> => {
    const cancel = new AbortController();
    cancelling.current = cancel;
    setCancellable(true);
    setFault(undefined);
    setReading(file.name);
    try {
      found(await services.readFile(file, cancel.signal), file.name);
    } catch (error) {
      if (!cancel.signal.aborted)
        setFault({
          title: t("adopt.fileRefused", { file: file.name }),
          body: error instanceof FileRefused ? error[tongueOf(i18n.language)] : t("adopt.fileRemedy"),
        });
    } finally {
      cancelling.current = undefined;
      setCancellable(false);
      setReading(undefined);
    }
  };

  const readSheet = async (name: string): Promise<void> => {
    setFault(undefined);
    setReading(name);
    try {
      found([await services.readSheet(name)], name);
    } catch (error) {
      setRefusal(asRefusal(error, doing));
    } finally {
      setReading(undefined);
    }
  };

  const change = (to: (before: Chosen) => Chosen): void =>
    setAll((before) => before.map((each, index) => (index === at ? to(each) : each)));

  const about = useMemo(() => {
    const { consultant, year } = answers;
    const isAsked = chosen === undefined || isOfConsultants(chosen.form);
    const first = isYear(year) ? Number(year) : chosen?.table?.year;
    return {
      today: services.today(),
      ...(first === undefined ? {} : { year: first }),
      ...(consultant === "" || !isAsked ? {} : { consultant }),
      course,
    };
  }, [answers, chosen, course, services]);

  const old = useMemo(() => {
    if (chosen?.table === undefined) return undefined;
    const year = isYear(answers.year) ? Number(answers.year) : undefined;
    const { headers, rows, setAside } = ofYear(chosen.table, year);
    return { form: chosen.form, headers, rows, setAside, mapping: chosen.mapping };
  }, [chosen, answers.year]);

  const { preview, isBehind } = usePreview(where.step === "preview" ? where.book : undefined, old, about);

  /** A sheet or a table a consultant: whose the rows are, people see and may change. */
  const askWhose = (roster: SiteBook["site"]["consultants"]): void => {
    const tables = all.flatMap(({ table, form, mapping }) =>
      table === undefined || !isOfConsultants(form) ? [] : [{ table, mapping }],
    );
    const after = chosen?.table && consultantsNamed(tables, roster).get(chosen.table);
    setAnswers((before) => {
      if (after === undefined)
        return before.after === undefined ? before : { ...before, consultant: who, after };
      const { name, text } = after;
      return before.after?.text === text && before.after.name === name
        ? before
        : { ...before, consultant: name, after };
    });
  };

  const toPreview = async (): Promise<void> => {
    if (!old || old.rows.length === 0 || reading !== undefined) return;
    setRefusal(undefined);
    setReading(source);
    try {
      const book = await services.workbook.read(adoptWantsOf(old), doing);
      askWhose(book.site.consultants);
      setWhere({ step: "preview", book });
    } catch (error) {
      setRefusal(asRefusal(error, doing));
    } finally {
      setReading(undefined);
    }
  };

  const run = async (): Promise<void> => {
    if (!old || !chosen?.table || writing) return;
    const cancel = new AbortController();
    cancelling.current = cancel;
    setRefusal(undefined);
    setWriting(beginning);
    try {
      // What was previewed is decided anew: colleagues go on registering meanwhile.
      const basis = await services.workbook.read(adoptWantsOf(old), doing);
      const adoption = await adoptInStretches(basis, old, about);
      const newcomers = answers.withNewcomers ? adoption.newConsultants.map((each) => each.change) : [];
      const changes = [...newcomers, ...adoption.changes];
      cancel.signal.throwIfAborted();
      const { signal } = cancel;
      const progress = (done: number, total: number): void =>
        setWriting((before) => before && { ...before, done, total });
      const did =
        changes.length > 0
          ? await services.change(changes, doing, { basis, lasting: true, progress, signal })
          : undefined;
      setCourse(adoption.course);
      rememberMapping(keepMapping(chosen.table, chosen.form, chosen.mapping));
      written();
      change((before) => ({ ...before, isTaken: true }));
      setWhere({ step: "done", adoption, did });
    } catch (error) {
      if (cancel.signal.aborted && error === cancel.signal.reason)
        toast({ title: t("adopt.stopped"), intent: "info" });
      else setRefusal(asRefusal(error, doing));
    } finally {
      cancelling.current = undefined;
      setWriting(undefined);
    }
  };

  return {
    where,
    reading,
    fault,
    refusal,
    source,
    all,
    at,
    chosen,
    preview,
    isBehind,
    year: about.year,
    answers,
    writing,
    /** A file is being read, which a worker does; a sheet comes from Excel, and cannot be cut short. */
    isCancellable,
    readFile,
    readSheet,
    cancelReading: () => cancelling.current?.abort(),
    stopWriting: () => {
      cancelling.current?.abort();
      setWriting((before) => before && { ...before, isStopping: true });
    },
    forgetRefusal: () => setRefusal(undefined),
    pick: setAt,
    setForm: (form: AdoptedForm) => change((before) => asForm(before, form)),
    setHeader: (row: number) => setAll((before) => withHeader(before, at, row, source, recallMappings())),
    setUse: (column: number, use: ColumnUse) =>
      change((before) => ({
        ...before,
        mapping: before.mapping.map((each, index) => (index === column ? use : each)),
      })),
    answer: ({ year, ...others }: Partial<Answers>) => {
      if (year !== undefined) setYears((before) => new Map([...before, [at, year]]));
      setAnswers((before) => ({ ...before, ...others }));
    },
    toPreview,
    run,
    backToMatch: () => {
      setRefusal(undefined);
      setWhere({ step: "match" });
    },
    /** The next table of the file that has not been taken. */
    next: all.findIndex((each) => !each.isTaken && each.table !== undefined),
    goOn: (to: number) => {
      setAt(to);
      setWhere({ step: "match" });
    },
    /** Taken back: the table is there to be taken anew. */
    takenBack: () => {
      setCourse(newCourse);
      change((before) => ({ ...before, isTaken: false }));
    },
    startOver: () => {
      setAll([]);
      setRefusal(undefined);
      setFault(undefined);
      setYears(new Map());
      setWhere({ step: "source" });
    },
  };
};
