/** 汇总: workbooks of many sites into one, read on this machine (R19). */
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type HqFacts, tooLong } from "../../workbook/plan/hq-book";
import type { HqState } from "../../workbook/plan/hq-state";
import { schemaVersion } from "../../workbook/plan/ledger-sheet";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { saveFile } from "../shell/save-file";
import { asRefusal, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { ChooseStep } from "./choose-step";
import { type Gathering, startGathering, type Step, type Tell } from "./gather";
import type { FoundFiles } from "./dropped-files";
import type { ShareReading } from "./read-shares";
import { PassedOver, Result } from "./result";
import { growingSheets, type Merge, mergedFile } from "./write-merged";

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

/** What a former result in the workbook is to this one. */
interface Former {
  readonly sites: number;
  /** Why its rows cannot stand beside this one's. */
  readonly misfit: "misfitMask" | "misfitKeyed" | "misfitNewer" | undefined;
}

const misfitOf = ({ program, phones, masked }: HqState, mask: boolean): Former["misfit"] =>
  program > schemaVersion
    ? "misfitNewer"
    : phones === "keyed"
      ? "misfitKeyed"
      : masked === mask
        ? undefined
        : "misfitMask";

interface Working {
  readonly step: Step;
  readonly refused: number;
  readonly writes: boolean;
  readonly stopping: boolean;
}

const doing = "写入汇总";

const mostNamed = 5;

/** The run was stopped, and nothing else went wrong on the way out: what was begun may have refused to go. */
const isStop = (fault: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (fault === signal.reason || (fault instanceof Error && fault.name === "AbortError"));

const begin: Step = { act: "begin", n: 1, of: 1, file: "" };

export const HqPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { standing } = useStanding();
  const toast = useToasts();
  const [mask, setMask] = useState(false);
  const [note, setNote] = useState("");
  const [working, setWorking] = useState<Working | undefined>();
  const [facts, setFacts] = useState<HqFacts | undefined>();
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const [asking, setAsking] = useState(false);
  /** Sites of the former result that the new one would not have. */
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const [former, setFormer] = useState<Former | undefined>();
  const [keeping, setKeeping] = useState(true);
  const gathering = useRef<Gathering | undefined>(undefined);
  /** All files are read as of one day. */
  const asOf = useRef(services.today());
  const stop = useRef<AbortController | undefined>(undefined);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      stop.current?.abort();
    };
  }, []);

  /** @returns whether it came to its end. */
  const work = async (
    over: Gathering,
    writes: boolean,
    task: (reading: ShareReading, tell: Tell, signal: AbortSignal) => Promise<void>,
    stopped: string,
  ): Promise<boolean> => {
    const aborting = new AbortController();
    const { signal } = aborting;
    stop.current = aborting;
    setRefusal(undefined);
    setNote("");
    const tell: Tell = (step) =>
      setWorking({ step, refused: over.refused(), writes, stopping: signal.aborted });
    tell(begin);
    const reading = services.readShares({ today: asOf.current, mask, signal });
    try {
      await task(reading, tell, signal);
      return true;
    } catch (fault) {
      if (isStop(fault, signal)) setNote(stopped);
      else setRefusal(asRefusal(fault, writes ? doing : "汇总"));
      return false;
    } finally {
      reading.close();
      setWorking(undefined);
    }
  };

  /** Beside the files, what stands in the workbook now. */
  const settle = async (
    into: Gathering,
    keep: boolean,
    reading: ShareReading,
    tell: Tell,
    signal: AbortSignal,
  ): Promise<void> => {
    const found = await services.formerResult();
    const misfit = found && misfitOf(found.state, mask);
    into.keep(found, keep && misfit === undefined, asOf.current);
    await into.carry(reading, tell, signal);
    await into.compare(reading, tell);
    setFormer(found && { sites: found.state.sites.length, misfit });
  };

  const keep = async (on: boolean): Promise<void> => {
    const own = gathering.current;
    if (own === undefined) return;
    setLeaving([]);
    const done = await work(
      own,
      false,
      (reading, tell, signal) => settle(own, on, reading, tell, signal),
      t("hq.stopped"),
    );
    if (done) setKeeping(on);
    setFacts(own.facts());
  };

  const read = async ({ files, passedOver: others }: FoundFiles): Promise<void> => {
    setPassedOver((before) => [...new Set([...before, ...others])]);
    setLeaving([]);
    if (files.length === 0) {
      setNote(t("hq.nothing"));
      return;
    }
    if (gathering.current === undefined) asOf.current = services.today();
    const into = gathering.current ?? startGathering(mask);
    const done = await work(
      into,
      false,
      async (reading, tell, signal) => {
        await into.read(files, reading, tell);
        await settle(into, keeping, reading, tell, signal);
      },
      t("hq.stopped"),
    );
    // What was gathered of a stopped run does not count.
    gathering.current = done ? into : undefined;
    setFacts(done ? into.facts() : undefined);
    setAdding(false);
  };

  const startOver = (): void => {
    gathering.current = undefined;
    setFacts(undefined);
    setLeaving([]);
    setPassedOver([]);
    setFormer(undefined);
    setKeeping(true);
    setAdding(false);
    setRefusal(undefined);
    setNote("");
  };

  /** Some files may be lost on the way: said, and seen in the result. */
  const put = async (
    task: (merge: Merge, signal: AbortSignal) => Promise<void>,
    stopped: string,
    writes: boolean,
  ): Promise<boolean> => {
    const own = gathering.current;
    if (own === undefined) return false;
    const before = own.refused();
    const done = await work(
      own,
      writes,
      (reading, tell, signal) => task({ gathering: own, reading, today: asOf.current, tell }, signal),
      stopped,
    );
    setFacts(own.facts());
    const lost = own.refused() - before;
    if (done && lost > 0) setNote(t("hq.lost", { n: lost }));
    return done;
  };

  const sitesLeaving = async (): Promise<readonly string[]> => {
    const coming = new Set(facts?.sites.map(({ site }) => site));
    return (await services.mergedSites()).filter((site) => !coming.has(site));
  };

  /** What is asked of Excel takes a while: nothing else begins meanwhile. */
  const ask = async (): Promise<void> => {
    setRefusal(undefined);
    setAsking(true);
    try {
      // Who does not want the former sites has said so.
      const found = former === undefined || keeping ? await sitesLeaving() : [];
      if (!here.current) return;
      setLeaving(found);
      if (found.length === 0) await write();
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setAsking(false);
    }
  };

  const write = async (): Promise<void> => {
    setLeaving([]);
    const done = await put(
      async (merge, signal) => {
        await settle(merge.gathering, keeping, merge.reading, merge.tell, signal);
        await services.addGrowingSheets(growingSheets(merge), doing, signal);
      },
      t("hq.stoppedWriting"),
      true,
    );
    if (done) toast({ title: t("hq.written"), body: t("hq.writtenBody") });
  };

  const save = async (): Promise<void> => {
    const file = t("hq.file", { day: asOf.current });
    const done = await put(
      async (merge) => saveFile(await merge.reading.write(await mergedFile(merge)), file),
      t("hq.stoppedSaving"),
      false,
    );
    if (done) toast({ title: t("hq.saved", { file }), body: t("hq.savedBody") });
  };

  const title = <h2 className={styles.title}>{t("pages.hq")}</h2>;
  const notice = refusal ? <RefusalBar refusal={refusal} retry={() => setRefusal(undefined)} /> : undefined;
  const said =
    note === "" ? null : (
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>{note}</MessageBarBody>
      </MessageBar>
    );

  if (working !== undefined) {
    const { step, refused, writes, stopping } = working;
    const { act, n, of, file } = step;
    const halt = (): void => {
      stop.current?.abort();
      setWorking({ ...working, stopping: true });
    };
    return (
      <PageFrame
        label={t("pages.hq")}
        onCancel={halt}
        bar={
          <Button disabledFocusable={stopping} onClick={halt}>
            {t("hq.stop")}
          </Button>
        }
      >
        {title}
        <div className={styles.progress} role="status">
          <span>{stopping ? t("hq.stopping") : t(`hq.${act}`, { n, of })}</span>
          <ProgressBar
            {...(act !== "close" && act !== "begin" && { value: n - 1, max: of })}
            thickness="large"
          />
          <span className={`${styles.small} ${styles.file}`}>{file}</span>
          {refused > 0 && !writes ? (
            <span className={styles.small}>{t("hq.refusedSoFar", { n: refused })}</span>
          ) : null}
          {writes ? <span className={styles.small}>{t("hq.stopHint")}</span> : null}
        </div>
      </PageFrame>
    );
  }

  const back = (): void => (adding ? setAdding(false) : go("home"));
  if (facts === undefined || adding)
    return (
      <PageFrame
        label={t("pages.hq")}
        notice={notice}
        onCancel={back}
        bar={<Button onClick={back}>{t("hq.back")}</Button>}
      >
        {title}
        <p className={styles.quiet}>{t("hq.intro")}</p>
        {said}
        <ChooseStep
          mask={mask}
          {...(facts === undefined && { onMask: setMask })}
          onFiles={(found) => void read(found)}
        />
        <PassedOver names={passedOver} />
      </PageFrame>
    );

  const named = leaving.slice(0, mostNamed).join("、");
  const warning =
    leaving.length === 0 ? null : (
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          {t("hq.leaving", {
            n: leaving.length,
            names: leaving.length > mostNamed ? t("hq.leavingMore", { names: named }) : named,
          })}{" "}
          {t("hq.leavingHint")}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => setAdding(true)}>
            {t("hq.add")}
          </Button>
          <Button size="small" onClick={() => void write()}>
            {t("hq.writeAnyway")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  const isOurs = standing.state === "ours";
  const off = asking || facts.sites.length === 0 || tooLong(facts).length > 0;
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
            {t("hq.save")}
          </Button>
          {isOurs ? null : (
            <Button
              className={styles.half}
              appearance="primary"
              disabledFocusable={off}
              onClick={() => void ask()}
            >
              {t("hq.write")}
            </Button>
          )}
        </>
      }
    >
      {title}
      {said}
      {warning}
      {former === undefined ? null : former.misfit !== undefined ? (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>{t(`hq.${former.misfit}`)}</MessageBarBody>
        </MessageBar>
      ) : (
        <div>
          <Checkbox
            checked={keeping}
            disabled={asking}
            onChange={(_, { checked }) => void keep(checked === true)}
            label={t("hq.keep")}
          />
          <p className={styles.small}>{t("hq.keepHint", { n: former.sites })}</p>
        </div>
      )}
      {isOurs ? <p className={styles.small}>{t("hq.ours")}</p> : null}
      <Result facts={facts} today={asOf.current} />
      <PassedOver names={passedOver} />
      <Button appearance="outline" onClick={() => setAdding(true)}>
        {t("hq.add")}
      </Button>
      <Button appearance="subtle" onClick={startOver}>
        {t("hq.again")}
      </Button>
    </PageFrame>
  );
};
