import type { HostClient } from "../interpreter/client";

/**
 * Excel on the web's side of the conversation with an add-in's iframe: JSON texts by postMessage
 * (office-host.md §2 F; excel-web-16.00.debug.js 4796-5345, 5612-5718, 5841-5907).
 * The client insists on an https host or on the user's word, which it asks of `AgaveErrorUX/index.html` beside
 * office.js (5942-6003): a server on plain http answers that page with one that says yes.
 */
export interface WebFrameOptions {
  readonly client: HostClient;
  /** The pane's address, with its hash. */
  readonly page: string;
  /** "zh-CN": Office.context.displayLanguage. */
  readonly displayLanguage: string;
  readonly documentUrl: string;
  /** What Office.context.requirements answers, as texts: `{ ExcelApi: "1.15" }`. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly theme: "light" | "dark";
  /** Where the frame goes. */
  readonly parent: HTMLElement;
  readonly title: string;
}

export interface WebFrame {
  readonly element: HTMLIFrameElement;
  /** Takes the frame away; the client stays open. */
  close(): void;
}

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: {
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly ArrayData?: readonly unknown[];
    readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  };
}

const richApi = 93;
const loadSettings = 75;
const saveSettings = 76;
const excelOnline = 16;

/** Office.context.officeTheme, as far as light and dark go. */
const officeThemes = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#F3F2F1",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#1F1F1F",
    controlForegroundColor: "#FFFFFF",
  },
} as const;

let opened = 0;

/** Puts the pane's frame into the page and answers it until it is closed. */
export const openWebFrame = (options: WebFrameOptions): WebFrame => {
  const { client } = options;
  // The client keeps settings in sessionStorage under this name: it must be new for every frame.
  const conversation = `conversation-${Date.now()}-${++opened}`;
  const origin = window.location.origin;
  const element = document.createElement("iframe");
  element.title = options.title;
  const hostInfo = `Excel$Web$16.00$${options.displayLanguage}$$$disableLogging$0`;
  element.name = JSON.stringify({
    baseFrameName: "anchang",
    hostInfo,
    xdmInfo: `${conversation}|${client.id}|${origin}`,
    serializerVersion: "1",
    flights: "[]",
    officeTheme: officeThemes[options.theme],
  });
  const [address = "", hash = ""] = options.page.split("#");
  const asked = `${address.includes("?") ? "&" : "?"}_host_Info=${encodeURIComponent(hostInfo)}`;
  element.src = address + asked + (hash === "" ? "" : `#${hash}`);

  const post = (message: object): void =>
    element.contentWindow?.postMessage(JSON.stringify({ ...message, _serializerVersion: 1 }), origin);

  const answer = ({ _actionName, _conversationId, _correlationId }: Message, _data: unknown): void =>
    post({
      _messageType: 1,
      _actionName,
      _conversationId,
      _correlationId,
      _errorCode: 0,
      _responseType: 0,
      _data,
    });

  const listened = new Set<string>();
  const stopEvents = client.onEvent((entries) => {
    if (!listened.has("richApiMessage")) return;
    post({
      _messageType: 1,
      _actionName: "richApiMessage",
      _conversationId: conversation,
      _correlationId: 0,
      _errorCode: 0,
      _responseType: 1,
      _data: { ArrayData: entries },
    });
  });

  const appContext = () => ({
    _id: client.id,
    _appName: excelOnline,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: options.displayLanguage,
    _dataLocale: options.displayLanguage,
    _docUrl: options.documentUrl,
    _clientMode: 0,
    _settings: Object.entries(client.settings.read()),
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _requirementMatrix: JSON.stringify(
      Object.fromEntries(
        Object.entries(options.requirementSets).map(([name, version]) => [name.toLowerCase(), version]),
      ),
    ),
    _dialogRequirementMatrix: "{}",
    _hostFullVersion: "16.0.15407.10000",
    _appDomains: [],
  });

  const execute = async (message: Message): Promise<unknown> => {
    const { _data: data } = message;
    switch (data?.DdaMethod?.DispatchId) {
      case richApi: {
        const [, , , , body, , flags] = data.ArrayData ?? [];
        const response = await client.processRequest(String(body), Number(flags ?? 0));
        return typeof response === "number"
          ? { Version: 1, Error: response }
          : { Version: 1, Error: 0, Data: [200, [], response] };
      }
      case saveSettings:
        client.settings.write(Object.fromEntries(data.DdaSettingsMethod?.Properties ?? []));
        return { Version: 1, Error: 0 };
      case loadSettings: {
        const Settings = Object.entries(client.settings.read()).map(([Name, Value]) => ({ Name, Value }));
        return { Version: 1, Error: 0, Properties: { Settings } };
      }
      default:
        return { Version: 1, Error: 0 };
    }
  };

  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== element.contentWindow || event.origin !== origin) return;
    const message = readMessage(event.data);
    if (message?._messageType !== 0) return;
    if (message._actionType === 1) listened.add(message._actionName);
    if (message._actionType === 2) listened.delete(message._actionName);
    if (message._actionType !== 0) answer(message, { Error: 0 });
    else if (message._actionName === "ContextActivationManager_getAppContextAsync")
      answer(message, appContext());
    else if (message._actionName === "executeMethod")
      void execute(message).then((data) => answer(message, data));
    else answer(message, {});
  };

  window.addEventListener("message", receive);
  // The name has to be there before the frame is: office.js reads it at once.
  options.parent.append(element);
  return {
    element,
    close: () => {
      window.removeEventListener("message", receive);
      stopEvents();
      element.remove();
    },
  };
};

const readMessage = (data: unknown): Message | undefined => {
  if (typeof data !== "string") return undefined;
  try {
    return JSON.parse(data) as Message;
  } catch {
    // Other scripts of the page post what they like.
    return undefined;
  }
};
