/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor } from "@testing-library/react";
import { keepDraft } from "../../src/taskpane/entry/drafts";
import { keepFocus } from "../../src/taskpane/shell/kept-focus";
import { inventClients } from "./invented-clients";
import { screen, showPane } from "./show";

// In jsdom a document whose focus fell on its body has none; in a browser its window still has it.
document.hasFocus = () => true;

/** What the observer hears of comes after the script that changed the page. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));
const focused = (): string => {
  const { activeElement } = document;
  return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent?.trim() ?? "";
};

describe("what had the focus and vanishes hands it on", () => {
  let stop: () => void;
  let page: HTMLElement;
  const draw = (html: string): void => {
    document.body.innerHTML = `<main tabindex="-1">${html}</main>`;
    page = document.querySelector("main") ?? document.body;
    stop = keepFocus(page);
  };
  const at = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  afterEach(() => {
    stop();
    document.body.innerHTML = "";
  });

  test("a layer above the page: to what opened it, wherever else one was before", async () => {
    draw("<button>前</button><button id=opener>打印</button>");
    at("button").focus();
    at("#opener").focus();
    document.body.insertAdjacentHTML("beforeend", "<div id=layer><button>甲</button><input></div>");
    at("#layer button").focus();
    at("#layer input").focus();
    at("#layer").remove();
    await settled();
    expect(focused()).toBe("打印");
  });

  test("a new view of tabs: to the tab that is shown", async () => {
    draw("<div><button>开</button></div>");
    at("button").focus();
    page.innerHTML =
      "<div><div role=tablist><button role=tab aria-selected=false>房源</button>" +
      "<button role=tab aria-selected=true>催款</button></div></div>";
    await settled();
    expect(focused()).toBe("催款");
  });

  test("a dialog that hides the page until it is gone", async () => {
    draw("<button>前</button><section aria-hidden=true><button id=opener>打印</button></section>");
    at("#opener").focus();
    document.body.insertAdjacentHTML("beforeend", "<div id=layer><input></div>");
    at("#layer input").focus();
    at("button").setAttribute("aria-hidden", "true");
    at("main").setAttribute("aria-hidden", "true");
    at("#layer").remove();
    await settled();
    at("section").removeAttribute("aria-hidden");
    at("main").removeAttribute("aria-hidden");
    await settled();
    expect(focused()).toBe("打印");
  });

  test("a row that is done: the same of the next row; of the last row, the one before", async () => {
    const row = (name: string) => `<li id=${name}><b>${name}</b><span><button>已交</button></span></li>`;
    draw(`<ul>${["a", "b", "c"].map(row).join("")}</ul><button>末</button>`);
    at("#b button").focus();
    at("#b span").remove();
    await settled();
    expect(document.activeElement).toBe(at("#c button"));
    at("#c button").focus();
    at("#c").remove();
    await settled();
    expect(document.activeElement).toBe(at("#a button"));
  });

  test("an entry in place of its button: its first field; when it closes, the button that is back", async () => {
    draw(
      "<section><p>3-1-1202</p><div id=buttons><button>签约</button><button>收款</button></div></section>",
    );
    at("#buttons button:last-child").focus();
    at("#buttons").outerHTML = "<div id=entry><button>x</button><input id=sum></div>";
    await settled();
    expect(document.activeElement?.id).toBe("sum");
    at("#entry").outerHTML = "<div id=buttons><button>签约</button><button>收款</button></div>";
    await settled();
    expect(focused()).toBe("收款");
  });

  test("a view in place of another: its heading once it has been read; back, to what had led there", async () => {
    const list = "<section><h2>客户</h2><button>张三</button><button>李四</button></section>";
    draw(list);
    at("button:last-child").focus();
    page.innerHTML = "<p>正在读取</p>";
    await settled();
    expect(document.activeElement).toBe(page);
    page.innerHTML = "<form><button>返回</button><h2>修改李四</h2><input></form>";
    await settled();
    expect(focused()).toBe("修改李四");
    page.innerHTML = list;
    await settled();
    expect(focused()).toBe("李四");
  });

  test("whoever left a view another way is not taken back to what had led there", async () => {
    draw("<section><button>找客户</button><button>邀约</button></section>");
    at("button").focus();
    page.innerHTML = "<form><h2>客户</h2><input></form>";
    await settled();
    page.innerHTML = "<section><button>找客户</button><button>邀约</button></section>";
    await settled();
    at("button:last-child").focus();
    page.innerHTML = "<form><h2>邀约</h2><input></form>";
    await settled();
    page.innerHTML = "<p><button>找客户</button></p>";
    await settled();
    page.innerHTML = "<section><button>找客户</button><button>邀约</button></section>";
    await settled();
    expect(focused()).toBe("邀约");
  });

  test("more of a list: the first that is new", async () => {
    draw("<section><ul><li><button>一</button></li></ul><button id=more>再显示 2 行</button></section>");
    at("#more").focus();
    at("ul").insertAdjacentHTML("beforeend", "<li><button>二</button></li><li><button>三</button></li>");
    at("#more").remove();
    await settled();
    expect(focused()).toBe("二");
  });

  test("a click beside everything is no loss", async () => {
    draw("<div id=blank></div><div id=gone><button>甲</button></div><button>乙</button>");
    at("#gone button").focus();
    at("#blank").dispatchEvent(new Event("pointerdown", { bubbles: true }));
    at("#gone").remove();
    await settled();
    expect(document.activeElement).toBe(document.body);
  });
});

test("已交 and the plan of a deal, by keyboard", async () => {
  const [clientId, unitNo] = ["LY-WJ001", "1-1-0201"];
  keepDraft(`money ${clientId} ${unitNo}`, {});
  const { user } = showPane(`#/money?client=${clientId}&unit=${unitNo}`, {
    me: "王芳",
    prepare: (book) => {
      inventClients(book, 2);
      book.write([
        {
          kind: "append",
          form: "units",
          row: { unitNo, building: "1", section: "1", floor: "2", door: "01", status: "认购", clientId },
        },
        {
          kind: "append",
          form: "deals",
          row: {
            clientId,
            dealId: `C${clientId}`,
            unitNo,
            name: "王建国",
            consultant: "王芳",
            subscribedOn: "2026-11-01",
            totalPrice: 300000,
            payment: "按揭贷款",
          },
        },
        {
          kind: "append",
          form: "instalments",
          row: { clientId, unitNo, term: "首付", dueOn: "2026-11-12", amount: 300000 },
        },
      ]);
    },
  });
  const done = await screen.findByRole("button", { name: "户口本 记已交" });
  act(() => done.focus());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("button", { name: "户口本 记已交" })).toBeNull());
  await settled();
  expect(focused()).toBe("结婚证 记已交");
  act(() => screen.getAllByRole("button", { name: "改计划" })[0]?.focus());
  await user.keyboard("{Enter}");
  expect(document.activeElement?.tagName).toBe("INPUT");
  await user.keyboard("{Escape}");
  await settled();
  expect(focused()).toBe("改计划");
});
