/** What an old register would become, worked out without holding the page up. */
import { useEffect, useMemo, useState } from "react";
import { adopt, adopting } from "../../domain/register/adoption/adopt";
import type { AdoptAbout, Adoption } from "../../domain/register/adoption/adoption";
import type { OldRegister } from "../../domain/register/old-sheet/old-cells";
import type { SiteBook } from "../../domain/register/site";

/** As many rows take no longer than people notice: a tenth of a millisecond each. */
const few = 1000;
/** Milliseconds between two looks at what people do. */
const stretch = 30;

/** One stretch after another, the page between them. Gives what stops it. */
const inStretches = <T>(steps: Generator<void, T>, tell: (made: T) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    const until = performance.now() + stretch;
    do {
      const step = steps.next();
      if (step.done === true) {
        tell(step.value);
        return;
      }
    } while (performance.now() < until);
    timer = setTimeout(go);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
};

/** `adopt`, with the page going on meanwhile. */
export const adoptInStretches = (book: SiteBook, old: OldRegister, about: AdoptAbout): Promise<Adoption> =>
  new Promise((resolve, reject) => {
    const steps = adopting(book, old, about);
    const guarded = (function* (): Generator<void, Adoption | undefined> {
      try {
        return yield* steps;
      } catch (fault) {
        reject(fault instanceof Error ? fault : new Error(String(fault)));
        return undefined;
      }
    })();
    inStretches(guarded, (made) => {
      if (made !== undefined) resolve(made);
    });
  });

export interface Preview {
  /** The last one worked out; nothing before the first. */
  readonly preview: Adoption | undefined;
  /** What it shows is not what was last said: the next is being worked out. */
  readonly isBehind: boolean;
}

export const usePreview = (
  book: SiteBook | undefined,
  old: OldRegister | undefined,
  about: AdoptAbout,
): Preview => {
  const [made, setMade] = useState<{
    readonly of: unknown;
    readonly book: unknown;
    readonly adoption: Adoption;
  }>();
  // What it is of: one object for one question.
  const asked = useMemo(() => (book && old ? { book, old, about } : undefined), [book, old, about]);
  const isLong = (old?.rows.length ?? 0) > few;
  const quick = useMemo(
    () => (asked && !isLong ? adopt(asked.book, asked.old, asked.about) : undefined),
    [asked, isLong],
  );
  useEffect(() => {
    if (!asked || !isLong) return undefined;
    return inStretches(adopting(asked.book, asked.old, asked.about), (adoption) =>
      setMade({ of: asked, book: asked.book, adoption }),
    );
  }, [asked, isLong]);
  if (!isLong) return { preview: quick, isBehind: false };
  const isOfBook = asked !== undefined && made?.book === asked.book;
  return { preview: isOfBook ? made.adoption : undefined, isBehind: made?.of !== asked };
};
