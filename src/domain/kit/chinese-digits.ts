const digits = "零一二三四五六七八九";

const valueOf = (numeral: string): string => {
  const text = numeral
    .replace(/〇/gu, "零")
    .replace(/两/gu, "二")
    .replace(/廿/gu, "二十")
    .replace(/卅/gu, "三十");
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  if (tens)
    return String((tens[1] ? digits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? digits.indexOf(tens[2]) : 0));
  return /^[零一二三四五六七八九]+$/u.test(text)
    ? [...text].map((digit) => digits.indexOf(digit)).join("")
    : numeral;
};

/** "二〇二三年三月十五日" → "2023年3月15日"; numbers below a hundred, and digits read out one by one. */
export const withArabicDigits = (text: string): string =>
  text.replace(/[〇零一二两三四五六七八九十廿卅]+/gu, valueOf);
