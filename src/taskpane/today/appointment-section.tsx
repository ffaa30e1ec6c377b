/** Who is expected today and tomorrow: kept, not come, or put off, in one click. */
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { addDays, dayOf, type Moment } from "../../domain/kit/calendar-day";
import type { Appointment } from "../../domain/register/follow-up/appointments";
import { settleAppointment, settleWants } from "../../domain/register/follow-up/settle-appointment";
import { nextSlots } from "../../domain/rules/invitation-slots";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { Item } from "./item";
import { Section } from "./section";
import { useAct } from "./use-act";

const doing = "登记预约结果";
/** Whoever gave a day alone has a cell that reads midnight; nobody is expected then. */
const midnight = "00:00";
const clock = (at: Moment): string => (at.endsWith(midnight) ? "" : at.slice(11));
/** The day is over only at its end where no time was said. */
const isPast = (at: Moment, now: Moment): boolean => (clock(at) === "" ? dayOf(at) < dayOf(now) : at < now);

export const AppointmentSection = ({
  items,
  showConsultant,
}: {
  readonly items: readonly Appointment[];
  readonly showConsultant: boolean;
}) => {
  const { t } = useTranslation();
  const services = useServices();
  const { saver, act } = useAct();
  const today = services.today();
  const now = services.now();
  const settle = (one: Appointment, how: "kept" | "missed" | "moved", done: string, to?: Moment) => {
    const settled = { client: one.client, at: one.at, how, ...(to === undefined ? {} : { to }) };
    return act(
      { doing, wants: settleWants, decide: (book) => settleAppointment(book, settled, today) },
      done,
    );
  };
  const came = async (one: Appointment): Promise<void> => {
    // The talk is the visit's proof: it is written on the page that opens.
    if (one.invited && (await settle(one, "kept", t("day.cameSaid", { name: one.name }))) !== undefined)
      return;
    go("follow", { client: one.client, method: "来访" });
  };
  const when = ({ at }: Appointment): string =>
    dayOf(at) === today
      ? clock(at) || t("day.timeOpen")
      : dayOf(at) === addDays(today, 1)
        ? t("day.tomorrow", { time: clock(at) }).trim()
        : `${shortDay(at, today)} ${clock(at)}`.trim();
  return (
    <Section
      title={t("day.appointments")}
      items={items}
      step={20}
      keyOf={({ client, at }) => `${client} ${at}`}
      empty={t("day.appointmentsNone")}
      below={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={saver.forget} /> : null}
      draw={(one) => {
        const { name } = one;
        const from = one.at > now ? one.at : now;
        return (
          <Item
            name={name}
            onName={() => go("client", { client: one.client })}
            nameTitle={t("day.toClient", { name })}
            quiet={showConsultant ? one.consultant : ""}
            aside={when(one)}
            tone={isPast(one.at, now) ? "amber" : undefined}
            about={[
              one.hopeless ? `× ${t("today.reassignment")}` : "",
              one.event,
              one.units,
              isPast(one.at, now) ? t("day.unanswered") : "",
            ]
              .filter((each) => each !== "")
              .join(" · ")}
          >
            <Button
              size="small"
              disabled={saver.busy}
              aria-label={t("day.cameWho", { name })}
              onClick={() => void came(one)}
            >
              {t("day.came")}
            </Button>
            <Button
              size="small"
              disabled={saver.busy}
              aria-label={t("day.missedWho", { name })}
              onClick={() => void settle(one, "missed", t("day.missedSaid", { name }))}
            >
              {t("day.missed")}
            </Button>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button size="small" disabled={saver.busy} aria-label={t("day.moveWho", { name })}>
                  {t("day.move")}
                </Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {nextSlots(from, 5).map((to) => {
                    const at = `${shortDay(to, today)} ${clock(to)}`;
                    return (
                      <MenuItem
                        key={to}
                        onClick={() => void settle(one, "moved", t("day.movedSaid", { name, at }), to)}
                      >
                        {at}
                      </MenuItem>
                    );
                  })}
                </MenuList>
              </MenuPopover>
            </Menu>
          </Item>
        );
      }}
    />
  );
};
