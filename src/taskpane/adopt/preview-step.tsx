import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Adoption } from "../../domain/register/adoption";
import type { Mapping, OldTable } from "../../domain/register/old-cells";
import { isEmptyCell } from "../../domain/register/read-answer";
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
  year: { width: "120px" },
});

const dayKeys: ReadonlySet<string | undefined> = new Set([
  "visitDate",
  "calledAt",
  "contactedAt",
  "subscribedOn",
  "signedOn",
]);

/** Some row is not taken for what this blank says. */
const lacks = ({ fates }: Adoption, isIt: (key: string | undefined) => boolean): boolean =>
  fates.some((fate) => fate.kind === "rejected" && fate.reasons.some(({ key }) => isIt(key)));

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
  readonly mapping: Mapping;
  readonly answers: Answers;
  readonly onAnswer: (said: Partial<Answers>) => void;
}

/** What will become of every row, and what the old register does not say and people can. */
export const PreviewStep = ({ preview, table, mapping, answers, onAnswer }: PreviewStepProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const site = useSite();
  const { fates, newConsultants, ownColumns, leftColumns } = preview;
  const asksWho = hasNobodys(table, mapping);
  const asksYear =
    table.year === undefined && (answers.year !== "" || lacks(preview, (key) => dayKeys.has(key)));
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
            <Field size="small" label={t("adopt.consultant")}>
              <Select
                size="small"
                value={answers.consultant}
                onChange={(_, { value }) => onAnswer({ consultant: value })}
              >
                <option value="">{t("adopt.noConsultant")}</option>
                {site.consultants.map(({ name }) => (
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
      <FateList fates={fates} />
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
