// Pages drawn with pdf-lib: the whole font embedded, objects in streams, rulings
// as rectangles.
const fs = require('fs')
let lib, fontkit
try { lib = require('pdf-lib'); fontkit = require('@pdf-lib/fontkit') } catch { process.exit(77) }

async function main () {
  const job = JSON.parse(fs.readFileSync(process.argv[2]))
  const doc = await lib.PDFDocument.create()
  doc.registerFontkit(fontkit)
  const font = await doc.embedFont(fs.readFileSync(job.font), { subset: job.look.Landscape })
  const w = job.line
  for (const p of job.pages) {
    const page = doc.addPage([p.Width, p.Height])
    for (const b of p.Boxes || []) {
      if (b.Shade) page.drawRectangle({ x: b.X0, y: p.Height - b.Y1, width: b.X1 - b.X0, height: b.Y1 - b.Y0, color: lib.rgb(0.9, 0.9, 0.92) })
    }
    for (const r of p.Rules || []) {
      const from = { x: r.X0, y: p.Height - r.Y0 }, to = { x: r.X1, y: p.Height - r.Y1 }
      if (job.look.Borders === 'dashed') page.drawLine({ start: from, end: to, thickness: w, dashArray: [3, 2] })
      else if (job.look.Landscape) page.drawLine({ start: from, end: to, thickness: w })
      else page.drawRectangle({ x: from.x - w / 2, y: to.y - w / 2, width: to.x - from.x + w, height: from.y - to.y + w, color: lib.rgb(0, 0, 0) })
    }
    for (const t of p.Texts || []) page.drawText(t.Text, { x: t.X, y: p.Height - t.Y, size: t.Size, font })
  }
  fs.writeFileSync(process.argv[3], await doc.save())
}
main()
