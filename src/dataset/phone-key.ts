/**
 * R20 号码另记密文
 *
 * One key of the house, kept beside the data set and never in it: with it the same number is the same uuid at every
 * site, and without it nobody gets from the uuid to the number, though there are few enough numbers to try them all.
 */
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { link, readFile, realpath, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { codeOf, isMissing, syncFolder, writeWhole } from "./durable";
import { DatasetRefused } from "./refusal";

/** Bytes. Shorter keys can be found by trying. */
const shortest = 16;
const usual = 32;

/** 128 bits of a hash as a uuid: a type every engine has, half as long as text. */
const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");

const keyedAlready = /^[0-9a-f]{32,64}$/u;

/** `phone` of a share: "+8613803791234", or its keyed hash already where the workbook was read with the key. */
export const phoneKey = (key: Uint8Array, phone: string): string =>
  uuidOf(keyedAlready.test(phone) ? phone : createHmac("sha256", key).update(phone).digest("hex"));

/** Tells two keys apart and gives neither away. */
export const keyMark = (key: Uint8Array): string =>
  createHmac("sha256", key).update("anchang data set").digest("hex").slice(0, 32);

/** Of the contacts, from the same key file: one key is never used for two things. */
export const contactsKey = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, new Uint8Array(), "anchang contacts", 32));

const isWithin = async (file: string, folder: string): Promise<boolean> => {
  try {
    const [inside, outside] = [await realpath(path.dirname(path.resolve(file))), await realpath(folder)];
    return inside === outside || inside.startsWith(outside + path.sep);
  } catch (cause) {
    if (isMissing(cause)) return path.resolve(file).startsWith(path.resolve(folder) + path.sep);
    throw cause;
  }
};

/** `dataset.key` beside the folder `dataset`. */
export const usualKeyFile = (folder: string): string => `${path.resolve(folder)}.key`;

/** Two runs that begin together end up with one key: whoever is second reads the first's. */
const makeKey = async (file: string): Promise<void> => {
  const own = `${file}.${randomBytes(8).toString("hex")}`;
  await writeWhole([
    {
      file: own,
      write: (beside) => writeFile(beside, randomBytes(usual).toString("hex"), { mode: 0o600 }),
    },
  ]);
  try {
    await link(own, file);
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
  } finally {
    await rm(own, { force: true });
  }
  // A key lost with the power is a data set nobody can add to.
  await syncFolder(path.dirname(file));
};

/**
 * The key in a file, blanks around it dropped. A file that is not there is made where `make` says so.
 * @throws DatasetRefused where it is too short, missing, or lies in the data set.
 */
export const readKey = async (folder: string, file: string, make: boolean): Promise<Uint8Array> => {
  if (await isWithin(file, folder))
    throw new DatasetRefused(
      "key",
      `${file}：密钥不能放在数据集里；请放到别的文件夹。(the key must not lie in the data set)`,
    );
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    if (!make)
      throw new DatasetRefused(
        "key",
        `${file}：没有这个密钥文件。数据集已经有了的，请用建它时的那一个；新建的，不写 --key-file 就由程序做一个，或先做好：openssl rand -hex 32 > ${path.basename(file)} (no such key file)`,
        { cause },
      );
    await makeKey(file);
    return readKey(folder, file, false);
  }
  const key = Buffer.from(Buffer.from(bytes).toString("latin1").trim(), "latin1");
  if (key.length < shortest)
    throw new DatasetRefused(
      "key",
      `${file}：密钥太短，至少 ${shortest} 个字节；可删去此文件，由程序另做一个。(the key is too short)`,
    );
  return new Uint8Array(key);
};
