/** The words of the 申请 page. */
export const zh = {
  title: "申请",
};

export const en: Record<keyof typeof zh, string> = {
  title: "Apply",
};
