package sheet

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode"

	"ziping/extract/grid/page"
)

var (
	// What offices write above or below a part of a table: 续表, 附表1（续）, 接上页.
	saysItGoesOn = regexp.MustCompile(`^[（(]?(续(表|上表|上页|前表|前页)?|(接|承)(上|前)(表|页)|(转|见|接)?下(表|页)(续)?|未完.{0,4})[：:）)]?$|^.{1,30}[（(]续(表|上表|上页)?[）)]$|^续表.{1,3}$`)
	// The unit of the amounts, which stands above each part. (A form that begins
	// has more above it.)
	unitLine = regexp.MustCompile(`^[（(]?(金额|计量|货币)?单位[：:]?(人民币)?[千百十]?[万亿]?元[）)]?$`)
)

// RunningLines are the texts, figures apart, that stand on several pages near
// their upper or lower edge, or at the same height anywhere: a title that is
// printed again above each part of a table. (Forms of one title begin alike as
// well, see startsAgain.)
func RunningLines(sheets []*Sheet) map[string]bool {
	if len(sheets) < 2 {
		return nil
	}
	count := map[string]int{}
	for _, s := range sheets {
		seen := map[string]bool{}
		for _, l := range s.LooseLines() {
			t, y := withoutFigures(s.LineText(&l)), page.MidY(l.Tall)
			if s.margin(y) {
				seen[t] = true
			}
			seen[atHeight(t, y)] = true
		}
		for k := range seen {
			count[k]++
		}
	}
	out := map[string]bool{}
	for k, n := range count {
		if n > 1 {
			out[k] = true
		}
	}
	return out
}

// atHeight is a text with its height in steps of four points.
func atHeight(t string, y float64) string { return fmt.Sprintf("%s@%d", t, int(y/4)) }

func withoutFigures(t string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, t)
}

// IsFurniture reports whether a line is a page number, a running head or foot,
// or says that a table goes on.
func (s *Sheet) IsFurniture(l *Line, running map[string]bool) bool {
	y, h := page.MidY(l.Tall), s.Page.Height
	t := withoutFigures(s.LineText(l))
	switch strings.Trim(t, "（）()-—–·.:：/ ") {
	case "", "第页", "第页共页", "第页,共页", "第页，共页", "共页", "Page", "Pageof", "页":
		return true
	}
	if saysItGoesOn.MatchString(t) || unitLine.MatchString(t) {
		return true
	}
	for _, dy := range []float64{-4, 0, 4} {
		if running[atHeight(t, y+dy)] {
			return true
		}
	}
	return s.margin(y) && running[t] || y < 0.04*h || y > 0.96*h
}

// margin reports whether a height is where running heads and feet stand.
func (s *Sheet) margin(y float64) bool {
	m := math.Max(0.12*s.Page.Height, 90)
	return y < m || y > s.Page.Height-m
}
