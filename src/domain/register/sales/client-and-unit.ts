/** R12, R13: what is one client's on one unit: deals, receipts, instalments and applications are told by both. */

export interface Paired {
  readonly clientId?: string | undefined;
  /** The unit, as `unitKey` has it. */
  readonly key: string;
}

export const pairOf = ({ clientId = "", key }: Paired): string => `${clientId} ${key}`;

/** Of a deal, with the unit it stands on now. */
export const pairNow = ({
  clientId,
  keyNow,
}: {
  readonly clientId: string;
  readonly keyNow: string;
}): string => pairOf({ clientId, key: keyNow });

/** In the order of the rows. */
export const byPair = <Row extends Paired>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(pairOf(row));
    if (known) known.push(row);
    else found.set(pairOf(row), [row]);
  }
  return found;
};
