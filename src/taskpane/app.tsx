import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { i18n } from "i18next";
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { ClientPage } from "./client/client-page";
import { TurnPage } from "./turn/turn-page";
import { ApplyPage } from "./apply/apply-page";
import { BoardPage } from "./board/board-page";
import { SettingsPage } from "./settings/settings-page";
import { ReportPage } from "./report/report-page";
import { CallPage } from "./call/call-page";
import { CheckPage } from "./check/check-page";
import { UpgradeBar } from "./check/upgrade-bar";
import { DealPage } from "./deal/deal-page";
import { FollowPage } from "./follow/follow-page";
import { HomePage } from "./home/home-page";
import { nearest } from "./i18n/i18n";
import { MoneyPage } from "./money/money-page";
import { NewPage } from "./new/new-page";
import { type Services, ServicesProvider, useServices } from "./services";
import { Boundary } from "./shell/boundary";
import { Header } from "./shell/header";
import { useKeptFocus } from "./shell/kept-focus";
import { LiveNews, WaitingNote } from "./shell/live-news";
import { useOwnEscape } from "./shell/own-escape";
import { PageFrame } from "./shell/page";
import { RoleQuestion } from "./shell/role-question";
import { RefusalBar } from "./shell/refusal-bar";
import { useRemembered } from "./shell/remembered";
import { type Page, useRoute } from "./shell/route";
import { SiteProvider, useStanding } from "./shell/site";
import { darkTheme, lightTheme } from "./shell/theme";
import { ToastArea } from "./shell/toasts";
import { Waiting } from "./shell/waiting";
import { TodayPage } from "./today/today-page";
import { DueProvider } from "./today/due-list";
import { VisitPage } from "./visit/visit-page";

/** Brings the column matching and the file reader: loaded when somebody takes in an old register. */
const AdoptPage = lazy(() => import("./adopt/adopt-page").then((module) => ({ default: module.AdoptPage })));
/** Head office's alone: a site never loads it. */
const HqPage = lazy(() => import("./hq/hq-page").then((module) => ({ default: module.HqPage })));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: "300px",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column", outline: "none" },
});

const ourPages: Readonly<Record<Page, () => React.ReactNode>> = {
  today: () => <TodayPage />,
  visit: () => <VisitPage />,
  call: () => <CallPage />,
  follow: () => <FollowPage />,
  deal: () => <DealPage />,
  money: () => <MoneyPage />,
  check: () => <CheckPage />,
  adopt: () => <AdoptPage />,
  hq: () => <HqPage />,
  client: () => <ClientPage />,
  turn: () => <TurnPage />,
  apply: () => <ApplyPage />,
  board: () => <BoardPage />,
  settings: () => <SettingsPage />,
  report: () => <ReportPage />,
  new: () => <NewPage />,
  home: () => <HomePage />,
};

const Inside = ({ page }: { readonly page: Page }) => {
  const { standing, lookAgain } = useStanding();
  switch (standing.state) {
    case "looking":
      return <Waiting />;
    case "refused":
      return (
        <PageFrame>
          <RefusalBar refusal={standing.refusal} retry={() => void lookAgain()} />
        </PageFrame>
      );
    case "ours":
      return ourPages[page]();
    case "empty":
    case "other":
      // 收编 needs a workbook of ours to take rows into; before that, everything starts from here.
      if (page === "hq") return <HqPage />;
      return page === "new" ? <NewPage /> : <HomePage />;
    case "headOffices":
      return page === "hq" ? <HqPage /> : <HomePage />;
  }
};

const Pane = () => {
  const { page } = useRoute();
  const { standing } = useStanding();
  return (
    <DueProvider shown={page === "today" && standing.state === "ours"}>
      <PaneFrame page={page} />
    </DueProvider>
  );
};

const PaneFrame = ({ page }: { readonly page: Page }) => {
  const styles = useStyles();
  const { standing } = useStanding();
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(main);
  useOwnEscape(pane);
  return (
    <div ref={pane} className={styles.pane}>
      <Header page={page} />
      <main
        ref={main}
        id="anchang-page"
        className={styles.main}
        tabIndex={-1}
        aria-label={t(`pages.${page}`)}
      >
        <Boundary page={page}>
          <Suspense fallback={<Waiting />}>
            {standing.state === "ours" ? <UpgradeBar /> : null}
            {standing.state === "ours" && page === "today" ? <RoleQuestion /> : null}
            <Inside page={page} />
          </Suspense>
        </Boundary>
      </main>
      <ToastArea />
      <WaitingNote />
      {standing.state === "ours" ? <LiveNews /> : null}
    </div>
  );
};

const useDark = (): boolean => {
  const { theme } = useServices();
  const [appearance] = useRemembered("appearance");
  const office = useSyncExternalStore(theme.onChange, theme.dark);
  return appearance === "dark" || (appearance !== "light" && office);
};

const Themed = ({ words }: { readonly words: i18n }) => {
  const dark = useDark();
  const [language] = useRemembered("language");
  useEffect(() => {
    if (language !== "" && words.language !== language) void words.changeLanguage(nearest(language));
    document.documentElement.lang = language || words.language;
  }, [language, words]);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <SiteProvider>
        <Pane />
      </SiteProvider>
    </FluentProvider>
  );
};

export const App = ({ services, words }: { readonly services: Services; readonly words: i18n }) => (
  <ServicesProvider value={services}>
    <I18nextProvider i18n={words}>
      <Themed words={words} />
    </I18nextProvider>
  </ServicesProvider>
);
