/** The numbers that were kept apart, opened with the key: a list to look a masked number up in. */
import { fieldsOf } from "../domain/form/form";
import { formOf } from "../domain/forms/index";
import type { Cell, Column, Table } from "../domain/report/report";
import { parseClientNumber } from "../domain/rules/client-number";
import { type Contact, contactForms, contactsFolder, readContacts } from "./contacts";
import { readDatasetLine, readSiteLines, type SiteLine } from "./manifest";
import { keyMark } from "./phone-key";
import { DatasetRefused } from "./refusal";

export interface ContactsAsked {
  /** As the data set names them, or by their project; all where nothing is said. */
  readonly sites?: readonly string[];
  /** Client numbers in any form: LY-ZS001, CLY-ZS001. */
  readonly clients?: readonly string[];
}

const text = (zh: string, en: string): Column => ({ zh, en, kind: "text" });

const captions: ReadonlyMap<string, Column> = new Map(
  contactForms.flatMap((form) =>
    fieldsOf(formOf(form)).map(([key, { caption }]) => [key, text(caption, key)] as const),
  ),
);

const clientOf = (number: string): string => parseClientNumber(number)?.client ?? number.trim();

const isNamed = (names: readonly string[], { site, project }: SiteLine): boolean =>
  names.includes(site) || names.includes(project);

const wantedSites = (
  lines: readonly SiteLine[],
  names: readonly string[] | undefined,
): readonly SiteLine[] => {
  if (names === undefined) return lines;
  const unknown = names.filter((name) => !lines.some((line) => isNamed([name], line)));
  if (unknown.length > 0)
    throw new DatasetRefused(
      "absent",
      `数据集里没有案场“${unknown.join("”“")}”；有：${lines.map(({ site }) => site).join("、")}。(no such site)`,
    );
  return lines.filter((line) => isNamed(names, line));
};

/**
 * One row a contact of a register, the site first.
 * @throws DatasetRefused where there is no data set, the key is another's, or the numbers were not kept.
 */
export const contactList = async (
  folder: string,
  key: Uint8Array,
  { sites, clients }: ContactsAsked = {},
): Promise<Table> => {
  const dataset = await readDatasetLine(folder);
  if (dataset === undefined)
    throw new DatasetRefused("absent", `${folder}：这里没有数据集。(no data set here)`);
  if (dataset.keyMark !== keyMark(key))
    throw new DatasetRefused("key", `${folder}：密钥不是这个数据集的；请用建数据集时的那一个。(another key)`);
  const lines = wantedSites(await readSiteLines(folder), sites);
  const kept = lines.filter(({ files }) => files.includes(contactsFolder));
  if (kept.length === 0)
    throw new DatasetRefused(
      "absent",
      `${folder}：没有另存号码原文；请用原来的工作簿运行 merge --dataset --contacts --fresh。(no numbers were kept)`,
    );
  const only = clients === undefined ? undefined : new Set(clients.map(clientOf));
  const found: (readonly [site: string, contact: Contact])[] = [];
  for (const line of kept)
    for (const contact of await readContacts(folder, key, line))
      if (only?.has(clientOf(contact.client)) ?? true) found.push([line.site, contact]);
  const used = new Set(found.flatMap(([, { numbers }]) => Object.keys(numbers)));
  const numbers = [...captions].filter(([each]) => used.has(each));
  const without = lines.filter((line) => !kept.includes(line)).map(({ site }) => site);
  return {
    key: "contacts",
    title: { zh: "号码原文", en: "Numbers" },
    columns: [
      text("案场", "Site"),
      text("登记", "Register"),
      { zh: "行", en: "Row", kind: "number" },
      text("编号", "Number"),
      text("姓名", "Name"),
      ...numbers.map(([, column]) => column),
    ],
    rows: found.map(([site, { sheet, row, client, name, numbers: has }]): readonly Cell[] => [
      site,
      sheet,
      row,
      client,
      name,
      ...numbers.map(([each]) => has[each] ?? null),
    ]),
    ...(without.length > 0 && { note: `没有另存号码的案场：${without.join("、")}` }),
  };
};
