import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { useControlStyles } from "../blank/control";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: {
    textAlign: "center",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: "2px 4px",
  },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, padding: "2px 8px 2px 0" },
  cell: { padding: "2px 0 2px 4px" },
  inner: { textAlign: "center", fontVariantNumeric: "tabular-nums" },
});

export interface NumberLine {
  readonly name: string;
  readonly cells: readonly { readonly path: string; readonly label: string; readonly value: string }[];
}

interface NumberTableProps {
  readonly heads: readonly string[];
  readonly lines: readonly NumberLine[];
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Small numbers in rows and columns: days by grade, points by signal. */
export const NumberTable = ({ heads, lines, wrong, onChange }: NumberTableProps) => {
  const styles = useStyles();
  const control = useControlStyles();
  return (
    <table className={styles.table}>
      {heads.length > 0 ? (
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {lines.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            {cells.map(({ path, label, value }) => (
              <td key={path} className={styles.cell}>
                <Input
                  size="small"
                  className={control.input}
                  input={{ className: styles.inner }}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={label}
                  aria-invalid={wrong.has(path) || undefined}
                  value={value}
                  onChange={(_, data) => onChange(path, data.value)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
