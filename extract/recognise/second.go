package recognise

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
	"ziping/text/blank"
)

// A hidden layer over a picture is what another program read there: a second reading of
// the figures, and never one to be trusted alone. How far it is to be trusted is seen on
// the page itself, by the figures that are sure, and what is hard to read for one is hard
// for the other. Where it says the same, a figure is a little surer. Where it says
// another, that becomes one more choice, as probable as both readings make it, and the
// figure less sure: the sums of the form may want it.
//
// Measured with Tesseract on 80 worn pages (4,121 figures): of 31 characters that were
// not sure and the same in both, 3 were wrong, where 5.3 are by their confidence. Of 44
// that were not sure and differ the layer was right in 5, all among the 8 whose second
// choices name it; of 680 that differ from a sure one in none.

const (
	// certain is the confidence from which a figure shows how good the layer is.
	certain = 0.95
	// shared is how much of a doubt is left where both say the same: what misleads one
	// often misleads the other.
	shared = 0.6
	// kinds are the characters that one is mistaken for, about: those that look like it,
	// for both.
	kinds = 2
	// rare is the probability of what an engine does not name; ink that it cannot read may
	// be any of about so many characters.
	rare, readable = 1e-4, 12
	// most is the most that another reading is believed: the picture counts first.
	most = 0.5
)

// second takes the layer of another program, whose characters lie on the page, for a
// second reading of the figures.
func (p *Page) second(layer []grid.Glyph) {
	if len(layer) == 0 {
		return
	}
	says := make([][]step, len(p.lines))
	known := faults{}
	for i := range p.lines {
		l := &p.lines[i]
		if !l.figures && !spoilt(l.reading.Text()) {
			continue
		}
		text, ok := said(p.on(l), l.size, layer)
		if !ok {
			continue
		}
		steps, ok := l.beside(text)
		if !ok {
			continue
		}
		says[i], l.figures = steps, true
		if slices.ContainsFunc(steps, func(s step) bool { return !s.same }) {
			p.Unlike++
		} else {
			p.Alike++
		}
		if l.reading.Confidence() >= certain {
			for _, s := range steps {
				known.note(l.reading, s)
			}
		}
	}
	for i, steps := range says {
		if steps != nil {
			p.lines[i].reading = weighed(p.lines[i].reading, steps, known)
		}
	}
	lines := p.lines
	p.lines, p.Grid.Glyphs, p.Characters = nil, nil, 0
	p.add(lines)
}

// spoilt reports a text that is a number but for ink that could not be read.
func spoilt(text string) bool {
	return strings.Contains(text, other) && isNumber(strings.ReplaceAll(text, other, "0")) && isNumber(strings.ReplaceAll(text, other, ""))
}

// faults count how often a layer has another character than a sure figure, by what
// stands there: many layers have the digits right and lose every other point.
type faults map[class]struct{ wrong, all float64 }

// class is what a place of a figure holds.
type class int

const (
	digit  class = iota
	sign         // between digits, before and behind them
	gained       // nothing: only the layer has a character
)

func classOf(r ocr.Reading, s step) class {
	if s.slot < 0 || r.Slots[s.slot].Alternatives[0].Text == "" {
		return gained
	}
	if t := r.Slots[s.slot].Alternatives[0].Text; t >= "0" && t <= "9" {
		return digit
	}
	return sign
}

func (f faults) note(r ocr.Reading, s step) {
	count := func(of class, wrong bool) {
		c := f[of]
		if c.all++; wrong {
			c.wrong++
		}
		f[of] = c
	}
	of := classOf(r, s)
	if count(of, !s.same); of != gained {
		count(gained, false) // one more place where nothing was added
	}
}

// misread is how often the layer is wrong in such a place: half the time as long as
// nothing is known, and in places that the picture does not show clearly either.
func (f faults) misread(r ocr.Reading, s step) float64 {
	c := f[classOf(r, s)]
	rate := (c.wrong + 1) / (c.all + 2)
	if s.slot >= 0 {
		rate = max(rate, 1-r.Slots[s.slot].Alternatives[0].P)
	}
	return min(rate, most)
}

// on is where a line lies on the page.
func (p *Page) on(l *line) extract.Box {
	b := l.box
	p.restore(&b)
	return b
}

// said is what a layer says in a place, if that is a number.
func said(at extract.Box, size float64, layer []grid.Glyph) (string, bool) {
	const aside, above = 0.5, 0.2 // of the size
	var found []grid.Glyph
	for _, g := range layer {
		if within(g.Box, extract.Box{at[0] - aside*size, at[1] - above*size, at[2] + aside*size, at[3] + above*size}) {
			found = append(found, g)
		}
	}
	slices.SortStableFunc(found, func(a, b grid.Glyph) int { return cmp.Compare(a.Box[0]+a.Box[2], b.Box[0]+b.Box[2]) })
	var b strings.Builder
	for _, g := range found {
		b.WriteString(g.Text)
	}
	text := strings.Map(blank.Half, b.String())
	return text, isNumber(text)
}

// step is a place of a reading beside what another says of it: slot is -1 where only the
// other has a character, and text "" where it has none.
type step struct {
	slot int
	text string
	same bool // as the likeliest character of the slot
}

// beside puts a text beside the reading of a line, at the least cost by what the slots
// may be; false where too much differs for them to be of one figure.
func (l *line) beside(text string) ([]step, bool) {
	slots, rs := l.reading.Slots, []rune(text)
	n, m := len(slots), len(rs)
	if n*m > mostPairs {
		return nil, false
	}
	none := -math.Log(rare)
	cost := make([]float64, (n+1)*(m+1))
	at := func(i, j int) *float64 { return &cost[i*(m+1)+j] }
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			if i == n && j == m {
				continue
			}
			best := math.Inf(1)
			if j < m {
				best = min(best, none+*at(i, j+1))
			}
			if i < n {
				best = min(best, costOf(slots[i], "")+*at(i+1, j))
			}
			if i < n && j < m {
				best = min(best, costOf(slots[i], string(rs[j]))+*at(i+1, j+1))
			}
			*at(i, j) = best
		}
	}
	var out []step
	unlike, characters := 0, 0
	for i, j := 0, 0; i < n || j < m; {
		s := step{slot: -1}
		switch c := *at(i, j); {
		case i < n && j < m && c == costOf(slots[i], string(rs[j]))+*at(i+1, j+1):
			s = step{slot: i, text: string(rs[j])}
			i, j = i+1, j+1
		case i < n && c == costOf(slots[i], "")+*at(i+1, j):
			s = step{slot: i}
			i++
		default:
			s.text = string(rs[j])
			j++
		}
		first := ""
		if s.slot >= 0 {
			first = slots[s.slot].Alternatives[0].Text
		}
		if s.same = s.slot >= 0 && first == s.text; !s.same {
			unlike++
		}
		if first != "" || s.text != "" {
			characters++
		}
		out = append(out, s)
	}
	return out, unlike <= max(1, characters/3)
}

func costOf(s ocr.Slot, text string) float64 { return -math.Log(borne(s, text)) }

// borne is how far a slot bears a character, named or not.
func borne(s ocr.Slot, text string) float64 {
	p := max(probability(s, text), rare)
	if text != "" {
		p = max(p, probability(s, other)/readable)
	}
	return p
}

// probability is that of a character in a slot.
func probability(s ocr.Slot, text string) float64 {
	for _, a := range s.Alternatives {
		if a.Text == text {
			return a.P
		}
	}
	return 0
}

// weighed is a reading with what another says of it, whose faults are known.
func weighed(r ocr.Reading, steps []step, known faults) ocr.Reading {
	agreed := !slices.ContainsFunc(steps, func(s step) bool { return !s.same })
	var out ocr.Reading
	for _, s := range steps {
		var slot ocr.Slot
		switch {
		case s.slot < 0: // nothing was seen there, between the slots before and behind
			x := 0.0
			if n := len(out.Slots); n > 0 {
				x = out.Slots[n-1].To
			} else if len(r.Slots) > 0 {
				x = r.Slots[0].From
			}
			slot = ocr.Slot{From: x, To: x, Alternatives: []ocr.Alternative{{Text: "", P: 1}}}
		default:
			slot = r.Slots[s.slot]
		}
		switch {
		case agreed:
			slot = surer(slot)
		case !s.same:
			slot = torn(slot, s.text, known.misread(r, s))
		}
		out.Slots = append(out.Slots, slot)
	}
	return out
}

// surer is a slot of a figure that was read in the same way twice.
func surer(s ocr.Slot) ocr.Slot {
	a := slices.Clone(s.Alternatives)
	left := 1 - a[0].P
	for i := range a {
		a[i].P *= shared
	}
	a[0].P = 1 - shared*left
	s.Alternatives = a
	return s
}

// torn is a slot in which another reading has another character: that is one more
// choice, or a likelier one. misread is how often that reading is wrong.
func torn(s ocr.Slot, text string, misread float64) ocr.Slot {
	first := s.Alternatives[0].P
	odds := borne(s, text) * (1 - misread) / (misread / kinds)
	share := min(odds/(odds+first), most) // not less than its own probability
	a := slices.DeleteFunc(slices.Clone(s.Alternatives), func(a ocr.Alternative) bool { return a.Text == text })
	own := probability(s, text)
	for i := range a {
		if own < 1 {
			a[i].P *= (1 - share) / (1 - own)
		}
	}
	a = slices.Insert(a, 1, ocr.Alternative{Text: text, P: min(share, a[0].P)})
	slices.SortStableFunc(a[1:], func(x, y ocr.Alternative) int { return cmp.Compare(y.P, x.P) })
	s.Alternatives = a
	return s
}
