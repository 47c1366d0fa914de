# Forms as platypus tables of ReportLab, which wraps, spans and breaks pages.
import json, sys
try:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.doctemplate import LayoutError
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
except ImportError:
    sys.exit(77)
from xml.sax.saxutils import escape

job = json.load(open(sys.argv[1], encoding='utf-8'))
look = job['look']
if look['Font'] in ('', 'serif', 'ming'):
    font = 'STSong-Light'  # named, not embedded; codes of UniGB-UCS2-H
    pdfmetrics.registerFont(UnicodeCIDFont(font))
else:
    font = 'own'
    pdfmetrics.registerFont(TTFont(font, job['font']))
size, pad = look['Size'], look['Padding']
line = dict(width=job['line'], dash=(3, 2) if look['Borders'] == 'dashed' else None)
if look['Borders'] == 'no-outer' or look['Stacked']:
    sys.exit(78)


def style(align, factor=1.0):
    return ParagraphStyle('s', fontName=font, fontSize=size * factor, leading=size * factor * 1.3, alignment=align, wordWrap='CJK')


def para(text, align, factor=1.0):
    return Paragraph(escape(text).replace('\n', '<br/>'), style(align, factor))


def ruling():
    args = [job['line'], (0, 0, 0)]
    if look['Borders'] == 'dashed':
        args += [None, (3, 2)]
    if look['Borders'] == 'doubled':
        args += [None, None, None, 2, 1.5]
    cmds = {'none': [], 'horizontal': ['LINEABOVE', 'LINEBELOW']}.get(look['Borders'], ['GRID'])
    return [tuple([c, (0, 0), (-1, -1)] + args) for c in cmds]


def table(f):
    room = (job['width'] - 68) * look['Width']
    widths = [room * w / sum(f['widths']) for w in f['widths']]
    data = [[''] * f['cols'] for _ in range(f['rows'])]
    cmds = ruling() + [(k + 'PADDING', (0, 0), (-1, -1), pad) for k in ('LEFT', 'RIGHT', 'TOP', 'BOTTOM')]
    cmds.append(('VALIGN', (0, 0), (-1, -1), 'TOP' if look['Left'] else 'MIDDLE'))
    for c in f['cells']:
        a, b = (c['c'], c['r']), (c['c'] + c['cs'] - 1, c['r'] + c['rs'] - 1)
        left = look['Left'] or c['kind'] == 'text'
        data[c['r']][c['c']] = para(c['t'], 0 if left else 1) if c['t'] else ''
        if a != b:
            cmds.append(('SPAN', a, b))
        if look['Shade'] and c['kind'] in ('heading', 'label'):
            cmds.append(('BACKGROUND', a, b, (0.88, 0.9, 0.93)))
    return Table(data, widths, style=cmds, repeatRows=f['head'])


story = []
for page in job['covers']:
    story += [para(s, 0) for s in page] + [PageBreak()]
for f in job['forms']:
    if not look['Alone']:
        story.append(para(f['title'], 1, 1.6))
        story += [para(s, 1) for s in [f['sub']] + (f.get('above') or []) if s]
    story += [Spacer(1, 4), table(f), Spacer(1, 4)]
    if not look['Alone']:
        story += [para(s, 0) for s in f.get('below') or []]


def running(canvas, doc):
    if look['Footer']:
        canvas.setFont(font, 7)
        canvas.drawString(34, job['height'] - 20, job['running'])
        canvas.drawCentredString(job['width'] / 2, 14, '— %d —' % doc.page)


doc = SimpleDocTemplate(sys.argv[2], pagesize=(job['width'], job['height']), leftMargin=28, rightMargin=28, topMargin=28, bottomMargin=28)
try:
    doc.build(story, onFirstPage=running, onLaterPages=running)
except LayoutError:  # a row is higher than the page
    sys.exit(78)
