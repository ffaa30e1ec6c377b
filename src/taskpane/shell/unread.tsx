import { PageFrame } from "./page";
import type { Reading } from "./reading";
import { RefusalBar } from "./refusal-bar";
import { Waiting } from "./waiting";

/** A page whose registers are not read yet: why Excel would not give them, or that they are coming. */
export const Unread = ({ refusal, again }: Pick<Reading, "refusal" | "again">) =>
  refusal ? (
    <PageFrame>
      <RefusalBar refusal={refusal} retry={again} />
    </PageFrame>
  ) : (
    <Waiting />
  );
