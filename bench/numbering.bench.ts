/** R1: numbering 100,000 names, against asking the dictionary alone. */
import { pinyin } from "pinyin-pro";
import { formatClientNumber, numberPrefix } from "../src/domain/rules/client-number";
import { nameLetters } from "../src/domain/rules/letters";
import { measure, print } from "./measure";

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜单解仇查"];
const given = [..."伟芳娜敏静秀丽强磊军洋勇艳杰涛明超霞平刚桂英建国志华文玉兰梅"];

/** Invented, and the same in every run. */
const names = Array.from(
  { length: 100_000 },
  (_, i) =>
    `${surnames[i % surnames.length] ?? ""}${given[(i * 7) % given.length] ?? ""}${given[(i * 13 + (i >> 5)) % given.length] ?? ""}`,
);

export const run = async (): Promise<void> => {
  const numbered = await measure("numbers for 100,000 names", () => {
    const highest = new Map<string, number>();
    for (const name of names) {
      const prefix = numberPrefix("LY", nameLetters(name) ?? "??");
      const next = (highest.get(prefix) ?? 0) + 1;
      highest.set(prefix, next);
      formatClientNumber("LY", prefix.slice(3), next);
    }
  });
  const dictionary = await measure("pinyin-pro's initials alone", () => {
    for (const name of names)
      pinyin(name.slice(0, 2), { pattern: "first", toneType: "none", surname: "head" });
  });
  print([numbered, dictionary]);
};
