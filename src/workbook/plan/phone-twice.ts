/**
 * R9: a phone that stands twice in its columns, however it is spelled. Wildcards find the digits in other spellings
 * and among several numbers; no column is read as an array. Each formula is one rule: none has room for all, where
 * users have moved the columns beyond Z too.
 */
import { downHeld, first } from "./references";

/** @param to the last of neighbouring columns. */
export const phoneTwice = (from: number, to: number): readonly string[] => {
  const cell = first(from);
  const all = downHeld(from, to);
  const bare = `SUBSTITUTE(SUBSTITUTE(${cell}," ",""),"-","")`;
  // 13803791234, and 138 0379 1234 with whatever sign between: "138*0379" would find the one in "138…、139 0379 …".
  const mobile =
    `=IF(AND(LEFT(${cell})="1",LEN(${cell})>10),COUNTIF(${all},"*"&${bare}&"*")+` +
    `COUNTIF(${all},"*"&SUBSTITUTE(TEXT(--${bare},"000-0000-0000"),"-","?")&"*")>1)`;
  // 0379-6391 2345 as 0379*6391*2345; area codes 010 and 02x have three digits.
  const landline =
    `=IF(AND(LEFT(${cell})="0",LEN(${cell})>9),COUNTIF(${all},` +
    `"*"&REPLACE(REPLACE(${bare},LEN(${bare})-3,0,"*"),4+(MID(${cell},2,1)>"2"),0,"*")&"*")>1)`;
  // 6391 2345 without its area code, beside others with one or without.
  const joined = `SUBSTITUTE(${cell}," ","")`;
  const local = `REPLACE(${joined},LEN(${joined})-3,0,"*")`;
  const bareLocal = `=IF(ABS(LEN(${joined})-7.5)<1,COUNTIF(${all},${local})+COUNTIF(${all},"0*"&${local})>1)`;
  return [mobile, landline, bareLocal];
};
