/** Books drawn at random: everything a `Book` can say, in any mixture. */
import fc from "fast-check";
import { areaAddress, cellAddress, columnLetters } from "../../src/book/address";
import type {
  Book,
  Cell,
  Chart,
  ColumnSize,
  Comment,
  Highlight,
  Look,
  Print,
  Protection,
  Sheet,
  Table,
  Validation,
  ValidationRule,
} from "../../src/book/book";
import { bareSheet } from "./every-feature";

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Without what is undefined. */
const said = <T extends object>(model: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  model.map(
    (value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T,
  );

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 10 }),
  fc.constantFrom(
    "=1+1",
    "+86",
    "@甲",
    " 前后 ",
    "a\r\nb",
    "a\tb",
    "_x000D_",
    "<&>\"'",
    "__proto__",
    "#N/A",
    "𠮷野",
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const formula = fc.constantFrom(
  "=1+1",
  '=IF(A1="","",A1&"_x000D_<&>")',
  "=SUM(A1:B2)",
  '=TEXTJOIN("、",TRUE,A1:A3)',
  "='a b'!A1*2",
  "=MAXIFS(A:A,B:B,1)",
);
const value = fc.oneof(text, number, fc.boolean());
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      formula.map((each) => ({ formula: each })),
      fc.record({ formula, value: fc.oneof(value, fc.constantFrom("#N/A", "#DIV/0!", "")) }),
    ),
  },
);

const color = fc.constantFrom("#C00000", "#1F3864", "#FFFFFF", "#000000", "#ABCDEF");
const look: fc.Arbitrary<Look> = said(
  fc.record({
    fontName: maybe(fc.constantFrom("宋体", "微软雅黑", "Calibri")),
    fontSize: maybe(fc.constantFrom(9, 10.5, 11, 18)),
    bold: maybe(fc.boolean()),
    italic: maybe(fc.boolean()),
    underline: maybe(fc.boolean()),
    color: maybe(color),
    fill: maybe(color),
    horizontal: maybe(fc.constantFrom("left", "center", "right")),
    vertical: maybe(fc.constantFrom("top", "center", "bottom")),
    wrap: maybe(fc.boolean()),
    numberFormat: maybe(fc.constantFrom("General", "@", "0.00", "yyyy-mm-dd", '0"户";[Red]-0', "0%")),
    border: maybe(color),
    locked: maybe(fc.boolean()),
  }) as fc.Arbitrary<Look>,
);

const rows = 12;
const columns = 7;
const area = fc.tuple(fc.nat(rows), fc.nat(rows), fc.nat(columns), fc.nat(columns)).map(([a, b, c, d]) => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));
const range = area.map(areaAddress);
const anyRange = fc.oneof(
  { weight: 3, arbitrary: range },
  { weight: 1, arbitrary: area.map(({ left, right }) => `${columnLetters(left)}:${columnLetters(right)}`) },
  { weight: 1, arbitrary: area.map(({ top, bottom }) => `${top + 1}:${bottom + 1}`) },
  {
    weight: 1,
    arbitrary: area.map(({ top, left, right }) => areaAddress({ top, left, right, bottom: 1_048_575 })),
  },
  { weight: 1, arbitrary: fc.constant("A:XFD") },
);

const grid = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

const operand = fc.oneof(fc.integer(), fc.constantFrom("=A1", "=$B$1+1", "=今天"));
const rule: fc.Arbitrary<ValidationRule> = fc.oneof(
  fc.record({
    kind: fc.constant("list" as const),
    source: fc.constantFrom("=列表_性别", '="男,女"', "='a b'!$A$1:$A$3"),
  }),
  fc.record({
    kind: fc.constant("custom" as const),
    formula: fc.constantFrom("=LEN(A1)>0", "=COUNTIF($A$1:$A$9,A1)=1"),
  }),
  fc.record({
    kind: fc.constantFrom("whole" as const, "decimal" as const, "date" as const, "textLength" as const),
    comparison: fc.constantFrom(
      "equal",
      "notEqual",
      "greaterThan",
      "lessThan",
      "greaterOrEqual",
      "lessOrEqual",
    ),
    first: operand,
  }),
  fc.record({
    kind: fc.constantFrom("whole" as const, "decimal" as const),
    comparison: fc.constantFrom("between", "notBetween"),
    first: operand,
    second: operand,
  }),
);
const words = (most: number): fc.Arbitrary<string> =>
  fc.string({ unit: "grapheme", maxLength: Math.min(12, most) });
const alert = fc.record({
  style: fc.constantFrom("stop" as const, "warning" as const, "information" as const),
  title: words(32),
  message: fc.oneof(words(225), fc.constant("第一行\n第二行")),
});
const prompt = fc.record({ title: words(32), message: words(255) });
const validation: fc.Arbitrary<Validation> = fc
  .record({ range, rule: maybe(rule), ignoreBlank: fc.boolean(), alert: maybe(alert), prompt: maybe(prompt) })
  .map(({ rule: own, alert: told, prompt: asked, ...rest }) => ({
    ...rest,
    ...(own ? { rule: own } : {}),
    // An alert without a rule is heard by nobody.
    ...(own && told ? { alert: told } : {}),
    ...(asked ? { prompt: asked } : {}),
  }));
const highlight: fc.Arbitrary<Highlight> = said(
  fc.record({
    range,
    formula: fc.constantFrom("=A1>1", '=$A1="√"', '=AND(A1<>"",A1<今天)'),
    look: said(
      fc.record({
        fill: maybe(color),
        color: maybe(color),
        bold: maybe(fc.boolean()),
        strike: maybe(fc.boolean()),
        border: maybe(color),
      }) as fc.Arbitrary<Highlight["look"]>,
    ),
    stopIfTrue: maybe(fc.constant(true)),
  }) as fc.Arbitrary<Highlight>,
);

const size = fc.constantFrom(2, 8.43, 12.5, 40);
const columnSizes: fc.Arbitrary<readonly ColumnSize[]> = fc.uniqueArray(
  said(
    fc.record({
      column: fc.nat(20),
      width: size,
      hidden: maybe(fc.constant(true)),
    }) as fc.Arbitrary<ColumnSize>,
  ),
  { selector: ({ column }) => column, maxLength: 6 },
);
const rowSizes = fc.uniqueArray(
  said(
    fc.record({ row: fc.nat(30), height: maybe(size), hidden: maybe(fc.constant(true)) }) as fc.Arbitrary<
      Sheet["rows"][number]
    >,
  ),
  { selector: ({ row }) => row, maxLength: 6 },
);

const end = maybe(fc.constantFrom("第 &P 页，共 &N 页", "A && B", '&"宋体,Bold"&12 标题', "&D"));
const print: fc.Arbitrary<Print> = fc
  .record({
    orientation: fc.constantFrom("portrait" as const, "landscape" as const),
    paper: fc.constant("A4" as const),
    fitted: fc.constantFrom({}, { fitWide: 1 }, { fitTall: 2 }, { fitWide: 1, fitTall: 3 }, { scale: 80 }),
    rest: said(
      fc.record({
        area: maybe(range),
        pageBreaks: maybe(
          fc
            .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
            .map((all) => all.toSorted((a, b) => a - b)),
        ),
        titleRows: maybe(fc.constantFrom("1:1", "2:4")),
        titleColumns: maybe(fc.constantFrom("A:A", "B:AC")),
        centerFooter: end,
        centerHeader: end,
        leftFooter: end,
        leftHeader: end,
        rightFooter: end,
        rightHeader: end,
        margins: maybe(fc.record({ top: fc.nat(99), bottom: fc.nat(99), left: fc.nat(99), right: size })),
        centerHorizontally: maybe(fc.constant(true)),
        centerVertically: maybe(fc.constant(true)),
      }),
    ),
  })
  .map(({ fitted, rest, ...plain }) => ({ ...plain, ...fitted, ...rest }) as Print);

const protection: fc.Arbitrary<Protection> = said(
  fc.record({
    allowFormatColumns: maybe(fc.constant(true)),
    allowFilter: maybe(fc.constant(true)),
    allowSort: maybe(fc.constant(true)),
  }) as fc.Arbitrary<Protection>,
);

const chart: fc.Arbitrary<Omit<Chart, "name">> = fc
  .record({
    kind: fc.constantFrom("column", "stackedColumn", "bar", "stackedBar", "line", "pie", "doughnut"),
    series: fc.array(
      said(
        fc.record({
          name: words(20),
          values: fc.constantFrom("B2:B6", "C2:C6", "'a b'!B2:B6", "第二!D1:H1"),
          categories: maybe(fc.constantFrom("A2:A6", "'a b'!A2:A6")),
          color: maybe(color),
          labels: maybe(fc.constantFrom("value", "percent")),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    place: range,
    title: maybe(words(20)),
    legend: maybe(fc.constantFrom("top", "bottom", "left", "right")),
    axis: maybe(
      fc.constantFrom(
        { title: "户数", numberFormat: '0"户"', minimum: 0 },
        { maximum: 2.5 },
        { numberFormat: "0%" },
      ),
    ),
    lines: fc.nat(2),
    secondary: fc.boolean(),
  })
  .map(({ kind, series, axis, lines, secondary, title, legend, place }) => {
    const pie = kind === "pie" || kind === "doughnut";
    const over = kind === "column" || kind === "stackedColumn" ? Math.min(lines, series.length - 1) : 0;
    const drawn = (kind === "pie" ? series.slice(0, 1) : series).map((each, i, all) => ({
      ...each,
      ...(pie && i === 0 ? { pointColors: ["#4472C4", "#ED7D31"] } : {}),
      ...(i >= all.length - over ? { line: true, ...(secondary ? { secondary } : {}) } : {}),
    }));
    const other = drawn.some((each) => "secondary" in each);
    return {
      kind,
      ...(title === undefined ? {} : { title }),
      series: drawn,
      place,
      ...(legend === undefined ? {} : { legend }),
      ...(axis === undefined || pie ? {} : { valueAxis: axis, categoryAxis: { title: "周" } }),
      ...(axis === undefined || !other ? {} : { secondaryAxis: axis }),
    } as Omit<Chart, "name">;
  });

/** A blank one says nothing and is none; a file ends lines one way. */
const remarkWords = text.map((each) => `批${each.replaceAll("\r", "")}`);
const place = fc.tuple(fc.nat(60), fc.nat(12)).map(([row, column]) => cellAddress(row, column));
const comment: fc.Arbitrary<Comment> = fc.oneof(
  fc.record({
    cell: place,
    kind: fc.constant("note" as const),
    said: fc.tuple(fc.record({ by: remarkWords, text: remarkWords })),
  }),
  fc.record({
    cell: place,
    kind: fc.constant("thread" as const),
    said: fc.array(
      said(
        fc.record({
          by: fc.oneof(remarkWords, fc.constantFrom("", "王强")),
          text: remarkWords,
          at: maybe(fc.nat(2 ** 40).map((moment) => new Date(moment).toISOString())),
        }) as fc.Arbitrary<Comment["said"][number]>,
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const sheet = (name: string): fc.Arbitrary<Sheet> =>
  fc
    .record({
      showGridlines: fc.boolean(),
      tabColor: maybe(color),
      first: fc.tuple(fc.nat(3), fc.nat(3), maybe(grid)),
      second: fc.tuple(fc.nat(5), fc.nat(5), maybe(grid)),
      looks: fc.array(fc.record({ range: anyRange, look }), { maxLength: 6 }),
      columns: columnSizes,
      rows: rowSizes,
      defaultRowHeight: maybe(fc.constantFrom(18, 22.5)),
      merges: fc.subarray(["A30:B31", "C30:C32", "E30:G30"]),
      links: fc.subarray([
        { cell: "A1", place: "第二!A1", tip: "去 <那里>" },
        { cell: "C2", place: "a b!B2" },
      ]),
      table: maybe(fc.tuple(fc.boolean(), fc.boolean(), fc.constantFrom("", "TableStyleLight9"), cell, cell)),
      validations: fc.array(validation, { maxLength: 3 }),
      highlights: fc.array(highlight, { maxLength: 3 }),
      freeze: maybe(
        fc.constantFrom({ rows: 3, columns: 0 }, { rows: 0, columns: 2 }, { rows: 1, columns: 1 }),
      ),
      protection: maybe(protection),
      print: maybe(print),
      charts: fc.array(chart, { maxLength: 2 }),
      comments: fc.uniqueArray(comment, { maxLength: 4, selector: ({ cell: at }) => at }),
      names: fc.subarray([
        { name: "本表", refersTo: "=1+1" },
        { name: "_xyz", refersTo: "='a b'!$A$1:$B$2" },
      ]),
    })
    .map(({ first, second, table, charts, comments, names, links, ...rest }) => {
      const block = ([top, left, cells]: typeof first, below: number): Sheet["blocks"] =>
        cells ? [{ at: cellAddress(below + top, left), rows: cells }] : [];
      const [bandedRows = false, filterButtons = false, style = "", one = null, two = null] = table ?? [];
      const tables: readonly Table[] = table
        ? [
            {
              name: `T_${name.length}`,
              range: "J40:K42",
              columns: [{ name: "甲[元]\n二" }, { name: "乙", formula: "=[@[甲'[元']\n二]]*2" }],
              style,
              bandedRows,
              filterButtons,
            },
          ]
        : [];
      const { tabColor, defaultRowHeight, freeze, protection: kept, print: printed, ...plain } = rest;
      const whole: Sheet = {
        ...bareSheet,
        ...plain,
        name,
        links,
        tables,
        blocks: [
          ...block(first, 0),
          ...block(second, 14),
          ...(table
            ? [
                {
                  at: "J40",
                  rows: [
                    ["甲[元]\n二", "乙"],
                    [one, { formula: "=[@[甲'[元']\n二]]*2" }],
                    [two, null],
                  ],
                },
              ]
            : []),
        ],
        ...(tabColor === undefined ? {} : { tabColor }),
        ...(defaultRowHeight === undefined ? {} : { defaultRowHeight }),
        ...(freeze === undefined ? {} : { freeze }),
        ...(kept === undefined ? {} : { protection: kept }),
        ...(printed === undefined ? {} : { print: printed }),
        ...(charts.length === 0 ? {} : { charts: charts.map((each, i) => ({ ...each, name: `图${i}` })) }),
        ...(comments.length === 0 ? {} : { comments }),
        ...(names.length === 0 ? {} : { names }),
      };
      return whole;
    });

export const drawnBook: fc.Arbitrary<Book> = fc
  .tuple(
    sheet("首页"),
    sheet("a b"),
    sheet("第二"),
    fc.constantFrom("visible" as const, "hidden" as const, "veryHidden" as const),
    fc.subarray([
      { name: "今天", refersTo: "=TODAY()" },
      { name: "列表_性别", refersTo: "='a b'!$A$1:$A$3" },
    ]),
  )
  .map(([first, second, third, visibility, names]) => ({
    names,
    sheets: [first, { ...second, visibility }, third],
  }));
