import {
  Link,
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  tokens,
  useToastController,
} from "@fluentui/react-components";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services";
import { asRefusal, useStanding } from "./site";

const toasterId = "anchang-toasts";

const useStyles = makeStyles({
  toast: { width: "288px", maxWidth: "calc(100vw - 24px)", boxSizing: "border-box" },
  link: { fontWeight: tokens.fontWeightSemibold },
});

export const Toasts = () => (
  <Toaster
    toasterId={toasterId}
    position="bottom"
    offset={{ vertical: 56, horizontal: 12 }}
    limit={3}
    pauseOnHover
  />
);

export interface Notice {
  readonly title: string;
  readonly body?: string | undefined;
  readonly intent?: "success" | "info" | "warning" | "error";
  /** Offers 撤销: the write just made can be taken back. */
  readonly undo?: boolean;
  /** Another way back. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** Says something in passing; with `undo`, also takes the last write back. */
export const useToasts = (): ((notice: Notice) => void) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const services = useServices();
  const { written } = useStanding();
  const { dispatchToast } = useToastController(toasterId);
  return useCallback(
    (notice: Notice) => {
      const say = ({ title, body, intent = "success", undo, act }: Notice) =>
        dispatchToast(
          <Toast className={styles.toast}>
            <ToastTitle
              {...(undo || act
                ? {
                    action: (
                      <ToastTrigger>
                        <Link
                          as="button"
                          className={styles.link}
                          onClick={act ? act.run : () => void takeBack()}
                        >
                          {act ? act.label : t("shell.undo")}
                        </Link>
                      </ToastTrigger>
                    ),
                  }
                : {})}
            >
              {title}
            </ToastTitle>
            {body === undefined ? null : <ToastBody>{body}</ToastBody>}
            <ToastFooter />
          </Toast>,
          {
            intent,
            timeout: undo || act ? 10_000 : 5_000,
            politeness: intent === "error" ? "assertive" : "polite",
          },
        );
      const takeBack = async () => {
        try {
          const undone = await services.undo();
          written();
          if (!undone) say({ title: t("shell.nothingToUndo"), intent: "info" });
          else if (undone.left > 0)
            say({ title: t("shell.undoneBut", { n: undone.left }), intent: "warning" });
          else say({ title: t("shell.undone"), intent: "info" });
        } catch (fault) {
          const { code, where } = asRefusal(fault, "撤销");
          say({
            title: t(`refusal.${code}.says`, { where, doing: t("shell.undo") }),
            body: t(`refusal.${code}.remedy`, { where, doing: t("shell.undo") }),
            intent: "error",
          });
        }
      };
      say(notice);
    },
    [dispatchToast, services, styles, t, written],
  );
};
