import { registerVisit, visitWants } from "../../domain/register/register-visit";
import { type Registering, RegisterPage } from "../entry/register-page";

const visit: Registering = {
  page: "visit",
  form: "visitors",
  doing: "登记来访",
  wants: visitWants,
  method: "来访",
  phoneKeys: ["phone", "mobile"],
  defaults: (_, today, consultant) => ({ visitDate: today, ...(consultant === "" ? {} : { consultant }) }),
  decide: registerVisit,
};

export const VisitPage = () => <RegisterPage registering={visit} />;
