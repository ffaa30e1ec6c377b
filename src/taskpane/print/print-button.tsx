import { Button, type ButtonProps } from "@fluentui/react-components";
import { Print20Regular } from "@fluentui/react-icons/svg/print";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PrintDialog, type PrintOffer } from "./print-dialog";

interface PrintButtonProps extends PrintOffer {
  /** Absent: 打印. */
  readonly label?: string;
  readonly size?: ButtonProps["size"];
  readonly appearance?: ButtonProps["appearance"];
}

/** 打印: asks what and how, and makes the sheet in the open workbook. */
export const PrintButton = ({
  label,
  size = "medium",
  appearance = "secondary",
  ...offer
}: PrintButtonProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={size} appearance={appearance} icon={<Print20Regular />} onClick={() => setOpen(true)}>
        {label ?? (offer.blank === true ? t("print.emptyForms") : t("print.button"))}
      </Button>
      <PrintDialog {...offer} open={open} onClose={() => setOpen(false)} />
    </>
  );
};
