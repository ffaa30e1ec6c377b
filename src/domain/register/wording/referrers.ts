/** R16: 介绍人 in words: what they were taken to mean, or why nobody can tell. */
import { error, hint, type Wording } from "./say";

export const referrers = {
  oldReferrerLinked: hint(
    "R16",
    ["{caption}“{value}”是 {otherName}（{otherId}），介绍人编号照此填写，原文在洽谈内容里", "请核对"],
    [
      "{caption} “{value}” is {otherName} ({otherId}): entered in 介绍人编号, the words are in the notes",
      "Check it",
    ],
  ),
  oldReferrerNobody: hint(
    "R16",
    [
      "{caption}“{value}”不是登记过的客户，介绍人编号没有填，原文在洽谈内容里",
      "是客户的，请登记后在来访登记里填编号",
    ],
    [
      "{caption} “{value}” is no client on file: 介绍人编号 is left open, the words are in the notes",
      "If they are a client, register them and fill in the number",
    ],
  ),
  oldReferrerUnclear: hint(
    "R16",
    [
      "{caption}“{value}”看不准是哪一位，介绍人编号没有填，原文在洽谈内容里",
      "知道是谁的，请在来访登记里填编号",
    ],
    [
      "{caption} “{value}” does not say who it is: 介绍人编号 is left open, the words are in the notes",
      "Fill in the number where you know who it is",
    ],
  ),
  oldReferrerSeveral: hint(
    "R16",
    [
      "{caption}“{value}”可能是 {others}，介绍人编号没有填，原文在洽谈内容里",
      "请问清是哪一位，在来访登记里填编号",
    ],
    [
      "{caption} “{value}” may be {others}: 介绍人编号 is left open, the words are in the notes",
      "Find out which, and fill in the number",
    ],
  ),
  oldReferrerOtherPhone: hint(
    "R16",
    [
      "{caption}“{value}”同名的是 {others}，登记的是别的电话，介绍人编号没有填，原文在洽谈内容里",
      "请核对是不是同一位；是的话在来访登记里填编号",
    ],
    [
      "{caption} “{value}” has the name of {others}, who has another phone: 介绍人编号 is left open, the words are in the notes",
      "See whether it is the same person, and fill in the number if so",
    ],
  ),
  oldReferrerSelf: hint(
    "R16",
    ["{caption}“{value}”就是客户自己，介绍人编号没有填，原文在洽谈内容里", "请核对是谁介绍的"],
    [
      "{caption} “{value}” is the client: 介绍人编号 is left open, the words are in the notes",
      "See who brought them",
    ],
  ),
  oldReferrerLoop: hint(
    "R16",
    [
      "{caption}“{value}”是 {others}，填上介绍关系就绕成了圈，介绍人编号没有填，原文在洽谈内容里",
      "总有一位是自己来的，请核对后再填",
    ],
    [
      "{caption} “{value}” is {others}, and the referrals would go round in a circle: 介绍人编号 is left open, the words are in the notes",
      "One of them came by themself: check, then fill in the number",
    ],
  ),
  oldReferrerOtherwise: hint(
    "R16",
    ["{caption}是“{value}”，介绍人编号已填 {others}，没有动，原文在洽谈内容里", "请核对是谁介绍的"],
    [
      "{caption} is “{value}”, 介绍人编号 already has {others} and stays, the words are in the notes",
      "See who brought them",
    ],
  ),
  referrerNamed: error(
    "R16",
    ["“{value}”是 {otherName}（{otherId}），这里要填客户编号", "点“修正”换成 {otherId}"],
    ["“{value}” is {otherName} ({otherId}): their number belongs here", "“Fix” writes {otherId}"],
  ),
  referrerNobody: error(
    "R16",
    [
      "“{value}”不是客户编号，也没有这样的客户登记过",
      "请填介绍人的客户编号；没有登记过的先登记，不是客户的写进洽谈内容，这里填“/”",
    ],
    [
      "“{value}” is no client number, and no client on file is called so",
      "Fill in the referrer's number, or register them first; who is no client goes into the notes, and / here",
    ],
  ),
  referrerUnclear: error(
    "R16",
    ["“{value}”不是客户编号，也看不准是哪一位", "请填介绍人的客户编号；不是客户的写进洽谈内容，这里填“/”"],
    [
      "“{value}” is no client number, and does not say who it is",
      "Fill in the referrer's number; who is no client goes into the notes, and / here",
    ],
  ),
  referrerSeveral: error(
    "R16",
    ["“{value}”可能是 {others}", "请问清是哪一位，填客户编号"],
    ["“{value}” may be {others}", "Find out which, and fill in the number"],
  ),
  referrerOtherPhone: error(
    "R16",
    ["“{value}”同名的是 {others}，登记的是别的电话", "请核对是不是同一位；是的话填客户编号"],
    [
      "“{value}” has the name of {others}, who has another phone",
      "See whether they are one, and fill in the number if so",
    ],
  ),
  referrerSelf: error(
    "R16",
    ["“{value}”就是客户自己", "请填介绍人的客户编号；没有填“/”"],
    ["“{value}” is the client", "Fill in the number of who brought them, or /"],
  ),
  referrerLoop: error(
    "R16",
    ["“{value}”是 {others}，填上介绍关系就绕成了圈", "总有一位是自己来的，请核对后填客户编号"],
    [
      "“{value}” is {others}, and the referrals would go round in a circle",
      "One of them came by themself: check, then fill in the number",
    ],
  ),
} satisfies Record<string, Wording>;
