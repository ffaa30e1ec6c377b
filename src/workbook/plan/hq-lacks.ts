/** What a site's file lacks that is merged all the same: 文件清单 says it, the pane in its own language, the command (R19). */
import { formOf, registerKeys } from "../../domain/forms/index";
import type { SiteOutline } from "../../domain/head-office/merge-shares";
import type { Lack } from "../../domain/head-office/share";
import { type Language, type ProblemCode, say, type Sayable } from "../../domain/register/wording";

const lackCodes = {
  table: "fileLacksTables",
  column: "fileLacksColumns",
  unreadTable: "fileUnreadTables",
  rowsOutside: "fileRowsOutside",
  ownColumn: "fileOwnColumns",
} as const satisfies Record<Lack["kind"], ProblemCode>;

/** What of a form is lacking; nothing where it is all of it. */
const detailOf = (lack: Lack, isZh: boolean): readonly string[] => {
  switch (lack.kind) {
    case "table":
      return [];
    case "unreadTable":
      return [isZh ? `（工作表“${lack.sheet}”）` : `(sheet “${lack.sheet}”)`];
    case "rowsOutside":
      return [
        isZh
          ? `（工作表“${lack.sheet}”第 ${lack.first} 行到第 ${lack.last} 行）`
          : `(sheet “${lack.sheet}”, rows ${lack.first} to ${lack.last})`,
      ];
    default:
      return [`“${lack.caption}”`];
  }
};

/** "来访客户登记表“年龄”“电话”、来电客户登记表“区域”", in the order of the forms; their names are the paper's. */
const listOf = (lacks: readonly Lack[], kind: Lack["kind"], language: Language): string => {
  const isZh = language === "zh";
  return registerKeys
    .flatMap((form) => {
      const own = lacks.filter((lack) => lack.kind === kind && lack.form === form);
      if (own.length === 0) return [];
      const { title } = formOf(form);
      const captions = own.flatMap((lack) => detailOf(lack, isZh));
      if (captions.length === 0) return [title];
      return [isZh ? `${title}${captions.join("")}` : `${title} ${captions.join(", ")}`];
    })
    .join(isZh ? "、" : "; ");
};

/** In plain words; empty where nothing is lacking. `now`: this program's make. */
export const lacksInWords = (
  { lacks, schemaVersion, notUnderstood }: Pick<SiteOutline, "lacks" | "schemaVersion" | "notUnderstood">,
  now: number,
  language: Language,
): string => {
  const lists = (["table", "column", "unreadTable", "rowsOutside", "ownColumn"] as const).flatMap(
    (kind): Sayable[] => {
      const list = listOf(lacks, kind, language);
      return list === "" ? [] : [{ code: lackCodes[kind], facts: { list } }];
    },
  );
  const found: readonly Sayable[] = [
    ...(schemaVersion < now
      ? [
          {
            code: lacks.some(({ kind }) => kind === "table" || kind === "column")
              ? "fileOlderLacking"
              : "fileOlder",
            facts: { version: schemaVersion, now },
          } as const,
        ]
      : []),
    ...lists,
    ...(notUnderstood > 0 ? [{ code: "fileCellsAsWritten", facts: { count: notUnderstood } } as const] : []),
  ];
  return found
    .map((each) => `${say(each, language).says}${language === "zh" ? "。" : "."}`)
    .join(language === "zh" ? "" : " ");
};
