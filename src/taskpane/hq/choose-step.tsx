import { Button, Checkbox, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { BuildingMultiple24Regular } from "@fluentui/react-icons/svg/building-multiple";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { chosenFiles, droppedFiles, type FoundFiles } from "./dropped-files";

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
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: "8px" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  hint: { marginTop: "-8px", paddingLeft: "32px" },
});

interface ChooseStepProps {
  readonly mask: boolean;
  /** Nothing where files were read already: all are read alike. */
  readonly onMask?: (mask: boolean) => void;
  readonly onFiles: (found: FoundFiles) => void;
}

/** Workbooks of many sites: files, or folders with all that is in them. */
export const ChooseStep = ({ mask, onMask, onFiles }: ChooseStepProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [looking, setLooking] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setLooking(true);
    void droppedFiles(event.dataTransfer)
      .then(onFiles)
      .finally(() => setLooking(false));
  };
  const input = (ref: typeof files, label: string, more: object) => (
    <input
      ref={ref}
      type="file"
      hidden
      multiple
      aria-label={label}
      onChange={(event) => {
        onFiles(chosenFiles(event.target.files));
        event.target.value = "";
      }}
      {...more}
    />
  );
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
        {looking ? (
          <Spinner size="small" label={t("hq.looking")} />
        ) : (
          <>
            <BuildingMultiple24Regular className={styles.icon} />
            <span>{t("hq.drop")}</span>
            <span className={styles.buttons}>
              <Button appearance="primary" onClick={() => folder.current?.click()}>
                {t("hq.folder")}
              </Button>
              <Button onClick={() => files.current?.click()}>{t("hq.files")}</Button>
            </span>
          </>
        )}
        {input(files, t("hq.files"), { accept: ".xlsx,.xlsm" })}
        {input(folder, t("hq.folder"), { webkitdirectory: "" })}
      </div>
      <Checkbox
        checked={mask}
        disabled={onMask === undefined}
        onChange={(_, { checked }) => onMask?.(checked === true)}
        label={t("hq.mask")}
      />
      <p className={mergeClasses(styles.small, styles.hint)}>{t("hq.maskHint")}</p>
    </>
  );
};
