/** A few choices that stand alone, without a word beside them that says what they mean; the sheets keep the Chinese. */
import { tongueOf } from "./i18n";

const english: Readonly<Record<string, string>> = {
  是: "Yes",
  否: "No",
  同意: "Agreed",
  不同意: "Refused",
  自定: "Own days",
};

export const choiceSaid = (language: string, choice: string): string =>
  tongueOf(language) === "en" ? (english[choice] ?? choice) : choice;
