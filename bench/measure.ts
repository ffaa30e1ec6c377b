/** Times of one thing, tried several times: milliseconds. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly best: number;
  readonly note: string;
}

const median = (times: readonly number[]): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Runs `work` once to warm up, then `times` times. `note` says what else was counted. */
export const measure = async (
  name: string,
  work: () => unknown,
  { times = 3, note = "" }: { readonly times?: number; readonly note?: string } = {},
): Promise<Figure> => {
  await work();
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return { name, median: median(taken), best: Math.min(...taken), note };
};

/** Prints figures, the first as 1.00 and the others in relation to it. */
export const print = (figures: readonly Figure[]): void => {
  const base = figures[0]?.median ?? Number.NaN;
  for (const { name, median: middle, best, note } of figures)
    console.log(
      `${name.padEnd(44)} ${middle.toFixed(0).padStart(8)} ms  best ${best.toFixed(0).padStart(7)} ms  ×${(middle / base).toFixed(2)}${note && `  ${note}`}`,
    );
};
