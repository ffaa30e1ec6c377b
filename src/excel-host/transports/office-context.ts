import type { HostClient } from "../interpreter/client";
import type { Model } from "../model/model";

/** Names with versions as texts, so that "1.10" is not 1.1. */
export type RequirementSets = Readonly<Record<string, string>>;

const parts = (version: string): readonly [number, number] => {
  const [major = "0", minor = "0"] = version.split(".");
  return [Number(major), Number(minor)];
};

const reaches = (has: string, wanted: string): boolean => {
  const [major, minor] = parts(has);
  const [wantedMajor, wantedMinor] = parts(wanted);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/** `Office.context` as far as an add-in for Excel needs it: requirement sets, languages, settings of the document. */
export const officeContext = (model: Model, client: HostClient, sets: RequirementSets, language: string) => {
  const known = new Map(Object.entries(sets).map(([name, version]) => [name.toLowerCase(), version]));
  const asked = new Map<string, boolean>();
  let settings = new Map(Object.entries(client.settings.read()));
  type Callback = (result: { readonly status: string; readonly value?: unknown }) => void;
  return {
    requirements: {
      // The client asks at every member.
      isSetSupported: (name: string, version: string | number = "0"): boolean => {
        const key = `${name} ${version}`;
        const before = asked.get(key);
        if (before !== undefined) return before;
        const has = known.get(name.toLowerCase());
        const answer = has !== undefined && reaches(has, String(version));
        asked.set(key, answer);
        return answer;
      },
    },
    displayLanguage: language,
    contentLanguage: language,
    host: "Excel",
    platform: "OfficeOnline",
    diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0.0.0" },
    document: {
      url: model.workbook.name,
      /** Read when the client starts, written by saveAsync. https://learn.microsoft.com/javascript/api/office/office.settings */
      settings: {
        get: (name: string): unknown => JSON.parse(settings.get(name) ?? "null"),
        set: (name: string, value: unknown): void => {
          settings.set(name, JSON.stringify(value));
        },
        remove: (name: string): void => {
          settings.delete(name);
        },
        refreshAsync: (callback?: Callback): void => {
          settings = new Map(Object.entries(client.settings.read()));
          queueMicrotask(() => callback?.({ status: "succeeded" }));
        },
        saveAsync: (first?: unknown, second?: Callback): void => {
          client.settings.write(Object.fromEntries(settings));
          const callback = typeof first === "function" ? (first as Callback) : second;
          queueMicrotask(() => callback?.({ status: "succeeded" }));
        },
      },
    },
  };
};
