/** Files are given: the first ones, or more of them. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChooseStep } from "./choose-step";
import type { FoundFiles } from "./dropped-files";
import { HqFrame, Note } from "./hq-frame";
import { PassedOver } from "./result";

const useStyles = makeStyles({ quiet: { margin: 0, color: tokens.colorNeutralForeground3 } });

interface FilesStepProps {
  readonly mask: boolean;
  /** None where files are read already, as they are then read. */
  readonly onMask?: (on: boolean) => void;
  readonly note: string;
  readonly notice: ReactNode;
  readonly passedOver: readonly string[];
  readonly onFiles: (found: FoundFiles) => void;
  readonly onBack: () => void;
}

export const FilesStep = (props: FilesStepProps) => {
  const { mask, onMask, note, notice, passedOver, onFiles, onBack } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <HqFrame notice={notice} onCancel={onBack} bar={<Button onClick={onBack}>{t("hq.back")}</Button>}>
      <p className={styles.quiet}>{t("hq.intro")}</p>
      <Note text={note} />
      <ChooseStep mask={mask} {...(onMask && { onMask })} onFiles={onFiles} />
      <PassedOver names={passedOver} />
    </HqFrame>
  );
};
