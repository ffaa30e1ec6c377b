import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/register/problem";
import { messageOf } from "../entry/use-entry";

/** Why a decision was not taken: what is wrong, and what to do. */
export const RefusedBar = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { i18n } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {problems.map((problem, at) => {
          const { says, remedy, rule } = messageOf(problem, i18n.language);
          return (
            <div key={`${problem.code}-${at}`}>
              <MessageBarTitle>{says}</MessageBarTitle> {remedy} <small>{rule}</small>
            </div>
          );
        })}
      </MessageBarBody>
    </MessageBar>
  );
};
