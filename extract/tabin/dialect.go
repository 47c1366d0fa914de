package tabin

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"ziping/extract"
)

// dialect is how cells are told apart.
type dialect int

const (
	tabs dialect = iota
	commas
	pipes
	plain // no separators: loose lines only

	cells      // one after the other, each closed by |
	paragraphs // one to a paragraph
	blanks     // told apart by blanks
	wideBlanks // told apart by two and more blanks
	collapsed  // told apart by |, empty ones run together
)

// detect looks at the first lines. Tabs win, because a narrative cell may hold
// any number of commas; | and , must stand in most lines.
func detect(text string) dialect {
	lines, withPipe, withComma := 0, 0, 0
	for rest := text; rest != "" && lines < 200; {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		if strings.TrimSpace(l) == "" {
			continue
		}
		if strings.Contains(l, "\t") {
			return tabs
		}
		lines++
		if strings.Count(l, "|") >= 2 {
			withPipe++
		}
		if strings.Count(l, ",") >= 2 {
			withComma++
		}
	}
	switch {
	case withPipe*2 > lines:
		return pipes
	case withComma*2 > lines && lines >= 3:
		return commas
	case strings.Contains(text, "\t"):
		return tabs
	}
	return plain
}

// rows returns a function that gives the next row and its line number; 0 at the end.
func (d dialect) rows(text string, l extract.Limits) func() (row, int, error) {
	if d == commas {
		return csvRows(text, l)
	}
	n, done := 0, false
	return func() (row, int, error) {
		if done {
			return row{}, 0, nil
		}
		var s string
		var more bool
		s, text, more = cutLine(text)
		done = !more
		n++
		if d == pipes {
			s = strings.TrimSpace(s)
			if strings.Trim(s, "|-: ") == "" && strings.Contains(s, "-") { // |---|---| under a heading
				return row{blank: true}, n, nil
			}
			if r := []rune(s); len(r) > 1 && r[0] == '|' {
				s = string(r[1:])
			}
			s = strings.ReplaceAll(s, "|", "\t")
		}
		if strings.TrimSpace(s) == "" {
			return row{blank: true}, n, nil
		}
		if !strings.Contains(s, "\t") {
			return row{cells: []string{s}, loose: true}, n, nil
		}
		s = strings.TrimRight(s, "\t \u00a0\u3000")
		if c := strings.Count(s, "\t") + 1; c > l.Cols {
			return row{}, n, limitError(n, l.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
		}
		return row{cells: strings.Split(s, "\t")}, n, nil
	}
}

// cutLine takes one line off the text; \n, \r\n and \r end a line.
func cutLine(s string) (line, rest string, more bool) {
	i := strings.IndexAny(s, "\r\n")
	if i < 0 {
		return s, "", false
	}
	if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
		return s[:i], s[i+2:], true
	}
	return s[:i], s[i+1:], true
}

func csvRows(text string, l extract.Limits) func() (row, int, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	return func() (row, int, error) {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return row{}, 0, nil
		}
		n, _ := r.FieldPos(0)
		if err != nil {
			return row{}, n, &extract.Error{
				Kind:   extract.ErrDamaged,
				Place:  extract.Text{ZH: fmt.Sprintf("第 %d 行", n), EN: fmt.Sprintf("line %d", n)},
				Reason: extract.Text{ZH: "CSV 格式有误", EN: "malformed CSV"},
				Hint:   extract.Text{ZH: "请从表格程序重新导出", EN: "export it again from the spreadsheet program"},
				Err:    err,
			}
		}
		for len(rec) > 0 && strings.TrimSpace(rec[len(rec)-1]) == "" {
			rec = rec[:len(rec)-1]
		}
		switch {
		case len(rec) == 0:
			return row{blank: true}, max(n, 1), nil
		case len(rec) > l.Cols:
			return row{}, n, limitError(n, l.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
		}
		return row{cells: rec}, max(n, 1), nil
	}
}
