/** Where 来电登记 and 来访登记 ask the same: by the call's blank, the visitor's. */
import type { calls } from "../../forms/calls";
import type { visitors } from "../../forms/visitors";

export const visitKeyOf = {
  name: "name",
  gender: "gender",
  mobile: "mobile",
  otherContact: "phone",
  channels: "channels",
  residenceArea: "residenceArea",
  propertyType: "propertyType",
  layout: "layout",
  areaBand: "areaBand",
  motive: "motive",
  acceptablePrice: "unitPriceBand",
} as const satisfies Readonly<Partial<Record<keyof typeof calls.fields, keyof typeof visitors.fields>>>;
