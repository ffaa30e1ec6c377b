import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** The product's green, as its icons have it. */
const bamboo: BrandVariants = {
  10: "#03140F",
  20: "#06211A",
  30: "#072D23",
  40: "#07382C",
  50: "#094435",
  60: "#0B513F",
  70: "#0D5E49",
  80: "#0F6B53",
  90: "#2A7C66",
  100: "#428D78",
  110: "#5A9E8B",
  120: "#73AF9E",
  130: "#8DC0B2",
  140: "#A8D1C6",
  150: "#C4E2DA",
  160: "#E2F2ED",
};

/** Dense, as fits 320 px: 13 px text, tabular figures. */
const dense = {
  fontFamilyBase:
    '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif',
  fontFamilyNumeric:
    '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif',
  fontSizeBase200: "12px",
  lineHeightBase200: "16px",
  fontSizeBase300: "13px",
  lineHeightBase300: "18px",
  fontSizeBase400: "15px",
  lineHeightBase400: "20px",
} satisfies Partial<Theme>;

export const lightTheme: Theme = { ...createLightTheme(bamboo), ...dense };

const dark = createDarkTheme(bamboo);
export const darkTheme: Theme = {
  ...dark,
  ...dense,
  // Readable on the dark background: 110 upwards.
  colorBrandForeground1: bamboo[120],
  colorBrandForeground2: bamboo[130],
  colorBrandForegroundLink: bamboo[130],
  colorBrandForegroundLinkHover: bamboo[140],
};
