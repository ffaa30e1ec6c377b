import { useMemo } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Site, SiteBook } from "../../domain/register/site";
import { isNothing } from "../../domain/rules/nothing-to-say";
import type { PaperContext } from "../blank/blank";
import { knownClients } from "./clients";

const namesOf = (book: SiteBook | undefined, form: "units" | "events", key: string): readonly string[] => [
  ...new Set(
    (book?.registers[form]?.columns.get(key) ?? [])
      .map((cell) => String(cell ?? "").trim())
      .filter((name) => name !== "" && !isNothing(name)),
  ),
];

/** What the blanks of a page know of the site. */
export const usePaper = (site: Site, book: SiteBook | undefined, today: CalendarDay): PaperContext => {
  const clients = useMemo(() => (book === undefined ? [] : knownClients(book, today)), [book, today]);
  return useMemo(
    () => ({
      today,
      choices: (list) => site.lists[list],
      consultants: site.consultants.filter((each) => each.active).map((each) => each.name),
      clients,
      referred: { units: namesOf(book, "units", "unitNo"), events: namesOf(book, "events", "name") },
    }),
    [site, book, clients, today],
  );
};
