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
import type { Site, SiteBook } from "../../domain/register/site";
import { WorkbookRefused } from "../../workbook/port";
import { type Opened, useServices } from "../services";

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
}

const context = createContext<SiteHandle | undefined>(undefined);

export const asRefusal = (fault: unknown, doing: string): WorkbookRefused =>
  fault instanceof WorkbookRefused ? fault : new WorkbookRefused("unknown", doing, "", { cause: fault });

export const SiteProvider = ({ children }: { readonly children: ReactNode }) => {
  const services = useServices();
  const [standing, setStanding] = useState<Standing>({ state: "looking" });
  const [edition, setEdition] = useState(0);
  const latest = useRef(0);

  const lookAgain = useCallback(async () => {
    const turn = ++latest.current;
    const settle = (next: Standing) => {
      if (turn === latest.current) setStanding(next);
    };
    try {
      const opened = await services.opened();
      if (opened !== "ours") return settle({ state: opened });
      const book = await services.workbook.read({}, "读取设置");
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
    const stop = services.watch(() => {
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
    () => ({ standing, lookAgain, seen, edition, written }),
    [standing, lookAgain, seen, edition, written],
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
