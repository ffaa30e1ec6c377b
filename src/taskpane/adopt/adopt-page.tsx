/** 收编: takes in an old visitor register, from a file or another sheet; nothing is dropped in silence. */
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircle48Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { visitors } from "../../domain/forms/visitors";
import { adopt, adoptWantsOf } from "../../domain/register/adopt";
import type { Adoption } from "../../domain/register/adoption";
import { matchOldHeaders } from "../../domain/register/like-headers";
import type { ColumnUse, OldRegister } from "../../domain/register/old-cells";
import type { OldSheet } from "../../domain/register/old-sheet";
import { oldSheetIn } from "../../domain/register/old-sheet";
import type { SiteBook } from "../../domain/register/site";
import type { WorkbookRefused } from "../../workbook/port";
import { captionOf } from "../i18n/captions";
import { tongueOf } from "../i18n/i18n";
import { useServices } from "../services";
import { copyText } from "../shell/copy";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { asRefusal, useMe, useSite, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { FateList } from "./fate-list";
import { FileRefused, type Grid } from "./grid";
import { asCsv, asPaste, isRejected } from "./left-rows";
import { type Matching, MatchStep } from "./match-step";
import { SourceStep } from "./source-step";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    margin: "8px 0 0",
  },
  intro: { color: tokens.colorNeutralForeground3, margin: 0 },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  progress: { flex: 1, display: "grid", gap: "4px", fontSize: tokens.fontSizeBase200 },
  buttons: { display: "grid", gap: "8px" },
  group: { display: "grid", gap: "4px" },
});

const doing = "收编";

type Where =
  | { readonly step: "source" }
  | { readonly step: "match" }
  | { readonly step: "preview"; readonly book: SiteBook }
  | { readonly step: "done"; readonly adoption: Adoption };

/** The header row we know; else the first row with two cells, to be matched by hand. */
const sheetIn = (grid: Grid): OldSheet | undefined => {
  const known = oldSheetIn(grid);
  if (known) return known;
  const at = grid.rows.findIndex((row) => row.filter((cell) => cell !== null && cell !== "").length >= 2);
  const headers = grid.rows[at];
  if (headers === undefined) return undefined;
  return {
    headers,
    matches: matchOldHeaders("visitors", headers),
    rows: grid.rows
      .slice(at + 1)
      .map((cells, index) => ({ row: grid.firstRow + at + 1 + index, cells, original: cells })),
    headerRow: grid.firstRow + at,
  };
};

const known = (grid: Grid): number =>
  oldSheetIn(grid)?.matches.filter(({ key }) => key !== undefined).length ?? 0;

/** "来访登记 2023年": the year of days written without one. */
const yearIn = (grid: Grid, sheet: OldSheet, name: string): number | undefined => {
  const above = grid.rows
    .slice(0, Math.max(0, sheet.headerRow - grid.firstRow))
    .flat()
    .join(" ");
  const found = /(?:19|20)\d{2}/u.exec(`${above} ${grid.sheet} ${name}`);
  return found ? Number(found[0]) : undefined;
};

const required = ["visitDate", "name"] as const;

export const AdoptPage = () => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const { written } = useStanding();
  const [who] = useMe();
  const [where, setWhere] = useState<Where>({ step: "source" });
  const [reading, setReading] = useState<string | undefined>();
  const [fault, setFault] = useState<{ readonly title: string; readonly body: string } | undefined>();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const [source, setSource] = useState("");
  const [grids, setGrids] = useState<readonly Grid[]>([]);
  const [chosen, setChosen] = useState(0);
  const [matching, setMatching] = useState<Matching>([]);
  const [consultant, setConsultant] = useState(who);
  const [withNewcomers, setWithNewcomers] = useState(true);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | undefined>();
  const [byHand, setByHand] = useState<string | undefined>();

  const grid = grids[chosen];
  const sheet = useMemo(() => (grid ? sheetIn(grid) : undefined), [grid]);

  const look = (found: readonly Grid[], name: string) => {
    const best = found.reduce((at, each, index) => (known(each) > known(found[at] ?? each) ? index : at), 0);
    setGrids(found);
    setSource(name);
    pick(found, best);
    setWhere({ step: "match" });
  };
  const pick = (from: readonly Grid[], at: number) => {
    const next = from[at];
    setChosen(at);
    setMatching((next ? sheetIn(next) : undefined)?.matches.map(({ key }) => key) ?? []);
  };

  const readFile = async (file: File) => {
    setFault(undefined);
    setReading(file.name);
    try {
      look(await services.readFile(file), file.name);
    } catch (error) {
      setFault({
        title: t("adopt.fileRefused", { file: file.name }),
        body: error instanceof FileRefused ? error.why : t("adopt.fileRemedy"),
      });
    } finally {
      setReading(undefined);
    }
  };
  const readSheet = async (name: string) => {
    setFault(undefined);
    setReading(name);
    try {
      look([await services.readSheet(name)], name);
    } catch (error) {
      setRefusal(asRefusal(error, doing));
    } finally {
      setReading(undefined);
    }
  };

  const about = useMemo(() => {
    const year = grid && sheet ? yearIn(grid, sheet, source) : undefined;
    return {
      today: services.today(),
      ...(year === undefined ? {} : { year }),
      ...(consultant === "" ? {} : { consultant }),
    };
  }, [grid, sheet, source, services, consultant]);
  const old = useMemo(
    (): OldRegister | undefined =>
      sheet && {
        form: "visitors",
        headers: sheet.headers,
        rows: sheet.rows,
        setAside: [],
        mapping: matching.map((key): ColumnUse =>
          key === undefined ? { use: "leave" } : { use: "blank", key },
        ),
      },
    [sheet, matching],
  );
  const preview = useMemo(
    () => (where.step === "preview" && old ? adopt(where.book, old, about) : undefined),
    [where, old, about],
  );

  const toPreview = async () => {
    setRefusal(undefined);
    setReading(source);
    try {
      const book = await services.workbook.read(adoptWantsOf("visitors"), doing);
      setWhere({ step: "preview", book });
    } catch (error) {
      setRefusal(asRefusal(error, doing));
    } finally {
      setReading(undefined);
    }
  };

  const run = async () => {
    if (!old || progress) return;
    setRefusal(undefined);
    setProgress({ done: 0, total: 1 });
    try {
      // What was previewed is decided anew: colleagues go on registering meanwhile.
      const basis = await services.workbook.read(adoptWantsOf("visitors"), doing);
      const adoption = adopt(basis, old, about);
      const newcomers = withNewcomers ? adoption.newConsultants.map(({ change }) => change) : [];
      await services.change([...newcomers, ...adoption.changes], doing, {
        progress: (done, total) => setProgress({ done, total }),
        basis,
      });
      written();
      setWhere({ step: "done", adoption });
    } catch (error) {
      setRefusal(asRefusal(error, doing));
    } finally {
      setProgress(undefined);
    }
  };

  const startOver = () => {
    setGrids([]);
    setByHand(undefined);
    setRefusal(undefined);
    setWhere({ step: "source" });
  };

  const title = <h2 className={styles.title}>{t("pages.adopt")}</h2>;
  const refused = (retry: () => void) => (refusal ? <RefusalBar refusal={refusal} retry={retry} /> : null);

  if (where.step === "source")
    return (
      <PageFrame label={t("pages.adopt")} onCancel={() => go("today")}>
        {title}
        <p className={styles.intro}>{t("adopt.intro")}</p>
        {refused(() => setRefusal(undefined))}
        {fault ? (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>
              <MessageBarTitle>{fault.title}</MessageBarTitle>
              <br />
              {fault.body}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <SourceStep
          reading={reading}
          onFile={(file) => void readFile(file)}
          onSheet={(name) => void readSheet(name)}
        />
      </PageFrame>
    );

  if (where.step === "match") {
    const missing = required.filter((key) => !matching.includes(key));
    const noPhone = !matching.includes("mobile") && !matching.includes("phone");
    const lacks = [...missing, ...(noPhone ? (["mobile"] as const) : [])].map((key) =>
      captionOf(i18n.language, "visitors", key, visitors.fields[key].caption),
    );
    return (
      <PageFrame
        label={t("adopt.match")}
        notice={refused(() => void toPreview())}
        onSubmit={() => {
          if (sheet && lacks.length === 0 && sheet.rows.length > 0) void toPreview();
        }}
        onCancel={startOver}
        bar={
          <>
            <Button onClick={startOver}>{t("adopt.back")}</Button>
            <span style={{ flex: 1 }} />
            <Button
              appearance="primary"
              type="submit"
              disabledFocusable={
                !sheet || lacks.length > 0 || sheet.rows.length === 0 || reading !== undefined
              }
            >
              {reading === undefined ? t("adopt.preview") : t("shell.reading")}
            </Button>
          </>
        }
      >
        <div className={styles.line}>
          {title}
          <span className={styles.small}>{t("adopt.rows", { n: sheet?.rows.length ?? 0 })}</span>
        </div>
        {grids.length > 1 ? (
          <Select
            size="small"
            aria-label={t("adopt.sheet")}
            value={String(chosen)}
            onChange={(_, data) => pick(grids, Number(data.value))}
          >
            {grids.map((each, at) => (
              <option key={each.sheet} value={String(at)}>
                {each.sheet}
              </option>
            ))}
          </Select>
        ) : null}
        {sheet === undefined || (grid !== undefined && known(grid) === 0) ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {sheet === undefined ? t("adopt.noRows") : t("adopt.notRegister")}
            </MessageBarBody>
          </MessageBar>
        ) : (
          <p className={styles.small}>{t("adopt.matchHint")}</p>
        )}
        {lacks.length > 0 && sheet ? (
          <MessageBar intent="warning" layout="multiline" politeness="polite">
            <MessageBarBody>{t("adopt.missing", { captions: lacks.join("、") })}</MessageBarBody>
          </MessageBar>
        ) : null}
        {sheet ? (
          <MatchStep
            sheet={sheet}
            matching={matching}
            onMatch={(column, key) =>
              setMatching(matching.map((before, at) => (at === column ? key : before)))
            }
          />
        ) : null}
        <div className={styles.group}>
          <label className={styles.small} htmlFor="adopt-consultant">
            {t("adopt.consultant")}
          </label>
          <Select
            id="adopt-consultant"
            size="small"
            value={consultant}
            onChange={(_, data) => setConsultant(data.value)}
          >
            <option value="">{t("adopt.noConsultant")}</option>
            {site.consultants.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      </PageFrame>
    );
  }

  if (where.step === "preview" && preview) {
    const rows = preview.fates.filter((fate) => fate.kind !== "rejected").length;
    return (
      <PageFrame
        label={t("adopt.preview")}
        notice={refused(() => void run())}
        onSubmit={() => {
          if (rows > 0) void run();
        }}
        onCancel={() => setWhere({ step: "match" })}
        bar={
          progress ? (
            <div className={styles.progress} role="status">
              {t("adopt.running", progress)}
              <ProgressBar
                {...(progress.done === 0 ? {} : { value: progress.done, max: progress.total })}
                thickness="large"
              />
            </div>
          ) : (
            <>
              <Button onClick={() => setWhere({ step: "match" })}>{t("adopt.back")}</Button>
              <span style={{ flex: 1 }} />
              <Button appearance="primary" type="submit" disabledFocusable={rows === 0}>
                {t("adopt.run", { n: rows })}
              </Button>
            </>
          )
        }
      >
        {title}
        {preview.newConsultants.length > 0 ? (
          <Checkbox
            checked={withNewcomers}
            onChange={(_, data) => setWithNewcomers(data.checked === true)}
            label={t("adopt.newcomers", { names: preview.newConsultants.map(({ name }) => name).join("、") })}
          />
        ) : null}
        <FateList fates={preview.fates} />
        {preview.leftColumns.length > 0 ? (
          <p className={styles.small}>
            {t("adopt.unknownColumns", { captions: preview.leftColumns.join("、") })}
          </p>
        ) : null}
      </PageFrame>
    );
  }

  if (where.step !== "done") return null;
  const { fates } = where.adoption;
  const left = fates.filter(isRejected);
  const count = (kind: "taken" | "joined") => fates.filter((fate) => fate.kind === kind).length;
  const headers = sheet?.headers ?? [];
  const language = tongueOf(i18n.language);
  const copy = async () => {
    const text = asPaste(headers, left, language);
    if (await copyText(text)) toast({ title: t("adopt.copied", { n: left.length }) });
    else setByHand(text);
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([asCsv(headers, left, language)], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${t("adopt.rejected")}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    // Some panes ignore downloads without a word: the text stands below in any case.
    setByHand(asPaste(headers, left, language));
  };
  return (
    <PageFrame
      label={t("adopt.done")}
      bar={
        <>
          <Button onClick={startOver}>{t("adopt.start")}</Button>
          <span style={{ flex: 1 }} />
          <Button appearance="primary" onClick={() => go("today")}>
            {t("new.toToday")}
          </Button>
        </>
      }
    >
      <Empty icon={<CheckmarkCircle48Regular />} title={t("adopt.done")}>
        <span role="status">
          {t("adopt.doneBody", { taken: count("taken"), joined: count("joined"), rejected: left.length })}
        </span>
      </Empty>
      {left.length > 0 ? (
        <div className={styles.buttons}>
          <Button onClick={() => void copy()}>{t("adopt.copy")}</Button>
          <Button onClick={download}>{t("adopt.download")}</Button>
          {byHand === undefined ? null : (
            <div className={styles.group}>
              <label className={styles.small} htmlFor="adopt-by-hand">
                {t("adopt.byHand")}
              </label>
              <Textarea
                id="adopt-by-hand"
                size="small"
                textarea={{ rows: 6, readOnly: true, onFocus: (event) => event.target.select() }}
                value={byHand}
              />
            </div>
          )}
        </div>
      ) : null}
      <FateList fates={fates} />
    </PageFrame>
  );
};
