/** Forms 9–13: what the paper of an application asks to be signed or recorded before it is closed. */
import { type ApplicationKind, applications } from "../../forms/applications";
import type { CalendarDay } from "../../kit/calendar-day";
import { signerNames, signersOf } from "../../rules/approval";
import { nothing } from "../../rules/nothing-to-say";
import { type Finding, finding } from "../problem";
import { dayOfCell, textAt } from "../raw-cell";
import { cellAt } from "../register";
import { opinionKeys } from "./sale-rows";
import type { Application } from "./sales-ledger";

type Key = keyof typeof applications.fields;

const at = (key: Key) => ({ key, caption: applications.fields[key].caption }) as const;

/** 户型结构变更 and 更名 have a line for the owner. */
export const ownerSigns = (kind: ApplicationKind | undefined): boolean =>
  kind === "户型结构变更" || kind === "更名申请";

/** The owner's line has its day. */
export const ownerSigned = ({ register, index }: Application, today: CalendarDay): boolean =>
  dayOfCell(cellAt(register, "ownerSignedOn", index), today) !== undefined;

const isEmpty = ({ register, index }: Application, key: Key): boolean => {
  const text = textAt(register, key, index);
  return text === "" || text === nothing;
};

/** 业主签字 and who signed each opinion: it may stand on the paper alone, so that nobody is stopped. */
export const signatureFindings = (each: Application, today: CalendarDay): readonly Finding[] => {
  const { kind, opinions } = each;
  if (kind === undefined) return [];
  const unnamed = signersOf(kind).filter(
    (signer) => opinions[signer] !== undefined && isEmpty(each, opinionKeys[signer].signer),
  );
  const [first] = unnamed;
  return [
    ...(ownerSigns(kind) && !ownerSigned(each, today)
      ? [finding("closedWithoutOwner", at("ownerSignedOn"))]
      : []),
    ...(first === undefined
      ? []
      : [
          finding("signerUnnamed", {
            ...at(opinionKeys[first].signer),
            facts: { signers: unnamed.map((signer) => signerNames[signer]).join("、") },
          }),
        ]),
  ];
};

/** 改造情况检查记录 and 检查人 of 户型结构变更. */
export const inspectionFindings = (each: Application): readonly Finding[] =>
  each.kind !== "户型结构变更"
    ? []
    : (["inspection", "inspector"] as const)
        .filter((key) => isEmpty(each, key))
        .slice(0, 1)
        .map((key) => finding("closedWithoutInspection", at(key)));
