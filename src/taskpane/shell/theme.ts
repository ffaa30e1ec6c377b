import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** 竹青: the product's green, apart from Excel's own. */
const bamboo: BrandVariants = {
  10: "#021513",
  20: "#07231F",
  30: "#09312B",
  40: "#0A3E36",
  50: "#0A4C42",
  60: "#0B5A4E",
  70: "#0C685A",
  80: "#0F7666",
  90: "#2A8575",
  100: "#419485",
  110: "#58A395",
  120: "#70B2A6",
  130: "#89C2B7",
  140: "#A4D1C9",
  150: "#C0E1DB",
  160: "#DFF1EE",
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
