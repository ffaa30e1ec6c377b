/** 成交: the deal report of a client. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { deals } from "../../domain/forms/deals";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { priceOf, type Yuan } from "../../domain/kit/money";
import { cellAt } from "../../domain/register/register";
import { locationOf } from "../../domain/register/sales/exchange-follows";
import { dealWants, reportDeal } from "../../domain/register/sales/report-deal";
import { unitKey } from "../../domain/register/sales/sale-rows";
import { isLive, salesLedger } from "../../domain/register/sales/sales-ledger";
import { lifeOf } from "../../domain/register/sales/unit-standing";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { dealNumber } from "../../domain/rules/client-number";
import type { ClientNumber } from "../../domain/rules/client-number";
import { checkTotal } from "../../domain/rules/money-adds-up";
import { ActionBar } from "../entry/action-bar";
import { ChooseClient } from "../entry/choose-client";
import { ClientCard } from "../entry/client-card";
import { askedOfDraft, type Draft, draftName, useDraft } from "../entry/drafts";
import { EntryForm } from "../entry/entry-form";
import { submitEntry } from "../entry/submit-entry";
import { Summary } from "../entry/summary";
import { messageOf, shownAnswer, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go, useRoute } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";

const useStyles = makeStyles({
  total: {
    gridColumn: "1 / -1",
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  off: { color: tokens.colorPaletteRedForeground1 },
  take: { flexShrink: 0, whiteSpace: "nowrap" },
  bought: { display: "flex", flexWrap: "wrap", gap: "6px" },
  number: {
    flex: 1,
    minWidth: 0,
    display: "grid",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
    color: tokens.colorNeutralForeground3,
  },
  value: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    fontVariantNumeric: "tabular-nums",
  },
});

const doing = "填写成交报告";

/** What the deal report takes over from the visit register. */
const takenOver = {
  name: "name",
  gender: "gender",
  age: "age",
  mobile: "phone",
  address: "address",
  occupation: "occupation",
  residenceArea: "residenceArea",
  payment: "payment",
  channels: "channels",
} as const;

const wants: Wanted = {
  ...dealWants,
  visitors: ["clientId", "consultant", "phone", ...Object.keys(takenOver)],
  calls: ["clientId", "name", "consultant", "mobile", "otherContact"],
};

/** What the deal report takes over from the unit's row of 销控表; the total is 单价 × 面积 (R12). */
const fromUnit = (book: SiteBook, unitNo: string, today: CalendarDay): Record<string, string> => {
  const unit = salesLedger(book, today).unitOf.get(unitKey(unitNo));
  if (unit === undefined) return {};
  const { floorArea, unitPrice, layout, propertyType, unitCategory } = unit;
  const total =
    floorArea === undefined || unitPrice === undefined ? undefined : priceOf(unitPrice, floorArea);
  const answers: Readonly<Record<string, string | number | undefined>> = {
    location: locationOf(unit),
    layout,
    propertyType,
    unitCategory,
    floorArea,
    unitPrice,
    totalPrice: total,
  };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      answer === undefined || answer === "" ? [] : [[key, shownAnswer(deals, key, answer)]],
    ),
  );
};

/** Units this client may have: on sale, held for them, or theirs on the board without a report yet. */
const unitsFor = (book: SiteBook, clientId: string, today: CalendarDay): readonly string[] => {
  const ledger = salesLedger(book, today);
  return [...ledger.unitOf.values()]
    .filter(({ unitNo }) => {
      const { state, client, subscribedOn } = lifeOf(ledger, unitNo);
      const free = state === "可售" || (state === "保留" && client === undefined);
      return free || (client === clientId && subscribedOn === undefined);
    })
    .map(({ unitNo }) => unitNo);
};

const fromVisit = (book: SiteBook, clientId: string, today: string): Record<string, string> => {
  const defaults: Record<string, string> = { subscribedOn: today };
  const register = book.registers.visitors;
  for (let i = 0; register && i < register.count; i++) {
    if (cellAt(register, "clientId", i) !== clientId) continue;
    for (const [from, to] of Object.entries(takenOver)) {
      const cell = cellAt(register, from, i);
      if (cell !== null && cell !== "" && cell !== "/") defaults[to] = String(cell);
    }
    break;
  }
  return defaults;
};

export const DealPage = () => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const { asked } = useRoute();
  const today = services.today();
  const { book, refusal, again } = useReading(wants, doing);
  const paper = usePaper(site, book, today);
  // The client, and the unit another page asked for, are drafted apart: the report is kept by both.
  const { draft: about, replace: chooseAnew } = useDraft("deal-client");
  const clientId = about["client"] ?? "";
  useEffect(() => {
    const { client, unit } = asked;
    if (client !== undefined || unit !== undefined) chooseAnew(aboutOf(client, unit));
  }, [asked, chooseAnew]);
  const client = paper.clients.find((each) => each.id === clientId);
  const unitAsked = about["unit"];
  const page = draftName("deal", client?.id ?? "", ...(unitAsked === undefined ? [] : [unitAsked]));
  const { draft } = useDraft(page);
  const typedUnit = draft["unitNo"];
  // Half a number is no unit.
  const chosenUnit =
    typedUnit === undefined ? (unitAsked ?? "") : paper.referred.units.includes(typedUnit) ? typedUnit : "";
  // The unit decides the defaults of its own area and prices; what was typed over them stays.
  const defaults = useMemo(
    () =>
      book && client
        ? {
            ...fromVisit(book, client.id, today),
            name: client.name,
            consultant: client.consultant,
            // As it was asked for, whatever is typed over it: else it comes back where somebody erases it.
            ...(unitAsked === undefined ? {} : { unitNo: unitAsked }),
            ...(chosenUnit === "" ? {} : fromUnit(book, chosenUnit, today)),
          }
        : nothing,
    [book, client, unitAsked, chosenUnit, today],
  );
  const entry = useEntry({ form: deals, page, site, today, defaults, without });
  const { values, set, answers } = entry;
  const offered = useMemo(
    () =>
      book && client
        ? { ...paper, referred: { ...paper.referred, units: unitsFor(book, client.id, today) } }
        : paper,
    [book, client, paper, today],
  );

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (client === undefined)
    return (
      <ChooseClient
        page="deal"
        id="deals-client"
        label={t("deal.client")}
        prompt={t("deal.choose")}
        value={clientId}
        onChange={(value) => chooseAnew(aboutOf(value, unitAsked))}
        onGoOn={(id, unit) => chooseAnew(aboutOf(id, unit))}
        messages={[]}
        paper={paper}
        emptyTitle={t("deal.emptyTitle")}
        emptyBody={t("deal.emptyBody")}
      />
    );

  const submit = async () => {
    const decision = await submitEntry("deals", entry, saver, {
      doing,
      wants: dealWants,
      decide: (fresh) => reportDeal(fresh, { ...values, dealId: client.id }, { today, now: services.now() }),
    });
    if (decision === undefined) return;
    entry.clear();
    chooseAnew(nothing);
    const [hint] = decision.hints;
    toast({
      title: t("deal.saved", { number: dealNumber(client.id as ClientNumber) }),
      body: hint && messageOf(hint, i18n.language).says,
      undo: true,
    });
    // What comes next is how it will be paid.
    go("money", { client: client.id, unit: values["unitNo"] ?? "" });
  };

  const bought = (salesLedger(book, today).dealsOf.get(client.id as ClientNumber) ?? []).filter(isLive);
  const { unitPrice, floorArea, totalPrice } = answers;
  const total =
    typeof unitPrice === "number" && typeof floorArea === "number"
      ? checkTotal(unitPrice as Yuan, floorArea, (typeof totalPrice === "number" ? totalPrice : 0) as Yuan)
      : undefined;
  return (
    <PageFrame
      label={t("pages.deal")}
      onSubmit={() => void submit()}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void submit()} /> : undefined}
      onCancel={() => go("today")}
      bar={
        <ActionBar
          busy={saver.busy}
          dirty={entry.dirty}
          onClear={() => {
            const before = entry.clear();
            toast({
              title: t("shell.cleared"),
              intent: "info",
              act: { label: t("shell.restore"), run: () => entry.restore(before) },
            });
          }}
        >
          <span className={styles.number}>
            <span>{t("deal.number")}</span>
            <span className={styles.value}>{dealNumber(client.id as ClientNumber)}</span>
          </span>
        </ActionBar>
      }
    >
      <ClientCard
        client={client}
        onChange={() => {
          chooseAnew(nothing);
          go("deal");
        }}
      >
        {t("deal.gradeToo")}
      </ClientCard>
      {bought.length === 0 ? null : (
        <div className={styles.bought}>
          {bought.map(({ row, unitNow: unit }) => (
            <Button
              key={row}
              size="small"
              aria-label={t("money.open", { name: client.name, unit })}
              onClick={() => go("money", { client: client.id, unit })}
            >
              {t("pages.money")} {unit}
            </Button>
          ))}
        </div>
      )}
      {entry.attempted ? <Summary form={deals} messages={entry.messages} /> : null}
      <EntryForm
        form={deals}
        draft={values}
        onChange={set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={offered}
        below={{
          totalPrice:
            total === undefined ? null : (
              <div className={styles.total} role="status">
                <span className={mergeClasses(typeof totalPrice === "number" && !total.right && styles.off)}>
                  {t("deal.computed", { total: shownAnswer(deals, "totalPrice", total.expected) })}
                  {typeof totalPrice !== "number"
                    ? null
                    : ` · ${total.right ? t("deal.agrees") : t("deal.difference", { difference: shownAnswer(deals, "totalPrice", total.difference) })}`}
                </span>
                {typeof totalPrice === "number" && total.right ? null : (
                  <Button
                    size="small"
                    className={styles.take}
                    onClick={() => set("totalPrice", shownAnswer(deals, "totalPrice", total.expected))}
                  >
                    {t("deal.take")}
                  </Button>
                )}
              </div>
            ),
        }}
      />
    </PageFrame>
  );
};

const nothing = {};
/** The report of a client; where no unit is asked for, as the one that was begun. */
const aboutOf = (client: string | undefined, asked: string | undefined): Draft => {
  const unit = asked ?? askedOfDraft("deal", client ?? "");
  return { ...(client === undefined ? {} : { client }), ...(unit === "" ? {} : { unit }) };
};
const without = ["dealId"];
