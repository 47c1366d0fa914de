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
	here []flow.Block // its text, where that stood at its mark
}

const maxNotes = 5_000

// noteCounts are the foot- and endnotes so far.
type noteCounts [2]int

// next counts a note and returns its mark.
func (n *noteCounts) next(end bool) string {
	kind := 0
	if end {
		kind = 1
	}
	n[kind]++
	return draft.Superscript(strconv.Itoa(n[kind]))
}

// noteReference prints the mark of a note and remembers the note.
func (r *reader) noteReference(s *opc.Scanner, p *paragraph) error {
	end := s.Name() == "endnoteReference"
	mark := r.counts.next(end)
	if custom, ok := s.Lookup("customMarkFollows"); ok && custom != "0" && custom != "false" {
		mark = ""
	}
	if len(r.notes) < maxNotes {
		r.notes = append(r.notes, note{id: s.Attr("id"), end: end, mark: mark})
	}
	return r.put(p, mark)
}

// noteHere reads a note that stands where it is referred to.
func (r *reader) noteHere(s *opc.Scanner, p *paragraph) error {
	end := s.Name() == "endnote"
	mark := r.counts.next(end)
	blocks, err := r.boxed(s)
	if err != nil {
		return err
	}
	if len(r.notes) < maxNotes {
		r.notes = append(r.notes, note{end: end, mark: mark, here: blocks})
	}
	p.run = p.base
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
		blocks := n.here
		if blocks == nil {
			var there bool
			if blocks, there = texts[kind][n.id]; !there {
				r.d.Warn(extract.WarnMissing, extract.Text{ZH: "脚注或尾注的文字在文件中缺失", EN: "the text of a note is missing from the file"}, nil)
			}
		}
		if err := flow.Repeat(r.d.Budget(), blocks); err != nil {
			return nil, err
		}
		for i, b := range blocks {
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
	if r.commented {
		r.d.Warn("comment", commented, nil)
	}
	if part == "" {
		return nil
	}
	return r.p.Scan(part, func(s *opc.Scanner) error {
		for s.Next() {
			if s.Is(opc.Start, opc.Word, "comment") {
				r.d.Warn("comment", commented, nil)
				return nil
			}
		}
		return s.Err()
	})
}

var commented = extract.Text{ZH: "文档中有批注，未读取", EN: "the document has comments, which were not read"}
