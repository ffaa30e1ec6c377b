import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Missing } from "../../domain/rules/claims";
import { isOwnershipPolicy, lineOf, sentenceOf } from "../../domain/rules/ownership-lines";
import type { Verdict } from "../../domain/rules/who-owns";
import type { ClientNumber } from "../../domain/rules/client-number";
import { tongueOf } from "../i18n/i18n";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useJump } from "./use-jump";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "4px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  says: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "17px",
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  missing: { color: tokens.colorPaletteDarkOrangeForeground1 },
  list: { margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "2px" },
  rows: { display: "flex", flexWrap: "wrap", gap: "4px" },
  row: { minWidth: 0, padding: "0 6px", fontWeight: tokens.fontWeightRegular },
});

const missingWords = (t: TFunction, missing: Missing): string =>
  "last" in missing
    ? t(`client.lacking.${missing.what}`, { by: missing.by, last: missing.last, days: missing.days })
    : t(`client.lacking.${missing.what}`, { by: missing.by });

/** What a registration lacks is filled in here, in its form. */
const fillable = new Set<Missing["what"]>(["name", "gender", "phone", "need", "day", "consultant"]);

interface VerdictCardProps {
  readonly verdict: Verdict;
  /** Whose page this is: what is missing, and whose the client shall be, is put right from here. */
  readonly client?: ClientNumber;
  /** Above the verdict: who it is about, where that is not plain. */
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

/** 归谁: the owner, the line that says so, the rows it rests on, and what is missing. */
export const VerdictCard = ({ verdict, client, about, children }: VerdictCardProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const site = useSite();
  const id = useId();
  const jump = useJump();
  const tongue = tongueOf(i18n.language);
  const policy = isOwnershipPolicy(site.policies.ownership) ? site.policies.ownership : "000";
  const { owner, ground, rests, missing, ruleSays } = verdict;
  // Nobody has decided: the client is where registering put them.
  const isHeld = ground === "heldByCallTaker" || ground === "heldByReceiver";
  const basis = lineOf(ground, policy);
  // Another document's line, where the site's own says nothing.
  const isElsewhere = /^\d{3} /u.test(basis.source) && !basis.source.startsWith(policy);
  const rule = ruleSays && sentenceOf(ruleSays.ground, ruleSays.owner, tongue);
  return (
    <div className={styles.card} role={about ? "group" : "region"} aria-labelledby={id}>
      <div id={id}>{about ?? <h3 className={styles.title}>{t("client.verdict")}</h3>}</div>
      <span className={styles.says}>
        {owner === undefined ? t("client.noOwner") : t("client.verdictOwner", { owner })}
        {tongue === "zh" ? "：" : ": "}
        {sentenceOf(ground, owner, tongue)}
      </span>
      <span className={styles.small}>
        {t(isElsewhere ? "client.basisElsewhere" : "client.basis", { ...basis, policy })}
      </span>
      {rule === undefined ? null : (
        <span className={styles.small}>
          {ruleSays?.owner === undefined
            ? t("client.ruleSaysNobody", { sentence: rule })
            : t("client.ruleSays", { owner: ruleSays.owner, sentence: rule })}{" "}
          {t(isHeld ? "client.managerMaySay" : "client.managerStays")}
          {isHeld && client !== undefined ? (
            <Button
              size="small"
              appearance="transparent"
              className={styles.row}
              onClick={() => go("client", { client, do: "assign" })}
            >
              {t("client.handOver")}
            </Button>
          ) : null}
        </span>
      )}
      {missing.length > 0 ? (
        <ul className={styles.list} aria-label={t("client.lacks")}>
          {missing.map((each, at) => (
            <li key={`${each.what}-${at}`} className={`${styles.small} ${styles.missing}`}>
              {missingWords(t, each)}
              {"row" in each && each.row.row > 0 ? (
                <Button
                  size="small"
                  appearance="transparent"
                  className={styles.row}
                  onClick={() => jump(each.row, "name")}
                >
                  {t("client.rowAt", { sheet: each.row.sheet, row: each.row.row })}
                </Button>
              ) : null}
              {client !== undefined && fillable.has(each.what) ? (
                <Button
                  size="small"
                  appearance="transparent"
                  className={styles.row}
                  onClick={() => go("client", { client, do: "edit" })}
                >
                  {t("client.fillIn")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {rests.length > 0 ? (
        <div className={styles.rows} role="group" aria-label={t("client.rests")}>
          {rests
            .filter(({ row }) => row > 0)
            .map((row, at) => (
              <Button
                key={`${row.form}-${row.row}-${at}`}
                size="small"
                className={styles.row}
                aria-label={t("client.openRow", { sheet: row.sheet, row: row.row })}
                onClick={() => jump(row, row.form === "receptions" ? "at" : "clientId")}
              >
                {t("client.rowAt", { sheet: row.sheet, row: row.row })}
              </Button>
            ))}
        </div>
      ) : null}
      {children}
    </div>
  );
};
