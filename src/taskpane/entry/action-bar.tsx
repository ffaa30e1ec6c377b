import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from "@fluentui/react-components";
import { MoreVertical20Regular } from "@fluentui/react-icons/svg/more-vertical";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface ActionBarProps {
  readonly busy: boolean;
  readonly dirty: boolean;
  readonly onClear: () => void;
  /** Absent: 清空. */
  readonly clearLabel?: string;
  readonly more?: { readonly label: string; readonly run: () => void };
  readonly saveLabel?: string;
  readonly children?: ReactNode;
}

/** An entry page's bar: what is to come, and the one primary button. */
export const ActionBar = ({
  busy,
  dirty,
  onClear,
  clearLabel,
  more,
  saveLabel,
  children,
}: ActionBarProps) => {
  const { t } = useTranslation();
  return (
    <>
      {children ?? <span style={{ flex: 1 }} />}
      {more ? (
        <Menu positioning="above-end">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreVertical20Regular />} aria-label={t("shell.more")} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={more.run}>{more.label}</MenuItem>
              <MenuItem disabled={!dirty} onClick={onClear}>
                {clearLabel ?? t("shell.clear")}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        <Button disabled={!dirty || busy} onClick={onClear} style={{ minWidth: 64 }}>
          {clearLabel ?? t("shell.clear")}
        </Button>
      )}
      <Button
        appearance="primary"
        type="submit"
        disabledFocusable={busy}
        icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
        style={{ minWidth: 80 }}
      >
        {busy ? t("shell.saving") : (saveLabel ?? t("shell.save"))}
      </Button>
    </>
  );
};
