/** @jest-environment ./test/jsdom-environment.js */
import { FluentProvider } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { startWords } from "../../src/taskpane/i18n/i18n";
import { ServicesProvider } from "../../src/taskpane/services";
import { SiteProvider } from "../../src/taskpane/shell/site";
import { lightTheme } from "../../src/taskpane/shell/theme";
import { NextLine } from "../../src/taskpane/turn/next-line";
import { screen } from "./show";
import { type StandIn, standIn } from "./stand-in";

const show = (prepare: (book: StandIn) => void): void => {
  const book = standIn();
  prepare(book);
  render(
    <ServicesProvider value={book.services}>
      <I18nextProvider i18n={startWords("zh-CN")}>
        <FluentProvider theme={lightTheme}>
          <SiteProvider>
            <NextLine />
          </SiteProvider>
        </FluentProvider>
      </I18nextProvider>
    </ServicesProvider>,
  );
};

const roster = (states: readonly string[]) =>
  ["王芳", "李强"].map((consultant, at) => ({ order: at + 1, consultant, state: states[at] ?? "当值" }));

test("who is next and who after, and a click leads to the 轮序 page", async () => {
  show((book) => {
    book.rows["rotation"] = roster([]);
  });
  expect((await screen.findByText(/^接待：轮到 王芳/u)).textContent).toBe("接待：轮到 王芳之后 李强");
  await userEvent.setup({ delay: null }).click(screen.getByText(/^接待：轮到 王芳/u));
  expect(window.location.hash).toBe("#/turn");
});

test("nobody there, and nobody in the order", async () => {
  show((book) => {
    book.rows["rotation"] = roster(["休息", "外派"]);
  });
  expect(await screen.findByText("接待：当班的人都不在")).toBeTruthy();
  show(() => undefined);
  expect(await screen.findByText("接待轮序还没有排")).toBeTruthy();
});
