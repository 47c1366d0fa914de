package grid

import (
	"fmt"
	"math"
	"strconv"

	"ziping/extract"
)

func (h *header) warning(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页重复了表头，未作为数据行：%s", h.sheet.page.Number, h.text),
		EN: fmt.Sprintf("page %d repeats the heading, which is no row of the table: %s", h.sheet.page.Number, h.text),
	}
	return extract.Warning{Code: "header-repeated", Message: text.In(lang), At: &extract.Ref{
		Table: table, Row: h.row, Page: h.sheet.page.Number, Box: rounded(h.box),
	}}
}

// withoutRulings says of a table that no ink bounds its cells: its texts are those
// of the page, but how far merged cells reach is told by where texts stand.
func (t *table) withoutRulings(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页的表没有完整的框线，行、列和合并单元格按文字的位置判断", t.first.sheet.page.Number),
		EN: fmt.Sprintf("the table on page %d is not fully ruled; rows, columns and merged cells were told by where its texts stand", t.first.sheet.page.Number),
	}
	return extract.Warning{Code: "no-rulings", Message: text.In(lang), At: &extract.Ref{Table: table, Page: t.first.sheet.page.Number}}
}

// skipped warns of what was too much to look at on a page.
func (s *sheet) skipped(lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	add := func(code, zh, en string) {
		text := extract.Text{ZH: fmt.Sprintf(zh, s.page.Number), EN: fmt.Sprintf(en, s.page.Number)}
		out = append(out, extract.Warning{Code: code, Message: text.In(lang)})
	}
	if s.cut {
		add("rulings-dropped", "第 %d 页线条过多，只看了最长的一部分，表格可能不完整", "page %d has too many rulings; only the longest were looked at, tables may be incomplete")
	}
	if s.tooFine {
		add("table-too-fine", "第 %d 页有线条过密的图形，未作为表格读取", "page %d has a drawing of too many lines, which was not read as a table")
	}
	if len(s.lost) > 0 {
		add("text-without-place", "第 %d 页有文字没有有效位置，列在该页文字之后", "page %d has characters without a usable place; they are listed after its other text")
	}
	return out
}

// lowest is the lowest confidence of recognised characters, 0 where one is
// doubtful, and none for a text layer in order.
type lowest struct {
	value    float64
	known    bool
	doubtful bool
}

func (l *lowest) add(s *chars, glyphs []int) {
	for _, n := range glyphs {
		if s.glyphs[n].Doubtful {
			l.value, l.known, l.doubtful = 0, true, true
			continue
		}
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

// maxDoubtful is how many places a table, or the lines of a page, are warned of
// one by one. The cells themselves have confidence 0 in any case.
const maxDoubtful = 20

// doubtful warns of text that the file does not vouch for.
func doubtful(at []extract.Ref, lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	for i := range at {
		text := extract.Text{
			ZH: "此处文字在文件中没有可靠的字符编码，可能有误",
			EN: "the file does not vouch for the characters here; they may be wrong",
		}
		if i+1 == maxDoubtful && len(at) > maxDoubtful {
			text = extract.Text{
				ZH: fmt.Sprintf("从此处起还有 %d 处文字没有可靠的字符编码，可能有误", len(at)-i),
				EN: fmt.Sprintf("the file does not vouch for the characters of %d places from here on", len(at)-i),
			}
		}
		out = append(out, extract.Warning{Code: "doubtful-text", Message: text.In(lang), At: &at[i]})
		if i+1 == maxDoubtful {
			break
		}
	}
	return out
}

func (s *chars) confidence(glyphs []int) lowest {
	var l lowest
	l.add(s, glyphs)
	return l
}
