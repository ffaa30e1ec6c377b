import { makeStyles, tokens } from "@fluentui/react-components";

/** All controls are 28 px high with 13 px text, as dense as a register wants and a finger still hits. */
export const useControlStyles = makeStyles({
  input: { width: "100%", minHeight: "28px", fontSize: tokens.fontSizeBase300 },
  inputInner: { minWidth: 0, fontSize: tokens.fontSizeBase300 },
  textarea: { width: "100%", fontSize: tokens.fontSizeBase300 },
  combobox: { width: "100%", minWidth: 0, minHeight: "28px", gridTemplateColumns: "1fr auto" },
  comboboxInput: { minWidth: 0, fontSize: tokens.fontSizeBase300, textOverflow: "ellipsis" },
  listbox: { maxHeight: "240px", minWidth: "132px", padding: "4px" },
  option: { minHeight: "28px", padding: "4px 8px", fontSize: tokens.fontSizeBase300, columnGap: "4px" },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
});
