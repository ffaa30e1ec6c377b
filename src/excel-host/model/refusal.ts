/** A refusal as Excel gives it: add-ins tell them apart by `code` alone, the texts are localised there. */
export interface HostError extends Error {
  readonly code: string;
}

export type HostErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidBinding"
  | "InvalidOperation"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RangeExceedsLimit"
  | "InsertDeleteConflict"
  | "UnsupportedOperation";

export const hostError = (code: HostErrorCode, message: string): HostError =>
  Object.assign(new Error(message), { code });

export const isHostError = (error: unknown): error is HostError =>
  error instanceof Error && "code" in error && typeof error.code === "string";
