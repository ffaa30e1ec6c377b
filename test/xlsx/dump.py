"""What openpyxl makes of workbooks: one JSON line a file, for tests to compare with.

dump.py values FILE...    every cell's value (stored results of formulas), merges, 1904
dump.py book FILE...      everything else: looks, tables, rules, print, names, as far as a Book says it
"""

import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def plain(value):
    if isinstance(value, datetime.datetime):
        return {"at": value.isoformat(sep=" ", timespec="milliseconds")}
    if isinstance(value, datetime.date):
        return {"at": value.isoformat() + " 00:00:00.000"}
    if isinstance(value, datetime.time):
        return {"seconds": value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6}
    if isinstance(value, datetime.timedelta):
        return {"seconds": value.total_seconds()}
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)


def values(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return [
        {
            "name": sheet.title,
            "cells": {
                cell.coordinate: plain(cell.value) for cell in sheet._cells.values() if cell.value is not None
            },
            "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
            "state": sheet.sheet_state,
            "date1904": book.epoch.year == 1904,
        }
        for sheet in book.worksheets
    ]


def color(value):
    return value.rgb if value is not None and value.type == "rgb" else None


def look(cell):
    return {
        "font": [cell.font.name, cell.font.sz, bool(cell.font.b), bool(cell.font.i), cell.font.u],
        "color": color(cell.font.color),
        "fill": color(cell.fill.fgColor) if cell.fill.fill_type == "solid" else None,
        "align": [cell.alignment.horizontal, cell.alignment.vertical, bool(cell.alignment.wrap_text)],
        "format": cell.number_format,
        "border": [cell.border.left.style, color(cell.border.left.color) if cell.border.left.style else None],
        "locked": cell.protection.locked,
    }


def axis(found):
    if found is None or found.delete:
        return None
    texts = [run.t for line in found.title.tx.rich.p for run in line.r or []] if found.title else []
    return {
        "title": "".join(texts) or None,
        "format": [found.numFmt.formatCode, found.numFmt.sourceLinked] if found.numFmt else None,
        "limits": [found.scaling.min, found.scaling.max],
        "reversed": found.scaling.orientation == "maxMin",
        "crosses": found.crosses,
    }


def fill_of(properties):
    fill = properties.solidFill if properties is not None else None
    return fill.srgbClr if fill is not None else None


def line_of(properties):
    return fill_of(properties.ln) if properties is not None and properties.ln is not None else None


def series_of(series):
    categories = series.cat
    return {
        "name": series.tx.v if series.tx else None,
        "values": series.val.numRef.f,
        "cache": [point.v for point in series.val.numRef.numCache.pt] if series.val.numRef.numCache else None,
        "categories": (categories.strRef or categories.numRef).f if categories else None,
        "colors": [fill_of(series.spPr), line_of(series.spPr)],
        "points": [[point.idx, fill_of(point.spPr)] for point in series.dPt or []],
        "labels": [series.dLbls.showVal, series.dLbls.showPercent] if series.dLbls else None,
    }


def chart_of(drawn):
    groups = drawn._charts
    start, end = drawn.anchor._from, drawn.anchor.to
    first = groups[0]
    return {
        "place": [start.row, start.col, end.row, end.col],
        "groups": [
            [type(group).__name__, getattr(group, "barDir", None), getattr(group, "grouping", None),
             [series_of(series) for series in group.series],
             axis(getattr(group, "x_axis", None)), axis(getattr(group, "y_axis", None))]
            for group in groups
        ],
        "title": "".join(run.t for line in first.title.tx.rich.p for run in line.r or []) if first.title else None,
        "legend": first.legend.position if first.legend else None,
    }


def own_names(sheet):
    """Names confined to the sheet; openpyxl before 3.1 keeps them with the workbook's."""
    kept = getattr(sheet.parent.defined_names, "definedName", None)
    if kept is None:
        return {name: found.attr_text for name, found in sheet.defined_names.items()}
    index = sheet.parent.index(sheet)
    return {found.name: found.attr_text for found in kept if found.localSheetId == index}


def more_print(sheet):
    setup = sheet.page_setup
    return {
        "breaks": [found.id for found in sheet.row_breaks.brk],
        "area": [sheet.print_area] if isinstance(sheet.print_area, str) else sheet.print_area or [],
        "scale": setup.scale,
        "header": [sheet.oddHeader.left.text, sheet.oddHeader.right.text],
        "footer": [sheet.oddFooter.left.text, sheet.oddFooter.right.text],
        "verticallyCentered": sheet.print_options.verticalCentered,
    }


def sheet_of(sheet):
    setup = sheet.page_setup
    margins = sheet.page_margins
    protection = sheet.protection
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "tab": color(sheet.sheet_properties.tabColor),
        "gridlines": sheet.sheet_view.showGridLines,
        "freeze": sheet.freeze_panes,
        "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
        "widths": {
            name: [column.width, column.hidden] for name, column in sheet.column_dimensions.items()
        },
        "heights": {
            row: [size.height, size.hidden]
            for row, size in sheet.row_dimensions.items()
            if size.height is not None or size.hidden
        },
        "defaultHeight": [sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight],
        "formulas": {
            cell.coordinate: cell.value
            for cell in sheet._cells.values()
            if cell.data_type == "f"
        },
        "types": {cell.coordinate: cell.data_type for cell in sheet._cells.values() if cell.value is not None},
        "looks": {cell.coordinate: look(cell) for cell in sheet._cells.values()},
        "links": {
            cell.coordinate: [cell.hyperlink.location, cell.hyperlink.tooltip]
            for cell in sheet._cells.values()
            if cell.hyperlink
        },
        "tables": [
            {
                "name": table.displayName,
                "ref": table.ref,
                "filter": table.autoFilter.ref if table.autoFilter else None,
                "columns": [
                    [column.name, column.calculatedColumnFormula.attr_text if column.calculatedColumnFormula else None]
                    for column in table.tableColumns
                ],
                "style": (
                    [table.tableStyleInfo.name, table.tableStyleInfo.showRowStripes]
                    if table.tableStyleInfo
                    else None
                ),
            }
            for table in sheet.tables.values()
        ],
        "validations": [
            {
                "range": str(rule.sqref),
                "rule": [rule.type, rule.operator, rule.formula1, rule.formula2],
                "blank": rule.allowBlank,
                "error": [rule.showErrorMessage, rule.errorStyle, rule.errorTitle, rule.error],
                "prompt": [rule.showInputMessage, rule.promptTitle, rule.prompt],
            }
            for rule in sheet.data_validations.dataValidation
        ],
        "highlights": [
            {
                "range": str(found.sqref),
                "formula": rule.formula[0],
                "priority": rule.priority,
                "stop": rule.stopIfTrue,
                "fill": color(rule.dxf.fill.bgColor) if rule.dxf.fill else None,
                "font": [rule.dxf.font.b, rule.dxf.font.strike, color(rule.dxf.font.color)] if rule.dxf.font else None,
                "border": color(rule.dxf.border.left.color) if rule.dxf.border else None,
            }
            for found in sheet.conditional_formatting
            for rule in found.rules
        ],
        "protection": {
            "on": protection.sheet,
            "formatColumns": protection.formatColumns,
            "sort": protection.sort,
            "autoFilter": protection.autoFilter,
            "password": protection.password,
        },
        "print": {
            "orientation": setup.orientation,
            "paper": setup.paperSize,
            "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage if sheet.sheet_properties.pageSetUpPr else None,
                    setup.fitToWidth, setup.fitToHeight],
            "titles": sheet.print_title_rows,
            "header": sheet.oddHeader.center.text,
            "footer": sheet.oddFooter.center.text,
            "margins": [margins.top, margins.bottom, margins.left, margins.right],
            "centered": sheet.print_options.horizontalCentered,
        },
        "morePrint": more_print(sheet),
        "charts": [chart_of(chart) for chart in sheet._charts],
        "names": own_names(sheet),
    }


def book(path):
    found = openpyxl.load_workbook(path)
    names = found.defined_names
    kept = getattr(names, "definedName", None)
    return {
        "sheets": [sheet_of(sheet) for sheet in found.worksheets],
        "names": {
            name.name: name.attr_text
            for name in (names.values() if kept is None else kept)
            if name.localSheetId is None
        },
        "fullCalcOnLoad": found.calculation.fullCalcOnLoad,
    }


for path in sys.argv[2:]:
    try:
        print(json.dumps({"file": path, "found": (values if sys.argv[1] == "values" else book)(path)}))
    except Exception as error:  # noqa: BLE001 - whatever openpyxl raises is its answer
        print(json.dumps({"file": path, "error": f"{type(error).__name__}: {error}"[:200]}))
