/** R20: with 遮号 on, the name of a file that cannot be read is masked as the others' are. */
import { gatheredHere, named, readingHere } from "./hq-files";

test.each([
  [true, "洛阳138****1234.xlsx"],
  [false, "洛阳13803791234.xlsx"],
])("masked %s: %s", async (mask, file) => {
  const reading = readingHere({ mask, signal: new AbortController().signal });
  const broken = named("洛阳13803791234.xlsx", new TextEncoder().encode("这不是工作簿"));
  const gathering = await gatheredHere([broken], reading, mask);
  expect(JSON.stringify(gathering.facts().files)).not.toContain(mask ? "13803791234" : "****");
  expect(gathering.facts().files).toMatchObject([{ file, fate: { kind: "refused" } }]);
});
