/** R19: what lies in a folder beside the sites' files, told by its name alone: a contract, a photo, an archive. */

/** Also as somebody's copy or half a download: 洛阳.xlsx.bak. */
const table = /\.(?:xl[st][xmb]?|ett?|ods|csv|tsv|numbers)(?:$|[.~\s(（])/iu;
const withoutKind = /^[^.]+$/u;

/** Whatever may be a site's register in another format is no such file: it is named, with the way out. @param name may begin with folders. */
export const isPassedOver = (name: string): boolean => {
  const own = name.split(/[/\\]/u).at(-1) ?? name;
  return !table.test(own) && !withoutKind.test(own);
};

const mostNamed = 5;

/** "合同.pdf、照片.jpg": some of the names, for one line. */
export const namedInShort = (names: readonly string[]): string =>
  `${names.slice(0, mostNamed).join("、")}${names.length > mostNamed ? "……" : ""}`;
