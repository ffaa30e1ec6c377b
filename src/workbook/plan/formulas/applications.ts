/** 申请单: what the money comes to (R12), and how far the opinions have got. */
import { signers, type Signer } from "../../../domain/forms/applications";
import { agreeing, clauseEnds, comma, deferring, passedOver, refusing } from "../../../domain/rules/opinion";
import { own } from "../references";
import { settings } from "../site-sheet";
import { clientName, fen, ofClient } from "./parts";

const kind = own("applications", "kind");

const discountedTotal = (): string => {
  const [total, usual, asked] = [
    own("applications", "totalPrice"),
    own("applications", "usualDiscount"),
    own("applications", "discountAsked"),
  ];
  return `=IF(COUNT(${total},${asked})<2,"",${fen(`${total}-SUM(${usual},${asked})`)})`;
};

const discountedPrice = (): string => {
  const [total, area] = [own("applications", "discountedTotal"), own("applications", "floorArea")];
  return `=IF(COUNT(${total},${area})<2,"",IF(${area}=0,"",${fen(`${total}/${area}`)}))`;
};

const refund = (): string => {
  const paid = own("applications", "paid");
  return `=IF(COUNT(${paid})=0,"",${fen(`${paid}-SUM(${own("applications", "penalty")})`)})`;
};

const opinions = {
  sales: own("applications", "salesOpinion"),
  engineering: own("applications", "engineeringOpinion"),
  finance: own("applications", "financeOpinion"),
  manager: own("applications", "managerOpinion"),
} as const satisfies Readonly<Record<Signer, string>>;

/** Spellings with the signs of the lists put right: every clause between two commas. */
const clausesOf = (signer: Signer): string => {
  const inFormula = (sign: string): string => (sign === "\n" ? "CHAR(10)" : `"${sign}"`);
  const without = passedOver.reduce(
    (text, sign) => `SUBSTITUTE(${text},${inFormula(sign)},"")`,
    opinions[signer],
  );
  const parted = clauseEnds.reduce(
    (text, sign) => `SUBSTITUTE(${text},${inFormula(sign)},"${comma}")`,
    without,
  );
  return `"${comma}"&${parted}&"${comma}"`;
};

const has = (signer: Signer, words: readonly string[]): string =>
  `SIGN(SUMPRODUCT(ISNUMBER(FIND({${words.map((word) => `"${word}"`).join(",")}},${clausesOf(signer)}))*1))`;

/** More than there are signers. */
const aNo = 100;

/** An opinion: 1 agrees, 100 refuses, 0 says neither or both, or was not given. */
const verdict = (signer: Signer): string =>
  `CHOOSE(1+${has(signer, agreeing)}+2*${has(signer, refusing)}+4*${has(signer, deferring)},0,1,${aNo},0,0,0,0,0)`;

/** Nothing and `/` are not given. 1 or 0. */
const given = (signer: Signer): string =>
  ["", "/", "／"].map((none) => `(TRIM(${opinions[signer]})<>"${none}")`).join("*");

const changes = "户型结构变更";
/** Asked for every kind, and whom 户型结构变更 asks besides. */
const always = signers.退房申请;
const besides = signers[changes].filter((each) => !(always as readonly Signer[]).includes(each));

/**
 * Of those whom the kind asks. The first that holds: 草稿 while nobody has given an opinion; 已驳回 when anybody refuses;
 * 审批中 while not all have agreed; 已办结 with 办结日期, once it has come; 已批准 without.
 */
const status = (): string => {
  const special = `(${kind}="${changes}")`;
  const sum = (of: (signer: Signer) => string): string =>
    [...always.map(of), ...besides.map((each) => `${special}*${of(each)}`)].join("+");
  const short = `${sum(verdict)}-${always.length}-${besides.length}*${special}`;
  const on = own("applications", "closedOn");
  const done = `IF(AND(ISNUMBER(${on}),SUM(${on})<${settings.today}+1),"已办结","已批准")`;
  return `=IF(${kind}="","",IF(${sum(given)}=0,"草稿",CHOOSE(2+SIGN(${short}),"审批中",${done},"已驳回")))`;
};

export const applicationFormulas = {
  applications: {
    name: ofClient(own("applications", "clientId"), clientName),
    discountedPrice: discountedPrice(),
    discountedTotal: discountedTotal(),
    refund: refund(),
    status: status(),
  },
};
