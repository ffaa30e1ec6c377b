/**
 * Where an application stands, from its opinions (forms 9–13): 草稿 no opinion; 已驳回 any opinion that says no; 已批准
 * all agree, 已办结 with a closing day besides; 审批中 in between. Opinions are asked in the document's order; one that
 * says neither yes nor no is asked again.
 */
import { type ApplicationKind, type Signer, signers } from "../forms/applications";
import { plain } from "../kit/text";
import { nothing } from "./nothing-to-say";
import { readOpinion } from "./opinion";

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

/** The signers of a kind, in the document's order. */
export const signersOf = (kind: ApplicationKind): readonly Signer[] => signers[kind];

type Opinion = "none" | ReturnType<typeof readOpinion>;

const opinionOf = (opinion: string | undefined): Opinion => {
  const text = given(opinion);
  return text === "" ? "none" : readOpinion(opinion ?? "");
};

/** It was given, and says no. */
export const saysNo = (opinion: string): boolean => opinionOf(opinion) === "no";

/** It was given, and says neither yes nor no. */
export const saysNeither = (opinion: string): boolean => opinionOf(opinion) === "unclear";

/** Who is to sign next, or again; nothing when all agree, or one has said no. */
export const nextSigner = (kind: ApplicationKind, opinions: Opinions): Signer | undefined =>
  signersOf(kind).some((signer) => opinionOf(opinions[signer]) === "no")
    ? undefined
    : signersOf(kind).find((signer) => opinionOf(opinions[signer]) !== "yes");

/** Who has said what cannot be read as yes or no, in the order they sign. */
export const unclearSigners = (kind: ApplicationKind, opinions: Opinions): readonly Signer[] =>
  signersOf(kind).filter((signer) => opinionOf(opinions[signer]) === "unclear");

/** The first signer who has not said anything. */
export const firstMissing = (kind: ApplicationKind, opinions: Opinions): Signer | undefined =>
  signersOf(kind).find((signer) => opinionOf(opinions[signer]) === "none");

/** The first signer whose opinion stands although an earlier one's is missing. */
export const signedOutOfTurn = (kind: ApplicationKind, opinions: Opinions): Signer | undefined => {
  const missing = firstMissing(kind, opinions);
  return missing === undefined
    ? undefined
    : signersOf(kind)
        .slice(signersOf(kind).indexOf(missing))
        .find((signer) => opinionOf(opinions[signer]) !== "none");
};

/** All signers of the kind agree, whether it is carried out or not. */
export const isApproved = (kind: ApplicationKind, opinions: Opinions): boolean =>
  signersOf(kind).every((signer) => opinionOf(opinions[signer]) === "yes");

/** `closed`: 办结日期 has come. */
export const applicationStatus = (
  kind: ApplicationKind,
  opinions: Opinions,
  closed: boolean,
): ApplicationStatus => {
  const said = signersOf(kind).map((signer) => opinionOf(opinions[signer]));
  if (said.every((each) => each === "none")) return "草稿";
  if (said.includes("no")) return "已驳回";
  if (!isApproved(kind, opinions)) return "审批中";
  return closed ? "已办结" : "已批准";
};
