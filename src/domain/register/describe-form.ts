/** A form's page of the handbook, in Markdown, from the definition alone. */
import { answerKind, type Field, type PerKind } from "../form/field";
import { type Footnote, type Form } from "../form/form";
import { type ListKey, lists } from "../forms/lists";
import { needsRealAnswer } from "../rules/nothing-to-say";
import type { Site } from "./site";

type Lists = Site["lists"] | undefined;

const choices = (list: ListKey, of: Lists): string => {
  const all = of?.[list] ?? lists[list].choices;
  return all.length === 0 ? `字典“${lists[list].title}”` : all.join("、");
};

const kinds: PerKind<string, [lists: Lists]> = {
  numberStamp: () => "编号",
  clientRef: () => "客户编号",
  computed: ({ by }) => (by === "sheet" ? "公式计算" : "案场簿填写"),
  oneLine: ({ suggestions }) => (suggestions === undefined ? "文字" : "文字，有提示"),
  lines: () => "多行文字",
  day: ({ notAfterToday }) => (notAfterToday ? "日期，不晚于今天" : "日期"),
  moment: ({ notAfterToday, quarterHour }) =>
    ["日期和时间", notAfterToday ? "不晚于现在" : "", quarterHour ? "精确到一刻钟" : ""]
      .filter((each) => each !== "")
      .join("，"),
  number: ({ from, to, whole }) => `${from} 到 ${to} 的${whole ? "整数" : "数"}`,
  money: () => "金额，元",
  area: () => "面积，平方米",
  phone: ({ mobile }) => (mobile ? "手机号" : "电话"),
  contact: () => "电话、微信号、QQ 或邮箱",
  digits: ({ length }) => `${length} 位数字`,
  tickOne: ({ list }, of) => `单选：${choices(list, of)}`,
  tickMany: ({ list }, of) => `可多选：${choices(list, of)}`,
  rowRef: ({ of, many }) =>
    `${of === "units" ? "销控表的房源编号" : "活动表的名称"}${many ? "，可多个" : ""}`,
  idCard: () => "身份证号",
  fromRoster: () => "置业顾问名单",
};

const marks = { first: "必填", later: "后续补齐", free: "" } as const;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const rowOf = (key: string, field: Field, of: Lists): string => {
  const must = field.need === "first" && needsRealAnswer(key, field) ? "必填，不能填 /" : marks[field.need];
  return `| ${[field.caption, `\`${key}\``, must, answerKind(kinds, field, of), field.hint].map(cell).join(" | ")} |`;
};

const footnote = (form: Form, note: Footnote): string => {
  const quoted = (key: string): string => `“${form.fields[key]?.caption ?? key}”`;
  switch (note.kind) {
    case "atLeastOneOf":
      return `${note.keys.map(quoted).join("、")}至少填一项。`;
    case "askedWhen":
      return `${quoted(note.when)}有“${note.has}”时填${quoted(note.key)}。`;
    case "agreedOn":
      return `${quoted(note.key)}${form.fields[note.key]?.kind === "day" ? "晚于" : "不早于"}${quoted(note.from)}；不写年份的，是那以后最近的一天。`;
    case "inOrder":
      return `${note.keys.map(quoted).join("、")}依次不早于前一个。`;
  }
};

const keepers = { consultant: "置业顾问", manager: "案场经理", program: "案场簿" } as const;

const otherWordings = (form: Form): readonly string[] => {
  const known = Object.values(form.fields).filter(({ also }) => also.length > 0);
  if (known.length === 0) return [];
  return [
    "",
    "## 收编时认得的其他叫法",
    "",
    ...known.map(({ caption, also }) => `- ${caption}：${also.join("、")}`),
  ];
};

/** `of`: a site's lists; without them those the forms start with. */
export const describeForm = (form: Form, of?: Site["lists"]): string => {
  const about = [
    form.oneRowPer,
    `工作表“${form.sheet}”，表 \`${form.table}\``,
    `由${keepers[form.keptBy]}填写`,
  ]
    .filter((each) => each !== "")
    .join("；");
  return [
    `# ${form.title}`,
    "",
    `${about}。`,
    ...(form.note === "" ? [] : ["", form.note]),
    ...form.parts.flatMap(({ title, fields }) => [
      "",
      `## ${title}`,
      "",
      "| 栏目 | 名称 | 要求 | 内容 | 填法 |",
      "|---|---|---|---|---|",
      ...Object.entries(fields).map(([key, field]) => rowOf(key, field, of)),
    ]),
    ...(form.footnotes.length === 0
      ? []
      : ["", "## 附注", "", ...form.footnotes.map((note) => `- ${footnote(form, note)}`)]),
    ...otherWordings(form),
    "",
  ].join("\n");
};
