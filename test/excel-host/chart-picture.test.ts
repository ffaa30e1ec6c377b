import { createModel } from "../../src/excel-host/model/create";
import { chartPicture } from "../../src/excel-host/view/chart-picture";
import { charted } from "../xlsx/charted";

const model = createModel({ book: charted });

const picture = (name: string): string => {
  const chart = model.workbook.sheets.flatMap(({ charts }) => charts).find((each) => each.name === name);
  if (!chart) throw new Error(`no chart ${name}`);
  return chartPicture(chart, 480, 300);
};

/** Boxes of a colour: [x, y, width, height]. */
const boxes = (svg: string, color: string): readonly (readonly number[])[] =>
  [...svg.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)" fill="([^"]*)"/gu)]
    .filter((found) => found[5] === color)
    .map((found) => found.slice(1, 5).map(Number));

const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map((found) => found[1] ?? "").filter((each) => each !== "");

test("columns stand side by side, as high as their figures, a line on its own axis over them", () => {
  const svg = picture("完成进度");
  const [plan, sold] = [boxes(svg, "#4472C4"), boxes(svg, "#ED7D31")];
  // Six weeks, and the legend's square.
  expect([plan.length, sold.length]).toEqual([7, 7]);
  const heights = plan.slice(0, 6).map(([, , , height]) => height ?? 0);
  expect(heights.map((height) => Math.round((height / (heights[0] ?? 1)) * 3))).toEqual([
    3, 6, 9, 12, 15, 18,
  ]);
  expect((plan[0]?.[0] ?? 0) + (plan[0]?.[2] ?? 0)).toBeCloseTo(sold[0]?.[0] ?? 0);
  const line = /<polyline points="([^"]*)"/u.exec(svg)?.[1]?.split(" ") ?? [];
  expect(line).toHaveLength(6);
  // The first week sold all of its plan; the axis beside it says 100% there.
  const whole = Number(/y="([^"]*)" text-anchor="start">100%</u.exec(svg)?.[1]) - 4;
  expect(Number(line[0]?.split(",")[1])).toBeCloseTo(whole);
  expect(texts(svg)).toEqual(
    expect.arrayContaining(["第1周", "第6周", "20户", "200%", "83%", "计划", "完成比例", "周别", "户数"]),
  );
});

test("texts of the workbook stay texts", () => {
  expect(texts(picture("完成进度"))).toContain("计划 &#38; 实际 &#60;户&#62;");
});

test("stacked columns stand on each other", () => {
  const svg = picture("stackedColumn");
  const [low, high] = [boxes(svg, "#4472C4")[0] ?? [], boxes(svg, "#ED7D31")[0] ?? []];
  expect(low[0]).toBe(high[0]);
  expect((high[1] ?? 0) + (high[3] ?? 0)).toBeCloseTo(low[1] ?? 0);
});

test("bars lie, the first on top, all from one side", () => {
  const plan = boxes(picture("bar"), "#4472C4").slice(0, 6);
  expect(new Set(plan.map(([x]) => x)).size).toBe(1);
  expect(plan.map(([, y]) => y)).toEqual([...plan.map(([, y]) => y ?? 0)].sort((one, other) => one - other));
  expect(plan.map(([, , width]) => Math.round(((width ?? 0) / (plan[0]?.[2] ?? 1)) * 3))).toEqual([
    3, 6, 9, 12, 15, 18,
  ]);
});

test("a pie has a slice a figure in its colour with its share, a doughnut a hole", () => {
  const pie = picture("pie");
  expect([...pie.matchAll(/<path [^>]*fill="([^"]*)"/gu)].map((found) => found[1])).toEqual([
    "#4472C4",
    "#ED7D31",
    "#A5A5A5",
    "#FFC000",
    "#5B9BD5",
    "#70AD47",
  ]);
  expect(texts(pie)).toEqual(expect.arrayContaining(["5%", "10%", "14%", "19%", "24%", "29%"]));
  expect(pie).not.toContain("<circle");
  expect(picture("doughnut")).toContain("<circle");
});

test("a chart of nothing is drawn empty, not wrong", async () => {
  const empty = createModel({ book: charted });
  await empty.userEdits(
    { sheet: "季度进度", top: 3, left: 1, cells: Array.from({ length: 6 }, () => [null, null, null]) },
    { from: "pasted" },
  );
  for (const { charts } of empty.workbook.sheets)
    for (const chart of charts) expect(chartPicture(chart, 480, 300)).not.toMatch(/NaN|Infinity|undefined/u);
});
