import type { Area } from "../../book/address";
import type { SheetState, Workbook } from "./workbook";

/** Excel's chart types, as far as this host draws and saves them. */
export const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "LineMarkers",
  "Pie",
  "Doughnut",
] as const;

export type ChartType = (typeof chartTypes)[number];

export interface ChartState {
  readonly id: string;
  name: string;
  type: ChartType;
  /** The cells it covers. */
  area: Area;
  readonly title: Caption;
  readonly legend: { visible: boolean; position: "Top" | "Bottom" | "Left" | "Right" };
  readonly series: SeriesState[];
  readonly axes: Readonly<Record<AxisKey, AxisState>>;
}

export type AxisKey = "category" | "value" | "secondary";

export interface Caption {
  text: string;
  visible: boolean;
}

export interface SeriesState {
  name: string;
  type: ChartType;
  secondary: boolean;
  /** `undefined`: the cells were deleted, or none have been named yet. */
  values: ChartPlace | undefined;
  categories: ChartPlace | undefined;
  /** "" is Excel's own choice. */
  fill: string;
  line: string;
  marker: { background: string; foreground: string };
  readonly pointFills: Map<number, string>;
  readonly labels: { shown: boolean; value: boolean; percent: boolean; position: string };
}

export interface ChartPlace {
  readonly sheet: SheetState;
  readonly area: Area;
}

export interface AxisState {
  readonly title: Caption;
  /** `undefined`: that of the cells. */
  numberFormat: string | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  categoryType: "Automatic" | "TextAxis" | "DateAxis";
  reversed: boolean;
  position: "Automatic" | "Maximum" | "Minimum";
}

const newAxis = (): AxisState => ({
  title: { text: "", visible: false },
  numberFormat: undefined,
  minimum: undefined,
  maximum: undefined,
  categoryType: "Automatic",
  reversed: false,
  position: "Automatic",
});

export const newSeries = (name: string, type: ChartType): SeriesState => ({
  name,
  type,
  secondary: false,
  values: undefined,
  categories: undefined,
  fill: "",
  line: "",
  marker: { background: "", foreground: "" },
  pointFills: new Map(),
  labels: { shown: false, value: true, percent: false, position: "" },
});

/** A chart without series, in the sheet's corner: where Excel puts a new one depends on the window (assumed). */
export const newChart = (book: Workbook, sheet: SheetState, type: ChartType): ChartState => {
  const id = ++book.lastId;
  const taken = new Set(sheet.charts.map(({ name }) => name.toLowerCase()));
  let number = sheet.charts.length + 1;
  while (taken.has(`chart ${number}`)) number++;
  return {
    id: `{${id.toString(16).padStart(8, "0").toUpperCase()}-0000-0000-0000-00000000C4A7}`,
    name: `Chart ${number}`,
    type,
    area: { top: 0, left: 0, bottom: 14, right: 6 },
    title: { text: "Chart Title", visible: true },
    legend: { visible: true, position: "Bottom" },
    series: [],
    axes: { category: newAxis(), value: newAxis(), secondary: newAxis() },
  };
};

export const findChart = (sheet: SheetState, key: string): ChartState | undefined =>
  sheet.charts.find((chart) => chart.id === key || chart.name.toLowerCase() === key.toLowerCase());

/** What charts of the whole workbook draw, put elsewhere; `undefined`: the cells are gone. */
export const moveChartData = (book: Workbook, move: (place: ChartPlace) => Area | undefined): void => {
  const moved = (place: ChartPlace | undefined): ChartPlace | undefined => {
    const area = place && move(place);
    return place && area && { sheet: place.sheet, area };
  };
  for (const sheet of book.sheets)
    for (const { series } of sheet.charts)
      for (const each of series) {
        each.values = moved(each.values);
        each.categories = moved(each.categories);
      }
};
