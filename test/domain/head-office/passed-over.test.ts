import { isPassedOver, namedInShort } from "../../../src/domain/head-office/passed-over";

test.each(["合同.pdf", "二期/照片.JPG", "说明.docx", "打包.zip", "网.html", "v1.2 说明.txt", "通知.wps"])(
  "%s is passed over",
  (name) => expect(isPassedOver(name)).toBe(true),
);

test.each([
  ...["洛阳.xlsx", "洛阳.XLSM", "二期/旧.xls", "旧.xlsb", "登记.et", "登记.csv", "登记.ods", "登记.numbers"],
  ...["洛阳.xlsx.bak", "洛阳.xlsx.crdownload", "洛阳.xls~", "洛阳.xlsx (1)", "v1.2/洛阳"],
])("%s may be a site's", (name) => expect(isPassedOver(name)).toBe(false));

test("a line names some of them", () => {
  expect(namedInShort(["甲.pdf", "乙.pdf"])).toBe("甲.pdf、乙.pdf");
  expect(namedInShort([..."一二三四五六"])).toBe("一、二、三、四、五……");
});
