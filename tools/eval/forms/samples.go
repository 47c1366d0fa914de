package forms

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// Samples returns the forms of the sample texts in a folder, in order of their
// names, as they stand on paper.
func Samples(dir fs.FS) ([]*Form, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	var out []*Form
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		id := strings.TrimSuffix(path.Base(name), ".txt")
		for i, n := range read.Run(doc, read.Options{}) {
			f := fromLayout(n.Draw())
			f.ID = id
			if i > 0 {
				f.ID = fmt.Sprintf("%s-%d", id, i+1)
			}
			if err := f.Check(); err != nil {
				return nil, err
			}
			out = append(out, f)
		}
	}
	return out, nil
}

func fromLayout(l normalize.Layout) *Form {
	f := &Form{Rows: l.Rows, Cols: l.Cols, Widths: append([]int(nil), l.Widths...)}
	for i, b := range l.Before {
		switch i {
		case 0:
			f.Title = b.Text
		case 1:
			f.Sub = b.Text
		default:
			f.Above = append(f.Above, b.Text)
		}
	}
	for _, a := range l.After {
		f.Below = append(f.Below, a.Text)
	}
	for _, c := range l.Cells {
		f.Cells = append(f.Cells, Cell{c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text, kindOf(c.Role)})
	}
	for _, h := range l.HeaderRows {
		f.Heads = append(f.Heads, Rows{h.First, h.Last, h.To})
	}
	if len(f.Widths) != f.Cols {
		f.Widths = make([]int, f.Cols)
		for i := range f.Widths {
			f.Widths[i] = 10
		}
	}
	f.Fill()
	f.compact()
	return f
}

func kindOf(r normalize.Role) Kind {
	switch r {
	case normalize.RoleHeading:
		return Heading
	case normalize.RoleLabel:
		return Label
	case normalize.RoleNumber:
		return Number
	case normalize.RoleText:
		return Text
	}
	return Value
}
