/** One report on the open workbook: what it says, its tables, and the ways to take it along. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChartMultipleRegular } from "@fluentui/react-icons/svg/chart-multiple";
import { Copy20Regular } from "@fluentui/react-icons/svg/copy";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { periodWording } from "../../domain/report/period";
import type { Period, Report, ReportKey } from "../../domain/report/report";
import { reportText } from "../../domain/report/report-text";
import { reportSheet } from "../../workbook/plan/report-sheets";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { copyText } from "../shell/copy";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { asRefusal } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Waiting } from "../shell/waiting";
import { ReportTable } from "./report-table";
import { useReport } from "./use-report";

const useStyles = makeStyles({
  says: {
    display: "grid",
    gap: "4px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: "18px", display: "grid", gap: "2px", overflowWrap: "anywhere" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  spread: { flex: 1 },
});

const isEmpty = ({ tables }: Report): boolean => tables.every(({ rows }) => rows.length === 0);

interface Taking {
  readonly busy: boolean;
  readonly refusal: WorkbookRefused | undefined;
  readonly put: () => Promise<void>;
  readonly copy: () => Promise<void>;
}

const useTaking = (report: Report | undefined): Taking => {
  const { t } = useTranslation();
  const services = useServices();
  const toast = useToasts();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>(undefined);
  const put = async (): Promise<void> => {
    if (report === undefined) return;
    const doing = `放入${report.title.zh}`;
    setBusy(true);
    setRefusal(undefined);
    try {
      const sheet = reportSheet(report);
      await services.addSheets([sheet], doing);
      toast({ title: t("report.done", { sheet: sheet.name }), body: t("report.doneBody") });
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setBusy(false);
    }
  };
  const copy = async (): Promise<void> => {
    if (report === undefined) return;
    toast(
      (await copyText(reportText(report)))
        ? { title: t("report.copied") }
        : { title: t("report.copyFailed"), intent: "warning" },
    );
  };
  return { busy, refusal, put, copy };
};

interface ViewProps {
  readonly report: ReportKey;
  readonly period: Period;
  /** The choices above it. */
  readonly children: ReactNode;
}

export const ReportView = ({ report: key, period, children }: ViewProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { report, refusal, again } = useReport(key, period.from, period.to);
  const taking = useTaking(report);
  const empty = report !== undefined && isEmpty(report);
  const bar = (
    <>
      <Button
        appearance="secondary"
        icon={<Copy20Regular />}
        disabled={report === undefined || empty}
        onClick={() => void taking.copy()}
      >
        {t("report.copy")}
      </Button>
      <span className={styles.spread} />
      <Button
        appearance="primary"
        disabled={report === undefined || empty || taking.busy}
        onClick={() => void taking.put()}
      >
        {taking.busy ? t("report.putting") : t("report.put")}
      </Button>
    </>
  );
  return (
    <PageFrame
      label={t("pages.report")}
      bar={bar}
      notice={
        taking.refusal ? <RefusalBar refusal={taking.refusal} retry={() => void taking.put()} /> : undefined
      }
    >
      {children}
      {refusal ? <RefusalBar refusal={refusal} retry={again} /> : null}
      {report === undefined ? (
        refusal ? null : (
          <Waiting />
        )
      ) : empty ? (
        <Empty icon={<ChartMultipleRegular />} title={t("report.nothing")}>
          <span>{t("report.nothingBody")}</span>
        </Empty>
      ) : (
        <>
          <p className={styles.quiet}>{periodWording(report.period)}</p>
          {report.sentences.length === 0 ? null : (
            <section className={styles.says} aria-label={t("report.says")}>
              <h2 className={styles.heading}>{t("report.says")}</h2>
              <ol className={styles.list} lang="zh-CN">
                {report.sentences.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            </section>
          )}
          {report.tables.map((table) => (
            <ReportTable key={`${key} ${table.key}`} table={table} />
          ))}
          {report.note === "" ? null : (
            <p className={styles.quiet} lang="zh-CN">
              {t("report.note", { note: report.note })}
            </p>
          )}
        </>
      )}
    </PageFrame>
  );
};
