package overview

import (
	"github.com/xuri/excelize/v2"

	"ziping/score"
)

// font is that of the whole book.
const font = "宋体"

// look is the styles of the book.
type look struct {
	title, section, head, label, text, number, money, rate, link, pageLink, score, wrap, top, note int
	level                                                                                          map[score.Level]int
}

var grounds = map[score.Level]string{score.Error: "F8D7DA", score.Rule: "FFE2B8", score.Notice: "E2E3E5"}

func (s *Book) styles() error {
	s.look.level = map[score.Level]int{}
	put := func(id *int, style excelize.Style) {
		if s.err == nil {
			*id, s.err = s.f.NewStyle(&style)
		}
	}
	words := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: font, Size: size, Bold: bold, Color: colour}
	}
	ground := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	whole, money, rate := "#,##0", "#,##0.00", "0.00%"
	left := &excelize.Alignment{Vertical: "center", WrapText: true}
	put(&s.look.title, excelize.Style{Font: words(16, true, "1F3864"), Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.section, excelize.Style{Font: words(12, true, "1F3864"), Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.note, excelize.Style{Font: words(9, false, "6B6B6B"), Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.head, excelize.Style{Font: words(10, true, ""), Fill: ground("D9E2F3"), Border: border, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	put(&s.look.label, excelize.Style{Font: words(10, false, ""), Fill: ground("F2F2F2"), Border: border, Alignment: left})
	put(&s.look.text, excelize.Style{Font: words(10, false, ""), Border: border, Alignment: left})
	put(&s.look.number, excelize.Style{Font: words(10, false, ""), Border: border, CustomNumFmt: &whole, Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.money, excelize.Style{Font: words(10, false, ""), Border: border, CustomNumFmt: &money, Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.rate, excelize.Style{Font: words(10, false, ""), Border: border, CustomNumFmt: &rate, Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.link, excelize.Style{Font: &excelize.Font{Family: font, Size: 10, Color: "0563C1", Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	put(&s.look.pageLink, excelize.Style{Font: &excelize.Font{Family: font, Size: 10, Color: "0563C1", Underline: "single"}, Border: border, Alignment: left})
	put(&s.look.score, excelize.Style{Font: words(10, false, ""), Border: border, Alignment: &excelize.Alignment{Vertical: "center"}})
	put(&s.look.wrap, excelize.Style{Font: words(10, false, ""), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	put(&s.look.top, topped())
	for _, level := range []score.Level{score.Error, score.Rule, score.Notice} { // in order, for the same bytes
		var id int
		put(&id, excelize.Style{Font: words(10, false, ""), Fill: ground(grounds[level]), Alignment: &excelize.Alignment{Vertical: "top"}})
		s.look.level[level] = id
	}
	return s.err
}

// topped is the style of a cell beside which others have several lines.
func topped() excelize.Style {
	return excelize.Style{Font: &excelize.Font{Family: font, Size: 10}, Alignment: &excelize.Alignment{Vertical: "top"}}
}
