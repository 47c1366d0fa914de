package place

import (
	"slices"

	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// ownLevels takes headings left of the names, under no name of a level, for levels: 指标 |
// 分解指标, and 指标类别 | 指标名称 over 数量指标 | 开放天数. One that may be the name itself
// needs nothing more; under any other a known level must stand, and no figure.
func ownLevels(p *draft.Draft, headings []table.Heading, body int) {
	name := -1
	for k := range headings {
		switch h := &headings[k]; {
		case h.May[0] == "level1" || h.May[0] == "level2":
			return
		case name < 0 && len(h.May) == 1 && h.May[0] == "name":
			name = k
		}
	}
	for k := range max(name, 0) {
		h := &headings[k]
		one, two := levelsUnder(p, h.Item, body)
		switch {
		case h.Level != headings[name].Level:
		case slices.Contains(h.May, "name"), one && !two:
			h.May = []string{"level1"}
			return
		case two:
			h.May = []string{"level2"}
			return
		}
	}
}

// levelsUnder reports known first and second levels under a heading, none where figures
// stand there too.
func levelsUnder(p *draft.Draft, heading *table.Item, body int) (one, two bool) {
	for i := body; i < len(p.Lines) && !p.StartsBlock(i); i++ {
		for k := range p.Lines[i].Items {
			it := &p.Lines[i].Items[k]
			switch {
			case !heading.Covers(it.Col):
			case it.Figure().IsFigure():
				return false, false
			default:
				one, two = one || p.Lex.Level1[it.Bare], two || p.Lex.Level2[it.Bare]
			}
		}
	}
	return one, two
}
