package decode

import "ziping/normalize"

// On a page that is hard to read nothing but the form's sums can be relied on: figures
// that look clear are misread there twenty times as often as elsewhere, and some are not
// seen at all. A sum that fails on such a page shows nothing, unless its figures are
// proved by others.

const (
	// clearCell is the confidence from which a cell was read clearly, fewClear the share
	// of such cells below which a page is hard to read, and tells how many of them it
	// takes to tell.
	clearCell, fewClear, tells = 0.9, 0.75, 10
	// fairOnPoor is what fair is on such a page, and unsure.
	fairOnPoor = 0.999
)

// judgePages tells which pages are hard to read.
func (d *decoder) judgePages() {
	clear, all := map[int]int{}, map[int]int{}
	for _, s := range d.seen {
		if s.text == "" {
			continue
		}
		all[s.page]++
		if s.confidence >= clearCell {
			clear[s.page]++
		}
	}
	d.poor = map[int]bool{}
	for page, n := range all {
		if n >= tells && float64(clear[page]) < fewClear*float64(n) {
			d.poor[page] = true
		}
	}
	for _, s := range d.seen {
		s.poor = d.poor[s.page]
	}
}

// markLost says of blank figures on a page that is hard to read that something may have
// stood there.
func (d *decoder) markLost(r *normalize.Report) {
	if len(d.poor) == 0 {
		return
	}
	for _, x := range r.Fields() {
		switch x.Path.Column().Kind() {
		case normalize.Money, normalize.Rate, normalize.Marks:
			if f := x.Field; f.State == normalize.Blank && f.Text == "" && f.At == nil && f.Reading != normalize.Doubtful {
				f.Reading, f.Confidence = normalize.Doubtful, decimal(fewClear)
			}
		}
	}
}
