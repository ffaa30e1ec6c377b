/** What came of a merge: figures, what needs eyes, every file that does not count and why. */
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { BuildingMultipleRegular } from "@fluentui/react-icons/svg/building-multiple";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formOf } from "../../domain/forms/index";
import { namedInShort } from "../../domain/head-office/passed-over";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { type HqFacts, hqSummary, tooLong } from "../../workbook/plan/hq-book";
import { lacksInWords } from "../../workbook/plan/hq-lacks";
import { schemaVersion } from "../../workbook/plan/ledger-sheet";
import { tongueOf } from "../i18n/i18n";
import { ReportTable } from "../report/report-table";
import { Empty } from "../shell/page";
import { inTongue } from "./in-tongue";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", gap: "6px" },
  tile: {
    display: "grid",
    justifyItems: "center",
    padding: "6px 2px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "center",
  },
  figure: {
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  red: { color: tokens.colorPaletteRedForeground1 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  says: {
    display: "grid",
    gap: "4px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  sentences: { margin: 0, paddingLeft: "18px", display: "grid", gap: "2px", overflowWrap: "anywhere" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  quiet: { margin: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
});

const step = 8;

interface LinesProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly head: string; readonly body: ReactNode }[];
}

const Lines = ({ title, lines }: LinesProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(step);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <ul className={styles.list}>
        {lines.slice(0, shown).map(({ key, head, body }) => (
          <li key={key} className={styles.line}>
            <span className={styles.name}>{head}</span>
            <span className={styles.small}>{body}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown((before) => before + 5 * step)}>
          {t("hq.more", { n: lines.length - shown })}
        </Button>
      ) : null}
    </section>
  );
};

const keptWords = {
  whole: "hq.keptWhole",
  edited: "hq.keptEdited",
  older: "hq.keptOlder",
  unchecked: "hq.keptUnchecked",
} as const;

const plain = new Intl.NumberFormat("en-US");

/** One quiet line: nobody waits for a contract or a photo. */
export const PassedOver = ({ names }: { readonly names: readonly string[] }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return names.length === 0 ? null : (
    <p className={mergeClasses(styles.small, styles.quiet)}>
      {t("hq.passedOver", { n: names.length, names: namedInShort(names) })}
    </p>
  );
};

export const Result = ({ facts, today }: { readonly facts: HqFacts; readonly today: CalendarDay }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { sites, across, files } = facts;
  const summary = useMemo(() => hqSummary(facts, today), [facts, today]);
  const refused = files.filter(({ fate }) => fate.kind === "refused");
  const rows = sites.flatMap((site) => Object.values(site.rows)).reduce((sum, count) => sum + count, 0);
  const tiles = [
    [t("hq.sites"), sites.length, false],
    [t("hq.rows"), rows, false],
    [t("hq.refused"), refused.length, true],
    [t("hq.across"), across.length, true],
  ] as const;
  const lines = {
    refused: refused.map(({ file, fate }) => ({
      key: file,
      head: file,
      body: fate.kind === "refused" ? inTongue(fate.reason, i18n.language) : "",
    })),
    across: across.map((all) => ({
      key: all[0]?.phone ?? "",
      head: all[0]?.shown ?? "",
      body: all.map(({ site, client, name, consultant, day, row, form }) => (
        <span key={`${site} ${form} ${row}`} style={{ display: "block" }}>
          {[site, [name, client].filter(Boolean).join(" "), consultant, day].filter(Boolean).join("　")}
        </span>
      )),
    })),
    lacking: files.flatMap(({ file, outline }) => {
      const said = outline === undefined ? "" : lacksInWords(outline, schemaVersion, tongueOf(i18n.language));
      return said === "" ? [] : [{ key: file, head: file, body: said }];
    }),
    kept: files.flatMap(({ file, site = "", modified = "", fate }) =>
      fate.kind === "kept"
        ? [
            {
              key: site,
              head: site,
              body: `${file}　${modified.slice(0, 10)}${t(keptWords[fate.rows])}`,
            },
          ]
        : [],
    ),
    superseded: files.flatMap(({ file, fate }) => {
      if (fate.kind === "superseded" && fate.otherBook !== true && fate.tied !== true)
        return [{ key: file, head: file, body: t("hq.superseded", { by: fate.by }) }];
      return fate.kind === "same" ? [{ key: file, head: file, body: t("hq.same", { as: fate.as }) }] : [];
    }),
  };
  const toLookAt = files.flatMap(({ file, site = "", fate, ahead }) => {
    const says: string[] = [];
    if (fate.kind === "superseded" && fate.otherBook === true)
      says.push(t("hq.otherBook", { site, by: fate.by }));
    else if (fate.kind === "superseded" && fate.tied === true) says.push(t("hq.tied", { by: fate.by }));
    else if (fate.kind === "renamed") says.push(t("hq.renamed", { site, to: fate.to }));
    if (fate.kind === "kept" && fate.older !== undefined) says.push(t("hq.stale", { site }));
    if ((fate.kind === "kept" || fate.kind === "merged") && fate.alike !== undefined)
      says.push(t("hq.alike", { site, others: fate.alike.join("、") }));
    if (ahead !== undefined) says.push(t("hq.ahead", { day: ahead.slice(0, 10) }));
    return says.map((each) => ({ file, says: each }));
  });
  return (
    <>
      <div className={styles.tiles}>
        {tiles.map(([name, n, alarming]) => (
          <span key={name} className={styles.tile}>
            <span className={alarming && n > 0 ? `${styles.figure} ${styles.red}` : styles.figure}>
              {plain.format(n)}
            </span>
            <span className={styles.small}>{name}</span>
          </span>
        ))}
      </div>
      {toLookAt.map(({ file, says }) => (
        <MessageBar key={`${file} ${says}`} intent="warning" layout="multiline">
          <MessageBarBody>
            <span className={styles.name}>{file}</span> {says}
          </MessageBarBody>
        </MessageBar>
      ))}
      {tooLong(facts).map(({ register, rows: many }) => (
        <MessageBar key={register} intent="error" layout="multiline">
          <MessageBarBody>
            {t("hq.tooLong", { register: formOf(register).title, rows: plain.format(many) })}
          </MessageBarBody>
        </MessageBar>
      ))}
      {sites.length === 0 ? (
        <Empty icon={<BuildingMultipleRegular />} title={t("hq.empty")}>
          <span>{t("hq.emptyBody")}</span>
        </Empty>
      ) : (
        <section className={styles.says} aria-label={t("hq.says")}>
          <h3 className={styles.heading}>{t("hq.says")}</h3>
          <ol className={styles.sentences} lang="zh-CN">
            {summary.sentences.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </section>
      )}
      <Lines title={t("hq.refusedTitle")} lines={lines.refused} />
      <Lines title={t("hq.keptTitle")} lines={lines.kept} />
      <Lines title={t("hq.acrossTitle")} lines={lines.across} />
      <Lines title={t("hq.lacksTitle")} lines={lines.lacking} />
      <Lines title={t("hq.supersededTitle")} lines={lines.superseded} />
      {sites.length === 0
        ? null
        : summary.tables.map((table) => <ReportTable key={table.key} table={table} />)}
    </>
  );
};
