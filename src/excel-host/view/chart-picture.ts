import type { AxisState, ChartPlace, ChartState } from "../model/charts";
import { valueAt } from "../model/cells";
import { lookValueAt } from "../model/looks";
import { displayText, formatValue } from "../model/text";

const palette = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;
const colorAt = (index: number): string => palette[index % palette.length] ?? palette[0];

const escaped = (content: string): string =>
  content.replace(/[&<>"\u0000-\u001f\ufffe\uffff]/gu, (found) =>
    found < " " ? " " : `&#${found.charCodeAt(0)};`,
  );
const text = (x: number, y: number, content: string, anchor = "middle"): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(content)}</text>`;
const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" fill="${fill}"/>`;

const cellsOf = (place: ChartPlace | undefined) => {
  const { top, left, bottom, right } = place?.area ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const count = Math.max(bottom - top, right - left) + 1;
  return Array.from({ length: place ? count : 0 }, (_, at) => {
    const [row, column] = top === bottom ? [top, left + at] : [top + at, left];
    const value = place ? valueAt(place.sheet, row, column) : null;
    const format = place && lookValueAt(place.sheet, row, column, "numberFormat");
    const said = place ? displayText(place.sheet, row, column) : "";
    return { value: typeof value === "number" ? value : null, said, format: format ?? "General" };
  });
};

/** Five steps or so, of a round size. */
const scaleOf = (values: readonly number[], axis: AxisState, format: string) => {
  const low = axis.minimum ?? Math.min(0, ...values);
  const high = axis.maximum ?? Math.max(0, ...values);
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const from = axis.minimum ?? Math.floor(low / step) * step;
  const to = Math.max(axis.maximum ?? Math.ceil(high / step) * step, from + step);
  const steps = Array.from({ length: Math.floor((to - from) / step + 1.001) }, (_, at) => from + at * step);
  const part = (value: number): number => (value - from) / (to - from);
  return steps.length > 0
    ? {
        part,
        ticks: steps.map(
          (tick) => [part(tick), formatValue(+tick.toFixed(9), axis.numberFormat ?? format)] as const,
        ),
      }
    : { part, ticks: [] };
};

/** A chart as an SVG: Excel's figures, kinds, colours and texts; the legend always below, all else simpler. */
export const chartPicture = (chart: ChartState, width: number, height: number): string => {
  const all = chart.series.map((series, index) => {
    const isLine = series.type === "LineMarkers";
    return {
      ...series,
      isLine,
      cells: cellsOf(series.values),
      color: (isLine ? series.line : series.fill) || colorAt(index),
    };
  });
  const count = Math.max(1, ...all.map(({ cells }) => cells.length));
  const named = cellsOf(all.find(({ categories }) => categories)?.categories);
  const categories = Array.from({ length: count }, (_, at) => named[at]?.said ?? String(at + 1));
  const round = chart.type === "Pie" || chart.type === "Doughnut";
  const bars = chart.type === "BarClustered" || chart.type === "BarStacked";
  const stacked = chart.type === "ColumnStacked" || chart.type === "BarStacked";
  const [left, top] = [bars ? 90 : 56, 32];
  const [wide, tall] = [width - left - (all.some(({ secondary }) => secondary) ? 50 : 24), height - top - 62];
  const out: string[] = [box(0, 0, width, height, "#FFFFFF")];
  const said = ({ labels }: (typeof all)[number], own: string, share: number): string =>
    !labels.shown ? "" : labels.percent ? `${Math.round(share * 100)}%` : own;

  if (round) {
    const [x, y, radius] = [width / 2, top + tall / 2 + 10, Math.max(10, tall / 2)];
    const [first] = all;
    const sum = first?.cells.reduce((total, { value }) => total + Math.max(0, value ?? 0), 0) ?? 0;
    let turn = 0;
    first?.cells.forEach(({ value, said: own }, at) => {
      // A whole circle would be no arc.
      const share = sum === 0 ? 0 : Math.min(0.9999, Math.max(0, value ?? 0) / sum);
      const point = (part: number, far = radius): string =>
        `${x + far * Math.sin(part * 2 * Math.PI)} ${y - far * Math.cos(part * 2 * Math.PI)}`;
      const fill = first.pointFills.get(at) ?? colorAt(at);
      const arc = `A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point(turn + share)}`;
      const [labelX = x, labelY = y] = point(turn + share / 2, radius * 0.86)
        .split(" ")
        .map(Number);
      out.push(`<path d="M${x} ${y}L${point(turn)}${arc}Z" fill="${fill}" stroke="#FFFFFF"/>`);
      out.push(text(labelX, labelY, said(first, own, share)));
      turn += share;
    });
    if (chart.type === "Doughnut")
      out.push(`<circle cx="${x}" cy="${y}" r="${radius * 0.72}" fill="#FFFFFF"/>`);
  } else {
    const columns = all.filter(({ isLine }) => !isLine);
    const sums = categories.map((_, at) =>
      columns.reduce((sum, { cells }) => sum + (cells[at]?.value ?? 0), 0),
    );
    const scale = (other: boolean) => {
      const some = all.filter(({ secondary }) => secondary === other);
      const values = some.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? []));
      const axis = other ? chart.axes.secondary : chart.axes.value;
      return scaleOf(
        [...values, ...(stacked && !other ? sums : [])],
        axis,
        some[0]?.cells[0]?.format ?? "General",
      );
    };
    const [own, other] = [scale(false), scale(true)];
    // Bars are columns laid on their side: along the categories, up the values.
    const place = (along: number, up: number): readonly [number, number] =>
      bars ? [left + up * wide, top + along * tall] : [left + along * wide, top + (1 - up) * tall];
    for (const [part, tick] of own.ticks) {
      const [[x1, y1], [x2, y2]] = [place(bars ? 1 : 0, part), place(bars ? 0 : 1, part)];
      out.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#D9D9D9"/>`);
      out.push(bars ? text(x1, y1 + 14, tick) : text(x1 - 6, y1 + 4, tick, "end"));
    }
    if (all.some(({ secondary }) => secondary))
      for (const [part, tick] of other.ticks)
        out.push(text(left + wide + 6, top + (1 - part) * tall + 4, tick, "start"));
    const thick = 0.7 / count / (stacked ? 1 : Math.max(1, columns.length));
    categories.forEach((category, at) => {
      const [x, y] = place((at + 0.5) / count, 0);
      out.push(bars ? text(left - 6, y + 4, category, "end") : text(x, top + tall + 15, category));
      let base = 0;
      columns.forEach((series, index) => {
        const cell = series.cells[at];
        const along = (at + 0.15) / count + (stacked ? 0 : thick * index);
        const [low = 0, high = 0] = [own.part(base), own.part(base + (cell?.value ?? 0))].sort(
          (a, b) => a - b,
        );
        const [[x1, y1], [x2, y2]] = [
          place(along, bars ? low : high),
          place(along + thick, bars ? high : low),
        ];
        out.push(box(x1, y1, x2 - x1, y2 - y1, series.color));
        out.push(
          text(
            bars ? x2 + 12 : (x1 + x2) / 2,
            bars ? (y1 + y2) / 2 + 4 : y1 - 4,
            said(series, cell?.said ?? "", 0),
          ),
        );
        if (stacked) base += cell?.value ?? 0;
      });
    });
    for (const series of all.filter(({ isLine }) => isLine)) {
      const { part } = series.secondary ? other : own;
      const points = series.cells.flatMap(({ value, said: shown }, at) =>
        value === null ? [] : [{ on: place((at + 0.5) / count, part(value)), shown }],
      );
      const path = points.map(({ on }) => on.join(",")).join(" ");
      out.push(`<polyline points="${path}" fill="none" stroke="${series.color}" stroke-width="2.5"/>`);
      for (const {
        on: [x, y],
        shown,
      } of points)
        out.push(
          `<circle cx="${x}" cy="${y}" r="3.5" fill="${series.color}"/>`,
          text(x, y - 8, said(series, shown, 0)),
        );
    }
  }
  const { category, value } = chart.axes;
  for (const [{ title }, x, y] of [
    [bars ? value : category, left + wide / 2, top + tall + 32] as const,
    [bars ? category : value, left, top - 10] as const,
  ])
    if (title.visible && !round) out.push(text(x, y, title.text));
  if (chart.title.visible) out.push(`<g font-size="14">${text(width / 2, 20, chart.title.text)}</g>`);
  const keys = round
    ? categories.map((name, at) => ({ name, color: all[0]?.pointFills.get(at) ?? colorAt(at) }))
    : all;
  if (chart.legend.visible)
    keys.forEach(({ name, color }, at) => {
      const x = (width * (at + 0.5)) / keys.length;
      out.push(box(x - 30, height - 18, 10, 10, color), text(x - 16, height - 9, name, "start"));
    });
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11" fill="#404040">${out.join("")}</svg>`;
};
