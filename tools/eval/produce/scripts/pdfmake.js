// Forms as tables of pdfmake, which wraps, spans and breaks pages.
const fs = require('fs')
let PdfPrinter
try { PdfPrinter = require('pdfmake') } catch { process.exit(77) }

const job = JSON.parse(fs.readFileSync(process.argv[2]))
const look = job.look
if (look.Stacked) process.exit(78)

function table (f) {
  const body = []
  for (let r = 0; r < f.rows; r++) body.push(new Array(f.cols).fill({}))
  for (const c of f.cells) {
    body[c.r][c.c] = {
      text: c.t, rowSpan: c.rs, colSpan: c.cs, alignment: look.Left || c.kind === 'text' ? 'left' : 'center',
      fillColor: look.Shade && (c.kind === 'heading' || c.kind === 'label') ? '#e4e8ee' : null
    }
  }
  const sum = f.widths.reduce((a, b) => a + b)
  const room = (job.width - 68) * look.Width - f.cols * (2 * look.Padding + job.line)
  const outer = look.Borders === 'no-outer' ? 0 : job.line
  const h = look.Borders === 'none' ? 0 : job.line
  const v = look.Borders === 'horizontal' ? 0 : h
  const pad = () => look.Padding
  return {
    table: { headerRows: f.head, dontBreakRows: !look.CutRows, widths: f.widths.map(w => room * w / sum), body },
    layout: {
      hLineWidth: i => h && (i === 0 || i === f.rows ? outer : h),
      vLineWidth: i => v && (i === 0 || i === f.cols ? outer : v),
      hLineStyle: () => look.Borders === 'dashed' ? { dash: { length: 3, space: 2 } } : null,
      vLineStyle: () => look.Borders === 'dashed' ? { dash: { length: 3, space: 2 } } : null,
      paddingLeft: pad, paddingRight: pad, paddingTop: pad, paddingBottom: pad
    }
  }
}

const content = []
for (const page of job.covers) content.push({ stack: page, pageBreak: 'after' })
for (const f of job.forms) {
  if (!look.Alone) {
    content.push({ text: f.title, fontSize: look.Size * 1.6, alignment: 'center' })
    for (const s of [f.sub, ...(f.above || [])]) if (s) content.push({ text: s, alignment: 'center' })
  }
  content.push(table(f))
  if (!look.Alone) for (const s of f.below || []) content.push(s)
}
const definition = {
  pageSize: { width: job.width, height: job.height }, pageMargins: 34, content, defaultStyle: { font: 'own', fontSize: look.Size },
  header: look.Footer ? { text: job.running, fontSize: 7, margin: [34, 10, 0, 0] } : null,
  footer: look.Footer ? n => ({ text: `— ${n} —`, fontSize: 8, alignment: 'center' }) : null
}
const fonts = { own: { normal: job.font, bold: job.font, italics: job.font, bolditalics: job.font } }
async function main () {
  if (typeof PdfPrinter === 'function') {
    const doc = new PdfPrinter(fonts).createPdfKitDocument(definition)
    doc.pipe(fs.createWriteStream(process.argv[3]))
    doc.end()
    return
  }
  PdfPrinter.setFonts(fonts)
  await PdfPrinter.createPdf(definition).write(process.argv[3])
}
main()
