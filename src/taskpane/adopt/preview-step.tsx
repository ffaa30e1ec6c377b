import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Adoption, rowsByForm } from "../../domain/register/adoption/adoption";
import { hintsOf } from "../../domain/register/adoption/adoption-hints";
import { daysOf } from "../../domain/register/adoption/left-rows";
import { oneClientSaid, rowsOfOne } from "../../domain/register/adoption/one-client";
import { referrersTold, whyUnlinked } from "../../domain/register/adoption/referrers-said";
import type { AdoptedForm, Mapping, OldTable } from "../../domain/register/old-sheet/old-cells";
import { headerAt } from "../../domain/register/old-sheet/old-mapping";
import { comingKey } from "../../domain/register/old-sheet/old-targets";
import { isEmptyCell } from "../../domain/register/read-answer";
import { isOfConsultants } from "../../domain/register/old-sheet/sheet-consultants";
import { tongueOf } from "../i18n/i18n";
import { useSite } from "../shell/site";
import { FateList } from "./fate-list";
import type { Answers } from "./use-adopt";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    margin: 0,
    overflowWrap: "anywhere",
  },
  told: { margin: 0, overflowWrap: "anywhere" },
  year: { width: "120px" },
});

/** Of what a column holds that nobody understood: enough to know what it is about. */
const mostValues = 3;
/** The list of joined rows has them all. */
const mostOnes = 5;

/** Some row is not taken because nobody has said which year its day is of. */
const lacksYear = ({ fates }: Adoption): boolean =>
  fates.some((fate) => fate.kind === "rejected" && fate.reasons.some(({ code }) => code === "ambiguousDay"));

/** Some row does not say whose it is. */
const hasNobodys = ({ rows }: OldTable, mapping: Mapping): boolean => {
  const columns = mapping.flatMap((use, column) =>
    use.use === "blank" && use.key === "consultant" ? [column] : [],
  );
  return rows.some(({ cells }) => columns.every((column) => isEmptyCell(cells[column])));
};

interface PreviewStepProps {
  readonly preview: Adoption;
  readonly table: OldTable;
  readonly form: AdoptedForm;
  readonly mapping: Mapping;
  readonly answers: Answers;
  readonly onAnswer: (said: Partial<Answers>) => void;
}

/** What will become of every row, and what the old register does not say and people can. */
export const PreviewStep = ({ preview, table, form, mapping, answers, onAnswer }: PreviewStepProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const site = useSite();
  const { fates, talks, newConsultants, ownColumns, leftColumns, referrersAgain } = preview;
  const referrers = useMemo(() => referrersTold({ fates }), [fates]);
  const ones = useMemo(() => rowsOfOne([{ sheet: table.sheet, fates }]), [table.sheet, fates]);
  const { unread } = useMemo(() => hintsOf(fates), [fates]);
  const inNotes = unread.filter(({ kept }) => kept === "notes");
  const comments = unread.filter(({ kept }) => kept === "comments");
  const failed = unread.filter(({ kept }) => kept === "nowhere");
  const uncomputed = unread.filter(({ kept }) => kept === "uncomputed");
  const elsewhere = unread.filter(({ kept }) => kept === "elsewhere");
  const asTable = unread.filter(({ kept }) => kept === "asTable");
  const methods = unread.filter(({ kept }) => kept === "method");
  const split = unread.filter(({ kept }) => kept === "split");
  const undealt = unread.filter(({ kept }) => kept === "undealt");
  const onSale = unread.filter(({ kept }) => kept === "onSale");
  const strangeState = unread.filter(({ kept }) => kept === "strangeState");
  const noTotal = unread.filter(({ kept }) => kept === "noTotal");
  const atC = unread.filter(({ kept }) => kept === "atC");
  const byForm = rowsByForm(fates);
  const telling = mapping.flatMap((use, column) =>
    use.use === "blank" && use.key === comingKey
      ? [headerAt(table, column) || t("adopt.column", { n: column + 1 })]
      : [],
  );
  const columnsSaid = (columns: typeof unread): string =>
    columns
      .map(({ caption, rows: n, values }) => {
        if (values.length === 0) return t("adopt.unsaid", { caption, n });
        const some = values.slice(0, mostValues).join("、");
        return t("adopt.unread", { caption, n, values: values.length > mostValues ? `${some}…` : some });
      })
      .join("，");
  const rowsSaid = (columns: typeof unread): string =>
    columns.map(({ caption, rows: n }) => t("adopt.unsaid", { caption, n })).join("，");
  const { after } = answers;
  const asksWho = isOfConsultants(form) && hasNobodys(table, mapping);
  // A sheet may be called after somebody whom the roster has not.
  const names = [...new Set([...site.consultants.map(({ name }) => name), answers.consultant])].filter(
    (name) => name !== "",
  );
  const asksYear = table.year === undefined && (answers.year !== "" || lacksYear(preview));
  const isAsking = asksWho || asksYear || newConsultants.length > 0;
  return (
    <>
      {isAsking ? (
        <div className={styles.card}>
          {asksYear ? (
            <Field size="small" label={`${t("adopt.year")}${t("adopt.yearFirst")}`}>
              <Input
                className={styles.year}
                size="small"
                inputMode="numeric"
                maxLength={4}
                placeholder="2023"
                value={answers.year}
                onChange={(_, { value }) => onAnswer({ year: value.replace(/\D/gu, "") })}
              />
            </Field>
          ) : null}
          {asksWho ? (
            <Field
              size="small"
              label={t("adopt.consultant")}
              {...(after === undefined
                ? {}
                : {
                    hint: t(after.by === "sheet" ? "adopt.bySheet" : "adopt.byTitle", { text: after.text }),
                  })}
            >
              <Select
                size="small"
                value={answers.consultant}
                onChange={(_, { value }) => onAnswer({ consultant: value })}
              >
                <option value="">{t("adopt.noConsultant")}</option>
                {names.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
          {newConsultants.length > 0 ? (
            <Checkbox
              checked={answers.withNewcomers}
              onChange={(_, { checked }) => onAnswer({ withNewcomers: checked === true })}
              label={t("adopt.newcomers", { names: newConsultants.map(({ name }) => name).join("、") })}
            />
          ) : null}
        </div>
      ) : null}
      {byForm.length > 0 && telling.length > 0 ? (
        <p className={styles.told}>
          {t("adopt.byForm", {
            columns: telling.join("、"),
            rows: byForm
              .map(({ form: each, rows: n }) => t("adopt.byFormRows", { form: t(`adopt.form_${each}`), n }))
              .join("，"),
          })}
        </p>
      ) : null}
      {talks === undefined ? null : <p className={styles.told}>{t("adopt.talks", { n: talks })}</p>}
      {ones.length > 0 ? (
        <p className={styles.told}>
          {t("adopt.oneClient", { n: ones.length })}
          {ones
            .slice(0, mostOnes)
            .map((one) => oneClientSaid(one, tongueOf(i18n.language)))
            .join(t("adopt.oneClientBetween"))}
          {ones.length > mostOnes ? t("adopt.oneClientMore", { n: ones.length - mostOnes }) : null}
        </p>
      ) : null}
      {referrers === undefined ? null : (
        <p className={styles.told}>
          {t("adopt.referrers", { n: referrers.linked })}
          {referrers.unlinked.length > 0
            ? t("adopt.referrersNot", { whys: whyUnlinked(referrers, tongueOf(i18n.language)) })
            : null}
        </p>
      )}
      {referrersAgain === undefined ? null : (
        <p className={styles.told}>{t("adopt.referrersAgain", { n: referrersAgain })}</p>
      )}
      {split.length > 0 ? (
        <p className={styles.small}>{t("adopt.split", { columns: rowsSaid(split) })}</p>
      ) : null}
      {methods.length > 0 ? (
        <p className={styles.small}>{t("adopt.method", { columns: rowsSaid(methods) })}</p>
      ) : null}
      {asTable.length > 0 ? (
        <p className={styles.small}>
          {t("adopt.asTable", { form: t(`adopt.form_${form}`), columns: columnsSaid(asTable) })}
        </p>
      ) : null}
      {undealt.length > 0 ? (
        <p className={styles.told}>{t("adopt.undealt", { columns: columnsSaid(undealt) })}</p>
      ) : null}
      {onSale.length > 0 ? (
        <p className={styles.told}>{t("adopt.onSale", { columns: rowsSaid(onSale) })}</p>
      ) : null}
      {strangeState.length > 0 ? (
        <p className={styles.told}>{t("adopt.strangeState", { columns: columnsSaid(strangeState) })}</p>
      ) : null}
      {noTotal.length > 0 ? (
        <p className={styles.told}>{t("adopt.noTotal", { columns: rowsSaid(noTotal) })}</p>
      ) : null}
      {atC.length > 0 ? <p className={styles.told}>{t("adopt.atC", { columns: rowsSaid(atC) })}</p> : null}
      <FateList form={form} fates={fates} days={daysOf(form, mapping)} />
      {elsewhere.length > 0 ? (
        <p className={styles.small}>{t("adopt.elsewhere", { columns: columnsSaid(elsewhere) })}</p>
      ) : null}
      {inNotes.length > 0 ? (
        <p className={styles.small}>{t("adopt.inNotes", { columns: columnsSaid(inNotes) })}</p>
      ) : null}
      {comments.length > 0 ? (
        <p className={styles.small}>{t("adopt.comments", { columns: columnsSaid(comments) })}</p>
      ) : null}
      {uncomputed.length > 0 ? (
        <p className={styles.small}>{t("adopt.uncomputed", { columns: columnsSaid(uncomputed) })}</p>
      ) : null}
      {failed.length > 0 ? (
        <p className={styles.small}>{t("adopt.failed", { columns: columnsSaid(failed) })}</p>
      ) : null}
      {ownColumns.length > 0 ? (
        <p className={styles.small}>
          {t("adopt.ownColumns", { captions: ownColumns.map(({ caption }) => caption).join("、") })}
        </p>
      ) : null}
      {leftColumns.length > 0 ? (
        <p className={styles.small}>{t("adopt.leftColumns", { captions: leftColumns.join("、") })}</p>
      ) : null}
    </>
  );
};
