/** What the policies are called: a document's number says nothing to who has not read it. The sheets keep the numbers. */
import { choiceSaid } from "./choices";
import { tongueOf } from "./i18n";

const names: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "000": { zh: "销售流程", en: "Sales procedure" },
  "001": { zh: "接待制度", en: "Reception rules" },
  "002": { zh: "老客户维护", en: "Care of owners" },
  "003": { zh: "跟进计划", en: "Follow-up plan" },
  "004": { zh: "归属办法", en: "Ownership rules" },
};

/** The name, the number behind it; what is no document stays as it is. */
export const policySaid = (language: string, policy: string): string => {
  const name = names[policy]?.[tongueOf(language)];
  return name === undefined ? choiceSaid(language, policy) : `${name} ${policy}`;
};
