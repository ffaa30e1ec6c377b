/** R9: kin of one client whom another consultant has registered as a client of their own. */
import type { ClientNumber } from "../../rules/client-number";
import { equal, sharePhone } from "../../rules/same-person";
import { saysShared } from "../ownership/case-book";
import { spelled } from "../read-answer";
import { at, type Ground } from "./check-ground";
import { type KinOnFile, kinOnFile } from "../ownership/kin-on-file";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import { consultantOf, ownerOf, personOf, type Standing } from "../standing";
import { bareName } from "../ownership/verdict";

/** What makes one name more than chance; nothing where only the name is equal. */
const alike = (one: Standing, other: Standing, { book }: Ground): string | undefined => {
  const [a, b] = [personOf(one, book.site), personOf(other, book.site)];
  if (sharePhone(a, b)) return "电话";
  if (equal(a.address, b.address)) return "地址";
  return equal(a.area, b.area) ? "现住区域" : undefined;
};

/** A name on file may be one of these: the first record of each client of that name. */
const namesakes = (
  { firstRow }: Ground,
  kin: readonly KinOnFile[],
): ReadonlyMap<string, readonly (readonly [ClientNumber, Standing])[]> => {
  const found = new Map<string, (readonly [ClientNumber, Standing])[]>(
    kin.map(({ name }) => [bareName(name), []]),
  );
  for (const [client, standing] of firstRow) found.get(bareName(standing.name))?.push([client, standing]);
  return found;
};

export const checkKin = (ground: Ground): readonly Problem[] => {
  const { book, firstRow, gradeOf } = ground;
  const kin = kinOnFile(book);
  const byName = namesakes(ground, kin);
  const ownerNow = (client: ClientNumber, standing: Standing): string =>
    spelled(book.site, gradeOf.get(client)?.consultant ?? "") || ownerOf(standing, book.site);
  /** The manager knows of them, and has let both stand. */
  const settled = (client: ClientNumber): boolean => {
    const row = gradeOf.get(client);
    return row !== undefined && saysShared(textAt(row.register, "remarks", row.index));
  };
  const told = new Set<string>();
  return kin.flatMap((each) => {
    const { client, relation, name, key } = each;
    const one = firstRow.get(client);
    if (one === undefined || settled(client)) return [];
    return (byName.get(bareName(name)) ?? []).flatMap(([otherId, other]): readonly Problem[] => {
      if (otherId === client || settled(otherId) || told.has(`${client} ${otherId}`)) return [];
      const [consultant, otherConsultant] = [ownerNow(client, one), ownerNow(otherId, other)];
      const reason = alike(one, other, ground);
      if (consultant === otherConsultant || reason === undefined) return [];
      told.add(`${client} ${otherId}`);
      return [
        at(each, "kinOfAnother", key, {
          facts: {
            name,
            client: `${one.name}（${client}，${consultant || consultantOf(one)}）`,
            relation,
            reason,
            other: other.row,
            otherSheet: other.register.sheet,
            otherName: other.name,
            otherId,
            otherConsultant,
          },
        }),
      ];
    });
  });
};
