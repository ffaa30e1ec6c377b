import fc from "fast-check";
import { readPhones } from "../../../src/domain/rules/phone";
import { likeness, namesAgree, type Person } from "../../../src/domain/rules/same-person";
import { draw } from "../draw";

const person = (text: string): Person => {
  const [name = "", phones = "", area = "", address = "", consultant = "", idCard = ""] = text
    .split(";")
    .map((each) => each.trim());
  return {
    name,
    phones: readPhones(phones.replaceAll("+", "、"), { areaCode: "0379" }).phones,
    area,
    address,
    consultant,
    idCard,
  };
};

describe("R9: one person, or perhaps one", () => {
  // name; phones; area; address; consultant; ID card
  const pairs = draw(`
    | one                                          | other                                        | likeness            |
    | 张三; 13803791234                            | 李四; 138-0379-1234                          | equalPhone          |
    | 张三; 13803791234+63912345                   | 张三; +8613803791234                         | equalPhone          |
    | 张三; 13803791234+63912345                   | 李四; 13803791299+63912345                   | sharedPhone         |
    | 张三; 13803791234;;;; 410302199001011234     | 张三; 13903791299;;;; 410302199001011234     | equalIdCard         |
    | 张三; 13803791234;;;; 410302199001011234     | 李四; 13903791299;;;; 410302199001011234     |                     |
    | 张三; 13803791234; 西工区;; 王强             | 张三; 13903791299; 西工区;; 王强             | equalNameAndArea    |
    | 張三; 13803791234; 西工區;; 王強             | 张三; 13903791299; 西工区;; 王强             | equalNameAndArea    |
    | 張三; 13803791234;;;; 410302199001011234     | 张三; 13903791299;;;; 410302199001011234     | equalIdCard         |
    | 张三; 13803791234; 西工区;; 王强             | 张三; 13903791299; 西工区;; 李娜             |                     |
    | 张三; 13803791234; /;; 王强                  | 张三; 13903791299; /;; 王强                  |                     |
    | 张三; 13803791234                            | 李四; 13803791235                            | oneDigitOff         |
    | 张三; 13803791234                            | 李四; 13803791243                            | digitsSwapped       |
    | 张三; 13803791234                            | 李四; 13803791199                            |                     |
    | 张伟; 13803791234;; 凯旋路1号                | 章玮; 13903791299;; 凯旋路1号                | sameSoundAndAddress |
    | 张伟; 13803791234;; 凯旋路1号                | 王伟; 13903791299;; 凯旋路1号                |                     |
    | 张三; 63912345转1                            | 李四; 63912345转2                            |                     |
  `);
  test.each(pairs)("$one ~ $other", ({ one = "", other = "", likeness: expected }) => {
    const found = likeness(person(one.replace("+86", "0086")), person(other.replace("+86", "0086")));
    expect(found ?? "").toBe(expected);
    expect(likeness(person(other.replace("+86", "0086")), person(one.replace("+86", "0086")))).toBe(found);
  });

  const names = draw(`
    | one    | other    | agree |
    | 张三   | 张三     | yes   |
    | 张三   | 张 三    | yes   |
    | 张先生 | 张三     | yes   |
    | 张三   | 张女士   | yes   |
    | 小张   | 张三     | yes   |
    | 老王   | 王总     | yes   |
    | 欧阳先生 | 欧阳修 | yes   |
    | 张三   |          | yes   |
    | 張三   | 张三     | yes   |
    | 陳先生 | 陈晨     | yes   |
    | 张三   | 张松     | no    |
    | 张先生 | 李四     | no    |
    | 李女士 | 张三     | no    |
  `);
  test.each(names)("$one and $other agree: $agree", ({ one = "", other = "", agree }) => {
    expect(namesAgree(one, other)).toBe(agree === "yes");
    expect(namesAgree(other, one)).toBe(agree === "yes");
  });

  test("names agree both ways (for any two)", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom("张三", "张先生", "小张", "王总", "老王"),
    );
    fc.assert(fc.property(name, name, (a, b) => namesAgree(a, b) === namesAgree(b, a)));
  });
});
