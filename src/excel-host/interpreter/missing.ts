import type { Catalog } from "../catalog/catalog";
import { hostError, type HostError } from "../model/refusal";

let catalog: Catalog | undefined;

/** Tells what this host has not learnt from what Excel does not have either. */
export const useCatalog = (known: Catalog): void => {
  catalog = known;
};

/** A member this host does not answer. */
export const missing = (type: string, member: string): HostError => {
  const entry = catalog?.[type];
  const known =
    entry === undefined ||
    entry.scalars.includes(member) ||
    member in entry.navigations ||
    member in entry.methods;
  return known
    ? hostError(
        "NotImplemented",
        `${type}.${member} is part of Excel's API, but this host has not learnt it.`,
      )
    : hostError("ApiNotFound", `${type}.${member} is no member of Excel's API.`);
};
