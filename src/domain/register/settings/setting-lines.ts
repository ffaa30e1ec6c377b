/** The lines of 设置, by what they are called; one that nobody knows is the users' own. */
import { type SettingKey, settingKeys, settings } from "../../forms/settings";
import { plain } from "../../kit/text";
import { textAt } from "../raw-cell";
import type { Register } from "../register";
import type { SiteBook } from "../site";

export interface SettingLine {
  readonly register: Register;
  readonly index: number;
  readonly key: SettingKey;
}

/** In the sheet's order. */
export const settingLinesOf = ({ registers }: Pick<SiteBook, "registers">): readonly SettingLine[] => {
  const register = registers.settingLines;
  return Array.from({ length: register?.count ?? 0 }, (_, index) => index).flatMap((index) => {
    const caption = register && plain(textAt(register, "name", index));
    const key = settingKeys.find((each) => settings[each] === caption);
    return register === undefined || key === undefined ? [] : [{ register, index, key }];
  });
};

/** Of two alike the first counts, as where the site is read. */
export const settingLineOf = (book: Pick<SiteBook, "registers">, key: SettingKey): SettingLine | undefined =>
  settingLinesOf(book).find((line) => line.key === key);
