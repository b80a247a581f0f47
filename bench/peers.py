"""The other programs' side of the measurements: each does from the same input what ours does.

peers.py load FILE…                 read workbooks with openpyxl, stored values
peers.py xlsxwriter ROWS.json OUT   write the list with XlsxWriter
peers.py openpyxl ROWS.json OUT     write the list with openpyxl
"""
import json
import sys


def load(paths):
    import openpyxl

    sheets = sum(len(openpyxl.load_workbook(path, data_only=True).sheetnames) for path in paths)
    print(f"{sheets} sheets")


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        listed = json.load(file)
    return listed["columns"], listed["rows"]


def xlsxwriter(path, out):
    import xlsxwriter

    columns, rows = rows_of(path)
    workbook = xlsxwriter.Workbook(out)
    face = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True, "valign": "vcenter"}
    head, text = workbook.add_format({**face, "bold": True, "align": "center"}), workbook.add_format({**face, "num_format": "@"})
    figure = workbook.add_format({**face, "num_format": "#,##0"})
    sheet = workbook.add_worksheet("Danh sách")
    sheet.set_landscape(), sheet.set_paper(9), sheet.fit_to_pages(1, 0), sheet.repeat_rows(0), sheet.freeze_panes(1, 0)
    sheet.set_footer("&CTrang &P / &N")
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column["width"])
        sheet.write_string(0, place, column["title"], head)
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, 32)
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, place, value, figure)
            else:
                sheet.write_string(line, place, value or "", text)
    workbook.close()


def openpyxl_write(path, out):
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    columns, rows = rows_of(path)
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Danh sách"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows, sheet.freeze_panes = "1:1", "A2"
    sheet.oddFooter.center.text = "Trang &P / &N"
    side = Side(style="thin")
    border, font, bold = Border(side, side, side, side), Font("Times New Roman", 12), Font("Times New Roman", 12, bold=True)
    wrap, middle = Alignment(vertical="center", wrap_text=True), Alignment("center", "center", wrap_text=True)

    def put(line, place, value, number_format, font, alignment):
        cell = sheet.cell(line, place, value)
        cell.font, cell.border, cell.alignment, cell.number_format = font, border, alignment, number_format

    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column["width"]
        put(1, place, column["title"], "@", bold, middle)
    for line, row in enumerate(rows, 2):
        sheet.row_dimensions[line].height = 32
        for place, value in enumerate(row, 1):
            put(line, place, value, "#,##0" if isinstance(value, int) else "@", font, wrap)
    workbook.save(out)


if __name__ == "__main__":
    verb, *rest = sys.argv[1:] or ["help"]
    verbs = {"load": lambda: load(rest), "xlsxwriter": lambda: xlsxwriter(*rest), "openpyxl": lambda: openpyxl_write(*rest)}
    verbs.get(verb, lambda: sys.exit(__doc__))()
