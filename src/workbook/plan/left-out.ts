/** R19: what stands in a site's file and in none of its registers: head office is told, for it is not merged. */
import { formOf, registerKeys } from "../../domain/forms/index";
import type { LeftOut } from "../../domain/head-office/share";
import { rangeIn, renamedIn } from "./damage-lost";
import type { Inspected } from "./inspected";
import { rowsBelow } from "./rows-below";

export const leftOut = ({ tables, candidates }: Inspected): readonly LeftOut[] =>
  registerKeys.flatMap((form): readonly LeftOut[] => {
    const seen = tables.get(form);
    if (seen === undefined) {
      const places = candidates.filter(
        (each) => renamedIn(form, each) !== undefined || rangeIn(form, each) !== undefined,
      );
      // Elsewhere than on its own sheet it may be a copy that people made.
      const place = places.find(({ sheet }) => sheet === formOf(form).sheet) ?? places[0];
      return place === undefined ? [] : [{ kind: "unreadTable", form, sheet: place.sheet }];
    }
    const below = rowsBelow(seen);
    return below?.sure === true
      ? [{ kind: "rowsOutside", form, sheet: seen.sheet, first: below.first + 1, last: below.last + 1 }]
      : [];
  });
