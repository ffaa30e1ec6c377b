const digits = "零一二三四五六七八九";
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十, 三千零五, 八千五 (8500: a digit after a place without 零 is of the next place); below ten thousand. */
const inPlaces = (text: string): number | undefined => {
  if (
    !/^(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?$/u.test(
      text,
    )
  )
    return undefined;
  let sum = 0;
  let digit = 0;
  let last = 0;
  for (const char of text) {
    const place = places[char];
    if (place !== undefined) {
      sum += (digit === 0 ? 1 : digit) * place;
      [digit, last] = [0, place];
    } else if (char === "零") last = 10;
    else digit = digits.indexOf(char);
  }
  return sum + digit * (last >= 100 ? last / 10 : 1);
};

const valueOf = (numeral: string): string => {
  const text = numeral
    .replace(/〇/gu, "零")
    .replace(/两/gu, "二")
    .replace(/廿/gu, "二十")
    .replace(/卅/gu, "三十");
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  if (tens)
    return String((tens[1] ? digits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? digits.indexOf(tens[2]) : 0));
  if (/[百千]/u.test(text) && /^[一二三四五六七八九十]/u.test(text)) {
    const value = inPlaces(text);
    return value === undefined ? numeral : String(value);
  }
  return /^[零一二三四五六七八九]+$/u.test(text)
    ? [...text].map((digit) => digits.indexOf(digit)).join("")
    : numeral;
};

/** "二〇二三年三月十五日" → "2023年3月15日"; numbers below ten thousand, and digits read out one by one. */
export const withArabicDigits = (text: string): string =>
  text.replace(/[〇零一二两三四五六七八九十廿卅百千]+/gu, valueOf);
