package listhead

import (
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// AsideColumn takes the label beside the columns for a column nobody knows where a row has
// something of its own under it and stands, behind that, as its columns ask: 目标一 | 产出指标
// | 数量指标 | …. A row that lost a cell in front does not stand so. It reports whether there
// is such a column.
func AsideColumn(p *draft.Draft, headings []table.Heading, slots []table.Slot, body int) bool {
	if len(headings) == 0 || headings[0].May[0] != table.Aside {
		return false
	}
	side := headings[0].Item
	costs := table.ListCosts(slots)
	for i := body; i < len(p.Lines) && !p.StartsBlock(i); i++ {
		items := p.Lines[i].Items
		if p.Lines[i].Woven || len(items) < 2 || !side.Covers(items[0].Col) || table.SlotAt(slots, items[0].Col) >= 0 || len(p.Lex.Block[items[0].Bare]) > 0 || p.Lex.Foot[items[0].Bare] != "" {
			continue
		}
		if isLevel(&items[0], p.Lex) && len(p.Lex.Block[side.Bare]) > 0 { // a level that has moved under the label of the list
			continue
		}
		cols := make([]int, 0, len(items))
		for k := range items[1:] {
			cols = append(cols, items[k+1].Col)
		}
		free := isLevel(&items[0], p.Lex) && len(p.Lex.Block[side.Bare]) == 0 // then columns nobody knows may hold anything
		fit := func(c, s int) int {
			if free && slots[s].ID == lexicon.Further {
				return 0
			}
			return costs.Of(items[c+1].Kind(p.Lex).Look, s)
		}
		if a, ok := table.InPlace(cols, slots, fit); ok && a.Cost < table.CostChange && 2*len(cols) > len(slots) {
			headings[0].May = []string{lexicon.Further}
			return true
		}
	}
	return false
}

func isLevel(it *table.Item, lex *lexicon.Lexicon) bool {
	return lex.Level1[it.Bare] || lex.Level2[it.Bare]
}
