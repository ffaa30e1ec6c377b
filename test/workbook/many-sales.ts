/** What hangs on many invented clients: money, applications, papers, owners, scores, in every combination. */
import { fieldsOf } from "../../src/domain/form/form";
import { applicationKinds, applications } from "../../src/domain/forms/applications";
import type { FormKey } from "../../src/domain/forms/index";
import { lists } from "../../src/domain/forms/lists";
import { addDays, type CalendarDay, momentAt } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { houseWeights } from "../../src/domain/register/settings/policies";
import type { Row } from "../../src/domain/register/register";
import { drawing } from "./many-clients";

const opinions = [
  ...["同意", "同意，按方案办", "批准", "原则同意", "同意", "可以", "同意", "同意"],
  ...["不同意", "暂不同意", " 否", "/", "请补材料", "待定"],
];
const opinionKeys = fieldsOf(applications).flatMap(([key]) => (key.endsWith("Opinion") ? [key] : []));

/** @param clients what `manyClients` drew until the same day */
export const manySales = (
  clients: readonly Change[],
  until: CalendarDay,
  seed: number,
): readonly Change[] => {
  const draw = drawing(seed);
  const changes: Change[] = [];
  const append = (form: FormKey, row: Row): void => {
    changes.push({ kind: "append", form, row });
  };
  const rows = (form: FormKey): readonly Row[] =>
    clients.flatMap((change) => (change.kind === "append" && change.form === form ? [change.row] : []));
  const ago = (most: number): CalendarDay => addDays(until, -draw.below(most));
  const near = (): CalendarDay => addDays(until, draw.below(13) - 6);
  const fen = (most: number): number => draw.below(most * 100) / 100;
  let receiptNo = 0;
  const receipt = (
    clientId: string,
    unitNo: string,
    item: string,
    amount: number,
    date: string = ago(40),
  ): void => {
    append("receipts", { no: String(++receiptNo), date, clientId, unitNo, item, amount });
  };
  const application = (row: Row): void => {
    append("applications", { no: `SQ-${changes.length}`, appliedOn: ago(30), reason: "示例", ...row });
  };
  const said = (): Row =>
    Object.fromEntries(
      opinionKeys.flatMap((key) => (draw.chance(75) ? [[key, draw.pick(opinions)] as const] : [])),
    );

  for (const { dealId, unitNo, totalPrice } of rows("deals")) {
    const clientId = String(dealId).slice(1);
    const unit = String(unitNo);
    append("units", {
      unitNo: unit,
      floorArea: 60 + fen(100),
      ...(draw.chance(90) && { unitPrice: 2000 + fen(3000) }),
      status: draw.pick(["认购", "可售"]),
    });
    for (const item of ["小定金", "大定金", "首付", "房款", "违约金", "退款"])
      if (draw.chance(40)) receipt(clientId, unit, item, fen(30_000));
    if (draw.chance(30)) receipt(clientId, unit, "按揭放款", Number(totalPrice));
    if (draw.chance(20)) receipt(clientId, "别的房", "房款", 1000);
    for (let n = draw.below(5); n > 0; n--)
      append("instalments", {
        clientId,
        unitNo: unit,
        term: `第${n}期`,
        ...(draw.chance(90) && { dueOn: near() }),
        amount: fen(60_000),
      });
    for (let n = draw.below(6); n > 0; n--)
      append("mortgagePapers", {
        clientId,
        unitNo: unit,
        paper: "其他",
        ...(draw.chance(80) && { dueOn: draw.chance(10) ? "/" : near() }),
        ...(draw.chance(40) && { handedInOn: ago(10) }),
      });
    // Some carried out, some not quite agreed to, some before all was paid.
    if (draw.chance(40))
      application({
        kind: "退房申请",
        clientId,
        unitNo: draw.chance(85) ? unit : "别的房",
        paid: fen(90_000),
        ...(draw.chance(60) && { penalty: draw.chance(20) ? "/" : fen(9_000) }),
        ...(draw.chance(70)
          ? { salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" }
          : said()),
        ...(draw.chance(70) && { closedOn: draw.chance(50) ? until : ago(30) }),
      });
    for (let n = draw.below(4); n > 0; n--)
      append("careTasks", {
        clientId,
        reason: draw.pick(lists.careReason.choices),
        ...(draw.chance(90) && { dueOn: near() }),
        ...(draw.chance(30) && { doneOn: draw.chance(10) ? "/" : ago(5) }),
      });
    if (draw.chance(60)) append("profiles", { clientId, consent: draw.pick(["是", "否", "/"]) });
  }

  for (const { clientId, reachedLost } of rows("grades")) {
    const id = String(clientId);
    if (draw.chance(12)) {
      receipt(id, "示-未定", draw.pick(["小定金", "大定金", "违约金"]), 10_000);
      if (draw.chance(50)) receipt(id, "示-未定", "退款", 10_000);
      if (draw.chance(40)) receipt(id, "示-未定", "小定金", 5_000);
    }
    if (draw.chance(25))
      application({
        kind: draw.pick(applicationKinds.filter((kind) => kind !== "退房申请")),
        clientId: id,
        unitNo: "示-未定",
        floorArea: draw.chance(80) ? 60 + fen(60) : draw.pick([0, "/"]),
        ...(draw.chance(90) && { totalPrice: 100_000 + fen(300_000) }),
        ...(draw.chance(60) && { usualDiscount: draw.chance(20) ? "/" : fen(9_000) }),
        ...(draw.chance(70) && { discountAsked: fen(9_000) }),
        ...said(),
        ...(draw.chance(30) && { closedOn: ago(5) }),
      });
    if (reachedLost !== undefined)
      append("lostClients", {
        lostId: `X${id}`,
        consultant: "王芳",
        name: "示例",
        ...(draw.chance(90) && { givenUpOn: ago(5) }),
      });
    if (draw.chance(20))
      append("intentScores", {
        clientId: id,
        scoredOn: ago(5),
        ...Object.fromEntries(
          Object.keys(houseWeights).flatMap((key) =>
            draw.chance(80) ? [[key, draw.chance(80) ? "是" : draw.pick(["否", "/"])] as const] : [],
          ),
        ),
      });
    if (draw.chance(10)) append("invitations", { clientId: id, invitedFor: momentAt(until, 600) });
  }
  // Bought, given back and bought again, the newest row on top as people sort them; some a third time.
  for (const [at, again] of rows("deals").slice(4, 28).entries()) {
    const clientId = String(again["dealId"]).slice(1);
    const unitNo = `示-再购${at}`;
    const deal = { ...again, unitNo, signedOn: "/" };
    const times = at % 4 === 3 ? 3 : 2;
    // The first is given back 10 to 20 days ago, a second 1 to 4; now and then bought again on that very day.
    const back = [-20 + draw.below(11), -4 + draw.below(4)];
    const bought = [
      -30,
      ...back.slice(0, times - 1).map((day) => Math.min(0, day + draw.pick([0, 1, 3, 5]))),
    ];
    for (const day of [...bought].reverse()) append("deals", { ...deal, subscribedOn: addDays(until, day) });
    for (const day of back.slice(0, at % 3 === 2 ? times : times - 1))
      application({
        kind: "退房申请",
        clientId,
        unitNo,
        paid: 0,
        salesOpinion: "同意",
        managerOpinion: "同意",
        financeOpinion: "同意",
        closedOn: addDays(until, day),
      });
    for (const day of [-31, -30, -25, -20, -15, -10, -8, -6, -5, -4, -3, -2, -1, 0])
      for (const item of ["小定金", "首付", "房款", "退款", "违约金"])
        if (draw.chance(25)) receipt(clientId, unitNo, item, fen(30_000), addDays(until, day));
    append("instalments", { clientId, unitNo, dueOn: addDays(until, -2), amount: 50_000 });
  }
  // Two units of one client, one after the other: deposits, some given back, some bought, some exchanged for the other.
  const agreed = { salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" };
  for (const [at, { clientId }] of rows("grades").slice(0, 48).entries()) {
    const id = String(clientId);
    const units = [`示-双${at}`, `示-双${at}b`] as const;
    const on = (day: number): CalendarDay => addDays(until, day - 20);
    const bought = draw.below(4);
    const deal = (unitNo: string, subscribed: number): void => {
      const totalPrice = 200_000 + draw.below(90_000);
      const signed = draw.chance(50) && { signedOn: on(subscribed + draw.below(8)) };
      append("deals", {
        dealId: `C${id}`,
        name: "示例",
        unitNo,
        subscribedOn: on(subscribed),
        totalPrice,
        ...signed,
      });
    };
    // Of an exchange the report sometimes keeps the old unit.
    const exchanged = bought > 0 && draw.chance(30) ? 8 + draw.below(6) : undefined;
    const first = exchanged === undefined || draw.chance(60) ? units[0] : units[1];
    if (bought > 0) deal(first, 2 + draw.below(5));
    if (exchanged !== undefined) {
      const [unitNo, newUnitNo] = units;
      application({ kind: "调房申请", clientId: id, unitNo, newUnitNo, ...agreed, closedOn: on(exchanged) });
    } else if (bought > 1 && draw.chance(30))
      application({
        kind: "退房申请",
        clientId: id,
        unitNo: first,
        paid: 0,
        ...agreed,
        closedOn: on(12 + draw.below(6)),
      });
    for (const unitNo of units) {
      if (draw.chance(75)) receipt(id, unitNo, "小定金", 5_000, on(draw.below(20)));
      if (draw.chance(30)) receipt(id, unitNo, "大定金", 20_000, draw.chance(10) ? "/" : on(draw.below(20)));
      const back = draw.pick(["退款", "退款", "违约金"]);
      // Part of a deposit, a deposit, or both that may be there.
      const amount = [5_000, 1_000, 25_000][at % 3] ?? 0;
      if (draw.chance(45)) receipt(id, unitNo, back, amount, draw.chance(10) ? "/" : on(5 + draw.below(15)));
      if (at % 10 === 3) receipt(id, unitNo, "违约金", 20_000.5, on(5 + (at % 15)));
    }
  }
  // Without a day, and given back without one.
  receipt("LY-AA001", "示-无日", "小定金", 5_000, "/");
  receipt("LY-AA001", "示-无日", "退款", 5_000, "/");
  receipt("LY-AA001", "示-有日", "小定金", 5_000);
  receipt("LY-AA001", "示-有日", "退款", 5_000, "/");
  // A plain morning at the door: new clients in turn, a turn lost now and then, known clients between.
  const order = ["陈晨", "王芳", "李强"];
  let turn = 0;
  const next = (): string => order[turn++ % order.length] ?? "";
  for (let n = 4 + draw.below(7); n > 0; n--) {
    const at = momentAt(until, 900 - n * 30);
    const taken = { at, counts: "是" };
    if (draw.chance(40)) append("receptions", { ...taken, receiver: next(), kind: "轮空" });
    append("receptions", { ...taken, receiver: next(), kind: "新客户" });
    if (draw.chance(50))
      append("receptions", { at, receiver: draw.pick(order), kind: "老客户", counts: "否" });
  }
  const away = draw.chance(50) ? turn % order.length : -1;
  const state = (at: number): Row =>
    at === away ? { state: draw.pick(["休息", "外派"]) } : { state: draw.pick(["当值", "接待中", "接待中"]) };
  order.forEach((consultant, at) => {
    append("rotation", { order: (at + 1) * 10, consultant, ...state(at) });
  });
  // To be carried out in days to come.
  for (const kind of ["退房申请", "更名申请"])
    application({ kind, clientId: "LY-ZZ901", unitNo: "示-901", ...agreed, closedOn: addDays(until, 3) });
  // One that nobody has said anything about.
  application({ kind: "更名申请", clientId: "LY-AA001", unitNo: "示-未定" });
  // A deal that is not fully written yet, and a second one on a unit that was given back.
  append("deals", { dealId: "CLY-ZZ900", name: "示例", subscribedOn: until });
  for (const totalPrice of [300_000, 310_000])
    append("deals", { dealId: "CLY-ZZ901", unitNo: "示-901", subscribedOn: ago(9), totalPrice });
  application({ kind: "退房申请", clientId: "LY-ZZ901", unitNo: "示-901", ...agreed, closedOn: ago(3) });
  append("intentScores", { clientId: "LY-AA001", scoredOn: until });
  append("intentScores", { clientId: "LY-AA001", scoredOn: until, likesPrice: "/" });
  append("invitations", { clientId: "LY-没有001", invitedFor: momentAt(until, 600) });
  for (let week = 0; week < 12; week++)
    if (draw.chance(70))
      changes.push(
        ...(["plannedUnits", "plannedSales"] as const).map((key): Change => ({
          kind: "set",
          form: "progress",
          row: 5 + week,
          key,
          was: null,
          value: key === "plannedUnits" ? draw.below(4) : draw.below(2_000_000),
        })),
      );
  return changes;
};
