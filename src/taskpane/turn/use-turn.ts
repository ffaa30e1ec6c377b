/** The turn as the workbook has it, and one click's entry into it: decided on what stands there at that moment. */
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Decision } from "../../domain/register/decision";
import type { SiteBook } from "../../domain/register/site";
import { turnView, type TurnView } from "../../domain/register/turn/turn";
import { turnWants } from "../../domain/register/turn/turn-log";
import type { AtDoor } from "../../domain/register/turn/turn-write";
import type { Wanted } from "../../domain/register/wanted";
import type { Message } from "../entry/message";
import { messageOf } from "../entry/use-entry";
import { type Saver, useSave } from "../entry/use-save";
import { useServices } from "../services";
import { type Reading, useReading } from "../shell/reading";
import { useToasts } from "../shell/toasts";

export interface Act {
  /** In Chinese, as 撤销 names it. */
  readonly doing: string;
  readonly decide: (book: SiteBook, at: AtDoor) => Decision;
  /** The turn's two tables where nothing is said. */
  readonly wants?: Wanted;
  /** What the toast says. */
  readonly said: string;
}

export interface Turn extends Pick<Reading, "book" | "refusal" | "again"> {
  readonly today: CalendarDay;
  readonly view: TurnView | undefined;
  readonly saver: Saver;
  /** True when it was written. */
  readonly act: (act: Act) => Promise<boolean>;
  /** The last click once more, after what stood in the way is put aside. */
  readonly retry: () => void;
  /** Why the last click was declined. */
  readonly declined: Message | undefined;
  readonly forgive: () => void;
}

export const useTurn = (): Turn => {
  const services = useServices();
  const { i18n } = useTranslation();
  const toast = useToasts();
  const saver = useSave();
  const { book, refusal, again } = useReading(turnWants, "读取轮序");
  const [declined, setDeclined] = useState<Message | undefined>();
  const today = services.today();
  const view = useMemo(() => book && turnView(book, today), [book, today]);
  const { save } = saver;
  const last = useRef<Act | undefined>(undefined);
  const act = useCallback(
    async (asked: Act): Promise<boolean> => {
      const { doing, decide, wants = turnWants, said } = asked;
      last.current = asked;
      setDeclined(undefined);
      const entered = await save({
        doing,
        wants,
        decide: (fresh) => decide(fresh, { today: services.today(), now: services.now() }),
      });
      if (entered === undefined) return false;
      if (!entered.ok) {
        const [first] = entered.problems;
        setDeclined(first && messageOf(first, i18n.language));
        // What the page showed is not so any more.
        again();
        return false;
      }
      toast({ title: said, undo: true });
      return true;
    },
    [save, services, i18n.language, again, toast],
  );
  const retry = useCallback(() => {
    if (last.current) void act(last.current);
  }, [act]);
  const forgive = useCallback(() => setDeclined(undefined), []);
  return { book, refusal, again, today, view, saver, act, retry, declined, forgive };
};
