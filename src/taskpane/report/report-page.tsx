/** 报表: 日报 of today first, as the evening meeting asks for it; any other report and time by choice. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { periodOf } from "../../domain/report/period";
import { type ReportKey, reportKeys } from "../../domain/report/report";
import { reports } from "../../domain/report/reports";
import { tongueOf } from "../i18n/i18n";
import { useServices } from "../services";
import { useRoute } from "../shell/route";
import { type Chosen, PeriodChoice, periodChosen } from "./period-choice";
import { ReportView } from "./report-view";

const useStyles = makeStyles({
  choices: {
    position: "sticky",
    top: "-8px",
    zIndex: 2,
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    alignItems: "center",
    gap: "6px",
    marginTop: "-8px",
    padding: "8px 0 6px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const keyAsked = (asked: string | undefined): ReportKey =>
  reportKeys.find((each) => each === asked) ?? "daily";

const usual = (key: ReportKey): Chosen["choice"] => {
  const { usual: choice } = reports[key];
  return choice === "now" ? "all" : choice;
};

export const ReportPage = () => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const tongue = tongueOf(i18n.language);
  const today = useServices().today();
  const { asked } = useRoute();
  const [key, setKey] = useState(() => keyAsked(asked["report"]));
  const [chosen, setChosen] = useState<Chosen>(() => ({ choice: usual(key), from: "", to: "" }));
  const period = periodChosen(chosen, today);
  const isOfToday = reports[key].usual === "now";
  const choose = (next: ReportKey): void => {
    setKey(next);
    // A time somebody chose stays; the usual one is each report's own.
    setChosen((before) => (before.choice === "custom" ? before : { ...before, choice: usual(next) }));
  };
  return (
    <ReportView report={key} period={period ?? periodOf("today", today)}>
      <div className={styles.choices}>
        <Select
          size="small"
          aria-label={t("report.which")}
          value={key}
          onChange={(_, { value }) => choose(keyAsked(value))}
        >
          {reportKeys.map((each) => (
            <option key={each} value={each}>
              {reports[each].title[tongue]}
            </option>
          ))}
        </Select>
        {isOfToday ? (
          <p className={styles.quiet}>{t("report.asOf")}</p>
        ) : (
          <PeriodChoice chosen={chosen} backwards={period === undefined} onChosen={setChosen} />
        )}
      </div>
    </ReportView>
  );
};
