/** 校验: the whole workbook by the rules; problems, where they stand, and what fixes them. */
import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircle48Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { useEffect, useMemo, useRef, useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/register/change";
import type { Problem, Severity } from "../../domain/register/problem";
import type { Damage } from "../../workbook/plan/damage";
import type { Repair } from "../../workbook/plan/repair";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { asRefusal, useStanding } from "../shell/site";
import { useRemembered } from "../shell/remembered";
import { useToasts } from "../shell/toasts";
import { DamageList } from "./damage-list";
import { fixItems } from "./fix-items";
import { FixList } from "./fix-list";
import { ProblemList, severities } from "./problem-list";
import { type Checked, runCheck, type Step } from "./run-check";

const useStyles = makeStyles({
  intro: { margin: 0, maxWidth: "30em" },
  tiles: { display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: "4px" },
  tile: {
    display: "grid",
    justifyItems: "center",
    padding: "4px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    whiteSpace: "nowrap",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  figure: {
    fontSize: "18px",
    lineHeight: "22px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: "16px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorNeutralForeground2 },
  summary: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  progress: { display: "grid", gap: "8px", paddingTop: "24px" },
});

const stepWords = (step: Step, t: TFunction): string =>
  step.kind === "reading" ? t("check.reading", { sheet: step.sheet }) : t(`check.${step.kind}`);

export const CheckPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { written, edition } = useStanding();
  const toast = useToasts();
  const [step, setStep] = useState<Step | undefined>();
  const [checked, setChecked] = useState<Checked | undefined>(kept.checked);
  const [damages, setDamages] = useState<readonly Damage[]>(kept.damages);
  const [unused, setUnused] = useRemembered("unusedSheets");
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const [only, setOnly] = useState<Severity | undefined>();
  const [fixing, setFixing] = useState(false);
  const [marked, setMarked] = useState(kept.marked);
  const [busy, setBusy] = useState(false);
  const stop = useRef(false);
  useEffect(() => {
    return () => {
      stop.current = true;
    };
  }, []);

  const run = async () => {
    stop.current = false;
    setRefusal(undefined);
    setFixing(false);
    try {
      // What has lost its place or rule comes first: the rows are checked by what is there.
      const lost = await services.inspect();
      setDamages(lost);
      const read = await runCheck(services.workbook, services.today(), setStep, () => stop.current);
      if (read === undefined) return;
      const found = { ...read, problems: [...lost.map(({ problem }) => problem), ...rowProblems(read)] };
      setStep({ kind: "writing", done: 7, total: 8 });
      await services.record(found.problems);
      kept = { ...kept, checked: found, damages: lost };
      setChecked(found);
      setOnly(undefined);
    } catch (fault) {
      setRefusal(asRefusal(fault, t("pages.check")));
    } finally {
      setStep(undefined);
    }
  };
  const cancel = () => {
    stop.current = true;
    setStep(undefined);
    toast({ title: t("check.cancelled"), intent: "info" });
  };

  const put = useMemo(() => unused.split("|"), [unused]);
  const lost = useMemo(
    () => damages.filter(({ problem }) => problem.code !== "sheetMissing" || !put.includes(problem.sheet)),
    [damages, put],
  );
  const problems = useMemo(() => {
    const structure = new Set(damages.map(({ problem }) => problem));
    // They have a list of their own, above.
    return (checked?.problems ?? []).filter((each) => !structure.has(each));
  }, [checked, damages]);
  const shown = useMemo(
    () => (only === undefined ? problems : problems.filter((each) => each.severity === only)),
    [problems, only],
  );
  const fixes = useMemo(() => fixItems(problems).length, [problems]);

  const tried = async (doing: string, work: () => Promise<void>) => {
    setRefusal(undefined);
    setBusy(true);
    try {
      await work();
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setBusy(false);
    }
  };
  const jump = (problem: Problem) =>
    void tried(t("pages.check"), () =>
      services.jump({
        sheet: problem.sheet,
        form: problem.form,
        ...(problem.row === undefined ? {} : { row: problem.row }),
        ...(problem.key === undefined ? {} : { key: problem.key }),
      }),
    );
  const toggleMarks = () =>
    void tried(t("check.mark"), async () => {
      let n: number | undefined;
      if (marked) await services.unmark();
      else n = await services.mark(problems);
      kept = { ...kept, marked: !marked };
      setMarked(!marked);
      toast({
        title: n === undefined ? t("check.unmarked") : t("check.marked", { n }),
        intent: "info",
      });
    });
  const mend = (repairs: readonly Repair[]) =>
    void tried(t("repair.title"), async () => {
      const left = await services.repair(repairs, () => undefined);
      written();
      const undone = left.filter(({ sure }) => sure).length;
      toast({
        title: undone > 0 ? t("repair.doneBut", { left: undone }) : t("repair.done", { n: repairs.length }),
        intent: undone > 0 ? "warning" : "success",
      });
      await run();
    });
  const apply = (changes: readonly Change[], lines: number) =>
    void tried(t("check.fixTitle"), async () => {
      const { outrun } = await services.change(
        changes,
        "修正",
        checked === undefined ? {} : { basis: checked.book },
      );
      written();
      setFixing(false);
      toast({
        title:
          outrun.length > 0
            ? t("check.fixedBut", { n: lines - outrun.length, left: outrun.length })
            : t("check.fixed", { n: lines }),
        intent: outrun.length > 0 ? "warning" : "success",
        undo: true,
      });
      await run();
    });

  if (step)
    return (
      <PageFrame
        label={t("pages.check")}
        onCancel={cancel}
        bar={
          <Button style={{ marginLeft: "auto" }} onClick={cancel}>
            {t("shell.cancel")}
          </Button>
        }
      >
        <div className={styles.progress} role="status">
          <span>{stepWords(step, t)}</span>
          <ProgressBar value={step.done} max={step.total} thickness="large" aria-label={t("pages.check")} />
        </div>
      </PageFrame>
    );
  if (fixing && checked)
    return (
      <FixList
        problems={problems}
        busy={busy}
        notice={refusal ? <RefusalBar refusal={refusal} retry={() => setRefusal(undefined)} /> : undefined}
        onApply={apply}
        onCancel={() => setFixing(false)}
      />
    );

  const structure =
    lost.length > 0 ? (
      <DamageList
        key={lost.length}
        damages={lost}
        busy={busy}
        onRepair={mend}
        onUnused={(sheet) => setUnused([...put, sheet].filter((each) => each !== "").join("|"))}
      />
    ) : null;
  const again = checked ? (
    <Button
      type="submit"
      disabled={busy}
      icon={<ArrowSync20Regular />}
      aria-label={t("check.again")}
      title={t("check.again")}
    />
  ) : (
    <Button appearance="primary" type="submit" disabled={busy}>
      {t("check.run")}
    </Button>
  );
  return (
    <PageFrame
      label={t("pages.check")}
      onSubmit={() => void run()}
      notice={refusal ? <RefusalBar refusal={refusal} retry={() => void run()} /> : undefined}
      bar={
        checked === undefined ? (
          <>
            <span style={{ flex: 1 }} />
            {again}
          </>
        ) : (
          <>
            {again}
            <span style={{ flex: 1 }} />
            {problems.length > 0 ? (
              <Button disabled={busy} onClick={toggleMarks} style={{ minWidth: 0, padding: "5px 10px" }}>
                {marked ? t("check.unmark") : t("check.mark")}
              </Button>
            ) : null}
            {fixes > 0 ? (
              <Button
                appearance="primary"
                disabled={busy}
                onClick={() => setFixing(true)}
                style={{ minWidth: 0 }}
              >
                {t("check.fix")}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {checked === undefined ? (
        <Empty icon={<ClipboardTaskListLtrRegular />} title={t("pages.check")}>
          <p className={styles.intro}>{t("check.intro")}</p>
        </Empty>
      ) : problems.length === 0 && lost.length > 0 ? (
        structure
      ) : problems.length === 0 ? (
        <Empty icon={<CheckmarkCircle48Regular />} title={t("check.cleanTitle")}>
          <span>{t("check.cleanBody", { rows: checked.rows })}</span>
        </Empty>
      ) : (
        <>
          {structure}
          <div className={styles.tiles} role="group" aria-label={t("check.severity")}>
            <Tile
              label={t("check.all")}
              figure={problems.length}
              pressed={only === undefined}
              onClick={() => setOnly(undefined)}
            />
            {severities.map((severity) => (
              <Tile
                key={severity}
                label={t(`check.${severity}`)}
                figure={problems.filter((each) => each.severity === severity).length}
                severity={severity}
                pressed={only === severity}
                onClick={() => setOnly(severity)}
              />
            ))}
          </div>
          <span className={styles.summary} data-edition={edition}>
            {t("check.summary", { rows: checked.rows, n: problems.length })} · {t("check.recorded")}
          </span>
          {shown.length === 0 ? <Empty icon={<CheckmarkCircle48Regular />} title={t("check.none")} /> : null}
          <ProblemList key={only ?? "all"} problems={shown} onJump={jump} />
        </>
      )}
    </PageFrame>
  );
};

/** The last check stays while other pages are looked at. */
let kept: {
  readonly checked: Checked | undefined;
  readonly damages: readonly Damage[];
  readonly marked: boolean;
} = { checked: undefined, damages: [], marked: false };

/** Lost tables and columns are found by the inspection, with what repairs them. */
const rowProblems = ({ problems }: Checked): readonly Problem[] =>
  problems.filter(({ code }) => code !== "tableMissing" && code !== "columnMissing");

interface TileProps {
  readonly label: string;
  readonly figure: number;
  readonly severity?: Severity;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

const Tile = ({ label, figure, severity, pressed, onClick }: TileProps) => {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={mergeClasses(styles.tile, pressed && styles.pressed)}
      onClick={onClick}
    >
      <span className={mergeClasses(styles.figure, severity !== undefined && figure > 0 && styles[severity])}>
        {figure}
      </span>
      <span className={styles.label}>{label}</span>
    </button>
  );
};
