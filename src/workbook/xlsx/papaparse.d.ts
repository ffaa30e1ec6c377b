/** What we use of papaparse. Its published types name Node's, which this layer must not know. */
export interface Failure {
  readonly code: string;
}
interface Step {
  readonly data: readonly string[];
  readonly errors: readonly Failure[];
}
interface Config {
  readonly delimiter: string;
  /** Rows; 0 for all. */
  readonly preview?: number;
  readonly step: (row: Step, parser: { readonly abort: () => void }) => void;
}
declare const papa: { readonly parse: (text: string, config: Config) => unknown };
export default papa;
