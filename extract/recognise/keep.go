package recognise

import (
	"ziping/extract"
	"ziping/extract/grid"
)

// Keep leaves of a page what is wanted beside what is known of it otherwise: the lines
// of text and the rulings for whose boxes it says so. All then lie on the page, not on
// the straightened sheet.
func (p *Page) Keep(text, rule func(box extract.Box) bool) {
	lines, rules := p.lines, p.Grid.Rules
	p.lines, p.Grid.Glyphs, p.Grid.Rules, p.Characters = nil, nil, nil, 0
	p.Grid.Width, p.Grid.Height = p.Listed.Width, p.Listed.Height
	for _, l := range lines {
		left := l.box[0]
		p.restore(&l.box)
		l.left += l.box[0] - left
		middle := (l.box[1] + l.box[3]) / 2
		l.top, l.bottom = middle-l.size/2, middle+l.size/2
		if text(l.box) {
			p.add([]line{l})
		}
	}
	for _, r := range rules {
		box := r.Box()
		p.restore(&box)
		if !rule(box) {
			continue
		}
		x, y := (box[0]+box[2])/2, (box[1]+box[3])/2
		if box[2]-box[0] > box[3]-box[1] {
			p.Grid.Rules = append(p.Grid.Rules, grid.Rule{X0: box[0], Y0: y, X1: box[2], Y1: y})
		} else {
			p.Grid.Rules = append(p.Grid.Rules, grid.Rule{X0: x, Y0: box[1], X1: x, Y1: box[3]})
		}
	}
	p.border = 0
	p.back = func(x, y float64) (float64, float64) { return x, y }
}
