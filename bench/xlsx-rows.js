/** 100,000 rows of 20 columns such as a register has: repeated choices, texts of their own, numbers, days. */
const choices = ["路过", "老带新", "报纸", "户外", "网络"];
const cell = (row, column) => {
  switch (column % 5) {
    case 0:
      return choices[(row + column) % choices.length];
    case 1:
      return `示例 ${row} 号 ${column}`;
    case 2:
      return 40_000 + ((row * 7 + column) % 6000);
    case 3:
      return ((row * 31 + column * 17) % 1_000_000) / 100;
    default:
      return (row + column) % 3 === 0 ? null : `${(row % 4) + 1}/${(column % 3) + 1}`;
  }
};
exports.rows = Array.from({ length: 100_000 }, (_, row) =>
  Array.from({ length: 20 }, (__, column) => cell(row, column)),
);
