/** What we use of papaparse. Its published types name Node's, which this layer must not know. */
interface Step {
  readonly data: readonly string[];
}
interface Config {
  readonly delimiter: string;
  readonly newline: string;
  readonly fastMode: boolean;
  readonly step: (row: Step) => void;
}
declare const papa: { readonly parse: (text: string, config: Config) => unknown };
export default papa;
