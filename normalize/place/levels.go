package place

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/numerals"
)

// repeats reports that a level is that of the rows above, printed once more.
func (levelState) repeats(above, f *normalize.Field) bool {
	return above != nil && above.Value == f.Value && (above.Weight == f.Weight || f.Weight == "")
}

// levelField reads a level: 产出指标(60分) is 产出指标 with 60 points.
func levelField(it *table.Item) *normalize.Field {
	f := &normalize.Field{Text: it.Text, Value: it.Bare, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
	points := it.Text
	if title, ok := numerals.Section(it.Folded); ok && strings.HasPrefix(title, it.Bare) { // 一、预算管理(20分) keeps its number
		f.Value = it.Folded[:len(it.Folded)-len(title)] + it.Bare
	}
	if it.Bare == "" { // (50分), its name lost
		f.Value, points = it.Text, "x"+it.Folded
	}
	pts, ok := lexicon.Points(points)
	if !ok { // 产出指标(50)
		s := it.Folded
		if from := strings.IndexByte(s, '('); from > 0 && strings.HasSuffix(s, ")") {
			pts, ok = s[from+1:len(s)-1], true
		}
	}
	if ok {
		if w := value.Figure(pts); w.IsFigure() && w.Unit == "" {
			f.Weight = w.Value
		}
	}
	return f
}

// inheritLevels gives a row the levels printed above it. Points go to the
// group's first row only.
func (p *listPlacer) inheritLevels(x *normalize.Indicator, slots []table.Slot) {
	take := func(f *normalize.Field, first *bool, id string) *normalize.Field {
		if f == nil {
			if table.HasSlot(slots, id) {
				return &normalize.Field{State: normalize.Absent}
			}
			return nil
		}
		c := *f
		if !*first {
			c.Weight = ""
		}
		*first = false
		return &c
	}
	x.Level1 = take(p.levels.one, &p.levels.oneFirst, "level1")
	x.Level2 = take(p.levels.two, &p.levels.twoFirst, "level2")
}
