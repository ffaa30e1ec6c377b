/** The words of the 客户 page. */
export const zh = {
  title: "客户",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Clients",
};
