import { hostError } from "../model/refusal";
import { asText } from "./arguments";
import { handle, type HostClass } from "./classes";

/** The same settings as Office.context.document.settings (assumed). */
export const settingCollection: HostClass<null> = {
  name: "SettingCollection",
  item: (_root, key, { book }) => {
    const name = asText(key);
    if (!book.settings.has(name)) throw hostError("ItemNotFound", `There is no setting ${name}.`);
    return handle(setting, name);
  },
  items: (_root, { book }) => [...book.settings.keys()].map((key) => handle(setting, key)),
  call: {
    Add: (_root, [key, value], { book }) => {
      book.settings.set(asText(key), JSON.stringify(value));
      return handle(setting, asText(key));
    },
    GetCount: (_root, _args, { book }) => book.settings.size,
    GetItemOrNullObject: (_root, [key], { book }) =>
      book.settings.has(asText(key)) ? handle(setting, asText(key)) : null,
  },
};

const setting: HostClass<string> = {
  name: "Setting",
  identity: (key) => ({ Id: key }),
  get: {
    Key: (key) => key,
    Value: (key, { book }) => JSON.parse(book.settings.get(key) ?? "null") as unknown,
    _Id: (key) => key,
  },
  set: {
    Value: (key, value, { book }) => {
      book.settings.set(key, JSON.stringify(value));
    },
  },
  call: {
    Delete: (key, _args, { book }) => {
      book.settings.delete(key);
    },
  },
};
