import { Button, makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkCircle48Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Adoption, rowsByForm } from "../../domain/register/adoption/adoption";
import { leftTable } from "../../domain/register/adoption/left-rows";
import { ofYear } from "../../domain/register/old-sheet/old-year";
import type { Written } from "../../workbook/port";
import { tongueOf } from "../i18n/i18n";
import { Empty } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { countOf, FateList } from "./fate-list";
import { LeftButtons } from "./left-buttons";
import type { Chosen } from "./old-source";
import { Unwritten } from "./unwritten";
import { useTakingBack } from "./use-taking-back";

const useStyles = makeStyles({
  buttons: { display: "grid", gap: "8px" },
  lines: { display: "grid", gap: "4px" },
});

interface DoneStepProps {
  readonly adoption: Adoption;
  readonly chosen: Chosen;
  /** Of days written without one. */
  readonly year: number | undefined;
  /** Nothing where there was nothing to write. */
  readonly did: Written | undefined;
  /** Takes the next table of the file; nothing where there is none. */
  readonly onNext: (() => void) | undefined;
  readonly onTakenBack: () => void;
}

/** Every row accounted for; what was not taken is kept, and all of it can be taken back. */
export const DoneStep = ({ adoption, chosen, year, did, onNext, onTakenBack }: DoneStepProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { fates, talks } = adoption;
  const isWritten = did !== undefined;
  const [isBack, setBack] = useState(false);
  const { isPossible, isBusy, said, refusal, takeBack } = useTakingBack(() => {
    setBack(true);
    onTakenBack();
  });
  const { taken, joined, rejected, setAside } = countOf(fates);
  const byForm = rowsByForm(fates);
  const already = fates.filter((fate) => fate.kind === "joined" && fate.already).length;
  const left = useMemo(() => {
    const { cells, table, form, mapping } = chosen;
    // A year is only asked for where the table has none.
    const asTaken = table?.year === undefined && table !== undefined ? ofYear(table, year) : table;
    const { headers, rows } = asTaken ?? { headers: [], rows: [] };
    const old = { sheet: cells.sheet, form, headers, rows, mapping, year };
    return leftTable(old, fates, tongueOf(i18n.language));
  }, [chosen, year, fates, i18n.language]);
  return (
    <>
      {isBack ? null : (
        <Empty icon={<CheckmarkCircle48Regular />} title={t("adopt.done")}>
          <span role="status" className={styles.lines}>
            <span>
              {t("adopt.doneBody", { rows: fates.length, taken, joined, left: rejected + setAside })}
            </span>
            {byForm.length > 0 ? (
              <span>
                {byForm
                  .map(({ form, rows: n }) => t("adopt.byFormRows", { form: t(`adopt.form_${form}`), n }))
                  .join("，")}
              </span>
            ) : null}
            {talks === undefined ? null : <span>{t("adopt.talks", { n: talks })}</span>}
            {setAside > 0 ? <span>{t("adopt.leftAside", { n: setAside })}</span> : null}
            {isWritten ? (
              already > 0 && <span>{t("adopt.already", { n: already })}</span>
            ) : (
              <span>{t("adopt.nothingWritten")}</span>
            )}
          </span>
        </Empty>
      )}
      {did === undefined || isBack ? null : <Unwritten did={did} />}
      {said === undefined ? null : (
        <MessageBar intent={isBack ? "success" : "warning"} layout="multiline" politeness="polite">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      {refusal ? <RefusalBar refusal={refusal} retry={() => void takeBack()} /> : null}
      <div className={styles.buttons}>
        {onNext && !isBack ? (
          <Button appearance="primary" onClick={onNext}>
            {t("adopt.next")}
          </Button>
        ) : null}
        {left.rows.length + left.aside.length > 0 ? <LeftButtons left={left} /> : null}
        {isWritten && isPossible && !isBack ? (
          <Button
            icon={<ArrowUndo20Regular />}
            disabledFocusable={isBusy}
            onClick={() => {
              if (!isBusy) void takeBack();
            }}
          >
            {t(isBusy ? "adopt.undoing" : "adopt.undo")}
          </Button>
        ) : null}
      </div>
      {isBack ? null : <FateList form={chosen.form} fates={fates} days={left.days} />}
    </>
  );
};
