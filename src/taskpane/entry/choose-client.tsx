import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PersonSearchRegular } from "@fluentui/react-icons/svg/person-search";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PaperContext } from "../blank/blank";
import { ClientBlank } from "../blank/client-blank";
import { Line } from "../blank/line";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { aboutDraft, useDraftsOf } from "./drafts";
import type { Message } from "./message";

const useStyles = makeStyles({
  left: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface ChooseClientProps {
  /** Whose drafts are offered: they are named after their client. */
  readonly page: string;
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

/** Whom something was begun for and not saved. */
const LeftDrafts = ({ page, paper, onChange }: Pick<ChooseClientProps, "page" | "paper" | "onChange">) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const begun = new Set(useDraftsOf(page).map((name) => aboutDraft(name)[0]));
  const left = paper.clients.filter(({ id }) => begun.has(id));
  return left.length === 0 ? null : (
    <div className={styles.left} role="group" aria-label={t("entry.leftDrafts")}>
      <span className={styles.said}>{t("entry.leftDrafts")}</span>
      {left.map(({ id, name }) => (
        <Button key={id} size="small" title={id} onClick={() => onChange(id)}>
          {name}
        </Button>
      ))}
    </div>
  );
};

/** The first step of an entry about a client who is there already. */
export const ChooseClient = (props: ChooseClientProps) => {
  const { t } = useTranslation();
  const { id } = props;
  // The page asks one thing: it is typed at once.
  useEffect(() => {
    document.getElementById(id)?.focus({ preventScroll: true });
  }, [id]);
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
      <LeftDrafts page={props.page} paper={props.paper} onChange={props.onChange} />
      <Empty icon={<PersonSearchRegular />} title={props.prompt} />
    </PageFrame>
  );
};
