/** 轮序: who is next and why, what happens at the door, the line, today's log, the order (R11). */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { ArrowForward16Regular } from "@fluentui/react-icons/svg/arrow-forward";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { PeopleQueueRegular } from "@fluentui/react-icons/svg/people-queue";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { receiveNew, skipTurn } from "../../domain/register/turn/turn-receive";
import { setUpTurn } from "../../domain/register/turn/turn-roster";
import { Opened, Opening } from "../shell/opening";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { Waiting } from "../shell/waiting";
import { BusyPanel, NamedPanel } from "./door-panels";
import { LineList } from "./line-list";
import { NextCard } from "./next-card";
import { OldClientPanel } from "./old-client-panel";
import { OpenReceptions } from "./open-receptions";
import { OrderEditor } from "./order-editor";
import { TodaysLog } from "./todays-log";
import { type Act, type Turn, useTurn } from "./use-turn";

const useStyles = makeStyles({
  doors: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "4px" },
  door: { minWidth: 0, minHeight: "32px", padding: "0 2px", fontWeight: tokens.fontWeightRegular },
  receive: { minHeight: "40px" },
  skip: { display: "flex", alignItems: "center", gap: "8px" },
  panel: {
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  section: { display: "grid", gap: "4px", marginTop: "8px" },
  head: { display: "flex", alignItems: "baseline", gap: "6px", minHeight: "24px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  aside: { flex: 1, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  toggle: { minWidth: 0, padding: "0 4px", fontWeight: tokens.fontWeightRegular },
});

type Panel = "old" | "named" | "busy";
const panels = ["old", "named", "busy"] as const satisfies readonly Panel[];

const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: string;
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <span className={styles.aside}>{aside}</span>
      </div>
      {children}
    </section>
  );
};

const NotSet = ({ turn, onAct }: { readonly turn: Turn; readonly onAct: (act: Act) => void }) => {
  const { t } = useTranslation();
  const outside = turn.view?.outside ?? [];
  const { busy } = turn.saver;
  if (turn.view?.state === "absent")
    return (
      <Empty icon={<PeopleQueueRegular />} title={t("turn.absentTitle")}>
        <span>{t("turn.absentBody")}</span>
        <Button appearance="primary" onClick={() => go("check")}>
          {t("turn.toCheck")}
        </Button>
      </Empty>
    );
  return (
    <Empty icon={<PeopleQueueRegular />} title={t("turn.emptyTitle")}>
      <span>{outside.length === 0 ? t("turn.noConsultants") : t("turn.emptyBody")}</span>
      {outside.length === 0 ? (
        <Button appearance="primary" onClick={() => go("settings")}>
          {t("turn.toSettings")}
        </Button>
      ) : (
        <>
          <span>{outside.join(" → ")}</span>
          <Button
            appearance="primary"
            disabledFocusable={busy}
            icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
            onClick={() =>
              onAct({
                doing: "排轮序",
                said: t("turn.wasSetUp", { n: outside.length }),
                decide: (book, at) => setUpTurn(book, at),
              })
            }
          >
            {t("turn.setUp")}
          </Button>
        </>
      )}
    </Empty>
  );
};

const Door = ({ turn, onAct }: { readonly turn: Turn; readonly onAct: (act: Act) => Promise<boolean> }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [panel, setPanel] = useState<Panel | undefined>();
  const { view } = turn;
  const { busy } = turn.saver;
  if (view === undefined) return null;
  const { next } = view;
  // Who is passed over on the way loses the turn too.
  const losing = next === undefined ? "" : [...next.over.map(({ name }) => name), next.name].join("、");
  const act = (each: Act): void => {
    void onAct(each).then((done) => {
      if (done) setPanel(undefined);
    });
  };
  return (
    <>
      {next === undefined ? null : (
        <Button
          appearance="primary"
          className={styles.receive}
          disabledFocusable={busy}
          icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
          onClick={() =>
            act({
              doing: "接待新客户",
              said: t(next.kind === "补接" ? "turn.madeUp" : "turn.received", { name: next.name }),
              decide: (book, at) => receiveNew(book, { expected: next.name }, at),
            })
          }
        >
          {t("turn.receive", { name: next.name })}
        </Button>
      )}
      <Opening open={panel !== undefined} onClose={() => setPanel(undefined)}>
        <div className={styles.doors} role="group" aria-label={t("turn.doorActs")}>
          {panels.map((each) => (
            <Button
              key={each}
              className={styles.door}
              appearance={panel === each ? "outline" : "secondary"}
              aria-expanded={panel === each}
              disabled={each === "busy" && next === undefined}
              onClick={() => setPanel(panel === each ? undefined : each)}
            >
              {t(`turn.${each}`)}
            </Button>
          ))}
        </div>
        {panel === undefined ? null : (
          <Opened key={panel} className={styles.panel}>
            {panel === "old" ? <OldClientPanel reading={view.reading} busy={busy} onAct={act} /> : null}
            {panel === "named" ? <NamedPanel view={view} busy={busy} onAct={act} /> : null}
            {panel === "busy" && next ? <BusyPanel next={next} view={view} busy={busy} onAct={act} /> : null}
          </Opened>
        )}
      </Opening>
      {next === undefined ? null : (
        <div className={styles.skip}>
          <span className={styles.aside}>{t("turn.skipSays", { names: losing })}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowForward16Regular />}
            disabledFocusable={busy}
            onClick={() =>
              act({
                doing: "记轮空",
                said: t("turn.gaveUp", { name: losing }),
                decide: (book, at) => skipTurn(book, { expected: next.name, why: "" }, at),
              })
            }
          >
            {t("turn.skip")}
          </Button>
        </div>
      )}
    </>
  );
};

export const TurnPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const turn = useTurn();
  const [ordering, setOrdering] = useState(false);
  const { view, today, saver, declined } = turn;
  const act = (each: Act): Promise<boolean> => turn.act(each);
  const onAct = (each: Act): void => void turn.act(each);
  if (view === undefined)
    return turn.refusal ? (
      <PageFrame label={t("pages.turn")}>
        <RefusalBar refusal={turn.refusal} retry={turn.again} />
      </PageFrame>
    ) : (
      <Waiting />
    );
  const notice = saver.refusal ? (
    <RefusalBar refusal={saver.refusal} retry={turn.retry} />
  ) : declined ? (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{declined.says}</MessageBarTitle>
        <br />
        {declined.remedy}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={t("shell.close")}
            onClick={turn.forgive}
          />
        }
      />
    </MessageBar>
  ) : undefined;
  if (view.state !== "set")
    return (
      <PageFrame label={t("pages.turn")} notice={notice}>
        <NotSet turn={turn} onAct={onAct} />
      </PageFrame>
    );
  return (
    <PageFrame label={t("pages.turn")} notice={notice} onCancel={() => go("today")}>
      {view.alternateUnset ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("turn.alternateUnset")}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => go("settings")}>
              {t("turn.toSettings")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {turn.refusal ? <RefusalBar refusal={turn.refusal} retry={turn.again} /> : null}
      <NextCard view={view} today={today} />
      <Door turn={turn} onAct={act} />
      {view.open.length === 0 ? null : (
        <Section title={t("turn.open")}>
          <OpenReceptions open={view.open} today={today} busy={saver.busy} onAct={onAct} />
        </Section>
      )}
      <Section
        title={t("turn.line")}
        aside={
          view.groupToday === undefined
            ? t("turn.lineCount", { n: view.line.length })
            : t("turn.groupToday", { group: view.groupToday })
        }
      >
        <LineList line={view.line} today={today} busy={saver.busy} onAct={onAct} />
        {view.offDuty.length === 0 ? null : (
          <span className={styles.aside}>{t("turn.offDuty", { names: view.offDuty.join("、") })}</span>
        )}
      </Section>
      <Section title={t("turn.log")}>
        <TodaysLog rows={view.today} today={today} busy={saver.busy} onAct={onAct} />
      </Section>
      <section className={styles.section} aria-label={t("turn.order")}>
        <Opening open={ordering} onClose={() => setOrdering(false)}>
          <div className={styles.head}>
            <Button
              size="small"
              appearance="subtle"
              className={styles.toggle}
              icon={ordering ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
              iconPosition="after"
              aria-expanded={ordering}
              onClick={() => setOrdering(!ordering)}
            >
              {t("turn.order")}
            </Button>
          </div>
          {ordering ? (
            <OrderEditor
              names={view.reading.order.posts.map(({ name }) => name)}
              outside={view.outside}
              busy={saver.busy}
              onAct={onAct}
            />
          ) : null}
        </Opening>
      </section>
    </PageFrame>
  );
};
