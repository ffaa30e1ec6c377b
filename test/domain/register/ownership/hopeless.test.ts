/** R10: × is given for a reason of the house's list, wherever it is given; old rows without one are only asked about. */
import { lists } from "../../../../src/domain/forms/lists";
import { appointments } from "../../../../src/domain/register/follow-up/appointments";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Decision } from "../../../../src/domain/register/decision";
import { invite } from "../../../../src/domain/register/follow-up/invite";
import { logContact } from "../../../../src/domain/register/follow-up/log-contact";
import { registerCall } from "../../../../src/domain/register/client/register-call";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import { regrade } from "../../../../src/domain/register/follow-up/regrade";
import type { Site, SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, site, today, written } from "../book-of";

const id = "LY-ZS001" as ClientNumber;
const talk = "电话里说已经在别处买了房，三次邀约都没有来，没有再看的打算，交经理处理";
const reasons = lists.hopelessReason.choices.join("、");
const own: Partial<Site> = { lists: { ...site().lists, hopelessReason: ["已在别处买房", "换城市"] } };
const none: Partial<Site> = { lists: { ...site().lists, hopelessReason: [] } };

const client = (
  more: { readonly grades?: readonly Cells[]; readonly followUps?: readonly Cells[] } = {},
  over: Partial<Site> = {},
): SiteBook =>
  bookOf(
    {
      visitors: [{ clientId: id, visitDate: "2024-03-01", name: "张三", consultant: "王强" }],
      grades: [{ clientId: id, consultant: "王强", reachedC: "2024-03-01" }],
      ...more,
    },
    over,
  );
const said = (decision: Decision): string =>
  decision.ok ? "" : decision.problems.map((each) => `${each.rule} ${each.code}`).join();

const refusal = "R10 hopelessNeedsReason";
const given = draw(`
  | told                          | feedback   | at the house's | at one with a list of its own | at one without |
  | TALK                          |            | refused        | refused                       |                |
  | 再未来访                      |            |                | refused                       |                |
  | 再未来访：TALK                |            |                | refused                       |                |
  | TALK（多次联系 仍拒绝）       |            |                | refused                       |                |
  | TALK                          | 再未来访   |                | refused                       |                |
  | 换城市：TALK                  |            | refused        |                               |                |
  | 不来访                        |            | refused        | refused                       |                |
`);

test.each(given)("× for “$told”, $feedback", (line) => {
  const notes = (line["told"] ?? "").replace("TALK", talk);
  const answers = {
    contactedAt: now,
    clientId: id,
    method: "电话",
    notes,
    feedback: line["feedback"] || null,
    newGrade: "×",
    consultant: "王强",
  };
  const houses = [
    [line["at the house's"], {}],
    [line["at one with a list of its own"], own],
    [line["at one without"], none],
  ] as const;
  for (const [expected, house] of houses) {
    const refused = expected === "refused" ? refusal : "";
    const logged = logContact(client({}, house), answers, { today, now });
    expect([house, said(logged)]).toEqual([house, refused]);
    // In 等级跟踪 there is no row yet, or one without a day: a reason is needed all the same.
    for (const grades of [[], [{ clientId: id, consultant: "王强" }]])
      expect(said(logContact(client({ grades }, house), answers, { today, now }))).toBe(
        house === none ? "" : refused,
      );
    if (line["feedback"] !== "") continue;
    const graded = regrade(client({}, house), { client: id, to: "×", from: "C", reason: notes }, { today });
    expect([house, said(graded)]).toEqual([house, refused]);
  }
});

test("the refusal lists the reasons there are", () => {
  const decision = regrade(client(), { client: id, to: "×", from: "C", reason: "不想买了" }, { today });
  const [problem] = decision.ok ? [] : decision.problems;
  expect(problem && say(problem, "zh").remedy).toBe(`请选一项，经过写在后面：${reasons}`);
  expect(problem && say(problem, "en").remedy).toContain(reasons);
});

test("graded without a contact today, the reason is kept in 备注情况, behind what stands there", () => {
  const grades = [{ clientId: id, consultant: "王强", reachedC: "2024-03-01", remarks: "朋友介绍" }];
  const book = client({ grades });
  const decision = regrade(book, { client: id, to: "×", from: "C", reason: "再未来访" }, { today });
  const after = decision.ok ? written(book, decision.changes) : book;
  expect(cellsOf(after, "grades")[0]).toMatchObject({
    reachedLost: today,
    remarks: `朋友介绍\n${today} 定级 ×：再未来访`,
  });
  expect(asked(after)).toEqual([]);
});

const asked = (book: SiteBook) =>
  checkWorkbook(book, today).filter(({ code }) => code === "hopelessWithoutReason");

describe("the check", () => {
  const lost = { clientId: id, consultant: "王强", reachedC: "2024-03-01", reachedLost: "2024-03-05" };
  const contact = {
    clientId: id,
    contactedAt: "2024-03-05 10:00",
    method: "电话",
    notes: talk,
    consultant: "王强",
  };
  const gave = { ...contact, grade: "C", newGrade: "×" };
  const told = { ...gave, notes: `再未来访：${talk}` };

  test.each<[string, SiteBook, string]>([
    [
      "a contact that gave × without one",
      client({ grades: [lost], followUps: [contact, gave] }),
      "followUps 6 notes",
    ],
    ["… with one", client({ grades: [lost], followUps: [contact, told] }), ""],
    ["… in 客户反馈", client({ grades: [lost], followUps: [{ ...gave, feedback: "再未来访" }] }), ""],
    ["… in 下次跟进事由", client({ grades: [lost], followUps: [{ ...gave, nextReason: "再未来访" }] }), ""],
    [
      "two of one client are one question",
      client({ grades: [lost], followUps: [gave, gave] }),
      "followUps 5 notes",
    ],
    [
      "given once with a reason; said again of who is ×",
      client({ grades: [lost], followUps: [told, { ...gave, grade: "×" }] }),
      "",
    ],
    [
      "given anew to another, and up again without a reason",
      client({ grades: [lost], followUps: [told, { ...contact, grade: "×", newGrade: "C" }, gave] }),
      "followUps 7 notes",
    ],
    [
      "× by hand, and no contact says so",
      client({ grades: [lost], followUps: [contact] }),
      "grades 5 remarks",
    ],
    ["… with one in 备注情况", client({ grades: [{ ...lost, remarks: "再未来访" }] }), ""],
    ["… of somebody given anew since", client({ grades: [{ ...lost, reachedD: "2024-03-08" }] }), ""],
    ["a reason of the house's own list", client({ grades: [{ ...lost, remarks: "换城市" }] }, own), ""],
    ["one of another's", client({ grades: [{ ...lost, remarks: "再未来访" }] }, own), "grades 5 remarks"],
    ["a house that keeps no list asks nothing", client({ grades: [lost], followUps: [gave] }, none), ""],
  ])("%s", (_, book, expected) => {
    const found = asked(book);
    expect(found.map(({ form, row, key }) => `${form} ${row} ${key}`).join()).toBe(expected);
    for (const each of found)
      expect(each).toMatchObject({ rule: "R10", severity: "warning", facts: { client: id } });
  });

  test("the question names the client and the list", () => {
    const [found] = asked(client({ grades: [lost], followUps: [gave] }));
    expect(found && say(found, "zh")).toEqual({
      where: "跟踪记录 第 5 行“跟踪情况”",
      says: `${id} 定为 ×，没有写是哪一项放弃原因`,
      remedy: `请在这一格写上其中一项：${reasons}；经过写在后面`,
    });
  });
});

describe("who is × waits for the manager, whoever serves them", () => {
  const books = {
    "×": client({
      grades: [{ clientId: id, consultant: "王强", reachedC: "2024-03-01", reachedLost: "2024-03-05" }],
    }),
    C: client(),
  };
  const acts: Readonly<Record<string, (book: SiteBook) => Decision>> = {
    邀约: (book) => invite(book, { clientId: id, invitedFor: "2024-03-11 10:00" }, { today, now }),
    跟踪: (book) =>
      logContact(
        book,
        { contactedAt: now, clientId: id, method: "电话", notes: talk, consultant: "李娜" },
        { today, now },
      ),
    来访: (book) =>
      registerVisit(
        book,
        {
          visitDate: today,
          name: "张三",
          gender: "男",
          mobile: "13803791234",
          channels: "路过",
          consultant: "李娜",
        },
        { today, now, phone: { is: "sameClient", clientId: id } },
      ),
    来电: (book) =>
      registerCall(
        book,
        {
          calledAt: now,
          name: "张三",
          gender: "男",
          mobile: "13803791234",
          channels: "路过",
          notes: talk,
          consultant: "李娜",
        },
        { today, now, phone: { is: "sameClient", clientId: id } },
      ),
  };

  test.each(Object.entries(acts))("%s says so, and is done all the same", (_, act) => {
    const hintsOf = (book: SiteBook) => {
      const decision = act(book);
      return decision.ok ? decision.hints.filter(({ code }) => code === "hopelessWaits") : undefined;
    };
    expect(hintsOf(books["×"])).toMatchObject([{ facts: { client: id, consultant: "王强" } }]);
    expect(hintsOf(books.C)).toEqual([]);
  });

  test("their appointment shows it", () => {
    const invited = (book: SiteBook) => {
      const decision = acts["邀约"]?.(book);
      return appointments(written(book, decision?.ok === true ? decision.changes : []), today);
    };
    expect(invited(books["×"])).toMatchObject([{ client: id, hopeless: true }]);
    expect(invited(books.C)).toMatchObject([{ client: id, hopeless: false }]);
  });
});
