/**
 * 审批: one opinion on an application, by the signer whose turn it is in the document's order (forms 9–13). Somebody
 * out of turn is refused and told who is next; an application that was turned down or carried out takes no more.
 */
import { applications, type Signer } from "../../forms/applications";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import { nextSigner, saysNeither, saysNo, signerNames, signersOf } from "../../rules/approval";
import { nothing } from "../../rules/nothing-to-say";
import { daysOf, opinionFindings } from "./application-days";
import type { Decision } from "../decision";
import { type Finding, finding } from "../problem";
import { ofEntry, refused } from "../registration";
import { opinionKeys } from "./sale-rows";
import { type Application, salesLedger } from "./sales-ledger";
import { ownerSigned, ownerSigns } from "./signatures";
import type { SiteBook } from "../site";
import { setCells } from "./unit-standing";
import type { Wanted } from "../wanted";

export const approveWants: Wanted = { applications: "all" };

export interface OpinionGiven {
  /** 申请编号: "SQ-20240310-01". */
  readonly no: string;
  readonly signer: Signer;
  /** 同意 or 不同意, anything may follow. */
  readonly opinion: string;
  /** Who signs. */
  readonly name: string;
  readonly on: CalendarDay;
}

const at = (key: keyof typeof applications.fields) =>
  ({ key, caption: applications.fields[key].caption }) as const;

export const findApplication = (book: SiteBook, no: string, today: CalendarDay): Application | undefined =>
  salesLedger(book, today).applications.find((each) => each.no !== "" && each.no === plain(no));

/** Two panes may have given one number at the same moment: nobody's opinion goes to the wrong one of them. */
export const numberHeldTwice = (
  book: SiteBook,
  application: Application,
  today: CalendarDay,
): Finding | undefined => {
  const { no, row } = application;
  const other = salesLedger(book, today).applications.find((each) => each.no === no && each.row !== row);
  return other && finding("applicationNumberTwice", { ...at("no"), value: no, facts: { other: other.row } });
};

const whyNot = (
  application: Application,
  { signer, opinion, name, on }: OpinionGiven,
  today: CalendarDay,
): Finding | undefined => {
  const keys = opinionKeys[signer];
  const { kind, no, status, opinions } = application;
  if (kind === undefined) return finding("requiredReally", at("kind"));
  const facts = { no, kind, signer: signerNames[signer] };
  if (status === "已办结") return finding("applicationClosed", { ...at("no"), value: no, facts });
  if (status === "已驳回") return finding("applicationRejected", { ...at("no"), value: no, facts });
  const next = nextSigner(kind, opinions);
  if (next === undefined) return finding("applicationSigned", { ...at("no"), value: no, facts });
  if (next !== signer)
    return finding("opinionOutOfTurn", {
      ...at(keys.opinion),
      facts: {
        ...facts,
        next: signerNames[next],
        order: signersOf(kind)
          .map((each) => signerNames[each])
          .join("、"),
      },
    });
  const said = plain(opinion);
  if (said === "" || said === nothing) return finding("requiredReally", at(keys.opinion));
  if (saysNeither(opinion)) return finding("opinionUnreadable", { ...at(keys.opinion), value: said });
  if (plain(name) === "" || plain(name) === nothing) return finding("requiredReally", at(keys.signer));
  if (on > today) return finding("future", { ...at(keys.on), value: on, facts: { today } });
  const days = daysOf(application, today);
  return days && opinionFindings({ ...days, signedOn: { ...days.signedOn, [signer]: on } }, signer)[0];
};

/** Writes the opinion, who signed and when; a no ends the application (状态 follows by its formula). */
export const giveOpinion = (
  book: SiteBook,
  given: OpinionGiven,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "applications");
  const application = findApplication(book, given.no, entry.today);
  if (application?.clientId === undefined)
    return refused([place(finding("applicationUnknown", { ...at("no"), value: given.no }))]);
  const why = numberHeldTwice(book, application, entry.today) ?? whyNot(application, given, entry.today);
  if (why !== undefined) return refused([place(why)]);
  const keys = opinionKeys[given.signer];
  const hints: Finding[] = [];
  if (ownerSigns(application.kind) && !ownerSigned(application, entry.today))
    hints.push(finding("ownerNotSigned", at("ownerSignedOn")));
  if (saysNo(given.opinion))
    hints.push(
      finding("applicationTurnedDown", {
        ...at(keys.opinion),
        value: plain(given.opinion),
        facts: { no: application.no, signer: signerNames[given.signer] },
      }),
    );
  return {
    ok: true,
    clientId: application.clientId,
    changes: setCells("applications", application, {
      [keys.opinion]: plain(given.opinion),
      [keys.signer]: plain(given.name),
      [keys.on]: given.on,
    }),
    hints: hints.map(place),
  };
};
