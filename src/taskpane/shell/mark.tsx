import { tokens } from "@fluentui/react-components";

/** The product's sign: a register bound like a book, a row of it ticked. */
export const Mark = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false" style={{ flexShrink: 0 }}>
    <rect x="2" y="1.5" width="16" height="17" rx="3" fill={tokens.colorBrandBackground} />
    <path d="M6 1.5v17" stroke={tokens.colorNeutralForegroundOnBrand} strokeOpacity="0.45" strokeWidth="1" />
    <path
      d="M8.5 6h6.5M8.5 14h6.5M8.5 10l2 2 4-4.2"
      stroke={tokens.colorNeutralForegroundOnBrand}
      strokeWidth="1.5"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
