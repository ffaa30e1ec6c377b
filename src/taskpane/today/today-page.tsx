/** 今日: the first page of a day. Who is due, who is expected, what owners are owed, who has not paid, whose grade moves. */
import { Button, Dropdown, makeStyles, Option, Spinner, tokens } from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { PersonAdd48Regular } from "@fluentui/react-icons/svg/person-add";
import { Fragment, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { progress } from "../../domain/forms/progress";
import { byCallability, callability } from "../../domain/register/follow-up/call-order";
import { careCounts } from "../../domain/register/care/care-due";
import type { DueLine } from "../../domain/register/follow-up/due-list";
import { useServices, type Place } from "../services";
import { copyText } from "../shell/copy";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { useMine, useRole } from "../shell/role";
import { go } from "../shell/route";
import { asRefusal, useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Waiting } from "../shell/waiting";
import { useFillSample } from "../home/use-fill-sample";
import { AppointmentSection } from "./appointment-section";
import { CareSection } from "./care-section";
import { ChaseSection } from "./chase-section";
import { type DueGroup, dueGroups, groupByCall, groupDue, type Order } from "./due-groups";
import { DueLineView } from "./due-line";
import { useDueList } from "./due-list";
import { FigureSection } from "./figure-section";
import { useFactsRefused } from "./line-facts";
import { MeetingSection } from "./meeting-section";
import { MessageSection } from "./message-section";
import { QuarterBar } from "./quarter-bar";
import { Section } from "./section";
import { Tiles } from "./tiles";
import { OwnerCallSection } from "./owner-call-section";
import { NextLine } from "../turn/next-line";
import { TodayPages } from "./today-pages";
import { UnaskedSection } from "./unasked-section";
import { useDay } from "./use-day";
import { useNow } from "./use-now";

const useStyles = makeStyles({
  top: {
    position: "sticky",
    top: "-8px",
    zIndex: 2,
    margin: "-8px -4px 0 -12px",
    padding: "8px 4px 8px 12px",
    display: "grid",
    gap: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  filters: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "6px" },
  filter: { minWidth: 0, minHeight: "28px" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
});

type Part = DueGroup | "appointments" | "care" | "ownerCalls" | "unpaid" | "papers" | "meeting";

const ownerParts = ["care", "ownerCalls", "unpaid", "papers"] as const satisfies readonly Part[];

const EmptyBook = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const sample = useFillSample();
  return (
    <PageFrame label={t("pages.today")}>
      <Empty icon={<PersonAdd48Regular />} title={t("today.emptyBookTitle")}>
        <span>{t("today.emptyBookBody")}</span>
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={() => go("visit")}>
            {t("today.firstVisit")}
          </Button>
          <Button
            disabled={sample.busy}
            icon={sample.busy ? <Spinner size="extra-tiny" /> : null}
            onClick={sample.fill}
          >
            {sample.busy ? t("today.sampling") : t("today.sample")}
          </Button>
        </div>
      </Empty>
      {sample.refusal ? <RefusalBar refusal={sample.refusal} retry={sample.fill} /> : null}
    </PageFrame>
  );
};

export const TodayPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const due = useDueList();
  const facts = useFactsRefused();
  const [who] = useMe();
  const [role] = useRole();
  const mine = useMine();
  const [chosen, setConsultant] = useState<string | undefined>();
  const consultant = chosen ?? mine;
  const [order, setOrder] = useState<Order>("urgency");
  const [only, setOnly] = useState<Part | undefined>();
  const now = useNow();
  const today = services.today();
  const day = useDay(due.book, today, consultant);

  const grouped = useMemo(() => {
    const found = groupDue(due.lines ?? [], consultant);
    return order === "call" ? groupByCall(found, now) : found;
  }, [due.lines, consultant, order, now]);
  const callable = useMemo(() => callability(now), [now]);

  const jumpTo = useCallback(
    (place: Place, name: string) => {
      services.jump(place).catch((fault: unknown) => {
        const { code, where } = asRefusal(fault, name);
        toast({ title: t(`refusal.${code}.says`, { where, doing: name }), intent: "error" });
      });
    },
    [services, t, toast],
  );
  const jump = useCallback(
    (line: DueLine) => jumpTo({ sheet: "等级跟踪", form: "grades", row: line.row, key: "name" }, line.name),
    [jumpTo],
  );
  const copy = useCallback(
    (phone: string) => {
      void copyText(phone).then((done) =>
        toast(done ? { title: t("today.copied", { phone }) } : { title: phone, intent: "info" }),
      );
    },
    [t, toast],
  );
  const follow = useCallback(
    (line: DueLine) =>
      line.status === "reassignment"
        ? go("client", { client: line.clientId, do: "assign" })
        : go("follow", { client: line.clientId }),
    [],
  );

  if (due.refusal && due.lines === undefined)
    return (
      <PageFrame>
        <RefusalBar refusal={due.refusal} retry={due.again} />
      </PageFrame>
    );
  if (due.lines === undefined || day === undefined) return <Waiting />;
  if (due.clients === 0) return <EmptyBook />;

  // Whoever has left stays as long as clients of theirs are due.
  const owning = new Set(due.lines.map((line) => line.consultant));
  const consultants = site.consultants
    .filter(({ name, active }) => active || owning.has(name))
    .map(({ name }) => name);
  const isShown = (part: Part): boolean => only === undefined || only === part;
  const dueParts = only !== undefined && (dueGroups.urgency as readonly Part[]).includes(only);
  // A tile of the list shows its part by urgency, whatever the order.
  const parts: readonly DueGroup[] = dueParts ? dueGroups.urgency : dueGroups[order];
  const dueSection = (group: DueGroup) =>
    isShown(group) && grouped[group].length > 0 ? (
      <Section
        key={`${group} ${consultant}`}
        title={
          group === "overdue" || group === "today" || group === "week"
            ? t(`today.${group}`)
            : t(`day.${group}`)
        }
        items={grouped[group]}
        alarm={group === "overdue"}
        keyOf={({ clientId }) => clientId}
        draw={(line) => (
          <DueLineView
            line={line}
            today={today}
            callable={callable(line.trade)}
            showConsultant={consultant === ""}
            nameTitle={t("today.goToRow", { name: line.name })}
            onName={jump}
            onCopy={copy}
            onFollow={follow}
          />
        )}
      />
    ) : null;
  const chaseSection = (part: "unpaid" | "papers") =>
    isShown(part) && (only !== undefined || day[part].length > 0) ? (
      <ChaseSection
        key={part}
        title={t(`day.${part}`)}
        empty={t(`day.${part}None`)}
        items={day[part]}
        showConsultant={consultant === ""}
        onJump={({ form, register, row, name, clientId }) =>
          jumpTo({ sheet: register.sheet, form, row, key: "clientId" }, name || clientId)
        }
      />
    ) : null;
  /** What owners are owed and owe: what is late of it stands before what is due in the days to come. */
  const isLate = {
    care: day.care.some(({ daysLate }) => daysLate > 0),
    ownerCalls: day.ownerCalls.some(({ status }) => status === "overdue"),
    unpaid: day.unpaid.length > 0,
    papers: day.papers.length > 0,
  };
  const owners = {
    care: (
      <Fragment key="care">
        {isShown("care") && (only !== undefined || day.care.length + day.toGenerate > 0) ? (
          <CareSection
            items={day.care}
            calls={day.ownerCalls.length}
            toGenerate={day.toGenerate}
            me={who}
            consultant={consultant}
          />
        ) : null}
        {isShown("care") ? <UnaskedSection items={day.unasked} showConsultant={consultant === ""} /> : null}
      </Fragment>
    ),
    ownerCalls:
      isShown("care") || only === "ownerCalls" ? (
        <OwnerCallSection
          key="ownerCalls"
          items={order === "call" ? byCallability(day.ownerCalls, now) : day.ownerCalls}
          today={today}
          callable={callable}
          showConsultant={consultant === ""}
          onCopy={copy}
        />
      ) : null,
    unpaid: chaseSection("unpaid"),
    papers: chaseSection("papers"),
  };
  const { overdue, today: dueToday, week, sleeping, reassignment } = grouped;
  const isQuiet = [
    overdue,
    dueToday,
    week,
    sleeping,
    reassignment,
    day.appointments,
    day.care,
    day.ownerCalls,
    day.unpaid,
    day.papers,
  ].every(({ length }) => length === 0);
  return (
    <PageFrame label={t("pages.today")}>
      <div className={styles.top}>
        <Tiles<Part>
          label={t("day.tiles")}
          only={only}
          onOnly={setOnly}
          tiles={[
            { key: "overdue", label: t("today.overdue"), count: overdue.length, tone: "red" },
            { key: "today", label: t("today.today"), count: dueToday.length, tone: "amber" },
            { key: "week", label: t("today.week"), count: week.length },
            { key: "appointments", label: t("day.appointments"), count: day.appointments.length },
            // As 首页 counts: people compare the two.
            { key: "care", label: t("day.careDue"), count: careCounts(day.care, today).due, tone: "amber" },
            {
              key: "ownerCalls",
              label: t("owners.tile"),
              count: day.ownerCalls.length,
              tone: isLate.ownerCalls ? "red" : "amber",
            },
            { key: "unpaid", label: t("day.unpaid"), count: day.unpaid.length, tone: "red" },
            { key: "papers", label: t("day.papers"), count: day.papers.length, tone: "red" },
            ...(role === "manager"
              ? [{ key: "meeting", label: t("day.meeting"), count: day.met.length } as const]
              : []),
          ]}
        />
        <div className={styles.filters}>
          <Dropdown
            className={styles.filter}
            size="small"
            aria-label={t("today.consultant")}
            value={consultant || t("today.everyone")}
            selectedOptions={[consultant]}
            onOptionSelect={(_, data) => setConsultant(data.optionValue ?? "")}
          >
            <Option value="">{t("today.everyone")}</Option>
            {consultants.map((name) => (
              <Option key={name} value={name}>
                {name}
              </Option>
            ))}
          </Dropdown>
          <Dropdown
            className={styles.filter}
            size="small"
            aria-label={t("day.order")}
            value={t(order === "call" ? "day.byCall" : "day.byUrgency")}
            selectedOptions={[order]}
            onOptionSelect={(_, data) => setOrder(data.optionValue === "call" ? "call" : "urgency")}
          >
            <Option value="urgency">{t("day.byUrgency")}</Option>
            <Option value="call">{t("day.byCall")}</Option>
          </Dropdown>
        </div>
      </div>
      {due.refusal ? <RefusalBar refusal={due.refusal} retry={due.again} /> : null}
      {facts.refusal ? <RefusalBar refusal={facts.refusal} retry={facts.again} /> : null}
      {only === undefined && role === "manager" && due.book !== undefined ? (
        <QuarterBar
          book={due.book}
          onSee={() => jumpTo({ sheet: progress.sheet, form: "progress" }, progress.sheet)}
        />
      ) : null}
      {only === undefined ? <TodayPages /> : null}
      {only === undefined ? <NextLine /> : null}
      {only === undefined ? <MessageSection items={day.messages} me={who} /> : null}
      {isShown("appointments") && (only !== undefined || day.appointments.length > 0) ? (
        <AppointmentSection items={day.appointments} showConsultant={consultant === ""} />
      ) : null}
      {isQuiet && only === undefined ? (
        <Empty icon={<CalendarCheckmarkRegular />} title={t("today.emptyTitle")}>
          <span>{t("today.emptyBody")}</span>
        </Empty>
      ) : null}
      {parts.slice(0, 1).map(dueSection)}
      {ownerParts.map((part) => (isLate[part] ? owners[part] : null))}
      {parts.slice(1).map(dueSection)}
      {ownerParts.map((part) => (isLate[part] ? null : owners[part]))}
      {dueSection("sleeping")}
      {dueSection("reassignment")}
      {isShown("meeting") && role === "manager" ? (
        <MeetingSection
          key={only ?? ""}
          items={day.met}
          folded={only === undefined && day.met.length === 0}
        />
      ) : null}
      {only === undefined ? <FigureSection items={day.figures} consultant={consultant} /> : null}
    </PageFrame>
  );
};
