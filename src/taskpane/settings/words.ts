/** The words of the 设置 page. */
export const zh = {
  title: "设置",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Settings",
};
