/** @jest-environment ./test/jsdom-environment.js */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import {
  answerKind,
  area,
  clientRef,
  computed,
  contact,
  day,
  digits,
  type Field,
  eventRef,
  fromRoster,
  idCard,
  type Kind,
  landline,
  lines,
  mobile,
  moment,
  money,
  numberStamp,
  oneLine,
  tickMany,
  tickOne,
  unitRef,
  wholeNumber,
} from "../../src/domain/form/field";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { BlankProps, PaperContext } from "../../src/taskpane/blank/blank";
import { blanks } from "../../src/taskpane/blank/blanks";
import { toggled } from "../../src/taskpane/blank/choice-chips";
import { Line } from "../../src/taskpane/blank/line";
import { startWords } from "../../src/taskpane/i18n/i18n";
import { invented } from "./stand-in";
import "./show";

const words = startWords("zh-CN");
const paper: PaperContext = {
  today: "2026-11-22" as CalendarDay,
  choices: (list) => invented.lists[list],
  consultants: ["王芳", "李强"],
  referred: { units: [], events: ["开盘"] },
  clients: [
    {
      id: "LY-ZS001",
      name: "张三",
      phones: ["138 0379 1234"],
      consultant: "王芳",
      grade: "B",
    },
  ],
};

const Blank = ({ field, told }: { readonly field: Field; readonly told: (value: string) => void }) => {
  const [value, setValue] = useState("");
  const props: BlankProps = {
    id: "it",
    name: "it",
    caption: field.caption,
    value,
    onChange: (next) => {
      setValue(next);
      told(next);
    },
    onLeave: () => undefined,
    required: false,
    invalid: false,
    describedBy: "it-message",
    paper,
  };
  return (
    <Line
      id="it"
      caption={field.caption}
      need={field.need}
      messages={[]}
      group={field.kind === "tickMany" || field.kind === "moment"}
    >
      {answerKind(blanks, field, props)}
    </Line>
  );
};

const show = (field: Field) => {
  const told: string[] = [];
  const view = render(
    <FluentProvider theme={webLightTheme}>
      <I18nextProvider i18n={words}>
        <Blank field={field} told={(value) => told.push(value)} />
      </I18nextProvider>
    </FluentProvider>,
  );
  return { told, view, user: userEvent.setup({ delay: null }) };
};

type User = ReturnType<typeof userEvent.setup>;
const type =
  (text: string) =>
  async (user: User): Promise<void> => {
    await user.type(screen.getAllByRole("textbox")[0] as HTMLElement, text);
  };
const choose =
  (name: RegExp | string) =>
  async (user: User): Promise<void> => {
    await user.click(screen.getByRole("combobox"));
    await user.click(await screen.findByRole("option", { name }));
  };

/** A kind, what a person does, and the answer it makes; no answer for what nobody types. */
const rows: readonly (readonly [
  Kind,
  Field,
  ((user: User) => Promise<void>) | undefined,
  string | undefined,
])[] = [
  ["numberStamp", numberStamp("客户编号", "client"), undefined, undefined],
  ["computed", computed("NO.", "sheet", "number"), undefined, undefined],
  ["clientRef", clientRef("介绍人"), choose(/张三/u), "LY-ZS001"],
  ["oneLine", oneLine("地址"), type("涧西区"), "涧西区"],
  ["oneLine", oneLine("家庭结构", { suggestions: "familyStructure" }), choose("三口之家"), "三口之家"],
  ["lines", lines("洽谈"), type("看房"), "看房"],
  ["day", day("日期", { notAfterToday: true }), type("2026-11-20"), "2026-11-20"],
  ["moment", moment("时间", { quarterHour: true }), type("2026-11-28"), "2026-11-28"],
  ["number", wholeNumber("年龄", 1, 120), type("35"), "35"],
  ["money", money("单价"), type("3800"), "3800"],
  ["area", area("面积"), type("89.5"), "89.5"],
  ["phone", mobile("手机"), type("13803791234"), "13803791234"],
  ["phone", landline("电话"), type("63912345"), "63912345"],
  ["contact", contact("其他联系方式"), type("wx-1"), "wx-1"],
  ["digits", digits("邮编", 6), type("471000"), "471000"],
  [
    "tickOne",
    tickOne("性别", "gender"),
    (user) => user.click(screen.getByRole("radio", { name: "女" })),
    "女",
  ],
  ["tickOne", tickOne("客户类别", "occupation"), choose("医生"), "医生"],
  ["tickOne", tickOne("客户类别", "occupation"), choose("/"), "/"],
  [
    "tickMany",
    tickMany("认知途径", "channels"),
    async (user) => {
      await user.click(screen.getByRole("checkbox", { name: "听说" }));
      await user.click(screen.getByRole("checkbox", { name: "日报" }));
    },
    "日报、听说",
  ],
  ["rowRef", unitRef("意向房源", { many: true }), type("1-1-101"), "1-1-101"],
  ["rowRef", eventRef("活动"), choose("开盘"), "开盘"],
  ["idCard", idCard("身份证号"), type("11010519491231002X"), "11010519491231002X"],
  ["fromRoster", fromRoster("置业顾问"), choose("李强"), "李强"],
];

test.each(rows.map((row) => [`${row[0]} ${row[1].caption}`, ...row] as const))(
  "%s is drawn, named, and takes its answer",
  async (_name, _kind, field, act, answer) => {
    const { told, view, user } = show(field);
    if (act === undefined) {
      expect(screen.queryByRole("textbox")).toBeNull();
      return;
    }
    await act(user);
    expect(told.at(-1)).toBe(answer);
    const { violations } = await axe(view.container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  },
);

test("the table above has every kind", () => {
  expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set(Object.keys(blanks)));
});

test.each([
  ["", "路过", "路过"],
  ["听说", "日报", "日报、听说"],
  ["日报、听说", "日报", "听说"],
  ["日报", "/", "/"],
  ["/", "日报", "日报"],
  ["/", "/", ""],
  ["旧渠道", "日报", "日报、旧渠道"],
])("ticking: %j and %s make %j", (before, choice, after) => {
  expect(toggled(before, choice, ["日报", "听说", "路过"])).toBe(after);
});

test.each([
  ["今天", "2026-11-22"],
  [" 前天 ", "2026-11-20"],
  ["后天", "2026-11-24"],
])("%s is the day it means", async (said, meant) => {
  const { told, user } = show(day("日期", { notAfterToday: true }));
  await type(said)(user);
  await user.tab();
  expect(told.at(-1)).toBe(meant);
});

test("明天 beside a time is tomorrow at that time", async () => {
  const { told, user } = show(moment("时间", { quarterHour: true }));
  await type("明天")(user);
  await user.tab();
  await choose("10:15")(user);
  expect(told.at(-1)).toBe("2026-11-23 10:15");
});

test("a day is chosen from the month with the keyboard, and days after today cannot be where none may be", async () => {
  const { told, user } = show(day("日期", { notAfterToday: true }));
  await user.click(screen.getByRole("button", { name: "选择日期" }));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "2026-11-23" }).disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "昨天" }));
  expect(told.at(-1)).toBe("2026-11-21");
});
