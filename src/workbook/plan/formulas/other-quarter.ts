import { halfAQuarter } from "../../../domain/forms/progress";
import { settings } from "../site-sheet";

const [start, planned] = [settings.quarterStart, settings.plannedFrom];

/** As `otherQuarterPlanned` of the domain: 季度进度's plan was made for another quarter than 季度起始日 says. */
export const otherQuarterPlanned = `AND(COUNT(${start},${planned})=2,ABS(N(${start})-N(${planned}))>=${halfAQuarter})`;
