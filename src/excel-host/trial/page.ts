import "./page.css";
import { parseArea } from "../../book/address";
import type { Model, Outcome } from "../model/model";
import { createCellHelper } from "./cell-helper";
import { createChartLayer } from "./chart-layer";
import { tell } from "./dialog";
import { button, element } from "./element";
import { createFormulaBar } from "./formula-bar";
import { icon } from "./icons";
import { gridMenu } from "./grid-menu";
import { createHistory } from "./history";
import { listenToKeys } from "./keys";
import { createOpener, startFile } from "./open";
import { createPanes, type Panes } from "./panes";
import { createSheetTabs } from "./sheet-tabs";
import { filledCells } from "./clipboard";
import { saveAs } from "./save";
import { words as allWords, languages, type Language } from "./words";
import type { Grid } from "../view/grid";

/** For tests and for the curious: `trial` in the browser's console. */
export interface Trial {
  readonly model: Model;
  readonly panes: Panes;
  readonly grid: () => Grid | undefined;
}

const stored = (key: string): string | undefined => localStorage.getItem(`anchang-trial-${key}`) ?? undefined;
const store = (key: string, value: string): void => localStorage.setItem(`anchang-trial-${key}`, value);

const run = async (root: HTMLElement): Promise<void> => {
  let language: Language = languages.find((each) => each === stored("language")) ?? "zh-CN";
  const night = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  let theme: "light" | "dark" =
    stored("theme") === "dark" ? "dark" : stored("theme") === "light" ? "light" : night;
  const words = () => allWords[language];

  root.replaceChildren(element("p", { class: "waiting", role: "status" }, words().loading));
  const { createGrid, createModel, createUniverCalculator } = await import("./engine");
  const calculator = createUniverCalculator();
  const model = createModel({ calculator, workbookName: "案场.xlsx" });
  await model.settled();
  const history = createHistory(model);

  const bar = element("header", { class: "title-bar" });
  const ribbon = element("nav", { class: "ribbon" });
  const formulaRow = element("div", { class: "formula-row" });
  const canvas = element("div", { class: "grid-canvas" });
  const gridBox = element("main", { class: "grid", "data-part": "grid" }, canvas);
  const handle = element("div", {
    class: "pane-handle",
    role: "separator",
    "aria-orientation": "vertical",
    tabindex: "0",
  });
  const paneBox = element("aside", { class: "panes" });
  const tabs = element("footer", { class: "tabs" });
  const work = element(
    "div",
    { class: "work" },
    element("div", { class: "sheet" }, formulaRow, gridBox, tabs),
    handle,
    paneBox,
  );
  root.replaceChildren(bar, ribbon, work);

  const report = (outcome: Promise<Outcome>): void =>
    void outcome.then((result) => {
      const alert = result.done ? result.alert : result.refusal;
      if (alert) void tell(words(), alert.title, alert.message);
    });

  const panes = createPanes(paneBox, model, () => ({ language, theme, words: words() }));
  let grid: Grid | undefined;
  const edit = (text: string): void => {
    const { sheet, area } = model.selection();
    report(
      history.edit({ sheet, top: area.top, left: area.left, cells: [[text === "" ? null : text]] }, "typed"),
    );
  };
  const helper = createCellHelper(gridBox, model, calculator, () => grid, words, edit);
  const charts = createChartLayer(gridBox, model, () => grid);
  const formulaBar = createFormulaBar(formulaRow, model, words, edit, (address) => {
    const area = parseArea(address);
    const sheet = address.includes("!")
      ? address.slice(0, address.lastIndexOf("!")).replace(/^'|'$/gu, "")
      : undefined;
    if (area) report(model.userSelects(sheet ?? model.selection().sheet, area));
  });
  const drawTabs = createSheetTabs(tabs, model, words, report);
  const opener = createOpener(root, {
    model,
    words,
    language: () => language,
    opened: () => {
      drawChrome();
      panes.reload();
    },
  });
  const save = async (): Promise<void> => {
    await saveAs(model);
    opener.saved();
  };

  const openGrid = (): void => {
    grid?.dispose();
    grid = undefined;
    grid = createGrid({
      container: canvas,
      model,
      calculator,
      language,
      typed: (sheet, row, column, text) =>
        report(
          history.edit({ sheet, top: row, left: column, cells: [[text === "" ? null : text]] }, "typed"),
        ),
      filled: (sheet, from, to) =>
        report(
          history.edit(
            { sheet, top: to.top, left: to.left, cells: filledCells(model.cells(sheet, from), from, to) },
            "filled",
          ),
        ),
      clicked: (sheet, row, column) => {
        const state = model.workbook.sheets.find((each) => each.name === sheet);
        const link = state?.links.find(({ area }) => area.top === row && area.left === column);
        const area = link?.place === undefined ? undefined : parseArea(link.place);
        if (!link?.place || !area) return;
        report(
          model.userSelects(link.place.slice(0, link.place.lastIndexOf("!")).replace(/^'|'$/gu, ""), area),
        );
      },
      moved: () => {
        helper.place();
        charts.place();
      },
    });
  };

  const ribbonButton = (
    label: string,
    picture: string | SVGElement,
    pressed: () => void,
    tip = label,
  ): HTMLElement =>
    button(
      label,
      pressed,
      { class: "ribbon-button", title: tip },
      typeof picture === "string"
        ? element("img", { src: `/assets/${picture}-32.png`, alt: "", width: "32", height: "32" })
        : picture,
      element("span", {}, label),
    );
  const group = (label: string, ...buttons: readonly HTMLElement[]): HTMLElement =>
    element(
      "section",
      { class: "ribbon-group", "aria-label": label },
      element("div", {}, ...buttons),
      element("h2", {}, label),
    );

  const drawChrome = (): void => {
    const say = words();
    document.documentElement.lang = language;
    document.documentElement.dataset["theme"] = theme;
    document.title = say.title;
    handle.setAttribute("aria-label", say.widen);
    canvas.setAttribute("aria-label", say.grid);
    const languageChoice = element("select", { "aria-label": say.language });
    for (const each of languages)
      languageChoice.append(
        element(
          "option",
          { value: each, selected: each === language },
          each === "zh-CN" ? "中文" : "English",
        ),
      );
    languageChoice.addEventListener("change", () => {
      language = languages.find((each) => each === languageChoice.value) ?? language;
      store("language", language);
      drawChrome();
      openGrid();
      panes.reload();
    });
    const appearance = button(theme === "dark" ? say.light : say.dark, () => {
      theme = theme === "dark" ? "light" : "dark";
      store("theme", theme);
      drawChrome();
      panes.reload();
    });
    bar.replaceChildren(
      element("img", { src: "/assets/icon-32.png", alt: "", width: "20", height: "20" }),
      element("strong", {}, model.workbook.name),
      element("span", { class: "hint" }, say.notExcel),
      languageChoice,
      appearance,
    );
    ribbon.replaceChildren(
      group(
        say.pane,
        ribbonButton(say.open, "icon", () => panes.show("")),
        ribbonButton(say.visit, "visit", () => panes.show("visit")),
        ribbonButton(say.due, "due", () => panes.show("due")),
        ribbonButton(say.check, "check", () => panes.show("check")),
      ),
      group(
        say.file,
        ribbonButton(say.openFile, icon("open"), () => opener.pick(), say.openTip),
        ribbonButton(say.saveAs, icon("save"), () => void save()),
      ),
      group(
        say.edit,
        ribbonButton(say.undo, icon("undo"), () => report(history.undo())),
        ribbonButton(say.redo, icon("redo"), () => report(history.redo())),
      ),
      group(
        say.shared,
        ribbonButton(
          say.second,
          icon("windows"),
          () => (panes.second() ? panes.closeSecond() : panes.openSecond()),
          say.secondTip,
        ),
      ),
    );
    drawTabs();
    formulaBar.draw();
  };

  drawChrome();
  openGrid();
  model.subscribe((changes) => {
    if (changes.some(({ kind }) => kind === "book" || kind === "moved" || kind === "sheets"))
      history.forget();
    if (changes.some((change) => change.kind !== "cells" && change.kind !== "looks")) drawTabs();
    formulaBar.draw();
  });
  widen(handle, paneBox, () => window.dispatchEvent(new Event("resize")));
  const keys = listenToKeys({
    canvas,
    model,
    history,
    report,
    helper,
    editing: () => grid?.editing() === true,
  });
  const menuAt = (x: number, y: number): void => {
    // The right button selects first, and the model hears of it a moment later.
    setTimeout(
      () => void model.settled().then(() => gridMenu(x, y, { model, history, words: words(), report, keys })),
      0,
    );
  };
  gridBox.addEventListener(
    "contextmenu",
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  gridBox.addEventListener(
    "pointerup",
    (event) => {
      if (event.button === 2 && event.target instanceof HTMLCanvasElement)
        menuAt(event.clientX, event.clientY);
    },
    true,
  );
  const given = await startFile();
  if (given) await opener.open(given);
  panes.show("");
  const trial: Trial = { model, panes, grid: () => grid };
  Object.assign(window, { trial });
  root.dataset["ready"] = "true";
};

/** The pane is at least as wide as Excel's narrowest, 320 pixels, and at most 450. */
const widen = (handle: HTMLElement, box: HTMLElement, done: () => void): void => {
  const set = (width: number): void => {
    const fits = Math.min(450, Math.max(320, Math.round(width)));
    box.style.width = `${fits}px`;
    store("pane-width", String(fits));
    done();
  };
  set(Number(stored("pane-width") ?? 350));
  handle.addEventListener("pointerdown", (down) => {
    handle.setPointerCapture(down.pointerId);
    const from = box.offsetWidth + down.clientX;
    const move = (event: PointerEvent): void => set(from - event.clientX);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  handle.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(box.offsetWidth + 10);
    if (key === "ArrowRight") set(box.offsetWidth - 10);
  });
};

const root = document.getElementById("trial");
if (root)
  run(root).catch((error: unknown) => {
    console.error(error);
    const say = allWords["zh-CN"];
    root.replaceChildren(
      element("p", { class: "waiting", role: "alert" }, `${say.failed}：${String(error)} ${say.again}`),
    );
  });
