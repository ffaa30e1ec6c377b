/** The pane inside Excel. */
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { nearest, startWords } from "./i18n/i18n";
import { officeServices } from "./office-services";
import { recall } from "./shell/remembered";

const start = async (): Promise<void> => {
  await Office.onReady();
  const root = document.getElementById("anchang");
  if (!root) throw new Error("taskpane.html has no #anchang");
  const language = recall("language") || Office.context.displayLanguage || "zh-CN";
  createRoot(root).render(<App services={officeServices()} words={startWords(nearest(language))} />);
};

void start();
