/** 意向评分: the signals seen, what they come to, and the grade they suggest beside the manager's (R17). */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { intentScores } from "../../domain/forms/intent-scores";
import type { ClientScore } from "../../domain/register/follow-up/intent-standing";
import { seenFrom, signalKeys } from "../../domain/register/follow-up/intent-standing";
import { scoreClient, scoreClientWants } from "../../domain/register/follow-up/score-client";
import type { Grade } from "../../domain/rules/grade";
import { sixBySignals } from "../../domain/rules/grade-test";
import { scoreOf, suggestedGrade, type Warmth } from "../../domain/rules/intent";
import { Doing, SaveBar } from "../client/doing";
import { EntryForm } from "../entry/entry-form";
import { useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { captionOf } from "../i18n/captions";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";

const useStyles = makeStyles({
  result: {
    display: "grid",
    gap: "2px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  score: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const doing = "记意向评分";
const others = ["clientId", "scoredOn"];
/** How many signals to work on next are named. */
const mostNamed = 3;

interface ScoreFormProps {
  readonly client: { readonly id: string; readonly name: string; readonly grade?: Grade | undefined };
  /** The latest that stands in the register. */
  readonly last?: ClientScore | undefined;
  readonly warmth?: Warmth | undefined;
}

/** Begins with what the last scoring saw. */
export const ScoreForm = ({ client, last, warmth }: ScoreFormProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, undefined, today);
  const defaults = useMemo(
    () => ({
      clientId: client.id,
      scoredOn: today,
      ...Object.fromEntries(
        signalKeys.flatMap((key) => {
          const seen = last?.seen[key];
          return seen === undefined ? [] : [[key, seen ? "是" : "否"]];
        }),
      ),
    }),
    [client.id, last, today],
  );
  const entry = useEntry({
    form: intentScores,
    page: `score-${client.id}`,
    site,
    today,
    defaults,
    without: others,
  });
  const seen = seenFrom((key) => entry.values[key] ?? "");
  const { score, open, missing } = scoreOf(seen, site.policies.weights);
  // R4: 002's own test, where the site grades by it.
  const six = site.policies.grading === "002" ? sixBySignals(seen) : undefined;
  const named = missing
    .slice(0, mostNamed)
    .map((key) => captionOf(i18n.language, "intentScores", key, captions[key] ?? key));

  const leave = () => go("client", { client: client.id });
  const save = async (): Promise<void> => {
    entry.attempt();
    const entered = await saver.save({
      doing,
      wants: scoreClientWants,
      decide: (book) => scoreClient(book, entry.values, { today }),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      entry.refuse(entered.problems);
      return;
    }
    entry.clear();
    toast({ title: t("care.scored", { name: client.name, score }), undo: true });
    leave();
  };
  return (
    <PageFrame
      label={t("care.score")}
      onSubmit={() => void save()}
      onCancel={leave}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void save()} /> : undefined}
      bar={<SaveBar busy={saver.busy} label={t("care.save")} onCancel={leave} />}
    >
      <Doing client={client.id} name={client.name} title={`${t("care.score")} · ${client.name}`} />
      <div className={styles.result} role="status">
        <span className={styles.score}>{t("care.scoreOf", { score, grade: suggestedGrade(score) })}</span>
        <span className={styles.quiet}>
          {[
            six === undefined
              ? ""
              : t(six.grade === six.slightly ? "care.six" : "care.sixSlightly", { ...six }),
            client.grade === undefined ? "" : t("care.managerGrade", { grade: client.grade }),
            open > 0 ? t("care.scoreOpen", { open }) : "",
            warmth === undefined ? "" : t(`care.${warmth}`),
            last === undefined
              ? ""
              : t("care.lastScore", { day: shortDay(last.scoredOn, today), score: last.score }),
            named.length === 0 ? "" : t("care.nextSignals", { signals: named.join("、") }),
          ]
            .filter((each) => each !== "")
            .join(" · ")}
        </span>
      </div>
      <EntryForm
        form={intentScores}
        draft={entry.values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        autoFocus={false}
        leaveOut={(key) => others.includes(key)}
      />
    </PageFrame>
  );
};

const captions: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(intentScores.fields).map(([key, { caption }]) => [key, caption]),
);
