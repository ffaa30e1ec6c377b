/** 收编: takes in an old register, from a file or another sheet; nothing is dropped in silence. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useToasts } from "../shell/toasts";
import { DoneStep } from "./done-step";
import { countOf } from "./fate-list";
import { LastImport } from "./last-import";
import { MatchStep } from "./match-step";
import type { OtherSheet } from "./old-source";
import { PreviewStep } from "./preview-step";
import { SourceStep } from "./source-step";
import { WritingBar } from "./writing-bar";
import { StepsBar } from "./steps-bar";
import { useAdopt } from "./use-adopt";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    margin: "8px 0 0",
  },
  space: { flex: 1 },
  progress: { flex: 1, display: "grid", gap: "4px", fontSize: tokens.fontSizeBase200 },
});

export const AdoptPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const toast = useToasts();
  const adopting = useAdopt();
  const [sheets, setSheets] = useState<readonly OtherSheet[]>([]);
  const { where, chosen, preview, isBehind, reading } = adopting;
  const head = (
    <>
      <h2 className={styles.title}>{t("pages.adopt")}</h2>
      <StepsBar step={where.step} />
    </>
  );
  const refused = (retry: () => void) =>
    adopting.refusal ? <RefusalBar refusal={adopting.refusal} retry={retry} /> : null;

  if (where.step === "source" || chosen === undefined)
    return (
      <PageFrame label={t("pages.adopt")} onCancel={() => go("today")}>
        {head}
        {refused(adopting.forgetRefusal)}
        <SourceStep
          reading={reading}
          fault={adopting.fault}
          onFiles={([file, more]) => {
            if (file === undefined) return;
            if (more !== undefined) toast({ title: t("adopt.oneFile", { file: file.name }), intent: "info" });
            void adopting.readFile(file);
          }}
          onSheet={(name) => void adopting.readSheet(name)}
          sheets={sheets}
          onSheets={setSheets}
          onCancel={adopting.isCancellable ? adopting.cancelReading : undefined}
        />
        {reading === undefined ? <LastImport /> : null}
      </PageFrame>
    );

  if (where.step === "match") {
    const isReady = chosen.table !== undefined && chosen.table.rows.length > 0 && reading === undefined;
    return (
      <PageFrame
        key={adopting.at}
        label={t("adopt.match")}
        notice={refused(() => void adopting.toPreview())}
        onSubmit={() => void adopting.toPreview()}
        onCancel={adopting.startOver}
        bar={
          <>
            <Button onClick={adopting.startOver}>{t("adopt.back")}</Button>
            <span className={styles.space} />
            <Button appearance="primary" type="submit" disabledFocusable={!isReady}>
              {reading === undefined ? t("adopt.preview") : t("shell.reading")}
            </Button>
          </>
        }
      >
        {head}
        <MatchStep
          all={adopting.all}
          at={adopting.at}
          onPick={adopting.pick}
          onForm={adopting.setForm}
          onHeader={adopting.setHeader}
          onUse={adopting.setUse}
        />
      </PageFrame>
    );
  }

  if (where.step === "preview" && preview === undefined)
    return (
      <PageFrame
        label={t("adopt.preview")}
        onCancel={adopting.backToMatch}
        bar={<Button onClick={adopting.backToMatch}>{t("adopt.back")}</Button>}
      >
        {head}
        <div className={styles.progress} role="status">
          {t("adopt.figuring", { n: chosen.table?.rows.length ?? 0 })}
          <ProgressBar thickness="large" />
        </div>
      </PageFrame>
    );

  if (where.step === "preview" && preview !== undefined && chosen.table !== undefined) {
    const { taken, joined } = countOf(preview.fates);
    const rows = taken + joined;
    return (
      <PageFrame
        label={t("adopt.preview")}
        notice={refused(() => void adopting.run())}
        onSubmit={() => {
          if (rows > 0 && !isBehind) void adopting.run();
        }}
        onCancel={() => {
          if (adopting.writing) adopting.stopWriting();
          else adopting.backToMatch();
        }}
        bar={
          adopting.writing ? (
            <WritingBar writing={adopting.writing} rows={rows} onStop={adopting.stopWriting} />
          ) : (
            <>
              <Button onClick={adopting.backToMatch}>{t("adopt.back")}</Button>
              <span className={styles.space} />
              <Button appearance="primary" type="submit" disabledFocusable={rows === 0 || isBehind}>
                {isBehind
                  ? t("adopt.figuring", { n: chosen.table.rows.length })
                  : t("adopt.run", { n: rows })}
              </Button>
            </>
          )
        }
      >
        {head}
        <PreviewStep
          preview={preview}
          table={chosen.table}
          form={chosen.form}
          mapping={chosen.mapping}
          answers={adopting.answers}
          onAnswer={adopting.answer}
        />
      </PageFrame>
    );
  }

  if (where.step !== "done") return null;
  const { next } = adopting;
  return (
    <PageFrame
      label={t("adopt.done")}
      bar={
        <>
          <Button onClick={adopting.startOver}>{t("adopt.start")}</Button>
          <span className={styles.space} />
          <Button appearance={next < 0 ? "primary" : "secondary"} onClick={() => go("today")}>
            {t("new.toToday")}
          </Button>
        </>
      }
    >
      {head}
      <DoneStep
        adoption={where.adoption}
        chosen={chosen}
        year={adopting.year}
        did={where.did}
        onNext={next < 0 ? undefined : () => adopting.goOn(next)}
        onTakenBack={adopting.takenBack}
      />
    </PageFrame>
  );
};
