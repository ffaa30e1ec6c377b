/** The product's sign, as on the ribbon (assets/icons/icon.svg). */
export const Mark = ({ size = 22 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="2 0 28 32" aria-hidden focusable="false" style={{ flexShrink: 0 }}>
    <rect x="4" y="2" width="24" height="28" rx="3" fill="#0F6B53" />
    <rect x="4" y="2" width="5" height="28" rx="2.5" fill="#0A4A3A" />
    <rect x="7" y="2" width="2" height="28" fill="#0A4A3A" />
    <path d="M18.5 7 26 13.6h-2V21H13v-7.4h-2z" fill="#FFFFFF" />
    <rect x="17" y="15" width="3" height="6" fill="#0F6B53" />
    <rect x="12" y="24" width="10" height="2" rx="1" fill="#9FD3C1" />
    <rect x="23" y="23" width="3" height="4" rx="0.8" fill="#E5484D" />
  </svg>
);
