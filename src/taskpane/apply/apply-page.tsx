/** 申请: made, signed in the document's order, carried out. */
import { applyWants } from "../../domain/register/sales/apply";
import { carryOutWants } from "../../domain/register/sales/carry-out";
import { salesLedger } from "../../domain/register/sales/sales-ledger";
import type { Wanted } from "../../domain/register/wanted";
import { usePaper } from "../entry/use-paper";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { useRoute } from "../shell/route";
import { useSite } from "../shell/site";
import { Unread } from "../shell/unread";
import { ApplicationList } from "./application-list";
import { NewApplication } from "./new-application";
import { OneApplication } from "./one-application";

const wants: Wanted = {
  ...carryOutWants,
  ...applyWants,
  visitors: ["clientId", "name", "consultant", "mobile", "phone"],
  calls: ["clientId", "name", "consultant", "mobile", "otherContact"],
};

export const ApplyPage = () => {
  const { asked } = useRoute();
  const services = useServices();
  const site = useSite();
  const today = services.today();
  const { book, refusal, again } = useReading(wants, "读取申请");
  const paper = usePaper(site, book, today);
  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (asked["no"] !== undefined) return <OneApplication book={book} no={asked["no"]} paper={paper} />;
  if (asked["kind"] !== undefined || asked["client"] !== undefined || asked["new"] !== undefined)
    return <NewApplication book={book} paper={paper} asked={asked} />;
  return <ApplicationList ledger={salesLedger(book, today)} paper={paper} />;
};
