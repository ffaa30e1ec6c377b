import { indexClients, searchClients } from "../../src/taskpane/client/client-index";
import type { KnownClient } from "../../src/taskpane/entry/clients";
import { draw } from "../domain/draw";

const clients: readonly KnownClient[] = draw(`
  | id       | name            | phones                      |
  | LY-ZS001 | 张三            | 138 0379 1234               |
  | LY-ZS012 | 张三丰          | 139 0379 0001、0379-6391 2345 |
  | LY-ZG001 | 曾国藩          | 137 0379 0002               |
  | LY-ST001 | 单田芳          | 137 0379 0003               |
  | LY-LV001 | 吕布            |                             |
  | LY-OY001 | 欧阳修          | 137 0379 0005               |
  | LY-JS001 | John Smith      | +44 20 7946 0018            |
  | LY-AB001 | 阿卜杜拉·买买提 | 137 0379 0006               |
  | LY-WZ001 | 王张珊          | 137 0379 0007               |
  | LY-HK001 | 陳大文          | +852 6128 4567              |
  | LY-BL001 | 白露            | 8611 2233 转 8012           |
  | LY-QQ001 | 钱青            | 010-8222 3344               |
`).map(({ id = "", name = "", phones = "" }) => ({
  id,
  name,
  phones: phones === "" ? [] : [phones],
  consultant: "王芳",
  grade: undefined,
}));
const index = indexClients(clients);

describe("looking for a client", () => {
  test.each(
    draw(`
    | typed         | found                          |
    | 张三          | 张三 张三丰                    |
    | 三丰          | 张三丰                         |
    | zs            | 张三 张三丰 王张珊             |
    | ZS            | 张三 张三丰 王张珊             |
    | zhangsan      | 张三 张三丰                    |
    | zhangs        | 张三 张三丰 王张珊             |
    | zhang san feng | 张三丰                        |
    | zsf           | 张三丰                         |
    | sanfeng       | 张三丰                         |
    | zeng          | 曾国藩                         |
    | zgf           | 曾国藩                         |
    | shan          | 单田芳 王张珊                  |
    | stf           | 单田芳                         |
    | lv            | 吕布                           |
    | ouyang        | 欧阳修                         |
    | oyx           | 欧阳修                         |
    | john          | John Smith                     |
    | abdl          | 阿卜杜拉·买买提                |
    | LY-ZS001      | 张三                           |
    | ly-zs001      | 张三                           |
    | zs012         | 张三丰                         |
    | CLY-ZS001     | 张三                           |
    | xly-zs012     | 张三丰                         |
    | CLYZS0        | 张三 张三丰                    |
    | 13803791234   | 张三                           |
    | 1234          | 张三 张三丰                    |
    | 138 0379      | 张三                           |
    | 03796391      | 张三丰                         |
    | 63912345      | 张三丰                         |
    | 7946          | John Smith                     |
    | 12            | 张三丰                         |
    | +852 6128 4567    | 陳大文                     |
    | ＋852 6128 4567   | 陳大文                     |
    | 0085261284567     | 陳大文                     |
    | 85261284567       | 陳大文                     |
    | 6128              | 陳大文                     |
    | +86 138 0379 1234 | 张三                       |
    | 8613803791234     | 张三                       |
    | 008613803791234   | 张三                       |
    | (+86)138-0379-1234 | 张三                      |
    | 0086 138 0379     | 张三                       |
    | 86138 0379        | 张三                       |
    | +86 379 6391 2345 | 张三丰                     |
    | (0379) 6391–2345  | 张三丰                     |
    | 139 0379 0001、0379-6391 2345 | 张三丰         |
    | +44 (0)20 7946 0018 | John Smith               |
    | 0379-8611 2233    | 白露                       |
    | 86112233          | 白露                       |
    | 8611 2233 转 8012 | 白露                       |
    | +86 10 8222 3344  | 钱青                       |
    | 861082223344      | 钱青                       |
    | 陈大文            | 陳大文                     |
    | 陳大文            | 陳大文                     |
    | 張三豐            | 张三丰                     |
    | chendawen         | 陳大文                     |
    | xyz           |                                |
    | 李四          |                                |
  `),
  )("“$typed” finds $found", ({ typed, found }) => {
    expect(
      searchClients(index, typed ?? "")
        .clients.map(({ name }) => name)
        .join(" "),
    ).toBe(found);
  });

  test("nothing typed: the index as it stands; no more than asked for, and how many there are", () => {
    expect(searchClients(index, " ", 3)).toMatchObject({ clients: [{ name: "张三" }, {}, {}], total: 12 });
    expect(searchClients(index, "zs", 2)).toMatchObject({
      clients: [{ name: "张三" }, { name: "张三丰" }],
      total: 3,
    });
  });
});
