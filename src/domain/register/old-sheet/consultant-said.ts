/** 收编: a consultant as old registers write one who has left, or two, or with a mark: 李明（离职）, 李明/王芳, @李明, A组-李明. */
import { plain } from "../../kit/text";
import { type Sounds, soundsOf } from "../../rules/name-sounds";

export interface SaidConsultant {
  readonly name: string;
  /** The cell names somebody else, too: its words are to be kept. */
  readonly saysMore: boolean;
}

/** A cell of more is a story. */
const mostSigns = 50;

const gone = /\s*[([【]\s*(?:已|现已|原)?(?:离职|离任|辞职|调离|调走|调岗)\s*[)\]】]$/u;
const passedOn = /^(\p{Script=Han}{2,4}?)\s*(?:转给?|→|->|=>)\s*(\p{Script=Han}{2,4})$/u;
const together = /^(\p{Script=Han}{2,4})(?:\s*[/、,，&+]\s*\p{Script=Han}{2,4})+$/u;

/** What stands around a name: a mark, a number, a group, what they are. */
const around =
  /[@#*·、,。.;:\-—_\s()【】[\]|/\\]+|\d[\d-]{5,}|(?:第?[a-z\d一二三四五六]{1,2}|销售)[组队班]|组长|队长|班长|[副]?(?:主管|经理|总监)|店长|(?:高级|资深|首席|实习|见习)?(?:置业顾问|销售顾问|顾问|专员)|业务员|销售员?|同事/giu;
const isName = /^\p{Script=Han}{2,4}$/u;
/** Of what is said with a name these tell nothing that is missed. */
const marks = /^[@#*·、,。.;:\-—_\s()【】[\]|/\\]*$/u;

/** The name among its marks; nothing where more than them stands there. */
const bareName = (text: string, isOfRoster: (name: string) => boolean): SaidConsultant | undefined => {
  const name = text.replace(around, "");
  if (name === text || !(isOfRoster(name) || isName.test(name))) return undefined;
  const beside = [...name].reduce((rest, char) => rest.replace(char, ""), text);
  return { name, saysMore: !marks.test(beside) };
};

/** 李娜(代王强), 李娜代王强 */
const withBrackets = /^(.{2,12}?)\s*(?:[([【].*[)\]】]|[代替]\p{Script=Han}{2,4})$/u;

/**
 * Of two the first, who received them; of one who passed them on the other, whose they are.
 * @param isOfRoster whether the site's roster has a name
 */
export const readSaidConsultant = (raw: string, isOfRoster: (name: string) => boolean): SaidConsultant => {
  const whole = plain(raw);
  if (whole.length > mostSigns) return { name: whole, saysMore: false };
  const text = whole.replace(gone, "");
  const name = passedOn.exec(text)?.[2] ?? together.exec(text)?.[1];
  if (name !== undefined) return { name, saysMore: true };
  const before = withBrackets.exec(text)?.[1] ?? "";
  const found = isOfRoster(text) ? undefined : bareName(text, isOfRoster);
  if (found !== undefined && isOfRoster(found.name)) return found;
  if (isOfRoster(before)) return { name: before, saysMore: true };
  return found ?? { name: text, saysMore: false };
};

const nobodysName =
  /^(?:已?离职(?:人员|员工|顾问)?|公司|本公司|前台|客服(?:中心)?|自然来[访客]|自然到访|自[访来]|来访|来电|案场|销售部|售楼[部处]|销售中心|营销中心|渠道|分销|中介|外场|总部|领导|保安|物业|其[他它]|不详|不清楚|未知|忘记了?|公[池海]|公共池?|公海池|公客池?|大家|全员|轮[排接]|机动|同行|老客户|新客户|置业顾问|销售|顾问|业务员|经理|主管|组长|[a-z\d一二三四五六]组)$/iu;

/** 离职, 公司, 自然来访: no roster has them, and whose the row is they do not say. */
export const isNobodysName = (raw: string): boolean =>
  nobodysName.test(plain(raw).replace(/^[([【]|[)\]】]$/gu, ""));

const isSpelt = ([first, ...others]: readonly Sounds[], typed: string): boolean =>
  first === undefined
    ? typed === ""
    : first.some((sound) => typed.startsWith(sound) && isSpelt(others, typed.slice(sound.length)));

/** wangqiang, Wang Qiang: the only one of the roster that is read so, every syllable in full. */
export const soundedName = (typed: string, roster: readonly string[]): string | undefined => {
  const letters = plain(typed)
    .toLowerCase()
    .replaceAll("ü", "v")
    .replace(/[\s.'’·-]/gu, "");
  if (!/^[a-z]+$/u.test(letters)) return undefined;
  const [found, ...others] = roster.filter((name) => isSpelt(soundsOf(name), letters));
  return others.length > 0 ? undefined : found;
};
