/** Where the binder names a client: no form is forgotten when a number changes. */
import type { Field } from "../form/field";
import { fieldsOf } from "../form/form";
import { type FormKey, formOf, type RegisterKey, registerKeys } from "../forms/index";
import { type ClientNumber, dealNumber, lostNumber } from "../rules/client-number";

export interface ClientKey {
  readonly form: RegisterKey;
  readonly key: string;
  /** "row": the row is about the client; "names": it only mentions them, as 介绍人 does. */
  readonly as: "row" | "names";
  /** A client's number as this blank spells it: CLY-ZS001 on a deal report. */
  readonly spell: (client: ClientNumber) => string;
}

const spellings = {
  client: (client: ClientNumber) => client,
  deal: dealNumber,
  lost: lostNumber,
} as const;

const spellingOf = (field: Field): ClientKey["spell"] | undefined => {
  if (field.kind === "clientRef") return spellings.client;
  return field.kind === "numberStamp" ? spellings[field.of] : undefined;
};

/** Every blank of the registers that holds a client's number. */
export const clientKeys: readonly ClientKey[] = registerKeys.flatMap((form) => {
  let found = 0;
  return fieldsOf(formOf(form)).flatMap(([key, field]): readonly ClientKey[] => {
    const spell = spellingOf(field);
    return spell === undefined ? [] : [{ form, key, as: found++ === 0 ? "row" : "names", spell }];
  });
});

const rowKeys = new Map<FormKey, string>(
  clientKeys.flatMap(({ form, key, as }) => (as === "row" ? [[form, key] as const] : [])),
);

/** The blank that says whose a form's row is; nothing where rows are nobody's. */
export const rowKeyOf = (form: FormKey): string | undefined => rowKeys.get(form);

/** Registers that have one row a client: 来访登记, 等级跟踪, 客户档案. */
export const oneRowAClient = ["visitors", "grades", "profiles"] as const satisfies readonly RegisterKey[];
export type OneRowForm = (typeof oneRowAClient)[number];

export const isOneRowForm = (form: RegisterKey): form is OneRowForm =>
  (oneRowAClient as readonly RegisterKey[]).includes(form);
