import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { RowAt } from "../../domain/rules/ownership-facts";
import { useServices } from "../services";
import { asRefusal } from "../shell/site";
import { useToasts } from "../shell/toasts";

/** Goes to a row of the workbook, and says why where it cannot. */
export const useJump = (): ((row: RowAt, key: string) => void) => {
  const services = useServices();
  const { t } = useTranslation();
  const toast = useToasts();
  return useCallback(
    ({ form, sheet, row }, key) => {
      services.jump({ form, sheet, row, key }).catch((fault: unknown) => {
        const { code, where } = asRefusal(fault, sheet);
        toast({ title: t(`refusal.${code}.says`, { where: where || sheet, doing: sheet }), intent: "error" });
      });
    },
    [services, t, toast],
  );
};
