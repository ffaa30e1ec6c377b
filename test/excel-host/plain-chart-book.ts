import type { Book } from "../../src/book/book";

const bare = {
  visibility: "visible",
  showGridlines: true,
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  validations: [],
  highlights: [],
} as const;

/** A table with a chart beside it, and a chart of it on another sheet. */
export const plainBook: Book = {
  names: [],
  sheets: [
    {
      ...bare,
      name: "数",
      blocks: [
        {
          at: "A1",
          rows: [
            ["名", "数"],
            ["甲", 1],
            ["乙", 2],
            ["丙", 3],
          ],
        },
      ],
      tables: [
        {
          name: "Counts",
          range: "A1:B4",
          columns: [{ name: "名" }, { name: "数" }],
          style: "TableStyleLight9",
          bandedRows: true,
          filterButtons: false,
        },
      ],
      print: { orientation: "portrait", paper: "A4", area: "A1:C30", pageBreaks: [3, 10] },
      charts: [
        {
          name: "三周",
          kind: "column",
          title: "三周",
          series: [{ name: "数", values: "B2:B4", categories: "A2:A4", color: "#4472C4", labels: "value" }],
          place: "E3:J14",
          legend: "right",
          valueAxis: { title: "户", numberFormat: "0", minimum: 0, maximum: 5 },
        },
      ],
    },
    {
      ...bare,
      name: "图",
      blocks: [],
      tables: [],
      charts: [
        {
          name: "份额",
          kind: "doughnut",
          series: [
            {
              name: "数",
              values: "数!B2:B4",
              categories: "数!A2:A4",
              pointColors: ["#4472C4", "#ED7D31", "#A5A5A5"],
            },
          ],
          place: "A1:F9",
        },
      ],
    },
  ],
};
