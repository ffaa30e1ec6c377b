import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowImport24Regular } from "@fluentui/react-icons/svg/arrow-import";
import { BookAdd24Regular } from "@fluentui/react-icons/svg/book-add";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { BuildingMultiple20Regular } from "@fluentui/react-icons/svg/building-multiple";
import { Open16Regular } from "@fluentui/react-icons/svg/open";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { formOf, registersBySheet } from "../../domain/forms/index";
import { printable, type PrintKey, printKeys } from "../../workbook/plan/print-book";
import { policySaid } from "../i18n/policies";
import { PrintButton } from "../print/print-button";
import { useServices } from "../services";
import { Mark } from "../shell/mark";
import { PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { useStanding } from "../shell/site";
import { HeadOffice } from "./head-office";
import { Hero, Title } from "./hero";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  steps: { listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "4px" },
  step: {
    display: "grid",
    gridTemplateColumns: "24px 1fr 16px",
    columnGap: "12px",
    alignItems: "center",
    width: "100%",
    padding: "12px 0",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  icon: { color: tokens.colorBrandForeground1 },
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    columnGap: "12px",
    rowGap: "6px",
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0 },
  sheets: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "4px" },
  prints: { display: "flex", flexWrap: "wrap", gap: "8px" },
  sheet: { justifyContent: "space-between", minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

/** Where no workbook of ours lies open: what this is, and the two ways to begin. */
const FirstRun = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { lookAgain } = useStanding();
  // 汇总 may have been written into it since.
  useEffect(() => {
    void lookAgain();
  }, [lookAgain]);
  return (
    <PageFrame
      label={t("shell.product")}
      bar={
        <Button appearance="primary" style={{ flex: 1 }} onClick={() => go("new")}>
          {t("home.start")}
        </Button>
      }
    >
      <Hero mark={<Mark size={40} />} title={t("home.welcome")} says={[t("home.what")]} />
      <ol className={styles.steps}>
        <li>
          <button type="button" className={styles.step} onClick={() => go("new")}>
            <BookAdd24Regular className={styles.icon} />
            <span>
              <Text weight="semibold">{t("home.start")}</Text>
              <br />
              <span className={styles.small}>{t("home.startHint")}</span>
            </span>
            <ChevronRight16Regular />
          </button>
        </li>
        <li>
          <button type="button" className={styles.step} onClick={() => go("new", { then: "adopt" })}>
            <ArrowImport24Regular className={styles.icon} />
            <span>
              <Text weight="semibold">{t("home.adopt")}</Text>
              <br />
              <span className={styles.small}>{t("home.adoptHint")}</span>
            </span>
            <ChevronRight16Regular />
          </button>
        </li>
      </ol>
      <Button icon={<BuildingMultiple20Regular />} onClick={() => go("hq")}>
        {t("pages.hq")}
      </Button>
      <p className={styles.small}>{t("home.hqHint")}</p>
      <p className={styles.small}>{t("home.how")}</p>
    </PageFrame>
  );
};

const blankForms = printKeys.filter((key) => printable(key).hasEmpty) as [PrintKey, ...PrintKey[]];

export const HomePage = () => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { standing } = useStanding();
  if (standing.state === "headOffices") return <HeadOffice />;
  if (standing.state !== "ours") return <FirstRun />;
  const { site, absent } = standing;
  const facts = [
    [t("home.place"), site.place],
    [t("home.letters"), site.region],
    [t("home.policy"), policySaid(i18n.language, site.policy)],
    [
      t("home.consultants"),
      site.consultants
        .filter((each) => each.active)
        .map((each) => each.name)
        .join("、"),
    ],
  ] as const;
  const sheets = [
    ...registersBySheet.map(([key]) => formOf(key).sheet),
    t("home.settings"),
    t("home.dictionary"),
  ];
  return (
    <PageFrame label={t("pages.home")}>
      <Title>{site.project}</Title>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact || "—"}</dd>
          </div>
        ))}
      </dl>
      {absent.length > 0 ? (
        <p className={styles.text} role="alert">
          {t("home.absent", { sheets: absent.map((key) => formOf(key).sheet).join("、") })}
        </p>
      ) : null}
      <div className={styles.sheets}>
        {sheets.map((sheet) => (
          <Button
            key={sheet}
            className={styles.sheet}
            size="small"
            appearance="outline"
            icon={<Open16Regular />}
            iconPosition="after"
            aria-label={t("home.openSheet", { sheet })}
            onClick={() => void services.jump({ sheet: sheet.split(" ")[0] ?? sheet })}
          >
            {sheet}
          </Button>
        ))}
      </div>
      <div className={styles.prints}>
        <PrintButton prints={printKeys} />
        <PrintButton prints={blankForms} blank />
      </div>
      <p className={styles.small}>{t("home.help")}</p>
      <p className={styles.small}>{t("home.how")}</p>
    </PageFrame>
  );
};
