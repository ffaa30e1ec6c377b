/** R15: what is to be done for owners today; done in one click, with a note where there is something to tell. */
import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { careCounts, type CareGroup } from "../../domain/register/care/care-due";
import { completeCare, completeWants } from "../../domain/register/care/complete-care";
import { careHorizon, generateWants } from "../../domain/register/care/generate-care";
import { askingDetail } from "../../domain/rules/care-calendar";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { Item } from "./item";
import { generateOwn } from "./own-care";
import { Section } from "./section";
import { useAct } from "./use-act";

const useStyles = makeStyles({
  note: { flex: "1 1 120px", minWidth: 0 },
  below: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    padding: "8px 12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const keyOf = ({ tasks }: CareGroup): string => tasks.map(({ row }) => row).join();

export const CareSection = ({
  items,
  calls,
  toGenerate,
  me,
  consultant,
}: {
  readonly items: readonly CareGroup[];
  /** Owners whose call is due by R15's rhythm: no tasks, and a part of their own. */
  readonly calls: number;
  /** Tasks of the days ahead that are not in the register yet. */
  readonly toGenerate: number;
  readonly me: string;
  /** Whose clients are shown; "" for everybody's. */
  readonly consultant: string;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { saver, act } = useAct();
  const [noting, setNoting] = useState<string | undefined>();
  const [note, setNote] = useState("");
  const today = services.today();
  const complete = async (group: CareGroup): Promise<void> => {
    const [first] = group.tasks;
    const done = {
      tasks: group.tasks,
      notes: noting === keyOf(group) ? note : "",
      consultant: me || (first?.consultant ?? ""),
    };
    const refused = await act(
      {
        doing: "完成维护事项",
        wants: completeWants,
        decide: (book) => completeCare(book, done, { today, now: services.now() }),
      },
      t("day.doneSaid", { what: group.detail || group.reason }),
    );
    if (refused === undefined) setNoting(undefined);
  };
  const generate = () =>
    act(
      { doing: "生成维护事项", wants: generateWants, decide: (book) => generateOwn(book, today, consultant) },
      t("day.generated", { n: toGenerate }),
    );
  const { due, early } = careCounts(items, today);
  const counts = [
    t("day.careIsDue", { n: due }),
    ...(early > 0 ? [t("day.careEarly", { n: early })] : []),
    ...(calls > 0 ? [t("day.careCalls", { n: calls })] : []),
  ];
  return (
    <Section
      title={t("day.care")}
      items={items}
      count={counts.join(" · ")}
      step={20}
      alarm={items.some(({ daysLate }) => daysLate > 0)}
      keyOf={keyOf}
      empty={t("day.careNone")}
      below={
        <>
          {toGenerate > 0 ? (
            <div className={styles.below}>
              <span>{t("day.toGenerate", { days: careHorizon, n: toGenerate })}</span>
              <Button size="small" disabled={saver.busy} onClick={() => void generate()}>
                {t("day.generate")}
              </Button>
            </div>
          ) : null}
          {saver.refusal ? <RefusalBar refusal={saver.refusal} retry={saver.forget} /> : null}
        </>
      }
      draw={(group) => {
        const key = keyOf(group);
        const [first] = group.tasks;
        const one = group.tasks.length === 1 ? first : undefined;
        const name = one?.name ?? t("day.many", { n: group.tasks.length });
        const isUnasked = one?.agreed === false && one.detail !== askingDetail;
        const what = `${name} ${group.detail || group.reason}`;
        return (
          <Item
            name={name}
            {...(one === undefined
              ? {}
              : {
                  onName: () => go("client", { client: one.client }),
                  nameTitle: t("day.toClient", { name }),
                })}
            quiet={`${group.reason} · ${group.method}`}
            aside={
              group.daysLate > 0
                ? t("day.lateBy", { n: group.daysLate })
                : group.due === today
                  ? t("today.dueToday")
                  : t("day.dueOn", { day: shortDay(group.due, today) })
            }
            tone={group.daysLate > 0 ? "red" : group.due === today ? "amber" : undefined}
            about={[group.detail, isUnasked ? t("day.unaskedTask") : ""]
              .filter((each) => each !== "")
              .join(" · ")}
          >
            {one === undefined ? null : (
              <Button
                size="small"
                aria-expanded={noting === key}
                aria-label={t("day.noteWho", { what })}
                onClick={() => {
                  setNote("");
                  setNoting(noting === key ? undefined : key);
                }}
              >
                {t("day.note")}
              </Button>
            )}
            {noting === key ? (
              <Input
                className={styles.note}
                size="small"
                aria-label={t("day.noteWho", { what })}
                placeholder={t("day.noteHint")}
                value={note}
                onChange={(_, { value }) => setNote(value)}
              />
            ) : null}
            <Button
              size="small"
              disabled={saver.busy}
              aria-label={t("day.doneWho", { what })}
              onClick={() => void complete(group)}
            >
              {t(one === undefined ? "day.everybody" : "day.done")}
            </Button>
          </Item>
        );
      }}
    />
  );
};
