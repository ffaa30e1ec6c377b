/** 设置: what a manager changes without looking for the cell. */
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { Open16Regular } from "@fluentui/react-icons/svg/open";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AmendableSetting,
  amendSettings,
  seenAnew,
  type SettingsDraft,
  type SettingsSeen,
  settingsWants,
} from "../../domain/register/settings/amend-settings";
import type { Problem } from "../../domain/register/problem";
import type { SiteBook } from "../../domain/register/site";
import { settings } from "../../domain/forms/settings";
import type { WorkbookRefused } from "../../workbook/port";
import { ActionBar } from "../entry/action-bar";
import { messageOf } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import type { Message } from "../entry/message";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { asRefusal, useSite, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { heldSettings } from "./held-settings";
import { NumberTable } from "./number-table";
import { Roster } from "./roster";
import { SettingLines } from "./setting-lines";

const useStyles = makeStyles({
  section: { display: "grid", gap: "8px", paddingBottom: "8px" },
  heading: {
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  total: { fontVariantNumeric: "tabular-nums", textAlign: "right", fontSize: tokens.fontSizeBase200 },
  wrong: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  links: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const doing = "修改设置";
const grades = ["A", "B", "C"] as const;
const paces = ["first", "earliest", "latest"] as const;

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
};

/** By the blank's key; a line of 设置 is told by its caption. */
const messagesOf = (
  problems: readonly Problem[],
  language: string,
): ReadonlyMap<string, readonly Message[]> => {
  const keys = new Map(Object.entries(settings).map(([key, caption]): [string, string] => [caption, key]));
  const found = new Map<string, Message[]>();
  for (const problem of problems) {
    const key = keys.get(problem.caption ?? "") ?? "";
    found.set(key, [...(found.get(key) ?? []), messageOf(problem, language)]);
  }
  return found;
};

const SettingsForm = ({ book }: { readonly book: SiteBook }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const { written } = useStanding();
  const toast = useToasts();
  const today = services.today();
  const paper = usePaper(site, undefined, today);
  const held = useMemo(() => heldSettings(book), [book]);
  const [draft, setDraft] = useState<SettingsDraft>({});
  /** What stood there when each was begun: it is read again while somebody types. */
  const [seen, setSeen] = useState<SettingsSeen>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const [busy, setBusy] = useState(false);

  const lines = { ...held.lines, ...draft.lines };
  const people = draft.consultants ?? held.consultants;
  const days = { ...held.cadence, ...draft.cadence };
  const weights = draft.weights ?? held.weights;
  const policy = lines.policy ?? "000";
  const left = new Set(held.consultants.filter(({ active }) => !active).map(({ name }) => name));
  const isUnsaved = Object.keys(draft).length > 0;
  const messages = messagesOf(problems, i18n.language);
  const [general] = messages.get("") ?? [];
  const total = Object.values(weights).reduce((sum, each) => sum + (Number(each) || 0), 0);
  const change = (more: SettingsDraft) => {
    setDraft((before) => ({
      ...before,
      ...more,
      lines: { ...before.lines, ...more.lines },
      cadence: { ...before.cadence, ...more.cadence },
    }));
    const shown = <Part extends Readonly<Record<string, string>>>(from: Part, of: Part | undefined) =>
      Object.fromEntries(Object.keys(of ?? {}).map((key) => [key, from[key] ?? ""]));
    setSeen((before) => ({
      ...(more.consultants ? { consultants: held.consultants } : {}),
      ...(more.weights ? { weights: held.weights } : {}),
      ...before,
      lines: { ...shown(held.lines as Readonly<Record<string, string>>, more.lines), ...before.lines },
      cadence: { ...shown(held.cadence, more.cadence), ...before.cadence },
    }));
  };
  const put = (key: AmendableSetting, value: string) => change({ lines: { [key]: value } });

  const save = async () => {
    if (busy) return;
    const decided = amendSettings(book, draft, today, seen);
    if (!decided.ok) {
      setProblems(decided.problems);
      // Said once: who saves again has read it.
      const told = decided.problems.filter(({ code }) => code === "settingOutrun");
      setSeen((before) => seenAnew(before, held, told));
      const caption = decided.problems[0]?.caption;
      const key = Object.entries(settings).find(([, each]) => each === caption)?.[0];
      if (key !== undefined) document.getElementById(`setting-${key}`)?.focus();
      return;
    }
    setProblems([]);
    setRefusal(undefined);
    if (decided.changes.length === 0) {
      toast({ title: t("settings.nothing"), intent: "info" });
      return;
    }
    const leaving = people.filter(({ name, active }) => !active && !left.has(name));
    setBusy(true);
    try {
      const { outrun } = await services.change(decided.changes, doing, { basis: book });
      // What a colleague was faster with stays here, to be decided on what stands there now.
      if (outrun.length === 0) {
        setDraft({});
        setSeen({});
      }
      written();
      toast(
        outrun.length > 0
          ? { title: t("settings.outrun", { n: outrun.length }), intent: "warning" }
          : {
              title: t("settings.saved", { n: decided.changes.length }),
              ...(leaving.length === 0
                ? {}
                : {
                    body: t("settings.leftNow", {
                      names: leaving.map(({ name }) => name).join(t("client.listComma")),
                    }),
                  }),
              undo: true,
            },
      );
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
    } finally {
      setBusy(false);
    }
  };

  const revert = () => {
    setDraft({});
    setSeen({});
    setProblems([]);
    toast({
      title: t("settings.reverted"),
      intent: "info",
      act: {
        label: t("shell.restore"),
        run: () => {
          setDraft(draft);
          setSeen(seen);
        },
      },
    });
  };

  const part = (keys: readonly AmendableSetting[]) => (
    <SettingLines keys={keys} values={lines} onChange={put} messages={messages} paper={paper} />
  );
  const open = (sheet: string, label: string) => (
    <Button
      size="small"
      icon={<Open16Regular />}
      iconPosition="after"
      onClick={() => void services.jump({ sheet })}
    >
      {label}
    </Button>
  );
  return (
    <PageFrame
      label={t("settings.title")}
      onSubmit={() => void save()}
      onCancel={() => go("today")}
      notice={
        refusal ? (
          <RefusalBar refusal={refusal} retry={() => void save()} />
        ) : general === undefined ? undefined : (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{t("blank.says", { says: general.says, remedy: general.remedy })}</MessageBarBody>
          </MessageBar>
        )
      }
      bar={<ActionBar busy={busy} dirty={isUnsaved} clearLabel={t("settings.revert")} onClear={revert} />}
    >
      <Section title={t("settings.basics")}>{part(["project", "place", "region", "areaCode"])}</Section>
      <Section title={t("settings.people")}>
        <Roster
          people={people}
          groups={site.lists.group}
          onChange={(consultants) => change({ consultants })}
          left={left}
          isUnsaved={isUnsaved}
        />
      </Section>
      <Section title={t("settings.following")}>
        {part(["policy"])}
        <NumberTable
          heads={paces.map((each) => t(`settings.${each}`))}
          wrong={
            new Set(
              problems.flatMap(({ form, caption, key }) =>
                form === "cadence" ? [`${(caption ?? "").replace(" ", "/")}/${key ?? ""}`] : [],
              ),
            )
          }
          lines={grades.map((grade) => ({
            name: grade,
            cells: paces.map((each) => ({
              path: `${policy}/${grade}/${each}`,
              label: t("settings.daysOf", { policy, grade, which: t(`settings.${each}`) }),
              value: days[`${policy}/${grade}/${each}`] ?? "",
            })),
          }))}
          onChange={(path, value) => change({ cadence: { [path]: value } })}
        />
        {part(["depositDays", "withdrawnEarliest", "withdrawnLatest", "grading"])}
      </Section>
      <Section title={t("settings.owning")}>{part(["ownership", "claimDays", "callDays", "kin"])}</Section>
      <Section title={t("settings.turn")}>{part(["alternateDays", "alternateFrom"])}</Section>
      <Section title={t("settings.selling")}>
        {part(["signWithin", "quarterStart", "plannedFrom", "openingOn", "handOverOn"])}
      </Section>
      <Section title={t("settings.scoring")}>
        <NumberTable
          heads={[]}
          wrong={
            new Set(
              problems.flatMap(({ form, caption }) =>
                form === "signals" && caption !== undefined ? [caption] : [],
              ),
            )
          }
          lines={Object.entries(weights).map(([signal, value]) => ({
            name: signal,
            cells: [{ path: signal, label: signal, value }],
          }))}
          onChange={(signal, value) => change({ weights: { ...weights, [signal]: value } })}
        />
        <span className={mergeClasses(styles.total, total !== 100 && styles.wrong)} role="status">
          {t("settings.total", { n: total })}
        </span>
      </Section>
      <Section title={t("settings.printing")}>{part(["maskPhones"])}</Section>
      <Section title={t("settings.lists")}>
        <p className={styles.small}>{t("settings.listsHint")}</p>
        <div className={styles.links}>
          {open("字典", t("settings.openLists"))}
          {open("活动", t("settings.openEvents"))}
          {open("设置", t("settings.openSheet"))}
        </div>
      </Section>
    </PageFrame>
  );
};

export const SettingsPage = () => {
  const { book, refusal, again } = useReading(settingsWants, doing);
  if (book !== undefined) return <SettingsForm book={book} />;
  return <Unread refusal={refusal} again={again} />;
};
