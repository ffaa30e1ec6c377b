/** 晚例会: today's contacts, and a grade for each in one click; a way down, a jump and × ask for the reason (R4). */
import { Button, Combobox, makeStyles, mergeClasses, Option, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MetToday } from "../../domain/register/follow-up/evening-meeting";
import type { Problem } from "../../domain/register/problem";
import { regrade, regradeWants } from "../../domain/register/follow-up/regrade";
import type { ClientNumber } from "../../domain/rules/client-number";
import { gradeMeaning } from "../../domain/rules/grade-meaning";
import type { Grade } from "../../domain/rules/grade";
import { namesReason, withReason } from "../../domain/rules/hopeless-reason";
import { useControlStyles } from "../blank/control";
import { GradeBadge } from "../entry/grade-badge";
import { tongueOf } from "../i18n/i18n";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useSite, useStanding } from "../shell/site";
import { Item } from "./item";
import { useLineFacts } from "./line-facts";
import { Section } from "./section";
import { useAct } from "./use-act";

const useStyles = makeStyles({
  grades: { display: "flex", gap: "2px" },
  grade: {
    width: "32px",
    height: "28px",
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForegroundDisabled },
  },
  now: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
    ":disabled": { color: tokens.colorNeutralForegroundOnBrand },
  },
  reason: { flex: "1 1 140px", minWidth: 0 },
  told: {
    flex: "1 0 100%",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** As the paper's columns stand. */
const order: readonly Grade[] = ["D", "C", "B", "A", "√", "×"];

/** The grade waits for a reason, and is asked for it where it was clicked. */
const reasonCodes = new Set<Problem["code"]>(["demotionNeedsReason", "jumpNeedsNote", "hopelessNeedsReason"]);
const wantsReason = ({ code }: Problem): boolean => reasonCodes.has(code);

/** What was said today, in short. */
const SaidToday = ({ client, before }: { readonly client: ClientNumber; readonly before: string }) => {
  const services = useServices();
  const facts = useLineFacts(client);
  const note = facts?.notedOn === services.today() ? facts.note : "";
  return [before, note.length > 60 ? `${note.slice(0, 60)}…` : note]
    .filter((each) => each !== "")
    .join(" · ");
};

export const MeetingSection = ({
  items,
  folded,
}: {
  readonly items: readonly MetToday[];
  readonly folded: boolean;
}) => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const { written } = useStanding();
  const { saver, act } = useAct(wantsReason);
  const [asking, setAsking] = useState<{ readonly client: string; readonly to: Grade } | undefined>();
  const [reason, setReason] = useState("");
  const listed = asking?.to === "×" ? site.lists.hopelessReason : [];
  const unlisted = listed.length > 0 && !namesReason(reason, listed);
  /** R10: a reason of the list, in front of what is written already; another of the list takes its place. */
  const choose = (chosen: string): void =>
    setReason(reason.trim() === "" || listed.includes(reason) ? chosen : withReason(chosen, reason));
  const grade = useCallback(
    async (one: MetToday, to: Grade, why: string): Promise<void> => {
      const refused = await act(
        {
          doing: "晚例会定级",
          wants: regradeWants,
          decide: (book) =>
            regrade(
              book,
              { client: one.client, to, from: one.grade, reason: why },
              { today: services.today() },
            ),
        },
        t("day.graded", { name: one.name, from: one.grade ?? "", to }),
      );
      const asked = refused?.some(wantsReason) ?? false;
      if (asked && asking?.to !== to) setReason("");
      setAsking(asked ? { client: one.client, to } : undefined);
      if (refused?.some(({ code }) => code === "gradeOutrun")) written();
      if (refused?.some(({ code }) => code === "dealNeedsDeal")) go("deal", { client: one.client });
    },
    [act, services, t, asking, written],
  );
  return (
    <Section
      title={t("day.meeting")}
      items={items}
      folded={folded}
      keyOf={({ client }) => client}
      empty={t("day.meetingNone")}
      below={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={saver.forget} /> : null}
      draw={(one) => {
        const { name, score } = one;
        const asked = asking?.client === one.client ? asking : undefined;
        return (
          <Item
            name={name}
            onName={() => go("client", { client: one.client })}
            nameTitle={t("day.toClient", { name })}
            lead={one.grade ? <GradeBadge grade={one.grade} /> : null}
            quiet={[one.consultant, ...one.methods].join(" · ")}
            aside={one.gradedToday ? t("day.gradedToday") : ""}
            about={
              <SaidToday
                client={one.client}
                before={score ? t("day.suggests", { score: score.score, grade: score.suggested }) : ""}
              />
            }
          >
            <span className={styles.grades} role="group" aria-label={t("day.gradeOf", { name })}>
              {order.map((to) => {
                const meaning = gradeMeaning(site.policies.grading, to)[tongueOf(i18n.language)];
                return (
                  <button
                    key={to}
                    type="button"
                    className={mergeClasses(styles.grade, one.grade === to && styles.now)}
                    aria-pressed={one.grade === to}
                    aria-label={t("day.gradeAs", { name, grade: to, meaning })}
                    title={meaning}
                    disabled={saver.busy}
                    onClick={() => {
                      if (one.grade !== to) void grade(one, to, "");
                    }}
                  >
                    {to}
                  </button>
                );
              })}
            </span>
            {asked ? (
              <>
                <Combobox
                  className={mergeClasses(control.combobox, styles.reason)}
                  input={{ className: control.comboboxInput }}
                  size="small"
                  freeform
                  autoFocus
                  aria-label={t("day.reason", { from: one.grade ?? "", to: asked.to })}
                  placeholder={t("day.reason", { from: one.grade ?? "", to: asked.to })}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  onOptionSelect={(_, { optionText }) => choose(optionText ?? "")}
                >
                  {listed.map((each) => (
                    <Option key={each}>{each}</Option>
                  ))}
                </Combobox>
                <Button
                  size="small"
                  appearance="primary"
                  disabled={saver.busy || reason.trim() === "" || unlisted}
                  onClick={() => void grade(one, asked.to, reason)}
                >
                  {t("day.confirm")}
                </Button>
                <Button size="small" onClick={() => setAsking(undefined)}>
                  {t("day.cancel")}
                </Button>
                {unlisted ? (
                  <span className={styles.told} role="status">
                    {t("day.reasonOfList")}
                  </span>
                ) : null}
              </>
            ) : null}
          </Item>
        );
      }}
    />
  );
};
