/** Exit codes of the command line. */
export const exitCodes = { fine: 0, problems: 1, unusable: 2 } as const;

/** A file or an argument cannot be used: said in one line, exit code 2. */
export class Unusable extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "Unusable";
  }
}
