package sheet

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"ziping/extract/grid/page"
	"ziping/text/blank"
)

// Page furniture is what a page holds beside the text that runs over pages: page
// numbers, running heads and feet, and what says that a table goes on.

// FindRunning notes the texts, figures apart, that stand on several pages near
// their upper or lower edge, or at the same height anywhere, and in no table: a
// title that is printed again above each part of a table. (Forms of one title
// begin alike as well; package join tells them apart.)
func (d *Document) FindRunning() {
	d.running = map[string]bool{}
	if len(d.Sheets) < 2 {
		return
	}
	count := map[string]int{}
	for _, s := range d.Sheets {
		d.Progress()
		seen := map[string]struct{}{}
		for _, l := range s.LooseLines() {
			t, y := withoutFigures(s.LineText(&l)), page.MidY(l.Tall)
			if s.margin(y) {
				seen[t] = struct{}{}
			}
			seen[atHeight(t, y)] = struct{}{}
		}
		for k := range seen {
			count[k]++
		}
	}
	for k, n := range count {
		if n > 1 {
			d.running[k] = true
		}
	}
}

// atHeight is a text with its height in steps of four points.
func atHeight(t string, y float64) string { return fmt.Sprintf("%s@%d", t, int(y/4)) }

func withoutFigures(t string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsNumber(r) || blank.Is(r) {
			return -1
		}
		return r
	}, t)
}

// IsFurniture reports whether a line is a page number, a running head or foot,
// or says that a table goes on.
func (d *Document) IsFurniture(s *Sheet, l *Line) bool {
	y, h := page.MidY(l.Tall), s.Page.Height
	t := withoutFigures(s.LineText(l))
	if w := s.Words; w.PageNumber(t) || w.Continued(t) || w.MoneyUnit(t) {
		return true
	}
	for _, dy := range []float64{-4, 0, 4} {
		if d.running[atHeight(t, y+dy)] {
			return true
		}
	}
	return s.margin(y) && d.running[t] || y < 0.04*h || y > 0.96*h
}

// margin reports whether a height is where running heads and feet stand.
func (s *Sheet) margin(y float64) bool {
	m := math.Max(0.12*s.Page.Height, 90)
	return y < m || y > s.Page.Height-m
}
