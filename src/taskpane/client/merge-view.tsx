/** 合并: two numbers of one person, side by side, made one. */
import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { ArrowSwap16Regular } from "@fluentui/react-icons/svg/arrow-swap";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isClient } from "../../domain/register/follow-up/log-contact";
import { mergeClients } from "../../domain/register/client/merge-clients";
import {
  asksForOwner,
  firstGiven,
  mergeCounts,
  mergeQuestions,
  mergeRows,
  mergeWants,
} from "../../domain/register/client/merge-ground";
import { mergeOutrun, questionId } from "../../domain/register/client/merge-outrun";
import type { Problem } from "../../domain/register/problem";
import { type ClientNumber, parseClientNumber } from "../../domain/rules/client-number";
import { ClientBlank } from "../blank/client-blank";
import { knownWants } from "../entry/clients";
import { shownAnswer } from "../entry/use-entry";
import { formOf } from "../../domain/forms/index";
import { captionOf } from "../i18n/captions";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading, useRowsReading } from "../shell/reading";
import { go, useRoute } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { Waiting } from "../shell/waiting";
import { Doing, SaveBar } from "./doing";
import { RefusalBar } from "../shell/refusal-bar";
import { whyNot } from "./refused-bar";
import { UnknownClient } from "./unknown-client";

const useStyles = makeStyles({
  two: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto minmax(0, 1fr)",
    gap: "4px",
    alignItems: "center",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  one: { display: "grid", overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  goes: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    padding: "4px 0 0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  options: { display: "flex", flexWrap: "wrap" },
});

const doing = "合并客户";
const ownerQuestion = questionId({ form: "grades", key: "consultant" });

export const MergeView = ({ client }: { readonly client: ClientNumber }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const { asked } = useRoute();
  const [typed, setTyped] = useState(asked["other"] ?? "");
  const [swapped, setSwapped] = useState(false);
  const [choices, setChoices] = useState<ReadonlySet<string>>(new Set());
  const [owner, setOwner] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const today = services.today();
  const { book: everybody, refusal, again } = useReading(knownWants, doing);
  const paper = usePaper(site, everybody, today);
  const typedNumber = parseClientNumber(typed)?.client;
  const isKnown = typedNumber !== client && paper.clients.some(({ id }) => id === typedNumber);
  const other = isKnown ? typedNumber : undefined;
  const rows = useMemo(() => mergeRows(other === undefined ? [] : [client, other]), [client, other]);
  const both = useRowsReading(rows, `${doing} ${client} ${other ?? ""}`, doing, other !== undefined);
  const { book } = both;
  const found = useMemo(() => {
    if (book === undefined || other === undefined || !isClient(book, other)) return undefined;
    const [first, second] = firstGiven(book, client, other, today);
    const [keep, retire] = swapped ? [second, first] : [first, second];
    return { keep, retire, ...mergeQuestions(book, keep, retire, today), follows: mergeCounts(book, retire) };
  }, [book, client, other, swapped, today]);
  const [shown, setShown] = useState(found);
  // Read anew while one was choosing: what a colleague changed is said, and chosen again.
  if (found !== shown) {
    setShown(found);
    const isSame = found?.keep === shown?.keep && found?.retire === shown?.retire;
    const outrun = book && found && shown && isSame ? mergeOutrun(book, shown, found) : [];
    if (outrun.length > 0) {
      const changed = new Set(outrun.map(({ form, key = "" }) => questionId({ form, key })));
      setProblems(outrun);
      setChoices(new Set([...choices].filter((id) => !changed.has(id))));
      if (changed.has(ownerQuestion)) setOwner("");
    }
  }

  if (everybody === undefined) return <Unread refusal={refusal} again={again} />;
  const known = paper.clients.find(({ id }) => id === client);
  if (known === undefined) return <UnknownClient client={client} />;
  const nameOf = (id: string): string => paper.clients.find((each) => each.id === id)?.name ?? "";
  const forget = () => {
    setChoices(new Set());
    setOwner("");
    setProblems([]);
  };
  const submit = async () => {
    if (found === undefined || saver.busy) return;
    const { keep, retire } = found;
    setProblems([]);
    const entered = await saver.save({
      doing,
      wants: mergeWants,
      decide: (fresh) => mergeClients(fresh, { keep, retire, choices, owner, shown: found }, { today }),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      setProblems(entered.problems);
      both.again();
      return;
    }
    toast({ title: t("client.mergeSaved", { retire, keep }), undo: true });
    go("client", { client: keep });
  };
  const leave = () => go("client", { client });
  const side = (id: ClientNumber, goes: boolean) => (
    <span className={styles.one}>
      <span className={styles.quiet}>{t(goes ? "client.mergeGoes" : "client.mergeKeeps")}</span>
      <span className={styles.name}>{nameOf(id)}</span>
      <span className={goes ? styles.goes : undefined}>{id}</span>
    </span>
  );
  return (
    <PageFrame
      label={t("client.mergeTitle")}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={whyNot(saver.refusal, () => void submit(), problems)}
      bar={
        <SaveBar
          busy={saver.busy}
          label={found ? t("client.mergeDo", { number: found.keep }) : t("client.merge")}
          disabled={found === undefined}
          onCancel={leave}
        />
      }
    >
      <Doing client={client} name={known.name} title={t("client.mergeTitle")} managers />
      <Field label={{ children: t("client.mergeOther"), htmlFor: "merge-other" }} size="small">
        <ClientBlank
          id="merge-other"
          name="other"
          caption={t("client.mergeOther")}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            forget();
          }}
          onLeave={() => undefined}
          required
          invalid={false}
          describedBy={undefined}
          paper={{ ...paper, clients: paper.clients.filter(({ id }) => id !== client) }}
        />
      </Field>
      {both.refusal ? <RefusalBar refusal={both.refusal} retry={both.again} /> : null}
      {other !== undefined && book === undefined && both.refusal === undefined ? <Waiting /> : null}
      {found === undefined ? null : (
        <>
          <div className={styles.two}>
            {side(found.keep, false)}
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowSwap16Regular />}
              aria-label={t("client.mergeSwap")}
              title={t("client.mergeSwap")}
              onClick={() => {
                setSwapped(!swapped);
                forget();
              }}
            />
            {side(found.retire, true)}
          </div>
          {asksForOwner(found) ? (
            <Field label={t("client.mergeOwner")} required size="small">
              <RadioGroup
                className={styles.options}
                layout="horizontal"
                value={owner}
                onChange={(_, data) => setOwner(data.value)}
              >
                {found.owners.map((name) => (
                  <Radio key={name} value={name} label={name} />
                ))}
              </RadioGroup>
            </Field>
          ) : null}
          {found.contradictions.length > 0 ? (
            <h3 className={styles.title}>{t("client.mergeChoose")}</h3>
          ) : null}
          {found.contradictions.map(({ form, key, caption, kept, other: theirs }) => {
            const id = questionId({ form, key });
            return (
              <Field key={id} label={captionOf(i18n.language, form, key, caption)} size="small">
                <RadioGroup
                  layout="horizontal"
                  value={choices.has(id) ? "other" : "kept"}
                  onChange={(_, data) => {
                    const next = new Set(choices);
                    if (data.value === "other") next.add(id);
                    else next.delete(id);
                    setChoices(next);
                  }}
                >
                  <Radio value="kept" label={shownAnswer(formOf(form), key, kept)} />
                  <Radio value="other" label={shownAnswer(formOf(form), key, theirs)} />
                </RadioGroup>
              </Field>
            );
          })}
          <h3 className={styles.title}>{t("client.mergeFollows")}</h3>
          <span className={styles.quiet}>
            {found.follows.size === 0
              ? t("client.mergeNothing")
              : [...found.follows].map(([sheet, n]) => t("client.mergeRows", { sheet, n })).join("、")}
          </span>
          <span className={styles.quiet}>{t("client.mergeNote")}</span>
        </>
      )}
    </PageFrame>
  );
};
