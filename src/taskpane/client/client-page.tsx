/** 客户: who they are, whose they are and why, and all that was ever noted about them. */
import { lazy } from "react";
import { parseClientNumber } from "../../domain/rules/client-number";
import { useRoute } from "../shell/route";
import { ClientSearch } from "./client-search";
import { DoorView } from "./door-view";
import { OneClient } from "./one-client";

/** Rarely needed, and brings the entry form: loaded when somebody asks for it. */
const AmendView = lazy(() => import("./amend-view").then((module) => ({ default: module.AmendView })));
const MergeView = lazy(() => import("./merge-view").then((module) => ({ default: module.MergeView })));
const AssignView = lazy(() => import("./assign-view").then((module) => ({ default: module.AssignView })));

/** `#/client`, `#/client?client=LY-ZS001`, and what is done with that client: `&do=edit`. */
export const ClientPage = () => {
  const { asked } = useRoute();
  const client = parseClientNumber(asked["client"] ?? "")?.client;
  if (client === undefined) return asked["do"] === "door" ? <DoorView /> : <ClientSearch />;
  switch (asked["do"]) {
    case "edit":
      return <AmendView key={client} client={client} />;
    case "merge":
      return <MergeView key={client} client={client} />;
    case "assign":
      return <AssignView key={client} client={client} />;
    default:
      return <OneClient key={client} client={client} />;
  }
};
