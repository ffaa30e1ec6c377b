import type { Area } from "../../book/address";
import { areaText, columnCount, common, rowCount, sheetPrefix } from "../model/areas";
import { hostError } from "../model/refusal";
import type { SheetState } from "../model/workbook";
import { asPlace, asWhole } from "./arguments";
import { handle, type HostClass } from "./classes";
import { worksheet } from "./worksheet-class";

/** Several ranges of one sheet. */
interface RangeAreas {
  readonly sheet: SheetState;
  readonly areas: readonly Area[];
}

const addressOf = ({ sheet, areas }: RangeAreas): string =>
  areas.map((area) => sheetPrefix(sheet.name) + areaText(area)).join(",");

export const rangeAreas: HostClass<RangeAreas> = {
  name: "RangeAreas",
  get: {
    Address: addressOf,
    AddressLocal: addressOf,
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0),
  },
  go: {
    Areas: (target) => handle(rangeCollection, target),
    Worksheet: ({ sheet }) => handle(worksheet, sheet),
  },
  call: {
    /** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas#excel-excel-rangeareas-getintersectionornullobject-member(1) */
    GetIntersectionOrNullObject: ({ sheet, areas }, [other], call) => {
      const place = asPlace(other, call, sheet);
      const met = place.sheet === sheet ? areas.flatMap((area) => common(area, place.area) ?? []) : [];
      return met.length === 0 ? null : handle(rangeAreas, { sheet, areas: met });
    },
    _KeepReference: () => null,
  },
};

const rangeCollection: HostClass<RangeAreas> = {
  name: "RangeCollection",
  items: ({ sheet, areas }, call) => areas.map((area) => call.range(sheet, area)),
  call: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [at], call) => {
      const area = areas[asWhole(at)];
      if (!area) throw hostError("InvalidArgument", `There is no area ${String(at)}.`);
      return call.range(sheet, area);
    },
  },
};
