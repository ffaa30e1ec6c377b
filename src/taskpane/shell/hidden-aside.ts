/** A part that goes sideways says so: where more lies to the right, its edge fades out. */
import { type CSSProperties, type RefObject, useEffect, useState } from "react";

/** Whether more of it lies to the right than is in sight; `of` changes with what it holds. */
export const useHiddenAside = (part: RefObject<HTMLElement | null>, of: unknown): boolean => {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const element = part.current;
    if (!element) return undefined;
    // A pixel is what rounding leaves at the far end.
    const look = (): void =>
      setHidden(element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft) > 1);
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    for (const each of [element, ...element.children]) sizes.observe(each);
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [part, of]);
  return isHidden;
};

const fading = "linear-gradient(to right, #000 calc(100% - 28px), transparent)";

export const hiddenAside = (isHidden: boolean): CSSProperties =>
  isHidden ? { maskImage: fading, WebkitMaskImage: fading } : {};
