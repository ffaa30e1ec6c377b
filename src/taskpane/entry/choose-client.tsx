import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PersonSearchRegular } from "@fluentui/react-icons/svg/person-search";
import { Fragment, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PaperContext } from "../blank/blank";
import { ClientBlank } from "../blank/client-blank";
import { Line } from "../blank/line";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { useToasts } from "../shell/toasts";
import { aboutDraft, draftOf, keepDraft, useDraftsOf } from "./drafts";
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
  /** A draft is gone on with: its client, and what it was asked with. */
  readonly onGoOn: (client: string, asked: string) => void;
  readonly messages: readonly Message[];
  readonly paper: PaperContext;
  readonly emptyTitle: string;
  readonly emptyBody: string;
}

/**
 * Whom something was begun for and not saved. One whose number is no client's any more, merged say, cannot be gone on
 * with: what was written is shown, and can be dropped.
 */
const LeftDrafts = ({ page, paper, onGoOn }: Pick<ChooseClientProps, "page" | "paper" | "onGoOn">) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const toast = useToasts();
  const names = new Map(paper.clients.map(({ id, name }) => [id, name]));
  const begun = useDraftsOf(page).map((draft) => {
    const [id = "", ...rest] = aboutDraft(draft);
    return { draft, id, name: names.get(id), asked: rest.join(" ") };
  });
  const drop = (draft: string): void => {
    const before = draftOf(draft);
    keepDraft(draft, {});
    toast({
      title: t("shell.cleared"),
      intent: "info",
      act: { label: t("shell.restore"), run: () => keepDraft(draft, before) },
    });
  };
  return begun.length === 0 ? null : (
    <div className={styles.left} role="group" aria-label={t("entry.leftDrafts")}>
      <span className={styles.said}>{t("entry.leftDrafts")}</span>
      {begun.map(({ draft, id, name, asked }) =>
        name === undefined ? (
          <Fragment key={draft}>
            <span className={styles.said}>
              {t("entry.leftUnknown", { id, written: Object.values(draftOf(draft)).join(" · ") })}
            </span>
            <Button size="small" aria-label={`${t("shell.clear")} ${id}`} onClick={() => drop(draft)}>
              {t("shell.clear")}
            </Button>
          </Fragment>
        ) : (
          <Button key={draft} size="small" title={id} onClick={() => onGoOn(id, asked)}>
            {asked === "" ? name : `${name} ${asked}`}
          </Button>
        ),
      )}
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
      <LeftDrafts page={props.page} paper={props.paper} onGoOn={props.onGoOn} />
      <Empty icon={<PersonSearchRegular />} title={props.prompt} />
    </PageFrame>
  );
};
