/** 汇总: workbooks of many sites into one, read on this machine (R19). */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { hqBook, hqSheets, tooLong } from "../../workbook/plan/hq-book";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { saveFile } from "../shell/save-file";
import { asRefusal, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { ChooseStep } from "./choose-step";
import { type Gathered, type Gathering, startGathering } from "./gather";
import type { FoundFiles } from "./dropped-files";
import { PassedOver, Result } from "./result";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    margin: "8px 0 0",
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  progress: { display: "grid", gap: "6px", padding: "24px 0" },
  file: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  /** Both fit side by side at 320 px, in English too. */
  half: { flex: "1 1 0", minWidth: 0, paddingInline: "4px" },
});

interface Reading {
  readonly done: number;
  readonly total: number;
  readonly file: string;
  readonly refused: number;
}

const doing = "写入汇总";

export const HqPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { standing } = useStanding();
  const toast = useToasts();
  const [mask, setMask] = useState(false);
  const [note, setNote] = useState("");
  const [reading, setReading] = useState<Reading | undefined>();
  const [gathered, setGathered] = useState<Gathered | undefined>();
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [busy, setBusy] = useState<
    { readonly done: number; readonly total: number } | "saving" | undefined
  >();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const gathering = useRef<Gathering | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  const today = services.today();
  useEffect(() => () => stop.current?.abort(), []);

  const read = async ({ files, passedOver: others }: FoundFiles): Promise<void> => {
    setPassedOver((before) => [...new Set([...before, ...others])]);
    setNote(files.length === 0 ? t("hq.nothing") : "");
    if (files.length === 0) return;
    const into = gathering.current ?? startGathering();
    const aborting = new AbortController();
    stop.current = aborting;
    let done = 0;
    let refused = 0;
    const tell = (): void =>
      setReading({ done, total: files.length, file: files[done]?.name ?? "", refused });
    tell();
    try {
      await services.readShares(files, { today, mask, signal: aborting.signal }, (one) => {
        into.take(one);
        done++;
        if (one.outcome.kind === "refused") refused++;
        tell();
      });
      gathering.current = into;
      setGathered(into.done());
      setAdding(false);
    } catch (fault) {
      // What was gathered of a stopped run does not count.
      if (gathering.current === into) gathering.current = undefined;
      setGathered(undefined);
      if (aborting.signal.aborted) setNote(t("hq.stopped"));
      else setRefusal(asRefusal(fault, "汇总"));
    } finally {
      setReading(undefined);
    }
  };

  const startOver = (): void => {
    gathering.current = undefined;
    setGathered(undefined);
    setPassedOver([]);
    setAdding(false);
    setRefusal(undefined);
    setNote("");
  };

  const write = async (): Promise<void> => {
    if (gathered === undefined) return;
    setRefusal(undefined);
    setBusy({ done: 0, total: 1 });
    try {
      const sheets = hqSheets(gathered.merged, gathered.files, today);
      await services.addSheets(sheets, doing, (done, total) => setBusy({ done, total }));
      toast({ title: t("hq.written"), body: t("hq.writtenBody") });
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setBusy(undefined);
    }
  };

  const save = async (): Promise<void> => {
    if (gathered === undefined) return;
    setRefusal(undefined);
    setBusy("saving");
    try {
      const file = t("hq.file", { day: today });
      saveFile(await services.writeFile(hqBook(gathered.merged, gathered.files, today)), file);
      toast({ title: t("hq.saved", { file }), body: t("hq.savedBody") });
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setBusy(undefined);
    }
  };

  const title = <h2 className={styles.title}>{t("pages.hq")}</h2>;
  const notice = refusal ? <RefusalBar refusal={refusal} retry={() => setRefusal(undefined)} /> : undefined;

  if (reading !== undefined)
    return (
      <PageFrame
        label={t("pages.hq")}
        onCancel={() => stop.current?.abort()}
        bar={<Button onClick={() => stop.current?.abort()}>{t("hq.stop")}</Button>}
      >
        {title}
        <div className={styles.progress} role="status">
          <span>{t("hq.reading", { n: Math.min(reading.done + 1, reading.total), of: reading.total })}</span>
          <ProgressBar value={reading.done} max={reading.total} thickness="large" />
          <span className={`${styles.small} ${styles.file}`}>{reading.file}</span>
          {reading.refused > 0 ? (
            <span className={styles.small}>{t("hq.refusedSoFar", { n: reading.refused })}</span>
          ) : null}
        </div>
      </PageFrame>
    );

  const back = (): void => (adding ? setAdding(false) : go("home"));
  if (gathered === undefined || adding)
    return (
      <PageFrame
        label={t("pages.hq")}
        notice={notice}
        onCancel={back}
        bar={<Button onClick={back}>{t("hq.back")}</Button>}
      >
        {title}
        <p className={styles.quiet}>{t("hq.intro")}</p>
        {note === "" ? null : (
          <MessageBar intent="warning" layout="multiline" politeness="polite">
            <MessageBarBody>{note}</MessageBarBody>
          </MessageBar>
        )}
        <ChooseStep mask={mask} onMask={setMask} onFiles={(found) => void read(found)} />
        <PassedOver names={passedOver} />
      </PageFrame>
    );

  const isOurs = standing.state === "ours";
  const nothing = gathered.merged.sites.length === 0 || tooLong(gathered.merged).length > 0;
  const off = nothing || busy !== undefined;
  return (
    <PageFrame
      label={t("pages.hq")}
      notice={notice}
      onCancel={startOver}
      bar={
        <>
          <Button
            className={styles.half}
            appearance={isOurs ? "primary" : "secondary"}
            disabledFocusable={off}
            onClick={() => void save()}
          >
            {busy === "saving" ? t("hq.saving") : t("hq.save")}
          </Button>
          {isOurs ? null : (
            <Button
              className={styles.half}
              appearance="primary"
              disabledFocusable={off}
              onClick={() => void write()}
            >
              {t("hq.write")}
            </Button>
          )}
        </>
      }
    >
      {title}
      {typeof busy === "object" ? (
        <div role="status">
          <span className={styles.small}>{t("hq.writing", busy)}</span>
          <ProgressBar value={busy.done} max={busy.total} thickness="large" />
        </div>
      ) : null}
      {isOurs ? <p className={styles.small}>{t("hq.ours")}</p> : null}
      <Result gathered={gathered} today={today} />
      <PassedOver names={passedOver} />
      <Button appearance="outline" disabled={busy !== undefined} onClick={() => setAdding(true)}>
        {t("hq.add")}
      </Button>
      <Button appearance="subtle" disabled={busy !== undefined} onClick={startOver}>
        {t("hq.again")}
      </Button>
    </PageFrame>
  );
};
