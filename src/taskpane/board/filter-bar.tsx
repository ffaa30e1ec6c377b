/** Which units are looked for: 只看可售, 户型, 总价. What does not match stays in its place, without colour. */
import { Checkbox, Dropdown, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { readMoney, times, yuanOf } from "../../domain/kit/money";
import type { BoardFilter } from "../../domain/register/sales/unit-board";

const useStyles = makeStyles({
  bar: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "4px 8px" },
  control: { minWidth: 0, width: "100%", minHeight: "28px" },
  shown: {
    alignSelf: "center",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
});

/** As typed, so that half an amount may stand there. */
export interface FilterTyped {
  readonly onlyForSale: boolean;
  readonly layout: string;
  /** 万元. */
  readonly upTo: string;
}

export const noFilter: FilterTyped = { onlyForSale: false, layout: "", upTo: "" };

export const filterOf = ({ onlyForSale, layout, upTo }: FilterTyped): BoardFilter => {
  const read = readMoney(upTo);
  const limit = read.ok && read.value > 0 ? times(yuanOf(read.value), 10_000) : undefined;
  return { onlyForSale, layout, upTo: limit };
};

interface FilterProps {
  readonly typed: FilterTyped;
  readonly layouts: readonly string[];
  readonly onChange: (typed: FilterTyped) => void;
  readonly shown: number;
  readonly all: number;
}

export const FilterBar = ({ typed, layouts, onChange, shown, all }: FilterProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const anyLayout = t("board.anyLayout");
  return (
    <div className={styles.bar} role="group" aria-label={t("board.filter")}>
      <Dropdown
        size="small"
        className={styles.control}
        aria-label={t("board.layout")}
        value={typed.layout === "" ? anyLayout : typed.layout}
        selectedOptions={[typed.layout]}
        onOptionSelect={(_, data) => onChange({ ...typed, layout: data.optionValue ?? "" })}
      >
        <Option value="">{anyLayout}</Option>
        {layouts.map((layout) => (
          <Option key={layout} value={layout}>
            {layout}
          </Option>
        ))}
      </Dropdown>
      <Input
        size="small"
        className={styles.control}
        input={{ style: { minWidth: 0 } }}
        aria-label={t("board.upTo")}
        placeholder={t("board.upTo")}
        inputMode="decimal"
        autoComplete="off"
        value={typed.upTo}
        onChange={(_, data) => onChange({ ...typed, upTo: data.value })}
      />
      <Checkbox
        label={t("board.onlyForSale")}
        checked={typed.onlyForSale}
        onChange={(_, data) => onChange({ ...typed, onlyForSale: data.checked === true })}
      />
      <span className={styles.shown} role="status">
        {t("board.shown", { n: shown, all })}
      </span>
    </div>
  );
};
