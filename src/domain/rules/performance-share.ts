/** R10: the former consultant has no share in a later deal: the deal report and the performance report say so. */

export interface DealHands {
  /** 成交业务员. */
  readonly consultant: string;
  /** Whose the client is now. */
  readonly owner: string;
  /** 原置业顾问 who had given the client up by the day of the deal. */
  readonly formers: readonly string[];
}

/** What part of a deal counts for whom: 1 for one of them, 0 for those who gave the client up. */
export const performanceShare = ({ consultant, owner, formers }: DealHands): ReadonlyMap<string, 0 | 1> => {
  const shares = new Map<string, 0 | 1>(formers.map((former) => [former, 0]));
  const earns = formers.includes(consultant) ? owner : consultant;
  // Where all of them gave the client up, nobody has a share until the manager says.
  if (earns !== "" && !formers.includes(earns)) shares.set(earns, 1);
  return shares;
};
