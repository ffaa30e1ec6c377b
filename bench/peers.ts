/** Other programs doing comparable work, as whole processes; left out and said so where they are not on this machine. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

export const hasOpenpyxl = spawnSync(python, ["-c", "import openpyxl"]).status === 0;

/** Runs a Python script; its start-up counts, as it does for whoever uses it. */
export const runPython = (script: string, ...args: readonly string[]): void => {
  execFileSync(python, ["-c", script, ...args]);
};

export const readAll = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
for sheet in book:
    for row in sheet.iter_rows(values_only=True):
        pass
`;
