export type RefusalReason =
  /** Somebody else is writing into the folder at this moment. */
  | "busy"
  /** The folder has other things in it, or was written by another version. */
  | "foreign"
  /** The phones in it were keyed with another key. */
  | "key"
  /** A file of the data set that its manifest names is gone or broken. */
  | "broken"
  /** There is no data set. */
  | "absent";

/** The data set cannot be used, for a reason people can do something about; the message says what, zh then en. */
export class DatasetRefused extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatasetRefused";
    this.reason = reason;
  }
}
