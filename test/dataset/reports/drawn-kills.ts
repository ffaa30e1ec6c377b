/** How many are killed, and when. */
import fc from "fast-check";

const asked = Number(process.env["ANCHANG_KILLS"] ?? "0");

/** `ANCHANG_KILLS` asks for more than there is time for every day, and for a line of what was met. */
export const killsOf = (few: number): number => (asked > 0 ? asked : few);

/** A failure names its seed and what was drawn; the moment will hardly come again, so nothing is made smaller. */
export const drawingKills = (few: number): fc.Parameters<unknown> => ({
  numRuns: killsOf(few),
  endOnFailure: true,
});

/** Milliseconds: machines are slow, and shared with others. */
export const patienceFor = (few: number): number => 1_200_000 + killsOf(few) * 60_000;

/** A moment, as a share of the time that an undisturbed run takes: all of them alike, as drawn doubles are not. */
export const moment = fc.noBias(fc.integer({ min: 0, max: 1000 })).map((share) => share / 1000);

/** Of many kills, what they have met with. */
export class Met {
  private readonly counts = new Map<string, number>();
  constructor(private readonly of: string) {}
  add(what: string, count = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }
  tell(): void {
    if (asked > 0)
      process.stderr.write(
        `${this.of}: ${[...this.counts].map(([what, count]) => `${count} ${what}`).join(", ")}\n`,
      );
  }
}
