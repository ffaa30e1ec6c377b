import { nameLetters, regionLetters } from "../domain/rules/letters";
import { Unusable } from "./outcome";

/**
 * One line a name: `张三<TAB>LY-ZS` (R1).
 * A name or place without a reading is said, never guessed.
 */
export const letters = (place: string, names: readonly string[]): readonly string[] => {
  const region = regionLetters(place);
  if (region === undefined)
    throw new Unusable(
      `“${place}”读不出两个字母；请在设置中手工填写区域字母。(no reading known for this place)`,
    );
  return names.map((name) => {
    const initials = nameLetters(name);
    return `${name}\t${initials === undefined ? "读不出，请手工给两个字母 (no reading known)" : `${region}-${initials}`}`;
  });
};
