import { Button } from "@fluentui/react-components";
import { PersonSearchRegular } from "@fluentui/react-icons/svg/person-search";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PaperContext } from "../blank/blank";
import { ClientBlank } from "../blank/client-blank";
import { Line } from "../blank/line";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import type { Message } from "./message";

interface ChooseClientProps {
  readonly id: string;
  readonly label: string;
  readonly prompt: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly messages: readonly Message[];
  readonly paper: PaperContext;
  readonly emptyTitle: string;
  readonly emptyBody: string;
}

/** The first step of an entry about a client who is there already. */
export const ChooseClient = (props: ChooseClientProps) => {
  const { t } = useTranslation();
  const { id } = props;
  // The page asks one thing: it is typed at once.
  useEffect(() => document.getElementById(id)?.focus({ preventScroll: true }), [id]);
  if (props.paper.clients.length === 0)
    return (
      <PageFrame label={props.label}>
        <Empty icon={<PersonSearchRegular />} title={props.emptyTitle}>
          <span>{props.emptyBody}</span>
          <Button appearance="primary" onClick={() => go("visit")}>
            {t("today.firstVisit")}
          </Button>
        </Empty>
      </PageFrame>
    );
  return (
    <PageFrame label={props.label} onCancel={() => go("today")}>
      <Line id={props.id} caption={props.label} need="first" messages={props.messages}>
        <ClientBlank
          id={props.id}
          name="client"
          caption={props.label}
          value={props.value}
          onChange={props.onChange}
          onLeave={() => undefined}
          required
          invalid={props.messages.length > 0}
          describedBy={`${props.id}-message`}
          paper={props.paper}
        />
      </Line>
      <Empty icon={<PersonSearchRegular />} title={props.prompt} />
    </PageFrame>
  );
};
