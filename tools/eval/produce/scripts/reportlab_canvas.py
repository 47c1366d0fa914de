# Pages drawn with ReportLab's canvas: coloured boxes, strings, straight lines.
import json, sys
try:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
except ImportError:
    sys.exit(77)

job = json.load(open(sys.argv[1], encoding='utf-8'))
pdfmetrics.registerFont(TTFont('own', job['font']))
canvas = Canvas(sys.argv[2], pageCompression=1)
for p in job['pages']:
    w, h = p['Width'], p['Height']
    canvas.setPageSize((w, h))
    canvas.setFillGray(0.9)
    for b in p['Boxes'] or []:
        if b['Shade']:
            canvas.rect(b['X0'], h - b['Y1'], b['X1'] - b['X0'], b['Y1'] - b['Y0'], stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setLineWidth(job['line'])
    if job['look']['Borders'] == 'dashed':
        canvas.setDash(3, 2)
    canvas.lines([(r['X0'], h - r['Y0'], r['X1'], h - r['Y1']) for r in p['Rules'] or []])
    for t in p['Texts'] or []:
        canvas.setFont('own', t['Size'])
        canvas.drawString(t['X'], h - t['Y'], t['Text'])
    canvas.showPage()
canvas.save()
