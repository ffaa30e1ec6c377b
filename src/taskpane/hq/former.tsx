/** A former result in the open workbook: what it is to this one, and whether its sites stay. */
import { Checkbox, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { HqState } from "../../workbook/plan/hq-state";
import { schemaVersion } from "../../workbook/plan/ledger-sheet";

const useStyles = makeStyles({
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

export interface Former {
  readonly sites: number;
  /** Why its rows cannot stand beside this one's. */
  readonly misfit: "misfitMask" | "misfitKeyed" | "misfitNewer" | undefined;
}

const misfitOf = ({ program, phones, masked }: HqState, mask: boolean): Former["misfit"] =>
  program > schemaVersion
    ? "misfitNewer"
    : phones === "keyed"
      ? "misfitKeyed"
      : masked === mask
        ? undefined
        : "misfitMask";

/** @param mask how this one's files are read */
export const formerOf = (state: HqState, mask: boolean): Former => ({
  sites: state.sites.length,
  misfit: misfitOf(state, mask),
});

interface FormerChoiceProps {
  readonly former: Former;
  readonly keeping: boolean;
  readonly disabled: boolean;
  readonly onKeep: (on: boolean) => void;
}

export const FormerChoice = ({ former, keeping, disabled, onKeep }: FormerChoiceProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return former.misfit !== undefined ? (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>{t(`hq.${former.misfit}`)}</MessageBarBody>
    </MessageBar>
  ) : (
    <div>
      <Checkbox
        checked={keeping}
        disabled={disabled}
        onChange={(_, { checked }) => onKeep(checked === true)}
        label={t("hq.keep")}
      />
      <p className={styles.small}>{t("hq.keepHint", { n: former.sites })}</p>
    </div>
  );
};
