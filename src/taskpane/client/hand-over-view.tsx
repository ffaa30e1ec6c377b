/** 交接 of all the clients of one consultant: to another, or shared among several (R9, R10). */
import {
  Checkbox,
  Field,
  Input,
  Label,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { PeopleSwapRegular } from "@fluentui/react-icons/svg/people-swap";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type GradeRow, reachedOrder } from "../../domain/register/grade-rows";
import { handOver, handOverRows, shareOut } from "../../domain/register/ownership/hand-over";
import { reassignWants } from "../../domain/register/ownership/reassign";
import type { Problem } from "../../domain/register/problem";
import { standings } from "../../domain/register/standing";
import type { ClientNumber } from "../../domain/rules/client-number";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { Empty, PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { DoingHead, SaveBar } from "./doing";
import { whyNot } from "./refused-bar";

const useStyles = makeStyles({
  takers: { listStyle: "none", margin: 0, padding: 0 },
  taker: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexWrap: "wrap",
    columnGap: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  control: { minWidth: 0, width: "100%" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const doing = "交接客户";

/** ["A 2", "C 5"], the keenest first; who has no grade yet is handed over too. */
const gradesOf = (rows: readonly GradeRow[], ungraded: string): readonly string[] =>
  [...[...reachedOrder].reverse(), undefined]
    .map((grade) => ({ grade, n: rows.filter((row) => row.grade === grade).length }))
    .filter(({ n }) => n > 0)
    .map(({ grade = ungraded, n }) => `${grade} ${n}`);

interface HandOverProps {
  readonly from: string;
  /** On whose page it was begun: it ends there. Else it was in 设置. */
  readonly back: ClientNumber | undefined;
}

export const HandOverView = ({ from, back }: HandOverProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const [to, setTo] = useState<readonly string[]>([]);
  const [why, setWhy] = useState("");
  const toId = useId();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const today = services.today();
  const { book, refusal, again } = useReading(reassignWants, doing);
  const rows = useMemo(
    () => (book === undefined ? [] : handOverRows(book, { from, clients: undefined }, today)),
    [book, from, today],
  );
  const shares = useMemo(() => (book === undefined ? [] : shareOut(book, rows, to)), [book, rows, to]);

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  const leave = () => (back === undefined ? go("settings") : go("client", { client: back }));
  const backName = standings(book).find(({ clientId }) => clientId === back)?.name ?? back;
  const listed = (each: readonly string[]): string => each.join(t("client.listComma"));
  const graded = (each: readonly GradeRow[]): string => listed(gradesOf(each, t("client.ungraded")));
  const theirs = (name: string): readonly GradeRow[] =>
    shares.flatMap((each) => (each.to === name ? [each.row] : []));
  const left = to.length === 0 ? 0 : shares.filter((each) => each.to === undefined).length;
  const submit = async () => {
    if (saver.busy || to.length === 0) return;
    const entered = await saver.save({
      doing,
      wants: reassignWants,
      decide: (fresh) => handOver(fresh, { from, to, clients: undefined, why }, { today }),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      setProblems(entered.problems);
      return;
    }
    const { changes } = entered.decision;
    const got = (name: string): number =>
      changes.filter((each) => each.kind === "set" && each.key === "consultant" && each.value === name)
        .length;
    toast({
      title: t("client.handOverSaved", { shares: listed(to.map((name) => `${name} ${got(name)}`)) }),
      undo: true,
    });
    leave();
  };
  const title = t("client.handOverOf", { from });
  const takers = site.consultants.filter((each) => each.active && each.name !== from);
  return (
    <PageFrame
      label={title}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={whyNot(saver.refusal, () => void submit(), problems)}
      bar={
        rows.length === 0 ? undefined : (
          <SaveBar
            busy={saver.busy}
            label={t("client.handOver")}
            disabled={to.length === 0}
            onCancel={leave}
          />
        )
      }
    >
      <DoingHead
        title={title}
        backTo={
          backName === undefined ? t("client.backToSettings") : t("client.backToClient", { name: backName })
        }
        onBack={leave}
        managers
      />
      {rows.length === 0 ? (
        <Empty icon={<PeopleSwapRegular />} title={t("client.handOverNone", { from })}>
          <span>{t("client.handOverNoneBody")}</span>
        </Empty>
      ) : (
        <>
          <span>{t("client.handOverCount", { n: rows.length, grades: graded(rows) })}</span>
          <div role="group" aria-labelledby={toId} aria-describedby={`${toId}-hint`}>
            <Label id={toId} size="small" required>
              {t("client.handOverTo")}
            </Label>
            <div id={`${toId}-hint`} className={styles.quiet}>
              {t("client.handOverToHint")}
            </div>
            <ul className={styles.takers}>
              {takers.map(({ name }) => {
                const got = theirs(name);
                return (
                  <li key={name} className={styles.taker}>
                    <Checkbox
                      label={name}
                      checked={to.includes(name)}
                      onChange={(_, { checked }) => {
                        setTo(checked === true ? [...to, name] : to.filter((each) => each !== name));
                        setProblems([]);
                      }}
                    />
                    {to.includes(name) ? (
                      <span className={styles.quiet}>
                        {t("client.handOverGets", { n: got.length, grades: graded(got) || "—" })}
                      </span>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </div>
          {left === 0 ? null : (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t("client.handOverLeft", { n: left })}</MessageBarBody>
            </MessageBar>
          )}
          <Field label={t("client.handOverWhy")} size="small">
            <Input
              autoComplete="off"
              className={styles.control}
              value={why}
              onChange={(_, data) => setWhy(data.value)}
            />
          </Field>
          <span className={styles.quiet}>{t("client.handOverNote")}</span>
        </>
      )}
    </PageFrame>
  );
};
