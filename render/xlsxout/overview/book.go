package overview

import (
	"errors"

	"ziping/extract"
	"ziping/render"
	"ziping/render/xlsxout/longsheet"
	"ziping/render/xlsxout/numfmt"
	"ziping/score"
	"ziping/text/num"
)

func (s *Book) table(columns []column) *longsheet.Table {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.width
	}
	return longsheet.New(s.scratch, widths...)
}

func (s *Book) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(s.lang) }

// words keeps a text a text, whatever it begins with.
func (s *Book) words(text string) longsheet.Cell {
	return longsheet.Text(render.Printable(text)).As(s.look.wrap)
}

func (s *Book) count(n int) longsheet.Cell { return longsheet.Count(n).As(s.look.top) }

func (s *Book) status(status string) longsheet.Cell {
	st := score.Status(status)
	c := s.words(render.StatusName(st, s.lang))
	if st == score.Failed {
		c = c.As(s.look.level[score.Error])
	}
	return c
}

func (s *Book) link(l Link) longsheet.Cell {
	c := s.words(l.Text)
	if l.To == "" {
		return c
	}
	return c.To(l.To).As(s.look.link)
}

// amount is a number, shown as printed, where the text is one that a sheet holds exactly.
func (s *Book) amount(text string) longsheet.Cell {
	n, err := num.Parse(text)
	digits, format, ok := numfmt.Printed(text)
	if !ok || err == nil && n.String() != digits {
		return s.words(text)
	}
	return longsheet.Number(digits, s.format(format))
}

// format is the style of a number format.
func (s *Book) format(format string) int {
	id, ok := s.formats[format]
	if !ok {
		var err error
		style := topped()
		style.CustomNumFmt = &format
		if id, err = s.f.NewStyle(&style); err != nil {
			s.err = errors.Join(s.err, err)
		}
		s.formats[format] = id
	}
	return id
}
