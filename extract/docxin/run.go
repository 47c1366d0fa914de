package docxin

import (
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
	"ziping/text/blank"
)

// properties of a paragraph that bear on its text.
type properties struct {
	style  string
	num    string // list, "0" for none
	level  int    // in the list, -1 where the paragraph does not say
	joined bool   // its end is deleted by a tracked change
	// of files of 2003, which print list numbers beside them
	listed  bool   // is in a list
	printed string // its number
}

// runProps are the properties of a run that bear on its text.
type runProps struct {
	hidden, struck, above, caps bool
	font                        string
}

// put adds text to the paragraph unless nobody would see it.
func (r *reader) put(p *paragraph, text string) error {
	for _, f := range r.fields {
		if !f.result || f.page {
			return nil
		}
	}
	if p.run.hidden {
		if !blank.None(text) {
			p.marks = addMark(p.marks, "hidden-text", extract.Text{ZH: "有隐藏的文字，未读取", EN: "there is hidden text, which was not read"})
		}
		return nil
	}
	if p.run.above {
		text = draft.Superscript(text)
	}
	text = blank.Seen(text)
	r.runes += utf8.RuneCountInString(text)
	if limit := 50 * r.limits.CellRunes; r.runes > limit {
		return extract.LimitError(limit, extract.Text{ZH: "字", EN: "characters"})
	}
	at := p.text.Len()
	p.text.WriteString(text)
	if p.run.struck {
		p.struck.Add(at, p.text.Len())
	}
	return nil
}

// run reads the properties of a run, which begin as p.
func (all styles) run(s *opc.Scanner, p runProps) (runProps, error) {
	err := each(s, func() error {
		if s.Space == opc.Annotation {
			s.Skip()
		}
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "rStyle":
			p.hidden = p.hidden || all.hidden(s.Attr("val"))
		case "vanish":
			p.hidden = s.On("val")
		case "caps":
			p.caps = s.On("val")
		case "strike", "dstrike":
			p.struck = p.struck || s.On("val")
		case "vertAlign":
			p.above = s.Attr("val") == "superscript"
		case "rFonts":
			if p.font = s.Attr("ascii"); p.font == "" {
				p.font = s.Attr("hAnsi")
			}
		case "rPrChange":
			s.Skip()
		}
		return nil
	})
	return p, err
}
