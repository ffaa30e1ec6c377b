/** 客户拒付, 客户拒签 on a line of 催款: asked once more, written, and taken back the same way (R13). */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Chase } from "../../domain/register/sales/chasing";
import { planWants } from "../../domain/register/sales/mortgage-papers";
import { refusePayment } from "../../domain/register/sales/refuse-payment";
import { refuseSigning } from "../../domain/register/sales/refuse-signing";
import type { Saver } from "../entry/use-save";
import { useServices } from "../services";
import { useAct } from "./use-act";

/** What can be refused. `instalment`: where it is a payment. */
export type Refusable = Pick<Chase, "refusable" | "by" | "clientId" | "name" | "unitNo" | "instalment">;

const useStyles = makeStyles({
  group: { display: "contents" },
  asked: {
    flex: "1 0 100%",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

const nameOf = ({ name, clientId }: Refusable): string => name || clientId;

export interface Refusing {
  readonly saver: Saver;
  readonly refuse: (of: Refusable, refused: boolean) => void;
}

/** What was refused is read anew, decided, written and read back; 撤销 takes it back. */
export const useRefuse = (): Refusing => {
  const { t } = useTranslation();
  const services = useServices();
  const { saver, act } = useAct();
  const refuse = useCallback(
    (of: Refusable, refused: boolean): void => {
      const { clientId, unitNo, instalment: shown } = of;
      const isPayment = shown !== undefined;
      const said = refused ? (isPayment ? "noPay" : "noSign") : isPayment ? "payAfterAll" : "signAfterAll";
      const now = { today: services.today(), now: services.now() };
      void act(
        {
          doing: isPayment ? "标记客户拒付" : "标记客户拒签",
          wants: planWants,
          decide: (book) =>
            isPayment
              ? refusePayment(book, { shown, refused }, now)
              : refuseSigning(book, { clientId, unitNo, refused }, now),
        },
        t(`day.${said}Said`, { name: nameOf(of) }),
      );
    },
    [act, services, t],
  );
  return { saver, refuse };
};

export const RefuseButtons = ({ of, saver, refuse }: Refusing & { readonly of: Refusable }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { refusable } = of;
  if (refusable === undefined) return null;
  const isPayment = refusable === "payment";
  const who = { name: nameOf(of) };
  const settle = (refused: boolean): void => {
    setAsking(false);
    refuse(of, refused);
  };
  if (of.by === "finance")
    return (
      <Button
        size="small"
        disabledFocusable={saver.busy}
        aria-label={t(isPayment ? "day.payAfterAllWho" : "day.signAfterAllWho", who)}
        onClick={() => settle(false)}
      >
        {t(isPayment ? "day.payAfterAll" : "day.signAfterAll")}
      </Button>
    );
  const refuses = t(isPayment ? "day.noPayWho" : "day.noSignWho", who);
  if (!asking)
    return (
      <Button
        size="small"
        disabledFocusable={saver.busy}
        aria-label={refuses}
        onClick={() => setAsking(true)}
      >
        {t(isPayment ? "day.noPay" : "day.noSign")}
      </Button>
    );
  return (
    <span
      className={styles.group}
      role="group"
      aria-label={refuses}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        setAsking(false);
      }}
    >
      <span className={styles.asked}>{t(isPayment ? "day.noPayAsk" : "day.noSignAsk", who)}</span>
      <Button size="small" appearance="primary" autoFocus onClick={() => settle(true)}>
        {t("day.confirm")}
      </Button>
      <Button size="small" onClick={() => setAsking(false)}>
        {t("day.cancel")}
      </Button>
    </span>
  );
};
