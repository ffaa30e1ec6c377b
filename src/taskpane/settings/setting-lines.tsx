import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { type ListKey } from "../../domain/forms/lists";
import { settings } from "../../domain/forms/settings";
import type { AmendableSetting, SettingKind } from "../../domain/register/settings/amend-settings";
import { settingKinds } from "../../domain/register/settings/amend-settings";
import type { BlankProps, PaperContext } from "../blank/blank";
import { ChoiceSegments } from "../blank/choice-segments";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import { LineBlank } from "../blank/line-blank";
import type { Messages } from "../entry/message";
import { settingCaption } from "../i18n/captions";
import { policySaid } from "../i18n/policies";

const useStyles = makeStyles({
  explained: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const listsOf: Readonly<Partial<Record<AmendableSetting, ListKey>>> = {
  policy: "policy",
  grading: "grading",
  ownership: "ownership",
  alternateDays: "yesNo",
  maskPhones: "yesNo",
};

const explained = [
  "policy",
  "depositDays",
  "withdrawnEarliest",
  "withdrawnLatest",
  "grading",
  "ownership",
  "region",
  "claimDays",
  "callDays",
  "kin",
  "alternateFrom",
  "quarterStart",
  "plannedFrom",
  "signWithin",
  "maskPhones",
] as const satisfies readonly AmendableSetting[];
type Explained = (typeof explained)[number];
const isExplained = (key: AmendableSetting): key is Explained =>
  (explained as readonly AmendableSetting[]).includes(key);

const groups: ReadonlySet<SettingKind> = new Set(["choice", "yesNo"]);

interface LinesProps {
  readonly keys: readonly AmendableSetting[];
  readonly values: Readonly<Partial<Record<AmendableSetting, string>>>;
  readonly onChange: (key: AmendableSetting, value: string) => void;
  readonly messages: Messages;
  readonly paper: PaperContext;
}

const Control = ({ setting, ...props }: BlankProps & { readonly setting: AmendableSetting }) => {
  const { i18n } = useTranslation();
  const list = listsOf[setting];
  if (list !== undefined)
    return (
      <ChoiceSegments
        {...props}
        choices={props.paper.choices(list)}
        {...(list === "yesNo" ? {} : { named: (choice) => policySaid(i18n.language, choice) })}
      />
    );
  switch (settingKinds[setting]) {
    case "day":
      return <DayBlank {...props} past={false} />;
    case "days":
      return <LineBlank {...props} keyboard="numeric" />;
    default:
      return <LineBlank {...props} />;
  }
};

/** Some lines of 设置, each with its blank. */
export const SettingLines = ({ keys, values, onChange, messages, paper }: LinesProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  return (
    <>
      {keys.map((key) => {
        const id = `setting-${key}`;
        const said = messages.get(key) ?? [];
        const explanation = isExplained(key) ? t(`settings.explain_${key}`) : undefined;
        return (
          <Line
            key={key}
            id={id}
            caption={settingCaption(i18n.language, key)}
            paperCaption={settings[key]}
            hint={explanation}
            need={key === "project" || key === "place" ? "first" : "free"}
            group={groups.has(settingKinds[key])}
            whole
            messages={said}
          >
            <Control
              setting={key}
              id={id}
              name={key}
              caption={settings[key]}
              value={values[key] ?? ""}
              onChange={(value) => onChange(key, value)}
              onLeave={() => undefined}
              required={key === "policy"}
              invalid={said.length > 0}
              describedBy={explanation ? `${id}-explained ${id}-message` : `${id}-message`}
              paper={paper}
            />
            {explanation ? (
              <span id={`${id}-explained`} className={styles.explained}>
                {explanation}
              </span>
            ) : null}
          </Line>
        );
      })}
    </>
  );
};
