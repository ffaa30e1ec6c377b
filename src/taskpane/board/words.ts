/** The words of the 销控 page. */
export const zh = {
  title: "销控",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Units",
};
