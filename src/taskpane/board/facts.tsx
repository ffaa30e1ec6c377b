import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "2px 8px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  row: { display: "contents" },
  term: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  fact: { margin: 0, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
});

/** What a thing is called, and what is known of it; "" for nothing. */
export type Fact = readonly [term: string, said: string];

/** What is known, a line each. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, said]) => said !== "")
        .map(([term, said]) => (
          <div key={term} className={styles.row}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{said}</dd>
          </div>
        ))}
    </dl>
  );
};
