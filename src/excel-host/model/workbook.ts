/** Placeholder while the parts are written: the state behind the model. */
export interface Workbook {
  readonly sheets: readonly unknown[];
}
