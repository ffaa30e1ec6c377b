import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { DocumentTable24Regular } from "@fluentui/react-icons/svg/document-table";
import { Table20Regular } from "@fluentui/react-icons/svg/table";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services";

const useStyles = makeStyles({
  drop: {
    display: "grid",
    justifyItems: "center",
    gap: "8px",
    padding: "24px 12px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { color: tokens.colorBrandForeground1 },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: "8px 0 0" },
  sheets: { display: "grid", gap: "4px" },
  sheet: { justifyContent: "flex-start", fontWeight: tokens.fontWeightRegular },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface SourceStepProps {
  readonly reading: string | undefined;
  readonly onFile: (file: File) => void;
  readonly onSheet: (name: string) => void;
}

/** Where the old register is: a file of this machine, or another sheet of the open workbook. */
export const SourceStep = ({ reading, onFile, onSheet }: SourceStepProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { otherSheets } = useServices();
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let gone = false;
    otherSheets().then(
      (found) => {
        if (!gone) setSheets(found);
      },
      // Without the list there is still the file.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [otherSheets]);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <>
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        {reading === undefined ? (
          <>
            <DocumentTable24Regular className={styles.icon} />
            <span>{t("adopt.drop")}</span>
            <Button appearance="primary" onClick={() => input.current?.click()}>
              {t("adopt.fromFile")}
            </Button>
            <span className={styles.small}>{t("adopt.fromFileHint")}</span>
          </>
        ) : (
          <Spinner size="small" label={t("adopt.reading", { file: reading })} />
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm"
          aria-label={t("adopt.fromFile")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = "";
          }}
        />
      </div>
      <h3 className={styles.heading}>{t("adopt.fromSheet")}</h3>
      {sheets.length === 0 ? <span className={styles.small}>{t("adopt.noSheets")}</span> : null}
      <div className={styles.sheets}>
        {sheets.map((name) => (
          <Button
            key={name}
            className={styles.sheet}
            appearance="outline"
            icon={<Table20Regular />}
            disabled={reading !== undefined}
            onClick={() => onSheet(name)}
          >
            {name}
          </Button>
        ))}
      </div>
    </>
  );
};
