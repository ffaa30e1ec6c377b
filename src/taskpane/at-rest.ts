/** Whether a page is reading or writing: what can wait, such as the check at opening, waits for it. */
export interface Rest {
  /** Counts this piece of work as a page's. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  /** Until nothing has been under way for so many milliseconds. */
  readonly after: (calm: number) => Promise<void>;
}

/** Looked at so often while something is under way. */
const often = 50;

export const restOf = (wait: (milliseconds: number) => Promise<void>): Rest => {
  let underWay = 0;
  let begun = 0;
  return {
    during: async (work) => {
      underWay += 1;
      begun += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
      }
    },
    after: async (calm) => {
      for (;;) {
        const before = begun;
        await wait(underWay > 0 ? Math.max(calm, often) : calm);
        if (underWay === 0 && begun === before) return;
      }
    },
  };
};
