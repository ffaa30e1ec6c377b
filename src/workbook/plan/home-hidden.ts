/** The hidden cells of 首页 that who is next follows from (R11): from column Q on, and above the places of 接下来该联系谁. */
import { type Area, cellAddress } from "../../book/address";
import type { Block, Cell } from "../../book/book";
import { does, firstPlace, placeAfter, rowCells, type RowPart, rowParts, rowsBack } from "./home-line";
import { type ErrandColumn, errandColumns, errandRows } from "./home-make-up";
import {
  groupOn,
  type PostColumn,
  postCells,
  postColumns,
  postRows,
  sentCells,
  turnCells,
  type TurnPlace,
  turnPlaces,
} from "./home-turn";

/** Rows and columns, 0 is row 1 and column A. */
const turnColumn = 15;
const turnAt = 4;
export const postsAt = 4;
const postColumn = turnColumn + 1;
const errandColumn = postColumn + postColumns.length;
/** Where each post stands before the rows of the log that are looked at; right of it after each of them. */
const firstColumn = errandColumn + errandColumns.length;
const lastColumn = firstColumn + rowsBack;

/** From Q on. */
export const turnColumns = lastColumn - turnColumn;

/** "$A$1", "$A1", "A$1". */
const fixed = (row: number, column: number, holds: "both" | "column" | "row" = "both"): string =>
  cellAddress(row, column).replace(
    /([A-Z]+)(\d+)/u,
    `${holds === "row" ? "" : "$$"}$1${holds === "column" ? "" : "$$"}$2`,
  );

const down = (column: number, rows: number): string =>
  `${fixed(postsAt, column)}:${fixed(postsAt + rows - 1, column)}`;

/** A cell that leads to who is next. */
export const turnCell = (place: TurnPlace): string => fixed(turnAt + turnPlaces.indexOf(place), turnColumn);

const columnAt = (column: PostColumn): number => postColumn + postColumns.indexOf(column);
const ofPosts = (column: PostColumn): string => down(columnAt(column), postRows);

const errandColumnAt = (column: ErrandColumn): number => errandColumn + errandColumns.indexOf(column);
const ofErrands = (column: ErrandColumn): string => down(errandColumnAt(column), errandRows);

/** Half of what is to be known of a row of the log stands above the posts' places, half below. */
const above = rowParts.slice(0, postsAt);
const below = rowParts.slice(postsAt);
const partAt = (part: RowPart): number =>
  above.includes(part) ? above.indexOf(part) : postsAt + postRows + below.indexOf(part);

const acrossRows = (part: RowPart): string =>
  `${fixed(partAt(part), firstColumn + 1)}:${fixed(partAt(part), lastColumn)}`;

const line = {
  at: acrossRows("at"),
  received: `(${acrossRows("does")}=${does.received})`,
  numbers: `(COLUMN(${acrossRows("at")})-COLUMN(${fixed(0, firstColumn)}))`,
  places: `${fixed(postsAt, firstColumn + 1)}:${fixed(postsAt + postRows - 1, lastColumn)}`,
};

const partsOf = (column: number, holds: "both" | "row"): Readonly<Record<RowPart, string>> => {
  const of = (part: RowPart): string => fixed(partAt(part), column, holds);
  return {
    at: of("at"),
    row: of("row"),
    note: of("note"),
    who: of("who"),
    does: of("does"),
    own: of("own"),
    passes: of("passes"),
    group: of("group"),
  };
};

const aboveAndBelow = (): readonly Block[] => {
  const rows = Array.from({ length: rowsBack }, (_, index) => {
    const column = firstColumn + 1 + index;
    return rowCells(
      partsOf(column, "both"),
      index + 1,
      {
        at: fixed(partAt("at"), column - 1),
        row: fixed(partAt("row"), column - 1),
        places: down(column - 1, postRows),
      },
      { later: turnCell("later"), cut: turnCell("cut"), names: ofPosts("name"), ranks: ofPosts("rank") },
      groupOn,
    );
  });
  return rowParts.map((part) => ({
    at: cellAddress(partAt(part), firstColumn + 1),
    rows: [rows.map((each): Cell => ({ formula: each[part] }))],
  }));
};

const placesOf = (post: number): readonly Cell[] => {
  const row = postsAt + post;
  const own = (key: PostColumn): string => fixed(row, columnAt(key), "column");
  const first = firstPlace(own("name"), own("line"), ofPosts("line"));
  return [
    { formula: first },
    ...Array.from({ length: rowsBack }, (_, index): Cell => {
      const column = firstColumn + index;
      return {
        formula: placeAfter(
          {
            rank: own("rank"),
            group: own("group"),
            before: cellAddress(row, column),
            allBefore: `${fixed(postsAt, column, "row")}:${fixed(postsAt + postRows - 1, column, "row")}`,
          },
          partsOf(column + 1, "row"),
          { post: `ROW()-${postsAt}`, posts: turnCell("posts") },
        ),
      };
    }),
  ];
};

const posts = Array.from({ length: postRows }, (_, post) => post);

/** The line after each row of the log: some thousand formulas, much to read and none that people see. */
export const lineBlocks: readonly Block[] = [
  ...aboveAndBelow(),
  ...posts.map((post): Block => ({ at: cellAddress(postsAt + post, firstColumn), rows: [placesOf(post)] })),
];

export const lineArea: Area = {
  top: 0,
  left: firstColumn,
  bottom: postsAt + postRows + below.length - 1,
  right: lastColumn,
};

export const turnBlocks: readonly Block[] = [
  {
    at: cellAddress(turnAt, turnColumn),
    rows: turnCells(turnCell, ofPosts, ofErrands).map((formula) => [{ formula }]),
  },
  {
    at: cellAddress(postsAt, postColumn),
    rows: posts.map((post) =>
      postCells(post + 1, (column) => fixed(postsAt + post, columnAt(column)), ofPosts, turnCell, {
        stands: fixed(postsAt + post, lastColumn),
        lastAt: fixed(partAt("at"), lastColumn),
      }),
    ),
  },
  // A block for each line: what is long goes to Excel in several requests.
  ...Array.from({ length: errandRows }, (_, i): Block => ({
    at: cellAddress(postsAt + i, errandColumn),
    rows: [sentCells(i + 1, (column) => cellAddress(postsAt + i, errandColumnAt(column)), ofPosts, line)],
  })),
  ...lineBlocks,
];
