import type { Theme } from "./services";

/** Relative luminance below a half: Office is dark. */
const isDark = (color: string): boolean => {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/iu.exec(color);
  if (!match) return false;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
};

/** Light or dark as Office is; where Office does not say, as the system is. */
export const officeTheme = (): Theme => {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  // Undefined where the host tells no theme, whatever the types say.
  const told = (): Office.OfficeTheme | undefined => Office.context.officeTheme;
  return {
    dark: () => {
      const theme = told();
      return theme === undefined ? system.matches : isDark(theme.bodyBackgroundColor);
    },
    onChange: (changed) => {
      system.addEventListener("change", changed);
      // Excel on the web changes its theme without an event this client knows: looked at when the pane is.
      document.addEventListener("visibilitychange", changed);
      return () => {
        system.removeEventListener("change", changed);
        document.removeEventListener("visibilitychange", changed);
      };
    },
  };
};
