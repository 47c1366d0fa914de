package grid

import (
	"fmt"
	"math"
	"strconv"

	"ziping/extract"
)

func (h *header) warning(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页重复了表头,未作为数据行: %s", h.sheet.page.Number, h.text),
		EN: fmt.Sprintf("page %d repeats the heading, which is no row of the table: %s", h.sheet.page.Number, h.text),
	}
	return extract.Warning{Code: "header-repeated", Message: text.In(lang), At: &extract.Ref{
		Table: table, Row: h.row, Page: h.sheet.page.Number, Box: rounded(h.box),
	}}
}

// lowest is the lowest confidence of recognised characters; none where there
// were none.
type lowest struct {
	value float64
	known bool
}

func (l *lowest) add(s *sheet, glyphs []int) {
	for _, n := range glyphs {
		if c := s.glyphs[n].Confidence; c > 0 && c <= 1 && (!l.known || c < l.value) {
			l.value, l.known = c, true
		}
	}
}

func (l lowest) String() string {
	if !l.known {
		return ""
	}
	return strconv.FormatFloat(math.Floor(l.value*1000)/1000, 'f', -1, 64)
}

func (s *sheet) confidence(glyphs []int) lowest {
	var l lowest
	l.add(s, glyphs)
	return l
}
