/** The day in figures: a click shows that part alone, a second one everything again. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "6px" },
  tile: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: "6px",
    padding: "2px 6px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  label: { fontSize: tokens.fontSizeBase200, overflow: "hidden", textOverflow: "ellipsis" },
  figure: {
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  red: { color: tokens.colorPaletteRedForeground1 },
  amber: { color: tokens.colorPaletteMarigoldForeground2 },
});

export interface Tile<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
  /** Shown where the count is not nought. */
  readonly tone?: "red" | "amber" | undefined;
}

interface TilesProps<Key extends string> {
  readonly label: string;
  readonly tiles: readonly Tile<Key>[];
  readonly only: Key | undefined;
  readonly onOnly: (only: Key | undefined) => void;
}

export const Tiles = <Key extends string>({ label, tiles, only, onOnly }: TilesProps<Key>) => {
  const styles = useStyles();
  return (
    <div className={styles.tiles} role="group" aria-label={label}>
      {tiles.map(({ key, label: name, count, tone }) => (
        <button
          key={key}
          type="button"
          aria-pressed={only === key}
          className={mergeClasses(styles.tile, only === key && styles.pressed)}
          onClick={() => onOnly(only === key ? undefined : key)}
        >
          <span className={styles.label}>{name}</span>
          <span className={mergeClasses(styles.figure, count > 0 && tone && styles[tone])}>{count}</span>
        </button>
      ))}
    </div>
  );
};
