import type { Lost } from "../../xlsx/lost";
import type { Model } from "../model/model";
import { ask, tell } from "./dialog";
import { element } from "./element";
import { lostLines, refusalText } from "./open-words";
import type { Language, Words } from "./words";

export interface OpenContext {
  readonly model: Model;
  readonly words: () => Words;
  readonly language: () => Language;
  /** The workbook is another one: name and panes follow. */
  readonly opened: () => void;
}

export interface Opener {
  /** Asks for a file. */
  pick(): void;
  /** Puts the file in place of the workbook, asking first where something would be lost. */
  open(file: File): Promise<void>;
  /** The workbook is kept in a file as it stands. */
  saved(): void;
}

const names = (files: DataTransfer | null): boolean => files?.types.includes("Files") === true;

/** Files chosen, or dropped anywhere but on a pane. */
export const createOpener = (root: HTMLElement, context: OpenContext): Opener => {
  const { model, words, language, opened } = context;
  let unsaved = false;
  let busy = false;
  model.subscribe((changes) => {
    if (changes.some(({ kind }) => kind !== "selection")) unsaved = true;
  });

  const over = element("div", { class: "over-all", role: "status", hidden: true });
  root.append(over);
  const show = (text: string | undefined): void => {
    over.hidden = text === undefined;
    over.textContent = text ?? "";
  };

  const tellLost = (lost: readonly Lost[]): Promise<void> =>
    tell(words(), words().lostTitle, words().lostMessage, lostLines(lost, language(), words()));

  const load = async (file: File): Promise<readonly Lost[]> => {
    const { openBook } = await import("../../xlsx/read-book");
    const { book, lost } = await openBook(new Uint8Array(await file.arrayBuffer()));
    await model.load(book);
    model.workbook.name = file.name;
    await model.settled();
    unsaved = false;
    opened();
    return lost;
  };

  const open = async (file: File): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      if (unsaved && !(await ask(words(), words().replaceTitle, words().replaceMessage, words().open)))
        return;
      show(words().opening);
      // The browser draws before the work begins.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const lost = await load(file);
      show(undefined);
      if (lost.length > 0) void tellLost(lost);
    } catch (error) {
      show(undefined);
      await tell(
        words(),
        words().cannotOpen,
        `${file.name}：${await refusalText(error, language(), words())}`,
      );
    } finally {
      busy = false;
      show(undefined);
    }
  };

  const input = element("input", { type: "file", accept: ".xlsx,.xlsm", hidden: true });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void open(file);
    input.value = "";
  });
  root.append(input);

  document.addEventListener("dragover", (event) => {
    if (!names(event.dataTransfer)) return;
    event.preventDefault();
    if (!busy) show(words().drop);
  });
  document.addEventListener("dragleave", (event) => {
    // Out of the window, not from one element to another.
    if (event.relatedTarget === null && !busy) show(undefined);
  });
  document.addEventListener("drop", (event) => {
    if (!names(event.dataTransfer)) return;
    event.preventDefault();
    if (busy) return;
    show(undefined);
    const files = event.dataTransfer?.files;
    const [file] = files ?? [];
    if (files && files.length > 1) void tell(words(), words().cannotOpen, words().oneFile);
    else if (file) void open(file);
  });

  return {
    pick: () => input.click(),
    open,
    saved: () => {
      unsaved = false;
    },
  };
};

/** The file `npm start -- 案场.xlsx` was given; nothing where it was given none. */
export const startFile = async (): Promise<File | undefined> => {
  const answer = await fetch("/start-file");
  const name = answer.headers.get("x-file-name");
  if (answer.status !== 200 || name === null) return undefined;
  return new File([await answer.arrayBuffer()], decodeURIComponent(name));
};
