import { Button, Checkbox, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { carryOut, carryOutWants } from "../../domain/register/sales/carry-out";
import type { Finding } from "../../domain/register/problem";
import type { Application } from "../../domain/register/sales/sales-ledger";
import type { PaperContext } from "../blank/blank";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import { LineBlank } from "../blank/line-blank";
import type { Message } from "../entry/message";
import { messageOf } from "../entry/use-entry";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { useToasts } from "../shell/toasts";
import { signedDay } from "./signed-day";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

const doing = "办理申请";

/** What was approved is done: one click, and every sheet it touches follows. */
export const CarryOutPanel = ({
  application,
  paper,
}: {
  readonly application: Application;
  readonly paper: PaperContext;
}) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const saver = useSave();
  const toast = useToasts();
  const [values, setValues] = useState({
    on: String(paper.today),
    receiptNo: "",
    inspection: "",
    inspector: "",
  });
  const [returned, setReturned] = useState(true);
  const [problems, setProblems] = useState<readonly Finding[]>([]);
  const { kind } = application;
  if (kind === undefined) return null;

  const act = async () => {
    const closed = signedDay(values.on, "closedOn", paper.today);
    if (!closed.ok) {
      setProblems([closed.problem]);
      return;
    }
    const entered = await saver.save({
      doing,
      wants: carryOutWants,
      decide: (fresh) =>
        carryOut(
          fresh,
          {
            no: application.no,
            on: closed.day,
            ...(kind === "退房申请" ? { receiptReturned: returned } : {}),
            ...(values.receiptNo === "" ? {} : { receiptNo: values.receiptNo }),
            ...(values.inspection === "" ? {} : { inspection: values.inspection }),
            ...(values.inspector === "" ? {} : { inspector: values.inspector }),
          },
          { today: paper.today, now: services.now() },
        ),
    });
    if (entered === undefined) return;
    setProblems(entered.ok ? [] : entered.problems);
    if (!entered.ok) return;
    const hints = entered.decision.hints.map((hint) => messageOf(hint, i18n.language).says);
    toast({
      title: t("apply.carriedOut", { no: application.no }),
      body: hints.length === 0 ? undefined : hints.join("；"),
      undo: true,
    });
  };

  const own = ["receiptNo", "inspection", "inspector"];
  const messagesAt = (key: string): readonly Message[] =>
    problems
      .filter((each) =>
        key === "on"
          ? !own.includes(each.key ?? "")
          : each.key === key || (key === "receiptNo" && each.key === "no"),
      )
      .map((each) => messageOf(each, i18n.language));
  const blank = (key: keyof typeof values, caption: string) => ({
    id: `carry-${key}`,
    name: key,
    caption,
    value: values[key],
    onChange: (value: string) => setValues((before) => ({ ...before, [key]: value })),
    onLeave: () => undefined,
    required: false,
    invalid: messagesAt(key).length > 0,
    describedBy: `carry-${key}-message`,
    paper,
  });
  const line = (key: "receiptNo" | "inspection" | "inspector", aside?: string) => (
    <Line
      id={`carry-${key}`}
      caption={t(`apply.${key}`)}
      need="free"
      messages={messagesAt(key)}
      aside={aside}
    >
      <LineBlank {...blank(key, t(`apply.${key}`))} />
    </Line>
  );
  return (
    <form
      className={styles.panel}
      aria-label={t("apply.carryOut")}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void act();
      }}
    >
      <h3 className={styles.title}>{t("apply.carryOut")}</h3>
      <p className={styles.text}>{t(`apply.does_${kind}`)}</p>
      <Line id="carry-on" caption={t("apply.on")} need="first" messages={messagesAt("on")}>
        <DayBlank {...blank("on", t("apply.on"))} past />
      </Line>
      {kind === "退房申请" ? (
        <>
          {line("receiptNo", t("apply.receiptAuto"))}
          <Checkbox
            label={t("apply.returned")}
            checked={returned}
            onChange={(_, data) => setReturned(data.checked === true)}
          />
        </>
      ) : null}
      {kind === "户型结构变更" ? (
        <>
          {line("inspection")}
          {line("inspector")}
        </>
      ) : null}
      {saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void act()} /> : null}
      <Button
        appearance="primary"
        type="submit"
        disabledFocusable={saver.busy}
        icon={saver.busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
      >
        {saver.busy ? t("shell.saving") : t("apply.carryOutNow")}
      </Button>
    </form>
  );
};
