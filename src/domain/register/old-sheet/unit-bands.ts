/** 收编: the building that a title, a sheet's name or a line above its units tells: 3号楼销控表, 1#楼2单元. */
import { plain } from "../../kit/text";
import { bareBuilding, bareSection, readUnit } from "./unit-parts";

const building =
  /(?<![\d、,和及与\-~至—&])(?:\d{1,3}|(?<![A-Z])[A-Z]\d{0,2}|[一二三四五六七八九十]{1,3})\s*(?:#?\s*(?:号\s*)?(?:楼(?![层盘市书面栋宇])|[栋幢座])|#)/giu;
const severalBuildings =
  /[\d一二三四五六七八九十A-Z]\s*(?:#|号楼?|[栋幢座])?\s*[、,和及与\-~至—&]\s*[\d一二三四五六七八九十A-Z]+\s*(?:#|号楼|[栋幢座])/iu;
const section = /(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Z])\s*单元(?!号)/giu;

const onlyOne = (found: readonly string[]): string | undefined => {
  const [one, ...more] = new Set(found);
  return more.length > 0 ? undefined : one;
};

/** Of several buildings nobody can tell which. */
export const buildingOfTitle = (title: string): string | undefined => {
  const said = plain(title);
  if (severalBuildings.test(said)) return undefined;
  return onlyOne([...said.matchAll(building)].map(([found]) => bareBuilding(found)));
};

export const sectionOfTitle = (title: string): string | undefined =>
  onlyOne([...plain(title).matchAll(section)].map(([found]) => bareSection(found)));

const longest = 20;
const tail = /(?:房源|销控|价格|一房一价)?(?:明细|一览|统计)?(?:表|如下)?:?$/u;

/** A line of nothing but a building, a section or both; a room is a unit's row. */
const ofBand = (said: string): { readonly building: string; readonly section: string } | undefined => {
  const text = plain(said).replace(tail, "");
  if (text.length > longest || !/[栋幢座楼#]|单元/u.test(text)) return undefined;
  const told = readUnit(text);
  return told.room === "" && told.floor === "" ? told : undefined;
};

export const isUnitBand = (said: string): boolean => ofBand(said) !== undefined;

export const buildingOfBand = (said: string): string | undefined => ofBand(said)?.building || undefined;

/** "" where another building begins. */
export const sectionOfBand = (said: string): string | undefined => ofBand(said)?.section;
