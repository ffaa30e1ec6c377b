/** Who sits at this machine: kept by the pane, not by the workbook, which everybody shares. */
export type Role = "consultant" | "manager" | "headOffice";
export type Language = "zh" | "en";

export interface Me {
  /** The roster's name; empty until said. */
  readonly consultant: string;
  readonly role: Role;
  readonly language: Language;
}

/** What the pane uses of `localStorage`; it may be closed to a pane, and then throws. */
export interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

export interface Settings {
  readonly read: () => Me;
  readonly write: (change: Partial<Me>) => Me;
}

const unknownMe: Me = { consultant: "", role: "consultant", language: "zh" };

const oneOf = <T extends string>(all: readonly T[], text: unknown, otherwise: T): T =>
  all.find((each) => each === text) ?? otherwise;

const meFrom = (text: string | null): Me => {
  if (text === null) return unknownMe;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return unknownMe;
    const { consultant, role, language } = kept as Record<string, unknown>;
    return {
      consultant: typeof consultant === "string" ? consultant : "",
      role: oneOf(["consultant", "manager", "headOffice"], role, unknownMe.role),
      language: oneOf(["zh", "en"], language, unknownMe.language),
    };
  } catch (error) {
    // Another program's text under our name is as good as none.
    if (error instanceof SyntaxError) return unknownMe;
    throw error;
  }
};

/**
 * @param workbookId of the hidden sheet: one machine may serve two sites. Office's `partitionKey` belongs in `prefix`.
 * Where nothing can be kept, it holds until the pane closes.
 */
export const settingsOf = (workbookId: string, shelf: Shelf | undefined, prefix = ""): Settings => {
  const key = `${prefix}案场簿:${workbookId}`;
  let now: Me | undefined;
  const kept = (): Me => {
    try {
      return meFrom(shelf?.getItem(key) ?? null);
    } catch {
      return unknownMe;
    }
  };
  return {
    read: () => (now ??= kept()),
    write: (change) => {
      now = { ...(now ?? kept()), ...change };
      try {
        shelf?.setItem(key, JSON.stringify(now));
      } catch {
        // A pane in a private window may keep nothing; `now` serves until it closes.
      }
      return now;
    },
  };
};
