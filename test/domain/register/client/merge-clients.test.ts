import fc from "fast-check";
import { fieldsOf } from "../../../../src/domain/form/form";
import { formOf, type RegisterKey, registerKeys } from "../../../../src/domain/forms/index";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import type { Change } from "../../../../src/domain/register/change";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { clientKeys } from "../../../../src/domain/register/client-keys";
import type { Decision } from "../../../../src/domain/register/decision";
import { reachedKey, reachedOrder } from "../../../../src/domain/register/grade-rows";
import { joinReached } from "../../../../src/domain/register/client/join-grades";
import { mergeClients } from "../../../../src/domain/register/client/merge-clients";
import {
  firstGiven,
  mergeCounts,
  mergeQuestions,
  mergeRows,
  type Merging,
} from "../../../../src/domain/register/client/merge-ground";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import type { SiteBook } from "../../../../src/domain/register/site";
import { onlyRows } from "../../../../src/domain/register/some-rows";
import { settleNumbers } from "../../../../src/domain/register/check/settle-numbers";
import {
  type ClientNumber,
  dealNumber,
  lostNumber,
  parseClientNumber,
} from "../../../../src/domain/rules/client-number";
import { type Grade, latestReached, type ReachedDays } from "../../../../src/domain/rules/grade";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const keep = "LY-ZS001" as ClientNumber;
const retire = "LY-ZS002" as ClientNumber;
/** Chosen from what stands in `book`, unless something else was shown. */
const merge = (book: SiteBook, over: Partial<Merging> = {}, on: CalendarDay = today): Decision => {
  const numbers = { keep, retire, ...over };
  return mergeClients(
    book,
    {
      choices: new Set(),
      owner: "",
      shown: mergeQuestions(book, numbers.keep, numbers.retire, on),
      ...numbers,
    },
    { today: on },
  );
};
const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const codes = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);

const visit = (clientId: string, over: Cells = {}): Cells => ({
  clientId,
  visitDate: "2024-03-01",
  consultant: "王强",
  name: "张三",
  gender: "男",
  mobile: "138 0379 1234",
  channels: "路过",
  notes: "看了三房。",
  ...over,
});
const grade = (clientId: string, over: Cells = {}): Cells => ({
  clientId,
  consultant: "王强",
  reachedC: "2024-03-01",
  ...over,
});

const two = (over: { readonly one?: Cells; readonly other?: Cells } = {}): SiteBook =>
  bookOf({
    visitors: [
      visit(keep, over.one),
      visit(retire, { visitDate: "2024-03-05", name: "张先生", mobile: "139 0379 1234", ...over.other }),
    ],
    grades: [
      grade(keep),
      grade(retire, { reachedC: "2024-03-05", reachedB: "2024-03-08", remarks: "首付已备" }),
    ],
    followUps: [
      {
        contactedAt: "2024-03-05 10:00",
        clientId: retire,
        method: "来访",
        notes: "看样板间",
        consultant: "王强",
      },
    ],
    deals: [{ dealId: dealNumber(retire), name: "张三", consultant: "王强", unitNo: "3-1-1202" }],
    lostClients: [{ lostId: lostNumber(retire), name: "张三" }],
    receipts: [{ no: "001", clientId: retire }],
  });

describe("合并", () => {
  test("the row of the number given first takes what the other knows, and the other row is empty", () => {
    const book = two({ other: { address: "涧西区 1 号", channels: "晚报" } });
    const after = written(book, changesOf(merge(book)));
    const [first, second] = cellsOf(after, "visitors");
    expect(first).toMatchObject({
      clientId: keep,
      visitDate: "2024-03-01",
      name: "张三",
      mobile: "138 0379 1234、139 0379 1234",
      address: "涧西区 1 号",
      channels: "路过、晚报",
      notes: "看了三房。",
    });
    expect(Object.values(second ?? {}).every((cell) => cell === null)).toBe(true);
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: keep, reachedC: "2024-03-01", reachedB: "2024-03-08" },
      { clientId: null, reachedC: null, reachedB: null, remarks: null },
    ]);
    expect(cellsOf(after, "grades")[0]?.["remarks"]).toMatch(
      /^首付已备\n2024-03-10 合并：LY-ZS002 并入 LY-ZS001/u,
    );
    expect(cellsOf(after, "followUps")).toMatchObject([{ clientId: keep, contactedAt: "2024-03-05 10:00" }]);
    expect(cellsOf(after, "deals")).toMatchObject([{ dealId: "CLY-ZS001" }]);
    expect(cellsOf(after, "lostClients")).toMatchObject([{ lostId: "XLY-ZS001" }]);
    expect(cellsOf(after, "receipts")).toMatchObject([{ clientId: keep }]);
  });

  const meanwhile = draw(`
    | one     | other   | becomes         | owner | chosen | said                              |
    | age=35  | age=38  |                 |       | age    |                                   |
    | age=35  | age=38  | other.notes=再来 |       | age    |                                   |
    | age=35  | age=38  | other.age=40    |       | age    | mergeOutrun 年龄 35 / 38→35 / 40   |
    | age=35  | age=38  | other.age=40    |       |        | mergeOutrun 年龄 35 / 38→35 / 40   |
    | age=35  | age=38  | one.age=36      |       | age    | mergeOutrun 年龄 35 / 38→36 / 38   |
    | age=35  | age=38  | one.age=38      |       | age    | mergeAgreesNow 年龄 35 / 38→       |
    | age=35  | age=38  | other.age=      |       | age    | mergeAgreesNow 年龄 35 / 38→       |
    | age=35  |         | other.age=38    |       |        | mergeAsksNow 年龄 →35 / 38         |
    |         |         | other.name=李四  |       |        | mergeAsksNow 客户姓名 →张三 / 李四  |
    |         |         |                 | 李娜  |        | mergeOutrun 置业顾问 王强→王强、李娜 |
  `);
  test.each(meanwhile)(
    "shown “$one” and “$other”, then $becomes$owner by a colleague: “$said”",
    ({ one = "", other = "", becomes = "", owner, chosen, said }) => {
      const cellsIn = (pairs: string): Cells =>
        Object.fromEntries(
          (pairs === "" ? [] : [pairs]).map((pair) => {
            const [key = "", value = ""] = pair.split("=");
            return [key, value === "" ? null : key === "age" ? Number(value) : value];
          }),
        );
      const [whose, pair] = [becomes.split(".")[0], becomes.replace(/^\w+\./u, "")];
      const before = two({ one: cellsIn(one), other: cellsIn(other) });
      const standing = two({
        one: { ...cellsIn(one), ...(whose === "one" ? cellsIn(pair) : {}) },
        other: { ...cellsIn(other), ...(whose === "other" ? cellsIn(pair) : {}) },
      });
      const changes: readonly Change[] = owner
        ? [{ kind: "set", form: "grades", row: 6, key: "consultant", was: "王强", value: owner }]
        : [];
      const decision = merge(written(standing, changes), {
        choices: new Set(chosen ? [`visitors.${chosen}`] : []),
        shown: mergeQuestions(before, keep, retire, today),
      });
      const told = decision.ok
        ? []
        : decision.problems.map(
            ({ code, caption, facts }) =>
              `${code} ${caption ?? ""} ${facts?.["seen"] ?? ""}→${facts?.["now"] ?? ""}`,
          );
      expect(told.join()).toBe(said);
    },
  );

  test("the visit whose row goes stays a contact where none was logged that day", () => {
    const book = {
      ...two(),
      registers: { ...two().registers, followUps: bookOf().registers.followUps },
    } as SiteBook;
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "followUps")).toMatchObject([
      {
        contactedAt: "2024-03-05 00:00",
        clientId: keep,
        method: "来访",
        notes: "看了三房。",
        consultant: "王强",
      },
    ]);
  });

  test("contradicting answers are asked about; what is not chosen is told", () => {
    const book = two({ one: { age: 35, consultant: "王强" }, other: { age: 38, name: "张三" } });
    expect(mergeQuestions(book, keep, retire, today)).toEqual({
      contradictions: [{ form: "visitors", key: "age", caption: "年龄", kept: 35, other: 38 }],
      owners: ["王强"],
      anew: false,
    });
    const left = written(book, changesOf(merge(book)));
    expect(cellsOf(left, "visitors")[0]?.["age"]).toBe(35);
    expect(cellsOf(left, "grades")[0]?.["remarks"]).toContain("未采用：年龄 38");
    const taken = written(book, changesOf(merge(book, { choices: new Set(["visitors.age"]) })));
    expect(cellsOf(taken, "visitors")[0]?.["age"]).toBe(38);
    expect(cellsOf(taken, "grades")[0]?.["remarks"]).toContain("未采用：年龄 35");
  });

  test("a title gives way to the full name; / gives way to an answer", () => {
    const book = two({ one: { name: "张先生", address: "/" }, other: { name: "张三", address: "涧西区" } });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "visitors")[0]).toMatchObject({ name: "张三", address: "涧西区" });
  });

  test("the first reception stands, though the later row was entered first", () => {
    const book = two({ one: { visitDate: "2024-03-06", consultant: "李娜" } });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "visitors")[0]).toMatchObject({ visitDate: "2024-03-05", consultant: "王强" });
    expect(firstGiven(book, keep, retire, today)).toEqual([retire, keep]);
    expect(firstGiven(two(), keep, retire, today)).toEqual([keep, retire]);
    expect(firstGiven(two(), retire, keep, today)).toEqual([keep, retire]);
  });

  test("a caller who came under another number: the visit's row takes the number that stays", () => {
    const book = bookOf({
      calls: [
        {
          clientId: keep,
          calledAt: "2024-03-01 10:00",
          name: "张先生",
          consultant: "王强",
          mobile: "13803791234",
        },
      ],
      visitors: [visit(retire, { referrerId: keep })],
      grades: [grade(keep), grade(retire)],
    });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "visitors")).toMatchObject([{ clientId: keep, referrerId: null }]);
    expect(settleNumbers(after)).toEqual([]);
  });

  test("nobody becomes their own referrer, others' referrer follows", () => {
    const book = bookOf({
      visitors: [
        visit(keep, { referrerId: retire }),
        visit(retire),
        visit("LY-LS001", { name: "李四", referrerId: retire }),
      ],
      grades: [grade(keep), grade(retire), grade("LY-LS001")],
    });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "visitors").map((each) => each["referrerId"])).toEqual([null, null, keep]);
  });

  test("R16: thanks for having brought them name the number that stays, and are asked for once", () => {
    const task = (detail: string, over: Cells = {}): Cells => ({
      clientId: "LY-LI001",
      reason: "转介绍答谢",
      detail,
      ...over,
    });
    const book = bookOf({
      visitors: [
        visit(keep),
        visit(retire, { mobile: "138 0379 1234" }),
        visit("LY-LI001", { name: "李四" }),
      ],
      careTasks: [
        task("答谢介绍 张三（LY-ZS002） 成交", { notes: "送了 LY-ZS002 的介绍礼" }),
        task("答谢介绍 张三（LY-ZS0021） 成交"),
        task("答谢介绍 张三（CLY-ZS002） 成交"),
        task("答谢（LY-ZS002）", { reason: "节日" }),
      ],
    });
    expect(
      changesOf(merge(book)).filter((change) => change.kind === "set" && change.form === "careTasks"),
    ).toEqual([
      {
        kind: "set",
        form: "careTasks",
        row: 5,
        key: "detail",
        was: "答谢介绍 张三（LY-ZS002） 成交",
        value: "答谢介绍 张三（LY-ZS001） 成交",
      },
      {
        kind: "set",
        form: "careTasks",
        row: 5,
        key: "notes",
        was: "送了 LY-ZS002 的介绍礼",
        value: "送了 LY-ZS001 的介绍礼",
      },
    ]);
  });

  describe("R15: a task that both numbers have is asked for once", () => {
    type Row = readonly [client: string, reason: string, detail: string, due: string, over?: Cells];
    const [call, dinner] = ["电话慰问并答谢", "答谢饭局，请带朋友来"];
    const after = (...rows: readonly Row[]): SiteBook => {
      const book = bookOf({
        visitors: [visit(keep), visit(retire)],
        careTasks: rows.map(([clientId, reason, detail, dueOn, over]) => ({
          clientId,
          reason,
          detail,
          dueOn,
          method: "短信",
          ...over,
        })),
      });
      return written(book, changesOf(merge(book)));
    };
    const doneOf = (book: SiteBook) => cellsOf(book, "careTasks").map((row) => row["doneOn"]);

    test.each<[string, readonly Row[], readonly (string | null)[]]>([
      [
        "one of each, whoever's row is first",
        [
          [retire, "成交次日", call, "2024-03-02"],
          [keep, "成交次日", call, "2024-03-02"],
          [keep, "生日", "生日 03-20：短信祝福", "2024-03-20"],
          [retire, "生日", "生日 03-21：短信祝福", "2024-03-21"],
        ],
        ["/", null, null, "/"],
      ],
      [
        "other deals, other people's days and other festivals are others",
        [
          [keep, "答谢饭局", dinner, "2024-03-31"],
          [retire, "答谢饭局", dinner, "2024-04-07"],
          [keep, "生日", "生日 03-20：短信祝福", "2024-03-20"],
          [retire, "生日", "配偶生日 03-20：短信祝福", "2024-03-20"],
          [keep, "节气", "春分健康提醒", "2024-03-20"],
          [retire, "节气", "清明健康提醒", "2024-03-20"],
          ["LY-LI001", "节气", "清明健康提醒", "2024-03-20"],
        ],
        [null, null, null, null, null, null, null],
      ],
      [
        "what people wrote stays, and so does what is done; what is done is not owed again",
        [
          [keep, "节日", "清明祝福", "2024-04-04"],
          [retire, "节日", "清明祝福", "2024-04-04", { notes: "想要寄卡片" }],
          [keep, "成交次日", call, "2024-03-02", { notes: "先别打" }],
          [retire, "成交次日", call, "2024-03-02", { notes: "下午打" }],
          [keep, "电影周", "邀约看电影，送洗车券", "2024-03-16"],
          [retire, "电影周", "邀约看电影，送洗车券", "2024-03-16", { doneOn: "2024-03-09" }],
          [keep, "节气", "春分健康提醒", "2024-03-20", { doneOn: "/" }],
          [retire, "节气", "春分健康提醒", "2024-03-20"],
        ],
        ["/", null, null, null, "/", "2024-03-09", "/", null],
      ],
      [
        "thanks for having brought them",
        [
          ["LY-LI001", "转介绍答谢", "答谢介绍 张三（LY-ZS001） 成交", "2024-03-10"],
          ["LY-LI001", "转介绍答谢", "答谢介绍 张先生（LY-ZS002） 成交", "2024-03-12"],
          ["LY-LI002", "转介绍答谢", "答谢介绍 张先生（LY-ZS002） 成交", "2024-03-12"],
        ],
        [null, "/", null],
      ],
    ])("%s", (_, rows, done) => {
      expect(doneOf(after(...rows))).toEqual(done);
    });

    test("what is set aside says why, and no row and no word is lost", () => {
      const rows: readonly Row[] = [
        [keep, "成交次日", call, "2024-03-02"],
        [retire, "成交次日", call, "2024-03-02"],
      ];
      expect(cellsOf(after(...rows), "careTasks")).toMatchObject([
        { clientId: keep, doneOn: null, notes: null, detail: call },
        {
          clientId: keep,
          doneOn: "/",
          notes: "2024-03-10 合并：LY-ZS002 并入 LY-ZS001，同一事项另有一行",
          detail: call,
        },
      ]);
    });
  });

  test.each<[string, Cells]>([
    ["by the trail of the reassignment", { remarks: "2024-03-05 重新分配：王强 → 李娜，原因：再未来访" }],
    ["by the × day, where there is no trail", {}],
  ])("R10: a deal from before the client was given up stays the former's, %s", (_, over) => {
    const sold = (subscribedOn: string, kept: Partial<Merging>): readonly string[] => {
      const book = bookOf({
        visitors: [visit(keep), visit(retire)],
        grades: [
          grade(keep, { reachedC: "2024-01-01", reachedDeal: subscribedOn }),
          grade(retire, {
            consultant: "李娜",
            formerConsultant: "王强",
            reachedC: "2024-02-01",
            reachedLost: "2024-03-01",
            reachedD: "2024-03-05",
            ...over,
          }),
        ],
        deals: [{ dealId: dealNumber(keep), consultant: "王强", subscribedOn }],
      });
      const after = written(book, changesOf(merge(book, kept)));
      return checkWorkbook(after, today)
        .map(({ code }) => code)
        .filter((code) => code === "formerHasNoShare");
    };
    for (const kept of [{ owner: "李娜" }, { keep: retire, retire: keep, owner: "李娜" }]) {
      expect(sold("2024-01-05", kept)).toEqual([]);
      expect(sold("2024-03-07", kept)).toEqual(["formerHasNoShare"]);
    }
  });

  test("two consultants: the manager says whose first; never the former", () => {
    const book = bookOf({
      visitors: [visit(keep), visit(retire)],
      grades: [grade(keep), grade(retire, { consultant: "李娜", formerConsultant: "赵敏" })],
    });
    expect(codes(merge(book))).toEqual(["mergeNeedsOwner"]);
    expect(codes(merge(book, { owner: "赵敏" }))).toEqual(["neverTheFormer"]);
    const after = written(book, changesOf(merge(book, { owner: "李娜" })));
    expect(cellsOf(after, "grades")[0]).toMatchObject({ consultant: "李娜", formerConsultant: "赵敏" });
  });

  describe("R10: × under one number, and in hand under the other", () => {
    const lost = (client: ClientNumber, over: Cells = {}): Cells =>
      grade(client, { consultant: "李娜", reachedC: "2024-01-05", reachedLost: "2024-01-15", ...over });
    const inHand = (client: ClientNumber): Cells =>
      grade(client, { consultant: "王强", reachedC: "2024-02-01" });
    const twice = (one: Cells, other: Cells): SiteBook =>
      bookOf({ visitors: [visit(keep), visit(retire)], grades: [one, other] });

    test.each([
      ["the number that stays", twice(lost(keep), inHand(retire))],
      ["the number that goes", twice(inHand(keep), lost(retire))],
    ])(
      "%s is ×: the client is whose they are in hand, and who gave them up is told and never asked",
      (_, book) => {
        expect(mergeQuestions(book, keep, retire, today).owners).toEqual(["王强"]);
        expect(codes(merge(book, { owner: "李娜" }))).toEqual(["neverTheFormer"]);
        const [row] = cellsOf(written(book, changesOf(merge(book))), "grades");
        expect(row).toMatchObject({ consultant: "王强", formerConsultant: "李娜", reachedC: "2024-01-05" });
        expect(row?.["reachedLost"] ?? null).toBeNull();
        expect(row?.["remarks"]).toContain("2024-01-15 放弃：李娜");
      },
    );

    test("× under both: who is not chosen has given them up as well", () => {
      const book = twice(lost(keep), lost(retire, { consultant: "王强", reachedLost: "2024-02-20" }));
      expect(codes(merge(book))).toEqual(["mergeNeedsOwner"]);
      const [row] = cellsOf(written(book, changesOf(merge(book, { owner: "王强" }))), "grades");
      expect(row).toMatchObject({
        consultant: "王强",
        formerConsultant: "李娜",
        reachedLost: "2024-01-15",
      });
      expect(row?.["remarks"]).toContain("2024-02-20 放弃：王强");
    });

    test("one consultant had both numbers: the × is told, and nobody is a former", () => {
      const book = twice(lost(keep), grade(retire, { consultant: "李娜", reachedC: "2024-02-01" }));
      const [row] = cellsOf(written(book, changesOf(merge(book))), "grades");
      expect(row).toMatchObject({ consultant: "李娜" });
      expect(row?.["formerConsultant"] ?? null).toBeNull();
      expect(row?.["remarks"]).toContain("2024-01-15 放弃：李娜");
    });
  });

  describe("R10: whose the client is, and whether they wait", () => {
    /** "王强 C01 ×08 原李娜": a row of 等级跟踪; "" for nobody's. */
    const rowOf = (clientId: ClientNumber, said: string): Cells => {
      const cells: Record<string, string> = {};
      for (const each of said.split(" ")) {
        const [sign, rest] = [each.slice(0, 1), each.slice(1)];
        const key = reachedKey[sign as Grade] as string | undefined;
        if (key !== undefined) cells[key] = `2024-03-${rest}`;
        else if (sign === "原") cells["formerConsultant"] = rest;
        else cells["consultant"] = each;
      }
      return { clientId, ...cells };
    };
    const saidOf = (book: SiteBook): string => {
      const [row = {}] = cellsOf(book, "grades");
      const days = reachedOrder.flatMap((at) =>
        row[reachedKey[at]] ? [`${at}${String(row[reachedKey[at]]).slice(8)}`] : [],
      );
      const former = row["formerConsultant"];
      return [row["consultant"] || "/", ...days, ...(former ? [`原${String(former)}`] : [])].join(" ");
    };
    const bookWith = (
      rows: readonly Cells[],
      active: readonly string[] = ["王强", "李娜", "赵敏"],
    ): SiteBook =>
      bookOf(
        { visitors: [visit(keep), visit(retire)], grades: rows },
        {
          consultants: ["王强", "李娜", "赵敏"].map((name) => ({
            name,
            active: active.includes(name),
            group: "一组",
          })),
        },
      );

    test.each(
      draw(`
        | one               | other             | offered   | becomes                       |
        | 李娜 C05           | 王强 C03 ×08       | 李娜      | 李娜 C03 原王强                |
        | 李娜 C08           | 王强 C03 ×08       | 李娜      | 李娜 C03 原王强                |
        | 李娜 C05           | 李娜 C03 ×08       | 李娜      | 李娜 C03                      |
        | 李娜              | 王强 C03 ×08       | 李娜      | 李娜 C03 原王强                |
        | 李娜 C05           | 赵敏 B06 原王强     | 李娜、赵敏 | 李娜 C05 B06 原王强            |
        | 李娜 C05 原王强     | 王强 B08          | 李娜      | 李娜 C05 B08 原王强            |
        | 李娜 C02 ×05 原王强 | 王强 C08          | 赵敏！    | 赵敏 C02 原王强、李娜          |
        | 王强 C02 ×05       | / C08             | 王强      | 王强 C02 ×05                  |
        | / C02 ×05         | / C08             |           | / C02 ×05                     |
        | 李娜 C02 ×05       | 王强 C03 ×08       | 李娜、王强 | 李娜 C02 ×05 原王强            |
        | 李娜 C02 ×05 原王强 | 王强 C03 ×08       | 李娜      | 李娜 C02 ×05 原王强            |
        | 王强 B05 原王强     | 王强 C03          | 李娜、赵敏！ | 李娜 C03 B05 原王强          |
      `),
    )("“$one” and “$other”: $offered, “$becomes”", ({ one = "", other = "", offered = "", becomes }) => {
      for (const [first, second] of [
        [one, other],
        [other, one],
      ] as const) {
        const book = bookWith([
          rowOf(keep, first.replace("/ ", "")),
          rowOf(retire, second.replace("/ ", "")),
        ]);
        const asked = mergeQuestions(book, keep, retire, today);
        const sorted = (names: readonly string[]) => [...names].sort().join();
        expect(sorted(asked.owners)).toBe(sorted(offered.replace("！", "").split("、")));
        expect(asked.anew).toBe(offered.endsWith("！"));
        const whole = merge(book);
        const refusal = asked.anew ? "mergeNeedsOther" : asked.owners.length > 1 ? "mergeNeedsOwner" : "";
        expect(codes(whole).join()).toBe(refusal);
        const owner = refusal === "" ? "" : (offered.split("、")[0] ?? "").replace("！", "");
        const said = saidOf(written(book, changesOf(merge(book, { owner }))));
        const formers = (text: string) => text.split(/ 原|、/u).sort();
        expect(formers(said)).toEqual(formers(becomes ?? ""));
      }
    });

    test("what the ladder does not keep is told, of the number that stays too", () => {
      const book = bookWith([rowOf(keep, "C01 B08"), rowOf(retire, "王强 C02 ×05")]);
      const after = written(book, changesOf(merge(book)));
      expect(saidOf(after)).toBe("王强 C01 ×05");
      expect(cellsOf(after, "grades")[0]?.["remarks"]).toContain("LY-ZS001 原有 B 2024-03-08，未采用");
    });

    const names = fc.constantFrom("王强", "李娜", "赵敏");
    const ladderRow = fc.record({
      consultant: fc.oneof(names, names, fc.constant(null)),
      formerConsultant: fc.oneof(fc.constant(null), fc.constant(null), names),
      reached: fc.dictionary(fc.constantFrom("D", "C", "B", "×"), fc.integer({ min: 1, max: 9 })),
    });
    type LadderRow = typeof ladderRow extends fc.Arbitrary<infer Made> ? Made : never;
    const cells = (clientId: ClientNumber, { reached, ...row }: LadderRow): Cells => ({
      clientId,
      ...row,
      ...Object.fromEntries(
        Object.entries(reached).map(([at, day]) => [reachedKey[at as Grade], `2024-03-0${day}`]),
      ),
    });
    const endOf = (row: Cells): Grade | undefined =>
      latestReached(
        Object.fromEntries(
          reachedOrder.flatMap((at) => (row[reachedKey[at]] ? [[at, row[reachedKey[at]]]] : [])),
        ),
      );

    test("laws: who has them in hand keeps them alive, every owner offered is taken, none is given back", () => {
      const seen = { anew: 0, stands: 0, outlived: 0 };
      fc.assert(
        fc.property(ladderRow, ladderRow, fc.subarray(["王强", "李娜", "赵敏"]), (one, other, active) => {
          const rows = [cells(keep, one), cells(retire, other)];
          const book = bookWith(rows, active);
          const asked = mergeQuestions(book, keep, retire, today);
          const formers = rows.map((row) => row["formerConsultant"]);
          const gaveUp = rows.filter((row) => endOf(row) === "×").map((row) => row["consultant"]);
          const inHand = rows.filter((row) => row["consultant"] !== null && endOf(row) !== "×");
          const free = inHand
            .map((row) => row["consultant"])
            .filter((name) => !formers.includes(name ?? null));

          const result = (owner: string): Cells =>
            cellsOf(written(book, changesOf(merge(book, { owner }))), "grades")[0] ?? {};
          // A refusal asks for one of those offered, and whoever is offered is taken.
          if (merge(book).ok) expect(asked.owners.length).toBeLessThan(2);
          else expect(asked.owners.length).toBeGreaterThan(0);
          for (const owner of asked.owners) expect(result(owner)["consultant"]).toBe(owner);
          // In hand, and no former: theirs, and alive.
          if (free.length > 0) {
            expect(new Set(asked.owners)).toEqual(new Set(free));
            for (const owner of asked.owners) expect(endOf(result(owner))).not.toBe("×");
            if (gaveUp.length > 0) seen.outlived += 1;
            return;
          }
          if (asked.anew) seen.anew += 1;
          const isBarred = (owner: string) =>
            formers.includes(owner) ||
            (gaveUp.includes(owner) && !inHand.some((row) => row["consultant"] === owner));
          for (const owner of asked.owners) {
            const is = endOf(result(owner));
            if (inHand.length === 0 && gaveUp.length > 0) expect(is).toBe("×");
            if (is === "×") seen.stands += 1;
            // Alive with a former only where they had the client and nobody else is there.
            else if (isBarred(owner) && gaveUp.length > 0) throw new Error(`${owner}: given back`);
          }
        }),
        { numRuns: 400 },
      );
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
    });
  });

  test("R15: a no to messages is kept whatever the other row says; a note on a shared phone is settled", () => {
    const book = bookOf({
      visitors: [visit(keep), visit(retire)],
      grades: [grade(keep, { remarks: "与 LY-ZS002 共用电话：夫妻" }), grade(retire)],
      profiles: [
        { clientId: keep, consent: "是", hobbies: "钓鱼" },
        { clientId: retire, consent: "否", car: "轿车" },
      ],
    });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "profiles")[0]).toMatchObject({
      clientId: keep,
      consent: "否",
      hobbies: "钓鱼",
      car: "轿车",
    });
    expect(cellsOf(after, "grades")[0]?.["remarks"]).not.toContain("共用电话");
  });

  test("with itself, or with nobody, it is refused", () => {
    expect(codes(merge(two(), { retire: keep }))).toEqual(["mergeWithItself"]);
    expect(codes(merge(two(), { retire: "LY-QQ001" as ClientNumber }))).toEqual(["clientUnknown"]);
  });

  test("without a row of 等级跟踪 one is made", () => {
    const book = bookOf({ visitors: [visit(keep), visit(retire)] });
    const after = written(book, changesOf(merge(book)));
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: keep, consultant: "王强", reachedC: "2024-03-01" },
    ]);
  });
});

describe("two ladders made one", () => {
  const days = (text: string): ReachedDays =>
    Object.fromEntries(
      text
        .split(" ")
        .filter((each) => each !== "")
        .map((each) => [each.slice(0, 1), `2024-03-${each.slice(1)}`]),
    );
  const sorted = (reached: ReachedDays) => Object.entries(reached).sort();
  const either = (one: string, other: string, waits: boolean) => [
    sorted(joinReached([days(one), days(other)], waits)),
    sorted(joinReached([days(other), days(one)], waits)),
  ];

  test.each(
    draw(`
      | one     | other       | in hand     | waits       |
      | C01     | C05 B08     | C01 B08     | C01 B08     |
      | C01 B10 | B03         | C01 B03     | C01 B03     |
      | C01 A05 | B03         | C01 B03 A05 | C01 B03 A05 |
      | B05 D10 | D02         | B05 D10     | B05 D10     |
      | C01 ×05 | C03 B08     | C01 B08     | C01 ×05     |
      | C01 B04 | C02 ×09     | C01 B04     | C01 B04 ×09 |
      | C05     | C02 ×05     | C02         | C02 ×05     |
      | C05     | B06 C07 ×09 | C05         | C05 B06 ×09 |
      | C01 √06 | C07 ×09     | C01 √06     | C01 √06     |
      | ×03 C04 | C05 B08     | ×03 C04 B08 | ×03 C04 B08 |
      | ×03 C04 | C01 ×02     | C04 ×03     | C01 ×02     |
      | C01 ×05 | D02 ×09     | C01 D02 ×05 | C01 D02 ×05 |
      |         | C05         | C05         | C05         |
      |         | C05 ×06     | C05         | C05 ×06     |
    `),
  )("$one with $other", (each) => {
    const { one = "", other = "" } = each;
    const expected = (said = "") => [sorted(days(said)), sorted(days(said))];
    expect(either(one, other, false)).toEqual(expected(each["in hand"]));
    expect(either(one, other, true)).toEqual(expected(each["waits"]));
  });

  const ladder = fc
    .dictionary(fc.constantFrom("D", "C", "B", "A", "√", "×"), fc.integer({ min: 1, max: 9 }), { minKeys: 1 })
    .map(
      (reached) =>
        Object.fromEntries(
          Object.entries(reached).map(([at, day]) => [at, `2024-03-0${day}`]),
        ) as ReachedDays,
    );
  test("law: either order gives the same, with itself nothing new, and one of the two stands", () => {
    fc.assert(
      fc.property(ladder, ladder, fc.boolean(), (one, other, waits) => {
        const joined = joinReached([one, other], waits);
        expect(joinReached([other, one], waits)).toEqual(joined);
        expect(latestReached(joinReached([one, one], waits))).toBe(latestReached(one));
        const stands = latestReached(joined) as Grade;
        const ends = [latestReached(one), latestReached(other)];
        expect(ends).toContain(stands);
        const last = (reached: ReachedDays): string => Object.values(reached).sort().at(-1) ?? "";
        if (ends.includes("√")) expect(stands).toBe("√");
        else if (ends.includes("×") && ends.some((end) => end !== "×"))
          // One alive outlives a ×, unless nobody has the client in hand.
          expect(stands === "×").toBe(waits);
        else if (last(one) !== last(other))
          expect(stands).toBe(latestReached(last(one) > last(other) ? one : other));
        for (const [grade, day] of Object.entries(joined))
          expect([one[grade as Grade], other[grade as Grade]]).toContain(day);
      }),
    );
  });
});

describe("laws of a merge", () => {
  /** Every register with rows that name the two, in every blank that can. */
  const everywhere = fc
    .array(
      fc.record({
        at: fc.nat({ max: clientKeys.length - 1 }),
        who: fc.constantFrom(keep, retire, "LY-LS001" as ClientNumber),
      }),
      { maxLength: 30 },
    )
    .map((named) => {
      const rows = new Map<RegisterKey, Cells[]>();
      for (const { at, who } of named) {
        const where = clientKeys[at];
        if (where === undefined || (["visitors", "grades"] as const).some((form) => form === where.form))
          continue;
        const row = { [where.key]: where.spell(who) };
        rows.set(where.form, [...(rows.get(where.form) ?? []), row]);
      }
      return bookOf({
        ...Object.fromEntries(rows),
        visitors: [
          visit("LY-LS001", { name: "李四", mobile: "137 0379 1234", referrerId: retire }),
          visit(keep),
          visit(retire, { visitDate: "2024-03-05" }),
        ],
        grades: [grade("LY-LS001"), grade(retire), grade(keep)],
      });
    });
  const namesOf = (book: SiteBook): readonly string[] =>
    registerKeys.flatMap((form) =>
      fieldsOf(formOf(form)).flatMap(([key, { kind }]) =>
        kind === "clientRef" || kind === "numberStamp"
          ? cellsOf(book, form).flatMap((row) => {
              const parts = parseClientNumber(String(row[key] ?? ""));
              return parts ? [parts.client] : [];
            })
          : [],
      ),
    );

  test("nothing refers to the retired number, all that did follows, and once is enough", () => {
    fc.assert(
      fc.property(everywhere, (book) => {
        const after = written(book, changesOf(merge(book)));
        const [before, names] = [namesOf(book), namesOf(after)];
        expect(names).not.toContain(retire);
        expect(names.filter((name) => name === "LY-LS001")).toEqual(
          before.filter((name) => name === "LY-LS001"),
        );
        expect(codes(merge(after))).toEqual(["clientUnknown"]);
        expect(settleNumbers(after)).toEqual([]);
        const found = checkWorkbook(after, today).map(({ code }) => code);
        expect(found).not.toContain("rowTwice");
        expect(found).not.toContain("numberTwice");
        expect(found).not.toContain("selfReferral");
      }),
      { numRuns: 40 },
    );
  });

  test("what is asked before a merge is asked of the rows of the two alone", () => {
    let asked = 0;
    fc.assert(
      fc.property(everywhere, (book) => {
        const some = onlyRows(book, mergeRows([keep, retire]));
        const [first, second] = firstGiven(book, keep, retire, today);
        expect(firstGiven(some, keep, retire, today)).toEqual([first, second]);
        const questions = mergeQuestions(book, first, second, today);
        asked += questions.contradictions.length + questions.owners.length;
        expect(mergeQuestions(some, first, second, today)).toEqual(questions);
        expect(mergeCounts(some, second)).toEqual(mergeCounts(book, second));
        // And nothing of anybody else has come.
        expect(namesOf(some).filter((name) => name !== keep && name !== retire)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(0);
  });

  test("the retired number is never given again", () => {
    const book = two();
    const after = written(book, changesOf(merge(book)));
    const next = registerVisit(
      after,
      { ...visit("", { name: "赵珊", mobile: "13703790000" }), clientId: null },
      { today, now },
    );
    expect(next).toMatchObject({ ok: true, clientId: "LY-ZS003" });
  });

  test("either may be kept, on any day", () => {
    const book = two();
    for (const [one, other] of [
      [keep, retire],
      [retire, keep],
    ] as const)
      expect(merge(book, { keep: one, retire: other }, "2024-04-01" as CalendarDay)).toMatchObject({
        ok: true,
        clientId: one,
      });
  });
});
