/** Tables whose rows stand in no register: clients, who brought whom, and every number. */
import { joined } from "../domain/report/clients";
import type { PhoneSeen } from "../domain/head-office/share";
import { fit } from "./cell";
import { gathering, type TableRows } from "./gathering";
import { clientIn, type KnownPhone, type Making, place, sheetOf, text } from "./row-making";
import { tables } from "./tables";

export const clientRows = (making: Making): TableRows => {
  const rows = gathering(tables.clients.columns);
  for (const facts of making.clients)
    rows.add(
      place(
        making,
        sheetOf(making, facts.form),
        facts.row,
        facts.client,
        making.phoneAt.get(`${facts.form} ${facts.row}`),
      ),
      {
        name: text(facts.name),
        consultant: text(facts.consultant),
        grade: facts.grade ?? null,
        stage: facts.stage,
        came: facts.came,
        first_contact: facts.firstContact ?? null,
        first_visit: facts.firstVisit ?? null,
        last_contact: facts.lastContact ?? null,
        due_from: facts.dueFrom ?? null,
        due_to: facts.dueTo ?? null,
        state: facts.state,
        channel: text(facts.channels[0] ?? ""),
        channels: text(joined(facts.channels)),
        referrer_no: facts.referrer ?? null,
        age_band: text(facts.ageBand),
        occupation: text(facts.occupation),
        residence_area: text(facts.residenceArea),
        deals: facts.deals,
        sold: fit("decimal", facts.sold).value,
      },
    );
  return rows.done();
};

export const referralTable = (making: Making): TableRows => {
  const rows = gathering(tables.referrals.columns);
  for (const { client, referrer, referrerRow, firstContact } of making.clients)
    if (client !== undefined && referrer !== undefined && referrerRow !== undefined)
      rows.add(place(making, sheetOf(making, "visitors"), referrerRow, client), {
        referrer_no: referrer,
        since: firstContact ?? null,
      });
  return rows.done();
};

export const phoneTable = (making: Making, known: (seen: PhoneSeen) => KnownPhone): TableRows => {
  const rows = gathering(tables.phones.columns);
  for (const seen of making.share.phones) {
    const { key, shown } = known(seen);
    rows.add(place(making, sheetOf(making, seen.form), seen.row, clientIn(seen.client)), {
      // Each number by itself, whoever's it is.
      phone_key: key,
      phone_shown: shown,
      name: text(seen.name),
      consultant: text(seen.consultant),
      day: seen.day ?? null,
      form: seen.form,
    });
  }
  return rows.done();
};
