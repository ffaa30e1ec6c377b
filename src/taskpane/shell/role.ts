/** What somebody does in the house, said once: it decides which pages stand in the first row. */
import { useRemembered } from "./remembered";
import type { Page } from "./route";
import { useMe } from "./site";

export const roles = ["consultant", "manager", "office"] as const;
export type Role = (typeof roles)[number];

/** One click from opening: what the role does daily, in the day's order. */
export const dailyPages: Readonly<Record<Role, readonly Page[]>> = {
  consultant: ["today", "visit", "call", "follow", "turn", "client", "board"],
  manager: ["today", "client", "turn", "board", "apply", "deal", "check"],
  office: ["report", "client", "check"],
};

/**
 * Daily pages too, for which the first row has no room at 320 px: buttons on 今日, which is what opens. 收款 and its
 * figures are written the same day (note of 定金回款).
 */
export const todayPages: Readonly<Record<Role, readonly Page[]>> = {
  consultant: [],
  manager: ["money", "report"],
  office: [],
};

/** Every page of a site's workbook that somebody may want; those of the first row are left out of the menu. */
export const sitePages = [
  "today",
  "visit",
  "call",
  "follow",
  "turn",
  "client",
  "board",
  "deal",
  "money",
  "apply",
  "check",
  "report",
] as const satisfies readonly Page[];

export type SitePage = (typeof sitePages)[number];

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** Nothing before it was said: then the consultant's pages are shown, and the question with them. */
export const useRole = (): [Role | undefined, (role: Role) => void] => {
  const [said, say] = useRemembered("role");
  return [isRole(said) ? said : undefined, say];
};

/** Whose clients somebody looks after; "" for everybody's: a manager does, and whoever has not said who they are. */
export const useMine = (): string => {
  const [who] = useMe();
  const [role] = useRole();
  return role === "manager" ? "" : who;
};
