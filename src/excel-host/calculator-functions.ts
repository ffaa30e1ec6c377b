import type { BaseFunction } from "@univerjs/engine-formula";

/** Functions where Univer 0.25.1 differs from Excel and LibreOffice, done again. */
export const betterFunctions = (): readonly BaseFunction[] => [];
