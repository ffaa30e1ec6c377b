/** 汇总: workbooks of many sites into one, read on this machine (R19). */
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useStanding } from "../shell/site";
import { FilesStep } from "./files-step";
import { useMerge } from "./merge";
import { ResultStep } from "./result-step";
import { useRun } from "./run";
import { RunStep } from "./run-step";

export const HqPage = () => {
  const { standing } = useStanding();
  const run = useRun();
  const merge = useMerge(run);
  const { facts, adding, mask, setMask, setAdding, passedOver } = merge;
  if (run.working !== undefined) return <RunStep working={run.working} onStop={run.halt} />;
  const notice = run.refusal ? (
    <RefusalBar refusal={run.refusal} retry={() => run.refuse(undefined)} />
  ) : undefined;
  if (facts === undefined || adding)
    return (
      <FilesStep
        {...{ mask, notice, passedOver, note: run.note }}
        {...(facts === undefined && { onMask: setMask })}
        onFiles={(found) => void merge.read(found)}
        onBack={() => (adding ? setAdding(false) : go("home"))}
      />
    );
  return (
    <ResultStep
      merge={merge}
      facts={facts}
      note={run.note}
      notice={notice}
      isOurs={standing.state === "ours"}
    />
  );
};
