/** 收编: the rows of a file that became one new client (R9): which, and by what, for people to look at. */
import type { ClientNumber } from "../../rules/client-number";
import type { AdoptedTable, Joined } from "./adoption";
import { rowSpans } from "../old-sheet/fill-down";
import type { Language } from "../wording";

/** A row of the old file, 1-based. */
interface OldPlace {
  readonly sheet: string;
  readonly row: number;
}

export interface OneClient {
  readonly clientId: ClientNumber;
  /** As it is known in the end. */
  readonly name: string;
  /** Two at least, from the top down. */
  readonly rows: readonly OldPlace[];
  /** Phones, contacts and numbers by which they are one, each once. */
  readonly shared: readonly string[];
}

interface Met {
  readonly fate: Joined;
  readonly at: OldPlace;
}

/** Of tables taken in together. Rows of a client who was there are told with that client: they did not join each other. */
export const rowsOfOne = (
  tables: readonly (Pick<AdoptedTable, "fates"> & { readonly sheet: string })[],
): readonly OneClient[] => {
  const all = tables.flatMap(({ sheet, fates }) =>
    fates.map((fate) => ({ fate, at: { sheet, row: fate.row } })),
  );
  const met = new Map<ClientNumber, Met[]>();
  for (const { fate, at } of all) {
    if (fate.kind !== "joined" || fate.clientId === undefined || fate.why.from !== "file") continue;
    const found = met.get(fate.clientId);
    if (found) found.push({ fate, at });
    else met.set(fate.clientId, [{ fate, at }]);
  }
  const heads = new Map(
    all.flatMap(({ fate, at }) =>
      fate.kind === "taken" && fate.clientId !== undefined ? [[fate.clientId, at] as const] : [],
    ),
  );
  const placeOf = new Map(all.map(({ at }, place) => [at, place]));
  return [...met].map(([clientId, joins]): OneClient => {
    const head = heads.get(clientId);
    const rows = [...(head === undefined ? [] : [head]), ...joins.map(({ at }) => at)];
    return {
      clientId,
      name: joins.at(-1)?.fate.why.otherName ?? "",
      rows: rows.sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)),
      // A row that goes on from the one above shares its place, and nothing else.
      shared: [...new Set(joins.flatMap(({ fate: { why } }) => (why.by === "row" ? [] : [why.shared])))],
    };
  });
};

/** "张三（LY-ZS001）第 3、7–9 行（138 0379 1234）"; with the sheets' names where there are several. */
export const oneClientSaid = ({ clientId, name, rows, shared }: OneClient, language: Language): string => {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const places = sheets.map((sheet) => {
    const spans = rowSpans(rows.flatMap((each) => (each.sheet === sheet ? [each.row] : [])));
    const named = sheets.length > 1 ? sheet : "";
    if (language === "zh") return `${named}第 ${spans} 行`;
    const rowsSaid = `${/^\d+$/u.test(spans) ? "row" : "rows"} ${spans.replaceAll("、", ", ")}`;
    return named === "" ? rowsSaid : `${named} ${rowsSaid}`;
  });
  return language === "zh"
    ? `${name}（${clientId}）${places.join("、")}${shared.length > 0 ? `（${shared.join("、")}）` : ""}`
    : `${name} (${clientId}) ${places.join(", ")}${shared.length > 0 ? ` (${shared.join(", ")})` : ""}`;
};
