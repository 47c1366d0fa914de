package longsheet

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"ziping/render/screen"
	"ziping/render/xlsxout/cells"
)

// Sheet is one sheet of a table: what stands below its heading.
type Sheet struct {
	rows, links *spool
	widths      []float64
	last        int // row
	linked      int
	row         []byte
}

func newSheet(scratch string, widths []float64) (*Sheet, error) {
	s := &Sheet{widths: widths, last: 1}
	var err error
	if s.rows, err = newSpool(scratch); err != nil {
		return nil, err
	}
	if s.links, err = newSpool(scratch); err != nil {
		_ = s.rows.close()
		return nil, err
	}
	return s, nil
}

// Last is the last row, 1 where there is the heading alone.
func (s *Sheet) Last() int { return s.last }

// Range is the range of its cells, the heading's among them.
func (s *Sheet) Range() string {
	return "A1:" + string(cells.AppendRef(nil, len(s.widths), s.last))
}

func (s *Sheet) add(row []Cell) error {
	s.last++
	b := append(s.row[:0], `<row r="`...)
	b = strconv.AppendInt(b, int64(s.last), 10)
	b = append(b, '"')
	if n := s.lines(row); n > 1 {
		b = append(b, ` ht="`...)
		b = strconv.AppendInt(b, int64(n*lineHeight), 10)
		b = append(b, '"')
	}
	b = append(b, '>')
	for i := range row {
		c := &row[i]
		if c.text == "" {
			continue
		}
		formula := ""
		if c.link != "" {
			if s.linked < maxLinks {
				s.linked++
				if err := s.links.write([]byte(string(cells.AppendRef(nil, i+1, s.last)) + "\t" + Target(c.link) + "\n")); err != nil {
					return err
				}
			} else {
				formula = linkFormula(c.link, c.text)
			}
		}
		b = append(b, `<c r="`...)
		b = cells.AppendRef(b, i+1, s.last)
		b = append(b, '"')
		if c.style > 0 {
			b = append(b, ` s="`...)
			b = strconv.AppendInt(b, int64(c.style), 10)
			b = append(b, '"')
		}
		switch {
		case c.number:
			b = append(b, `><v>`...)
			b = append(b, c.text...)
			b = append(b, `</v></c>`...)
		case formula != "":
			b = append(b, ` t="str"><f>`...)
			b = cells.AppendText(b, formula)
			b = append(b, `</f><v>`...)
			b = cells.AppendText(b, c.text)
			b = append(b, `</v></c>`...)
		default:
			b = append(b, ` t="inlineStr"><is><t xml:space="preserve">`...)
			b = cells.AppendText(b, cells.Cut(c.text))
			b = append(b, `</t></is></c>`...)
		}
	}
	s.row = append(b, `</row>`...)
	return s.rows.write(s.row)
}

// A row is as high as its texts need, since not every program works that out; beyond a
// few lines it would be in the way.
const (
	lineHeight = 13 // points
	mostLines  = 10
	fill       = 0.92 // of a line: words and figures are not parted
)

// lines is how many lines a row needs.
func (s *Sheet) lines(row []Cell) int {
	n := 1
	for i := range row {
		if c := &row[i]; !c.number && len(c.text) > int(s.widths[i]) {
			n = max(n, Lines(c.text, s.widths[i], mostLines))
		}
	}
	return n
}

// Lines is how many lines a text takes in a column of such a width, most at the most.
func Lines(text string, width float64, most int) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += max(1, int(math.Ceil(float64(screen.Width(line))/max(width*fill, 1))))
		if n >= most {
			return most
		}
	}
	return n
}

// Rows writes the rows as the sheet's part holds them.
func (s *Sheet) Rows(w io.Writer) error {
	r, err := s.rows.read()
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// Linked is how many links there are.
func (s *Sheet) Linked() int { return s.linked }

// Links hands on every link: the cell and where it leads, as a link holds it.
func (s *Sheet) Links(do func(ref, target string) error) error {
	r, err := s.links.read()
	if err != nil {
		return err
	}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		ref, to, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			return fmt.Errorf("longsheet: a line of links without a link")
		}
		if err := do(ref, to); err != nil {
			return err
		}
	}
}

func (s *Sheet) close() error {
	err := s.rows.close()
	if e := s.links.close(); err == nil {
		err = e
	}
	return err
}
