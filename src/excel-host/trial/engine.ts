/** The heavy half of the trial page, fetched once its frame stands. */
export { createUniverCalculator } from "../calculator-univer";
export { createModel } from "../model/create";
export { createGrid } from "../view/grid";
