/** R15: the message after a first call or visit, while the minutes run. */
import { Button, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FirstMessage } from "../../domain/register/care/first-messages";
import { contactWants, logContact } from "../../domain/register/follow-up/log-contact";
import { useServices } from "../services";
import { copyText } from "../shell/copy";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Item } from "./item";
import { Section } from "./section";
import { useAct } from "./use-act";

const useStyles = makeStyles({ text: { width: "100%" } });

const doing = "登记短信";

/** 张先生 is addressed so already. */
const isTitled = (name: string): boolean => /(?:先生|女士|小姐|老师|总)$/u.test(name);

export const MessageSection = ({
  items,
  me,
}: {
  readonly items: readonly FirstMessage[];
  /** Who sits here; empty when nobody has said. */
  readonly me: string;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const { saver, act } = useAct();
  const [open, setOpen] = useState<string | undefined>();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const now = services.now();
  if (items.length === 0) return null;

  const textOf = (one: FirstMessage): string => {
    const { name } = one;
    const who = isTitled(name) ? name : t(one.gender === "女" ? "day.ms" : "day.mr", { name });
    const facts = { who, project: site.project, place: site.place, me: me || one.consultant };
    return (
      texts[one.client] ?? (one.after === "call" ? t("day.messageCall", facts) : t("day.messageVisit", facts))
    );
  };
  const sent = (one: FirstMessage) =>
    act(
      {
        doing,
        wants: contactWants,
        decide: (book) =>
          logContact(
            book,
            {
              contactedAt: services.now(),
              clientId: one.client,
              method: "短信",
              notes: textOf(one),
              consultant: me || one.consultant,
            },
            { today: services.today(), now: services.now() },
          ),
      },
      t("day.sentSaid", { name: one.name }),
    );
  return (
    <Section
      title={t("day.messages")}
      items={items}
      alarm={items.some(({ by }) => by !== undefined && by < now)}
      keyOf={({ client }) => client}
      below={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={saver.forget} /> : null}
      draw={(one) => {
        const { name, client } = one;
        return (
          <Item
            name={name}
            onName={() => go("client", { client })}
            nameTitle={t("day.toClient", { name })}
            aside={one.by === undefined ? "" : t("day.by", { time: one.by.slice(11) })}
            tone={one.by === undefined ? undefined : one.by < now ? "red" : "amber"}
            about={t(one.after === "call" ? "day.afterCall" : "day.afterVisit")}
          >
            <Button
              size="small"
              aria-expanded={open === client}
              aria-label={t("day.writeWho", { name })}
              onClick={() => setOpen(open === client ? undefined : client)}
            >
              {t("day.write")}
            </Button>
            <Button
              size="small"
              onClick={() =>
                void copyText(textOf(one)).then((done) =>
                  toast(done ? { title: t("day.copied") } : { title: textOf(one), intent: "info" }),
                )
              }
            >
              {t("day.copy")}
            </Button>
            <Button
              size="small"
              disabled={saver.busy}
              aria-label={t("day.sentWho", { name })}
              onClick={() => void sent(one)}
            >
              {t("day.sent")}
            </Button>
            {open === client ? (
              <Textarea
                className={styles.text}
                aria-label={t("day.writeWho", { name })}
                rows={4}
                value={textOf(one)}
                onChange={(_, { value }) => setTexts({ ...texts, [client]: value })}
              />
            ) : null}
          </Item>
        );
      }}
    />
  );
};
