// Package docxin reads Word documents (DOCX, DOCM, transitional and strict):
// tables with their spans, nested tables, text boxes, list numbers that Word
// makes itself, notes, headers and footers.
//
//	doc, err := docxin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// [Read2003] and [ReadFlat] read what Word saves as one XML file.
//
// It reads what would be printed: tracked deletions, hidden text and field
// instructions are left out and, where they have text, said by a warning.
//
// Known gaps: pages are not told apart (only Word knows where they break); text
// in charts, diagrams and pictures is not read.
package docxin

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/extract/opc"
)

// readerName is the reader's name in Document.Source.
const readerName = "docxin"

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Read reads a document. Errors are *extract.Error.
func Read(data []byte, o extract.Options) (*extract.Document, error) {
	p, err := opc.Open(data, "DOCX", o.Limits)
	if err != nil {
		return nil, err
	}
	r := reader{p: p, d: draft.New(readerName, mediaType, o), choices: map[int]bool{}, limits: o.Limits, options: o}
	r.options.Budget = r.d.Budget() // of what is embedded too
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.d.Document(), nil
}

type reader struct {
	p      *opc.Package
	d      *draft.Draft
	limits extract.Limits
	// options are those of the whole, for what is embedded
	options extract.Options
	chunks  int             // embedded files met
	noPage  map[string]bool // parts that were tried and are no page
	unread  int             // and not read

	styles  styles
	lists   lists
	targets map[string]string // parts by relation id

	// of the part being read
	fields  []field
	choices map[int]bool // AlternateContent by depth: whether a choice was taken
	tables  int          // tables within tables

	// taken so far
	runes, paragraphs int

	headers, footers []string       // parts, in the order met
	heads, feet      [][]flow.Block // the same, where they stand in the text
	notes            []note         // referred to in the text, in order
	counts           noteCounts
	commented        bool
}

func (r *reader) read() error {
	main := r.p.Main()
	if main == "" {
		return r.p.Damaged("word/document.xml", nil)
	}
	rels, err := r.p.Relations(main)
	if err != nil {
		return err
	}
	r.targets = make(map[string]string, len(rels))
	byType := map[string]string{}
	for _, rel := range rels {
		r.targets[rel.ID] = rel.Target
		byType[rel.Type] = rel.Target
	}
	if r.styles, err = readStyles(r.p, byType["styles"]); err != nil {
		return err
	}
	if r.lists, err = readLists(r.p, byType["numbering"]); err != nil {
		return err
	}
	body, err := r.story(main, "body")
	if err != nil {
		return err
	}
	for _, kind := range []string{"styles", "numbering"} { // behind the text: what is cut off ends there
		if part := byType[kind]; part != "" {
			if err := r.p.Need(part); err != nil {
				return err
			}
		}
	}
	head, err := r.margins(r.headers, "hdr", r.heads)
	if err != nil {
		return err
	}
	foot, err := r.margins(r.footers, "ftr", r.feet)
	if err != nil {
		return err
	}
	notes, err := r.readNotes(byType["footnotes"], byType["endnotes"])
	if err != nil {
		return err
	}
	r.d.Page(extract.OriginText)
	for _, blocks := range [][]flow.Block{head, body, notes, foot} {
		if err := flow.Write(r.d, blocks); err != nil {
			return err
		}
	}
	if r.d.Empty() && r.unread > 0 {
		return &extract.Error{
			Kind:   extract.ErrUnsupported,
			Reason: extract.Text{ZH: "文档的内容都在嵌入的另一个文件里，不能读取", EN: "all of the document stands in another file embedded in it, which is not read"},
			Hint:   extract.Text{ZH: "请用 Word 打开后另存为 .docx", EN: "open it in Word and save it as .docx"},
		}
	}
	if r.d.Empty() {
		return &extract.Error{
			Kind:   extract.ErrEmpty,
			Reason: extract.Text{ZH: "文档里没有文字", EN: "the document holds no text"},
			Hint:   extract.Text{ZH: "若表格是图片，请提供电子版", EN: "if the form is a picture, supply it as a digital file"},
		}
	}
	return r.comments(byType["comments"])
}

// story reads the blocks of one part.
func (r *reader) story(part, root string) (blocks []flow.Block, err error) {
	r.fields = r.fields[:0]
	found := false
	err = r.p.Scan(part, func(s *opc.Scanner) error {
		for s.Next() {
			if s.Is(opc.Start, opc.Word, root) {
				found = true
				if blocks, err = r.blocks(s); err != nil {
					return err
				}
			}
		}
		return s.Err()
	})
	if err == nil && !found && root == "body" {
		return nil, r.p.Damaged(part, fmt.Errorf("no %s", root))
	}
	if err == nil && len(r.fields) > 0 {
		r.d.Warn("field", extract.Text{ZH: "有未结束的域，其后的文字可能未读取", EN: "a field is not ended; text behind it may be missing"}, nil)
	}
	return blocks, err
}

// margins reads headers or footers. Each text is taken once, and lines that
// number the pages are none.
func (r *reader) margins(parts []string, root string, more [][]flow.Block) ([]flow.Block, error) {
	var stories [][]flow.Block
	for _, part := range parts {
		blocks, err := r.story(part, root)
		if err != nil {
			return nil, err
		}
		stories = append(stories, blocks)
	}
	var out []flow.Block
	seen := map[string]bool{}
	for _, blocks := range append(stories, more...) {
		for _, b := range blocks {
			if b.Table == nil && (seen[b.Text] || strings.Contains(b.Text, pageMark)) {
				continue
			}
			seen[b.Text] = b.Table == nil
			out = append(out, b)
		}
	}
	return out, nil
}

// blocks reads paragraphs and tables up to the end of the tag just started.
func (r *reader) blocks(s *opc.Scanner) ([]flow.Block, error) {
	var out []flow.Block
	var marks []flow.Mark
	err := each(s, func() error {
		if r.passed(s, &marks) {
			return nil
		}
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "p":
			more, err := r.paragraph(s)
			out = append(out, more...)
			return err
		case "tbl":
			t, err := r.table(s)
			if t != nil {
				out = append(out, flow.Block{Table: t})
			}
			return err
		case "sectPr":
			return r.section(s)
		case "altChunk":
			doc, err := r.chunk(s.Attr("id"))
			if err != nil {
				return err
			}
			if doc != nil {
				out = append(out, flow.Block{Doc: doc})
			} else {
				marks = addMark(marks, "embedded", notRead)
			}
		case "sdtPr", "sdtEndPr", "tcPr":
			s.Skip()
		}
		return nil
	})
	if len(marks) > 0 {
		out = append(out, flow.Block{Marks: marks})
	}
	return out, err
}

// passed deals with tags that stand anywhere: tracked changes and alternatives
// of the same content. It reports whether the tag is done with.
func (r *reader) passed(s *opc.Scanner, marks *[]flow.Mark) bool {
	switch s.Space {
	case opc.Word:
		switch s.Name() {
		case "del", "moveFrom":
			*marks = addMark(*marks, "tracked-changes", extract.Text{ZH: "修订中删除的文字未读取", EN: "text deleted by a tracked change was not read"})
			s.Skip()
			return true
		case "ins", "moveTo":
			*marks = addMark(*marks, "tracked-changes", extract.Text{ZH: "有未接受的修订，按插入后的文字读取", EN: "a tracked insertion not yet accepted was read"})
			return true
		}
	case opc.Annotation:
		if s.Name() != "annotation" {
			return true
		}
		switch s.Attr("type") {
		case "Word.Deletion":
			*marks = addMark(*marks, "tracked-changes", extract.Text{ZH: "修订中删除的文字未读取", EN: "text deleted by a tracked change was not read"})
			s.Skip()
		case "Word.Insertion":
			*marks = addMark(*marks, "tracked-changes", extract.Text{ZH: "有未接受的修订，按插入后的文字读取", EN: "a tracked insertion not yet accepted was read"})
		case "Word.Comment":
			r.commented = true
			s.Skip()
		default:
			s.Skip()
		}
		return true
	case opc.Compatibility:
		switch s.Name() {
		case "AlternateContent":
			r.choices[s.Depth] = false
		case "Choice":
			if r.choices[s.Depth-1] {
				s.Skip()
			}
			r.choices[s.Depth-1] = true
		case "Fallback":
			if r.choices[s.Depth-1] {
				s.Skip()
			}
		}
		return true
	}
	return false
}

// section notes the headers and footers that a section shows.
func (r *reader) section(s *opc.Scanner) error {
	type reference struct {
		id, kind string
		blocks   []flow.Block // of a file of 2003, where they stand here
	}
	var heads, feet []reference
	first := false
	err := each(s, func() error {
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "headerReference":
			heads = append(heads, reference{id: s.Attr("id"), kind: s.Attr("type")})
		case "footerReference":
			feet = append(feet, reference{id: s.Attr("id"), kind: s.Attr("type")})
		case "hdr", "ftr":
			one := reference{kind: s.Attr("type")}
			into := &heads
			if s.Name() == "ftr" {
				into = &feet
			}
			blocks, err := r.boxed(s)
			one.blocks = blocks
			*into = append(*into, one)
			return err
		case "titlePg":
			first = s.On("val")
		}
		return nil
	})
	shown := func(refs []reference, parts *[]string, here *[][]flow.Block) {
		for _, ref := range refs {
			part := r.targets[ref.id]
			switch {
			case ref.kind == "even" || ref.kind == "first" && !first || len(*parts)+len(*here) >= maxMargins:
			case len(ref.blocks) > 0:
				*here = append(*here, ref.blocks)
			case part != "":
				*parts = append(*parts, part)
			}
		}
	}
	shown(heads, &r.headers, &r.heads)
	shown(feet, &r.footers, &r.feet)
	return err
}

// maxMargins bounds the headers and the footers that are read.
const maxMargins = 200
