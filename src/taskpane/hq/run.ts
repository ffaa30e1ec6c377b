/** One run over the files, which can be stopped: where it is, and what went wrong. */
import { useEffect, useRef, useState } from "react";
import type { WorkbookRefused } from "../../workbook/port";
import { asRefusal } from "../shell/site";
import type { Step, Tell } from "./gather";
import type { ShareReading } from "./read-shares";

export interface Working {
  readonly step: Step;
  /** Files that could not be read so far. */
  readonly refused: number;
  readonly writes: boolean;
  readonly stopping: boolean;
}

/** What a run is about. */
export interface Task {
  readonly refused: () => number;
  /** It changes the workbook. */
  readonly writes: boolean;
  /** Of refusals: what was being done. */
  readonly doing: string;
  /** Said where it was stopped. */
  readonly stopped: string;
  readonly reads: (signal: AbortSignal) => ShareReading;
  readonly work: (reading: ShareReading, tell: Tell) => Promise<void>;
}

export interface Run {
  readonly working: Working | undefined;
  readonly refusal: WorkbookRefused | undefined;
  readonly refuse: (refusal: WorkbookRefused | undefined) => void;
  /** What the user is to know of the last run. */
  readonly note: string;
  readonly setNote: (note: string) => void;
  /** @returns whether it came to its end. */
  readonly start: (task: Task) => Promise<boolean>;
  readonly halt: () => void;
  /** The page is still there. */
  readonly isHere: () => boolean;
}

/** The run was stopped, and nothing else went wrong on the way out: what was begun may have refused to go. */
const isStop = (fault: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (fault === signal.reason || (fault instanceof Error && fault.name === "AbortError"));

const begin: Step = { act: "begin", n: 1, of: 1, file: "" };

export const useRun = (): Run => {
  const [working, setWorking] = useState<Working | undefined>();
  const [refusal, refuse] = useState<WorkbookRefused | undefined>();
  const [note, setNote] = useState("");
  const stop = useRef<AbortController | undefined>(undefined);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      stop.current?.abort();
    };
  }, []);

  const start = async ({ refused, writes, doing, stopped, reads, work }: Task): Promise<boolean> => {
    const aborting = new AbortController();
    const { signal } = aborting;
    stop.current = aborting;
    refuse(undefined);
    setNote("");
    const tell: Tell = (step) => setWorking({ step, refused: refused(), writes, stopping: signal.aborted });
    tell(begin);
    const reading = reads(signal);
    try {
      await work(reading, tell);
      return true;
    } catch (fault) {
      if (isStop(fault, signal)) setNote(stopped);
      else refuse(asRefusal(fault, doing));
      return false;
    } finally {
      reading.close();
      setWorking(undefined);
    }
  };
  const halt = (): void => {
    stop.current?.abort();
    setWorking((before) => before && { ...before, stopping: true });
  };
  return { working, refusal, refuse, note, setNote, start, halt, isHere: () => here.current };
};
