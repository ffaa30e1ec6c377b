import { clientMeant, knownClients } from "../../../../src/domain/register/client/client-meant";
import { phonesIn } from "../../../../src/domain/register/phone-reading";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { site } from "../book-of";

const here = site();
const known = knownClients(
  draw(`
    | client   | name     | phones      |
    | LY-LF001 | 李芳     | 13812345678 |
    | LY-LF001 | 李芳女士 |             |
    | LY-ZW001 | 张伟     | 13912345678 |
    | LY-ZW002 | 张伟     | 13912345679 |
    | LY-WJ001 | 王静     |             |
    | LY-SS001 | 孙女士   | 13712345678 |
    | LY-QS001 | 钱三     | 0379-63912345 |
    | LY-QS002 | 钱太太   | 0379-63912345 |
    | LY-YY001 | 由由     | 13612345678 |
  `).map(({ client, name, phones }) => ({
    client: client as ClientNumber,
    name: name ?? "",
    phones: phonesIn([phones ?? null], here),
  })),
);

const meant = (...cells: readonly (string | number)[]): string => {
  const found = clientMeant(cells, known, here);
  return "client" in found
    ? `${found.client}${found.saysMore ? " +" : ""}`
    : [found.why, ...found.others].join(" ");
};

test.each(
  draw(`
    | written                       | means                       |
    | 李芳                          | LY-LF001                    |
    | 李 芳                         | LY-LF001                    |
    | 李芳女士                      | LY-LF001                    |
    | 13812345678                   | LY-LF001                    |
    | 138 1234 5678                 | LY-LF001                    |
    | 李芳 13812345678              | LY-LF001                    |
    | 李芳13812345678               | LY-LF001                    |
    | 李芳（13812345678）           | LY-LF001                    |
    | 老业主李芳                    | LY-LF001 +                  |
    | 老客户：李芳                  | LY-LF001 +                  |
    | 李芳介绍                      | LY-LF001 +                  |
    | 由老业主李芳推荐来访          | LY-LF001 +                  |
    | 李芳（老业主）                | LY-LF001 +                  |
    | 老业主（李芳）                | LY-LF001 +                  |
    | 李芳 3-1-501                  | LY-LF001 +                  |
    | 李芳 ly-lf001                 | LY-LF001                    |
    | 由由                          | LY-YY001                    |
    | 王静                          | LY-WJ001                    |
    | 王静 13500000001              | LY-WJ001                    |
    | 王五 13812345678              | LY-LF001 +                  |
    | 张伟 13912345679              | LY-ZW002                    |
    | 钱三 0379-63912345            | LY-QS001                    |
    | 张伟                          | several LY-ZW001 LY-ZW002   |
    | 李芳、王静                    | several LY-LF001 LY-WJ001   |
    | 0379-63912345                 | several LY-QS001 LY-QS002   |
    | 李芳 13500000001              | otherPhone LY-LF001         |
    | 王五                          | nobody                      |
    | 13500000001                   | nobody                      |
    | LY-LF009                      | unclear                     |
    | 孙女士                        | unclear                     |
    | 小李                          | unclear                     |
    | 朋友介绍                      | unclear                     |
    | 老业主                        | unclear                     |
    | 李芳、王五                    | unclear                     |
  `).map(({ written, means }) => [written ?? "", means ?? ""] as const),
)("%s: %s", (written, means) => {
  expect(meant(written)).toBe(means);
});

test("a name and a phone of two columns are one person's; a number kept as one is a phone", () => {
  expect(meant("张伟", 13912345679)).toBe("LY-ZW002");
  expect(meant(13812345678)).toBe("LY-LF001");
});

test("a story names nobody for sure", () => {
  expect(meant(`李芳，${"说得很长".repeat(20)}`)).toBe("unclear");
});

test("a name beside another client's phone: the phone's owner is meant, and the name is more than that", () => {
  const two = draw(`
    | client   | name | phones      |
    | LY-LF001 | 李芳 | 13812345678 |
    | LY-ZW001 | 张伟 | 13912345678 |
  `).map(({ client, name = "", phones = "" }) => ({
    client: client as ClientNumber,
    name,
    phones: phonesIn([phones], here),
  }));
  expect(clientMeant(["李芳 13912345678"], knownClients(two), here)).toEqual({
    client: "LY-ZW001",
    saysMore: true,
  });
});
