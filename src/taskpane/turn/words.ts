/** The words of the 轮序 page. */
export const zh = {
  title: "轮序",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Turn",
};
