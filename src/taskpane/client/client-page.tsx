/** 客户: who they are, whose they are and why, and all that was ever noted about them. */
import { lazy, useEffect } from "react";
import { parseClientNumber } from "../../domain/rules/client-number";
import { useServices } from "../services";
import { useRoute } from "../shell/route";
import { ClientSearch } from "./client-search";
import { DoorView } from "./door-view";
import { leaveSearch } from "./left-search";
import { OneClient } from "./one-client";

/** Rarely needed, and brings the entry form: loaded when somebody asks for it. */
const AmendView = lazy(() => import("./amend-view").then((module) => ({ default: module.AmendView })));
const MergeView = lazy(() => import("./merge-view").then((module) => ({ default: module.MergeView })));
const AssignView = lazy(() => import("./assign-view").then((module) => ({ default: module.AssignView })));
const HandOverView = lazy(() =>
  import("./hand-over-view").then((module) => ({ default: module.HandOverView })),
);

const ScoreView = lazy(() => import("./score-view").then((module) => ({ default: module.ScoreView })));
const ProfileView = lazy(() => import("./profile-view").then((module) => ({ default: module.ProfileView })));
const LostView = lazy(() => import("./lost-view").then((module) => ({ default: module.LostView })));
const InviteView = lazy(() => import("./invite-view").then((module) => ({ default: module.InviteView })));

/** `#/client`, `#/client?client=LY-ZS001`, and what is done with that client: `&do=edit`. */
export const ClientPage = () => {
  const { asked } = useRoute();
  const { workbook } = useServices();
  useEffect(() => {
    return () => leaveSearch(workbook);
  }, [workbook]);
  const client = parseClientNumber(asked["client"] ?? "")?.client;
  if (client === undefined)
    switch (asked["do"]) {
      case "door":
        return <DoorView />;
      case "handover":
        return (
          <HandOverView
            key={asked["from"] ?? ""}
            from={asked["from"] ?? ""}
            back={parseClientNumber(asked["back"] ?? "")?.client}
          />
        );
      default:
        return <ClientSearch />;
    }
  switch (asked["do"]) {
    case "edit":
      return <AmendView key={client} client={client} />;
    case "merge":
      return <MergeView key={client} client={client} />;
    case "assign":
      return <AssignView key={client} client={client} />;
    case "score":
      return <ScoreView key={client} client={client} />;
    case "profile":
      return <ProfileView key={client} client={client} />;
    case "lost":
      return <LostView key={client} client={client} />;
    case "invite":
      return <InviteView key={client} client={client} />;
    default:
      return <OneClient key={client} client={client} />;
  }
};
