// Forms as tables of jsPDF's plugin AutoTable.
const fs = require('fs')
let jsPDF, autoTable
try { ({ jsPDF } = require('jspdf')); autoTable = require('jspdf-autotable').autoTable } catch { process.exit(77) }

const job = JSON.parse(fs.readFileSync(process.argv[2]))
const look = job.look
if (!['full', 'hairline', 'thick', 'none'].includes(look.Borders) || look.Stacked) process.exit(78)
const doc = new jsPDF({ unit: 'pt', format: [job.width, job.height], orientation: job.width > job.height ? 'l' : 'p', compress: true, putOnlyUsedFonts: true })
doc.addFileToVFS('own.ttf', fs.readFileSync(job.font).toString('base64'))
doc.addFont('own.ttf', 'own', 'normal')
doc.setFont('own')
let y = 34
function line (text, size, align) {
  doc.setFontSize(size)
  for (const s of doc.splitTextToSize(text, job.width - 68)) {
    if (y + size * 1.3 > job.height - 34) { doc.addPage(); y = 34 }
    y += size * 1.3
    doc.text(s, align === 'center' ? job.width / 2 : 34, y, { align })
  }
}
for (const page of job.covers) { for (const s of page) line(s, look.Size, 'left'); doc.addPage(); y = 34 }
job.forms.forEach((f, n) => {
  if (n > 0) { doc.addPage(); y = 34 }
  if (!look.Alone) {
    line(f.title, look.Size * 1.6, 'center')
    for (const s of [f.sub, ...(f.above || [])]) if (s) line(s, look.Size, 'center')
  }
  const sum = f.widths.reduce((a, b) => a + b)
  const columnStyles = {}
  f.widths.forEach((w, i) => { columnStyles[i] = { cellWidth: (job.width - 68) * look.Width * w / sum } })
  const rows = Array.from({ length: f.rows }, () => [])
  for (const c of f.cells) {
    rows[c.r].push({ content: c.t, rowSpan: c.rs, colSpan: c.cs, styles: { halign: look.Left || c.kind === 'text' ? 'left' : 'center', valign: look.Left ? 'top' : 'middle' } })
  }
  autoTable(doc, {
    startY: y + 4, margin: 34, theme: look.Borders === 'none' ? 'plain' : 'grid', head: rows.slice(0, f.head), body: rows.slice(f.head), columnStyles,
    rowPageBreak: look.CutRows ? 'auto' : 'avoid', showHead: 'everyPage',
    styles: { font: 'own', fontStyle: 'normal', fontSize: look.Size, cellPadding: look.Padding, textColor: 0, lineColor: 0, lineWidth: look.Borders === 'none' ? 0 : job.line, overflow: 'linebreak' },
    headStyles: { fillColor: look.Shade ? 220 : 255, textColor: 0, lineWidth: look.Borders === 'none' ? 0 : job.line }
  })
  y = doc.lastAutoTable.finalY
  if (!look.Alone) for (const s of f.below || []) line(s, look.Size, 'left')
})
fs.writeFileSync(process.argv[3], Buffer.from(doc.output('arraybuffer')))
