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
const refuses = (signer: Signer): string => `ISNUMBER(FIND(LEFT(TRIM(${opinions[signer]})&"-"),"不驳否"))`;
/** Whatever else was said is agreement; nothing and `/` are not given. 1 or 0. */
const given = (signer: Signer): string => `(TRIM(${opinions[signer]})<>"")*(TRIM(${opinions[signer]})<>"/")`;

const changes = "户型结构变更";
/** Asked for every kind, and whom 户型结构变更 asks besides. */
const always = signers.退房申请;
const besides = signers[changes].filter((each) => !(always as readonly Signer[]).includes(each));

/**
 * Of those whom the kind asks. The first that holds: 草稿 while nobody has given an opinion; 已驳回 when anybody refuses;
 * 已办结 with 办结日期; 已批准 when all have agreed; else 审批中.
 */
const status = (): string => {
  const special = `(${kind}="${changes}")`;
  const count = [...always.map(given), ...besides.map((each) => `${special}*${given(each)}`)].join("+");
  const no = [...always.map(refuses), ...besides.map((each) => `AND(${special},${refuses(each)})`)].join(",");
  return (
    `=IF(${kind}="","",IF(${count}=0,"草稿",IF(OR(${no}),"已驳回",` +
    `IF(ISNUMBER(${own("applications", "closedOn")}),"已办结",` +
    `IF(${count}=${always.length}+${besides.length}*${special},"已批准","审批中")))))`
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
