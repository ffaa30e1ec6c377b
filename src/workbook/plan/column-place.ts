/** R14: where a column that was lost or moved belongs. */
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";

/** Where a column of the plan belongs among the headers, beside its nearest neighbour that need not move itself. */
export const placeOf = (
  form: FormKey,
  key: string,
  headers: readonly string[],
  moving: ReadonlySet<string>,
): number => {
  const fields = fieldsOf(formOf(form));
  const at = fields.findIndex(([each]) => each === key);
  const place = (index: number): number => {
    const field = fields[index];
    return field === undefined || moving.has(field[0]) ? -1 : headers.indexOf(field[1].caption);
  };
  for (let before = at - 1; before >= 0; before--) if (place(before) >= 0) return place(before) + 1;
  for (let after = at + 1; after < fields.length; after++) if (place(after) >= 0) return place(after);
  return headers.length;
};
