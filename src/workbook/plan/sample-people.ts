/** Thirty invented clients (示例): nobody's name, nobody's number. */

/** What has become of a client, and so how the sheets show them. */
export type State =
  | "A逾期"
  | "A今日"
  | "A未到期"
  | "B逾期"
  | "B今日"
  | "B未到期"
  | "C逾期"
  | "C今日"
  | "C未到期"
  | "C昨日首访"
  | "C今日首访"
  | "C约定今日"
  | "C睡眠"
  | "C来电"
  | "D待活动"
  | "成交"
  | "无望";

export interface Person {
  readonly name: string;
  readonly gender: "男" | "女";
  readonly age: number;
  readonly state: State;
  /** Days since the first contact. */
  readonly since: number;
  /** Days late, or days still to go; of a deal, days since. */
  readonly by: number;
  /** How often the house was in touch between the first and the last time. */
  readonly between: number;
  /** Rang before coming. */
  readonly rang: boolean;
}

const person = (
  name: string,
  gender: "男" | "女",
  age: number,
  state: State,
  since: number,
  by: number,
  between: number,
  rang = false,
): Person => ({ name, gender, age, state, since, by, between, rang });

export const people: readonly Person[] = [
  person("张三", "男", 34, "A逾期", 41, 4, 2, true),
  person("周晓燕", "女", 29, "成交", 58, 44, 2),
  person("李建国", "男", 47, "B逾期", 52, 6, 2),
  person("王秀英", "女", 52, "C睡眠", 56, 34, 0),
  person("刘洋", "男", 31, "C逾期", 49, 9, 1, true),
  person("陈静", "女", 36, "D待活动", 47, 3, 1),
  person("赵国强", "男", 55, "无望", 55, 12, 2),
  person("孙丽", "女", 27, "B今日", 38, 0, 2),
  person("吴志远", "男", 42, "A今日", 33, 0, 2, true),
  person("郑敏", "女", 39, "C今日", 30, 0, 1),
  person("欧阳兰", "女", 45, "成交", 40, 11, 3),
  person("冯磊", "男", 33, "B未到期", 28, 1, 1),
  person("蒋文博", "男", 30, "C未到期", 26, 3, 1),
  person("沈玉梅", "女", 58, "D待活动", 44, 2, 1),
  person("韩冬", "男", 37, "B逾期", 31, 2, 1, true),
  person("杨帆", "男", 26, "C逾期", 24, 1, 0),
  person("朱慧", "女", 41, "A逾期", 27, 1, 2),
  person("秦岭", "男", 49, "无望", 48, 20, 1),
  person("许佳", "女", 32, "B今日", 22, 0, 1),
  person("何立新", "男", 44, "C未到期", 19, 2, 1, true),
  person("吕芳", "女", 35, "成交", 25, 2, 2),
  person("施展", "男", 28, "C约定今日", 17, 0, 1),
  person("曹颖", "女", 38, "A未到期", 16, 1, 1),
  person("严明", "男", 51, "B未到期", 14, 2, 1),
  person("华春生", "男", 60, "D待活动", 36, 1, 0),
  person("金鑫", "男", 33, "C来电", 6, 2, 0),
  person("魏然", "女", 30, "C未到期", 9, 4, 0, true),
  person("陶乐", "女", 25, "C昨日首访", 1, 0, 0),
  person("姜海", "男", 40, "C今日首访", 0, 0, 0),
  person("戚薇薇", "女", 34, "C来电", 0, 1, 0),
];
