import {
  Link,
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  tokens,
  useToastController,
} from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services";
import { type Page, pageNow, useRoute } from "./route";
import { asRefusal, useStanding } from "./site";

export const toasterId = "anchang-toasts";

const useStyles = makeStyles({
  // In the pane's own column, below its page: a toast lies over nothing that one needs next.
  area: {
    position: "static",
    width: "auto",
    flexShrink: 0,
    padding: "0 12px 8px",
    transform: "none !important",
  },
  toast: { boxSizing: "border-box" },
  link: { fontWeight: tokens.fontWeightSemibold },
});

export const ToastArea = () => {
  const styles = useStyles();
  const { page } = useRoute();
  const { dismissToast } = useToastController(toasterId);
  useEffect(() => {
    if (passing === undefined || passing.page === page) return;
    // News of a page goes with it; what was said on the way to this one stays.
    if (passing.isJustSaid) passing.page = page;
    else dismissToast(passing.id);
  }, [page, dismissToast]);
  return (
    <Toaster className={styles.area} toasterId={toasterId} position="bottom" limit={2} inline pauseOnHover />
  );
};

export interface Notice {
  readonly title: string;
  readonly body?: string | undefined;
  readonly intent?: "success" | "info" | "warning" | "error";
  /** Offers 撤销: the write just made can be taken back. */
  readonly undo?: boolean;
  /** After 撤销 here: what the page still says of the write goes too. */
  readonly undone?: () => void;
  /** Another way back. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

let count = 0;
/** The toast that makes room for the next one, and the page it was said on, or led to. */
let passing: { readonly id: string; page: Page; isJustSaid: boolean } | undefined;

export interface Toasts {
  /** Says something in passing. */
  readonly say: (notice: Notice) => void;
  /** Takes the last operation back and says what came of it. */
  readonly undo: () => Promise<void>;
}

export const useToastsAndUndo = (): Toasts => {
  const { t } = useTranslation();
  const styles = useStyles();
  const services = useServices();
  const { written } = useStanding();
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  return useMemo(() => {
    const say = ({ title, body, intent = "success", undo: undoable, undone, act }: Notice): void => {
      const way = undoable ? { label: t("shell.undo"), run: () => void undo(undone) } : act;
      // One at a time: 撤销 takes the last operation back, and an older toast would promise its own. Warnings stay.
      if (passing !== undefined) dismissToast(passing.id);
      const toastId = `anchang-toast-${++count}`;
      if (intent !== "warning" && intent !== "error") {
        const said = { id: toastId, page: pageNow(), isJustSaid: true };
        passing = said;
        // Who saves and leaves says so in one breath; the next page may be drawn before that is over.
        setTimeout(() => {
          said.page = pageNow();
          said.isJustSaid = false;
        });
      }
      dispatchToast(
        <Toast className={styles.toast}>
          <ToastTitle
            {...(way === undefined
              ? {}
              : {
                  action: (
                    <ToastTrigger>
                      <Link as="button" className={styles.link} onClick={way.run}>
                        {way.label}
                      </Link>
                    </ToastTrigger>
                  ),
                })}
          >
            {title}
          </ToastTitle>
          {body === undefined ? null : <ToastBody>{body}</ToastBody>}
        </Toast>,
        {
          toastId,
          intent,
          timeout: way === undefined ? 5_000 : 10_000,
          politeness: intent === "error" ? "assertive" : "polite",
        },
      );
    };
    const undo = async (then?: () => void): Promise<void> => {
      try {
        const back = await services.undo();
        written();
        then?.();
        if (!back) say({ title: t("shell.nothingToUndo"), intent: "info" });
        else if (back.left > 0) say({ title: t("shell.undoneBut", { n: back.left }), intent: "warning" });
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
    return { say, undo };
  }, [dispatchToast, dismissToast, services, styles, t, written]);
};

export const useToasts = (): Toasts["say"] => useToastsAndUndo().say;
