package formats_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"ziping/extract"
)

// The writers here put a form into the files that other programs make.

// walk calls line for each line and row for each row of the tables, in order.
// A row lists its cells and, as nil, the places that are free.
func walk(doc *extract.Document, line func(string), begin func(t *extract.Table), row func(cells []*extract.Cell, covered []*extract.Cell), end func()) {
	next := 0
	for ti := range doc.Tables {
		for ; next < len(doc.Lines) && doc.Lines[next].Before <= ti; next++ {
			line(doc.Lines[next].Text)
		}
		t := &doc.Tables[ti]
		begin(t)
		owner := make([]*extract.Cell, t.Rows*t.Cols)
		for i := range t.Cells {
			c := &t.Cells[i]
			for r := range c.RowSpan {
				for k := range c.ColSpan {
					owner[(c.Row+r)*t.Cols+c.Col+k] = c
				}
			}
		}
		for r := range t.Rows {
			cells := make([]*extract.Cell, t.Cols)
			for i := range t.Cells {
				if c := &t.Cells[i]; c.Row == r {
					cells[c.Col] = c
				}
			}
			row(cells, owner[r*t.Cols:(r+1)*t.Cols])
		}
		end()
	}
	for ; next < len(doc.Lines); next++ {
		line(doc.Lines[next].Text)
	}
}

// markup writes lines and tables with the given dressing.
func markup(doc *extract.Document, line, cell func(string) string) string {
	var b strings.Builder
	walk(doc,
		func(s string) { b.WriteString("<p>" + line(s) + "</p>\n") },
		func(*extract.Table) { b.WriteString("<table border=1>\n") },
		func(cells, covered []*extract.Cell) {
			b.WriteString("<tr>")
			for c := range cells {
				switch {
				case cells[c] != nil:
					b.WriteString("<td")
					if n := cells[c].RowSpan; n > 1 {
						b.WriteString(" rowspan=" + strconv.Itoa(n))
					}
					if n := cells[c].ColSpan; n > 1 {
						fmt.Fprintf(&b, " colspan='%d'", n)
					}
					b.WriteString(">" + cell(cells[c].Text) + "</td>")
				case covered[c] == nil:
					b.WriteString("<td>" + cell("\u00a0") + "</td>")
				}
			}
			b.WriteString("</tr>\n")
		},
		func() { b.WriteString("</table>\n") })
	return b.String()
}

func escaped(s string) string {
	s = html.EscapeString(s)
	return strings.ReplaceAll(s, "  ", "&nbsp; ")
}

func page(_ testing.TB, doc *extract.Document) []byte {
	return []byte("<!DOCTYPE html><meta charset=utf-8><title>x</title><body>" + markup(doc, escaped, escaped))
}

// wordPage is a page as a word processor saves it: GBK, name spaces, data
// islands, spans around everything, lines broken inside tags.
func wordPage(t testing.TB, doc *extract.Document) []byte {
	dress := func(s string) string {
		return "<p class=MsoNormal align=center \nstyle='mso-pagination:widow-orphan'><span lang=EN-US style='font-family:宋体'>" + escaped(s) + "<o:p></o:p></span></p>"
	}
	s := `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} .tip {display:none} --></style></head><body lang=ZH-CN>
<!-- 批注 --><div class=Section1><span class=tip>模板提示</span>` + markup(doc, dress, dress) + `</div><![if !supportEmptyParas]>&nbsp;<![endif]></body></html>`
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// layoutPage has the form inside two tables that lay out the page.
func layoutPage(_ testing.TB, doc *extract.Document) []byte {
	return []byte(`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>
<table width="100%"><tr><td><table><tr><td>&nbsp;</td></tr></table></td></tr>
<tr><td><div style="display: none">旧表</div><script>document.write("<table><tr><td>1</table>")</script>` + markup(doc, escaped, escaped) + `</td></tr></table></body></html>`)
}

func archive(t testing.TB, doc *extract.Document) []byte {
	return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_x\"\r\n\r\n------=_x\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n" +
		quoted(wordPage(t, doc)) + "\r\n------=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_x--\r\n")
}

func quoted(data []byte) string {
	var b strings.Builder
	n := 0
	for _, c := range data {
		if n > 70 {
			b.WriteString("=\r\n")
			n = 0
		}
		switch {
		case c == '\n':
			b.WriteString("\r\n")
			n = 0
		case c < ' ' || c > '~' || c == '=':
			fmt.Fprintf(&b, "=%02X", c)
			n += 3
		default:
			b.WriteByte(c)
			n++
		}
	}
	return b.String()
}

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

func document(t testing.TB, doc *extract.Document) []byte {
	return docx(t, wordBody(doc), transitional)
}

func strictDocument(t testing.TB, doc *extract.Document) []byte {
	return docx(t, wordBody(doc), "http://purl.oclc.org/ooxml/wordprocessingml/main")
}

// boxedDocument has the form in a text box, written twice for old and new
// programs, with a tracked change and hidden text around.
func boxedDocument(t testing.TB, doc *extract.Document) []byte {
	body := wordBody(doc)
	return docx(t, `<w:p><w:del><w:r><w:delText>旧稿</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>`+body+
		`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+body+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, transitional)
}

func wordBody(doc *extract.Document) string {
	var b strings.Builder
	para := func(s string) {
		b.WriteString(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`)
		for len(s) > 0 { // runs break anywhere
			r := []rune(s)
			n := min(7, len(r))
			b.WriteString(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + html.EscapeString(string(r[:n])) + `</w:t></w:r>`)
			s = string(r[n:])
		}
		b.WriteString("</w:p>")
	}
	row := 0
	walk(doc, para,
		func(t *extract.Table) {
			row = 0
			b.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat("<w:gridCol/>", t.Cols) + "</w:tblGrid>")
		},
		func(cells, covered []*extract.Cell) {
			b.WriteString("<w:tr>")
			for c := 0; c < len(cells); {
				own, text, span, merge := covered[c], "", 1, ""
				switch {
				case own == nil:
				case own.Row == row:
					text, span = own.Text, own.ColSpan
					if own.RowSpan > 1 {
						merge = `<w:vMerge w:val="restart"/>`
					}
				default:
					span, merge = own.ColSpan, "<w:vMerge/>"
				}
				b.WriteString(`<w:tc><w:tcPr><w:gridSpan w:val="` + strconv.Itoa(span) + `"/>` + merge + `</w:tcPr>`)
				para(text)
				b.WriteString("</w:tc>")
				c += span
			}
			b.WriteString("</w:tr>")
			row++
		},
		func() { b.WriteString("</w:tbl>") })
	return b.String()
}

func docx(t testing.TB, body, space string) []byte {
	return zipped(t, map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + space + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>` +
			body + `<w:sectPr/></w:body></w:document>`,
	})
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	parts["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbook writes one sheet, numbers as numbers with the format that shows
// them as printed.
func workbook(t testing.TB, doc *extract.Document) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	row := 3 // sheets do not begin at A1
	name := func(c, r int) string {
		s, err := excelize.CoordinatesToCellName(c, r)
		must(err)
		return s
	}
	styles := map[string]int{}
	put := func(cell, text string) {
		shift, percent := 0, strings.HasSuffix(text, "%")
		digits := strings.TrimSuffix(text, "%")
		whole, part, point := strings.Cut(digits, ".")
		if digits == "" || strings.Trim(whole+part, "0123456789") != "" || len(whole) > 1 && whole[0] == '0' || whole == "" || point && part == "" || len(digits) > 12 {
			must(f.SetCellStr("Sheet1", cell, text))
			return
		}
		code := "0"
		if part != "" {
			code += "." + strings.Repeat("0", len(part))
		}
		if percent {
			code, shift = code+"%", -2
		}
		if styles[code] == 0 {
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			must(err)
			styles[code] = id
		}
		must(f.SetCellDefault("Sheet1", cell, digits+"E"+strconv.Itoa(shift)))
		must(f.SetCellStyle("Sheet1", cell, cell, styles[code]))
	}
	walk(doc,
		func(s string) { put(name(2, row), s); row++ },
		func(*extract.Table) {},
		func(cells, _ []*extract.Cell) {
			for i, c := range cells {
				if c == nil {
					continue
				}
				from := name(2+i, row)
				put(from, c.Text)
				if c.RowSpan > 1 || c.ColSpan > 1 {
					must(f.MergeCell("Sheet1", from, name(1+i+c.ColSpan, row+c.RowSpan-1)))
				}
			}
			row++
		},
		func() {})
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}
