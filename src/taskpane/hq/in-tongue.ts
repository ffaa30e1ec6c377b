/** Why a file was refused, kept as a line in both tongues: 文件是空的；请……。(The file is empty. …) */
export const inTongue = (line: string, language: string): string => {
  const [, zh, en] = /^(.*。)\((.*)\)$/su.exec(line) ?? [];
  if (zh === undefined || en === undefined) return line;
  return language.startsWith("zh") ? zh : en;
};
