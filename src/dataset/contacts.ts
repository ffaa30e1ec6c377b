/**
 * The numbers themselves, for whoever has the key and asked for them: apart from the tables, a file a site, each
 * written anew under a fresh nonce (AES-256-GCM). The tables have the keyed hash and the masked number alone.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { formOf, type RegisterKey } from "../domain/forms/index";
import { fieldsOf } from "../domain/form/form";
import type { SiteShare } from "../domain/head-office/share";
import type { RawCell } from "../domain/register/register";
import { folderOf } from "./folder-name";
import { contactsKey } from "./phone-key";
import { DatasetRefused } from "./refusal";

export const contactsFolder = "contacts";

export interface Contact {
  readonly form: RegisterKey;
  readonly sheet: string;
  readonly row: number;
  readonly client: string;
  readonly name: string;
  /** By the field's key, as it stands in the workbook. */
  readonly numbers: Readonly<Record<string, string>>;
}

const magic = Buffer.from("ACC1");
const nonceBytes = 12;
const tagBytes = 16;

/** A file of contacts begins with it, and is no shorter. */
export const contactsMagic: Uint8Array = magic;
export const leastContacts = magic.length + nonceBytes + tagBytes;

export const contactsFile = (folder: string, site: string, hash: string): string =>
  path.join(folder, contactsFolder, folderOf(site), `${hash}.bin`);

const said = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

export const contactForms = ["visitors", "calls", "deals"] as const satisfies readonly RegisterKey[];

export const contactsOf = (share: SiteShare): readonly Contact[] =>
  contactForms.flatMap((form) => {
    const register = share.registers[form];
    if (register === undefined) return [];
    const keys = fieldsOf(formOf(form)).flatMap(([key, { kind }]) =>
      kind === "phone" || kind === "contact" || kind === "idCard" ? [key] : [],
    );
    return register.rows.flatMap((row, at): readonly Contact[] => {
      const text = (key: string): string => said(register.columns.get(key)?.[at]);
      const numbers = keys.flatMap((key) => {
        const number = text(key);
        return number === "" || number === "/" ? [] : [[key, number] as const];
      });
      return numbers.length === 0
        ? []
        : [
            {
              form,
              sheet: register.sheet,
              row,
              client: text(form === "deals" ? "dealId" : "clientId"),
              name: text("name"),
              numbers: Object.fromEntries(numbers),
            },
          ];
    });
  });

/** Sealed to the site and the revision: a file put in another's place does not open. */
const sealOf = (site: string, hash: string): Buffer => Buffer.from(`${site}\n${hash}`, "utf8");

export const writeContacts = async (
  file: string,
  key: Uint8Array,
  {
    site,
    hash,
    contacts,
  }: { readonly site: string; readonly hash: string; readonly contacts: readonly Contact[] },
): Promise<void> => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", contactsKey(key), nonce).setAAD(sealOf(site, hash));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(contacts), "utf8"), cipher.final()]);
  await writeFile(file, Buffer.concat([magic, nonce, sealed, cipher.getAuthTag()]), { mode: 0o600 });
};

/** @throws DatasetRefused where the key is another's, or a bit of the file has changed. */
export const readContacts = async (
  folder: string,
  key: Uint8Array,
  { site, hash }: { readonly site: string; readonly hash: string },
): Promise<readonly Contact[]> => {
  const file = contactsFile(folder, site, hash);
  const bytes = await readFile(file);
  const nonceEnd = magic.length + nonceBytes;
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      contactsKey(key),
      bytes.subarray(magic.length, nonceEnd),
    ).setAAD(sealOf(site, hash));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const open = Buffer.concat([decipher.update(bytes.subarray(nonceEnd, -tagBytes)), decipher.final()]);
    return JSON.parse(open.toString("utf8")) as readonly Contact[];
  } catch (cause) {
    throw new DatasetRefused(
      "key",
      `${file}：打不开；密钥不是这个数据集的，或文件坏了。(cannot be opened with this key)`,
      { cause },
    );
  }
};
