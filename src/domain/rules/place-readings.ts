/**
 * Places whose first two characters a general dictionary reads wrong, with their letters (R1).
 * County level: the readings of the gazetteer (AreaCity-JsSpider-StatsGov, MIT), all others agree with pinyin-pro.
 * Below: well-known towns and quarters, after 现代汉语词典 and the places' own spelling.
 * A longer name stands before its beginning: the first that fits is taken.
 */
export const placeReadings: readonly (readonly [place: string, letters: string])[] = [
  ["蔚县", "YX"], // Yu
  ["繁峙", "FS"], // shi
  ["洪洞", "HT"], // tong
  ["调兵山", "DB"], // Diao
  ["大箐山", "DQ"], // qing
  ["闵行", "MH"], // hang
  ["乐清", "YQ"], // Yue
  ["歙县", "SX"], // She
  ["涡阳", "GY"], // Guo
  ["单县", "SX"], // Shan
  ["浚县", "XX"], // Xun
  ["召陵", "SL"], // Shao
  ["泌阳", "BY"], // Bi
  ["黄陂", "HP"], // pi
  ["曾都", "ZD"], // Zeng
  ["大埔乡", "DP"], // Taiwan: pu
  ["大埔", "DB"], // Guangdong and Hong Kong: bu
  ["筠连", "JL"], // Jun
  ["民乐", "ML"], // le
  ["宕昌", "TC"], // Tan
  ["尉犁", "YL"], // Yu
  ["番禺", "PY"], // Pan
  ["会稽", "KJ"], // Kuai
  ["浒墅", "XS"], // Xu
  ["大栅栏", "DS"], // shi
  ["东涌", "DC"], // chong
  ["麻涌", "MC"], // chong
  ["沙涌", "SC"], // chong
  ["甪直", "LZ"], // Lu
];
