/** The cards of the binder: every form that prints one client or application a page. */
import type { Card } from "../../form/card";
import { discount, exchange, refund, rename, structureChange } from "./applications";
import { deals } from "./deals";
import { lostClients } from "./lost-clients";
import { returnVisits } from "./return-visits";
import { visitors } from "./visitors";

export const cards = {
  visitors,
  returnVisits,
  deals,
  lostClients,
  structureChange,
  discount,
  refund,
  rename,
  exchange,
} as const satisfies Readonly<Record<string, Card>>;

export type CardKey = keyof typeof cards;
export const cardKeys = Object.keys(cards) as readonly CardKey[];
export const cardFor = (key: CardKey): Card => cards[key];
