import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  SpinButton,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { calendarDay } from "../../domain/kit/calendar-day";
import type { ClientNumber } from "../../domain/rules/client-number";
import { printable, type PrintKey, type PrintQuestion } from "../../workbook/plan/print-book";
import { RefusalBar } from "../shell/refusal-bar";
import { useStanding } from "../shell/site";
import { usePrint } from "./use-print";

const useStyles = makeStyles({
  surface: { width: "calc(100vw - 24px)", maxWidth: "360px", padding: "16px" },
  content: { display: "grid", gap: "12px" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  days: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  day: { minWidth: 0, width: "100%" },
  actions: { display: "flex", gap: "8px", justifyContent: "flex-end" },
});

export interface PrintOffer {
  /** What is offered, the first of them chosen. */
  readonly prints: readonly [PrintKey, ...PrintKey[]];
  /** Absent: all. */
  readonly clients?: readonly ClientNumber[];
  readonly applications?: readonly string[];
  readonly building?: string;
  /** Only blank forms, for a pen. */
  readonly blank?: boolean;
}

interface DialogProps extends PrintOffer {
  readonly open: boolean;
  readonly onClose: () => void;
}

const mostCopies = 20;

/** What is printed, whether numbers are masked, how many copies: then the sheet is made and stands in front. */
export const PrintDialog = ({ open, onClose, prints, blank = false, ...what }: DialogProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { standing } = useStanding();
  const printing = usePrint();
  const [chosen, setChosen] = useState<PrintKey>(prints[0]);
  const [masked, setMasked] = useState<boolean | undefined>(undefined);
  const [empty, setEmpty] = useState(false);
  const [copies, setCopies] = useState(1);
  const [consultant, setConsultant] = useState("");
  const [days, setDays] = useState({ from: "", to: "" });
  const house = standing.state === "ours" && standing.site.policies.maskPhones;
  const consultants = standing.state === "ours" ? standing.site.consultants : [];
  const print = prints.includes(chosen) ? chosen : prints[0];
  const about = printable(print);
  const isEmpty = blank || (empty && about.hasEmpty);
  const busy = printing.step !== undefined;
  const close = (): void => {
    if (busy) {
      printing.stop();
      return;
    }
    printing.reset();
    onClose();
  };
  // One client's card, one application's paper and a building's board are what they are.
  const isWhole =
    !isEmpty && what.clients === undefined && what.applications === undefined && print !== "units";
  const [from, to] = [calendarDay(days.from), calendarDay(days.to)];
  const question: PrintQuestion = {
    ...what,
    print,
    masked: masked ?? house,
    ...(about.copies === 0 && { copies }),
    ...(isEmpty && { empty: true }),
    ...(isWhole && consultant !== "" && { consultant }),
    ...(isWhole && from !== undefined && { from }),
    ...(isWhole && to !== undefined && { to }),
  };
  const submit = async (): Promise<void> => {
    if (await printing.print(question)) onClose();
  };
  const { step } = printing;
  return (
    <Dialog open={open} onOpenChange={(_, data) => (data.open ? undefined : close())}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{blank ? t("print.emptyForms") : t("print.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            {prints.length > 1 ? (
              <Field label={t("print.which")}>
                <Select
                  value={print}
                  disabled={busy}
                  onChange={(_, { value }) => {
                    printing.reset();
                    setChosen(prints.find((each) => each === value) ?? prints[0]);
                  }}
                >
                  {prints.map((each) => (
                    <option key={each} value={each}>
                      {printable(each).title}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : (
              <p className={styles.small}>{about.title}</p>
            )}
            {blank || !about.hasEmpty ? null : (
              <Checkbox
                label={t("print.empty")}
                checked={empty}
                disabled={busy}
                onChange={(_, { checked }) => {
                  printing.reset();
                  setEmpty(checked === true);
                }}
              />
            )}
            {isWhole ? (
              <>
                <Field label={t("print.consultant")}>
                  <Select
                    value={consultant}
                    disabled={busy}
                    onChange={(_, { value }) => {
                      printing.reset();
                      setConsultant(value);
                    }}
                  >
                    <option value="">{t("print.everyone")}</option>
                    {consultants.map(({ name }) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </Select>
                </Field>
                <div className={styles.days}>
                  {(["from", "to"] as const).map((key) => (
                    <Field key={key} label={t(`print.${key}`)}>
                      <Input
                        className={styles.day}
                        type="date"
                        value={days[key]}
                        disabled={busy}
                        onChange={(_, { value }) => {
                          printing.reset();
                          setDays({ ...days, [key]: value });
                        }}
                      />
                    </Field>
                  ))}
                </div>
              </>
            ) : null}
            {isEmpty ? null : (
              <Field hint={t("print.maskHint")}>
                <Checkbox
                  label={t("print.mask")}
                  checked={masked ?? house}
                  disabled={busy}
                  onChange={(_, { checked }) => setMasked(checked === true)}
                />
              </Field>
            )}
            {about.copies > 1 ? (
              <p className={styles.small}>{t("print.ownCopies", { n: about.copies })}</p>
            ) : about.copies === 0 ? (
              <Field label={t("print.copies")} orientation="horizontal">
                <SpinButton
                  value={copies}
                  min={1}
                  max={mostCopies}
                  disabled={busy}
                  onChange={(_, { value, displayValue }) => {
                    const wanted = Math.round(value ?? Number(displayValue));
                    if (wanted >= 1) setCopies(Math.min(mostCopies, wanted));
                  }}
                />
              </Field>
            ) : null}
            {printing.nothing ? (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  {t("print.nothing", { what: about.short })} {t("print.nothingRemedy")}
                </MessageBarBody>
              </MessageBar>
            ) : null}
            {printing.many === undefined ? null : (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  {t(isWhole ? "print.many" : "print.manyHere", { n: printing.many })}
                </MessageBarBody>
              </MessageBar>
            )}
            {printing.stopped && !busy ? (
              <p className={styles.small} role="status">
                {t("print.stopped")}
              </p>
            ) : null}
            {printing.refusal ? <RefusalBar refusal={printing.refusal} retry={() => void submit()} /> : null}
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            <Button appearance="secondary" disabledFocusable={busy && printing.stopped} onClick={close}>
              {t(busy && printing.stopped ? "print.stopping" : "print.cancel")}
            </Button>
            <Button appearance="primary" disabled={busy} onClick={() => void submit()}>
              {step === undefined
                ? printing.many === undefined
                  ? t("print.prepare")
                  : t("print.prepareMany", { n: printing.many })
                : step.of > 1
                  ? t("print.progress", { done: step.done, of: step.of })
                  : t("print.preparing")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
