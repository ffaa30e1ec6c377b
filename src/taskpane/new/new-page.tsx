import {
  Button,
  Checkbox,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { plain } from "../../domain/kit/text";
import { regionLetters } from "../../domain/rules/letters";
import type { WorkbookRefused } from "../../workbook/port";
import { Line } from "../blank/line";
import { useControlStyles } from "../blank/control";
import { useDraft } from "../entry/drafts";
import type { Message } from "../entry/message";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { remember } from "../shell/remembered";
import { go, useRoute } from "../shell/route";
import { asRefusal, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    margin: "8px 0 0",
  },
  intro: { color: tokens.colorNeutralForeground3, margin: 0 },
  grid: { display: "grid", gap: "12px" },
  letters: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  two: { textTransform: "uppercase", width: "64px" },
  progress: { flex: 1, display: "grid", gap: "4px", fontSize: tokens.fontSizeBase200 },
});

/** One a line, or joined with commas. */
const consultantsIn = (text: string): readonly string[] =>
  text
    .split(/[\n\r、,，;；]+/u)
    .map(plain)
    .filter((name) => name !== "");

const NewForm = () => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t } = useTranslation();
  const services = useServices();
  const { standing, lookAgain } = useStanding();
  const toast = useToasts();
  const { asked } = useRoute();
  const { draft, set, replace } = useDraft("new");
  const [attempted, setAttempted] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | undefined>();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  useEffect(() => {
    document.getElementById("new-project")?.focus();
  }, []);

  const project = draft.project ?? "";
  const place = draft.place ?? "";
  const consultants = consultantsIn(draft.consultants ?? "");
  const read = place === "" ? undefined : regionLetters(place);
  const typed = (draft.region ?? "").normalize("NFKC").trim().toUpperCase();
  const region = /^[A-Z]{2}$/u.test(typed) ? typed : (read ?? "");
  const twice = consultants.find((name, at) => consultants.indexOf(name) !== at);

  const error = (says: string): readonly Message[] => [{ severity: "error", says, remedy: "", rule: "" }];
  const projectSays = attempted && plain(project) === "" ? error(t("new.projectNeeded")) : [];
  const placeSays = attempted && plain(place) === "" ? error(t("new.placeNeeded")) : [];
  const lettersSays = attempted && place !== "" && region === "" ? error(t("new.lettersUnknown")) : [];
  const consultantsSay =
    twice !== undefined
      ? error(t("new.consultantTwice", { name: twice }))
      : attempted && consultants.length === 0
        ? error(t("new.consultantNeeded"))
        : [];

  const build = async () => {
    setAttempted(true);
    if (progress) return;
    if (
      plain(project) === "" ||
      plain(place) === "" ||
      region === "" ||
      consultants.length === 0 ||
      twice !== undefined
    ) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setRefusal(undefined);
    setProgress({ done: 0, total: 1 });
    try {
      await services.build(
        { project: plain(project), place: plain(place), region, consultants },
        draft.sample === "yes",
        (done, total) => setProgress({ done, total }),
      );
      setAttempted(false);
      replace({});
      const [only, ...others] = consultants;
      if (only !== undefined && others.length === 0) remember("consultant", only);
      await lookAgain();
      toast({ title: t("new.built"), body: t(draft.sample === "yes" ? "today.sampled" : "new.builtBody") });
      go(asked["then"] === "adopt" ? "adopt" : draft.sample === "yes" ? "today" : "visit");
    } catch (fault) {
      setRefusal(asRefusal(fault, t("new.title")));
    } finally {
      setProgress(undefined);
    }
  };

  const tied = (id: string, invalid: boolean) => ({
    id,
    "aria-describedby": `${id}-message`,
    "aria-required": true,
    "aria-invalid": invalid || undefined,
  });
  const lettersAsked = place !== "" && read === undefined;
  return (
    <PageFrame
      label={t("new.title")}
      onSubmit={() => void build()}
      notice={refusal ? <RefusalBar refusal={refusal} retry={() => void build()} /> : undefined}
      onCancel={() => go("home")}
      bar={
        progress ? (
          <div className={styles.progress} role="status">
            {t("new.building", progress)}
            <ProgressBar value={progress.done} max={progress.total} thickness="large" />
          </div>
        ) : (
          <>
            <Button size="medium" onClick={() => go("home")}>
              {t("shell.cancel")}
            </Button>
            <span style={{ flex: 1 }} />
            <Button appearance="primary" type="submit">
              {t("new.build")}
            </Button>
          </>
        )
      }
    >
      <h2 className={styles.title}>{t("new.title")}</h2>
      <p className={styles.intro}>{t("new.intro")}</p>
      {standing.state === "other" ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t("new.other")}</MessageBarTitle>
            <br />
            {t("new.otherBody")}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.grid}>
        <Line id="new-project" caption={t("new.project")} need="first" messages={projectSays}>
          <Input
            {...tied("new-project", projectSays.length > 0)}
            className={control.input}
            size="small"
            placeholder={t("new.projectHint")}
            value={project}
            onChange={(_, data) => set("project", data.value)}
          />
        </Line>
        <Line id="new-place" caption={t("new.place")} need="first" messages={placeSays}>
          <Input
            {...tied("new-place", placeSays.length > 0)}
            className={control.input}
            size="small"
            placeholder={t("new.placeHint")}
            value={place}
            onChange={(_, data) => set("place", data.value)}
          />
          {region === "" || lettersAsked ? null : (
            <span className={styles.letters} aria-live="polite">
              {t("new.letters", { letters: region })}
            </span>
          )}
        </Line>
        {lettersAsked ? (
          <Line
            id="new-region"
            caption={t("new.lettersLabel")}
            need="first"
            messages={
              lettersSays.length > 0
                ? lettersSays
                : [{ severity: "hint", says: t("new.lettersUnknown"), remedy: "", rule: "R1" }]
            }
          >
            <Input
              {...tied("new-region", lettersSays.length > 0)}
              className={control.input}
              input={{ className: styles.two, maxLength: 2 }}
              size="small"
              value={draft.region ?? ""}
              onChange={(_, data) => set("region", data.value)}
            />
          </Line>
        ) : null}
        <Line
          id="new-consultants"
          caption={t("new.consultants")}
          need="first"
          messages={consultantsSay}
          aside={consultants.length > 0 ? t("new.consultantsCount", { n: consultants.length }) : undefined}
        >
          <Textarea
            {...tied("new-consultants", consultantsSay.length > 0)}
            className={control.textarea}
            size="small"
            textarea={{ rows: Math.min(10, Math.max(4, consultants.length + 1)) }}
            placeholder={t("new.consultantsHint")}
            value={draft.consultants ?? ""}
            onChange={(_, data) => set("consultants", data.value)}
          />
        </Line>
        <div>
          <Checkbox
            label={t("new.sample")}
            checked={draft.sample === "yes"}
            onChange={(_, data) => set("sample", data.checked === true ? "yes" : "")}
          />
          <div className={styles.letters} style={{ paddingLeft: 32 }}>
            {t("new.sampleHint")}
          </div>
        </div>
      </div>
    </PageFrame>
  );
};

/** 新建案场簿; refuses politely where a workbook is ours already. */
export const NewPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { standing } = useStanding();
  const [oursAtFirst] = useState(standing.state === "ours");
  if (!oursAtFirst || standing.state !== "ours") return <NewForm />;
  return (
    <PageFrame
      bar={
        <Button appearance="primary" style={{ marginLeft: "auto" }} onClick={() => go("today")}>
          {t("new.toToday")}
        </Button>
      }
    >
      <h2 className={styles.title}>{t("new.already")}</h2>
      <p className={styles.intro}>{t("new.alreadyBody", { project: standing.site.project })}</p>
    </PageFrame>
  );
};
