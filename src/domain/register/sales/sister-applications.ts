/**
 * R13: what else is asked for of the same deal while an application is under way. Each changes what the others were made
 * for: all are named. A 退房 that was approved leaves no deal to exchange, to make over or to cheapen.
 */
import { type ApplicationKind, applications } from "../../forms/applications";
import { placed } from "../check/check-ground";
import { byPair, type Paired, pairOf } from "./client-and-unit";
import { type Finding, finding, type Problem } from "../problem";
import type { Application, SalesLedger } from "./sales-ledger";

/** What a refund leaves no ground for; a 户型结构变更 that was carried out is inspected all the same. */
const needDeal: readonly (ApplicationKind | undefined)[] = ["调房申请", "更名申请", "特惠申请"];

/** Neither carried out nor refused. */
export const isOpen = ({ kind, closedOn, status }: Application): boolean =>
  kind !== undefined && closedOn === undefined && status !== "已驳回";

/** `row`: of the application asked about, where it stands already. */
interface Asked extends Paired {
  readonly kind?: ApplicationKind | undefined;
  readonly row?: number;
}

/** Open ones of other kinds; a second of the same kind is a fault of its own. */
export const sistersOf = (
  { applications: all }: Pick<SalesLedger, "applications">,
  asked: Asked,
): readonly Application[] =>
  asked.key === "" || asked.clientId === undefined
    ? []
    : all.filter(
        (each) =>
          isOpen(each) &&
          each.kind !== asked.kind &&
          each.row !== asked.row &&
          pairOf(each) === pairOf(asked),
      );

const named = (all: readonly Application[]): string =>
  all.map(({ no, kind = "", status }) => `${no === "" ? "" : `${no} `}${kind}（${status}）`).join("、");

const where = { key: "kind", caption: applications.fields.kind.caption } as const;

const isRefused = (kind: ApplicationKind | undefined, sister: Application): boolean =>
  needDeal.includes(kind) && sister.kind === "退房申请" && sister.approved;

const refundFirst = (kind: ApplicationKind, refund: Application): Finding =>
  finding("refundComesFirst", { ...where, value: kind, facts: { no: refund.no, kind } });

const beside = (kind: ApplicationKind, sisters: readonly Application[]): readonly Finding[] =>
  sisters.length === 0
    ? []
    : [
        finding("applicationsBeside", {
          ...where,
          value: kind,
          facts: { n: sisters.length, others: named(sisters) },
        }),
      ];

/** An approved refund stops what cannot be done after it; the rest is named. */
export const sisterFindings = (
  kind: ApplicationKind,
  sisters: readonly Application[],
): readonly Finding[] => {
  const refund = sisters.find((each) => isRefused(kind, each));
  return [
    ...(refund === undefined ? [] : [refundFirst(kind, refund)]),
    ...beside(
      kind,
      sisters.filter((each) => each !== refund),
    ),
  ];
};

/** Before anything is carried out it is a matter to settle, and no fault yet. */
export const inTime = (found: Finding): Finding =>
  found.severity === "error" ? { ...found, severity: "warning" } : found;

/** Each is held against those above it, and against an approved refund wherever that stands: told once of any two. */
export const checkSisters = (ledger: SalesLedger): readonly Problem[] =>
  [...byPair(ledger.applications.filter((each) => isOpen(each) && each.clientId !== undefined))].flatMap(
    ([, open]) =>
      open.flatMap((each, index): readonly Problem[] => {
        const { kind } = each;
        if (kind === undefined || each.key === "") return [];
        const sisters = sistersOf({ applications: open }, each).filter(
          (other) => isRefused(kind, other) || (open.indexOf(other) < index && !isRefused(other.kind, each)),
        );
        return sisterFindings(kind, sisters).map((found) => placed(each, inTime(found)));
      }),
  );
