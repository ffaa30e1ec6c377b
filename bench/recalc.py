"""What computing a site's workbook anew costs in LibreOffice: one JSON line a figure.

recalc.py WORKBOOK FOLDER    FOLDER: for a profile of its own

Timed is `calculateAll()` alone: every formula of the workbook, once it is loaded and has been computed. First the
whole; then with values in the long registers' computed columns instead of their formulas; then each of these columns
in turn with its formulas back, less what was left without any. Processor seconds, of all threads.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.FillDirection import TO_BOTTOM

HEADERS, FIRST = 3, 4  # rows of a register's sheet, from 0
LONG = 1000  # rows


def tree(pid):
    """A process and all its threads have started: soffice is a launcher."""
    started = []
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/children") as children:
            started += children.read().split()
    return [pid, *(each for child in started for each in tree(int(child)))]


def spent(pid):
    ticks = 0
    for each in tree(pid):
        with open(f"/proc/{each}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def connected(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError("LibreOffice does not answer")


def computed_columns(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    if end.EndRow < LONG:
        return
    captions = sheet.getCellRangeByPosition(0, HEADERS, end.EndColumn, HEADERS).getDataArray()[0]
    for column, caption in enumerate(captions):
        formula = sheet.getCellByPosition(column, FIRST).getFormula()
        if formula.startswith("="):
            cells = sheet.getCellRangeByPosition(column, FIRST, column, end.EndRow)
            yield f"{sheet.Name} {caption}", cells, formula


def main(workbook, folder):
    pipe = f"recalc{os.getpid()}"
    profile = uno.systemPathToFileUrl(os.path.join(folder, "profile"))
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stderr=subprocess.DEVNULL,
    )
    desktop = connected(pipe)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(workbook), "_blank", 0, (hidden,))

    def cost():
        start = spent(office.pid)
        book.calculateAll()
        return spent(office.pid) - start

    def say(name, seconds):
        print(json.dumps({"name": name, "seconds": seconds}), flush=True)

    book.calculateAll()
    whole = cost()
    if whole == 0:
        raise RuntimeError("whose time it was is not known")
    say("", whole)
    columns = [each for sheet in book.Sheets for each in computed_columns(sheet)]
    values = [cells.getDataArray() for _, cells, _ in columns]
    for (_, cells, _), data in zip(columns, values):
        cells.setDataArray(data)
    book.calculateAll()
    rest = cost()
    for (name, cells, formula), data in zip(columns, values):
        cells.getCellByPosition(0, 0).setFormula(formula)
        cells.fillAuto(TO_BOTTOM, 1)
        book.calculateAll()
        say(name, cost() - rest)
        cells.setDataArray(data)
    say("all else", rest)
    book.close(True)
    try:
        desktop.terminate()
    except Exception:  # the bridge goes with it
        pass
    office.wait(60)


main(*(os.path.abspath(each) for each in sys.argv[1:3]))
