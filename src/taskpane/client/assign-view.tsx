/** 再分配 for × (R10); 交接 for everybody else. */
import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formersAt } from "../../domain/register/ownership/case-book";
import type { Decision } from "../../domain/register/decision";
import { gradeRows } from "../../domain/register/grade-rows";
import type { Problem } from "../../domain/register/problem";
import { handOver, handOverRows } from "../../domain/register/ownership/hand-over";
import { reassign, reassignWants } from "../../domain/register/ownership/reassign";
import { standings } from "../../domain/register/standing";
import type { SiteBook } from "../../domain/register/site";
import type { ClientNumber } from "../../domain/rules/client-number";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { Doing, SaveBar } from "./doing";
import { whyNot } from "./refused-bar";
import { UnknownClient } from "./unknown-client";

const useStyles = makeStyles({
  control: { minWidth: 0, width: "100%" },
  all: { justifySelf: "start", alignSelf: "flex-start" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export const AssignView = ({ client }: { readonly client: ClientNumber }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [grade, setGrade] = useState<"C" | "D">("C");
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const today = services.today();
  const { book, refusal, again } = useReading(reassignWants, "再分配客户");

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  const name = standings(book).find(({ clientId }) => clientId === client)?.name;
  if (name === undefined) return <UnknownClient client={client} />;
  const row = gradeRows(book, today).find(({ clientId }) => clientId === client);
  const from = row?.consultant ?? "";
  const lost = row?.grade === "×";
  const formers = row ? formersAt(site, row.register, row.index) : [];
  const barred = (lost ? [...formers, from] : [from]).filter((each) => each !== "");
  const active = site.consultants.filter((each) => each.active && !barred.includes(each.name));
  const theirs = from === "" ? [] : handOverRows(book, { from, clients: undefined }, today);
  const decide = (fresh: SiteBook): Decision =>
    lost
      ? reassign(fresh, { clientId: client, to, grade, reason }, { today })
      : handOver(fresh, { from, to: [to], clients: new Set([client]), why }, { today });
  const submit = async () => {
    if (saver.busy) return;
    const doing = lost ? "再分配客户" : "交接客户";
    const entered = await saver.save({ doing, wants: reassignWants, decide });
    if (entered === undefined) return;
    if (!entered.ok) {
      setProblems(entered.problems);
      return;
    }
    toast({ title: t(lost ? "client.reassignSaved" : "client.handedOver", { name, to }), undo: true });
    go("client", { client });
  };
  const leave = () => go("client", { client });
  const title = t(lost ? "client.reassignTitle" : "client.handOverTitle", { name });
  return (
    <PageFrame
      label={title}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={whyNot(saver.refusal, () => void submit(), problems)}
      bar={
        <SaveBar
          busy={saver.busy}
          label={t(lost ? "client.reassign" : "client.handOver")}
          disabled={to === "" || (lost && reason === "")}
          onCancel={leave}
        />
      }
    >
      <Doing client={client} name={name} title={title} managers />
      <Field label={t("client.reassignTo")} required size="small">
        <Dropdown
          className={styles.control}
          value={to}
          selectedOptions={[to]}
          onOptionSelect={(_, data) => {
            setTo(data.optionValue ?? "");
            setProblems([]);
          }}
        >
          {active.map((each) => (
            <Option key={each.name} value={each.name}>
              {each.name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {lost ? (
        <>
          <Field label={t("client.reassignReason")} required size="small">
            <Dropdown
              className={styles.control}
              value={reason}
              selectedOptions={[reason]}
              onOptionSelect={(_, data) => setReason(data.optionValue ?? "")}
            >
              {site.lists.hopelessReason.map((each) => (
                <Option key={each} value={each}>
                  {each}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field label={t("client.reassignGrade")} required size="small">
            <RadioGroup
              layout="horizontal"
              value={grade}
              onChange={(_, data) => setGrade(data.value === "D" ? "D" : "C")}
            >
              <Radio value="C" label="C" />
              <Radio value="D" label="D" />
            </RadioGroup>
          </Field>
          {barred.length === 0 ? null : (
            <span className={styles.quiet}>{t("client.reassignNote", { former: barred.join("、") })}</span>
          )}
        </>
      ) : (
        <>
          <Field label={t("client.handOverWhy")} size="small">
            <Input
              autoComplete="off"
              className={styles.control}
              value={why}
              onChange={(_, data) => setWhy(data.value)}
            />
          </Field>
          <span className={styles.quiet}>{t("client.handOverNote")}</span>
          {theirs.length < 2 ? null : (
            <Button
              size="small"
              className={styles.all}
              onClick={() => go("client", { do: "handover", from, back: client })}
            >
              {t("client.handOverAll", { from, n: theirs.length })}
            </Button>
          )}
        </>
      )}
    </PageFrame>
  );
};
