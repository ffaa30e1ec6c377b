/** 收编: a client's row of 等级跟踪 while rows of an old one come to it: as it stands, or as it will be added. */
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import { type Grade, type ReachedDays, type SaidGrade } from "../../rules/grade";
import type { AdoptCourse } from "./adopt-course";
import type { LedgerClient } from "./adoption-people";
import type { Ledger } from "./adoption-ledger";
import { formersOf } from "../ownership/case-book";
import { type GradeRow, reachedKey, reachedOrder } from "../grade-rows";
import { textOf } from "../raw-cell";
import { spelled } from "../read-answer";
import { type Answer, cellAt, type RawCell } from "../register";
import type { Site } from "../site";

export interface PipelineRow {
  readonly reached: ReachedDays;
  /** Grades whose day this taking-in wrote, and no row of an old 等级跟踪 has said. */
  readonly own: ReadonlySet<Grade>;
  /** C was begun because nothing was said. */
  readonly isBegun: boolean;
  /** C of the first contact's day is all that the workbook says: nobody has graded the client yet. */
  readonly isUngraded: (first: CalendarDay | undefined) => boolean;
  readonly consultant: string;
  /** Whose the client is, this taking-in has only gathered from who received them. */
  readonly isOwnerOpen: boolean;
  readonly formers: readonly string[];
  readonly read: (key: string) => RawCell;
  readonly write: (key: string, answer: Answer) => void;
  readonly stand: (reached: ReachedDays) => void;
  /** Adds to 备注情况 what is not there yet. */
  readonly remark: (said: readonly string[]) => void;
  /** A row of the old 等级跟踪 has come: what it said is the manager's. */
  readonly close: () => void;
  /** Something was written since it was asked last. */
  readonly isChanged: () => boolean;
}

/** What stands between remarks: a deal's are parted by `；`, a reassignment's by lines. */
const partings = ["\n", "；"] as const;

/** The words are there, as a remark of their own. */
const holds = (remarks: string, words: string): boolean =>
  remarks === words ||
  partings.some(
    (one) =>
      remarks.startsWith(`${words}${one}`) ||
      remarks.endsWith(`${one}${words}`) ||
      partings.some((other) => remarks.includes(`${one}${words}${other}`)),
  );

const withRemarks = (remarks: string, said: readonly string[]): string =>
  said.reduce((all, words) => {
    if (words === "" || holds(all, words)) return all;
    return all === "" ? words : `${all}\n${words}`;
  }, remarks);

export interface PipelineGround {
  readonly site: Site;
  readonly ledger: Ledger;
  readonly course: AdoptCourse;
  readonly rowOf: (client: LedgerClient) => GradeRow | undefined;
  /** What 跟踪记录 says of the client's grades. */
  readonly saidOf: (client: LedgerClient) => readonly SaidGrade[];
}

export const pipelineRow = (ground: PipelineGround, client: LedgerClient): PipelineRow => {
  const { site, ledger, course } = ground;
  const there = ground.rowOf(client);
  const made = there && course.made.get(client.id);
  const cells: Record<string, Answer> = { clientId: client.id };
  /** Of a row that is there, what has become of its cells. */
  const written = new Map<string, Answer | null>();
  const state = { isOpen: true, isAdded: false, isChanged: false };
  let reached: ReachedDays = there?.reached ?? {};

  const read = (key: string): RawCell => {
    if (there === undefined) return cells[key] ?? null;
    return written.has(key) ? (written.get(key) ?? null) : cellAt(there.register, key, there.index);
  };
  const put = (key: string, value: Answer | null): void => {
    state.isChanged = true;
    if (there === undefined) {
      if (value === null) Reflect.deleteProperty(cells, key);
      else cells[key] = value;
      if (!state.isAdded) ledger.append("grades", cells);
      state.isAdded = true;
      return;
    }
    written.set(key, value);
    const was = cellAt(there.register, key, there.index);
    ledger.put([{ kind: "set", form: "grades", row: there.row, key, was, value }]);
  };
  const isOurs = (grade: Grade): boolean =>
    state.isOpen && made !== undefined && there?.reached[grade] !== undefined
      ? made[reachedKey[grade]] === there.reached[grade] && reached[grade] === there.reached[grade]
      : false;

  return {
    get reached() {
      return reached;
    },
    get own() {
      return new Set(reachedOrder.filter(isOurs));
    },
    get isBegun() {
      return (
        isOurs("C") && !ground.saidOf(client).some((said) => said.grade === "C" && said.day === reached["C"])
      );
    },
    isUngraded: (first) =>
      state.isOpen &&
      first !== undefined &&
      reachedOrder.every((grade) => reached[grade] === (grade === "C" ? first : undefined)) &&
      ground.saidOf(client).length === 0 &&
      textOf(read("formerConsultant")) === "",
    get consultant() {
      return spelled(site, textOf(read("consultant")));
    },
    get isOwnerOpen() {
      const owner = textOf(read("consultant"));
      if (there === undefined || owner === "") return owner === "";
      return state.isOpen && made !== undefined && plain(String(made["consultant"] ?? "")) === plain(owner);
    },
    get formers() {
      return formersOf(textOf(read("formerConsultant")));
    },
    read,
    write: put,
    stand: (after) => {
      for (const grade of reachedOrder)
        if (after[grade] !== reached[grade]) put(reachedKey[grade], after[grade] ?? null);
      reached = after;
    },
    remark: (said) => {
      const before = read("remarks");
      const text = textOf(before);
      const after = withRemarks(text, said);
      if (after !== text) put("remarks", after);
    },
    close: () => {
      state.isOpen = false;
    },
    isChanged: () => {
      const { isChanged } = state;
      state.isChanged = false;
      return isChanged;
    },
  };
};
