package xlsxout

import "github.com/xuri/excelize/v2"

// style is the look of a cell. Equal styles share one entry of the workbook.
type style struct {
	kind    kind
	format  string // number format, "" for text
	changed bool   // holds a corrected value
	top     bool   // words stand at the upper end, not in the middle
	level   string // error, rule or notice: the colour of a finding
}

// font is the font of the whole book.
const font = "宋体"

type kind int

const (
	plain kind = iota
	title
	caption
	heading
	label
	figure
	value
	words
	note
	small // numbers beside a form
	link
	head // heading of the flat sheets
)

// colours are the grounds of cells by the level of what was found in them, and deep those
// of words.
var (
	colours = map[string]string{"error": "F8D7DA", "rule": "FFE2B8", "notice": "E2E3E5"}
	deep    = map[string]string{"error": "B00000", "rule": "A66300", "notice": "6B6B6B"}
)

// changedGround is the ground of a corrected cell.
const changedGround = "FFF2A8"

func (k *book) style(sheet, from, to string, s style) {
	k.do(func() error {
		id, ok := k.styles[s]
		if !ok {
			var err error
			if id, err = k.f.NewStyle(s.excel()); err != nil {
				return err
			}
			k.styles[s] = id
		}
		left, top := at(from)
		right, bottom := at(to)
		k.on[sheet].Style(left, top, right, bottom, id)
		return nil
	})
}

func (s style) excel() *excelize.Style {
	out := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 10},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if s.top {
		out.Alignment.Vertical = "top"
	}
	border := true
	switch s.kind {
	case title:
		out.Font.Size, out.Font.Bold, border = 16, true, false
	case caption:
		border = false
	case heading, label:
		out.Font.Bold = s.kind == heading
	case words, plain:
		out.Alignment.Horizontal = "left"
	case note:
		out.Alignment.Horizontal, border = "left", false
	case small:
		out.Font.Size, out.Font.Color, border = 8, deep[s.level], false
		out.Alignment.Horizontal = "left"
	case link:
		out.Alignment.Horizontal = "left"
		out.Font.Color, out.Font.Underline = "0563C1", "single"
	case head:
		out.Font.Bold = true
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2F3"}}
	case figure, value:
	}
	if s.format != "" {
		f := s.format
		out.CustomNumFmt = &f
	}
	if c := colours[s.level]; c != "" && s.kind != small {
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c}}
	}
	if s.changed {
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{changedGround}}
		out.Font.Color = "C00000"
	}
	if border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			out.Border = append(out.Border, excelize.Border{Type: side, Color: "7F7F7F", Style: 1})
		}
	}
	return out
}
