/** @jest-environment ./test/jsdom-environment.js */
import { FluentProvider } from "@fluentui/react-components";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { I18nextProvider } from "react-i18next";
import { housePolicies } from "../../src/domain/register/settings/policies";
import { latestScores } from "../../src/domain/register/follow-up/intent-standing";
import type { ClientNumber } from "../../src/domain/rules/client-number";
import { ProfileForm } from "../../src/taskpane/care/profile-form";
import { ScoreForm } from "../../src/taskpane/care/score-form";
import { startWords } from "../../src/taskpane/i18n/i18n";
import { ServicesProvider } from "../../src/taskpane/services";
import { SiteProvider, useStanding } from "../../src/taskpane/shell/site";
import { lightTheme } from "../../src/taskpane/shell/theme";
import { ToastArea } from "../../src/taskpane/shell/toasts";
import { inventClients } from "./invented-clients";
import "./show";
import { type StandIn, standIn } from "./stand-in";

const WhenOurs = ({ children }: { readonly children: React.ReactNode }) =>
  useStanding().standing.state === "ours" ? children : null;

const draw = (book: StandIn, children: React.ReactNode) => ({
  user: userEvent.setup({ delay: null }),
  view: render(
    <ServicesProvider value={book.services}>
      <I18nextProvider i18n={startWords("zh-CN")}>
        <FluentProvider theme={lightTheme}>
          <SiteProvider>
            <WhenOurs>{children}</WhenOurs>
            <ToastArea />
          </SiteProvider>
        </FluentProvider>
      </I18nextProvider>
    </ServicesProvider>,
  ),
});

const withClient = (): {
  readonly book: StandIn;
  readonly client: { id: string; name: string; grade: "C" };
} => {
  const book = standIn();
  inventClients(book, 1);
  const row = book.rows["visitors"]?.[0] ?? {};
  return { book, client: { id: String(row["clientId"]), name: String(row["name"]), grade: "C" } };
};

const blank = (key: string) =>
  within(document.querySelector<HTMLElement>(`[data-blank="${key}"]`) ?? document.body);

describe("意向评分", () => {
  test("the score follows each signal; it is logged beside the manager's grade, never over it", async () => {
    const { book, client } = withClient();
    book.rows["intentScores"]?.push({ clientId: client.id, scoredOn: "2026-11-20", likesProduct: "是" });
    const last = latestScores(book.book(), book.services.today()).get(client.id as ClientNumber);
    const grades = JSON.stringify(book.rows["grades"]);
    const { user, view } = draw(book, <ScoreForm client={client} last={last} warmth="warm" />);
    const result = await screen.findByText("15 分，建议 D");
    expect(
      screen.getByText(/现为 C 级，定级由经理决定 · 还有 85 分未知 · 七天内回访，温 · 上次 11-20：15 分/u),
    ).toBeTruthy();
    for (const key of ["likesPrice", "canAfford", "fixedUnit"])
      await user.click(blank(`intentScores-${key}`).getByRole("radio", { name: "是" }));
    expect(result.textContent).toBe("60 分，建议 C");
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(`已给 ${client.name} 评 60 分`)).toBeTruthy();
    expect(book.rows["intentScores"]?.[1]).toMatchObject({
      clientId: client.id,
      likesProduct: "是",
      fixedUnit: "是",
    });
    expect(JSON.stringify(book.rows["grades"])).toBe(grades);
  });

  test("R4: by 002's grading the test of six stands beside the score", async () => {
    const { book, client } = withClient();
    book.site.value = { ...book.site.value, policies: { ...housePolicies, grading: "002" } };
    const { user } = draw(book, <ScoreForm client={client} />);
    const say = async (key: string, answer: string) =>
      user.click(blank(`intentScores-${key}`).getByRole("radio", { name: answer }));
    expect(await screen.findByText("0 分，建议 D")).toBeTruthy();
    expect(screen.queryByText(/六项测试/u)).toBeNull();
    for (const key of ["likesProduct", "canAfford", "fixedUnit", "cameAgain", "deciderCame"])
      await say(key, "是");
    await say("likesPrice", "否");
    expect(screen.getByText(/六项测试：D 级；价格或首付只是略有差距则为 B 级/u)).toBeTruthy();
    await say("likesPrice", "是");
    expect(screen.getByText(/六项测试：A 级(?!；价格)/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(`已给 ${client.name} 评 80 分`)).toBeTruthy();
  });

  test("without a signal it says so", async () => {
    const { book, client } = withClient();
    const { user } = draw(book, <ScoreForm client={client} />);
    await user.click(await screen.findByRole("button", { name: "保存" }));
    expect(await screen.findByText(/还没有选任何信号/u)).toBeTruthy();
    expect(book.rows["intentScores"]).toHaveLength(0);
  });
});

describe("客户档案", () => {
  test("shows the row, writes what was changed, and leaves the rest", async () => {
    const { book, client } = withClient();
    book.rows["profiles"]?.push({ clientId: client.id, position: "会计", hobbies: "钓鱼", income: 120_000 });
    const { user, view } = draw(book, <ProfileForm client={client} book={book.book()} />);
    const hobbies = await screen.findByLabelText<HTMLInputElement>(/兴趣爱好/u);
    expect(hobbies.value).toBe("钓鱼");
    // A colleague adds something meanwhile.
    Object.assign(book.rows["profiles"]?.[0] ?? {}, { car: "一辆" });
    await user.clear(hobbies);
    await user.click(hobbies);
    await user.paste("书法");
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(`已更新 ${client.name} 的档案`)).toBeTruthy();
    expect(book.rows["profiles"]).toMatchObject([
      { clientId: client.id, position: "会计", hobbies: "书法", income: 120_000, car: "一辆" },
    ]);
  });

  test("a colleague's answer in the same blank is said, and a person decides", async () => {
    const { book, client } = withClient();
    book.rows["profiles"]?.push({ clientId: client.id, position: "会计", hobbies: "钓鱼" });
    const { user, view } = draw(book, <ProfileForm client={client} book={book.book()} />);
    const type = async (name: RegExp, text: string) => {
      const blank = await screen.findByLabelText<HTMLInputElement>(name);
      await user.clear(blank);
      await user.click(blank);
      await user.paste(text);
      return blank;
    };
    const hobbies = await type(/兴趣爱好/u, "书法");
    const position = await type(/职务/u, "经理");
    Object.assign(book.rows["profiles"]?.[0] ?? {}, { hobbies: "下棋", position: "出纳" });
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findAllByText(/^同事刚改过这一格，没有覆盖/u)).toHaveLength(2);
    const sides = [...view.container.querySelectorAll("dd")].map((each) => each.textContent);
    expect(sides).toEqual(["钓鱼", "下棋", "书法", "会计", "出纳", "经理"]);
    expect(book.rows["profiles"]?.[0]).toMatchObject({ hobbies: "下棋", position: "出纳" });
    expect([hobbies.value, position.value]).toEqual(["书法", "经理"]);
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getAllByRole("button", { name: / 用同事的$/u })[0] as HTMLElement);
    expect(hobbies.value).toBe("下棋");
    await user.click(screen.getByRole("button", { name: / 保留我填的$/u }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(`已更新 ${client.name} 的档案`)).toBeTruthy();
    expect(book.rows["profiles"]?.[0]).toMatchObject({ hobbies: "下棋", position: "经理" });
  });

  test("who has said no is told so, and the no cannot be taken back here", async () => {
    const { book, client } = withClient();
    book.rows["profiles"]?.push({ clientId: client.id, consent: "否" });
    draw(book, <ProfileForm client={client} book={book.book()} />);
    expect(await screen.findByText(/客户说过不愿接收信息/u)).toBeTruthy();
    expect(document.querySelector('[data-blank="profiles-consent"]')).toBeNull();
  });
});
