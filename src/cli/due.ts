import { dueList, type DueLine } from "../domain/register/due-list";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { todayOr } from "./clock";
import { readBytes } from "./files";
import { Unusable } from "./outcome";

interface Options {
  readonly json?: boolean;
  readonly today?: string;
  readonly consultant?: string;
}

const columns = (line: DueLine): readonly string[] => [
  line.statusText,
  line.clientId,
  line.name,
  line.grade,
  line.consultant,
  line.phone,
  line.due ?? "",
  line.lastNote.replace(/\s+/gu, " ").slice(0, 24),
];

/** Who is to be called, worst first. Prints a line a client, or JSON. */
export const dueCommand = async (file: string, { json, today, consultant }: Options): Promise<void> => {
  const book = await readSiteFile(await readBytes(file));
  const day = todayOr(today);
  const known = book.site.consultants.map(({ name }) => name);
  if (consultant !== undefined && !known.includes(consultant))
    throw new Unusable(
      `--consultant：名单里没有“${consultant}”；名单上有：${known.join("、")}。(not on the roster)`,
    );
  const lines = dueList(book, day, consultant === undefined ? {} : { consultant });
  if (json) {
    const plain = lines.map((line) => ({
      clientId: line.clientId,
      name: line.name,
      grade: line.grade,
      consultant: line.consultant,
      phone: line.phone,
      lastContact: line.lastContact,
      due: line.due ?? null,
      status: line.statusText,
      daysOverdue: line.daysOverdue,
    }));
    process.stdout.write(`${JSON.stringify(plain, null, 2)}\n`);
    return;
  }
  const now = lines.filter(({ status }) => status === "overdue" || status === "today");
  for (const line of lines) process.stdout.write(`${columns(line).join("\t")}\n`);
  process.stdout.write(
    lines.length === 0
      ? `${day}：没有要跟进的客户。\n`
      : `${day}：共 ${lines.length} 位，逾期和今日 ${now.length} 位。\n`,
  );
};
