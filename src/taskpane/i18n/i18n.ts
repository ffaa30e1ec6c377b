import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en-US";
import { zh } from "./zh-CN";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "pane";
    resources: { pane: typeof zh };
  }
}

export type Language = "zh-CN" | "en-US";

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "zh-CN", name: "中文" },
  { code: "en-US", name: "English" },
];

/** Chinese unless Office speaks something else and English is nearer. */
export const nearest = (wish: string): Language => (wish === "" || /^zh/iu.test(wish) ? "zh-CN" : "en-US");

export const startWords = (language: Language): i18n => {
  const words = i18next.createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    defaultNS: "pane",
    ns: ["pane"],
    resources: { "zh-CN": { pane: zh }, "en-US": { pane: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
};

/** The domain words problems in "zh" or "en". */
export const tongueOf = (language: string): "zh" | "en" => (language === "en-US" ? "en" : "zh");
