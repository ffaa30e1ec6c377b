/** What the merge would bring, and where it goes: into the workbook, or into a file. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type HqFacts, tooLong } from "../../workbook/plan/hq-book";
import { FormerChoice } from "./former";
import { HqFrame, Note } from "./hq-frame";
import { Leaving } from "./leaving";
import type { PageMerge } from "./merge";
import { PassedOver, Result } from "./result";

const useStyles = makeStyles({
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  /** Both fit side by side at 320 px, in English too. */
  half: { flex: "1 1 0", minWidth: 0, paddingInline: "4px" },
});

interface ResultStepProps {
  readonly merge: PageMerge;
  readonly facts: HqFacts;
  readonly note: string;
  readonly notice: ReactNode;
  /** A site's own workbook lies open: nothing is written into it. */
  readonly isOurs: boolean;
}

export const ResultStep = ({ merge, facts, note, notice, isOurs }: ResultStepProps) => {
  const { former, keeping, leaving, asking, passedOver, today, startOver } = merge;
  const styles = useStyles();
  const { t } = useTranslation();
  const off = asking || facts.sites.length === 0 || tooLong(facts).length > 0;
  const add = (): void => merge.setAdding(true);
  return (
    <HqFrame
      notice={notice}
      onCancel={startOver}
      bar={
        <>
          <Button
            className={styles.half}
            appearance={isOurs ? "primary" : "secondary"}
            disabledFocusable={off}
            onClick={() => void merge.save()}
          >
            {t("hq.save")}
          </Button>
          {isOurs ? null : (
            <Button
              className={styles.half}
              appearance="primary"
              disabledFocusable={off}
              onClick={() => void merge.ask()}
            >
              {t("hq.write")}
            </Button>
          )}
        </>
      }
    >
      <Note text={note} />
      <Leaving sites={leaving} onAdd={add} onWrite={() => void merge.write()} />
      {former === undefined ? null : (
        <FormerChoice
          former={former}
          keeping={keeping}
          disabled={asking}
          onKeep={(on) => void merge.keep(on)}
        />
      )}
      {isOurs ? <p className={styles.small}>{t("hq.ours")}</p> : null}
      <Result facts={facts} today={today} />
      <PassedOver names={passedOver} />
      <Button appearance="outline" onClick={add}>
        {t("hq.add")}
      </Button>
      <Button appearance="subtle" onClick={startOver}>
        {t("hq.again")}
      </Button>
    </HqFrame>
  );
};
