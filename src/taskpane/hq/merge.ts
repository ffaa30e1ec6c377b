/** A merge on the page: what is gathered so far, what stands in the workbook, and what becomes of both. */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { HqFacts } from "../../workbook/plan/hq-book";
import { useServices } from "../services";
import { saveFile } from "../shell/save-file";
import { asRefusal } from "../shell/site";
import { useToasts } from "../shell/toasts";
import type { FoundFiles } from "./dropped-files";
import { type Former, formerOf } from "./former";
import { type Gathering, startGathering, type Tell } from "./gather";
import type { ShareReading } from "./read-shares";
import type { Run } from "./run";
import { growingSheets, type Merge, mergedFile } from "./write-merged";

const doing = "写入汇总";

export interface PageMerge {
  readonly mask: boolean;
  readonly setMask: (on: boolean) => void;
  /** Of the files that are read and the sites that are kept; nothing before there are any. */
  readonly facts: HqFacts | undefined;
  /** All files are read as of one day. */
  readonly today: CalendarDay;
  readonly passedOver: readonly string[];
  readonly former: Former | undefined;
  readonly keeping: boolean;
  /** Sites of the former result that the new one would not have. */
  readonly leaving: readonly string[];
  /** Excel is being asked: nothing else begins meanwhile. */
  readonly asking: boolean;
  /** More files are wanted. */
  readonly adding: boolean;
  readonly setAdding: (on: boolean) => void;
  readonly keep: (on: boolean) => Promise<void>;
  readonly read: (found: FoundFiles) => Promise<void>;
  readonly startOver: () => void;
  /** Writes, unless sites would go. */
  readonly ask: () => Promise<void>;
  readonly write: () => Promise<void>;
  readonly save: () => Promise<void>;
}

export const useMerge = (run: Run): PageMerge => {
  const { t } = useTranslation();
  const services = useServices();
  const toast = useToasts();
  const [mask, setMask] = useState(false);
  const [facts, setFacts] = useState<HqFacts | undefined>();
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const [former, setFormer] = useState<Former | undefined>();
  const [keeping, setKeeping] = useState(true);
  const gathering = useRef<Gathering | undefined>(undefined);
  const asOf = useRef(services.today());

  const work = (
    over: Gathering,
    writes: boolean,
    task: (reading: ShareReading, tell: Tell) => Promise<void>,
    stopped: string,
  ): Promise<boolean> =>
    run.start({
      refused: over.refused,
      writes,
      doing: writes ? doing : "汇总",
      stopped,
      reads: (signal) => services.readShares({ today: asOf.current, mask, signal }),
      work: task,
    });

  /** Beside the files, what stands in the workbook now. */
  const settle = async (into: Gathering, stay: boolean, reading: ShareReading, tell: Tell): Promise<void> => {
    const found = await services.formerResult();
    const own = found && formerOf(found.state, mask);
    into.keep(found, stay && own?.misfit === undefined, asOf.current);
    await into.carry(reading, tell);
    await into.compare(reading, tell);
    setFormer(own);
  };

  const keep = async (on: boolean): Promise<void> => {
    const own = gathering.current;
    if (own === undefined) return;
    setLeaving([]);
    const done = await work(own, false, (reading, tell) => settle(own, on, reading, tell), t("hq.stopped"));
    if (done) setKeeping(on);
    setFacts(own.facts());
  };

  const read = async ({ files, passedOver: others }: FoundFiles): Promise<void> => {
    setPassedOver((before) => [...new Set([...before, ...others])]);
    setLeaving([]);
    if (files.length === 0) {
      run.setNote(t("hq.nothing"));
      return;
    }
    if (gathering.current === undefined) asOf.current = services.today();
    const into = gathering.current ?? startGathering(mask);
    const done = await work(
      into,
      false,
      async (reading, tell) => {
        await into.read(files, reading, tell);
        await settle(into, keeping, reading, tell);
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
    run.refuse(undefined);
    run.setNote("");
  };

  /** Some files may be lost on the way: said, and seen in the result. */
  const put = async (
    task: (merge: Merge) => Promise<void>,
    stopped: string,
    writes: boolean,
  ): Promise<boolean> => {
    const own = gathering.current;
    if (own === undefined) return false;
    const before = own.refused();
    const done = await work(
      own,
      writes,
      (reading, tell) => task({ gathering: own, reading, today: asOf.current, tell }),
      stopped,
    );
    setFacts(own.facts());
    const lost = own.refused() - before;
    if (done && lost > 0) run.setNote(t("hq.lost", { n: lost }));
    return done;
  };

  const write = async (): Promise<void> => {
    setLeaving([]);
    const done = await put(
      async (merge) => {
        await settle(merge.gathering, keeping, merge.reading, merge.tell);
        await services.addGrowingSheets(growingSheets(merge), doing, merge.reading.signal);
      },
      t("hq.stoppedWriting"),
      true,
    );
    if (done) toast({ title: t("hq.written"), body: t("hq.writtenBody") });
  };

  const sitesLeaving = async (): Promise<readonly string[]> => {
    const renamed = facts?.files.flatMap(({ fate, site = "" }) => (fate.kind === "renamed" ? [site] : []));
    const coming = new Set([...(facts?.sites.map(({ site }) => site) ?? []), ...(renamed ?? [])]);
    return (await services.mergedSites()).filter((site) => !coming.has(site));
  };

  const ask = async (): Promise<void> => {
    run.refuse(undefined);
    setAsking(true);
    try {
      // Who does not want the former sites has said so.
      const found = former === undefined || keeping ? await sitesLeaving() : [];
      if (!run.isHere()) return;
      setLeaving(found);
      if (found.length === 0) await write();
    } catch (fault) {
      run.refuse(asRefusal(fault, doing));
    } finally {
      setAsking(false);
    }
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

  return {
    ...{ mask, setMask, facts, today: asOf.current, passedOver, former, keeping, leaving, asking },
    ...{ adding, setAdding, keep, read, startOver, ask, write, save },
  };
};
