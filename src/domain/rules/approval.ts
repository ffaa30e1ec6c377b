/**
 * Where an application stands, from its opinions (forms 9–13): 草稿 no opinion; 已驳回 any opinion that says no; 已办结
 * with a closing day; 已批准 all agree; 审批中 in between. Opinions are asked in the document's order.
 */
import { type ApplicationKind, type Signer, signers } from "../forms/applications";
import { plain } from "../kit/text";
import { nothing } from "./nothing-to-say";

export type ApplicationStatus = "草稿" | "审批中" | "已批准" | "已驳回" | "已办结";

/** As written; an absent, empty or `/` opinion has not been given. */
export type Opinions = Readonly<Partial<Record<Signer, string>>>;

/** 销售部, 工程部, 财务部, 总经理. */
export const signerNames = {
  sales: "销售部",
  engineering: "工程部",
  finance: "财务部",
  manager: "总经理",
} as const satisfies Readonly<Record<Signer, string>>;

const given = (opinion: string | undefined): string => {
  const text = plain(opinion ?? "");
  return text === nothing ? "" : text;
};

/** 不同意, 不批准, 驳回, 否. */
export const saysNo = (opinion: string): boolean => /^[不驳否]/u.test(plain(opinion));

/** The signers of a kind, in the document's order. */
export const signersOf = (kind: ApplicationKind): readonly Signer[] => signers[kind];

/** Who is to sign next; nothing when all have, or one has said no. */
export const nextSigner = (kind: ApplicationKind, opinions: Opinions): Signer | undefined =>
  signersOf(kind).some((signer) => saysNo(given(opinions[signer])))
    ? undefined
    : signersOf(kind).find((signer) => given(opinions[signer]) === "");

/** The first signer whose opinion stands although an earlier one's is missing. */
export const signedOutOfTurn = (kind: ApplicationKind, opinions: Opinions): Signer | undefined => {
  const missing = signersOf(kind).findIndex((signer) => given(opinions[signer]) === "");
  return missing < 0
    ? undefined
    : signersOf(kind)
        .slice(missing)
        .find((signer) => given(opinions[signer]) !== "");
};

/** All signers of the kind agree, whether it is carried out or not. */
export const isApproved = (kind: ApplicationKind, opinions: Opinions): boolean =>
  signersOf(kind).every((signer) => {
    const opinion = given(opinions[signer]);
    return opinion !== "" && !saysNo(opinion);
  });

/** `closed`: 办结日期 is filled in. */
export const applicationStatus = (
  kind: ApplicationKind,
  opinions: Opinions,
  closed: boolean,
): ApplicationStatus => {
  const said = signersOf(kind)
    .map((signer) => given(opinions[signer]))
    .filter((opinion) => opinion !== "");
  if (said.length === 0) return "草稿";
  if (said.some(saysNo)) return "已驳回";
  if (closed) return "已办结";
  return isApproved(kind, opinions) ? "已批准" : "审批中";
};
