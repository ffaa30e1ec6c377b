/** A worker of the reading pool: a file in, its share out. It dies alone. */
import { parentPort, workerData } from "node:worker_threads";
import { fileReader } from "./share-file";
import type { WorkbookFile, WorkerSettings } from "./share-job";

const read = fileReader(workerData as WorkerSettings);

parentPort?.on("message", (file: WorkbookFile) => {
  void read(file).then((outcome) => parentPort?.postMessage(outcome));
});
