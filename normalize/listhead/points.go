// Package listhead tells what the headings of a list of indicators mean by what stands
// under them: which are levels without being called so, and whose points a column has.
package listhead

import (
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// A form that gives every level its points prints a column of them behind each
// (一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重). Only those behind the deepest
// level are an indicator's own; the others hold once for all rows of their group,
// as the points in 产出指标(50分) do.

// LevelPoints gives a column of points that stands right behind a level the level's
// meaning, where an indicator has a column of its own farther on, or where its points are
// printed once for several rows and the indicators are named behind it.
func LevelPoints(p *draft.Draft, headings []table.Heading, body int) {
	means := func(k int, id string) bool { return k >= 0 && headings[k].May[0] == id }
	own := -1
	for k := range headings {
		if means(k, "weight") && (own < 0 || headings[k].Item.Col > headings[own].Item.Col) {
			own = k
		}
	}
	if own >= 0 && ofGroups(p, headings, own, body) {
		own = -1
	}
	for k := range headings {
		if k == own || !means(k, "weight") {
			continue
		}
		switch before := nearestLeft(headings, k); {
		case means(before, "level1"):
			headings[k].May = []string{table.Level1Points}
		case means(before, "level2"):
			headings[k].May = []string{table.Level2Points}
		}
	}
}

// nearestLeft is the heading of the same row nearest to the left of another, -1 for none.
func nearestLeft(headings []table.Heading, of int) int {
	best := -1
	for k := range headings { // of one row from left to right
		if h := &headings[k]; h.Level == headings[of].Level && h.Item.Col < headings[of].Item.Col {
			best = k
		}
	}
	return best
}

// ofGroups reports points that stand left of the names and are printed for fewer rows.
func ofGroups(p *draft.Draft, headings []table.Heading, points, body int) bool {
	of := headings[points].Item
	for k := range headings {
		if h := &headings[k]; h.May[0] != "name" || h.Item.Col < of.Col {
			continue
		}
		marks, names := 0, 0
		for _, l := range linesOf(p, body) {
			mark, name := false, false
			for i := range l.Items {
				it := &l.Items[i]
				mark = mark || of.Covers(it.Col) && it.Figure().IsFigure()
				name = name || headings[k].Item.Covers(it.Col)
			}
			if name { // no total
				names++
				if mark {
					marks++
				}
			}
		}
		return marks > 0 && marks < names
	}
	return false
}
