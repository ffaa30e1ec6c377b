/** Looking for a client: what is typed is found as it is typed. */
import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { DoorRegular } from "@fluentui/react-icons/svg/door";
import { PersonSearchRegular } from "@fluentui/react-icons/svg/person-search";
import { Search16Regular } from "@fluentui/react-icons/svg/search";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type KnownClient, knownClients, knownWants } from "../entry/clients";
import { GradeBadge } from "../entry/grade-badge";
import { useServices } from "../services";
import { Empty, PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { Unread } from "../shell/unread";
import { indexClients, searchClients } from "./client-index";
import { leaveSearch, leftSearch } from "./left-search";

const useStyles = makeStyles({
  top: {
    position: "sticky",
    top: "-8px",
    zIndex: 2,
    margin: "-8px -4px 0 -12px",
    padding: "8px 4px 8px 12px",
    display: "grid",
    gap: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { listStyle: "none", margin: "0 -4px 0 -12px", padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    columnGap: "8px",
    alignItems: "center",
    width: "100%",
    boxSizing: "border-box",
    padding: "8px 12px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  number: { fontVariantNumeric: "tabular-nums" },
  facts: {
    gridColumn: "2 / -1",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  more: { padding: "8px 0", textAlign: "center" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
});

export const ClientSearch = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const list = useRef<HTMLUListElement>(null);
  const [left] = useState(() => leftSearch(services.workbook));
  const [typed, setTyped] = useState(left?.typed ?? "");
  const wish = useDeferredValue(typed);
  const { book, refusal, again } = useReading(knownWants, "查找客户");
  const today = services.today();
  const index = useMemo(() => (book ? indexClients(knownClients(book, today)) : []), [book, today]);
  const { clients, total } = useMemo(() => searchClients(index, wish), [index, wish]);

  const isRead = book !== undefined;
  useEffect(() => {
    if (left?.client === undefined || !isRead) return;
    const line = list.current?.querySelector<HTMLElement>(`[data-client="${left.client}"]`);
    (line ?? document.getElementById("client-find"))?.focus();
  }, [left, isRead]);
  const open = ({ id }: KnownClient, fromLine: boolean): void => {
    leaveSearch(services.workbook, { typed, ...(fromLine ? { client: id } : {}) });
    go("client", { client: id });
  };

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (index.length === 0)
    return (
      <PageFrame label={t("client.title")}>
        <Empty icon={<PersonSearchRegular />} title={t("client.emptyTitle")}>
          <span>{t("client.emptyBody")}</span>
          <Button appearance="primary" onClick={() => go("visit")}>
            {t("client.toVisit")}
          </Button>
        </Empty>
      </PageFrame>
    );

  /** ↓ and ↑ walk from the blank through the list and back; Enter in the blank opens the first. */
  const walk = (event: KeyboardEvent): void => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    if (event.key === "ArrowDown") lines[at + 1]?.focus();
    else if (event.key === "ArrowUp" && at > 0) lines[at - 1]?.focus();
    else if (event.key === "ArrowUp" && at === 0) document.getElementById("client-find")?.focus();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && clients[0])
      open(clients[0], false);
    else return;
    event.preventDefault();
  };
  return (
    <PageFrame label={t("client.title")}>
      {/* Keys that bubble up from the blank and the list: neither is a widget of its own. */}
      <div onKeyDown={walk} style={{ display: "contents" }}>
        <div className={styles.top}>
          <Input
            id="client-find"
            type="search"
            size="medium"
            contentBefore={<Search16Regular />}
            aria-label={t("client.find")}
            placeholder={t("client.findHint")}
            autoComplete="off"
            spellCheck={false}
            autoFocus={left?.client === undefined}
            value={typed}
            onChange={(_, data) => setTyped(data.value)}
          />
          <div className={styles.count}>
            <span className={styles.quiet} role="status">
              {t(wish.trim() === "" ? "client.all" : "client.found", { n: total })}
            </span>
            <Button
              size="small"
              appearance="subtle"
              icon={<DoorRegular />}
              onClick={() => go("client", { do: "door" })}
            >
              {t("client.toDoor")}
            </Button>
          </div>
        </div>
        {refusal ? <RefusalBar refusal={refusal} retry={again} /> : null}
        {clients.length === 0 ? (
          <Empty icon={<PersonSearchRegular />} title={t("client.none", { typed: wish.trim() })}>
            <span>{t("client.noneBody")}</span>
            <div className={styles.buttons}>
              <Button appearance="primary" onClick={() => go("client", { do: "door", who: wish.trim() })}>
                {t("client.toDoor")}
              </Button>
              <Button onClick={() => go("visit")}>{t("client.toVisit")}</Button>
            </div>
          </Empty>
        ) : (
          <ul ref={list} className={styles.list} aria-label={t("client.title")}>
            {clients.map((client) => (
              <li key={client.id}>
                <button
                  type="button"
                  className={styles.line}
                  data-client={client.id}
                  onClick={() => open(client, true)}
                >
                  {client.grade ? <GradeBadge grade={client.grade} /> : <span />}
                  <span className={styles.name}>{client.name || "—"}</span>
                  <span className={styles.number}>{client.id}</span>
                  <span className={styles.facts}>
                    {[client.consultant, client.phones[0] ?? t("today.noPhone")]
                      .filter((each) => each !== "")
                      .join(" · ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {total > clients.length ? (
          <div className={`${styles.quiet} ${styles.more}`}>
            {t("client.more", { n: total - clients.length })}
          </div>
        ) : null}
      </div>
    </PageFrame>
  );
};
