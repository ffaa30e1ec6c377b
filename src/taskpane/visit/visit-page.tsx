import { registerVisit, visitWants } from "../../domain/register/client/register-visit";
import { returnWants } from "../../domain/register/client/return-visit";
import { withoutReception, withReception } from "../../domain/register/turn/turn-join";
import { turnWants } from "../../domain/register/turn/turn-log";
import { type Registering, RegisterPage } from "../entry/register-page";
import { doorOffer } from "../turn/door-offer";

const visit: Registering = {
  page: "visit",
  form: "visitors",
  doing: "登记来访",
  wants: { ...visitWants, ...turnWants },
  wantsOfKnown: returnWants,
  method: "来访",
  phoneKeys: ["phone", "mobile"],
  defaults: (_, today, consultant) => ({ visitDate: today, ...(consultant === "" ? {} : { consultant }) }),
  decide: (book, answers, entry, reception) => {
    const decision = registerVisit(book, answers, entry);
    return reception === undefined
      ? withoutReception(book, decision, entry)
      : withReception(book, decision, reception, entry);
  },
  offer: doorOffer,
};

export const VisitPage = () => <RegisterPage registering={visit} />;
