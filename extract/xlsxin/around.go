package xlsxin

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/extract/opc"
	"ziping/text/blank"
)

// surroundings is text of a sheet that stands in no cell: headers and footers
// and text boxes.
type surroundings struct{ above, below []string }

func (a *surroundings) any() bool { return len(a.above)+len(a.below) > 0 }

// add keeps the lines of a text box.
func (a *surroundings) add(text string, below bool) {
	into := &a.above
	if below {
		into = &a.below
	}
	*into = append(*into, strings.Split(text, "\n")...)
}

// maxBoxes bounds the text boxes of a sheet that are read.
const maxBoxes = 1_000

// surroundings reads what the sheet's relations and page set-up hold.
func (r *reader) surroundings(d *sheetData, part string) (surroundings, error) {
	var out surroundings
	out.above = marginTexts(d.header, d.name)
	rels, err := r.p.Relations(part)
	if err != nil {
		return out, err
	}
	firstRow := lastRow
	for _, c := range d.cells {
		firstRow = min(firstRow, c.row)
	}
	for _, rel := range rels {
		switch rel.Type {
		case "comments", "threadedComment":
			r.saidComments(d.name)
		case "drawing":
			if err := r.drawing(rel.Target, firstRow, d.name, &out); err != nil {
				return out, err
			}
		case "vmlDrawing":
			if err := oldDrawing(r, rel.Target, firstRow, d.name, &out); err != nil {
				return out, err
			}
		}
	}
	out.below = append(out.below, marginTexts(d.footer, d.name)...)
	return out, nil
}

// drawing reads the text boxes of a sheet and notes its pictures.
func (r *reader) drawing(part string, firstRow int, sheet string, out *surroundings) error {
	pictures := 0
	err := r.p.Scan(part, func(s *opc.Scanner) error {
		row, boxes := 0, 0
		from, inRow, inText := false, false, false
		var text strings.Builder
		for s.Next() {
			name := s.Name()
			switch s.Kind {
			case opc.Text:
				if inRow {
					row, _ = strconv.Atoi(strings.TrimSpace(s.Text()))
				} else if inText && text.Len() < 100_000 {
					text.Write(s.Bytes())
				}
			case opc.Start:
				switch name {
				case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
					row = 0
				case "from":
					from = true
				case "row":
					inRow = from
				case "t":
					inText = true
				case "txBody":
					text.Reset()
				case "pic":
					pictures++
				case "Fallback":
					s.Skip()
				}
			default:
				switch name {
				case "from":
					from = false
				case "row":
					inRow = false
				case "t":
					inText = false
				case "p":
					text.WriteByte('\n')
				case "txBody":
					if boxes++; boxes > maxBoxes {
						return nil
					}
					out.add(text.String(), row+1 > firstRow)
				}
			}
		}
		return s.Err()
	})
	if pictures > 0 {
		r.pictures += pictures
		r.d.Warn("picture", extract.Text{ZH: "工作表“" + sheet + "”有图片，图中文字未读取", EN: "sheet " + sheet + " has pictures; text in them was not read"}, nil)
	}
	return err
}

//go:embed sheetnames.txt
var sheetNames string

// unnamed reports a name that a program gives to a sheet by itself, with a number
// behind it: Sheet1. In a header it says no more than the number of a page.
func unnamed(sheet string) bool {
	name := strings.ToLower(blank.Trim(strings.TrimRight(sheet, "0123456789")))
	return slices.Contains(strings.Fields(sheetNames), name)
}

// marginTexts reads the code of a header or footer: &L, &C and &R begin its
// three parts, other letters set type. Parts that number pages are left out, and so are
// names of sheets that nobody named.
func marginTexts(code, sheet string) []string {
	var out []string
	var b strings.Builder
	varies := false
	end := func() {
		if s := blank.Trim(b.String()); s != "" && !varies {
			out = append(out, strings.Split(s, "\n")...)
		}
		b.Reset()
		varies = false
	}
	for code != "" {
		before, rest, ok := strings.Cut(code, "&")
		b.WriteString(before)
		if !ok || rest == "" {
			break
		}
		c := rest[0]
		code = rest[1:]
		switch {
		case c == 'L' || c == 'C' || c == 'R':
			end()
		case c == '&':
			b.WriteByte('&')
		case c == 'P' || c == 'N' || c == 'D' || c == 'T' || c == 'F' || c == 'Z' || c == 'G':
			varies = true
		case c == 'A':
			if !unnamed(sheet) {
				b.WriteString(sheet)
			}
		case c == '"':
			_, code, _ = strings.Cut(code, `"`)
		case c == 'K':
			code = code[min(len(code), 6):]
		case c >= '0' && c <= '9':
			code = strings.TrimLeft(code, "0123456789")
		}
	}
	end()
	return out
}
