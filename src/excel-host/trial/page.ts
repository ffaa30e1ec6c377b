import { createUniverCalculator } from "../calculator-univer";
import { connect } from "../interpreter/client";
import { createModel } from "../model/create";
import { openWebFrame } from "../transports/web-frame";

const model = createModel({ calculator: createUniverCalculator() });
const client = connect(model);
const parent = document.getElementById("trial");
if (parent)
  openWebFrame({
    client,
    parent,
    page: "/taskpane.html#/",
    displayLanguage: "zh-CN",
    documentUrl: "https://localhost/案场簿.xlsx",
    requirementSets: { ExcelApi: "1.15" },
    title: "案场簿",
  });
Object.assign(window, { model });
