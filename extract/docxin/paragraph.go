package docxin

import (
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/extract/opc"
	"ziping/text/blank"
)

// tab is what a tab stands as: two blanks part entries on one line.
const tab = "  "

// maxInstruction is how much of a field's instruction is looked at.
const maxInstruction = 200

// pageMark stands for a page number, which only paper has.
const pageMark = "\u0001"

// inline reads one tag within a paragraph.
func (r *reader) inline(s *opc.Scanner, p *paragraph) error {
	if r.passed(s, &p.marks) {
		return nil
	}
	if s.Space == opc.Math {
		if s.Name() != "oMath" {
			return nil
		}
		text, err := equationText(s, r.limits.CellRunes)
		if err != nil {
			return err
		}
		p.run = p.base
		return r.put(p, text)
	}
	if s.Space != opc.Word {
		switch s.Name() {
		case "blip", "imagedata":
			p.marks = addMark(p.marks, "picture", extract.Text{ZH: "有图片，图中文字未读取", EN: "there is a picture; text in it was not read"})
		case "OLEObject":
			p.marks = addMark(p.marks, "embedded", extract.Text{ZH: "嵌入了另一个文件（如 Excel 表格），其内容未读取", EN: "another file (such as a sheet) is embedded; it was not read"})
		}
		return nil
	}
	switch s.Name() {
	case "pPr":
		err := r.paragraphProps(s, &p.props)
		p.base.hidden = r.styles.hidden(p.props.style)
		if p.props.joined {
			p.marks = addMark(p.marks, "tracked-changes", extract.Text{ZH: "修订中删除了段落结尾，仍按两段读取", EN: "a tracked change joins this paragraph with the next; they were read apart"})
		}
		return err
	case "r":
		p.run = p.base
	case "rPr":
		run, err := r.styles.run(s, p.base)
		p.run = run
		return err
	case "t":
		return r.words(s, p)
	case "tab", "ptab":
		return r.put(p, tab)
	case "br", "cr":
		return r.put(p, "\n")
	case "noBreakHyphen", "no-break-hyphen":
		return r.put(p, "-")
	case "sym":
		return r.symbol(p, s.Attr("font"), s.Attr("char"))
	case "fldChar":
		return r.fieldChar(s, p)
	case "fldSimple":
		if isPage(s.Attr("instr")) {
			s.Skip()
			return r.put(p, pageMark)
		}
	case "instrText":
		if instruction := s.Content(maxInstruction); len(r.fields) > 0 {
			f := &r.fields[len(r.fields)-1]
			if len(f.instruction) < maxInstruction {
				f.instruction += instruction
			}
			f.page = f.page || isPage(f.instruction)
		}
	case "footnoteReference", "endnoteReference":
		return r.noteReference(s, p)
	case "footnote", "endnote": // stand in the text of files of 2003
		return r.noteHere(s, p)
	case "txbxContent":
		blocks, err := r.boxed(s)
		p.boxes = append(p.boxes, blocks...)
		return err
	case "delText", "delInstrText", "rt", "sdtPr", "sdtEndPr", "commentReference", "annotationRef":
		s.Skip()
	case "sectPr":
		return r.section(s)
	}
	return nil
}

// boxed reads a text box, whose fields are its own.
func (r *reader) boxed(s *opc.Scanner) ([]flow.Block, error) {
	outer := r.fields
	r.fields = nil
	if r.tables++; r.tables > flow.MaxDepth {
		return nil, extract.LimitError(flow.MaxDepth, extract.Text{ZH: "层嵌套的文本框", EN: "text boxes within text boxes"})
	}
	blocks, err := r.blocks(s)
	r.tables--
	r.fields = outer
	return blocks, err
}

// words reads the text of a run.
func (r *reader) words(s *opc.Scanner, p *paragraph) error {
	for depth := s.Depth; s.Next(); {
		switch {
		case s.Kind == opc.End && s.Depth == depth:
			return nil
		case s.Kind == opc.Text:
			text := s.Text()
			if p.run.caps {
				text = strings.ToUpper(text)
			}
			if symbolic(p.run.font) {
				text = fromFont(p.run.font, text)
			}
			if err := r.put(p, text); err != nil {
				return err
			}
		}
	}
	return s.Err()
}

func (r *reader) paragraphProps(s *opc.Scanner, p *properties) error {
	return each(s, func() error {
		switch {
		case s.Space == opc.Annotation:
			s.Skip()
		case s.Space == opc.Foreign && s.Name() == "t" && p.listed:
			p.printed = s.Attr("val")
		}
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "ilfo":
			p.listed = s.Attr("val") != "0"
		case "pStyle":
			p.style = s.Attr("val")
		case "ilvl":
			p.level = s.Int("val", 0)
		case "numId":
			p.num = s.Attr("val")
		case "sectPr":
			return r.section(s)
		case "rPr": // of the end of the paragraph
			return each(s, func() error {
				p.joined = p.joined || s.Is(opc.Start, opc.Word, "del")
				return nil
			})
		case "pPrChange", "numberingChange":
			s.Skip()
		}
		return nil
	})
}

// paragraph is one paragraph being read.
type paragraph struct {
	text   strings.Builder
	struck draft.Struck
	marks  []flow.Mark
	boxes  []flow.Block // text boxes anchored in it
	props  properties
	run    runProps
	base   runProps // what the paragraph's style says of its runs
}

// paragraph reads one paragraph and the text boxes anchored in it.
func (r *reader) paragraph(s *opc.Scanner) ([]flow.Block, error) {
	if r.paragraphs++; r.paragraphs > r.limits.Cells {
		return nil, extract.LimitError(r.limits.Cells, extract.Text{ZH: "个段落", EN: "paragraphs"})
	}
	p := paragraph{props: properties{level: -1}}
	if err := each(s, func() error { return r.inline(s, &p) }); err != nil {
		return nil, err
	}
	text, says := p.struck.Cut(p.text.String())
	if says != nil {
		p.marks = addMark(p.marks, "struck-text", *says)
	}
	text = blank.Trim(text)
	if number, sure := r.lists.number(&p.props, r.styles); !sure {
		p.marks = addMark(p.marks, "list-number", extract.Text{ZH: "自动编号的格式不能确定，未写出编号", EN: "the form of a generated list number is not known for certain; it was left out"})
	} else if number != "" {
		if err := r.d.Budget().Make(len(number)); err != nil {
			return nil, err
		}
		text = blank.Trim(number + text)
	}
	out := p.boxes
	if text != "" || len(p.marks) > 0 {
		out = append([]flow.Block{{Text: text, Marks: p.marks}}, out...)
	}
	return out, nil
}
