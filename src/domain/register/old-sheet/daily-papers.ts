/** 收编: a daily paper: 2026年9月5日案场日报 above 一、来访客户, 二、来电客户 and 四、明日计划. */
import { plain } from "../../kit/text";
import { dayOfTitles } from "./day-heads";
import type { OldGrid } from "./old-grid";
import type { Region } from "./old-regions";

const numerals = "一二三四五六七八九十";
const heading = new RegExp(`^[(\\s]*([${numerals}])\\s*[)]?\\s*[、.,:]`, "u");

/** 二 of 二、来电客户, as a number; nothing of other titles. */
const placeOf = (title = ""): number | undefined => {
  const [, numeral] = heading.exec(plain(title)) ?? [];
  return numeral === undefined ? undefined : numerals.indexOf(numeral);
};

/**
 * The row before the paper's next part, where that is no table: 四、明日计划 and lines below it. 二、B级客户 above rows is
 * of those rows.
 */
const endOf = (grid: OldGrid, { header, titles, bottom }: Region): number => {
  const place = placeOf(titles[0]);
  if (place === undefined) return bottom;
  let end = bottom;
  for (let row = bottom; row > header.bottom; row--) {
    const [only, more] = grid.filled(row);
    if (more !== undefined) return end;
    const next = only === undefined ? undefined : placeOf(String(grid.at(row, only)));
    if (next !== undefined && next > place) end = row - 1;
  }
  return end;
};

/** 二、明日邀约客户, 三、本月累计成交: of other days than the paper's. */
const ofOtherDays = /[明次后昨前][日天]|预约|邀约|计划|累计|[本上下][周月年]/u;

export const isOfOtherDays = (title: string): boolean =>
  placeOf(title) !== undefined && ofOtherDays.test(plain(title));

/** The parts of a paper: each is of the day that stands above the first, where its own titles say none. */
export const withPaperDay = (grid: OldGrid, regions: readonly Region[]): readonly Region[] => {
  const [first] = regions;
  const paper =
    first !== undefined && placeOf(first.titles[0]) !== undefined
      ? first.titles.slice(1).find((title) => dayOfTitles([title]) !== undefined)
      : undefined;
  return regions.map((region) => {
    const [title = ""] = region.titles;
    const isPart = region !== first && placeOf(title) !== undefined && !isOfOtherDays(title);
    const titles =
      paper !== undefined && isPart && dayOfTitles(region.titles) === undefined
        ? [...region.titles, paper]
        : region.titles;
    return { ...region, titles, bottom: endOf(grid, region) };
  });
};
