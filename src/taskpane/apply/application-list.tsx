import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons/svg/add";
import { DocumentText48Regular } from "@fluentui/react-icons/svg/document-text";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApplicationKind, applicationKinds } from "../../domain/forms/applications";
import type { Application, SalesLedger } from "../../domain/register/sales/sales-ledger";
import type { PaperContext } from "../blank/blank";
import { useDraft } from "../entry/drafts";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";

const useStyles = makeStyles({
  heading: {
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    width: "100%",
    padding: "8px 4px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  right: { textAlign: "right" },
  more: { width: "100%" },
});

const step = 40;

const isKind = (text: string | undefined): text is ApplicationKind =>
  (applicationKinds as readonly (string | undefined)[]).includes(text);

const colors = {
  草稿: "informative",
  审批中: "warning",
  已批准: "brand",
  已办结: "success",
  已驳回: "danger",
} as const;

interface ListProps {
  readonly ledger: SalesLedger;
  readonly paper: PaperContext;
}

/** What waits comes first, the longest waiting on top; what is over below. */
export const ApplicationList = ({ ledger, paper }: ListProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  // Begun and not handed in: it stands in the pane alone.
  const { draft } = useDraft("apply");
  const { draft: about } = useDraft("apply-about");
  const names = useMemo(() => new Map(paper.clients.map(({ id, name }) => [id, name])), [paper.clients]);
  const isOver = ({ status }: Application): boolean => status === "已办结" || status === "已驳回";
  const waiting = ledger.applications.filter((each) => !isOver(each));
  const over = ledger.applications.filter(isOver).reverse();
  const says = (application: Application): string => {
    if (application.status === "已批准") return t("apply.readyToDo");
    return application.next === undefined || isOver(application)
      ? application.appliedOn === undefined
        ? ""
        : shortDay(application.appliedOn, paper.today)
      : t("apply.nextSigns", { who: t(`apply.signer_${application.next}`) });
  };
  const bar = (
    <Button
      appearance="primary"
      icon={<Add20Regular />}
      style={{ flex: 1 }}
      onClick={() => go("apply", { new: "1" })}
    >
      {t("apply.make")}
    </Button>
  );
  const lines = (title: string, all: readonly Application[]) =>
    all.length === 0 ? null : (
      <section aria-label={title}>
        <h2 className={styles.heading}>
          {title} {all.length}
        </h2>
        <ul className={styles.list}>
          {all.slice(0, shown).map((each) => (
            <li key={`${each.row}`}>
              <button type="button" className={styles.line} onClick={() => go("apply", { no: each.no })}>
                <span className={styles.kind}>
                  {each.kind === undefined ? each.no : t(`apply.kind_${each.kind}`)}
                </span>
                <Badge appearance="tint" color={colors[each.status]}>
                  {t(`apply.status_${each.status}`)}
                </Badge>
                <span className={styles.small}>
                  {t("apply.about", {
                    unit: each.unitNo,
                    client: names.get(each.clientId ?? "") ?? each.clientId ?? "",
                  })}
                </span>
                <span className={mergeClasses(styles.small, styles.right)}>{says(each)}</span>
              </button>
            </li>
          ))}
        </ul>
        {all.length > shown ? (
          <Button
            appearance="subtle"
            className={styles.more}
            onClick={() => setShown((before) => before + step)}
          >
            {t("apply.moreOf", { n: all.length - shown })}
          </Button>
        ) : null}
      </section>
    );
  const mine =
    about["kind"] === undefined &&
    about["clientId"] === undefined &&
    Object.keys(draft).length === 0 ? null : (
      <ul className={styles.list}>
        <li>
          <button type="button" className={styles.line} onClick={() => go("apply", { new: "1" })}>
            <span className={styles.kind}>
              {isKind(about["kind"]) ? t(`apply.kind_${about["kind"]}`) : t("apply.make")}
            </span>
            <Badge appearance="tint" color={colors.草稿}>
              {t("apply.status_草稿")}
            </Badge>
            <span className={styles.small}>
              {t("apply.about", {
                unit: draft["unitNo"] ?? "—",
                client: names.get(about["clientId"] ?? "") ?? "—",
              })}
            </span>
            <span className={mergeClasses(styles.small, styles.right)}>{t("apply.goOn")}</span>
          </button>
        </li>
      </ul>
    );
  if (ledger.applications.length === 0 && mine === null)
    return (
      <PageFrame label={t("pages.apply")} bar={bar}>
        <Empty icon={<DocumentText48Regular />} title={t("apply.emptyTitle")}>
          <span>{t("apply.emptyBody")}</span>
        </Empty>
      </PageFrame>
    );
  return (
    <PageFrame label={t("pages.apply")} bar={bar}>
      {mine}
      {waiting.length === 0 ? <p className={styles.small}>{t("apply.noneWaiting")}</p> : null}
      {lines(t("apply.waiting"), waiting)}
      {lines(t("apply.done"), over)}
    </PageFrame>
  );
};
