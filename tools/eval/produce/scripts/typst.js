// Forms as tables of Typst.
const fs = require('fs')
let NodeCompiler
try { ({ NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')) } catch { process.exit(77) }

const job = JSON.parse(fs.readFileSync(process.argv[2]))
const look = job.look
if (look.Borders === 'doubled' || look.Stacked) process.exit(78)
const string = s => '#' + JSON.stringify(s)
const families = { serif: 'Noto Serif CJK SC', zenhei: 'WenQuanYi Zen Hei', ming: 'AR PL UMing CN', kai: 'AR PL UKai CN' }
const stroke = look.Borders === 'dashed' ? `(thickness: ${job.line}pt, dash: "dashed")` : `${job.line}pt`
const rules = {
  none: 'none', horizontal: `(x, y) => (top: ${stroke}, bottom: ${stroke})`,
  'no-outer': `(x, y) => (left: if x > 0 {${stroke}}, top: if y > 0 {${stroke}})`
}[look.Borders] || stroke
let src = `#set page(width: ${job.width}pt, height: ${job.height}pt, margin: 34pt${look.Footer ? `, header: text(7pt)[${string(job.running)}], footer: context align(center)[— #counter(page).display() —]` : ''})
#set text(font: ("${families[look.Font] || 'Noto Sans CJK SC'}", "Noto Sans CJK SC"), size: ${look.Size}pt, lang: "zh")
#set par(leading: 0.3em)
`
for (const page of job.covers) src += page.map(string).join('\n\n') + '\n#pagebreak()\n'
for (const f of job.forms) {
  if (!look.Alone) {
    src += `#align(center, text(1.6em)[${string(f.title)}])\n`
    for (const s of [f.sub, ...(f.above || [])]) if (s) src += `#align(center)[${string(s)}]\n`
  }
  const cell = c => {
    const align = look.Left ? 'left + top' : c.kind === 'text' ? 'left + horizon' : 'center + horizon'
    const fill = look.Shade && (c.kind === 'heading' || c.kind === 'label') ? ', fill: luma(230)' : ''
    const cut = look.CutRows ? '' : ', breakable: false'
    return `table.cell(x: ${c.c}, y: ${c.r}, rowspan: ${c.rs}, colspan: ${c.cs}, align: ${align}${fill}${c.rs > 1 ? '' : cut})[${c.t.split('\n').map(string).join(' \\\n')}]`
  }
  const head = f.cells.filter(c => c.r < f.head).map(cell), body = f.cells.filter(c => c.r >= f.head).map(cell)
  src += `#table(columns: (${f.widths.map(w => w + 'fr').join(', ')}), inset: ${look.Padding}pt, stroke: ${rules},\n`
  if (head.length) src += `table.header(${head.join(',\n')}),\n`
  src += body.join(',\n') + ')\n'
  if (!look.Alone) for (const s of f.below || []) src += string(s) + '\n\n'
}
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ['/usr/share/fonts'] }] })
fs.writeFileSync(process.argv[3], compiler.pdf({ mainFileContent: src }))
