import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fate } from "../../domain/register/adoption";
import { tongueOf } from "../i18n/i18n";
import { reasonOf } from "./left-rows";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "8px" },
  tile: {
    display: "grid",
    justifyItems: "center",
    padding: "6px 4px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  figure: {
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: "16px", color: tokens.colorNeutralForeground3 },
  red: { color: tokens.colorPaletteRedForeground1 },
  list: { listStyle: "none", margin: "0 -4px 0 -12px", padding: 0 },
  line: {
    padding: "6px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  top: { display: "flex", gap: "6px", alignItems: "baseline" },
  name: { fontWeight: tokens.fontWeightSemibold },
  right: { marginLeft: "auto", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  more: { width: "100%" },
});

type Kind = Exclude<Fate["kind"], "setAside">;
const kinds: readonly Kind[] = ["taken", "joined", "rejected"];
const step = 60;

/** What becomes of every row: taken, joined, or left with its reason. */
export const FateList = ({ fates }: { readonly fates: readonly Fate[] }) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const count = (kind: Kind): number => fates.filter((each) => each.kind === kind).length;
  const [kind, setKind] = useState<Kind>(count("rejected") > 0 ? "rejected" : "taken");
  const [shown, setShown] = useState(step);
  const own = fates.filter((each) => each.kind === kind);
  return (
    <>
      <div className={styles.tiles} role="group" aria-label={t("adopt.preview")}>
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            className={mergeClasses(styles.tile, kind === each && styles.pressed)}
            onClick={() => {
              setKind(each);
              setShown(step);
            }}
          >
            <span
              className={mergeClasses(styles.figure, each === "rejected" && count(each) > 0 && styles.red)}
            >
              {count(each)}
            </span>
            <span>{t(`adopt.${each}`)}</span>
            <span className={styles.small}>{t(`adopt.${each}Hint`)}</span>
          </button>
        ))}
      </div>
      {own.length === 0 && kind === "rejected" ? (
        <span className={styles.small}>{t("adopt.nothingRejected")}</span>
      ) : null}
      <ul className={styles.list}>
        {own.slice(0, shown).map((fate) => (
          <li key={fate.row} className={styles.line}>
            <span className={styles.top}>
              <span className={styles.small}>{t("adopt.rowOf", { row: fate.row })}</span>
              <span className={styles.name}>{fate.name}</span>
              {fate.kind === "rejected" || fate.kind === "setAside" ? null : (
                <span className={styles.right}>
                  {fate.kind === "joined" ? t("adopt.into", { number: fate.clientId }) : fate.clientId}
                </span>
              )}
            </span>
            {fate.kind === "rejected" ? (
              <span className={mergeClasses(styles.small, styles.red)}>
                {reasonOf(fate, tongueOf(i18n.language))}
              </span>
            ) : fate.kind === "joined" ? (
              <span className={styles.small}>
                {fate.why.shared} · {fate.why.otherName}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {own.length > shown ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
          {t("check.more", { n: Math.min(5 * step, own.length - shown) })}
        </Button>
      ) : null}
    </>
  );
};
