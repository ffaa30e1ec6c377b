import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { housePolicies } from "../../../../src/domain/register/settings/policies";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, type Cells, today } from "../book-of";

const husband: Cells = {
  clientId: "LY-ZS001",
  visitDate: "2024-03-01",
  consultant: "王强",
  name: "张三",
  gender: "男",
  mobile: "138 0379 1234",
  residenceArea: "涧西区",
  address: "涧西区长安路1号",
};
const wife: Cells = {
  ...husband,
  clientId: "LY-SL001",
  visitDate: "2024-03-05",
  consultant: "李娜",
  name: "孙丽",
  gender: "女",
  mobile: "139 0000 2222",
};
const profiles: readonly Cells[] = [{ clientId: "LY-ZS001", spouseName: "孙 丽", childName: "张小三" }];
const found = (registers: Parameters<typeof bookOf>[0], kin: readonly string[] = ["配偶", "父母", "子女"]) =>
  checkWorkbook(bookOf(registers, { policies: { ...housePolicies, kin } }), today).filter(
    ({ code }) => code === "kinOfAnother",
  );

test("the spouse on file, registered by another consultant, is a question that shows both", () => {
  const [problem, ...others] = found({ visitors: [husband, wife], profiles });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    form: "profiles",
    row: 5,
    key: "spouseName",
    severity: "hint",
    rule: "R9",
  });
  expect(problem && say(problem, "zh").says).toBe(
    "“孙丽”是 张三（LY-ZS001，王强） 的配偶，来访登记第 6 行 孙丽（LY-SL001，李娜）同名、地址相同",
  );
});

test.each([
  ["by phone", { mobile: husband["mobile"] ?? null, address: null, residenceArea: null }, "电话"],
  ["by area", { address: "别处" }, "现住区域"],
])("not by the name alone, but %s", (_, over, reason) => {
  expect(found({ visitors: [husband, { ...wife, ...over }], profiles })).toMatchObject([
    { facts: { reason } },
  ]);
});

test("a father named in 来访关系", () => {
  const visitors = [
    { ...husband, partyRelation: "父亲张大山" },
    { ...wife, clientId: "LY-ZD001", name: "张大山" },
  ];
  expect(found({ visitors })).toMatchObject([{ form: "visitors", key: "partyRelation" }]);
});

test.each([
  [
    "a namesake from elsewhere",
    [husband, { ...wife, address: "别处", residenceArea: "老城区" }],
    [],
    profiles,
  ],
  ["of one consultant", [husband, { ...wife, consultant: "王强" }], [], profiles],
  [
    "given to one consultant by the manager",
    [husband, wife],
    [{ clientId: "LY-SL001", consultant: "王强" }],
    profiles,
  ],
  [
    "known to the manager",
    [husband, wife],
    [{ clientId: "LY-SL001", consultant: "李娜", remarks: "与 LY-ZS001 共用电话：夫妻" }],
    profiles,
  ],
  ["a client's own name", [husband], [], [{ clientId: "LY-ZS001", spouseName: "张三" }]],
] as const)("no question: %s", (_, visitors, grades, files) => {
  expect(found({ visitors, grades, profiles: files })).toEqual([]);
});

test("kin that 设置 does not count are clients of their own", () => {
  expect(found({ visitors: [husband, wife], profiles }, ["父母"])).toEqual([]);
  expect(found({ visitors: [husband, wife], profiles }, ["夫妻"])).toHaveLength(1);
});
