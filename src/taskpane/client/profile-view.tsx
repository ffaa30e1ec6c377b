/** 客户档案: what turns an owner into a regular. */
import { useMemo } from "react";
import { profileWants } from "../../domain/register/client/amend-profile";
import { wantedTogether } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { ProfileForm } from "../care/profile-form";
import { knownClients } from "../entry/clients";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { Unread } from "../shell/unread";
import { UnknownClient } from "./unknown-client";

const wants = wantedTogether(profileWants, {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
});

export const ProfileView = ({ client }: { readonly client: ClientNumber }) => {
  const today = useServices().today();
  const { book, refusal, again } = useReading(wants, "读取客户档案");
  const known = useMemo(
    () => (book ? knownClients(book, today).find(({ id }) => id === client) : undefined),
    [book, client, today],
  );
  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (known === undefined) return <UnknownClient client={client} />;
  return <ProfileForm client={known} book={book} />;
};
