/** R1: a number that was cleared comes back where what still carries it says whose it is; else people are asked. */
import { missingNumbers } from "../../../../src/domain/register/check/check-numbers";
import { bookOf, type Cells, today } from "../book-of";

const visit = (more: Cells = {}): Cells => ({
  visitDate: 45359,
  consultant: "王强",
  name: "张三",
  mobile: "138 0379 1001",
  notes: "问三房，周末再来",
  ...more,
});
const contact = (clientId: string, more: Cells = {}): Cells => ({
  clientId,
  contactedAt: 45359,
  consultant: "王强",
  notes: "问三房，周末再来",
  ...more,
});

type Registers = Parameters<typeof bookOf>[0];
const found = (registers: Registers): readonly string[] =>
  missingNumbers(
    bookOf(
      { visitors: [], calls: [], grades: [], followUps: [], deals: [], ...registers },
      { highest: new Map([["LY-ZS", 9]]) },
    ),
    today,
  ).map(({ form, row, code, facts = {}, fix = [] }) => {
    const [first] = fix;
    const value = first?.kind === "set" ? String(first.value) : "";
    return `${form} ${row} ${code} ${value || `${String(facts["numbers"])} → ${String(facts["becomes"])}`}`;
  });

test("the words of the first contact say whose number it was; nothing else is given or counted", () => {
  const registers = {
    visitors: [visit()],
    grades: [{ clientId: "LY-ZS003", consultant: "王强", reachedC: 45359 }],
    followUps: [contact("LY-ZS003")],
  };
  expect(found(registers)).toEqual(["visitors 5 numberMissing LY-ZS003"]);
  const [problem] = missingNumbers(bookOf({ calls: [], deals: [], ...registers }), today);
  expect(problem?.fix).toEqual([
    { kind: "set", form: "visitors", row: 5, key: "clientId", was: null, value: "LY-ZS003" },
  ]);
});

test.each<[string, Registers, readonly string[]]>([
  [
    "a deal's phone, though the words are gone",
    {
      visitors: [visit({ notes: null })],
      deals: [{ dealId: "CLY-ZS004", name: "张三丰", phone: "13803791001" }],
    },
    ["visitors 5 numberMissing LY-ZS004"],
  ],
  [
    "a lost client's name",
    { visitors: [visit({ notes: null })], lostClients: [{ lostId: "XLY-ZS005", name: "张三" }] },
    ["visitors 5 numberMissing LY-ZS005"],
  ],
  [
    "the number of 张先生, whose full name has come",
    { visitors: [visit({ name: "张三" })], followUps: [contact("LY-ZH002")] },
    ["visitors 5 numberMissing LY-ZH002"],
  ],
  [
    "a visit and a call of one person are one number again",
    {
      visitors: [visit()],
      calls: [visit({ calledAt: 45359, notes: "来电问价" })],
      followUps: [contact("LY-ZS003"), contact("LY-ZS003", { notes: "来电问价" })],
    },
    ["visitors 5 numberMissing LY-ZS003", "calls 5 numberMissing LY-ZS003"],
  ],
  [
    "two numbers with the same words: people are asked",
    { visitors: [visit()], followUps: [contact("LY-ZS003"), contact("LY-ZS004")] },
    ["visitors 5 numberLost LY-ZS003、LY-ZS004 → LY-ZS010"],
  ],
  [
    "two people who may have had one number: people are asked",
    { visitors: [visit(), visit({ mobile: "138 0379 1002" })], followUps: [contact("LY-ZS003")] },
    ["visitors 5 numberLost LY-ZS003 → LY-ZS010", "visitors 6 numberLost LY-ZS003 → LY-ZS011"],
  ],
  [
    "only the consultant and the day: people are asked",
    {
      visitors: [visit({ notes: null })],
      grades: [{ clientId: "LY-ZS003", consultant: "李娜", formerConsultant: "王强", reachedC: 45359 }],
    },
    ["visitors 5 numberLost LY-ZS003 → LY-ZS010"],
  ],
  [
    "a number that somebody stands under is theirs",
    {
      visitors: [visit(), visit({ clientId: "LY-ZS003", mobile: "138 0379 1002" })],
      followUps: [contact("LY-ZS003")],
    },
    ["visitors 5 numberMissing LY-ZS010"],
  ],
  [
    "a number of other letters was not theirs",
    { visitors: [visit()], followUps: [contact("LY-WW003")] },
    ["visitors 5 numberMissing LY-ZS010"],
  ],
  [
    "another day, another consultant",
    {
      visitors: [visit()],
      followUps: [contact("LY-ZS003", { contactedAt: 45400, notes: "别人说的另外的话" })],
    },
    ["visitors 5 numberMissing LY-ZS010"],
  ],
])("%s", (_, registers, expected) => {
  expect(found(registers)).toEqual(expected);
});
