import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { rowNumbersOf } from "../../domain/register/old-sheet/left-out-rows";
import type { OldSource } from "./old-source";

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: {
    display: "grid",
    gap: "2px",
    maxHeight: "220px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "2px",
  },
  row: {
    display: "grid",
    gridTemplateColumns: "28px minmax(0, 1fr)",
    gap: "6px",
    padding: "4px 6px",
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
  number: {
    color: tokens.colorNeutralForeground3,
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
  },
  text: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Headers stand near the top, or where a table was found. */
const rowsToShow = 30;

interface HeaderChoiceProps {
  readonly cells: OldSource;
  /** The sheet's row number, 1-based. */
  readonly chosen: number | undefined;
  readonly onChoose: (row: number) => void;
}

/** The sheet's rows as they stand; one of them holds the headers. */
export const HeaderChoice = ({ cells, chosen, onChoose }: HeaderChoiceProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { numberOf, indexOf } = rowNumbersOf(cells);
  const from = Math.max(0, indexOf(chosen ?? 0) - rowsToShow / 2);
  const rows = cells.rows.slice(from, from + rowsToShow).flatMap((row, at) => {
    const text = row
      .map((cell) => String(cell ?? "").trim())
      .filter((each) => each !== "")
      .join(" · ");
    return text === "" ? [] : [{ row: numberOf(from + at), text }];
  });
  return (
    <>
      <span className={styles.heading}>{t("adopt.headerChoose")}</span>
      <div className={styles.list} role="group" aria-label={t("adopt.headerChoose")}>
        {rows.map(({ row, text }) => (
          <button
            key={row}
            type="button"
            aria-pressed={row === chosen}
            title={text}
            className={mergeClasses(styles.row, row === chosen && styles.chosen)}
            onClick={() => onChoose(row)}
          >
            <span className={styles.number}>{row}</span>
            <span className={styles.text}>{text}</span>
          </button>
        ))}
      </div>
    </>
  );
};
