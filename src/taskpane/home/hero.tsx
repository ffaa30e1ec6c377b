import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  hero: { display: "grid", justifyItems: "start", gap: "12px", padding: "16px 0 8px" },
  title: {
    fontSize: "20px",
    lineHeight: "28px",
    fontWeight: tokens.fontWeightSemibold,
    margin: 0,
    wordBreak: "keep-all",
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export const Title = ({ children }: { readonly children: ReactNode }) => (
  <h2 className={useStyles().title}>{children}</h2>
);

interface Props {
  readonly mark: ReactNode;
  readonly title: string;
  /** A paragraph each. */
  readonly says: readonly string[];
}

/** What lies open, or may be begun, said large. */
export const Hero = ({ mark, title, says }: Props) => {
  const styles = useStyles();
  return (
    <div className={styles.hero}>
      {mark}
      <Title>{title}</Title>
      {says.map((each) => (
        <p key={each} className={styles.text}>
          {each}
        </p>
      ))}
    </div>
  );
};
