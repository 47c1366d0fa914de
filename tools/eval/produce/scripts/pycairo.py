# Pages drawn with Cairo directly, text by its toy interface.
import json, sys
try:
    import cairo
except ImportError:
    sys.exit(77)

job = json.load(open(sys.argv[1], encoding='utf-8'))
look = job['look']
family = {'': 'Noto Sans CJK SC', 'serif': 'Noto Serif CJK SC', 'zenhei': 'WenQuanYi Zen Hei', 'ming': 'Noto Serif CJK SC', 'kai': 'Noto Sans CJK SC'}[look['Font']]
surface = cairo.PDFSurface(sys.argv[2], 1, 1)
ctx = cairo.Context(surface)
for p in job['pages']:
    surface.set_size(p['Width'], p['Height'])
    for b in p['Boxes'] or []:
        if b['Shade']:
            ctx.set_source_rgb(0.9, 0.9, 0.92)
            ctx.rectangle(b['X0'], b['Y0'], b['X1'] - b['X0'], b['Y1'] - b['Y0'])
            ctx.fill()
    ctx.set_source_rgb(0, 0, 0)
    ctx.set_line_width(job['line'])
    ctx.set_dash([3, 2] if look['Borders'] == 'dashed' else [])
    for r in p['Rules'] or []:  # one path for all
        ctx.move_to(r['X0'], r['Y0'])
        ctx.line_to(r['X1'], r['Y1'])
    ctx.stroke()
    for t in p['Texts'] or []:
        ctx.select_font_face(family, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if t['Bold'] else cairo.FONT_WEIGHT_NORMAL)
        ctx.set_font_size(t['Size'])
        ctx.move_to(t['X'], t['Y'])
        ctx.show_text(t['Text'])
    ctx.show_page()
surface.finish()
