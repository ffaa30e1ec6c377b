/** The card of one unit: what it is, whose it is, what was paid, and what may be done with it now. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ApplicationKind } from "../../domain/forms/applications";
import type { UnitState } from "../../domain/forms/units";
import type { BoardUnit } from "../../domain/register/sales/unit-board";
import { type Fact, Facts } from "./facts";
import { amounts, useStateStyles } from "./state-look";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "8px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: { display: "flex", alignItems: "center", gap: "8px" },
  unit: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  state: { padding: "0 6px", borderRadius: tokens.borderRadiusSmall, whiteSpace: "nowrap" },
  close: { marginLeft: "auto", minWidth: 0, padding: "0 6px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

export type CardAct = "hold" | "release" | "deal" | "sign" | "receive";

/** What the pane offers by state; the decisions say whether it may be. */
const actsOf: Readonly<Record<UnitState, readonly CardAct[]>> = {
  可售: ["hold", "deal", "receive"],
  保留: ["deal", "receive", "release"],
  认购: ["sign", "receive"],
  签约: ["receive"],
  已售: [],
  不可售: [],
};

const labels = {
  hold: "board.hold",
  release: "board.release",
  deal: "board.toDeal",
  sign: "board.sign",
  receive: "board.receive",
} as const satisfies Readonly<Record<CardAct, string>>;

const applicationsOf: Readonly<Record<UnitState, readonly ApplicationKind[]>> = {
  可售: [],
  保留: [],
  认购: ["退房申请", "调房申请", "更名申请", "特惠申请", "户型结构变更"],
  签约: ["退房申请", "更名申请", "户型结构变更"],
  已售: ["退房申请", "更名申请", "户型结构变更"],
  不可售: [],
};

const applicationLabels = {
  退房申请: "board.refund",
  调房申请: "board.exchange",
  更名申请: "board.rename",
  特惠申请: "board.discount",
  户型结构变更: "board.alter",
} as const satisfies Readonly<Record<ApplicationKind, string>>;

interface UnitCardProps {
  readonly of: BoardUnit;
  /** As the registers name them; the number where they do not. */
  readonly holder: string;
  readonly busy: boolean;
  /** What is being filled in below: its button gives way to it. */
  readonly entering: CardAct | undefined;
  readonly onAct: (act: CardAct) => void;
  readonly onApply: (kind: ApplicationKind) => void;
  /** To the deal's payments; nothing without a deal. */
  readonly onMoney: (() => void) | undefined;
  readonly onJump: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export const UnitCard = (props: UnitCardProps) => {
  const { unit, state, says, deal, price } = props.of;
  const styles = useStyles();
  const states = useStateStyles();
  const { t } = useTranslation();
  const yuan = (amount: number) => t("board.totalOf", { n: amounts.format(amount) });
  const next = deal?.instalments.find(({ outstanding }) => outstanding > 0);
  const area = unit.floorArea === undefined ? "" : t("board.areaOf", { n: amounts.format(unit.floorArea) });
  const unitPrice =
    unit.unitPrice === undefined ? "" : t("board.priceOf", { n: amounts.format(unit.unitPrice) });
  const facts: readonly Fact[] = [
    [t("board.facts"), [unit.layout, area].filter((each) => each !== "").join(" · ")],
    [
      t("board.listPrice"),
      [unitPrice, price === undefined ? "" : yuan(price)].filter((each) => each !== "").join(" · "),
    ],
    [t("board.client"), props.holder],
    [t("board.subscribed"), deal?.subscribedOn ?? ""],
    [t("board.signed"), deal?.signedOn ?? ""],
    [t("board.dealPrice"), deal?.totalPrice === undefined ? "" : yuan(deal.totalPrice)],
    [t("board.paid"), deal === undefined ? "" : yuan(deal.paid)],
    [t("board.owed"), deal?.owed === undefined ? "" : yuan(deal.owed)],
    [
      t("board.nextDue"),
      next === undefined
        ? ""
        : t("board.nextDueOf", {
            day: next.dueOn ?? "",
            term: next.term,
            n: amounts.format(next.outstanding),
          }),
    ],
  ];
  const kinds = applicationsOf[state];
  const [first] = actsOf[state];
  return (
    <div className={styles.card} role="region" aria-label={t("board.card", { unit: unit.unitNo })}>
      <div className={styles.head}>
        <span className={styles.unit}>{unit.unitNo}</span>
        <span className={mergeClasses(styles.state, states[state])}>
          {says === state ? t(`board.state_${state}`) : says}
        </span>
        <Button
          size="small"
          appearance="subtle"
          className={styles.close}
          icon={<Dismiss16Regular />}
          aria-label={t("board.close")}
          title={t("board.close")}
          onClick={props.onClose}
        />
      </div>
      {/* An entry needs the room; whose unit it is stays in sight. */}
      <Facts facts={facts.filter(([term]) => props.entering === undefined || term === t("board.client"))} />
      {props.children}
      {props.entering !== undefined ? null : (
        <div className={styles.buttons}>
          {actsOf[state].map((act) => (
            <Button
              key={act}
              size="small"
              appearance={act === first ? "primary" : "secondary"}
              disabledFocusable={props.busy}
              onClick={() => props.onAct(act)}
            >
              {t(labels[act])}
            </Button>
          ))}
          {props.onMoney === undefined ? null : (
            <Button size="small" onClick={props.onMoney}>
              {t("pages.money")}
            </Button>
          )}
          {kinds.length === 0 ? null : (
            <Menu positioning="above-start">
              <MenuTrigger disableButtonEnhancement>
                <Button size="small">{t("board.more")}</Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {kinds.map((kind) => (
                    <MenuItem key={kind} onClick={() => props.onApply(kind)}>
                      {t(applicationLabels[kind])}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
          <Button size="small" appearance="subtle" onClick={props.onJump}>
            {t("board.inSheet")}
          </Button>
        </div>
      )}
    </div>
  );
};
