// Pages drawn on a canvas of Skia, which writes PDF.
const fs = require('fs')
let canvas
try { canvas = require('@napi-rs/canvas') } catch { process.exit(77) }

const job = JSON.parse(fs.readFileSync(process.argv[2]))
canvas.GlobalFonts.registerFromPath(job.font, 'own')
const doc = new canvas.PDFDocument({ title: job.forms[0].title })
for (const p of job.pages) {
  const ctx = doc.beginPage(p.Width, p.Height)
  ctx.fillStyle = '#e4e8ee'
  for (const b of p.Boxes || []) if (b.Shade) ctx.fillRect(b.X0, b.Y0, b.X1 - b.X0, b.Y1 - b.Y0)
  ctx.strokeStyle = ctx.fillStyle = 'black'
  ctx.lineWidth = job.line
  if (job.look.Borders === 'dashed') ctx.setLineDash([3, 2])
  const open = job.look.Borders === 'no-outer' || !['full', 'hairline', 'thick', 'dashed'].includes(job.look.Borders)
  if (open) {
    for (const r of p.Rules || []) { ctx.beginPath(); ctx.moveTo(r.X0, r.Y0); ctx.lineTo(r.X1, r.Y1); ctx.stroke() }
  } else { // a frame round every cell
    for (const b of p.Boxes || []) ctx.strokeRect(b.X0, b.Y0, b.X1 - b.X0, b.Y1 - b.Y0)
  }
  ctx.setLineDash([])
  for (const t of p.Texts || []) {
    ctx.font = (t.Bold ? 'bold ' : '') + t.Size + 'px own'
    ctx.fillText(t.Text, t.X, t.Y)
  }
  doc.endPage()
}
fs.writeFileSync(process.argv[3], doc.close())
