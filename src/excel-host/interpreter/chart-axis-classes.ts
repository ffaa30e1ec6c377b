import type { AxisKey, AxisState } from "../model/charts";
import { hostError } from "../model/refusal";
import { asFlag, asNumber, asText, oneOf } from "./arguments";
import { captionMembers, changing, type OnChart } from "./chart-parts";
import { handle, type Handle, type HostClass } from "./classes";

interface OnAxis extends OnChart {
  readonly axis: AxisState;
}

const axisOf = ({ sheet, chart }: OnChart, key: AxisKey): Handle => {
  if (chart.type === "Pie" || chart.type === "Doughnut")
    throw hostError("InvalidOperation", `The chart ${chart.name} has no axes.`);
  // Excel makes the other axis with the first series on it (assumed).
  if (key === "secondary" && !chart.series.some(({ secondary }) => secondary))
    throw hostError("InvalidOperation", `Nothing is measured on the other axis of ${chart.name}.`);
  return handle(chartAxis, { sheet, chart, axis: chart.axes[key] });
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxes */
export const chartAxes: HostClass<OnChart> = {
  name: "ChartAxes",
  go: {
    CategoryAxis: (target) => axisOf(target, "category"),
    ValueAxis: (target) => axisOf(target, "value"),
  },
  call: {
    GetItem: (target, [type, group]) => {
      const kind = oneOf(type, ["Category", "Value"] as const);
      const other = oneOf(group ?? "Primary", ["Primary", "Secondary"] as const) === "Secondary";
      if (kind === "Category" && other)
        throw hostError("NotImplemented", "This host has no second axis of categories.");
      return axisOf(target, kind === "Category" ? "category" : other ? "secondary" : "value");
    },
  },
};

/** Sets one thing of an axis. */
const set =
  (put: (axis: AxisState, value: unknown) => void) =>
  (target: OnAxis, value: unknown, call: Parameters<typeof changing>[1]): void => {
    changing(target.sheet, call);
    put(target.axis, value);
  };

/** A limit, or "" for Excel's own choice. */
const asLimit = (value: unknown): number | undefined => (value === "" ? undefined : asNumber(value));

const chartAxis: HostClass<OnAxis> = {
  name: "ChartAxis",
  get: {
    CategoryType: ({ axis }) => axis.categoryType,
    LinkNumberFormat: ({ axis }) => axis.numberFormat === undefined,
    NumberFormat: ({ axis }) => axis.numberFormat ?? "General",
    Position: ({ axis }) => axis.position,
    ReversePlotOrder: ({ axis }) => axis.reversed,
  },
  set: {
    CategoryType: set((axis, value) => {
      axis.categoryType = oneOf(value, ["Automatic", "TextAxis", "DateAxis"] as const);
    }),
    Maximum: set((axis, value) => {
      axis.maximum = asLimit(value);
    }),
    Minimum: set((axis, value) => {
      axis.minimum = asLimit(value);
    }),
    NumberFormat: set((axis, value) => {
      axis.numberFormat = asText(value);
    }),
    Position: set((axis, value) => {
      axis.position = oneOf(value, ["Automatic", "Maximum", "Minimum"] as const);
    }),
    ReversePlotOrder: set((axis, value) => {
      axis.reversed = asFlag(value);
    }),
  },
  go: { Title: (target) => handle(axisTitle, target) },
};

const axisTitle: HostClass<OnAxis> = {
  name: "ChartAxisTitle",
  ...captionMembers(({ axis: { title } }: OnAxis) => title),
};
