package produce

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// workbook writes a sheet for each form, as clerks lay forms out. A row of a sheet
// can be no higher than a few hundred points, and cuts off what does not fit: in
// one to be printed a row of the form takes as many rows of the sheet as it needs.
func workbook(list []*forms.Form, l looks.Look, printed bool) ([]byte, error) {
	k := excelize.NewFile()
	defer func() { _ = k.Close() }() // nothing is kept on disk
	for i, f := range list {
		name := fmt.Sprintf("Sheet%d", i+1)
		if i > 0 {
			if _, err := k.NewSheet(name); err != nil {
				return nil, err
			}
		}
		s := sheet{k: k, name: name, f: f, l: l, printed: printed}
		s.write()
		if s.err != nil {
			return nil, s.err
		}
	}
	var out bytes.Buffer
	if err := k.Write(&out); err != nil {
		return nil, err
	}
	for _, f := range list {
		if len(f.Stored) > 0 {
			return numbers(out.Bytes())
		}
	}
	return out.Bytes(), nil
}

type sheet struct {
	k    *excelize.File
	name string
	f    *forms.Form
	l    looks.Look
	err  error
	row  int

	printed bool
	start   []int // rows of the sheet (from 0) at which those of the form begin, and the end
	hidden  []int // hidden rows, each behind a row of the form
}

func (s *sheet) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func at(row, col int) string {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return "A1"
	}
	return name
}

func (s *sheet) style(size float64, bold, border, left, shade bool) int {
	st := &excelize.Style{
		Font:      &excelize.Font{Family: officeFont[s.l.Font], Size: size, Bold: bold},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if left {
		st.Alignment.Horizontal, st.Alignment.Vertical = "left", "top"
	}
	if border {
		kind := map[looks.Borders]int{looks.Full: 1, looks.Hairline: 7, looks.Thick: 5, looks.Dashed: 3, looks.Doubled: 6, looks.NoOuter: 1, looks.Horizontal: 1}[s.l.Borders]
		sides := []string{"top", "bottom", "left", "right"}
		if s.l.Borders == looks.Horizontal {
			sides = sides[:2]
		}
		for _, side := range sides {
			if kind > 0 {
				st.Border = append(st.Border, excelize.Border{Type: side, Color: "000000", Style: kind})
			}
		}
	}
	if shade {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE3EA"}}
	}
	id, err := s.k.NewStyle(st)
	s.do(err)
	return id
}

// officeFont has no WenQuanYi Zen Hei: LibreOffice sets some of its characters over each other.
var officeFont = map[string]string{"": "Noto Sans CJK SC", "serif": "Noto Serif CJK SC", "zenhei": "AR PL UMing CN", "ming": "AR PL UMing CN", "kai": "AR PL UKai CN"}

func (s *sheet) write() {
	f := s.f
	total := 0
	for _, w := range f.Widths {
		total += w
	}
	room := 92.0 // characters of 11 pt over the text width of A4
	if s.l.Landscape {
		room = 138
	}
	room *= s.l.Width
	chars := make([]float64, f.Cols)
	for i, w := range f.Widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		s.do(err)
		chars[i] = room * float64(w) / float64(total)
		s.do(s.k.SetColWidth(s.name, name, name, chars[i]))
	}
	if !s.l.Alone {
		s.line(f.Title, s.l.Size*1.6, true)
		for _, t := range append([]string{f.Sub}, f.Above...) {
			if t != "" {
				s.line(t, s.l.Size, false)
			}
		}
	}
	top := s.row
	heights := rowHeights(f, chars, s.l)
	s.start = []int{top}
	for i, h := range heights {
		n := 1
		if s.printed {
			n = int(math.Ceil(h / highestRow))
		}
		from := s.start[len(s.start)-1]
		for r := range n {
			s.do(s.k.SetRowHeight(s.name, from+r+1, min(h/float64(n), highestRow)))
		}
		if s.l.Hidden && i%9 == 8 {
			s.hidden = append(s.hidden, from+n)
			n++
		}
		s.start = append(s.start, from+n)
	}
	for i, c := range f.Cells {
		last := s.start[c.Row+c.RowSpan] - 1
		if slices.Contains(s.hidden, last) {
			last--
		}
		from, to := at(s.start[c.Row], c.Col), at(last, c.Col+c.ColSpan-1)
		head := c.Kind == forms.Heading
		id := s.style(s.l.Size, head && s.l.BoldHeads, true, s.l.Left || c.Kind == forms.Text, s.l.Shade && (head || c.Kind == forms.Label))
		if s.l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan) {
			st, err := s.k.GetStyle(id)
			s.do(err)
			st.Alignment.TextRotation = 255
			id, err = s.k.NewStyle(st)
			s.do(err)
		}
		stored, isStored := f.Stored[i]
		room := 0.0
		for _, w := range chars[c.Col : c.Col+c.ColSpan] {
			room += w
		}
		// A number is not wrapped: where it does not fit, ### is printed, or fewer places.
		isStored = isStored && (!s.printed || float64(halfWidths(c.Text)+2)*s.l.Size/11 < room)
		if isStored && stored.Format != "" {
			st, err := s.k.GetStyle(id)
			s.do(err)
			st.CustomNumFmt = &stored.Format
			id, err = s.k.NewStyle(st)
			s.do(err)
		}
		s.do(s.k.SetCellStyle(s.name, from, to, id))
		switch {
		case isStored:
			s.figure(from, stored)
		case c.Text != "":
			s.do(s.k.SetCellStr(s.name, from, c.Text))
		}
		if s.l.Comments && i%11 == 10 {
			s.do(s.k.AddComment(s.name, excelize.Comment{Cell: from, Author: "A", Text: "12.50"}))
		}
		if from != to {
			s.do(s.k.MergeCell(s.name, from, to))
		}
	}
	for _, r := range s.hidden {
		s.hide(r)
	}
	s.row = s.start[f.Rows]
	for _, t := range f.Below {
		if !s.l.Alone {
			s.line(t, s.l.Size, false)
		}
	}
	s.paper(top)
}

// figure writes a number, perhaps as the result of a formula.
func (s *sheet) figure(cell string, x forms.Stored) {
	if x.Formula != "" && !x.Kept {
		x.Number = ""
	}
	s.do(s.k.SetCellDefault(s.name, cell, x.Number))
	if x.Formula != "" {
		s.do(s.k.SetCellFormula(s.name, cell, s.formula(x)))
	}
}

// numbers makes the results of formulas numbers: the library calls each a text.
func numbers(data []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var parts [][2]string
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		parts = append(parts, [2]string{f.Name, strings.ReplaceAll(string(part), ` t="str"><f>`, "><f>")})
	}
	return zipped(parts)
}

// formula is a formula with the places of this sheet.
func (s *sheet) formula(x forms.Stored) string {
	return places.ReplaceAllStringFunc(x.Formula, func(m string) string {
		i, err := strconv.Atoi(m[1 : len(m)-1])
		s.do(err)
		c := s.f.Cells[i]
		return at(s.start[c.Row], c.Col)
	})
}

var places = regexp.MustCompile(`\{\d+\}`)

// hide fills a row that no merged cell lies on with figures and hides it.
func (s *sheet) hide(row int) {
	merges, err := s.k.GetMergeCells(s.name)
	s.do(err)
	for col := range s.f.Cols {
		under := false
		for _, m := range merges {
			c0, r0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
			c1, r1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
			s.do(errors.Join(err0, err1))
			under = under || r0 <= row+1 && row+1 <= r1 && c0 <= col+1 && col+1 <= c1
		}
		if !under {
			s.do(s.k.SetCellInt(s.name, at(row, col), int64(10+col)))
		}
	}
	s.do(s.k.SetRowVisible(s.name, row+1, false))
}

func (s *sheet) line(text string, size float64, bold bool) {
	from, to := at(s.row, 0), at(s.row, s.f.Cols-1)
	s.do(s.k.SetCellStr(s.name, from, text))
	s.do(s.k.SetCellStyle(s.name, from, to, s.style(size, bold, false, false, false)))
	s.do(s.k.MergeCell(s.name, from, to))
	s.do(s.k.SetRowHeight(s.name, s.row+1, size*2))
	s.row++
}

func (s *sheet) paper(top int) {
	size, way := 9, "portrait"
	if s.l.Short > 0 {
		size = 11 // A5, landscape or not
	}
	if s.l.Landscape {
		way = "landscape"
	}
	one, any, fit := 1, 0, true
	s.do(s.k.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &one, FitToHeight: &any}))
	s.do(s.k.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	margin := 0.4
	s.do(s.k.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &margin}))
	if s.l.Footer {
		s.do(s.k.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: "&L" + typeset.HeadLine, OddFooter: "&C— &P —"}))
	}
	if n := headRows(s.f, s.l); n > 0 {
		s.do(s.k.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s!$%d:$%d", s.name, top+1, s.start[n])}))
	}
}

const highestRow = 400.0

// rowHeights estimates the points each row needs, for programs that do not find out themselves.
func rowHeights(f *forms.Form, chars []float64, l looks.Look) []float64 {
	line := l.Size * 1.5
	h := make([]float64, f.Rows)
	for i := range h {
		h[i] = line + 2*l.Padding
	}
	for pass := range 2 {
		for _, c := range f.Cells {
			if (c.RowSpan > 1) != (pass == 1) || c.Text == "" {
				continue
			}
			room := 0.0
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				room += chars[k]
			}
			room = max(2, room*11/l.Size-2)
			lines := math.Ceil(float64(halfWidths(c.Text)) / room)
			if l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan) {
				lines = float64(len([]rune(c.Text)))
			}
			need := lines*line + 2*l.Padding
			have := 0.0
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				have += h[r]
			}
			for r := c.Row; need > have && r < c.Row+c.RowSpan; r++ {
				h[r] += (need - have) / float64(c.RowSpan)
			}
		}
	}
	return h
}

// halfWidths counts Latin letters as one and all others as two.
func halfWidths(s string) int {
	n := 0
	for _, r := range s {
		n += 2
		if r < 0x2000 {
			n--
		}
	}
	return n
}
