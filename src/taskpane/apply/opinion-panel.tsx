import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Signer } from "../../domain/forms/applications";
import { approveWants, giveOpinion } from "../../domain/register/sales/approve";
import type { Finding } from "../../domain/register/problem";
import { opinionKeys } from "../../domain/register/sales/sale-rows";
import type { Application } from "../../domain/register/sales/sales-ledger";
import type { PaperContext } from "../blank/blank";
import { ChoiceSegments } from "../blank/choice-segments";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import { LineBlank } from "../blank/line-blank";
import { messageOf } from "../entry/use-entry";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { useRole } from "../shell/role";
import { useToasts } from "../shell/toasts";
import { signedDay } from "./signed-day";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  half: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "8px" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const doing = "签意见";

interface PanelProps {
  readonly application: Application;
  readonly signer: Signer;
  readonly paper: PaperContext;
}

/** The next signer's opinion: yes or no, a remark, a name and a day. */
export const OpinionPanel = ({ application, signer, paper }: PanelProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const saver = useSave();
  const toast = useToasts();
  const [role] = useRole();
  const [values, setValues] = useState({ opinion: "", remark: "", name: "", on: String(paper.today) });
  const [problems, setProblems] = useState<readonly Finding[]>([]);
  const put = (key: keyof typeof values) => (value: string) =>
    setValues((before) => ({ ...before, [key]: value }));
  const who = t(`apply.signer_${signer}`);

  const sign = async () => {
    const opinion =
      values.remark.trim() === "" ? values.opinion : `${values.opinion}，${values.remark.trim()}`;
    const signed = signedDay(values.on, opinionKeys[signer].on, paper.today);
    if (!signed.ok) {
      setProblems([signed.problem]);
      return;
    }
    const on = signed.day;
    const entered = await saver.save({
      doing,
      wants: approveWants,
      decide: (fresh) =>
        giveOpinion(
          fresh,
          {
            no: application.no,
            signer,
            opinion: values.opinion === "" ? "" : opinion,
            name: values.name,
            on,
          },
          { today: paper.today, now: services.now() },
        ),
    });
    if (entered === undefined) return;
    setProblems(entered.ok ? [] : entered.problems);
    if (entered.ok) toast({ title: t("apply.given", { who, opinion: values.opinion }), undo: true });
  };

  const said = problems.map((each) => messageOf(each, i18n.language));
  const blank = (key: "remark" | "name" | "on" | "opinion", caption: string) => ({
    id: `opinion-${key}`,
    name: key,
    caption,
    value: values[key],
    onChange: put(key),
    onLeave: () => undefined,
    required: key === "opinion" || key === "name",
    invalid: false,
    describedBy: undefined,
    paper,
  });
  return (
    <form
      className={styles.panel}
      aria-label={t("apply.yourTurn", { who })}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void sign();
      }}
    >
      <h3 className={styles.title}>{t("apply.yourTurn", { who })}</h3>
      {role === "manager" ? null : <p className={styles.small}>{t("apply.managerDoes")}</p>}
      <Line id="opinion-opinion" caption={t("apply.opinion")} need="first" group whole messages={said}>
        <ChoiceSegments {...blank("opinion", t("apply.opinion"))} choices={["同意", "不同意"]} />
      </Line>
      <Line id="opinion-remark" caption={t("apply.remark")} need="free" messages={[]}>
        <LineBlank {...blank("remark", t("apply.remark"))} />
      </Line>
      <div className={styles.half}>
        <Line id="opinion-name" caption={t("apply.signer")} need="first" messages={[]}>
          <LineBlank {...blank("name", t("apply.signer"))} />
        </Line>
        <Line id="opinion-on" caption={t("apply.on")} need="first" messages={[]}>
          <DayBlank {...blank("on", t("apply.on"))} past />
        </Line>
      </div>
      {saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void sign()} /> : null}
      {said.length > 1 ? (
        <MessageBar intent="error">
          <MessageBarBody>{said[1]?.says}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Button
        appearance="primary"
        type="submit"
        disabledFocusable={saver.busy}
        icon={saver.busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
      >
        {saver.busy ? t("shell.saving") : t("apply.give")}
      </Button>
    </form>
  );
};
