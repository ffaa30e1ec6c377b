import { callWants, knownCallWants, registerCall } from "../../domain/register/client/register-call";
import { type Registering, RegisterPage } from "../entry/register-page";

const call: Registering = {
  page: "call",
  form: "calls",
  doing: "登记来电",
  wants: callWants,
  wantsOfKnown: () => knownCallWants,
  method: "电话",
  phoneKeys: ["mobile", "otherContact"],
  defaults: (now, _, consultant) => ({ calledAt: now, ...(consultant === "" ? {} : { consultant }) }),
  decide: registerCall,
};

export const CallPage = () => <RegisterPage registering={call} />;
