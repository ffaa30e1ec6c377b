import fc from "fast-check";
import { formOf, type RegisterKey } from "../../../../src/domain/forms/index";
import { serialOfDay } from "../../../../src/domain/kit/calendar-day";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook, countFaults } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes, previewFixes } from "../../../../src/domain/register/check/fixes";
import type { Problem, Severity } from "../../../../src/domain/register/problem";
import { settleNumbers } from "../../../../src/domain/register/check/settle-numbers";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { cellOf } from "../../../../src/workbook/plan/cells";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, register, today, written } from "../book-of";

const serial = (day: string): number => serialOfDay(day as CalendarDay);
const long =
  "客户带家人来看三房，认可地段和户型，嫌总价略高，想再比较两家楼盘，已约周末带父母复看样板房并谈按揭方案，态度积极，可以继续跟进。";

/** A visitor with nothing wrong. */
const zhang: Cells = {
  clientId: "LY-ZS001",
  visitDate: serial("2024-03-08"),
  consultant: "王强",
  name: "张三",
  gender: "男",
  age: 35,
  maritalStatus: "已婚",
  phone: "0379-6391 2345",
  mobile: "138 0379 1234",
  residenceArea: "西工区",
  address: "/",
  postcode: "/",
  familyStructure: "三口之家",
  partySize: 2,
  partyRelation: "夫妻",
  channels: "路过",
  referrerId: "/",
  concerns: "地段、单价",
  motive: "自用",
  motiveFor: "/",
  occupation: "老师",
  propertyType: "高层",
  areaBand: "81–100",
  layout: "3/2",
  unitPriceBand: "3000–3500",
  totalPriceBand: "31–40",
  payment: "按揭贷款",
  recommendedUnits: "/",
  preferredUnits: "/",
  notes: long,
  nextAppointment: "/",
};
const next: Cells = {
  contactedAt: serial("2024-03-08") + 0.5,
  clientId: "LY-ZS001",
  method: "来访",
  notes: long,
  nextAt: serial("2024-03-12"),
  consultant: "王强",
};
const graded: Cells = { clientId: "LY-ZS001", consultant: "王强", reachedC: serial("2024-03-08") };
const li: Cells = {
  ...zhang,
  clientId: "LY-LS001",
  name: "李四",
  mobile: "138 0379 1299",
  phone: "0379-6391 2399",
};
const gradedLi: Cells = { ...graded, clientId: "LY-LS001" };
const nextLi: Cells = { ...next, clientId: "LY-LS001" };
const deal: Cells = {
  dealId: "CLY-ZS001",
  consultant: "王强",
  queuedOn: "/",
  subscribedOn: serial("2024-03-09"),
  signedOn: "/",
  name: "张三",
  gender: "男",
  age: 35,
  birthday: "/",
  phone: "138 0379 1234",
  address: "/",
  householdSize: 3,
  occupation: "老师",
  residenceArea: "西工区",
  purpose: "自用",
  objections: "总价",
  payment: "按揭贷款",
  purchaseOrdinal: "一次",
  householdIncome: "/",
  unitNo: "3-1201",
  location: "/",
  unitCategory: "住宅",
  floorArea: 92.5,
  gardenArea: "/",
  otherArea: "/",
  unitPrice: 3600,
  totalPrice: 333000,
  propertyType: "高层",
  layout: "3/2",
  channels: "路过",
  referralProspect: "否",
};
const counted = {
  highest: new Map([
    ["LY-ZS", 9],
    ["LY-LS", 9],
  ]),
};

const right = (more: Partial<Record<RegisterKey, readonly Cells[]>> = {}): SiteBook =>
  bookOf({ visitors: [zhang], grades: [graded], followUps: [next], ...more }, counted);
const both = (more: Partial<Record<RegisterKey, readonly Cells[]>> = {}): SiteBook =>
  right({ visitors: [zhang, li], grades: [graded, gradedLi], followUps: [next, nextLi], ...more });

const brief = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, form, row, key }) =>
    [form, row, key, code].filter((each) => each !== undefined).join(" "),
  );
const check = (book: SiteBook) => checkWorkbook(book, today);

describe("near numbers of other names (R9)", () => {
  const near = (count: number): readonly Problem[] => {
    const numbered = Array.from({ length: count }, (_, at): Cells => {
      const id = at === 0 ? "LY-ZS001" : `LY-LS${String(at).padStart(3, "0")}`;
      return {
        ...zhang,
        ...(at === 0 ? {} : { name: `李四${String.fromCharCode(0x4e00 + at)}` }),
        clientId: id,
        mobile: `138 0379 12${String(10 + at)}`,
        phone: "/",
      };
    });
    return check(right({ visitors: numbered })).filter(({ code }) => /numbersNear/iu.test(code));
  };

  test("a hint that shows both records, and says that it may be chance", () => {
    const [found, ...others] = near(2);
    expect(others).toEqual([]);
    expect(found?.severity).toBe("hint");
    expect(found && say(found, "zh")).toEqual({
      where: "来访登记 第 6 行“手机”",
      says: "138 0379 1211 与 来访登记第 5 行 张三（LY-ZS001，王强）的 138 0379 1210 只差一位或有两位颠倒",
      remedy: "请核对有没有记错；也可能只是号码相近的两个人，那就不用改",
    });
    expect(found && say(found, "en").remedy).toContain("two people whose numbers are near by chance");
  });

  test("a block of numbers is one question, with how many", () => {
    const [found, ...others] = near(12);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "manyNumbersNear", severity: "hint", facts: { together: 12 } });
    expect(found && say(found, "zh").says).toMatch(/^共有 12 位客户的号码/u);
  });
});

describe("checking a workbook", () => {
  test("nothing is said about a right one, blank rows included", () => {
    expect(check(both({ deals: [], calls: [{}, { no: 1 }] }))).toEqual([]);
  });

  const cells = draw(`
    | key            | cell        | found                      | rule | severity |
    | mobile         | 13803791234 | mobile spelling            | R8   | warning  |
    | mobile         | 1380379123  | mobile mobileDigits        | R2   | error    |
    | mobile         | /           | oneNumber                  | R8   | hint     |
    | visitDate      | 2024-03-08  | visitDate asText           | R8   | warning  |
    | visitDate      | 2024.3.8    | visitDate spelling         | R8   | warning  |
    | name           | /           | name cannotBeNothing       | R3   | error    |
    | gender         |             | gender required            | R3   | error    |
    | consultant     |             | consultant requiredReally  | R3   | error    |
    | consultant     | 钱多多      | consultant notOnRoster     | R9   | error    |
    | age            | 35          | age asText                 | R8   | warning  |
    | age            |             | age notAsked               | R3   | hint     |
    | age            | /           |                            |      |          |
    | gender         | /           |                            |      |          |
    | channels       | 老带新      | referrerId askedWhen       | R3   | warning  |
    | notes          | 看看三房    | notes thinNotes            | R8   | hint     |
    | notes          | 同上        | notes perfunctory          | R8   | warning  |
    | notes          | 无          | notes perfunctory          | R8   | warning  |
    | notes          | 哈哈哈哈哈  | notes perfunctory          | R8   | warning  |
    | referrerId     | LY-ZS001    | referrerId selfReferral    | R16  | error    |
    | referrerId     | LY-XX001    | referrerId clientUnknown   | R1   | error    |
    | clientId       | 张三        | clientId notAClientNumber  | R1   | error    |
  `);
  test.each(cells)("来访登记 $key “$cell”: $found", ({ key = "", cell, found, rule, severity }) => {
    const row = { ...zhang, [key]: cell === "" ? null : (cell ?? null) };
    if (key === "channels") Object.assign(row, { referrerId: null });
    const problems = check(right({ visitors: [row] })).filter(
      ({ form, code }) => form === "visitors" && !(key === "channels" && code === "notAsked"),
    );
    expect(brief(problems)).toEqual(found === "" ? [] : [`visitors 5 ${found}`]);
    if (found !== "") expect(problems[0]).toMatchObject({ rule, severity });
  });

  describe("across rows", () => {
    const cases: readonly (readonly [string, SiteBook, readonly string[]])[] = [
      [
        "R1: two people, one number; what refers to the later one follows",
        both({
          visitors: [zhang, { ...li, clientId: "LY-ZS001", name: "赵四" }],
          grades: [graded, { ...graded, consultant: "李娜" }],
          followUps: [next],
        }),
        ["visitors 5 clientId numberTwice", "visitors 6 clientId numberTwice"],
      ],
      ["R1: one person, two rows", right({ visitors: [zhang, zhang] }), ["visitors 6 clientId rowTwice"]],
      ["R4: two rows of 等级跟踪", right({ grades: [graded, graded] }), ["grades 6 clientId rowTwice"]],
      [
        "R1: a number that begins unlike name or region is a hint; 张先生's stays",
        bookOf(
          {
            visitors: [
              { ...zhang, clientId: "LY-LS001" },
              { ...li, clientId: "CQ-LS002" },
              {
                ...zhang,
                clientId: "LY-ZH001",
                mobile: "138 0379 1288",
                phone: "0379-6391 2388",
                name: "张松",
              },
            ],
            grades: ["LY-LS001", "CQ-LS002", "LY-ZH001"].map((clientId) => ({ ...graded, clientId })),
            followUps: ["LY-LS001", "CQ-LS002", "LY-ZH001"].map((clientId) => ({ ...next, clientId })),
          },
          {
            highest: new Map([
              ["LY-LS", 9],
              ["LY-ZH", 9],
            ]),
          },
        ),
        [
          "visitors 5 clientId numberElsewhere",
          "visitors 6 clientId numberElsewhere",
          "visitors 6 clientId numberNotCounted",
        ],
      ],
      [
        "R1: a number given while a title parted by blanks was read as a name stays",
        bookOf(
          {
            visitors: [
              { ...zhang, clientId: "LY-XL001", name: "小 李" },
              { ...li, clientId: "LY-ZN001", name: "张女士/李先生" },
            ],
            grades: ["LY-XL001", "LY-ZN001"].map((clientId) => ({ ...graded, clientId })),
            followUps: ["LY-XL001", "LY-ZN001"].map((clientId) => ({ ...next, clientId })),
          },
          {
            highest: new Map([
              ["LY-XL", 1],
              ["LY-ZN", 1],
            ]),
          },
        ),
        [],
      ],
      [
        "R1: a number that was never counted",
        { ...right(), site: { ...right().site, highest: new Map() } },
        ["visitors 5 clientId numberNotCounted"],
      ],
      [
        "R9: equal phone, two numbers: an error in both rows",
        both({
          visitors: [
            { ...zhang, phone: "/" },
            { ...li, mobile: "13803791234" },
          ],
        }),
        [
          "visitors 5 oneNumber",
          "visitors 5 mobile phoneTwice",
          "visitors 6 mobile spelling",
          "visitors 6 mobile phoneTwice",
        ],
      ],
      [
        "R9: one shared number among several is a question",
        both({ visitors: [zhang, { ...li, phone: "0379-6391 2345" }] }),
        ["visitors 5 phone phoneShared", "visitors 6 phone phoneShared"],
      ],
      [
        "R9: a phone whose sharing was noted is a question too",
        both({
          visitors: [
            { ...zhang, phone: "/" },
            { ...li, mobile: "138 0379 1234" },
          ],
          grades: [graded, { ...gradedLi, remarks: "与 LY-ZS001 共用电话：兄弟" }],
        }),
        ["visitors 5 oneNumber", "visitors 5 mobile phoneShared", "visitors 6 mobile phoneShared"],
      ],
      [
        "R9: equal name, area and consultant; one digit off",
        both({
          visitors: [zhang, { ...li, name: "张三", clientId: "LY-ZS002" }],
          grades: [graded, { ...graded, clientId: "LY-ZS002" }],
          followUps: [next, { ...next, clientId: "LY-ZS002" }],
        }),
        ["visitors 5 name likelySame", "visitors 6 name likelySame"],
      ],
      [
        "R9: two digits swapped, and another name: one question, where the later number stands",
        both({ visitors: [zhang, { ...li, mobile: "139 0379 1234", phone: "0379-6319 2345" }] }),
        ["visitors 6 mobile numbersNear"],
      ],
      [
        "R9: … and where the near number is the second",
        both({ visitors: [zhang, { ...li, phone: "0379-6319 2345" }] }),
        ["visitors 6 phone numbersNear"],
      ],
      [
        "R1, R9: the caller under another number",
        right({
          visitors: [{ ...zhang, phone: "/" }],
          calls: [
            {
              clientId: "LY-LS001",
              calledAt: serial("2024-03-08") + 0.5,
              name: "李四",
              gender: "女",
              mobile: "138 0379 1234",
              otherContact: "/",
              channels: "路过",
              advertisement: "/",
              residenceArea: "/",
              propertyType: "/",
              layout: "/",
              areaBand: "/",
              motive: "/",
              acceptablePrice: "/",
              notes: long,
              consultant: "王强",
            },
          ],
          grades: [graded, gradedLi],
        }),
        ["visitors 5 oneNumber", "visitors 5 mobile phoneTwice", "calls 5 mobile phoneTwice"],
      ],
      ["R4: no row in 等级跟踪", right({ grades: [] }), ["visitors 5 clientId gradeRowMissing"]],
      [
        "R4: a row in 等级跟踪 of nobody",
        right({ grades: [graded, gradedLi] }),
        ["grades 6 clientId gradeRowOrphan"],
      ],
      ["R4: no grade", right({ grades: [{ ...graded, reachedC: null }] }), ["grades 5 clientId noGrade"]],
      [
        "R4: reached before the first contact",
        right({ grades: [{ ...graded, reachedD: serial("2024-03-01") }] }),
        ["grades 5 reachedD reachedBeforeFirst"],
      ],
      [
        "R4: √ without a deal",
        right({ grades: [{ ...graded, reachedDeal: serial("2024-03-09") }] }),
        ["grades 5 reachedDeal dealMissing"],
      ],
      ["R4: a deal without √", right({ deals: [deal] }), ["grades 5 clientId dealNotReached"]],
      [
        "R4: a deal and √ are right",
        right({ deals: [deal], grades: [{ ...graded, reachedDeal: serial("2024-03-09") }] }),
        [],
      ],
      [
        "R4: × ends the ladder",
        right({ grades: [{ ...graded, reachedLost: serial("2024-03-08"), reachedB: serial("2024-03-09") }] }),
        ["grades 5 reachedB movedAfterEnd"],
      ],
      [
        "R10: but for a reassignment",
        right({
          grades: [
            {
              ...graded,
              reachedLost: serial("2024-03-08"),
              reachedD: serial("2024-03-09"),
              formerConsultant: "李娜",
            },
          ],
        }),
        [],
      ],
      [
        "R4: down without a word that day",
        right({ grades: [{ ...graded, reachedD: serial("2024-03-09") }] }),
        ["grades 5 reachedD demotionWithoutReason"],
      ],
      [
        "R4: down with a reason",
        right({
          grades: [{ ...graded, reachedD: serial("2024-03-09") }],
          followUps: [next, { ...next, contactedAt: serial("2024-03-09") + 0.4 }],
        }),
        [],
      ],
      ["R4: up", right({ grades: [{ ...graded, reachedB: serial("2024-03-09") }] }), []],
      [
        "R4: two steps up without a word that day",
        right({ grades: [{ ...graded, reachedA: serial("2024-03-09") }] }),
        ["grades 5 reachedA jumpWithoutNote"],
      ],
      [
        "R4: two steps up with a note",
        right({
          grades: [{ ...graded, reachedA: serial("2024-03-09") }],
          followUps: [next, { ...next, contactedAt: serial("2024-03-09") + 0.4 }],
        }),
        [],
      ],
      [
        "R1: a contact of nobody",
        right({ followUps: [next, { ...next, clientId: "LY-WW001" }] }),
        ["followUps 6 clientId clientUnknown"],
      ],
      [
        "R1: a reception of nobody; nobody in particular is no error",
        right({
          receptions: [
            {
              at: serial("2024-03-10") + 0.4,
              receiver: "王强",
              kind: "老客户",
              counts: "否",
              clientId: "LY-WW001",
            },
            { at: serial("2024-03-10") + 0.4, receiver: "王强", kind: "老客户", counts: "否", clientId: "/" },
          ],
        }),
        ["receptions 5 clientId clientUnknown"],
      ],
      [
        "R8: thin notes by method",
        right({ followUps: [next, { ...next, method: "电话", notes: "问了问价格，说再想想。" }] }),
        ["followUps 6 notes thinNotes"],
      ],
      [
        "R12, R13: a deal's total, its days, its unit",
        right({
          grades: [{ ...graded, reachedDeal: serial("2024-03-09") }],
          deals: [
            { ...deal, totalPrice: 333002 },
            { ...deal, signedOn: serial("2024-03-01") },
          ],
        }),
        [
          "deals 5 unitNo unitTwice",
          "deals 5 totalPrice totalMismatch",
          "deals 6 signedOn dateOrder",
          "deals 6 unitNo unitTwice",
        ],
      ],
      [
        "R1: a deal report without a number",
        right({ deals: [{ ...deal, dealId: null }] }),
        ["deals 5 dealId requiredReally"],
      ],
      [
        "R8: the third contact, the visit itself not among those logged",
        right({
          visitors: [
            Object.fromEntries(
              Object.entries(zhang).map(([key, cell]) =>
                /age|marital|area|Band|layout|payment|concerns|motive|occupation/iu.test(key)
                  ? [key, null]
                  : [key, cell],
              ),
            ),
          ],
          followUps: ["2024-03-09", "2024-03-10"].map((on) => ({ ...next, contactedAt: serial(on) + 0.4 })),
        }),
        ["visitors 5 incomplete", "visitors 5 age notAsked"],
      ],
      [
        "R8: completeness by acquaintance",
        right({
          visitors: [
            Object.fromEntries(
              Object.entries(zhang).map(([key, cell]) =>
                /age|marital|area|Band|layout|payment|concerns|motive|occupation|family|post|address/iu.test(
                  key,
                )
                  ? [key, null]
                  : [key, cell],
              ),
            ),
          ],
          followUps: [next, next, next],
        }),
        ["visitors 5 incomplete", "visitors 5 age notAsked"],
      ],
    ];
    test.each(cases)("%s", (_, book, found) => {
      expect(brief(check(book))).toEqual(found);
    });
  });

  test("R14: a lost table and a lost column are said once, not row by row", () => {
    const book = right();
    const { calls: _, ...registers } = book.registers;
    const columns = new Map(register("visitors", [zhang]).columns);
    columns.delete("gender");
    const broken: SiteBook = {
      ...book,
      absent: ["calls"],
      registers: { ...registers, visitors: register("visitors", [zhang], { columns, missing: ["性别"] }) },
    };
    expect(brief(check(broken))).toEqual([
      "visitors columnMissing",
      "calls tableMissing",
      "calls tableNotRead",
    ]);
  });

  describe("fixes", () => {
    const typed = both({
      visitors: [
        { ...zhang, clientId: null, mobile: "13803791234", visitDate: "2024.3.8", address: null },
        { ...li, clientId: null, name: "张山" },
        { ...li, clientId: null, name: "★☆", mobile: "138 0379 1277", phone: "/" },
      ],
      calls: [
        {
          clientId: "LY-ZH002",
          calledAt: serial("2024-03-07") + 0.5,
          name: "张先生",
          gender: "男",
          mobile: "138 0379 1234",
          channels: "路过",
          notes: long,
          consultant: "王强",
        },
      ],
      grades: [],
      followUps: [],
    });
    const problems = check(typed);

    test("numbers: the caller's own, else the next; names without a reading are asked about", () => {
      const numbers = problems.filter(({ code }) => code === "numberMissing" || code === "noLetters");
      expect(numbers.map(({ row, facts }) => [row, facts?.["becomes"] ?? null])).toEqual([
        [5, "LY-ZH002"],
        [6, "LY-ZS010"],
        [7, null],
      ]);
      expect(numbers[2]).toMatchObject({ code: "noLetters", severity: "error" });
      expect(numbers[2] && say(numbers[2], "zh")).toMatchObject({
        where: "来访登记 第 7 行“客户编号”",
        remedy: expect.stringContaining("LY-AB001") as string,
      });
    });

    test("written, they leave nothing that has one right answer", () => {
      const after = written(typed, applyFixes(problems));
      expect(cellsOf(after, "visitors")).toMatchObject([
        { clientId: "LY-ZH002", mobile: "138 0379 1234", visitDate: "2024-03-08", address: "/" },
        { clientId: "LY-ZS010" },
        { clientId: null },
      ]);
      expect(cellsOf(after, "grades").map((row) => row["clientId"])).toEqual(["LY-ZH002", "LY-ZS010"]);
      expect(after.site.highest.get("LY-ZS")).toBe(10);
      // The day is kept as a serial by a real writer; here it is text, which is all that is left to say.
      expect(check(after).filter(({ fix, code }) => fix !== undefined && code !== "asText")).toEqual([]);
    });

    test("what will be changed is shown first", () => {
      const lines = previewFixes(problems).filter(({ row, form }) => form === "visitors" && row === 5);
      expect(lines.map(({ caption, was, becomes }) => [caption, was, becomes])).toEqual([
        ["客户编号", null, "LY-ZH002"],
        ["来访日期", "2024.3.8", "2024-03-08"],
        ["手机", "13803791234", "138 0379 1234"],
        ["地址", null, "/"],
      ]);
    });

    test("R1: a clash is settled from the check, too", () => {
      const clash = both({
        visitors: [zhang, { ...li, clientId: "LY-ZS001", name: "赵四" }],
        grades: [graded, { ...graded, consultant: "李娜" }],
      });
      const after = written(clash, applyFixes(check(clash)));
      expect(cellsOf(after, "visitors").map((row) => row["clientId"])).toEqual(["LY-ZS001", "LY-ZS010"]);
    });
  });

  test("what the fixes write needs no fix again (for any rows)", () => {
    const cell = (...some: readonly (string | number | null)[]) => fc.constantFrom(...some);
    const visitor = fc.record({
      clientId: cell(null, "LY-ZS001", "LY-LS004", "ly-zs002", "张三"),
      visitDate: cell("2024.3.5", serial("2024-03-08"), "昨天", null),
      consultant: cell("王强", "王 强", "钱多多"),
      name: cell("张三", "赵四", "张先生", "★", null),
      gender: cell("男", "先生", null),
      age: cell("35岁", 35, "/", null),
      phone: cell("63912345", "/", null),
      mobile: cell("13803791234", "138 0379 1235", 13803791236, "1380379123", null),
      channels: cell("日报/户外", "老带新", null),
    });
    const grade = fc.record({
      clientId: cell("LY-ZS001", "LY-LS004", null),
      consultant: cell("王强", "李娜"),
      reachedC: cell("2024.3.5", serial("2024-03-08"), null),
    });
    const asCell = (form: RegisterKey, key: string, answer: string | number) => {
      const field = formOf(form).fields[key];
      return field ? cellOf(field, answer) : answer;
    };
    fc.assert(
      fc.property(
        fc.array(visitor, { maxLength: 6 }),
        fc.array(grade, { maxLength: 3 }),
        (visitors, grades) => {
          let book = bookOf({ visitors, grades });
          // Nothing but what could be better is left out.
          expect(checkWorkbook(book, today, "faults")).toEqual(
            check(book).filter(({ severity }) => severity !== "hint"),
          );
          const graveAs = (wanted: Severity) => check(book).filter(({ severity }) => severity === wanted);
          expect(countFaults(book, today)).toMatchObject({
            error: graveAs("error").length,
            warning: graveAs("warning").length,
          });
          for (let round = 0; round < 3; round++) {
            const changes = applyFixes(check(book));
            if (changes.length === 0) break;
            book = written(book, changes, asCell);
          }
          expect(check(book).filter(({ fix }) => fix !== undefined)).toEqual([]);
          expect(settleNumbers(book)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("problems come in the workbook's order, and every one can be said without a gap", () => {
    const book = right({
      visitors: [{ ...zhang, mobile: "1380379123", age: 200, consultant: "钱多多", gender: null }],
      grades: [],
      deals: [{ ...deal, totalPrice: "面议" }],
    });
    const problems = check(book);
    expect(problems.length).toBeGreaterThan(4);
    for (const problem of problems) {
      const { where, says, remedy } = say(problem, "zh");
      expect(where).toMatch(/^\S+ 第 \d+ 行(“.+”)?$/u);
      expect(says + remedy).not.toMatch(/undefined|[{}]|“”/u);
    }
  });
});
