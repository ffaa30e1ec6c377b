import type { Caption, ChartState } from "../model/charts";
import { requireAllowed } from "../model/protection";
import type { SheetState } from "../model/workbook";
import { asColor, asFlag, asText } from "./arguments";
import type { Call, HostClass } from "./classes";

/** A chart or a part of one, with the sheet it stands on. */
export interface OnChart {
  readonly sheet: SheetState;
  readonly chart: ChartState;
}

/** Said before a chart is changed. @throws AccessDenied on a protected sheet: its objects are locked. */
export const changing = (sheet: SheetState, { book }: Call): void => {
  requireAllowed(sheet);
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "charts" });
};

/** Titles of charts and of axes: a text makes it show. */
export const captionMembers = <T extends OnChart>(
  pick: (target: T) => Caption,
): Pick<HostClass<T>, "get" | "set"> => ({
  get: { Text: (target) => pick(target).text, Visible: (target) => pick(target).visible },
  set: {
    Text: (target, value, call) => {
      changing(target.sheet, call);
      const caption = pick(target);
      caption.text = asText(value);
      caption.visible = true;
    },
    Visible: (target, value, call) => {
      changing(target.sheet, call);
      pick(target).visible = asFlag(value);
    },
  },
});

/** A colour that can only be set: https://learn.microsoft.com/javascript/api/excel/excel.chartfill */
export const fillClass = <T extends OnChart>(put: (target: T, color: string) => void): HostClass<T> => ({
  name: "ChartFill",
  call: {
    SetSolidColor: (target, [color], call) => {
      changing(target.sheet, call);
      put(target, asColor(color));
    },
  },
});
