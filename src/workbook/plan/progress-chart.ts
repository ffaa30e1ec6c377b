/** 季度进度's picture: homes planned and sold so far, week by week, and what part of the plan that is. */
import { areaAddress } from "../../book/address";
import type { Chart } from "../../book/book";
import { type FieldKey, formOf } from "../../domain/forms/index";
import { weeksOfQuarter } from "../../domain/forms/progress";
import { accent } from "./palette";
import { columnOf, firstDataRow } from "./references";

const weeks = (key: FieldKey<"progress">): string => {
  const column = columnOf("progress", key);
  return areaAddress({
    top: firstDataRow,
    bottom: firstDataRow + weeksOfQuarter - 1,
    left: column,
    right: column,
  });
};

const top = firstDataRow + weeksOfQuarter + 1;
const height = 18;
const planned = "#C9D6DC";
const share = "#D97706";

const captionOf = (key: FieldKey<"progress">): string => formOf("progress").fields[key]?.caption ?? "";

const series = (key: FieldKey<"progress">, color: string): Chart["series"][number] => ({
  name: captionOf(key),
  values: weeks(key),
  categories: weeks("week"),
  color,
});

export const progressChart: Chart = {
  name: "季度进度图",
  kind: "column",
  title: "累计户数：计划与实际",
  series: [
    series("plannedUnitsSoFar", planned),
    series("unitsSoFar", accent),
    { ...series("unitsShare", share), line: true, secondary: true },
  ],
  place: areaAddress({
    top,
    bottom: top + height - 1,
    left: columnOf("progress", "week"),
    right: columnOf("progress", "salesShare"),
  }),
  legend: "bottom",
  valueAxis: { title: "户", minimum: 0, numberFormat: "0" },
  secondaryAxis: { title: "完成比例", minimum: 0, numberFormat: "0%" },
};
