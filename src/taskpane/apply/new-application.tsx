import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  applicationKinds,
  type ApplicationKind,
  applications,
  isApplicationKind,
} from "../../domain/forms/applications";
import type { Yuan } from "../../domain/kit/money";
import {
  applicationBlanks,
  applyFor,
  applyWants,
  commonBlanks,
  neededBlanks,
  prefillApplication,
  prefillNewUnit,
} from "../../domain/register/sales/apply";
import type { Row } from "../../domain/register/register";
import { unitKey } from "../../domain/register/sales/sale-rows";
import { isLive, type SalesLedger, salesLedger } from "../../domain/register/sales/sales-ledger";
import { sistersOf } from "../../domain/register/sales/sister-applications";
import type { SiteBook } from "../../domain/register/site";
import type { ClientNumber } from "../../domain/rules/client-number";
import { discounted, refundOf } from "../../domain/rules/money-adds-up";
import type { PaperContext } from "../blank/blank";
import { ChoicePills } from "../blank/choice-pills";
import { ActionBar } from "../entry/action-bar";
import { type Draft, draftName, draftOf, keepDraft, useDraft } from "../entry/drafts";
import { EntryForm } from "../entry/entry-form";
import { submitEntry } from "../entry/submit-entry";
import { Summary } from "../entry/summary";
import { messageOf, shownAnswer, useEntry } from "../entry/use-entry";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { SistersBar } from "./application-bars";
import { lacksDeal, NoDealBar, NoDealOnUnitBar } from "./no-deal";

const useStyles = makeStyles({
  said: {
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

const doing = "提交申请";

/** The draft's name: kind, client, the unit asked for. Where one of the first two is not said yet, `-` stands for it. */
export const applicationDraft = (
  kind: ApplicationKind | undefined,
  client: string | undefined,
  unit: string | undefined,
): string => draftName("apply", kind ?? "-", client ?? "-", ...(unit === undefined ? [] : [unit]));

const goAlong = (from: string, to: string): void => {
  if (from === to) return;
  keepDraft(to, { ...draftOf(from), ...draftOf(to) });
  keepDraft(from, {});
};

const asTyped = (row: Row): Draft =>
  Object.fromEntries(
    Object.entries(row).map(([key, answer]) => [key, shownAnswer(applications, key, answer)]),
  );

/** Said before the unit is. */
const isChosen = new Set(["kind", "clientId", "unitNo", "consultant", "appliedOn"]);

/** The unit as 销控表 has it. */
const onBoard = (ledger: SalesLedger, unitNo: string): Row => {
  const { newLayout, newFloorArea, newUnitPrice, newTotalPrice } = prefillNewUnit(ledger, unitNo);
  const found = {
    layout: newLayout,
    floorArea: newFloorArea,
    unitPrice: newUnitPrice,
    totalPrice: newTotalPrice,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, answer]) => (answer === undefined ? [] : [[key, answer]])),
  );
};

const yuan = (answer: unknown): Yuan | undefined =>
  typeof answer === "number" ? (answer as Yuan) : undefined;

interface NewProps {
  readonly book: SiteBook;
  readonly paper: PaperContext;
  /** kind, client, unit, as another page hands them over. */
  readonly asked: Readonly<Record<string, string>>;
}

/** An application being made: what the workbook knows of the deal is filled in. */
export const NewApplication = ({ book, paper, asked }: NewProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const [who] = useMe();
  const { today } = paper;
  // Kind, client and the unit asked for are drafted apart: what else was written is kept by them, and never comes up
  // under another.
  const { draft: about, set: choose, replace: chooseAnew } = useDraft("apply-about");
  useEffect(() => {
    const { kind, client, unit } = asked;
    if (kind !== undefined || client !== undefined)
      chooseAnew({
        ...(isApplicationKind(kind) ? { kind } : {}),
        ...(client === undefined || client === "" ? {} : { clientId: client }),
        ...(unit === undefined || unit === "" ? {} : { unit }),
      });
  }, [asked, chooseAnew]);
  const typedKind = about["kind"];
  const kind = isApplicationKind(typedKind) ? typedKind : undefined;
  const client = paper.clients.find(({ id }) => id === about["clientId"]);
  const ledger = useMemo(() => salesLedger(book, today), [book, today]);
  const unitAsked = about["unit"];
  const page = applicationDraft(kind, client?.id, unitAsked);
  const defaults = useMemo<Draft>(() => {
    const chosen = {
      ...(kind === undefined ? {} : { kind }),
      ...(client === undefined ? {} : { clientId: client.id }),
      ...(who === "" ? {} : { consultant: who }),
    };
    if (kind === undefined || client === undefined) return chosen;
    const clientId = client.id as ClientNumber;
    const known = prefillApplication(
      book,
      { kind, clientId, ...(unitAsked === undefined ? {} : { unitNo: unitAsked }) },
      today,
    );
    return { ...chosen, ...asTyped(known) };
  }, [book, kind, client, who, unitAsked, today]);
  const needed: readonly string[] = kind === undefined ? noBlanks : neededBlanks[kind];
  const entry = useEntry({ form: applications, page, site, today, defaults, needed });
  const { values, set, answers } = entry;

  const clientId = client?.id as ClientNumber | undefined;
  const isStuck = kind !== undefined && clientId !== undefined && lacksDeal(ledger, kind, clientId);
  const shown = new Set<string>(
    kind === undefined || isStuck ? ["kind", "clientId"] : [...commonBlanks, ...applicationBlanks[kind]],
  );
  const hasDeal = clientId !== undefined && (ledger.dealsOf.get(clientId) ?? []).some(isLive);

  const submit = async () => {
    if (isStuck) return;
    const decision = await submitEntry("applications", entry, saver, {
      doing,
      wants: applyWants,
      decide: (fresh) => applyFor(fresh, values, { today, now: services.now() }),
    });
    if (decision === undefined) return;
    const made = decision.changes.find((change) => change.kind === "append");
    const no = made?.kind === "append" ? String(made.row["no"] ?? "") : "";
    entry.clear();
    chooseAnew(noDefaults);
    const [hint] = decision.hints;
    toast({
      title: t("apply.submitted", { no }),
      body: hint && messageOf(hint, i18n.language).says,
      undo: true,
    });
    go("apply", no === "" ? {} : { no });
  };

  /** What the deal has of a unit; else what 销控表 has. */
  const ofUnit = (unitNo: string): Draft => {
    if (kind === undefined || client === undefined || unitNo === "") return noDefaults;
    const asked = { kind, clientId: client.id as ClientNumber, unitNo };
    const known = asTyped({ ...onBoard(ledger, unitNo), ...prefillApplication(book, asked, today) });
    return Object.fromEntries(Object.entries(known).filter(([blank]) => !isChosen.has(blank)));
  };
  /** What the unit before had filled in makes room; what somebody typed stays. */
  const follow = (former: Draft, next: Draft): void => {
    for (const blank of Object.keys({ ...former, ...next }))
      if (["", former[blank]].includes(values[blank] ?? "")) set(blank, next[blank] ?? "");
  };
  const newUnit = (unitNo: string): Draft => asTyped(prefillNewUnit(ledger, unitNo));
  const change = (key: string, value: string): void => {
    if (key === "clientId" || key === "kind") {
      // The unit was asked for with the client.
      const unit = client !== undefined && key === "clientId" ? undefined : unitAsked;
      if (unit === undefined) choose("unit", "");
      choose(key, value);
      const next = { kind, clientId: client?.id, [key]: value };
      const known = paper.clients.find(({ id }) => id === next.clientId)?.id;
      // What was written before it was said for whom, or what it is, goes along.
      if (kind === undefined || client === undefined)
        goAlong(page, applicationDraft(isApplicationKind(next.kind) ? next.kind : undefined, known, unit));
    } else {
      set(key, value);
      const unitNow = values[key] ?? "";
      if (key === "unitNo") follow(ofUnit(unitNow), ofUnit(value));
      if (key === "newUnitNo") follow(newUnit(unitNow), newUnit(value));
    }
  };

  const total = yuan(answers["totalPrice"]);
  const area = typeof answers["floorArea"] === "number" ? answers["floorArea"] : undefined;
  const cheaper =
    kind === "特惠申请" && total !== undefined && area !== undefined && area > 0
      ? discounted(
          total,
          [yuan(answers["usualDiscount"]), yuan(answers["discountAsked"])].filter(
            (each) => each !== undefined,
          ),
          area,
        )
      : undefined;
  const paid = yuan(answers["paid"]);
  const back = paid === undefined ? undefined : refundOf(paid, yuan(answers["penalty"]) ?? (0 as Yuan));
  const amount = (value: number): string => shownAnswer(applications, "totalPrice", value);

  return (
    <PageFrame
      label={t("apply.make")}
      onSubmit={() => void submit()}
      onCancel={() => go("apply")}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void submit()} /> : undefined}
      bar={
        isStuck ? undefined : (
          <ActionBar
            busy={saver.busy}
            dirty={entry.dirty || Object.keys(about).length > 0}
            saveLabel={t("apply.submit")}
            onClear={() => {
              entry.clear();
              chooseAnew(noDefaults);
            }}
          />
        )
      }
    >
      {entry.attempted && !isStuck ? <Summary form={applications} messages={entry.messages} /> : null}
      <EntryForm
        form={applications}
        draft={{ ...values, kind: typedKind ?? "", clientId: about["clientId"] ?? "" }}
        onChange={change}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        leaveOut={(key) => !shown.has(key)}
        required={(key, field) => field.need === "first" || needed.includes(key)}
        widths={{ kind: "whole", unitNo: "half" }}
        // 楼, 单元, 层 and 户 stand under that heading of the register; other papers ask them too.
        titles={kind === "户型结构变更" ? noTitles : { 户型结构变更: t("apply.place") }}
        instead={{
          kind: (
            <ChoicePills
              id="applications-kind"
              name="kind"
              caption={applications.fields.kind.caption}
              value={typedKind ?? ""}
              onChange={(value) => change("kind", value)}
              onLeave={() => undefined}
              required
              invalid={(entry.messages.get("kind") ?? []).length > 0}
              describedBy="applications-kind-message"
              paper={paper}
              choices={applicationKinds}
            />
          ),
        }}
        below={{
          clientId:
            clientId === undefined ? (
              <span className={styles.said}>{t("apply.chooseClient")}</span>
            ) : isStuck ? (
              <NoDealBar kind={kind} client={clientId} />
            ) : kind === undefined || hasDeal ? null : (
              <span className={styles.said}>{t("apply.noDealYet")}</span>
            ),
          unitNo:
            kind === undefined || clientId === undefined ? null : (
              <>
                <NoDealOnUnitBar
                  kind={kind}
                  client={clientId}
                  ledger={ledger}
                  unitNo={values["unitNo"] ?? ""}
                />
                <SistersBar
                  kind={kind}
                  sisters={sistersOf(ledger, { kind, clientId, key: unitKey(values["unitNo"] ?? "") })}
                />
              </>
            ),
          payment:
            cheaper === undefined || cheaper === "exceedsPrice" ? null : (
              <span className={styles.said} role="status">
                {t("apply.afterDiscount", {
                  total: amount(cheaper.total),
                  price: cheaper.unitPrice === undefined ? "—" : amount(cheaper.unitPrice),
                })}
              </span>
            ),
          penalty:
            kind !== "退房申请" || back === undefined || back === "exceedsPaid" ? null : (
              <span className={styles.said} role="status">
                {t("apply.refundIs", { amount: amount(back) })}
              </span>
            ),
        }}
      />
    </PageFrame>
  );
};

const noDefaults: Draft = {};
const noBlanks: readonly string[] = [];
const noTitles: Readonly<Record<string, string>> = {};
