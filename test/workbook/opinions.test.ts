/** Opinions as people write them: the sheet's 状态, run by LibreOffice, is what the program reads (forms 9–13). */
import { applicationStatus, type Opinions } from "../../src/domain/rules/approval";
import { deferring, agreeing, readOpinion, refusing } from "../../src/domain/rules/opinion";
import type { Change } from "../../src/domain/register/change";
import { cellAt, type Register } from "../../src/domain/register/register";
import { applicationFormulas } from "../../src/workbook/plan/formulas/applications";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** As they stand in opinions; what each says. */
const spellings: Readonly<Record<string, "yes" | "no" | "unclear" | "none">> = {
  同意: "yes",
  " 同 意 ": "yes",
  "　同意": "yes",
  "（同意）": "yes",
  "同意，三日内认购有效": "yes",
  "同意，但不退定金": "yes",
  同意但不退定金: "yes",
  "同意。已劝留两次": "yes",
  同意退房: "yes",
  同意退回定金: "yes",
  同意销售部意见: "yes",
  "情况属实，同意": "yes",
  "情况属实\n同意办理": "yes",
  "经研究,同意": "yes",
  已同意: "yes",
  原则同意: "yes",
  "原则上同意，请财务核对": "yes",
  请批准: "yes",
  批准: "yes",
  准: "yes",
  准予: "yes",
  可以: "yes",
  "可以，按方案办": "yes",
  可以办理: "yes",
  "考虑到客户困难，同意": "yes",
  "同意，家人已签字": "yes",
  不同意: "no",
  "（不同意）": "no",
  "　不同意": "no",
  "不 同意": "no",
  暂不同意: "no",
  "情况属实，不同意": "no",
  未同意: "no",
  无法同意: "no",
  不予批准: "no",
  不予: "no",
  不批: "no",
  不批准: "no",
  拒绝: "no",
  反对: "no",
  驳回: "no",
  "驳回，先挽留": "no",
  否: "no",
  " 否": "no",
  否决: "no",
  不行: "no",
  不: "no",
  退回: "no",
  "退回，请补资料": "no",
  待定: "unclear",
  暂缓: "unclear",
  再议: "unclear",
  请补资料: "unclear",
  已阅: "unclear",
  "同意？": "unclear",
  同意吗: "unclear",
  同意与否待定: "unclear",
  "同意，但不同意减免": "unclear",
  "不同意，同意": "unclear",
  同意不退: "unclear",
  同意暂缓: "unclear",
  "同意，再议": "unclear",
  补齐资料后同意: "unclear",
  同意后再办: "unclear",
  可以再议: "unclear",
  可以考虑: "unclear",
  准备资料: "unclear",
  "通过协商，客户留下": "unclear",
  客户不同意扣款: "unclear",
  "家人不同意，情况属实": "unclear",
  客户拒绝签字: "unclear",
  同意退回: "unclear",
  NO: "unclear",
  "×": "unclear",
  "?": "unclear",
  "*": "unclear",
  "": "none",
  "/": "none",
  " ／ ": "none",
};

test.each(Object.entries(spellings))("“%s” says %s", (text, says) => {
  if (says !== "none") expect(readOpinion(text)).toBe(says);
  const status = { yes: "已批准", no: "已驳回", unclear: "审批中", none: "审批中" }[says];
  expect(applicationStatus("退房申请", { sales: "同意", manager: text, finance: "批准" }, false)).toBe(
    status,
  );
});

test("no word of one list is hidden by a word of another", () => {
  for (const [words, says] of [
    [agreeing, "yes"],
    [refusing, "no"],
    [deferring, "unclear"],
  ] as const)
    for (const word of words) expect([word, readOpinion(word)]).toEqual([word, says]);
});

test("Excel takes the formula: no more than 8192 signs", () => {
  expect(applicationFormulas.applications.status.length).toBeLessThanOrEqual(8192);
});

interface Case {
  readonly kind: "退房申请" | "户型结构变更";
  readonly opinions: Opinions;
  readonly closed: boolean;
}

/** Every spelling by every signer in turn, the others agreeing, saying nothing or no. */
const cases: readonly Case[] = Object.keys(spellings).flatMap((text, at): readonly Case[] => {
  const other = ["同意", "同意，按方案办", "", "不同意"][at % 4] ?? "";
  return [
    { kind: "退房申请", opinions: { sales: "同意", manager: text, finance: "批准" }, closed: at % 2 === 0 },
    { kind: "退房申请", opinions: { sales: text, manager: other, finance: text }, closed: at % 3 === 0 },
    {
      kind: "户型结构变更",
      opinions: { sales: "可以", engineering: text, manager: "原则同意", finance: "同意" },
      closed: at % 2 === 1,
    },
  ];
});

describeWith("LibreOffice", hasLibreOffice)("状态 of an application", () => {
  test("is what the domain says, spelling by spelling", async () => {
    const rows = cases.map(({ kind, opinions, closed }, at): Change => ({
      kind: "append",
      form: "applications",
      row: {
        no: `SQ-20261101-${at}`,
        kind,
        ...Object.fromEntries(
          Object.entries(opinions).flatMap(([signer, said]) =>
            said === "" ? [] : [[`${signer}Opinion`, said]],
          ),
        ),
        ...(closed && { closedOn: "2026-11-20" }),
      },
    }));
    const path = files.write("opinions.xlsx", await writeBook(fillBook(freshBook(), rows)));
    const [bytes] = recalculate([path], files.folder);
    const register = (await readSiteFile(bytes ?? new Uint8Array())).registers.applications as Register;
    const got = cases.map(({ opinions }, at) => [opinions, cellAt(register, "status", at)]);
    const wanted = cases.map(({ kind, opinions, closed }) => [
      opinions,
      applicationStatus(kind, opinions, closed),
    ]);
    expect(got).toEqual(wanted);
    expect(new Set(wanted.map(([, status]) => status))).toEqual(
      new Set(["草稿", "审批中", "已批准", "已驳回", "已办结"]),
    );
  });
});
