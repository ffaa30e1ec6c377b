import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons/svg/add";
import { DocumentText48Regular } from "@fluentui/react-icons/svg/document-text";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApplicationKind, isApplicationKind } from "../../domain/forms/applications";
import type { Application, SalesLedger } from "../../domain/register/sales/sales-ledger";
import type { PaperContext } from "../blank/blank";
import { aboutDraft, draftOf, keepDraft, useDraft, useDraftsOf } from "../entry/drafts";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { applicationDraft } from "./new-application";

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

const colors = {
  草稿: "informative",
  审批中: "warning",
  已批准: "brand",
  已办结: "success",
  已驳回: "danger",
} as const;

/** Begun and not handed in: it stands in the pane alone. */
interface Begun {
  readonly kind: ApplicationKind | undefined;
  readonly clientId: string | undefined;
  /** The unit it was asked for. */
  readonly unit: string | undefined;
  readonly unitNo: string | undefined;
}

/** @param names of the clients there are, by number */
const useBegun = (names: ReadonlyMap<string, string>): readonly Begun[] => {
  const { draft: about } = useDraft("apply-about");
  const drafts = useDraftsOf("apply");
  const written = drafts.map((name): Begun => {
    const [kind, clientId, ...rest] = aboutDraft(name);
    const unit = rest.length === 0 ? undefined : rest.join(" ");
    return {
      kind: isApplicationKind(kind) ? kind : undefined,
      clientId: clientId === "-" ? undefined : clientId,
      unit,
      unitNo: draftOf(name)["unitNo"] ?? unit,
    };
  });
  const { clientId, unit } = about;
  const kind = isApplicationKind(about["kind"]) ? about["kind"] : undefined;
  // A number half typed is no client's.
  const known = clientId !== undefined && names.has(clientId) ? clientId : undefined;
  return drafts.includes(applicationDraft(kind, known, unit)) ||
    (kind === undefined && clientId === undefined)
    ? written
    : [{ kind, clientId, unit, unitNo: unit }, ...written];
};

const BegunList = ({
  begun,
  names,
}: {
  readonly begun: readonly Begun[];
  readonly names: ReadonlyMap<string, string>;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const goOn = ({ kind, clientId, unit }: Begun): void => {
    keepDraft("apply-about", {
      ...(kind === undefined ? {} : { kind }),
      ...(clientId === undefined ? {} : { clientId }),
      ...(unit === undefined ? {} : { unit }),
    });
    go("apply", { new: "1" });
  };
  return begun.length === 0 ? null : (
    <ul className={styles.list}>
      {begun.map((each) => (
        <li key={applicationDraft(each.kind, each.clientId, each.unit)}>
          <button type="button" className={styles.line} onClick={() => goOn(each)}>
            <span className={styles.kind}>
              {each.kind === undefined ? t("apply.make") : t(`apply.kind_${each.kind}`)}
            </span>
            <Badge appearance="tint" color={colors.草稿}>
              {t("apply.status_草稿")}
            </Badge>
            <span className={styles.small}>
              {t("apply.about", {
                unit: each.unitNo ?? "—",
                client: names.get(each.clientId ?? "") ?? each.clientId ?? "—",
              })}
            </span>
            <span className={mergeClasses(styles.small, styles.right)}>{t("apply.goOn")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

interface ListProps {
  readonly ledger: SalesLedger;
  readonly paper: PaperContext;
}

/** What waits comes first, the longest waiting on top; what is over below. */
export const ApplicationList = ({ ledger, paper }: ListProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  const names = useMemo(() => new Map(paper.clients.map(({ id, name }) => [id, name])), [paper.clients]);
  const begun = useBegun(names);
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
      onClick={() => {
        keepDraft("apply-about", {});
        go("apply", { new: "1" });
      }}
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
  if (ledger.applications.length === 0 && begun.length === 0)
    return (
      <PageFrame label={t("pages.apply")} bar={bar}>
        <Empty icon={<DocumentText48Regular />} title={t("apply.emptyTitle")}>
          <span>{t("apply.emptyBody")}</span>
        </Empty>
      </PageFrame>
    );
  return (
    <PageFrame label={t("pages.apply")} bar={bar}>
      <BegunList begun={begun} names={names} />
      {waiting.length === 0 ? <p className={styles.small}>{t("apply.noneWaiting")}</p> : null}
      {lines(t("apply.waiting"), waiting)}
      {lines(t("apply.done"), over)}
    </PageFrame>
  );
};
