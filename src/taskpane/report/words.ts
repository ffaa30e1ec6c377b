/** The words of the 报表 page. */
export const zh = {
  title: "报表",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Reports",
};
