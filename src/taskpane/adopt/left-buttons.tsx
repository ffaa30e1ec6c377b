import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { Copy20Regular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeftTable } from "../../domain/register/adoption/left-rows";
import { leftBook } from "../../workbook/plan/left-sheets";
import { useServices } from "../services";
import { copyText } from "../shell/copy";
import { saveFile } from "../shell/save-file";
import { useToasts } from "../shell/toasts";
import { asPaste } from "./left-rows";

const useStyles = makeStyles({
  buttons: { display: "grid", gap: "8px" },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  group: { display: "grid", gap: "4px" },
});

/** Rows that were not taken, to keep: as a file, and copied where a pane ignores downloads. */
export const LeftButtons = ({ left }: { readonly left: LeftTable }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { writeFile } = useServices();
  const toast = useToasts();
  const [isSaved, setSaved] = useState(false);
  const [byHand, setByHand] = useState<string | undefined>();
  const copy = async () => {
    const text = asPaste(left);
    if (await copyText(text))
      toast({ title: t("adopt.copied", { n: left.rows.length + left.aside.length }) });
    else setByHand(text);
  };
  const download = async () => {
    try {
      saveFile(await writeFile(leftBook([left])), t("adopt.leftFile"));
      // Some panes ignore downloads without a word.
      setSaved(true);
    } catch {
      setByHand(asPaste(left));
    }
  };
  return (
    <div className={styles.buttons}>
      <Button icon={<ArrowDownload20Regular />} onClick={() => void download()}>
        {t("adopt.download")}
      </Button>
      <Button icon={<Copy20Regular />} onClick={() => void copy()}>
        {t("adopt.copy")}
      </Button>
      {isSaved ? (
        <p className={styles.small} role="status">
          {t("adopt.saved", { file: t("adopt.leftFile") })}
        </p>
      ) : null}
      {byHand === undefined ? null : (
        <div className={styles.group}>
          <label className={styles.small} htmlFor="adopt-by-hand">
            {t("adopt.byHand")}
          </label>
          <Textarea
            id="adopt-by-hand"
            size="small"
            textarea={{ rows: 6, readOnly: true, onFocus: (event) => event.target.select() }}
            value={byHand}
          />
        </div>
      )}
    </div>
  );
};
