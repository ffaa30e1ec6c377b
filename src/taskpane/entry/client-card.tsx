import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSwap16Regular } from "@fluentui/react-icons/svg/arrow-swap";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { KnownClient } from "./clients";
import { GradeBadge } from "./grade-badge";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    alignItems: "center",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  number: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground3, marginLeft: "6px" },
  facts: {
    gridColumn: "2 / -1",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
    overflowWrap: "anywhere",
  },
  change: { minWidth: 0, padding: "0 6px" },
});

interface ClientCardProps {
  readonly client: KnownClient;
  readonly onChange: () => void;
  readonly children?: ReactNode;
}

/** The client an entry is about. */
export const ClientCard = ({ client, onChange, children }: ClientCardProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.card}>
      {client.grade ? <GradeBadge grade={client.grade} /> : <span />}
      <span>
        <span className={styles.name}>{client.name}</span>
        <span className={styles.number}>{client.id}</span>
      </span>
      <Button
        size="small"
        appearance="subtle"
        className={styles.change}
        icon={<ArrowSwap16Regular />}
        aria-label={t("follow.anotherClient")}
        title={t("follow.anotherClient")}
        onClick={onChange}
      />
      <span className={styles.facts}>
        {[client.consultant, ...client.phones].filter((each) => each !== "").join(" · ")}
      </span>
      {children ? <span className={styles.facts}>{children}</span> : null}
    </div>
  );
};
