import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import { type AdoptedForm, adoptedForms } from "../../../../src/domain/register/old-sheet/old-cells";
import { oldTargetsOf } from "../../../../src/domain/register/old-sheet/old-targets";
import { draw } from "../../draw";

const matched = (form: string, header: string): string => {
  const [match] = matchOldHeaders(form as AdoptedForm, [header]);
  return match?.key === undefined ? (match?.how ?? "") : `${match.key} ${match.how}`;
};

describe("headers of old registers", () => {
  test.each(
    draw(`
    | form      | header         | found                  |
    | visitors  | 来访日期       | visitDate caption      |
    | visitors  | 接待日期       | visitDate wording      |
    | visitors  | 联系电活       | phone likeness         |
    | visitors  | 联糸电话       | phone likeness         |
    | visitors  | 曰期           | visitDate likeness     |
    | visitors  | 来访曰期       | visitDate likeness     |
    | calls     | 来电曰期       | calledAt likeness      |
    | deals     | 曰期           | unknown                |
    | calls     | 通话时长       | unknown                |
    | visitors  | 到访时长       | unknown                |
    | visitors  | 置业故问       | consultant likeness    |
    | visitors  | 置业问         | consultant likeness    |
    | visitors  | 置业顾顾问     | consultant likeness    |
    | visitors  | 客户来源渠道   | channels likeness      |
    | visitors  | 来访客户年龄   | age likeness           |
    | visitors  | 客户性别       | gender likeness        |
    | visitors  | 意像面积       | areaBand likeness      |
    | visitors  | 付款方试       | payment likeness       |
    | visitors  | 联系方式 手机  | mobile caption         |
    | visitors  | 联系方式 固话  | phone wording          |
    | visitors  | 需求 意向面积  | areaBand wording       |
    | visitors  | 备案 电话      | phone likeness         |
    | visitors  | 客户级别       | grade caption          |
    | visitors  | 意向等级       | grade wording          |
    | visitors  | 领导批示       | unknown                |
    | visitors  | 老客户姓名     | referrerId wording     |
    | visitors  | 原客户姓名     | unknown                |
    | visitors  | 配偶姓名       | unknown                |
    | visitors  | 客服姓名       | unknown                |
    | visitors  | 客服电话       | unknown                |
    | calls     | 客服姓名       | consultant wording     |
    | visitors  | 上次看房时间   | unknown                |
    | visitors  | 单价与总价     | unknown                |
    | visitors  | 电             | unknown                |
    | calls     | 来电时问       | calledAt likeness      |
    | calls     | 接电人         | consultant wording     |
    | calls     | 主叫号码       | mobile wording         |
    | calls     | 客户号码       | mobile wording         |
    | calls     | 呼入时间       | calledAt wording       |
    | calls     | 坐席姓名       | consultant wording     |
    | calls     | 通话小结       | notes wording          |
    | calls     | 序号           | unknown                |
    | calls     | 内容           | notes wording          |
    | calls     | 通话内容       | notes wording          |
    | calls     | 沟通内容       | notes wording          |
    | visitors  | 内容           | notes wording          |
    | visitors  | 登记人         | consultant wording     |
    | visitors  | 置业顾问名     | consultant wording     |
    | followUps | 跟进内容       | notes wording          |
    | followUps | 手机号码       | mobile wording         |
    | followUps | 客户姓名       | name caption           |
    | followUps | 上次跟进日期   | unknown                |
    | deals     | 成交总件       | totalPrice likeness    |
    | deals     | 认购日期       | subscribedOn caption   |
    | deals     | 已收款         | unknown                |
    | deals     | 预约时间       | unknown                |
    | deals     | 预约日期       | unknown                |
    | deals     | 前约日期       | unknown                |
    | deals     | 退房日期       | unknown                |
    | deals     | 退房时间       | unknown                |
    | deals     | 换房日期       | unknown                |
    | deals     | 更名日期       | unknown                |
    | visitors  | 归属人         | consultant wording     |
    | followUps | 归属人         | consultant wording     |
    | deals     | 签约曰期       | signedOn likeness      |
    | deals     | 客户签约日期   | signedOn likeness      |
    | calls     | 意向房号       | unknown                |
    | calls     | 意向房源号     | unknown                |
    | visitors  | 复访时间       | unknown                |
    | visitors  | 下次到访时间   | nextAppointment wording |
    | visitors  | 您的姓名       | name wording           |
    | visitors  | 您的称呼       | name wording           |
    | visitors  | 请填写您的性别 | gender caption         |
    | visitors  | Q1姓名         | name wording           |
    | visitors  | 您的意向户型（可多选） | layout wording |
    | visitors  | 真实姓名       | name wording           |
    | visitors  | 贵姓           | name wording           |
    | visitors  | 购房者         | name wording           |
    | visitors  | 顾客           | name wording           |
    | visitors  | 来访者         | name wording           |
    | visitors  | 意向客户       | name wording           |
    | visitors  | 客户姓名1      | name caption           |
    | visitors  | 客户姓名2      | unknown                |
    | visitors  | 联系人         | name wording           |
    | visitors  | 紧急联系人     | unknown                |
    | visitors  | 姓名/电话      | name likeness          |
    | visitors  | 区域/职业      | residenceArea likeness |
    | visitors  | 当前顾问       | consultant wording     |
    | visitors  | 现置业顾问     | consultant wording     |
    | visitors  | 归属置业顾问   | consultant wording     |
    | visitors  | 接访顾问       | consultant wording     |
    | visitors  | 跟进销售       | consultant wording     |
    | visitors  | 置业顾问1      | consultant caption     |
    | visitors  | 顾问签名       | consultant likeness    |
    | visitors  | 销售签字       | consultant likeness    |
    | visitors  | 负责人         | consultant wording     |
    | visitors  | 首访顾问       | consultant wording     |
    | visitors  | 原置业顾问     | unknown                |
    | visitors  | 渠道专员       | unknown                |
    | grades    | 前置业顾问     | formerConsultant wording |
    | calls     | 当前顾问       | consultant wording     |
    | deals     | 签约顾问       | consultant wording     |
    | visitors  | 首次到访       | visitDate wording      |
    | visitors  | 参观日期       | visitDate wording      |
    | visitors  | 实际到访日期   | visitDate wording      |
    | visitors  | 来访年月日     | visitDate wording      |
    | visitors  | 登记日         | visitDate wording      |
    | visitors  | 填表日期       | visitDate likeness     |
    | visitors  | 创建时间       | visitDate likeness     |
    | visitors  | 交房日期       | unknown                |
    | visitors  | 选房日期       | unknown                |
    | visitors  | 离店时间       | unknown                |
    | visitors  | 离场时间       | unknown                |
    | deals     | 看房日期       | unknown                |
    | deals     | 签到时间       | unknown                |
  `),
  )("$form: $header is $found", ({ form = "", header = "", found }) => {
    expect(matched(form, header)).toBe(found);
  });

  test("who has them now is before who received them first, and 姓名 before 姓名1", () => {
    expect(matchOldHeaders("visitors", ["首访顾问", "当前顾问"])).toMatchObject([
      { key: undefined, rival: "consultant" },
      { key: "consultant", how: "wording" },
    ]);
    expect(matchOldHeaders("visitors", ["姓名1", "姓名", "您的姓名"]).map(({ key }) => key)).toEqual([
      undefined,
      "name",
      undefined,
    ]);
  });

  test("a guess never takes a blank that a column has by name, nor one that another guess wants", () => {
    expect(matchOldHeaders("visitors", ["联系电活", "联系电话"])).toMatchObject([
      { key: undefined, how: "unknown", rival: "phone" },
      { key: "phone", how: "caption" },
    ]);
    expect(matchOldHeaders("visitors", ["联系电活", "联系电花"])).toMatchObject([
      { key: undefined, rival: "phone" },
      { key: undefined, rival: "phone" },
    ]);
  });

  test.each(adoptedForms)("no wording of %s stands for two blanks", (form) => {
    const all = oldTargetsOf(form).flatMap(({ caption, also }) => [...new Set([caption, ...also])]);
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
  });

  test.each(adoptedForms)("every wording of %s is known by itself", (form) => {
    const wrong = oldTargetsOf(form).flatMap(({ key, caption, also }) =>
      [caption, ...also]
        .filter((each) => matchOldHeaders(form, [each])[0]?.key !== key)
        .map((each) => `${key}: ${each}`),
    );
    expect(wrong).toEqual([]);
  });
});
