/** Where columns go, remembered on this machine for the next file of the same make. */
import {
  isBadMapping,
  type KeptMapping,
  keptText,
  readKept,
} from "../../domain/register/old-sheet/kept-mapping";
import { recall, remember } from "../shell/remembered";

/** The latest come last, and stay. */
const most = 30;

export const recallMappings = (): readonly KeptMapping[] => {
  const text = recall("oldColumns");
  const read = text === "" ? [] : readKept(text);
  return isBadMapping(read) ? [] : read;
};

const headersOf = ({ columns }: KeptMapping): string => columns.map(({ header }) => header).join("\n");

/** A mapping of the same headers takes the place of the one before. */
export const rememberMapping = (kept: KeptMapping): void => {
  const others = recallMappings().filter((each) => headersOf(each) !== headersOf(kept));
  remember("oldColumns", keptText([...others, kept].slice(-most)));
};
