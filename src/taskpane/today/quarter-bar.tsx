/** 季度进度 (forms.md 14): its twelve weeks are over, or its plan is another quarter's (计划所属季度); the manager decides. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { quarterOf, startQuarter, startQuarterWants } from "../../domain/register/settings/quarter";
import type { SiteBook } from "../../domain/register/site";
import { amounts } from "../board/state-look";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { useStanding } from "../shell/site";
import { useAct } from "./use-act";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

interface QuarterBarProps {
  readonly book: SiteBook;
  /** To the sheet: what is cleared may be printed first. */
  readonly onSee: () => void;
}

export const QuarterBar = ({ book, onSee }: QuarterBarProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { written } = useStanding();
  const { saver, act } = useAct();
  const [asking, setAsking] = useState(false);
  const today = services.today();
  const quarter = quarterOf(book, today);
  if (saver.refusal) return <RefusalBar refusal={saver.refusal} retry={saver.forget} />;
  if (quarter === undefined) return null;
  const { start, last, next, plannedFrom, units, sales } = quarter;
  if (next === undefined && plannedFrom === undefined) return null;
  const plan = { units, sales: amounts.format(sales) };
  const begin = async (clears: boolean): Promise<void> => {
    setAsking(false);
    const from = next ?? start;
    const refused = await act(
      {
        doing: t("day.quarterStart"),
        wants: startQuarterWants,
        decide: (fresh) => startQuarter(fresh, { shown: quarter, start: from, clears }, { today }),
      },
      t(clears ? "day.quarterCleared" : "day.quarterKept", { day: from }),
    );
    if (refused !== undefined) written();
  };
  const isAsked = next === undefined || asking;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {next === undefined
            ? t("day.quarterMoved", { was: plannedFrom ?? "", now: start })
            : asking
              ? t("day.quarterFrom", { day: next })
              : t("day.quarterOver", { day: last })}
        </MessageBarTitle>
        <br />
        {t(isAsked ? "day.quarterAsk" : "day.quarterSays", plan)}
      </MessageBarBody>
      <MessageBarActions className={styles.actions}>
        {isAsked ? (
          <>
            <Button size="small" disabledFocusable={saver.busy} onClick={() => void begin(true)}>
              {t("day.quarterClear")}
            </Button>
            <Button size="small" disabledFocusable={saver.busy} onClick={() => void begin(false)}>
              {t("day.quarterKeep")}
            </Button>
            {asking ? (
              <Button size="small" appearance="transparent" autoFocus onClick={() => setAsking(false)}>
                {t("day.cancel")}
              </Button>
            ) : null}
          </>
        ) : (
          <>
            <Button size="small" onClick={() => setAsking(true)}>
              {t("day.quarterStart")}
            </Button>
            <Button size="small" appearance="transparent" onClick={onSee}>
              {t("day.quarterSee")}
            </Button>
          </>
        )}
      </MessageBarActions>
    </MessageBar>
  );
};
