/** CI draws the same each time, so that a change is judged by what it changed; everywhere else a law draws anew. */
export const drawn: { readonly seed?: number } = process.env["CI"] === undefined ? {} : { seed: 20261122 };
