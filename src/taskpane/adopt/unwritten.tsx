import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { formOf } from "../../domain/forms/index";
import { blankAt } from "../../domain/register/own-column";
import type { Written } from "../../workbook/port";

/** More places than people look up one by one. */
const mostPlaces = 8;

interface Spot {
  readonly form: Parameters<typeof formOf>[0];
  readonly row: number;
  readonly key: string;
}

const whereOf = (spots: readonly Spot[]): string => {
  const shown = spots
    .slice(0, mostPlaces)
    .map(
      ({ form, row, key }) => `${formOf(form).sheet} ${row} ${blankAt(formOf(form), key)?.caption ?? key}`,
    );
  return `${shown.join("、")}${spots.length > mostPlaces ? "…" : ""}`;
};

/** What did not go into the workbook as it was meant to: said, and where. */
export const Unwritten = ({ did }: { readonly did: Written }) => {
  const { t } = useTranslation();
  const outrun = did.outrun.flatMap((change) => (change.kind === "set" ? [change] : []));
  const { noRoom = [], differing = [] } = did;
  const said = [
    noRoom.length > 0 && t("adopt.noRoom", { captions: noRoom.map(({ caption }) => caption).join("、") }),
    outrun.length > 0 && t("adopt.outrun", { n: outrun.length, where: whereOf(outrun) }),
    differing.length > 0 &&
      `${t("shell.differing", { n: differing.length })}：${t("shell.differingBody", { where: whereOf(differing) })}`,
  ];
  return said.map((each, at) =>
    each === false ? null : (
      <MessageBar key={at} intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>{each}</MessageBarBody>
      </MessageBar>
    ),
  );
};
