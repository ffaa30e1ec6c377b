/** Who is next, in one line that leads to the 轮序 page: for other pages. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PeopleQueue20Regular } from "@fluentui/react-icons/svg/people-queue";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { turnView } from "../../domain/register/turn/turn";
import { turnWants } from "../../domain/register/turn/turn-log";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { go } from "../shell/route";

const useStyles = makeStyles({
  line: {
    width: "100%",
    minWidth: 0,
    justifyContent: "flex-start",
    padding: "4px 8px",
    fontWeight: tokens.fontWeightRegular,
  },
  text: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  then: { color: tokens.colorNeutralForeground3, marginLeft: "8px" },
});

/** Nothing while it is read, and where the workbook has no such tables. One round trip, and one after each change. */
export const NextLine = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { today } = useServices();
  const { book } = useReading(turnWants, "读取轮序");
  const day = today();
  const view = useMemo(() => book && turnView(book, day), [book, day]);
  if (view === undefined || view.state === "absent") return null;
  const { next } = view;
  const says =
    view.state === "empty"
      ? t("turn.nextLineEmpty")
      : next === undefined
        ? t("turn.nextLineNobody")
        : t(next.kind === "补接" ? "turn.nextLineMakeUp" : "turn.nextLine", { name: next.name });
  return (
    <Button className={styles.line} icon={<PeopleQueue20Regular />} onClick={() => go("turn")}>
      <span className={styles.text}>
        {says}
        {next?.then === undefined ? null : (
          <span className={styles.then}>{t("turn.then", { name: next.then })}</span>
        )}
      </span>
    </Button>
  );
};
