import { formKeys, formOf } from "../domain/forms/index";
import { describeForm } from "../domain/register/describe-form";
import { Unusable } from "./outcome";

/** Prints a form's page of the handbook; by key ("visitors"), sheet or title. */
export const describeCommand = (wanted: string): void => {
  const key = formKeys.find((each) => {
    const { sheet, table, title } = formOf(each);
    return [each, sheet, table, title].some((name) => name.toLowerCase() === wanted.trim().toLowerCase());
  });
  if (key === undefined)
    throw new Unusable(
      `没有“${wanted}”这张表；有：${formKeys.map((each) => `${each}（${formOf(each).title}）`).join("、")}。(no such form)`,
    );
  process.stdout.write(`${describeForm(formOf(key)).trimEnd()}\n`);
};
