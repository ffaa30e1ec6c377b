/** A table of a report in the width of the pane: figures with bars, or lines to read where words are many. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shown } from "../../domain/report/figure";
import type { Cell, Column, Table } from "../../domain/report/report";
import { tongueOf } from "../i18n/i18n";
import { hiddenAside, useHiddenAside } from "../shell/hidden-aside";

const useStyles = makeStyles({
  section: { display: "grid", gap: "4px", minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  beside: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  scroll: {
    overflowX: "auto",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  caption: {
    padding: "4px 6px",
    textAlign: "right",
    verticalAlign: "bottom",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: "36px",
  },
  name: {
    position: "sticky",
    left: 0,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: "4px 6px",
    minWidth: "72px",
    overflowWrap: "anywhere",
  },
  nameCaption: { textAlign: "left", backgroundColor: tokens.colorNeutralBackground3 },
  cell: { padding: "4px 6px", textAlign: "right", whiteSpace: "nowrap" },
  text: { textAlign: "left", whiteSpace: "normal" },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  total: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    "& th": { fontWeight: tokens.fontWeightSemibold },
  },
  track: {
    display: "block",
    height: "4px",
    marginTop: "2px",
    borderRadius: "2px",
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: "hidden",
  },
  bar: {
    display: "block",
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    // Bars are seen in high contrast too.
    forcedColorAdjust: "none",
  },
  lines: { listStyle: "none", margin: 0, padding: 0 },
  line: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  head: { display: "flex", flexWrap: "wrap", gap: "2px 8px", fontSize: tokens.fontSizeBase200 },
  first: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, whiteSpace: "pre-wrap" },
  said: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "pre-line",
  },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  more: { width: "100%", fontWeight: tokens.fontWeightRegular },
});

/** More do not fit beside each other in any pane. */
const widestTable = 8;
const step = 40;

const isText = ({ kind }: Column): boolean => kind === "text" || kind === "day";

/** A list to read: with words, or with more columns than figures have. */
const isList = ({ columns }: Table): boolean =>
  columns.some(({ long }) => long === true) || columns.filter(isText).length >= 5;

const numberOf = (cell: Cell | undefined): number => (typeof cell === "number" ? cell : 0);

const useCaption = (): ((column: Column) => string) => {
  const { i18n } = useTranslation();
  const tongue = tongueOf(i18n.language);
  return (column) => column[tongue];
};

const Figures = ({ table, rows }: { readonly table: Table; readonly rows: Table["rows"] }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const caption = useCaption();
  const { columns, total, chart } = table;
  const stacked = chart?.kind === "stackedBar" || chart?.kind === "stackedColumn";
  const drawn = stacked ? chart.columns : (chart?.columns.slice(0, 1) ?? []);
  const lengthOf = (row: readonly Cell[]): number =>
    Math.max(
      0,
      drawn.reduce((sum, at) => sum + numberOf(row[at]), 0),
    );
  const most = table.rows.reduce((high, row) => Math.max(high, lengthOf(row)), 0);
  const cellStyle = (column: Column) => mergeClasses(styles.cell, isText(column) && styles.text);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th
              key={at}
              scope="col"
              className={mergeClasses(
                styles.caption,
                at === 0 && mergeClasses(styles.name, styles.nameCaption),
              )}
            >
              {caption(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className={styles.row}>
            <th scope="row" className={styles.name}>
              {shown(row[0] ?? null, columns[0].kind)}
              {most === 0 ? null : (
                <span className={styles.track} aria-hidden>
                  <span className={styles.bar} style={{ width: `${(lengthOf(row) / most) * 100}%` }} />
                </span>
              )}
            </th>
            {columns.slice(1).map((column, at) => (
              <td key={at} className={cellStyle(column)}>
                {shown(row[at + 1] ?? null, column.kind)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr className={styles.total}>
            <th scope="row" className={styles.name}>
              {t("report.total")}
            </th>
            {columns.slice(1).map((column, at) => (
              <td key={at} className={cellStyle(column)}>
                {shown(total[at + 1] ?? null, column.kind)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
};

const Lines = ({ table, rows }: { readonly table: Table; readonly rows: Table["rows"] }) => {
  const styles = useStyles();
  const caption = useCaption();
  const talk = table.columns.findIndex(({ long }, at) => long === true && at > 0);
  return (
    <ul className={styles.lines}>
      {rows.map((row, index) => {
        const words = talk < 0 ? "" : shown(row[talk] ?? null, "text");
        return (
          <li key={index} className={styles.line}>
            <div className={styles.head}>
              {table.columns.map((column, at) => {
                const text = at === talk ? "" : shown(row[at] ?? null, column.kind);
                if (text === "") return null;
                return (
                  <span key={at} className={at === 0 ? styles.first : undefined}>
                    {at === 0 || column.kind === "text" ? text : `${caption(column)} ${text}`}
                  </span>
                );
              })}
            </div>
            {words === "" ? null : <p className={styles.said}>{words}</p>}
          </li>
        );
      })}
    </ul>
  );
};

/** Many columns go sideways, and it is said where some are out of sight; a scrolling part can be reached by keyboard. */
const Sideways = ({
  labelledBy,
  columns,
  children,
}: {
  readonly labelledBy: string;
  readonly columns: number;
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const part = useRef<HTMLDivElement>(null);
  const isHidden = useHiddenAside(part, columns);
  return (
    <>
      <div
        ref={part}
        className={styles.scroll}
        style={hiddenAside(isHidden)}
        role="group"
        aria-labelledby={labelledBy}
        {...(columns > widestTable / 2 && { tabIndex: 0 })}
      >
        {children}
      </div>
      {isHidden ? <p className={styles.quiet}>{t("report.aside")}</p> : null}
    </>
  );
};

export const ReportTable = ({ table }: { readonly table: Table }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const id = useId();
  const [most, setMost] = useState(step);
  const rows = table.rows.slice(0, most);
  const rest = table.rows.length - rows.length;
  const english = tongueOf(i18n.language) === "en";
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {english ? (
          <>
            {table.title.en} <span className={styles.beside}>{table.title.zh}</span>
          </>
        ) : (
          table.title.zh
        )}
      </h3>
      {table.rows.length === 0 ? (
        <p className={styles.quiet}>{t("report.noRows")}</p>
      ) : isList(table) ? (
        <Lines table={table} rows={rows} />
      ) : (
        <Sideways labelledBy={id} columns={table.columns.length}>
          <Figures table={table} rows={rows} />
        </Sideways>
      )}
      {rest > 0 ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setMost(most + 5 * step)}>
          {t("report.more", { n: Math.min(5 * step, rest) })}
        </Button>
      ) : null}
      {table.note === undefined ? null : (
        <p className={styles.quiet}>{t("report.note", { note: table.note })}</p>
      )}
    </section>
  );
};
