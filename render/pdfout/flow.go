package pdfout

import "ziping/score"

// block is a paragraph of what follows a form: a heading, a finding, a correction.
type block struct {
	text   string
	size   float64 // points
	indent float64 // millimetres
	above  float64 // room over it
	lead   string  // hangs before the first line: [3]
	level  score.Level
	faint  bool
	number int  // of the finding told here, 0 for none
	keep   bool // never the last of a page: what it heads follows
	rule   bool // a line below
	clip   *placed
}

// flow sets blocks down the pages.
type flow struct {
	d *writer
	y float64
}

func (b *block) line() float64 { return b.size * 0.48 }

func (d *writer) lines(b *block) []string {
	d.setSize(b.size)
	return d.wrap(d.clean(b.text), d.sheet.body()-b.indent-2)
}

// height is what a block takes with the room over it.
func (d *writer) height(b *block) float64 {
	h := b.above + max(float64(len(d.lines(b)))*b.line(), b.clip.height())
	if b.rule {
		h++
	}
	return h
}

func (d *writer) heights(all []block) float64 {
	h := 0.0
	for i := range all {
		h += d.height(&all[i])
	}
	return h
}

// least is what must have room where block i begins: all of what only heads, and two
// lines of what it heads.
func (d *writer) least(all []block, i int) float64 {
	h := 0.0
	for ; i < len(all); i++ {
		b := &all[i]
		if !b.keep {
			lines := float64(min(2, len(d.lines(b))))
			return h + b.above + max(lines*b.line(), b.clip.height())
		}
		h += d.height(b)
	}
	return h
}

// write sets blocks from where the flow stands.
func (f *flow) write(all []block) {
	for i := range all {
		if f.y > top && f.y+f.d.least(all, i) > f.d.sheet.end() {
			f.page()
		}
		f.block(&all[i])
	}
}

func (f *flow) page() {
	f.d.addPage()
	f.y = top
}

func (f *flow) block(b *block) {
	d := f.d
	if f.y > top {
		f.y += b.above
	}
	lines := d.lines(b)
	d.paint(b)
	if b.number > 0 {
		d.p.SetLink(d.links[b.number].told, f.y, d.p.PageNo())
	}
	if b.lead != "" {
		w := d.width(b.lead)
		d.p.SetXY(left+b.indent-w-1.5, f.y)
		d.p.CellFormat(w+2, b.line(), b.lead, "", 0, "L", false, d.formLink(b.number), "")
	}
	d.clips.draw(d.p, b.clip, left+clipIndent, f.y)
	below := f.y + b.clip.height()
	for _, l := range lines {
		if f.y+b.line() > d.sheet.end() {
			f.page()
			below = 0
		}
		d.paint(b)
		d.p.SetXY(left+b.indent-1, f.y)
		d.p.CellFormat(d.sheet.body()-b.indent, b.line(), l, "", 0, "L", false, 0, "")
		f.y += b.line()
	}
	f.y = max(f.y, below)
	d.p.SetTextColor(0, 0, 0)
	if b.rule {
		d.p.SetDrawColor(180, 180, 180)
		d.p.SetLineWidth(0.2)
		d.p.Line(left, f.y+0.3, left+d.sheet.body(), f.y+0.3)
		f.y++
	}
}

// formLink leads back from a finding to its place in the form, 0 where it has none there.
func (d *writer) formLink(number int) int {
	if number == 0 {
		return 0
	}
	return d.links[number].form
}

func (d *writer) paint(b *block) {
	d.setSize(b.size)
	switch {
	case b.faint:
		d.p.SetTextColor(110, 110, 110)
	case b.level != "":
		d.ink(b.level)
	default:
		d.p.SetTextColor(0, 0, 0)
	}
}
