"""Damages a site's workbook as scripts and other programs do, with openpyxl, which knows nothing of what refers to what.

damage.py FILE FOLDER    writes columns.xlsx, names.xlsx, rules.xlsx and tables.xlsx into FOLDER
"""

import os
import sys
import warnings

import openpyxl
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.utils import get_column_letter, range_boundaries

warnings.simplefilter("ignore")


def table_of(sheet, name):
    table = sheet.tables[name]
    left, top, right, bottom = range_boundaries(table.ref)
    return table, left, top, right, bottom


def resize(table, left, top, right, bottom):
    table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
    if table.autoFilter is not None:
        table.autoFilter.ref = table.ref
    for at, column in enumerate(table.tableColumns):
        column.id = at + 1


def place(table, caption):
    return [column.name for column in table.tableColumns].index(caption)


def column_deleted(book):
    sheet = book["来访登记"]
    table, left, top, right, bottom = table_of(sheet, "Visitors")
    at = place(table, "性别")
    sheet.delete_cols(left + at)
    del table.tableColumns[at]
    resize(table, left, top, right - 1, bottom)


def column_renamed(book):
    sheet = book["来访登记"]
    table, left, top, _, _ = table_of(sheet, "Visitors")
    at = place(table, "客户姓名")
    table.tableColumns[at].name = "姓名"
    sheet.cell(top, left + at).value = "姓名"


def column_moved(book):
    sheet = book["等级跟踪"]
    table, left, top, right, bottom = table_of(sheet, "Grades")
    at = place(table, "客户编号")
    columns = list(table.tableColumns)
    columns.append(columns.pop(at))
    table.tableColumns = columns
    for row in range(top, bottom + 1):
        values = [sheet.cell(row, column).value for column in range(left, right + 1)]
        values.append(values.pop(at))
        for column, value in enumerate(values):
            sheet.cell(row, left + column).value = value
    resize(table, left, top, right, bottom)


def formula_overwritten(book):
    sheet = book["等级跟踪"]
    table, left, top, _, _ = table_of(sheet, "Grades")
    sheet.cell(top + 2, left + place(table, "客户姓名")).value = "手填的名字"
    sheet.cell(top + 3, left + place(table, "跟进状态")).value = None


def drop_down_gone(book):
    sheet = book["来访登记"]
    rules = sheet.data_validations.dataValidation
    sheet.data_validations.dataValidation = [rule for rule in rules if "E5" not in str(rule.sqref)]


def colours_gone(book):
    book["等级跟踪"].conditional_formatting = ConditionalFormattingList()


def rows_outside(book):
    sheet = book["来访登记"]
    table, left, _, _, bottom = table_of(sheet, "Visitors")
    for caption, value in {"客户编号": "LY-QQ001", "客户姓名": "钱七", "手机": "13803791299"}.items():
        sheet.cell(bottom + 2, left + place(table, caption)).value = value


def table_is_range(book):
    del book["来访登记"].tables["Visitors"]


def name_gone(book):
    names = book.defined_names
    if hasattr(names, "delete"):
        names.delete("今天")
    else:
        del names["今天"]


def sheet_gone(book):
    del book["接待轮序"]


# Damage of several kinds in one file: each costs the reading and writing of a workbook.
files = {
    "columns": (column_deleted, column_moved),
    "names": (column_renamed, formula_overwritten, name_gone),
    "rules": (drop_down_gone, colours_gone, rows_outside, sheet_gone),
    "tables": (table_is_range,),
}

file, folder = sys.argv[1:3]
for name, damages in files.items():
    book = openpyxl.load_workbook(file)
    for damage in damages:
        damage(book)
    book.save(os.path.join(folder, name + ".xlsx"))
