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
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  SpinButton,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientNumber } from "../../domain/rules/client-number";
import { printable, type PrintKey, type PrintQuestion } from "../../workbook/plan/print-book";
import { RefusalBar } from "../shell/refusal-bar";
import { useStanding } from "../shell/site";
import { usePrint } from "./use-print";

const useStyles = makeStyles({
  surface: { width: "calc(100vw - 24px)", maxWidth: "360px", padding: "16px" },
  content: { display: "grid", gap: "12px" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
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
  const house = standing.state === "ours" && standing.site.policies.maskPhones;
  const print = prints.includes(chosen) ? chosen : prints[0];
  const about = printable(print);
  const isEmpty = blank || (empty && about.hasEmpty);
  const busy = printing.step !== undefined;
  const close = (): void => {
    if (busy) return;
    printing.reset();
    onClose();
  };
  const question: PrintQuestion = {
    ...what,
    print,
    masked: masked ?? house,
    ...(about.copies === 0 && { copies }),
    ...(isEmpty && { empty: true }),
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
            {printing.refusal ? <RefusalBar refusal={printing.refusal} retry={() => void submit()} /> : null}
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            <Button appearance="secondary" disabled={busy} onClick={close}>
              {t("print.cancel")}
            </Button>
            <Button appearance="primary" disabled={busy} onClick={() => void submit()}>
              {step === undefined
                ? t("print.prepare")
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
