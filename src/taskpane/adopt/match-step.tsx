import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { adoptedForms, type ColumnUse } from "../../domain/register/old-sheet/old-cells";
import { needsUnmet } from "../../domain/register/adoption/old-needs";
import { go } from "../shell/route";
import { ColumnList, targetCaption } from "./column-list";
import { DrawnBar } from "./drawn-bar";
import { HeaderChoice } from "./header-choice";
import type { Chosen } from "./old-source";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: {
    display: "grid",
    gridTemplateColumns: "56px minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "center",
  },
  wide: { gridColumn: "2 / -1", minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  value: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface MatchStepProps {
  readonly all: readonly Chosen[];
  readonly at: number;
  readonly onPick: (at: number) => void;
  readonly onForm: (form: Chosen["form"]) => void;
  readonly onHeader: (row: number) => void;
  readonly onUse: (column: number, use: ColumnUse) => void;
}

/** Which table, as which form, with which headers; and where each of its columns goes. */
export const MatchStep = ({ all, at, onPick, onForm, onHeader, onUse }: MatchStepProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const chosen = all[at];
  const [isChoosing, setChoosing] = useState(false);
  if (chosen === undefined) return null;
  const { cells, table, form, mapping, isKept, board } = chosen;
  const nameOf = (each: Chosen): string => {
    const { sheet, hiddenSheet } = each.cells;
    const plain =
      each.table === undefined
        ? t(each.board === undefined ? "adopt.unknownTable" : "adopt.boardTable", { sheet })
        : t("adopt.tableOption", {
            sheet,
            form: t(`adopt.form_${each.form}`),
            n: each.table.rows.length,
          });
    const name = hiddenSheet === true ? t("adopt.hiddenTable", { name: plain }) : plain;
    return each.isTaken ? t("adopt.tableTaken", { name }) : name;
  };
  // Whose the rows are, people are asked in the preview.
  const lacks = needsUnmet(form, mapping)
    .filter(([key]) => key !== "consultant")
    .map((some) => `“${some.map((key) => targetCaption(i18n.language, form, key)).join(" / ")}”`);
  return (
    <>
      <div className={styles.card}>
        <div className={styles.line}>
          <span className={styles.label} id="adopt-table">
            {t("adopt.table")}
          </span>
          {all.length > 1 ? (
            <Select
              className={styles.wide}
              size="small"
              aria-labelledby="adopt-table"
              value={String(at)}
              onChange={(_, { value }) => {
                setChoosing(false);
                onPick(Number(value));
              }}
            >
              {all.map((each, index) => (
                <option key={index} value={String(index)}>
                  {nameOf(each)}
                </option>
              ))}
            </Select>
          ) : (
            <span className={styles.wide}>{nameOf(chosen)}</span>
          )}
        </div>
        <div className={styles.line}>
          <span className={styles.label} id="adopt-form">
            {t("adopt.form")}
          </span>
          <Select
            className={styles.wide}
            size="small"
            aria-labelledby="adopt-form"
            value={form}
            onChange={(_, { value }) => onForm(adoptedForms.find((each) => each === value) ?? form)}
          >
            {adoptedForms.map((each) => (
              <option key={each} value={each}>
                {t(`adopt.form_${each}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className={styles.line}>
          <span className={styles.label}>{t("adopt.header")}</span>
          <span className={styles.value}>
            {table === undefined ? t("adopt.headerNone") : t("adopt.headerAt", { row: table.headerRow })}
          </span>
          {table === undefined ? null : (
            <Button size="small" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {t("adopt.headerChange")}
            </Button>
          )}
        </div>
        {isChoosing || table === undefined ? (
          <HeaderChoice
            cells={cells}
            chosen={table?.headerRow}
            onChoose={(row) => {
              setChoosing(false);
              onHeader(row);
            }}
          />
        ) : null}
      </div>
      {board === undefined || table !== undefined ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("adopt.board", { from: board.from, to: board.to })}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => go("board")}>{t("adopt.toBoard")}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {cells.mergesUnknown === true ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("adopt.mergesUnknown")}</MessageBarBody>
        </MessageBar>
      ) : null}
      {cells.drawn === undefined ? null : <DrawnBar drawn={cells.drawn} />}
      {table === undefined ? null : (
        <>
          <p className={styles.small}>{t(isKept ? "adopt.matchKept" : "adopt.matchHint")}</p>
          {cells.comments === undefined ? (
            <p className={styles.small}>{t("adopt.commentsUnknown")}</p>
          ) : cells.notesUnknown === true ? (
            <p className={styles.small}>{t("adopt.notesUnknown")}</p>
          ) : null}
          {table.rows.length === 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t("adopt.noRows")}</MessageBarBody>
            </MessageBar>
          ) : lacks.length > 0 ? (
            <MessageBar intent="warning" layout="multiline" politeness="polite">
              <MessageBarBody>{t("adopt.missing", { captions: lacks.join("、") })}</MessageBarBody>
            </MessageBar>
          ) : null}
          <ColumnList table={table} form={form} mapping={mapping} isKept={isKept} onUse={onUse} />
        </>
      )}
    </>
  );
};
