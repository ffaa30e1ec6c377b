/** A unit's state in colour; the mark beside it says the same to whoever does not see colours. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { UnitState } from "../../domain/forms/units";

export const useStateStyles = makeStyles<UnitState>({
  可售: {
    backgroundColor: tokens.colorPaletteForestBackground2,
    color: tokens.colorPaletteForestForeground2,
  },
  保留: { backgroundColor: tokens.colorPaletteGoldBackground2, color: tokens.colorPaletteGoldForeground2 },
  认购: { backgroundColor: tokens.colorPaletteBlueBackground2, color: tokens.colorPaletteBlueForeground2 },
  签约: {
    backgroundColor: tokens.colorPalettePurpleBackground2,
    color: tokens.colorPalettePurpleForeground2,
  },
  已售: {
    backgroundColor: tokens.colorPaletteCranberryBackground2,
    color: tokens.colorPaletteCranberryForeground2,
  },
  不可售: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
});

export const amounts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
