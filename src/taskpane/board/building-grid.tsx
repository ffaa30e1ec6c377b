/** One building as it hangs on the wall: floors downwards, doors across. One tab stop; arrows move. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardBuilding, BoardUnit } from "../../domain/register/sales/unit-board";
import { amounts, useStateStyles } from "./state-look";

const useStyles = makeStyles({
  frame: { overflowX: "auto", margin: "0 -4px 0 -12px", padding: "0 4px 4px 12px" },
  grid: { borderCollapse: "separate", borderSpacing: "2px", fontVariantNumeric: "tabular-nums" },
  head: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: "0 2px",
    whiteSpace: "nowrap",
    textAlign: "center",
  },
  floor: {
    position: "sticky",
    left: "-12px",
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: "24px",
    textAlign: "right",
  },
  cell: { padding: 0 },
  unit: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "4px",
    width: "56px",
    height: "28px",
    padding: 0,
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusSmall,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { boxShadow: tokens.shadow4 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: { border: `1px solid ${tokens.colorNeutralForeground1}`, boxShadow: tokens.shadow4 },
  out: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
    border: `1px dashed ${tokens.colorNeutralStroke2}`,
  },
});

interface GridProps {
  readonly building: BoardBuilding;
  readonly name: string;
  /** Nothing: all match. */
  readonly matching: ReadonlySet<BoardUnit> | undefined;
  /** The sheet's row of the unit whose card is open. */
  readonly chosen: number | undefined;
  readonly onChoose: (unit: BoardUnit) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export const BuildingGrid = memo(({ building, name, matching, chosen, onChoose }: GridProps) => {
  const styles = useStyles();
  const states = useStateStyles();
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const { columns, floors } = building;
  const first = building.floors.flatMap(({ cells }) => cells.flat())[0]?.unit.row;
  const inside = building.units.some(({ unit }) => unit.row === chosen);
  const tabbable = inside ? chosen : first;

  const move = (event: KeyboardEvent<HTMLButtonElement>, floor: number, column: number): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    let [at, across] = [floor + step[0], column + step[1]];
    // Gaps are stepped over.
    while (at >= 0 && at < floors.length && across >= 0 && across < columns.length) {
      const next = table.current?.querySelector<HTMLElement>(`[data-at="${at} ${across}"]`);
      if (next) {
        next.focus();
        return;
      }
      at += step[0];
      across += step[1];
    }
  };

  return (
    <div className={styles.frame}>
      <table ref={table} className={styles.grid} aria-label={t("board.grid", { name })}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.floor)}>
              {t("board.floorHead")}
            </th>
            {columns.map(({ section, door }) => (
              <th key={`${section} ${door}`} scope="col" className={styles.head}>
                <span
                  title={section === "" ? t("board.door", { door }) : t("board.column", { section, door })}
                >
                  {section === "" ? door : `${section}-${door}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {floors.map(({ floor, cells }, at) => (
            <tr key={floor}>
              <th scope="row" className={mergeClasses(styles.head, styles.floor)}>
                {floor}
              </th>
              {cells.map((units, across) => (
                <td key={across} className={styles.cell}>
                  {units.map((each, n) => {
                    const { unit, state, says, price } = each;
                    const out = matching !== undefined && !matching.has(each);
                    const said = [
                      unit.unitNo,
                      says === state ? t(`board.state_${state}`) : says,
                      unit.layout,
                      unit.floorArea === undefined
                        ? ""
                        : t("board.areaOf", { n: amounts.format(unit.floorArea) }),
                      price === undefined ? "" : t("board.totalOf", { n: amounts.format(price) }),
                    ]
                      .filter((word) => word !== "")
                      .join(" ");
                    return (
                      <button
                        key={unit.row}
                        type="button"
                        {...(n === 0 ? { "data-at": `${at} ${across}` } : {})}
                        className={mergeClasses(
                          styles.unit,
                          states[state],
                          out && styles.out,
                          unit.row === chosen && styles.chosen,
                        )}
                        aria-label={said}
                        aria-pressed={unit.row === chosen}
                        title={said}
                        tabIndex={unit.row === tabbable ? 0 : -1}
                        onClick={() => onChoose(each)}
                        onKeyDown={(event) => move(event, at, across)}
                      >
                        <span aria-hidden>{columns[across]?.door}</span>
                        <span aria-hidden>{t(`board.mark_${state}`)}</span>
                      </button>
                    );
                  })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
BuildingGrid.displayName = "BuildingGrid";
