import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { CheckmarkCircle20Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Circle20Regular } from "@fluentui/react-icons/svg/circle";
import { DismissCircle20Filled } from "@fluentui/react-icons/svg/dismiss-circle";
import { Open16Regular } from "@fluentui/react-icons/svg/open";
import { QuestionCircle20Regular } from "@fluentui/react-icons/svg/question-circle";
import { useTranslation } from "react-i18next";
import { type ApplicationKind, applications } from "../../domain/forms/applications";
import { applicationBlanks, commonBlanks } from "../../domain/register/sales/apply";
import { findApplication } from "../../domain/register/sales/approve";
import { dayOfCell, textAt } from "../../domain/register/raw-cell";
import { cellAt } from "../../domain/register/register";
import { opinionKeys } from "../../domain/register/sales/sale-rows";
import { type Application, salesLedger } from "../../domain/register/sales/sales-ledger";
import { sistersOf } from "../../domain/register/sales/sister-applications";
import type { SiteBook } from "../../domain/register/site";
import { saysNeither, saysNo, signersOf } from "../../domain/rules/approval";
import { answerOf } from "../../workbook/plan/cells";
import type { PrintKey } from "../../workbook/plan/print-book";
import type { PaperContext } from "../blank/blank";
import { shownAnswer } from "../entry/use-entry";
import { captionOf } from "../i18n/captions";
import { PrintButton } from "../print/print-button";
import { useServices } from "../services";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { OverpaidBar, PlanBar, SistersBar } from "./application-bars";
import { CarryOutPanel } from "./carry-out-panel";
import { OpinionPanel } from "./opinion-panel";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-8px", color: tokens.colorNeutralForeground2 },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: "12px",
    rowGap: "4px",
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-line", fontVariantNumeric: "tabular-nums" },
  heading: { margin: "8px 0 0", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  steps: { listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "4px" },
  step: { display: "grid", gridTemplateColumns: "20px minmax(0, 1fr)", columnGap: "8px" },
  yes: { color: tokens.colorPaletteGreenForeground1 },
  no: { color: tokens.colorPaletteRedForeground1 },
  unclear: { color: tokens.colorPaletteYellowForeground2 },
  open: { color: tokens.colorNeutralForeground4 },
  links: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const cards = {
  户型结构变更: "structureChange",
  特惠申请: "discount",
  退房申请: "refund",
  更名申请: "rename",
  调房申请: "exchange",
} as const satisfies Readonly<Record<ApplicationKind, PrintKey>>;

interface OneProps {
  readonly book: SiteBook;
  readonly no: string;
  readonly paper: PaperContext;
}

const Steps = ({
  application,
  paper,
}: {
  readonly application: Application;
  readonly paper: PaperContext;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { kind, register, index, opinions } = application;
  if (kind === undefined) return null;
  return (
    <ol className={styles.steps} aria-label={t("apply.steps")}>
      {signersOf(kind).map((signer) => {
        const opinion = opinions[signer] ?? "";
        const keys = opinionKeys[signer];
        const name = textAt(register, keys.signer, index);
        const day = dayOfCell(cellAt(register, keys.on, index), paper.today);
        const icon =
          opinion === "" ? (
            <Circle20Regular className={styles.open} />
          ) : saysNo(opinion) ? (
            <DismissCircle20Filled className={styles.no} />
          ) : saysNeither(opinion) ? (
            <QuestionCircle20Regular className={styles.unclear} />
          ) : (
            <CheckmarkCircle20Filled className={styles.yes} />
          );
        return (
          <li key={signer} className={styles.step}>
            <span aria-hidden>{icon}</span>
            <span>
              {t(`apply.signer_${signer}`)} {opinion === "" ? t("apply.notYet") : opinion}
              {opinion === "" ? null : (
                <span className={mergeClasses(styles.small)}>
                  {" "}
                  {t("apply.signedBy", { name: name === "" ? "—" : name, day: day ?? "—" })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
};

/** One application: what it says, who has signed, and what is to be done now. */
export const OneApplication = ({ book, no, paper }: OneProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const application = findApplication(book, no, paper.today);
  const back = (
    <Button
      size="small"
      appearance="subtle"
      className={styles.back}
      icon={<ArrowLeft16Regular />}
      onClick={() => go("apply")}
    >
      {t("apply.back")}
    </Button>
  );
  if (application?.kind === undefined)
    return (
      <PageFrame label={t("pages.apply")} onCancel={() => go("apply")}>
        {back}
        <Empty icon={<Circle20Regular />} title={t("apply.gone", { no })} />
      </PageFrame>
    );
  const { kind, register, index } = application;
  const client = paper.clients.find(({ id }) => id === application.clientId);
  const ledger = salesLedger(book, paper.today);
  const isOver = application.status === "已办结" || application.status === "已驳回";
  const facts = [...commonBlanks, ...applicationBlanks[kind], "remarks" as const].flatMap((key) => {
    const field = applications.fields[key];
    const answer = key === "kind" ? undefined : answerOf(field, cellAt(register, key, index));
    if (answer === undefined) return [];
    const said = shownAnswer(applications, key, answer);
    const more = key === "clientId" && client ? `${client.name} ${said}` : said;
    return [[captionOf(i18n.language, "applications", key, field.caption), more] as const];
  });
  return (
    <PageFrame label={`${t(`apply.kind_${kind}`)} ${no}`} onCancel={() => go("apply")}>
      {back}
      <div className={styles.head}>
        <h2 className={styles.title}>{t(`apply.kind_${kind}`)}</h2>
        <Badge appearance="tint">{t(`apply.status_${application.status}`)}</Badge>
      </div>
      <p className={styles.small}>{no}</p>
      <SistersBar kind={kind} sisters={isOver ? [] : sistersOf(ledger, application)} />
      <OverpaidBar ledger={ledger} application={application} />
      <PlanBar ledger={ledger} application={application} />
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>{t("apply.steps")}</h3>
      <Steps application={application} paper={paper} />
      {application.next !== undefined ? (
        <OpinionPanel
          key={application.next}
          application={application}
          signer={application.next}
          paper={paper}
        />
      ) : null}
      {application.status === "已批准" ? <CarryOutPanel application={application} paper={paper} /> : null}
      <div className={styles.links}>
        <Button
          size="small"
          icon={<Open16Regular />}
          iconPosition="after"
          onClick={() =>
            void services.jump({
              sheet: register.sheet,
              form: "applications",
              row: application.row,
              key: "no",
            })
          }
        >
          {t("apply.open")}
        </Button>
        <PrintButton size="small" prints={[cards[kind]]} applications={[no]} />
      </div>
    </PageFrame>
  );
};
