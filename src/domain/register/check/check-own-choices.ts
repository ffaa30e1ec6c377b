/** R13: 字典 is the manager's; a choice added where rules go by the words is kept, and counts for nothing. Said once each. */
import { fieldsOf } from "../../form/form";
import { formOf, type RegisterKey, registerKeys } from "../../forms/index";
import { type ListKey, lists } from "../../forms/lists";
import { plain } from "../../kit/text";
import { at, type Ground } from "./check-ground";
import { matchChoices } from "../match-choice";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import type { Register } from "../register";
import type { ProblemCode } from "../wording";

const codes = {
  applicationKind: "applicationKindNotCounted",
  receptionKind: "receptionKindNotCounted",
  grade: "gradeNotCounted",
  unitState: "unitStateNotCounted",
  audience: "audienceNotCounted",
} as const satisfies Readonly<Partial<Record<ListKey, ProblemCode>>>;

type Ruled = keyof typeof codes;

/** Where a list is chosen from. */
const blanksOf = (list: Ruled): readonly (readonly [RegisterKey, string])[] =>
  registerKeys.flatMap((form) =>
    fieldsOf(formOf(form)).flatMap(([key, field]) =>
      (field.kind === "tickOne" || field.kind === "tickMany") && field.list === list
        ? [[form, key] as const]
        : [],
    ),
  );

const chosenAt = (
  list: Ruled,
  choices: readonly string[],
  register: Register,
  key: string,
  index: number,
): readonly string[] => {
  const said = plain(textAt(register, key, index));
  // 活动: a D in any spelling is a D.
  return said === "" || (list === "audience" && /d/iu.test(said))
    ? []
    : matchChoices(list, choices, said).chosen;
};

export const checkOwnChoices = ({ book: { site, registers } }: Ground): readonly Problem[] =>
  (Object.keys(codes) as Ruled[]).flatMap((list) => {
    const houses: readonly string[] = lists[list].choices;
    const own = new Set(site.lists[list].filter((choice) => !houses.includes(choice)));
    if (own.size === 0) return [];
    return blanksOf(list).flatMap(([form, key]) => {
      const register = registers[form];
      const first = new Map<string, { readonly index: number; count: number }>();
      for (let index = 0; register?.columns.has(key) === true && index < register.count; index++)
        for (const choice of chosenAt(list, site.lists[list], register, key, index)) {
          const known = first.get(choice);
          if (known !== undefined) known.count += 1;
          else if (own.has(choice)) first.set(choice, { index, count: 1 });
        }
      return [...first].flatMap(([choice, { index, count }]) =>
        register === undefined
          ? []
          : [
              at({ register, index }, codes[list], key, {
                facts: { choice, count, choices: houses.join("、") },
              }),
            ],
      );
    });
  });
