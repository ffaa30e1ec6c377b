/** The tabs of the first row that fit into it whole; the others go into the menu beside them. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Page } from "./route";

const isTooLong = (row: HTMLElement | null): boolean => {
  const list = row?.querySelector('[role="tablist"]');
  // A pixel is what rounding leaves.
  return list instanceof HTMLElement && list.scrollWidth - list.clientWidth > 1;
};

/** Without the last `left`; the first and the one that is shown stay. */
const without = (tabs: readonly Page[], left: number, shown: Page): readonly Page[] => {
  const may = tabs.filter((each, at) => at > 0 && each !== shown);
  const gone = new Set(may.slice(Math.max(0, may.length - left)));
  return tabs.filter((each) => !gone.has(each));
};

/** @param language its words are as long as they are */
export const useFittingTabs = (
  row: RefObject<HTMLElement | null>,
  tabs: readonly Page[],
  shown: Page,
  language: string,
): readonly Page[] => {
  const [width, setWidth] = useState(0);
  const about = [width, language, shown, ...tabs].join(" ");
  const [found, setFound] = useState({ about, left: 0 });
  const left = found.about === about ? found.left : 0;
  const fitting = without(tabs, left, shown);
  const names = fitting.join(" ");
  const widths = useRef(new WeakMap<HTMLElement, number>());
  useLayoutEffect(() => {
    if (left < tabs.length && isTooLong(row.current)) setFound({ about, left: left + 1 });
  }, [row, tabs.length, about, left]);
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const every = [...element.querySelectorAll<HTMLElement>('[role="tab"]')];
    const sizes = new ResizeObserver(() => {
      setWidth(element.clientWidth);
      const isNarrower = every.some((tab) => tab.offsetWidth < (widths.current.get(tab) ?? 0));
      for (const tab of every) widths.current.set(tab, tab.offsetWidth);
      // A badge went: what it had pushed out may fit again.
      if (isNarrower && left > 0) setFound({ about, left: 0 });
      // A badge came, and made its tab wider. Where even two do not fit, nothing more is to be left out.
      else if (left < tabs.length && isTooLong(element)) setFound({ about, left: left + 1 });
    });
    for (const each of [element, ...every]) sizes.observe(each);
    return () => sizes.disconnect();
  }, [row, tabs.length, names, about, left]);
  return fitting;
};
