/** 申请单: what the money comes to (R12), and how far the opinions have got. */
import { signers, type Signer } from "../../../domain/forms/applications";
import { own } from "../references";
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

/** Begins with 不, 驳 or 否. */
const refuses = (signer: Signer): string => `ISNUMBER(FIND(LEFT(${opinions[signer]}&"-"),"不驳否"))`;
/** Begins with 同意; a word beside it may follow. What is neither is an opinion without a decision. */
const agrees = (signer: Signer): string => `LEFT(${opinions[signer]},2)="同意"`;
const silent = (signer: Signer): string => `OR(${opinions[signer]}="",${opinions[signer]}="/")`;

const everybody = Object.keys(opinions) as readonly Signer[];
const changes = "户型结构变更";
/** Asked for every kind, and those 户型结构变更 asks besides: engineers, and the owner's own signature. */
const always = everybody.filter((each) =>
  Object.values(signers).every((asked) => (asked as readonly Signer[]).includes(each)),
);
const besides = signers[changes].filter((each) => !always.includes(each));

/**
 * The first that holds: 已驳回 when anybody refuses; 已办结 with 办结日期; 草稿 while nobody has given an opinion;
 * 已批准 when all whom the kind asks agree; else 审批中.
 */
const status = (): string => {
  const owner = `ISNUMBER(${own("applications", "ownerSignedOn")})`;
  const special = `OR(${kind}<>"${changes}",AND(${[...besides.map(agrees), owner].join(",")}))`;
  return (
    `=IF(${kind}="","",IF(OR(${everybody.map(refuses).join(",")}),"已驳回",` +
    `IF(ISNUMBER(${own("applications", "closedOn")}),"已办结",IF(AND(${everybody.map(silent).join(",")}),"草稿",` +
    `IF(AND(${[...always.map(agrees), special].join(",")}),"已批准","审批中")))))`
  );
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
