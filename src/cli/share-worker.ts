/** A worker of the reading pool: a file in, its share out. It dies alone. */
import { parentPort, workerData } from "node:worker_threads";
import { fileReader } from "./share-file";
import { movedWith, packShare } from "./packed-share";
import type { WorkbookFile, WorkerSettings } from "./share-job";

const settings = workerData as WorkerSettings;
const read = fileReader(settings);

parentPort?.on("message", (file: WorkbookFile) => {
  void read(file).then((outcome) => {
    if (outcome.kind !== "share" || settings.packed !== true) {
      parentPort?.postMessage(outcome);
      return;
    }
    const packed = packShare(outcome.share);
    parentPort?.postMessage(packed, movedWith(packed));
  });
});
