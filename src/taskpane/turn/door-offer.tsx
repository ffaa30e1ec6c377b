/** What a registration is offered from the door: the reception it belongs to, else whose turn it is (R11). */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { SiteBook } from "../../domain/register/site";
import { type OpenReception, turnView, type TurnView } from "../../domain/register/turn/turn";
import { timeTold } from "../../domain/rules/turn-wording";
import type { DoorOffer } from "../entry/register-page";
import { go } from "../shell/route";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "4px 8px",
    padding: "4px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  button: { minWidth: 0, padding: "0 6px" },
});

const Joined = ({ reception, today }: { readonly reception: OpenReception; readonly today: CalendarDay }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { at, receiver, kind } = reception;
  return (
    <div className={styles.line} role="status">
      {t("turn.offerJoined", { at: timeTold(at, today), name: receiver, kind })}
    </div>
  );
};

/** Three at most: the others are on the 轮序 page. */
const most = 3;

const Waiting = ({ view, today }: { readonly view: TurnView; readonly today: CalendarDay }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <span>{t("turn.offerOpen")}</span>
      {view.open.slice(-most).map(({ key, at, receiver }) => (
        <Button
          key={key}
          size="small"
          className={styles.button}
          onClick={() => go("visit", { reception: key })}
        >
          {t("turn.offerOpenWho", { at: timeTold(at, today), name: receiver })}
        </Button>
      ))}
    </div>
  );
};

const OnTurn = ({ name }: { readonly name: string }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <span>{t("turn.nextLine", { name })}</span>
      <Button size="small" className={styles.button} onClick={() => go("turn")}>
        {t("turn.title")}
      </Button>
    </div>
  );
};

/** `asked.reception`: the key of an open reception, as the 轮序 page hands it over. */
export const doorOffer = (
  book: SiteBook,
  today: CalendarDay,
  who: string,
  asked: Readonly<Record<string, string>>,
): DoorOffer | undefined => {
  const view = turnView(book, today);
  const reception = view.open.find(({ key }) => key === asked["reception"]);
  if (reception !== undefined)
    return {
      consultant: reception.consultant,
      reception: reception.key,
      line: <Joined reception={reception} today={today} />,
    };
  if (view.open.length > 0) return { consultant: who, line: <Waiting view={view} today={today} /> };
  const { next } = view;
  return next && { consultant: who === "" ? next.name : who, line: <OnTurn name={next.name} /> };
};
