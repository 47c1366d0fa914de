// Package csvout writes a dataset as CSV: UTF-8, a line of headings, NULL as nothing.
//
//	sink, err := csvout.Open(folder, dataset.Tables)
//
// A text that a spreadsheet would run has an apostrophe before it, as in every
// delimited text that the program writes.
package csvout

import (
	"bufio"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"ziping/internal/dataset"
	"ziping/render/tableout"
)

type sink struct {
	tables []dataset.Table
	files  []*file
	cells  []string
}

type file struct {
	f *os.File
	b *bufio.Writer
	w *csv.Writer
}

// Open begins a file for each table.
func Open(folder string, tables []dataset.Table) (dataset.Sink, error) {
	s := &sink{tables: tables}
	for i, name := range dataset.FilesOf("csv") {
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		b := bufio.NewWriterSize(f, 1<<16)
		t := &file{f, b, csv.NewWriter(b)}
		s.files = append(s.files, t)
		var heads []string
		for _, c := range tables[i].Columns {
			heads = append(heads, c.Name)
		}
		if err := t.w.Write(heads); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// Row writes a line.
func (s *sink) Row(table int, values []dataset.Value) error {
	s.cells = s.cells[:0]
	for i, v := range values {
		text := ""
		if v.Set {
			switch s.tables[table].Columns[i].Type {
			case dataset.Integer:
				text = strconv.FormatInt(v.Int, 10)
			case dataset.Real:
				text = strconv.FormatFloat(v.Real, 'f', -1, 64)
			case dataset.Decimal:
				text = v.Text
			default:
				text = tableout.Harmless(v.Text)
			}
		}
		s.cells = append(s.cells, text)
	}
	return s.files[table].w.Write(s.cells)
}

// Close writes what is left, and closes the files.
func (s *sink) Close() error {
	var all error
	for _, t := range s.files {
		t.w.Flush()
		all = errors.Join(all, t.w.Error(), t.b.Flush(), t.f.Sync(), t.f.Close())
	}
	return all
}
