import {
  Badge,
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { DocumentTable24Regular } from "@fluentui/react-icons/svg/document-table";
import { Table20Regular } from "@fluentui/react-icons/svg/table";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services";
import type { OtherSheet } from "./old-source";

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground3, margin: 0 },
  drop: {
    display: "grid",
    justifyItems: "center",
    alignContent: "center",
    gap: "8px",
    minHeight: "148px",
    boxSizing: "border-box",
    padding: "20px 12px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { color: tokens.colorBrandForeground1 },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: "8px 0 0" },
  sheets: { display: "grid", gap: "4px" },
  sheet: {
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    overflowWrap: "anywhere",
    textAlign: "left",
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  mark: { marginLeft: "8px" },
});

/** What could not be read, and what to do. */
export interface Fault {
  readonly title: string;
  readonly body: string;
}

interface SourceStepProps {
  readonly reading: string | undefined;
  readonly fault: Fault | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSheet: (name: string) => void;
  /** Of the open workbook, as they were last seen: whoever comes back finds them at once. */
  readonly sheets: readonly OtherSheet[];
  readonly onSheets: (seen: readonly OtherSheet[]) => void;
  /** Reading a sheet of the open workbook cannot be cut short. */
  readonly onCancel: (() => void) | undefined;
}

/** Where the old register is: a file of this machine, or another sheet of the open workbook. */
export const SourceStep = ({
  reading,
  fault,
  onFiles,
  onSheet,
  sheets,
  onSheets,
  onCancel,
}: SourceStepProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { otherSheets } = useServices();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let gone = false;
    otherSheets().then(
      (found) => {
        if (!gone) onSheets(found);
      },
      // Without the list there is still the file.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [otherSheets, onSheets]);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (reading === undefined) onFiles([...event.dataTransfer.files]);
  };
  return (
    <>
      <p className={styles.intro}>{t("adopt.intro")}</p>
      {fault ? (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{fault.title}</MessageBarTitle>
            <br />
            {fault.body}
          </MessageBarBody>
        </MessageBar>
      ) : null}
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
            <span>{t(over ? "adopt.dropHere" : "adopt.drop")}</span>
            <Button appearance="primary" onClick={() => input.current?.click()}>
              {t("adopt.fromFile")}
            </Button>
            <span className={styles.small}>{t("adopt.fromFileHint")}</span>
          </>
        ) : (
          <>
            <Spinner size="small" label={t("adopt.reading", { file: reading })} labelPosition="below" />
            {onCancel ? (
              <Button size="small" onClick={onCancel}>
                {t("adopt.cancel")}
              </Button>
            ) : null}
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.txt,.xls,.et"
          aria-label={t("adopt.fromFile")}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      <h3 className={styles.heading}>{t("adopt.fromSheet")}</h3>
      {sheets.length === 0 ? <span className={styles.small}>{t("adopt.noSheets")}</span> : null}
      <div className={styles.sheets}>
        {sheets.map(({ name, hidden }) => (
          <Button
            key={name}
            className={styles.sheet}
            appearance="outline"
            icon={<Table20Regular />}
            disabled={reading !== undefined}
            onClick={() => onSheet(name)}
          >
            {name}
            {hidden ? (
              <Badge className={styles.mark} appearance="tint" color="informative" size="small">
                {t("adopt.hiddenSheet")}
              </Badge>
            ) : null}
          </Button>
        ))}
      </div>
    </>
  );
};
