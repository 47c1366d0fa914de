# Writes forms as a workbook with openpyxl: a sheet for each form.
import json
import re
import sys

try:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
except ImportError:
    sys.exit(77)

job = json.load(open(sys.argv[1], encoding="utf-8"))
look = job["look"]
kinds = {"full": "thin", "hairline": "hair", "thick": "thick", "dashed": "dashed", "doubled": "double", "no-outer": "thin", "horizontal": "thin"}
book = Workbook()
book.remove(book.active)
for number, form in enumerate(job["forms"]):
    sheet = book.create_sheet("表%d" % (number + 1))
    total = sum(form["widths"])
    for i, w in enumerate(form["widths"]):
        sheet.column_dimensions[get_column_letter(i + 1)].width = 92 * look["Width"] * w / total
    row = 1
    above = [] if look["Alone"] else [form["title"], form["sub"]] + form.get("above", [])
    for text in above:
        if text:
            sheet.cell(row, 1, text).alignment = Alignment(horizontal="center")
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=form["cols"])
            row += 1
    # The sheet's row of each row of the form; hidden rows lie between.
    starts, hidden = [], []
    for r in range(form["rows"] + 1):
        starts.append(row)
        row += 1
        if look["Hidden"] and r % 9 == 8 and r < form["rows"]:
            hidden.append(row)
            row += 1
    cells = form["cells"]

    def place(m):
        c = cells[int(m.group(1))]
        return get_column_letter(c["c"] + 1) + str(starts[c["r"]])

    covered = set()
    side = Side(style=kinds.get(look["Borders"]), color="000000")
    border = Border(top=side, bottom=side) if look["Borders"] == "horizontal" else Border(top=side, bottom=side, left=side, right=side)
    for i, c in enumerate(cells):
        top, left = starts[c["r"]], c["c"] + 1
        below, right = starts[c["r"] + c["rs"] - 1], c["c"] + c["cs"]
        for r in range(top, below + 1):
            for k in range(left, right + 1):
                covered.add((r, k))
                if look["Borders"] != "none":
                    sheet.cell(r, k).border = border
        at = sheet.cell(top, left)
        stored = form.get("stored", {}).get(str(i))
        if stored:
            at.value = "=" + re.sub(r"\{(\d+)\}", place, stored["x"]) if stored["x"] else float(stored["n"]) if "." in stored["n"] else int(stored["n"])
            if stored["f"]:
                at.number_format = stored["f"]
        elif c["t"]:
            at.value = c["t"]
            at.data_type = "s"
        at.font = Font(size=look["Size"], bold=look["BoldHeads"] and c["kind"] == "heading")
        at.alignment = Alignment(horizontal="left" if look["Left"] or c["kind"] == "text" else "center", vertical="center", wrap_text=True, text_rotation=255 if c["stacked"] else 0)
        if look["Comments"] and i % 11 == 10:
            at.comment = Comment("12.50", "A")
        if (top, left) != (below, right):
            sheet.merge_cells(start_row=top, end_row=below, start_column=left, end_column=right)
    for r in hidden:
        for k in range(1, form["cols"] + 1):
            if (r, k) not in covered:
                sheet.cell(r, k, 10 + k)
        sheet.row_dimensions[r].hidden = True
    row = starts[form["rows"]]
    for text in [] if look["Alone"] else form.get("below") or []:
        sheet.cell(row, 1, text)
        row += 1
book.save(sys.argv[2])
