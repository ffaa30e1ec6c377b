/** The site whose workbook lies open, and how we stand with it. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Problem } from "../../domain/register/problem";
import type { Site, SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { WorkbookRefused } from "../../workbook/port";
import { useRemembered } from "./remembered";
import { type News, type Opened, useServices } from "../services";

export type Standing =
  | { readonly state: "looking" }
  | { readonly state: "ours"; readonly site: Site; readonly absent: SiteBook["absent"] }
  | { readonly state: Exclude<Opened, "ours"> }
  | { readonly state: "refused"; readonly refusal: WorkbookRefused };

export interface SiteHandle {
  readonly standing: Standing;
  readonly lookAgain: () => Promise<void>;
  /** A page has read the workbook: its settings are newer. */
  readonly seen: (book: SiteBook) => void;
  /** Grows whenever the registers changed under us. */
  readonly edition: number;
  /** We wrote ourselves: everyone reads anew. */
  readonly written: () => void;
  /** What is wrong with the workbook, as far as it was looked at. */
  readonly problems: readonly Problem[];
  /** The last that the watch told. */
  readonly news: News | undefined;
}

const noProblems: readonly Problem[] = [];

/** A row that was looked at has the problems it has now, and no older ones. */
const settledBy = (before: readonly Problem[], { rows, problems }: News): readonly Problem[] => {
  if (rows === undefined) return problems;
  const looked = new Set(rows.map(({ form, row }) => `${form}/${row}`));
  return [...before.filter(({ form, row }) => !looked.has(`${form}/${row}`)), ...problems];
};

const context = createContext<SiteHandle | undefined>(undefined);

export const asRefusal = (fault: unknown, doing: string): WorkbookRefused =>
  fault instanceof WorkbookRefused ? fault : new WorkbookRefused("unknown", doing, "", { cause: fault });

/** How long the registers are, learnt by the way: the first page asks at once for as much as a request holds. */
const lengths: Wanted = { visitors: [], calls: [], grades: [], followUps: [] };

export const SiteProvider = ({ children }: { readonly children: ReactNode }) => {
  const services = useServices();
  const [standing, setStanding] = useState<Standing>({ state: "looking" });
  const [edition, setEdition] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>(noProblems);
  const [news, setNews] = useState<News | undefined>();
  const latest = useRef(0);

  const lookAgain = useCallback(async () => {
    const turn = ++latest.current;
    const settle = (next: Standing) => {
      if (turn === latest.current) setStanding(next);
    };
    try {
      const opened = await services.opened();
      if (opened !== "ours") {
        settle({ state: opened });
        return;
      }
      const book = await services.workbook.read(lengths, "读取设置");
      settle({ state: "ours", site: book.site, absent: book.absent });
    } catch (fault) {
      settle({ state: "refused", refusal: asRefusal(fault, "读取设置") });
    }
  }, [services]);

  useEffect(() => {
    void lookAgain();
  }, [lookAgain]);

  const ours = standing.state === "ours";
  useEffect(() => {
    if (!ours) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = services.watch((told) => {
      setProblems((before) => settledBy(before, told));
      setNews(told);
      if (told.source === "opening") return;
      // A paste or a fill arrives as many changes: read once, when they are through.
      clearTimeout(waiting);
      waiting = setTimeout(() => setEdition((n) => n + 1), 400);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [services, ours]);

  const seen = useCallback((book: SiteBook) => {
    setStanding((before) =>
      before.state === "ours" && before.site === book.site
        ? before
        : { state: "ours", site: book.site, absent: book.absent },
    );
  }, []);
  const written = useCallback(() => setEdition((n) => n + 1), []);
  const handle = useMemo(
    () => ({ standing, lookAgain, seen, edition, written, problems, news }),
    [standing, lookAgain, seen, edition, written, problems, news],
  );
  return <context.Provider value={handle}>{children}</context.Provider>;
};

export const useStanding = (): SiteHandle => {
  const handle = useContext(context);
  if (!handle) throw new Error("no SiteProvider");
  return handle;
};

/** @throws where no workbook of ours is open: the shell shows these pages only then. */
export const useSite = (): Site => {
  const { standing } = useStanding();
  if (standing.state !== "ours") throw new Error("no site");
  return standing.site;
};

/** Who sits here, as far as it was said; a name of another site's roster is nobody here. */
export const useMe = (): [string, (name: string) => void] => {
  const site = useSite();
  const [who, setWho] = useRemembered("consultant");
  return [site.consultants.some(({ name, active }) => active && name === who) ? who : "", setWho];
};
