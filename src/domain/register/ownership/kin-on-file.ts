/** R9: kin whose names are on file: 配偶姓名 and 子女姓名 of 客户档案, and who is named in 来访关系. */
import type { ClientNumber } from "../../rules/client-number";
import { kinCounts, kinNamed, type NamedKin } from "../../rules/kin";
import { clientAt, textAt } from "../raw-cell";
import type { Register } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const kinWants = {
  visitors: ["partyRelation"],
  profiles: ["spouseName", "childName"],
} as const satisfies Wanted;

/** A blank parts two names, but not the two letters of one: 张小宝 张小贝, 孙 丽. */
const namesOf = (relation: string) => (cell: string) =>
  cell.split(/[、,，;；/]+/u).flatMap((part): readonly NamedKin[] => {
    const words = part.trim().split(/\s+/u);
    const names = words.every((word) => word.length > 1) ? words : [words.join("")];
    return names.map((name) => ({ relation, name }));
  });

const columns: readonly (readonly [
  "profiles" | "visitors",
  string,
  (cell: string) => readonly NamedKin[],
])[] = [
  ["profiles", "spouseName", namesOf("配偶")],
  ["profiles", "childName", namesOf("子女")],
  ["visitors", "partyRelation", kinNamed],
];

export interface KinOnFile extends NamedKin {
  /** Whose kin. */
  readonly client: ClientNumber;
  readonly register: Register;
  readonly index: number;
  readonly key: string;
}

const gathered = new WeakMap<SiteBook, readonly KinOnFile[]>();

/** Of those that 设置 counts as the same client. Gathered once a book: the door asks at every letter typed. */
export const kinOnFile = (book: SiteBook): readonly KinOnFile[] => {
  const before = gathered.get(book);
  if (before) return before;
  const found = kinIn(book);
  gathered.set(book, found);
  return found;
};

const kinIn = ({ registers, site }: SiteBook): readonly KinOnFile[] =>
  columns.flatMap(([form, key, read]) => {
    const register = registers[form];
    const found: KinOnFile[] = [];
    for (let index = 0; register && index < register.count; index++) {
      const cell = textAt(register, key, index);
      const client = cell === "" ? undefined : clientAt(register, "clientId", index);
      if (client === undefined) continue;
      for (const { relation, name } of read(cell))
        if (name.length > 1 && kinCounts(site.policies.kin, relation))
          found.push({ client, relation, name, register, index, key });
    }
    return found;
  });
