/** 收编: what an old row says of its deal beside prices and days: given back, exchanged, passed on, or words nobody knows (R13). */
import { plain } from "../../kit/text";
import { nothingWords } from "../../rules/nothing-to-say";
import type { OldEntry } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";
import { remarkInRow } from "./remark-in-row";

const agreement = "认购书|合同|协议书?";
/** Between a word and its paper: 作废一张收据; not 合同作废,收据收回. */
const within = `(?:(?!${agreement})[^\\s,，、;；。./和及与]){0,4}`;
const receipt = "(?:收据|发票|票据|单据)";
/** 原收据作废 is of that paper alone, 认购书、收据已作废 of the deal. */
const ofReceipt = `(?<!(?:${agreement})[\\s,，、/和及与]{0,2})${receipt}${within}`;
/** 换房意向书已签，换到3-2-902: what was a wish has come true. */
const exchanged = "[换调]房(?=.*(?:已办|已换|换到))|(?<=(?:已办|已换|换到).*)[换调]房";
/** 作废一张收据, 已退定金收据, 换房补差价, 想换房: papers, money and wishes, of a deal that stands. */
const surely = new RegExp(
  `退房|(?:退订|退定|已退)(?!${within}${receipt})|退认购|退筹|退号|退卡|退铺|退车位|挞定|踏定|撤单|撤销|撤定|` +
    `(?<!${ofReceipt})作废(?!${within}${receipt})|毁约|解约|${exchanged}|(?<![想欲拟]|考虑|意向)[换调]房(?!补?差价?|意向)|更名`,
  "u",
);
/** Of much else too: 取消按揭, 放弃公积金. */
const likely = /取消|转让|过户|违约(?!金)|解除|终止|退款|放弃|失效|无效/u;
const notAtAll = /[不未无没免率]/u;
const ofElse = /按揭|贷|公积金|优惠|折扣|抵押|查封|车位费|定金单|委托/u;
/** A longer cell says such a word of something else. */
const shortest = 10;

/** 是否退房, 退房日期, 换房时间, 更名: what stands below says it, whatever it is. */
const saysItself = /退房|退订|退定|退筹|挞定|撤单|撤销|作废|解约|毁约|[换调]房|更名|转让/u;
/** 更名费 500, 作废收据号, 换房意向 are of something else. */
const saysOther = /(?:费用?|金|款|号码?|意向)$/u;
const saysNo = /^(?:否|无|没|未|不|非|n(?:o|one)?$|f(?:alse)?$|[×✗✘xX/\-—–]+$|0$)/iu;

/** Of a deal that goes on, and of no way to give it back. */
const going =
  "正常|有效|成交|[大小]?定|下定|认[购筹]|草签|签约?|网签|备案|签合同|待签约?|收房|交房|入住|在住|办证|按揭中?|售出?";
/** Of steps that giving back has as well: 退房情况 办结. */
const steps =
  "生效|完成|执行中?|履行中?|已?办结|未签约?|未网签|未备案|[待未]回款|交[定首]?|放款|付清|全款|结清|过审|审批中?|贷款中?|首付|在途|待付款?|部分付款";
const already = /^(?:已经?|正在|现已?)/u;
/** What says that a deal stands. */
const stands = new RegExp(`^(?:${going}|${steps})`, "u");
/** 正常, 已签约（3月1日）, 正常履行中: all that a cell below 退房情况 says. */
const standsAlone = new RegExp(`^(?:合同|客户|业主)?(?:${going})+(?:履行)?[中了]?(?:客户|业主)?$`, "u");
/** Below these 已签 is of the paper. */
const ofPaper = /(?:协议书?|申请[书表单]?|合同|手续|单)$/u;

const saysStanding = (caption: string, text: string): boolean =>
  !ofPaper.test(caption) &&
  !/[退换调更转撤废]/u.test(text) &&
  standsAlone.test(text.replace(/[\s(].*$/u, "").replace(already, ""));

const captionOf = (key: string): string => key.replace(/^own:(?:原表)?/u, "");

/** "退房日期 2023-5-1", "已换房": the words that say it, "" where nothing does. */
export const takenBackIn = (entry: OldEntry): string => {
  const remark = remarkInRow(entry, surely, notAtAll);
  if (remark !== "") return remark;
  for (const [key, said] of Object.entries(entry.own)) {
    const caption = plain(captionOf(key));
    const text = plain(String(said));
    const bare = caption.replace(/\(.*$/u, "");
    if (!saysItself.test(bare) || saysOther.test(bare)) continue;
    if (text === "" || nothingWords.has(text) || saysNo.test(text) || saysStanding(bare, text)) continue;
    // A day is a number here.
    return typeof said === "number" ? caption : `${caption} ${text}`;
  }
  const word = remarkInRow(entry, likely, notAtAll);
  return word.length <= shortest && !ofElse.test(word) ? word : "";
};

/** 更名 keeps the unit, whoever has it. */
const passesOn = /更名|转让|过户/u;

export const givesBack = (said: string): boolean => said !== "" && !passesOn.test(said);

const stateCaption =
  /^(?:(?:房源|房屋|认购|成交|签约|销售|合同|交易|订单|客户|当前|目前|最新|办理)?状态|(?:销售|成交|签约|合同)(?:情况|状况))$/u;

/** A state that nobody knows, in a column of states: the deal is taken as one that stands. */
export const strangeStates = ({ own }: OldEntry): readonly Finding[] =>
  Object.entries(own).flatMap(([key, said]) => {
    const caption = captionOf(key);
    const text = plain(String(said));
    if (!stateCaption.test(plain(caption).replace(/\(.*$/u, "")) || text === "" || nothingWords.has(text))
      return [];
    const isKnown = stands.test(text.replace(already, "")) || surely.test(text) || likely.test(text);
    return isKnown ? [] : [finding("dealStateStrange", { caption, value: text })];
  });
