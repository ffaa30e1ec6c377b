/** R7: when to call, by 客户类别 and trade; shown beside a client who is due. */
import { plain } from "../kit/text";

export interface CallingTime {
  readonly zh: string;
  readonly en: string;
}

const byTrade: readonly (readonly [RegExp, CallingTime])[] = [
  [/会计|财务/u, { zh: "避开月初、月末", en: "not at a month's start or end" }],
  [/医生|医师|护士/u, { zh: "避开上午，天气不好时更好", en: "not in the morning; better in bad weather" }],
  [/销售|业务员/u, { zh: "9:00 前或 18:00 后", en: "before 9:00 or after 18:00" }],
  [/行政|公务员|机关/u, { zh: "避开 10:30–16:00", en: "not 10:30–16:00" }],
  [/股票|证券|炒股/u, { zh: "避开 9:30–11:30、13:00–15:00", en: "not 9:30–11:30, 13:00–15:00" }],
  [/银行/u, { zh: "避开 10:00 前后、午间换班和下班前", en: "not around 10:00, the noon shift or closing" }],
  [/老师|教师/u, { zh: "放学后", en: "after school" }],
  [/高层|领导|总经理|董事/u, { zh: "8:00 前", en: "before 8:00" }],
  [
    /职员|白领|上班/u,
    { zh: "上班时间，避开饭点和下班前", en: "in working hours, not around meals or closing" },
  ],
];

/** `occupation`: 客户类别 or a trade in words; nothing where the house gives no advice. */
export const whenToCall = (occupation: string): CallingTime | undefined => {
  const said = plain(occupation);
  return byTrade.find(([trade]) => trade.test(said))?.[1];
};
