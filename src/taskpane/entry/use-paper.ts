import { useMemo } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Site, SiteBook } from "../../domain/register/site";
import type { PaperContext } from "../blank/blank";
import { knownClients } from "./clients";

/** What the blanks of a page know of the site. */
export const usePaper = (site: Site, book: SiteBook | undefined, today: CalendarDay): PaperContext => {
  const clients = useMemo(() => (book === undefined ? [] : knownClients(book, today)), [book, today]);
  return useMemo(
    () => ({
      today,
      choices: (list) => site.lists[list],
      consultants: site.consultants.filter((each) => each.active).map((each) => each.name),
      clients,
    }),
    [site, clients, today],
  );
};
