import { saysSameOfUnit } from "../../../../src/domain/register/old-sheet/unit-entries";
import { draw } from "../../draw";

test.each(
  draw(`
  | key       | there  | answer | same |
  | building  | 1#楼   | 1      | yes  |
  | building  | 12号楼 | 12     | yes  |
  | building  | 第3幢  | 3      | yes  |
  | building  | 3      | 13     | no   |
  | section   | 一单元 | 1      | yes  |
  | section   | 2      | 1      | no   |
  | floor     | 12F    | 12     | yes  |
  | floor     | 十二层 | 12     | yes  |
  | floor     | 03     | 3      | yes  |
  | floor     | -1层   | B1     | yes  |
  | floor     | 2      | 12     | no   |
  | door      | 01室   | 1      | yes  |
  | door      | 10     | 1      | no   |
  | floorArea | 89.50  | 89.5   | yes  |
  | layout    | 3室2卫 | 3/2    | no   |
`),
)(
  "$key: “$there” there, “$answer” in the list: the same? $same",
  ({ key = "", there = "", answer = "", same }) => {
    expect(saysSameOfUnit(key, there, answer)).toBe(same === "yes");
  },
);
