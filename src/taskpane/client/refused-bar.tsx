import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { Problem } from "../../domain/register/problem";
import type { WorkbookRefused } from "../../workbook/port";
import { messageOf } from "../entry/use-entry";
import { RefusalBar } from "../shell/refusal-bar";

/** Why a decision was not taken: what is wrong, and what to do. */
const RefusedBar = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { i18n } = useTranslation();
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

/** A page's notice: why the workbook refused, or else why the decision was not taken. */
export const whyNot = (
  refusal: WorkbookRefused | undefined,
  retry: () => void,
  problems: readonly Problem[],
): ReactNode => {
  if (refusal) return <RefusalBar refusal={refusal} retry={retry} />;
  return problems.length > 0 ? <RefusedBar problems={problems} /> : undefined;
};
