// Pages drawn with PDFKit: a font subset, every string placed glyph by glyph.
const fs = require('fs')
let PDFDocument
try { PDFDocument = require('pdfkit') } catch { process.exit(77) }

const job = JSON.parse(fs.readFileSync(process.argv[2]))
const doc = new PDFDocument({ autoFirstPage: false, margin: 0 })
doc.pipe(fs.createWriteStream(process.argv[3]))
doc.registerFont('own', job.font)
for (const p of job.pages) {
  doc.addPage({ size: [p.Width, p.Height], margin: 0 })
  for (const b of p.Boxes || []) {
    if (b.Shade) doc.rect(b.X0, b.Y0, b.X1 - b.X0, b.Y1 - b.Y0).fill('#e4e8ee')
  }
  doc.lineWidth(job.line).strokeColor('#222222')
  if (job.look.Borders === 'dashed') doc.dash(3, { space: 2 })
  for (const r of p.Rules || []) doc.moveTo(r.X0, r.Y0).lineTo(r.X1, r.Y1).stroke()
  doc.undash().fillColor('black')
  for (const t of p.Texts || []) {
    doc.font('own').fontSize(t.Size).text(t.Text, t.X, t.Y, { lineBreak: false, baseline: 'alphabetic' })
  }
}
doc.end()
