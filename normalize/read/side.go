package read

import "ziping/normalize/lexicon"

// theRow is the only row, or the one called 合计.
func theRow(rows []*line, lex *lexicon.Lexicon) *line {
	if len(rows) == 1 {
		return rows[0]
	}
	var total *line
	for _, l := range rows {
		if lex.Source[l.items[0].bare] == "total" {
			if total != nil {
				return nil
			}
			total = l
		}
	}
	return total
}
