package docxin

import (
	"strconv"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/extract/opc"
)

// note is a footnote or endnote that the text refers to.
type note struct {
	id   string
	end  bool
	mark string
}

const maxNotes = 5_000

// noteReference prints the mark of a note and remembers the note.
func (r *reader) noteReference(s *opc.Scanner, p *paragraph) error {
	end := s.Name() == "endnoteReference"
	kind := 0
	if end {
		kind = 1
	}
	r.counts[kind]++
	mark := draft.Superscript(strconv.Itoa(r.counts[kind]))
	if custom, ok := s.Lookup("customMarkFollows"); ok && custom != "0" && custom != "false" {
		mark = ""
	}
	if len(r.notes) < maxNotes {
		r.notes = append(r.notes, note{s.Attr("id"), end, mark})
	}
	return r.put(p, mark)
}

// readNotes reads the notes that the text refers to as lines behind it.
func (r *reader) readNotes(footnotes, endnotes string) ([]flow.Block, error) {
	if len(r.notes) == 0 {
		return nil, nil
	}
	texts := [2]map[string][]flow.Block{}
	for kind, part := range []string{footnotes, endnotes} {
		texts[kind] = map[string][]flow.Block{}
		if part == "" {
			continue
		}
		r.fields = r.fields[:0]
		err := r.p.Scan(part, func(s *opc.Scanner) error {
			for s.Next() {
				if !s.Is(opc.Start, opc.Word, "footnote") && !s.Is(opc.Start, opc.Word, "endnote") {
					continue
				}
				id := s.Attr("id")
				blocks, err := r.blocks(s)
				if err != nil {
					return err
				}
				texts[kind][id] = blocks
			}
			return s.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	var out []flow.Block
	for _, n := range r.notes {
		kind := 0
		if n.end {
			kind = 1
		}
		for i, b := range texts[kind][n.id] {
			if i == 0 && b.Table == nil {
				b.Text = n.mark + " " + b.Text
			}
			out = append(out, b)
		}
	}
	return out, nil
}

// comments says that there are comments, which are no part of the form.
func (r *reader) comments(part string) error {
	if part == "" {
		return nil
	}
	return r.p.Scan(part, func(s *opc.Scanner) error {
		for s.Next() {
			if s.Is(opc.Start, opc.Word, "comment") {
				r.d.Warn("comment", extract.Text{ZH: "文档中有批注，未读取", EN: "the document has comments, which were not read"}, nil)
				return nil
			}
		}
		return s.Err()
	})
}
