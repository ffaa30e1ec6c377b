import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowImport20Regular } from "@fluentui/react-icons/svg/arrow-import";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { ArrowRotateClockwise20Regular } from "@fluentui/react-icons/svg/arrow-rotate-clockwise";
import { Building20Regular } from "@fluentui/react-icons/svg/building";
import { BuildingMultiple20Regular } from "@fluentui/react-icons/svg/building-multiple";
import { Call20Regular } from "@fluentui/react-icons/svg/call";
import { CalendarLtr20Regular } from "@fluentui/react-icons/svg/calendar-ltr";
import { ChartMultiple20Regular } from "@fluentui/react-icons/svg/chart-multiple";
import { ChatMultiple20Regular } from "@fluentui/react-icons/svg/chat-multiple";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentText20Regular } from "@fluentui/react-icons/svg/document-text";
import { Handshake20Regular } from "@fluentui/react-icons/svg/handshake";
import { Money20Regular } from "@fluentui/react-icons/svg/money";
import { People20Regular } from "@fluentui/react-icons/svg/people";
import { PersonAdd20Regular } from "@fluentui/react-icons/svg/person-add";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { Person16Regular } from "@fluentui/react-icons/svg/person";
import { Home20Regular } from "@fluentui/react-icons/svg/home";
import { type ReactElement, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services";
import { useHasDraft } from "../entry/drafts";
import { doingSaid } from "../i18n/doings";
import { languages } from "../i18n/i18n";
import { groupDue } from "../today/due-groups";
import { useDueList } from "../today/due-list";
import { Mark } from "./mark";
import { useFittingTabs } from "./fitting-tabs";
import { useRemembered } from "./remembered";
import { go, type Page } from "./route";
import { dailyPages, type Role, roles, type SitePage, sitePages, useMine, useRole } from "./role";
import { useMe, useStanding } from "./site";
import { useToastsAndUndo } from "./toasts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    height: "36px",
    boxSizing: "border-box",
    // Excel's own button floats over the top right: 34 × 32 px stay free.
    padding: "4px 44px 0 12px",
  },
  site: {
    flex: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    margin: 0,
  },
  who: {
    minWidth: 0,
    maxWidth: "112px",
    padding: "0 6px",
    flexShrink: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  tabs: {
    display: "flex",
    alignItems: "center",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "0 4px",
    minHeight: "36px",
  },
  list: { flex: 1, minWidth: 0, overflow: "hidden" },
  tab: { padding: "8px 3px", minWidth: 0, flex: "0 0 auto", whiteSpace: "nowrap" },
  name: { display: "inline-flex", alignItems: "center", gap: "3px" },
  dot: {
    width: "6px",
    height: "6px",
    borderRadius: "50%",
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    alignSelf: "flex-start",
    marginLeft: "-2px",
  },
  alarm: {
    width: "6px",
    height: "6px",
    borderRadius: "50%",
    backgroundColor: tokens.colorPaletteRedBackground3,
    alignSelf: "flex-start",
    marginLeft: "-2px",
  },
});

/** The role's daily pages; one that was reached by the menu stands last while it is shown. */
const tabsFor = (role: Role, page: Page): readonly Page[] => {
  const daily = dailyPages[role];
  return daily.includes(page) || !(sitePages as readonly Page[]).includes(page) ? daily : [...daily, page];
};

/** How many of one's own clients are overdue, as 今日 shows when it is opened. */
const OverdueBadge = () => {
  const { t } = useTranslation();
  const { lines } = useDueList();
  const mine = useMine();
  const overdue = groupDue(lines ?? [], mine).overdue.length;
  if (overdue === 0) return null;
  return (
    <Badge
      size="small"
      color="danger"
      appearance="filled"
      aria-label={t("today.overdueCount", { n: overdue })}
    >
      {overdue > 99 ? "99+" : overdue}
    </Badge>
  );
};

const TabName = ({ page }: { readonly page: Page }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const draft = useHasDraft(page);
  const { problems } = useStanding();
  const errors = page === "check" ? problems.filter((each) => each.severity === "error").length : 0;
  return (
    <span className={styles.name}>
      {t(`pages.${page}`)}
      {page === "today" ? <OverdueBadge /> : null}
      {errors > 0 ? (
        <span
          className={styles.alarm}
          role="img"
          aria-label={t("shell.problemCount", { n: errors })}
          title={t("shell.problemCount", { n: errors })}
        />
      ) : null}
      {draft ? (
        <span className={styles.dot} role="img" aria-label={t("shell.unsaved")} title={t("shell.unsaved")} />
      ) : null}
    </span>
  );
};

const WhoAmI = ({ consultants }: { readonly consultants: readonly string[] }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const [who, setWho] = useMe();
  const [role, setRole] = useRole();
  return (
    <Menu
      checkedValues={{ who: [who], role: role === undefined ? [] : [role] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const [chosen = ""] = checkedItems;
        if (name === "who") setWho(chosen);
        else setRole(chosen as Role);
      }}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.who} size="small" appearance="subtle" icon={<Person16Regular />}>
          <span style={{ overflow: "hidden", textOverflow: "ellipsis" }}>{who || t("shell.whoAmI")}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t("shell.iAm")}</MenuGroupHeader>
            {consultants.map((name) => (
              <MenuItemRadio key={name} name="who" value={name}>
                {name}
              </MenuItemRadio>
            ))}
            <MenuItemRadio name="who" value="">
              {t("shell.nobody")}
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t("role.mine")}</MenuGroupHeader>
            {roles.map((each) => (
              <MenuItemRadio key={each} name="role" value={each}>
                {t(`role.${each}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const More = ({ pages }: { readonly pages: readonly SitePage[] }) => {
  const { t, i18n } = useTranslation();
  const { undoable } = useServices();
  const { undo } = useToastsAndUndo();
  const [last, setLast] = useState<string | undefined>();
  const [, setLanguage] = useRemembered("language");
  const [appearance, setAppearance] = useRemembered("appearance");
  return (
    <Menu
      checkedValues={{ language: [i18n.language], appearance: [appearance || "office"] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === "language") setLanguage(checkedItems[0] ?? "");
        else setAppearance(checkedItems[0] ?? "");
      }}
      onOpenChange={() => setLast(undoable())}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t("shell.more")} relationship="label">
          <Button size="small" appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<ArrowUndo20Regular />}
            disabled={last === undefined}
            {...(last === undefined ? {} : { secondaryContent: doingSaid(i18n.language, last) })}
            onClick={() => void undo()}
          >
            {t("shell.undo")}
          </MenuItem>
          <MenuDivider />
          {pages.map((each) => (
            <MenuItem key={each} icon={pageIcons[each]} onClick={() => go(each)}>
              {t(`pages.${each}`)}
            </MenuItem>
          ))}
          {pages.length > 0 ? <MenuDivider /> : null}
          <MenuItem icon={<ArrowImport20Regular />} onClick={() => go("adopt")}>
            {t("pages.adopt")}
          </MenuItem>
          <MenuItem icon={<BuildingMultiple20Regular />} onClick={() => go("hq")}>
            {t("pages.hq")}
          </MenuItem>
          <MenuItem icon={<Settings20Regular />} onClick={() => go("settings")}>
            {t("pages.settings")}
          </MenuItem>
          <MenuItem icon={<Home20Regular />} onClick={() => go("home")}>
            {t("pages.home")}
          </MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t("shell.language")}</MenuGroupHeader>
            {languages.map(({ code, name }) => (
              <MenuItemRadio key={code} name="language" value={code} lang={code}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t("shell.appearance")}</MenuGroupHeader>
            {(["office", "light", "dark"] as const).map((each) => (
              <MenuItemRadio key={each} name="appearance" value={each}>
                {t(`shell.${each}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const pageIcons: Readonly<Record<SitePage, ReactElement>> = {
  today: <CalendarLtr20Regular />,
  visit: <PersonAdd20Regular />,
  call: <Call20Regular />,
  follow: <ChatMultiple20Regular />,
  turn: <ArrowRotateClockwise20Regular />,
  client: <People20Regular />,
  board: <Building20Regular />,
  deal: <Handshake20Regular />,
  money: <Money20Regular />,
  apply: <DocumentText20Regular />,
  check: <CheckmarkCircle20Regular />,
  report: <ChartMultiple20Regular />,
};

const noTabs: readonly Page[] = [];

export const Header = ({ page }: { readonly page: Page }) => {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const { standing } = useStanding();
  const site = standing.state === "ours" ? standing.site : undefined;
  const [role = "consultant"] = useRole();
  const row = useRef<HTMLElement>(null);
  const tabs = useFittingTabs(row, site ? tabsFor(role, page) : noTabs, page, i18n.language);
  const others = site ? sitePages.filter((each) => !tabs.includes(each)) : [];
  return (
    <header>
      <div className={styles.header}>
        <Mark />
        <h1 className={styles.site} title={site?.project}>
          {site?.project || t("shell.product")}
        </h1>
        {site ? (
          <WhoAmI consultants={site.consultants.filter((each) => each.active).map((each) => each.name)} />
        ) : (
          <More pages={others} />
        )}
      </div>
      {site ? (
        <nav ref={row} className={styles.tabs} aria-label={t("shell.pages")}>
          <TabList
            className={styles.list}
            size="small"
            selectedValue={page}
            onTabSelect={(_, data) => go(data.value as Page)}
          >
            {tabs.map((each) => (
              <Tab key={each} value={each} className={styles.tab} aria-controls="anchang-page">
                <TabName page={each} />
              </Tab>
            ))}
          </TabList>
          <More pages={others} />
        </nav>
      ) : null}
    </header>
  );
};
