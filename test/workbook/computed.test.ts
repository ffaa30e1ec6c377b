/** What the sheet computes by itself, run by LibreOffice, is what the domain computes: on drawn rows, line by line. */
import type { Change } from "../../src/domain/register/change";
import { parseArea } from "../../src/book/address";
import { fieldsOf } from "../../src/domain/form/form";
import { type FormKey, formOf, registerKeys } from "../../src/domain/forms/index";
import { depositStates } from "../../src/domain/forms/receipts";
import {
  addDays,
  type CalendarDay,
  daysBetween,
  dayOfSerial,
  serialOfDay,
} from "../../src/domain/kit/calendar-day";
import { dividedBy, minus, priceOf, yuanOf } from "../../src/domain/kit/money";
import { contactHistories } from "../../src/domain/register/follow-up/contact-history";
import { dueList } from "../../src/domain/register/follow-up/due-list";
import { houseWeights } from "../../src/domain/register/settings/policies";
import {
  cellAt,
  isBlankRow,
  type RawCell,
  type Register,
  type Row,
} from "../../src/domain/register/register";
import { depositStandings, depositStatuses } from "../../src/domain/register/sales/deposits";
import { formersWithoutShare } from "../../src/domain/register/ownership/former-share";
import { gradeRowOf, gradeRows } from "../../src/domain/register/grade-rows";
import { type Deal, isLive, salesLedger } from "../../src/domain/register/sales/sales-ledger";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { readTurn } from "../../src/domain/register/turn/turn-log";
import type { SiteBook } from "../../src/domain/register/site";
import type { ClientNumber } from "../../src/domain/rules/client-number";
import { outstandingOf, paidOf, sumOf } from "../../src/domain/rules/money-adds-up";
import { nextTurn } from "../../src/domain/rules/next-turn";
import { scoreOf, suggestedGrade } from "../../src/domain/rules/intent";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { manyClients } from "./many-clients";
import { manySales } from "./many-sales";
import { newSite, onDay } from "./planned-site";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const days = ["2026-11-22", "2027-02-20"].map((day) => day as CalendarDay);
const clients = 400;

/** A row's cells by key; what was never filled, and what a formula leaves empty, is "". */
type Line = Readonly<Record<string, string | number>>;

const linesOf = (book: SiteBook, form: FormKey): readonly Line[] => {
  const register = book.registers[form] as Register;
  const at = (key: string, index: number): string | number => {
    const cell: RawCell = cellAt(register, key, index);
    return cell === null || typeof cell === "boolean" ? "" : cell;
  };
  return Array.from({ length: register.count }, (_, index) => index)
    .filter((index) => !isBlankRow(register, index))
    .map((index) => Object.fromEntries([...register.columns.keys()].map((key) => [key, at(key, index)])));
};

const num = (cell: string | number | undefined): number | undefined =>
  typeof cell === "number" ? cell : undefined;
const dayAt = (cell: string | number | undefined): CalendarDay | undefined =>
  typeof cell === "number" ? dayOfSerial(cell) : undefined;
const pick = (line: Line, ...keys: string[]): readonly unknown[] => keys.map((key) => line[key] ?? "");

/** How often each answer came out, digits aside: a column that always says the same has not been tried. */
const kinds = (lines: readonly Line[], key: string): ReadonlySet<string> =>
  new Set(lines.map((line) => String(line[key] ?? "").replace(/\d+/gu, "n")));

/**
 * By the lines of 成交报告: an exchange was carried out and the report did not follow. The check says so; until it is put
 * right the sheet knows what was paid by the report's unit alone.
 */
const hasMoved = (book: SiteBook, today: CalendarDay): readonly boolean[] =>
  salesLedger(book, today).deals.map(({ key, keyNow }) => key !== keyNow);

const lateness = (due: CalendarDay, today: CalendarDay): string => {
  const days = daysBetween(due, today);
  return days > 0 ? `逾期${days}天` : days === 0 ? "今日" : "未到期";
};

/** As a file of our own writing is read before any spreadsheet has opened it. */
const uncomputed = (register: Register): Register => ({
  ...register,
  columns: new Map(
    [...register.columns].map(([name, cells]) => {
      const field = register.form.fields[name];
      return [name, field?.kind === "computed" && field.by === "sheet" ? cells.map(() => null) : cells];
    }),
  ),
});

/** A day's serial as a day; a share to the digits that a file has. */
const dayless = (cell: string | number | undefined, gives: string): string | number | undefined => {
  if (typeof cell !== "number") return cell;
  return gives === "day" ? dayOfSerial(cell) : gives === "share" ? Number(cell.toPrecision(12)) : cell;
};

/** 手机, another number, "/" and another number, or both: by turns. */
const withNumbers = (change: Change, at: number): Change => {
  if (change.kind !== "append" || (change.form !== "visitors" && change.form !== "calls")) return change;
  const other = change.form === "visitors" ? "phone" : "otherContact";
  const [mobile, landline] = [`199 0000 ${String(1000 + at)}`, `0379-6000 ${String(1000 + at)}`];
  const numbers: readonly Row[] = [
    { mobile },
    { [other]: landline },
    { mobile: "/", [other]: landline },
    { mobile, [other]: landline },
  ];
  return { ...change, row: { ...change.row, ...numbers[at % numbers.length] } };
};

describeWith("LibreOffice", hasLibreOffice)("computed by LibreOffice", () => {
  const computed = new Map<CalendarDay, SiteBook>();
  const homes = new Map<CalendarDay, (address: string) => unknown>();

  beforeAll(async () => {
    const paths: string[] = [];
    for (const [index, each] of days.entries()) {
      const people = manyClients(clients, each, index + 3).map(withNumbers);
      const book = fillBook(planWorkbook(newSite, each), [...people, ...manySales(people, each, index + 5)]);
      paths.push(files.write(`computed-${each}.xlsx`, await writeBook(onDay(book, each))));
    }
    const results = recalculate(paths, files.folder);
    for (const [index, each] of days.entries()) {
      const bytes = results[index] ?? new Uint8Array();
      computed.set(each, await readSiteFile(bytes));
      const home = (await readSheets(bytes)).sheets.find(({ name }) => name === "首页");
      homes.set(each, (address) => {
        const area = parseArea(address);
        const row = home?.rows.find((line) => line.row === area?.top);
        return row && area ? valueAt(row, area.left) : undefined;
      });
    }
  });

  const bookOn = (day: CalendarDay): SiteBook => computed.get(day) as SiteBook;

  /** The client's name and owner, as the first register has them that knows the client. */
  const known = (book: SiteBook): ((id: string) => { readonly name: string; readonly owner: string }) => {
    const by = (form: FormKey, key: string): ReadonlyMap<string, string> =>
      new Map(
        [...linesOf(book, form)].reverse().map((line) => [String(line["clientId"]), String(line[key])]),
      );
    const [visitors, calls] = [by("visitors", "name"), by("calls", "name")];
    const owners = by("grades", "consultant");
    return (id) => ({ name: visitors.get(id) ?? calls.get(id) ?? "", owner: owners.get(id) ?? "" });
  };

  test.each(days)("on %s deals: state, what was paid, the former consultant", (today) => {
    const book = bookOn(today);
    const { deals } = salesLedger(book, today);
    const lines = linesOf(book, "deals");
    const graded = gradeRowOf(gradeRows(book, today));
    const former = (deal: Deal): string => {
      const row = graded.get(deal.clientId);
      return row === undefined ? "" : formersWithoutShare(book.site, row, deal.subscribedOn).join("、");
    };
    expect(kinds(lines, "status")).toEqual(new Set(["认购", "签约", "已售", "已退房"]));
    expect(kinds(lines, "formerConsultant").size).toBe(2);
    const moved = hasMoved(book, today);
    expect(
      lines.map((line, at) => [
        ...pick(line, "dealId", "status", "formerConsultant"),
        moved[at] || line["paid"],
      ]),
    ).toEqual(
      deals.map((deal, at) => [
        `C${deal.clientId}`,
        isLive(deal) ? deal.state : "已退房",
        former(deal),
        moved[at] || deal.paid,
      ]),
    );
  });

  test.each(days)("on %s deposits: what each waits for", (today) => {
    const book = bookOn(today);
    const ledger = salesLedger(book, today);
    const statuses = depositStatuses(ledger);
    const lines = linesOf(book, "receipts");
    expect(kinds(lines, "depositStatus")).toEqual(new Set(["", ...Object.values(depositStates)]));
    expect(lines.map((line) => pick(line, "no", "clientId", "unitNo", "item", "depositStatus"))).toEqual(
      ledger.receipts.map((row) => [row.no, row.clientId, row.unitNo, row.item, statuses.get(row) ?? ""]),
    );
    // Of some clients one deposit waits and another does not.
    const waiting = new Map<string, Set<boolean>>();
    for (const [{ clientId = "" }, status] of statuses)
      waiting.set(clientId, (waiting.get(clientId) ?? new Set()).add(status === depositStates.waiting));
    expect([...waiting.values()].filter(({ size }) => size === 2).length).toBeGreaterThan(10);
  });

  test.each(days)("on %s who gave a deposit, took it back, gave one again: when they are due", (today) => {
    const book = bookOn(today);
    const { receipts } = salesLedger(book, today);
    const states = depositStandings(book, today);
    const back = new Set(receipts.flatMap(({ item, clientId }) => (item === "退款" && clientId) || []));
    const after = [...back].map((client) => states.get(client)?.state);
    expect(new Set(after)).toEqual(new Set(["deposit", "withdrawn", undefined]));
    const lines = new Map(dueList(book, today, { all: true }).map((line) => [String(line.clientId), line]));
    const theirs = linesOf(book, "grades").filter((line) =>
      states.has(String(line["clientId"]) as ClientNumber),
    );
    expect(theirs.length).toBeGreaterThan(20);
    // Counted from the last contact, from the deposit, from the refund; and a refund that is over.
    const counted = theirs.map((line) => {
      const id = String(line["clientId"]) as ClientNumber;
      const [standing, last] = [states.get(id), dayAt(line["lastContact"]) ?? ""];
      const late = (standing?.on ?? "") > last ? "since" : "last";
      const deposit = lines.get(id)?.deposit ?? "over";
      return `${standing?.state ?? ""} ${deposit === "over" ? deposit : late}`;
    });
    expect(counted).toEqual(
      expect.arrayContaining([
        "deposit since",
        "deposit last",
        "withdrawn since",
        "withdrawn last",
        "withdrawn over",
      ]),
    );
    expect(theirs.map((line) => [line["clientId"], dayAt(line["nextDue"]), line["dueStatus"]])).toEqual(
      theirs.map((line) => {
        const mine = lines.get(String(line["clientId"]));
        return [line["clientId"], mine?.due, mine?.statusText];
      }),
    );
    // A √ with a deposit that waits has a day; without one, or a refund, none.
    const bought = linesOf(book, "grades").filter((line) => line["grade"] === "√");
    const waits = (line: Line): boolean => states.has(String(line["clientId"]) as ClientNumber);
    expect(new Set(bought.map(waits)).size).toBe(2);
    expect(bought.map((line) => [line["clientId"], line["dueStatus"] === "已成交"])).toEqual(
      bought.map((line) => [line["clientId"], !waits(line)]),
    );
  });

  test.each(days)("on %s applications: money and state", (today) => {
    const book = bookOn(today);
    const who = known(book);
    const lines = linesOf(book, "applications");
    const { applications } = salesLedger(book, today);
    expect(kinds(lines, "status")).toEqual(new Set(["草稿", "审批中", "已批准", "已驳回", "已办结"]));
    lines.forEach((line, at) => {
      const [total, asked, area] = [
        num(line["totalPrice"]),
        num(line["discountAsked"]),
        num(line["floorArea"]),
      ];
      const left =
        total === undefined || asked === undefined
          ? ""
          : minus(minus(yuanOf(total), yuanOf(num(line["usualDiscount"]) ?? 0)), yuanOf(asked));
      const paid = num(line["paid"]);
      expect(pick(line, "no", "name", "discountedTotal", "discountedPrice", "refund", "status")).toEqual([
        applications[at]?.no,
        who(String(line["clientId"])).name,
        left,
        left === "" || area === undefined ? "" : (dividedBy(left, area) ?? ""),
        paid === undefined ? "" : minus(yuanOf(paid), yuanOf(num(line["penalty"]) ?? 0)),
        applications[at]?.status,
      ]);
    });
  });

  test.each(days)("on %s instalments: what is owed, and how late", (today) => {
    const book = bookOn(today);
    const ledger = salesLedger(book, today);
    const of = (live: boolean): ReadonlySet<string> =>
      new Set(
        ledger.deals.filter((deal) => isLive(deal) === live).map((deal) => `${deal.clientId} ${deal.key}`),
      );
    const [standing, closed] = [of(true), of(false)];
    expect([...closed].filter((pair) => standing.has(pair))).not.toEqual([]);
    const refunded = new Set([...closed].filter((pair) => !standing.has(pair)));
    const lines = linesOf(book, "instalments");
    expect(kinds(lines, "status")).toEqual(new Set(["", "已收", "已退房", "今日", "未到期", "逾期n天"]));
    const plans = new Map<string, Line[]>();
    for (const line of lines) {
      const key = `${line["clientId"]} ${line["unitNo"]}`;
      plans.set(key, [...(plans.get(key) ?? []), line]);
    }
    for (const [key, plan] of plans) {
      const [client = "", unit = ""] = key.split(" ");
      const dated = plan.filter((line) => dayAt(line["dueOn"]) !== undefined);
      const theirs = ledger.deals.filter((deal) => deal.clientId === client && deal.unitNo === unit);
      const paid =
        theirs.length > 0
          ? sumOf(theirs.filter(isLive).map((deal) => deal.paid))
          : paidOf(ledger.receipts.filter((each) => each.clientId === client && each.unitNo === unit));
      const open = outstandingOf(
        dated.map((line) => ({
          dueOn: dayAt(line["dueOn"]) as CalendarDay,
          amount: yuanOf(Number(line["amount"])),
        })),
        paid,
      );
      const back = refunded.has(`${client} ${unit.toUpperCase()}`);
      expect(dated.map((line) => pick(line, "clientId", "outstanding", "status"))).toEqual(
        dated.map((line, at) => [
          client,
          back ? 0 : open[at],
          back ? "已退房" : open[at] === 0 ? "已收" : lateness(dayAt(line["dueOn"]) as CalendarDay, today),
        ]),
      );
    }
    const undated = lines.filter((line) => dayAt(line["dueOn"]) === undefined);
    expect(new Set(undated.flatMap((line) => pick(line, "outstanding", "status")))).toEqual(new Set([""]));
  });

  test.each(days)("on %s mortgage papers and care tasks: done, or how late", (today) => {
    const book = bookOn(today);
    const who = known(book);
    const refuse = new Set(
      linesOf(book, "profiles").flatMap((line) => (line["consent"] === "否" ? [line["clientId"]] : [])),
    );
    const papers = linesOf(book, "mortgagePapers");
    expect(kinds(papers, "status")).toEqual(new Set(["已交", "待交", "今日", "未到期", "逾期n天"]));
    for (const line of papers) {
      const due = dayAt(line["dueOn"]);
      const handed = dayAt(line["handedInOn"]) !== undefined;
      expect([line["clientId"], line["dueOn"], line["status"]]).toEqual([
        line["clientId"],
        line["dueOn"],
        handed ? "已交" : due === undefined ? "待交" : lateness(due, today),
      ]);
    }
    const tasks = linesOf(book, "careTasks");
    expect(kinds(tasks, "status")).toEqual(new Set(["已完成", "不联系", "", "今日", "未到期", "逾期n天"]));
    for (const line of tasks) {
      const { name, owner } = who(String(line["clientId"]));
      const due = dayAt(line["dueOn"]);
      expect([line["clientId"], ...pick(line, "name", "consultant", "status")]).toEqual([
        line["clientId"],
        name,
        owner,
        line["doneOn"] !== ""
          ? "已完成"
          : refuse.has(line["clientId"])
            ? "不联系"
            : due === undefined
              ? ""
              : lateness(due, today),
      ]);
    }
  });

  test.each(days)("on %s lost clients: first and last visit, days until given up", (today) => {
    const book = bookOn(today);
    const visits = new Map(
      [...linesOf(book, "visitors")]
        .reverse()
        .map((line) => [String(line["clientId"]), dayAt(line["visitDate"])]),
    );
    const lines = linesOf(book, "lostClients");
    expect(lines.length).toBeGreaterThan(20);
    expect(kinds(lines, "firstVisit").size).toBe(2);
    expect(contactHistories(book, today).size).toBeGreaterThan(300);
    for (const line of lines) {
      const id = String(line["lostId"]).slice(1);
      const first = visits.get(id);
      const came = linesOf(book, "followUps")
        .filter((each) => each["clientId"] === id && each["method"] === "来访")
        .flatMap((each) => dayAt(each["contactedAt"]) ?? []);
      const last = [...came, ...(first === undefined ? [] : [first])].sort().at(-1);
      const given = dayAt(line["givenUpOn"]);
      expect([
        id,
        dayAt(line["firstVisit"]) ?? line["firstVisit"],
        dayAt(line["lastVisit"]) ?? line["lastVisit"],
        line["daysToGiveUp"],
      ]).toEqual([
        id,
        first ?? "/",
        last ?? "/",
        given === undefined ? "" : first === undefined ? "/" : daysBetween(first, given),
      ]);
    }
  });

  test.each(days)("on %s units, scores and invitations", (today) => {
    const book = bookOn(today);
    const who = known(book);
    const units = linesOf(book, "units");
    expect(units.length).toBeGreaterThan(20);
    for (const line of units) {
      const [price, area] = [num(line["unitPrice"]), num(line["floorArea"])];
      expect([price, area, line["totalPrice"]]).toEqual([
        price,
        area,
        price === undefined || area === undefined ? "" : priceOf(yuanOf(price), area),
      ]);
    }
    const scores = linesOf(book, "intentScores");
    expect(kinds(scores, "suggested")).toEqual(new Set(["A", "B", "C", "D", ""]));
    for (const line of scores) {
      const seen = Object.fromEntries(
        Object.keys(houseWeights).flatMap((key) =>
          line[key] === "是" || line[key] === "否" ? [[key, line[key] === "是"] as const] : [],
        ),
      );
      const { score } = scoreOf(seen, houseWeights);
      const silent = Object.keys(seen).length === 0;
      expect(pick(line, "name", "score", "suggested")).toEqual([
        who(String(line["clientId"])).name,
        silent ? "" : score,
        silent ? "" : suggestedGrade(score),
      ]);
    }
    const invitations = linesOf(book, "invitations");
    expect(invitations.length).toBeGreaterThan(20);
    invitations.forEach((line, at) => {
      const { name, owner } = who(String(line["clientId"]));
      expect(pick(line, "no", "name", "consultant")).toEqual([at + 1, name, owner]);
    });
    for (const line of linesOf(book, "profiles"))
      expect(line["name"]).toBe(who(String(line["clientId"])).name);
  });

  test.each(days)(
    "on %s the quarter: plan and deals by week, and what part of the plan is reached",
    (today) => {
      const book = bookOn(today);
      const start = book.site.policies.quarterStart as CalendarDay;
      const { deals } = salesLedger(book, today);
      const lines = linesOf(book, "progress");
      expect(lines).toHaveLength(12);
      const sum = (figures: readonly (number | undefined)[]): number | "" =>
        figures.every((each) => each === undefined)
          ? ""
          : figures.reduce<number>((total, each) => yuanOf(total + (each ?? 0)), 0);
      const share = (done: number | "", planned: number | ""): number | "" =>
        done === "" || planned === "" || planned === 0 ? "" : done / planned;
      const done: { units: number; sales: number }[] = [];
      lines.forEach((line, week) => {
        const from = addDays(start, week * 7);
        const begun = from <= today;
        const sold = deals.filter(
          (deal) =>
            isLive(deal) &&
            deal.subscribedOn !== undefined &&
            deal.subscribedOn >= from &&
            deal.subscribedOn < addDays(from, 7),
        );
        if (begun)
          done.push({
            units: sold.length,
            sales: sold.reduce((total, deal) => total + (deal.totalPrice ?? 0), 0),
          });
        const soFar = (key: "plannedUnits" | "plannedSales"): number | "" =>
          sum(lines.slice(0, week + 1).map((each) => num(each[key])));
        const [units, sales] = [soFar("plannedUnits"), soFar("plannedSales")];
        const [unitsDone, salesDone] = begun
          ? [sum(done.map((each) => each.units)), sum(done.map((each) => each.sales))]
          : (["", ""] as const);
        expect([line["week"], dayAt(line["from"]), dayAt(line["to"])]).toEqual([
          `第${["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][week] ?? ""}周`,
          from,
          addDays(from, 6),
        ]);
        expect(
          pick(line, "plannedUnitsSoFar", "plannedSalesSoFar", "units", "sales", "unitsSoFar", "salesSoFar"),
        ).toEqual([
          units,
          sales,
          begun ? done.at(-1)?.units : "",
          begun ? done.at(-1)?.sales : "",
          unitsDone,
          salesDone,
        ]);
        for (const [key, expected] of [
          ["unitsShare", share(unitsDone, units)],
          ["salesShare", share(salesDone, sales)],
        ] as const)
          if (expected === "") expect(line[key]).toBe("");
          else expect(line[key]).toBeCloseTo(expected, 9);
      });
      expect(done.some(({ units }) => units > 0)).toBe(true);
    },
  );

  test.each(days)("on %s what nobody has computed yet is filled in as the sheet would have it", (today) => {
    const book = bookOn(today);
    const bare = Object.fromEntries(
      Object.entries(book.registers).map(([key, register]) => [key, uncomputed(register)]),
    );
    const filled = withSheetAnswers({ ...book, registers: bare }, today);
    const moved = hasMoved(book, today);
    const silent: string[] = [];
    for (const key of registerKeys)
      for (const [name, field] of fieldsOf(formOf(key))) {
        if (field.kind !== "computed" || field.by !== "sheet") continue;
        const apart = key === "deals" && name === "paid" ? moved : [];
        const [there, ours] = [linesOf(book, key), linesOf(filled, key)].map((lines) =>
          lines.map((line, at) => (apart[at] ? "" : dayless(line[name], field.gives))),
        );
        expect([key, name, ours]).toEqual([key, name, there]);
        if (there?.every((cell) => cell === "") !== false) silent.push(`${key} ${name}`);
      }
    // A column that always says nothing has not been tried.
    expect(silent).toEqual([]);
  });

  test.each(days)("on %s 首页 says who is next at the door, what is late, what is left", (today) => {
    const book = bookOn(today);
    const { order, standing } = readTurn(book, today);
    const ledger = salesLedger(book, today);
    const home = homes.get(today) ?? (() => undefined);
    const late = (form: FormKey): number =>
      linesOf(book, form).filter((line) => String(line["status"]).startsWith("逾期")).length;
    const saying = (form: FormKey, ...states: string[]): number =>
      linesOf(book, form).filter((line) => states.includes(String(line["status"]))).length;
    const { signWithin } = book.site.policies;
    expect(["B10", "D10", "F10", "H10", "K10", "L10", "M10"].map(home)).toEqual([
      nextTurn(order, standing)?.name,
      late("instalments"),
      late("careTasks") + saying("careTasks", "今日"),
      saying("applications", "审批中", "草稿"),
      saying("units", "可售"),
      ledger.deals.filter(
        (deal) =>
          isLive(deal) &&
          deal.state === "认购" &&
          deal.subscribedOn !== undefined &&
          daysBetween(deal.subscribedOn, today) > signWithin,
      ).length,
      late("mortgagePapers"),
    ]);
  });

  test.each(days)("on %s 首页 has a number to call for whoever has one, 手机 before the other", (today) => {
    const book = bookOn(today);
    const home = homes.get(today) ?? (() => undefined);
    const said = (cell: unknown): string =>
      (typeof cell === "string" || typeof cell === "number") && cell !== "/" ? String(cell) : "";
    const numbers = new Map(
      [...linesOf(book, "calls"), ...linesOf(book, "visitors")].map((line) => [
        String(line["clientId"]),
        [said(line["mobile"]), said(line["phone"] ?? line["otherContact"])],
      ]),
    );
    const lines = Array.from({ length: 12 }, (_, at) => at + 15)
      .map((row) => [said(home(`B${row}`)), said(home(`I${row}`))] as const)
      .filter(([client]) => client !== "");
    expect(lines.length).toBeGreaterThan(5);
    for (const [client, shown] of lines) {
      const [mobile = "", other = ""] = numbers.get(client) ?? [];
      expect([client, shown]).toEqual([client, mobile || other]);
    }
  });

  test.each(days)("on %s 首页 counts the week's and the month's deals without those given back", (today) => {
    const { deals } = salesLedger(bookOn(today), today);
    const monday = serialOfDay(today) - ((serialOfDay(today) + 5) % 7);
    const since = (from: number): typeof deals =>
      deals.filter(
        ({ subscribedOn }) =>
          subscribedOn !== undefined && serialOfDay(subscribedOn) >= from && subscribedOn <= today,
      );
    const month = since(serialOfDay(`${today.slice(0, 8)}01` as CalendarDay));
    const kept = month.filter(isLive);
    const wan = kept.reduce((sum, { totalPrice = 0 }) => sum + totalPrice, 0) / 10000;
    const home = homes.get(today) ?? (() => undefined);
    expect(kept.length).toBeLessThan(month.length);
    expect(["M6", "M7"].map(home)).toEqual([
      since(monday).filter(isLive).length,
      `本月 ${kept.length} 套，${Number(wan.toFixed(1))} 万元`,
    ]);
    const rows = Array.from({ length: 13 }, (_, at) => 30 + at);
    const total = rows.find((row) => home(`B${String(row)}`) === "合计");
    expect(home(`I${String(total)}`)).toBe(kept.length);
  });
});
