package pipeline_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A drawing is a form cell by cell, with what each cell is:
//
//	! errors FND-03 funds.total.execution_rate
//	> 项目支出绩效自评表 {title}
//	| 项目名称 *2 | 防汛物资储备 {project} *4
//	| 产出指标\n(50分) {1} *1x4 | 数量指标 {2} | 沙袋 {n} | ≥500袋 {t => >= 500 袋} | 520袋 {a} | 10 {w} | 10 {s}
//	< 注:本表一式两份
//
// A line > stands above the table, < below it, | is a row: the cells that are no part
// of one merged from above. *CxR is how many columns and rows a cell takes, \n a line
// break in it. {…} is its field: F.total.budget of the money, g and ga of the goals;
// 1 2 n t a w s r of an indicator, T.w and T.s of the total; => says what is to be read
// of it, where its text does not. Lines of ! tell what is to be found: errors and
// repairs (check and field; field and new value), notices (how many are fair), status,
// and last (after how many rows the form may be taken for whole; the row of the total
// where there is one).
type drawing struct {
	name          string
	before, after []string
	rows          [][]drawn
	cols          int
	want          map[string]wanted
	errors        []string
	repairs       []string
	mostNotices   int
	status        string
	lastRow       int
}

type wanted struct{ text, value string }

// drawn is a cell at its place.
type drawn struct {
	text     string
	row, col int
	across   int
	down     int
}

func draw(t *testing.T, name, text string) *drawing {
	t.Helper()
	d := &drawing{name: name, want: map[string]wanted{}, mostNotices: 3, status: "ok"}
	taken := map[[2]int]bool{}
	list := -1 // the indicator being drawn
	var levels [2]wanted
	var points [2]bool // of a level, at its first row
	for n, line := range strings.Split(text, "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		switch kind {
		case ">", "<":
			said, tag, _ := cutTag(rest)
			if tag != "" {
				d.tell(tag, said, nil)
			}
			if kind == ">" {
				d.before = append(d.before, said)
			} else {
				d.after = append(d.after, said)
			}
		case "!":
			d.expect(t, rest)
		case "|":
			row := len(d.rows)
			cells := []drawn{}
			col := 0
			started := false
			for part := range strings.SplitSeq(rest, " |") {
				c := drawn{row: row, across: 1, down: 1}
				part = strings.TrimSpace(part)
				if at := strings.LastIndex(part, "*"); at >= 0 && at > strings.LastIndex(part, "}") && strings.Trim(part[at+1:], "0123456789x") == "" {
					across, down, _ := strings.Cut(part[at+1:], "x")
					c.across, _ = strconv.Atoi(across)
					if down != "" {
						c.down, _ = strconv.Atoi(down)
					}
					part = strings.TrimSpace(part[:at])
				}
				said, tag, _ := cutTag(part)
				c.text = strings.ReplaceAll(said, `\n`, "\n")
				for taken[[2]int{row, col}] {
					col++
				}
				c.col = col
				for r := range c.down {
					for k := range c.across {
						if taken[[2]int{row + r, col + k}] {
							t.Fatalf("%s:%d: %q overlaps", name, n+1, part)
						}
						taken[[2]int{row + r, col + k}] = true
					}
				}
				col += c.across
				d.cols = max(d.cols, col)
				cells = append(cells, c)
				if tag == "" {
					continue
				}
				id, value, _ := strings.Cut(tag, "=>")
				id, value = strings.TrimSpace(id), strings.TrimSpace(value)
				w := wanted{c.text, value}
				path := ""
				switch id {
				case "1", "2":
					levels[id[0]-'1'] = w
					points[id[0]-'1'] = true
					if id == "1" {
						levels[1] = wanted{}
					}
					continue
				case "n", "t", "a", "w", "s", "r":
					if !started {
						list++
						started = true
						for k, l := range levels {
							if l.text != "" {
								d.want[fmt.Sprintf("indicators[%d].level%d", list, k+1)] = l
							}
						}
					}
					path = fmt.Sprintf("indicators[%d].%s", list, map[string]string{"n": "name", "t": "target", "a": "actual", "w": "weight", "s": "score", "r": "reason"}[id])
				}
				d.tell(path, id, &w)
			}
			d.rows = append(d.rows, cells)
		}
	}
	return d
}

// tell notes what is to be read; a path, or a short name of one with the text.
func (d *drawing) tell(path, id string, w *wanted) {
	if w == nil { // a line: the tag and its text
		w, id, path = &wanted{text: id}, path, ""
		if p, v, ok := strings.Cut(id, "=>"); ok {
			id, w.value = strings.TrimSpace(p), strings.TrimSpace(v)
		}
	}
	if path == "" {
		path = id
		switch {
		case strings.HasPrefix(id, "F."):
			path = "funds." + id[2:]
		case id == "T.w":
			path = "total.weight"
		case id == "T.s":
			path = "total.score"
		case strings.HasPrefix(id, "ga"):
			path = "goals[" + orZero(id[2:]) + "].actual"
		case strings.HasPrefix(id, "g") && len(id) <= 2:
			path = "goals[" + orZero(id[1:]) + "].expected"
		}
	}
	if w.text == "" || w.text == "/" || w.text == "-" || w.text == "—" {
		return
	}
	d.want[path] = *w
}

func orZero(s string) string {
	if s == "" {
		return "0"
	}
	return s
}

func (d *drawing) expect(t *testing.T, line string) {
	t.Helper()
	key, rest, _ := strings.Cut(line, " ")
	list := strings.Split(rest, "; ")
	switch key {
	case "errors":
		d.errors = append(d.errors, list...)
	case "repairs":
		d.repairs = append(d.repairs, list...)
	case "notices":
		d.mostNotices, _ = strconv.Atoi(rest)
	case "status":
		d.status = rest
	case "last":
		d.lastRow, _ = strconv.Atoi(rest)
	default:
		t.Fatalf("%s: what is %q?", d.name, line)
	}
}

// cutTag parts a text from the tag behind it.
func cutTag(s string) (text, tag string, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, "}") {
		return s, "", false
	}
	at := strings.LastIndex(s, "{")
	return strings.TrimSpace(s[:at]), s[at+1 : len(s)-1], true
}

// writings are the ways of handing a form on: of each the first n rows.
var writings = map[string]func(t *testing.T, d *drawing, n int) []byte{
	"html": asPage, "tab.txt": asClipboard, "csv": asCommas, "xlsx": asWorkbook, "docx": asDocument, "bars.txt": asBars,
}

func asPage(_ *testing.T, d *drawing, n int) []byte {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body>\n")
	for _, l := range d.before {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(l))
	}
	b.WriteString("<table>\n")
	for _, row := range d.rows[:n] {
		b.WriteString("<tr>")
		for _, c := range row {
			fmt.Fprintf(&b, "<td colspan=%d rowspan=%d>%s</td>", c.across, c.down, strings.ReplaceAll(html.EscapeString(c.text), "\n", "<br>"))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	if n == len(d.rows) {
		for _, l := range d.after {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(l))
		}
	}
	b.WriteString("</body></html>\n")
	return []byte(b.String())
}

// asBars is the form as programs write it that take the text of web pages: a bar behind
// each cell, every row padded with bars to one width, a cell with line breaks at the end
// of its line.
func asBars(_ *testing.T, d *drawing, n int) []byte {
	var b strings.Builder
	b.WriteString(strings.Join(d.before, "\n") + "\n")
	for _, row := range d.rows[:n] {
		end := ""
		for _, c := range row {
			b.WriteString(end + strings.ReplaceAll(c.text, "\n", " ") + " |")
			end = " "
			if strings.Contains(c.text, "\n") {
				end = "\n"
			}
		}
		if pad := d.cols - len(row); pad > 0 {
			b.WriteString(" " + strings.Repeat("|", pad))
		}
		b.WriteString("\n")
	}
	if n == len(d.rows) {
		b.WriteString(strings.Join(d.after, "\n") + "\n")
	}
	return []byte(b.String())
}

// grid is the first n rows with a text at the first place of every cell.
func (d *drawing) grid(n int) [][]string {
	out := make([][]string, n)
	for r, row := range d.rows[:n] {
		out[r] = make([]string, d.cols)
		for _, c := range row {
			out[r][c.col] = c.text
		}
	}
	return out
}

// asClipboard is a form as a spreadsheet copies it: lines around the table are rows,
// cells with line breaks or quotes stand in quotes.
func asClipboard(_ *testing.T, d *drawing, n int) []byte {
	var b strings.Builder
	row := func(cells []string) {
		for k, c := range cells {
			if k > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(c, "\n\t\"") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\r\n")
	}
	for _, cells := range d.sheet(n) {
		row(cells)
	}
	return []byte(b.String())
}

// sheet is the grid with the lines around it as rows.
func (d *drawing) sheet(n int) [][]string {
	var out [][]string
	line := func(l string) { out = append(out, append([]string{l}, make([]string, d.cols-1)...)) }
	for _, l := range d.before {
		line(l)
	}
	out = append(out, d.grid(n)...)
	if n == len(d.rows) {
		for _, l := range d.after {
			line(l)
		}
	}
	return out
}

func asCommas(t *testing.T, d *drawing, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(d.sheet(n)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asWorkbook(t *testing.T, d *drawing, n int) []byte {
	t.Helper()
	f := excelize.NewFile()
	at := func(row, col int) string {
		name, err := excelize.CoordinatesToCellName(col+1, row+1)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	set := func(row, col int, text string) {
		if err := f.SetCellStr("Sheet1", at(row, col), text); err != nil {
			t.Fatal(err)
		}
	}
	merge := func(row, col, down, across int) {
		if down > 1 || across > 1 {
			if err := f.MergeCell("Sheet1", at(row, col), at(row+down-1, col+across-1)); err != nil {
				t.Fatal(err)
			}
		}
	}
	top := len(d.before)
	for r, l := range d.before {
		set(r, 0, l)
		merge(r, 0, 1, d.cols)
	}
	for _, row := range d.rows[:n] {
		for _, c := range row {
			set(top+c.row, c.col, c.text)
			merge(top+c.row, c.col, min(c.down, n-c.row), c.across)
		}
	}
	if n == len(d.rows) {
		for r, l := range d.after {
			set(top+n+r, 0, l)
			merge(top+n+r, 0, 1, d.cols)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asDocument is the form as a word processor saves it.
func asDocument(t *testing.T, d *drawing, n int) []byte {
	t.Helper()
	var x strings.Builder
	para := func(s string) string {
		var p strings.Builder
		for part := range strings.SplitSeq(s, "\n") {
			fmt.Fprintf(&p, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, html.EscapeString(part))
		}
		return p.String()
	}
	x.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, l := range d.before {
		x.WriteString(para(l))
	}
	x.WriteString(`<w:tbl>`)
	above := map[int]drawn{} // by column, the cell that goes on below
	for r, row := range d.rows[:n] {
		x.WriteString(`<w:tr>`)
		k := 0
		for col := 0; col < d.cols; {
			var c drawn
			mark := ""
			switch up, ok := above[col]; {
			case k < len(row) && row[k].col == col:
				c = row[k]
				k++
				if c.down > 1 {
					mark = `<w:vMerge w:val="restart"/>`
					above[col] = c
				} else {
					delete(above, col)
				}
			case ok && up.row+up.down > r:
				c = drawn{across: up.across}
				mark = `<w:vMerge/>`
			default:
				c = drawn{across: 1}
			}
			fmt.Fprintf(&x, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>%s</w:tcPr>%s</w:tc>`, c.across, mark, para(c.text))
			col += c.across
		}
		x.WriteString(`</w:tr>`)
	}
	x.WriteString(`</w:tbl>`)
	if n == len(d.rows) {
		for _, l := range d.after {
			x.WriteString(para(l))
		}
	}
	x.WriteString(`<w:sectPr/></w:body></w:document>`)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", x.String()},
	} {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
