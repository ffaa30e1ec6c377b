import { makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { oldGradeKey, oldTargetsOf } from "../../domain/register/old-targets";
import type { OldSheet } from "../../domain/register/old-sheet";
import { captionOf } from "../i18n/captions";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 136px",
    columnGap: "8px",
    alignItems: "center",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  header: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  sample: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  select: { "& select": { paddingRight: "24px", fontSize: tokens.fontSizeBase200 } },
  left: { opacity: 0.65 },
});

export type Matching = readonly (string | undefined)[];

const samples = (sheet: OldSheet, column: number): string =>
  [
    ...new Set(
      sheet.rows
        .map(({ cells }) => String(cells[column] ?? "").trim())
        .filter((text) => text !== "")
        .slice(0, 40),
    ),
  ]
    .slice(0, 3)
    .join("、");

interface MatchStepProps {
  readonly sheet: OldSheet;
  readonly matching: Matching;
  readonly onMatch: (column: number, key: string | undefined) => void;
}

/** Their columns and our blanks, with samples, to be corrected. Two columns may go to one blank. */
export const MatchStep = ({ sheet, matching, onMatch }: MatchStepProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  return (
    <ul className={styles.list}>
      <li className={mergeClasses(styles.line, styles.head)} aria-hidden>
        <span>{t("adopt.theirs")}</span>
        <span>{t("adopt.ours")}</span>
      </li>
      {sheet.matches.map(({ column, header }) => {
        const sample = samples(sheet, column);
        if (header === "" && sample === "") return null;
        const key = matching[column];
        return (
          <li key={column} className={mergeClasses(styles.line, key === undefined && styles.left)}>
            <span style={{ minWidth: 0 }}>
              <span className={styles.header} id={`adopt-column-${column}`}>
                {header || `#${column + 1}`}
              </span>
              <span className={styles.sample} title={sample}>
                {sample}
              </span>
            </span>
            <Select
              size="small"
              className={styles.select}
              aria-labelledby={`adopt-column-${column}`}
              value={key ?? ""}
              onChange={(_, data) => onMatch(column, data.value === "" ? undefined : data.value)}
            >
              <option value="">{t("adopt.ignore")}</option>
              {oldTargetsOf("visitors").map((target) => (
                <option key={target.key} value={target.key}>
                  {captionOf(
                    i18n.language,
                    target.key === oldGradeKey ? "grades" : "visitors",
                    target.key,
                    target.caption,
                  )}
                </option>
              ))}
            </Select>
          </li>
        );
      })}
    </ul>
  );
};
