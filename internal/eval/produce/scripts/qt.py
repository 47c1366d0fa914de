# A web page laid out by Qt's rich text, printed by Qt's own PDF engine.
import json, os, sys
os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
try:
    from PyQt5.QtCore import QMarginsF, QSizeF
    from PyQt5.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
    from PyQt5.QtWidgets import QApplication
except ImportError:
    sys.exit(77)

job = json.load(open(sys.argv[1], encoding='utf-8'))
look = job['look']
if look['Borders'] not in ('full', 'hairline', 'thick', 'none') or look['Stacked'] or look['Overflow']:
    sys.exit(78)
app = QApplication(sys.argv[:1])
writer = QPdfWriter(sys.argv[2])
writer.setResolution(600)
writer.setPageLayout(QPageLayout(QPageSize(QSizeF(job['width'], job['height']), QPageSize.Point, '', QPageSize.ExactMatch), QPageLayout.Portrait, QMarginsF(0, 0, 0, 0)))
doc = QTextDocument()
px = 96 / 72  # Qt lays out at 96 dots an inch
doc.setDocumentMargin(34 * px)
doc.setPageSize(QSizeF(job['width'] * px, job['height'] * px))
html = job['html']
if look['Borders'] != 'none':
    html = html.replace('border-collapse:collapse;', 'border-collapse:collapse;border:%gpt solid black;' % max(job['line'], 0.5), 1)
doc.setHtml(html)
doc.print_(writer)
