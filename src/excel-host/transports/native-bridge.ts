import { bytesOf, connect, type ClientOptions, type HostClient } from "../interpreter/client";
import type { Model } from "../model/model";
import { loadOfficeClient, officeLibrary, type OfficeNamespaces } from "./office-client";
import { officeContext, type RequirementSets } from "./office-context";

export interface StartOptions extends Omit<ClientOptions, "catalog"> {
  /** What `isSetSupported` says yes to. Default: ExcelApi 1.9 and what comes with it. */
  readonly requirementSets?: RequirementSets;
  /** Members above the requirement sets throw ApiNotFound. Default true. */
  readonly strict?: boolean;
  /** Of Excel's own texts. Default "zh-CN". */
  readonly language?: string;
}

/** The real Office.js client, talking to the model. */
export interface StartedClient extends OfficeNamespaces {
  /** Faults on demand, counters, events delivered. */
  readonly client: HostClient;
  /** Makes it the global `Excel`, `Office` and `OfficeExtension` of code that expects them. */
  readonly use: () => void;
  readonly close: () => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

/** https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets: Excel 2021's floor. */
const floor: RequirementSets = {
  ExcelApi: "1.9",
  DialogApi: "1.2",
  SharedRuntime: "1.1",
  DelayForCellEdit: "1.1",
};

/** Transport errors as the client's own table names them (excel-web-16.00.debug.js, "OSF.DDA.ErrorCodeManager"). */
const codes: Readonly<Record<number, string>> = {
  5004: "InvalidOperationInCellEditMode",
  5012: "InvalidOrTimedOutSession",
  5016: "WriteNotSupportedWhenModalDialogOpen",
  5102: "ActivityLimitReached",
  5103: "RequestPayloadSizeLimitExceeded",
  5104: "ResponsePayloadSizeLimitExceeded",
  7000: "AccessDenied",
};

const failure = (error: number): string =>
  JSON.stringify({
    statusCode: 400,
    headers: {},
    body: JSON.stringify({
      error: { code: codes[error] ?? "GeneralException", message: `Error ${error}` },
    }),
  });

/** Starts one client on the model; several on one model are co-authors. Node only. */
export const startClient = (model: Model, options: StartOptions = {}): StartedClient => {
  const { requirementSets = floor, strict = true, language = "zh-CN", ...clientOptions } = options;
  const client = connect(model, { ...clientOptions, catalog: officeLibrary().catalog });

  const bridge: { sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void } = {
    sendMessageToHost: (text) => {
      const { id, flags, message } = JSON.parse(text) as BridgeMessage;
      const send = (answer: string): void =>
        bridge.onMessageFromHost?.(`{"id":${id},"type":2,"message":${answer}}`);
      // The envelope round the body counts little against 5 MB.
      client.processBody(message.body, bytesOf(text), flags).then(
        (answer) => {
          send(
            typeof answer === "number" ? failure(answer) : `{"statusCode":200,"headers":{},"body":${answer}}`,
          );
        },
        (error: unknown) => {
          send(failure(0));
          throw error;
        },
      );
    },
  };
  const loaded = loadOfficeClient(bridge);
  client.onEvent((entries) =>
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: "", message: { entries } })),
  );

  const context = officeContext(model, client, requirementSets, language);
  const ready = { host: "Excel", platform: "OfficeOnline" };
  const office = Object.create(loaded.Office, {
    context: { value: context, enumerable: true },
    // These come from office.js itself, which only a browser loads.
    HostType: { value: { Excel: "Excel" } },
    PlatformType: { value: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac", iOS: "iOS" } },
    onReady: {
      value: async (callback?: (info: typeof ready) => unknown) => {
        await Promise.resolve();
        callback?.(ready);
        return ready;
      },
    },
  }) as typeof Office;
  loaded.window["Office"] = office;
  loaded.window["Excel"] = loaded.Excel;
  loaded.window["OfficeExtension"] = loaded.OfficeExtension;
  const gate = loaded.OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  gate.CommonUtility._doApiNotSupportedCheck = strict;

  const namespaces = { Excel: loaded.Excel, Office: office, OfficeExtension: loaded.OfficeExtension };
  return {
    ...namespaces,
    client,
    use: () => {
      Object.assign(globalThis, namespaces);
    },
    close: () => {
      client.close();
    },
  };
};
