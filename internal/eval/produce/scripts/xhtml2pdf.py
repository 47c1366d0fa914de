# A web page printed by xhtml2pdf, which lays it out with ReportLab.
import json, sys
try:
    from xhtml2pdf import pisa
except ImportError:
    sys.exit(77)

job = json.load(open(sys.argv[1], encoding='utf-8'))
look = job['look']
if look['Borders'] not in ('full', 'hairline', 'thick') or look['Stacked'] or look['Overflow']:
    sys.exit(78)
head = "<style>@font-face { font-family: own; src: url(%s); } body, td, p, h1 { font-family: own; -pdf-word-wrap: CJK; } " % job["font"]
html = job["html"].replace("<style>", head, 1)
with open(sys.argv[2], 'wb') as f:
    if pisa.CreatePDF(html, dest=f, encoding='utf-8').err:
        sys.exit(1)
