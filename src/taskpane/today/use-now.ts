import { useEffect, useState } from "react";
import type { Moment } from "../../domain/kit/calendar-day";
import { useServices } from "../services";

/** The minute it is; the page turns with it. */
export const useNow = (): Moment => {
  const { now } = useServices();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const ticking = setInterval(() => setAt(now()), 30_000);
    return () => clearInterval(ticking);
  }, [now]);
  return at;
};
