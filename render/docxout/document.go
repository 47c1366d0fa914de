package docxout

import (
	"fmt"
	"strconv"
	"strings"

	"ziping/render"
	"ziping/render/workpaper"
	"ziping/score"
)

// A4 upright, in twentieths of a point.
const (
	pageWidth, pageHeight = 11906, 16838
	margin                = 1000
	body                  = pageWidth - 2*margin
)

// grounds of the first cell of a finding, by level.
var grounds = map[score.Level]string{score.Error: "F8D7DA", score.Rule: "FFE2B8", score.Notice: "E2E3E5"}

// writer gathers the document's body.
type writer struct{ strings.Builder }

func document(p *workpaper.Paper) string {
	w := &writer{}
	w.WriteString(declaration + `<w:document` + namespaces + `><w:body>`)
	w.para(p.Title, `<w:pStyle w:val="Title"/>`)
	w.head(p.Head)
	for i := range p.Sections {
		w.section(&p.Sections[i])
	}
	w.para(p.Source, `<w:spacing w:before="160"/>`)
	fmt.Fprintf(w, `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`,
		pageWidth, pageHeight, margin, margin, margin, margin)
	w.WriteString(`</w:body></w:document>`)
	return w.String()
}

// head are the places to fill in, two to a line.
func (w *writer) head(entries []workpaper.Entry) {
	widths := []int{body * 13 / 100, body * 45 / 100, body * 12 / 100, body * 30 / 100}
	w.table(widths)
	for i := 0; i+1 < len(entries); i += 2 {
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="420" w:hRule="atLeast"/></w:trPr>`)
		for k, e := range entries[i : i+2] {
			w.cell(widths[2*k], e.Label, look{ground: headGround, bold: true, align: "center"})
			w.cell(widths[2*k+1], e.Text, look{})
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
}

func (w *writer) section(s *workpaper.Section) {
	if s.Heading != "" {
		w.para(s.Heading, `<w:pStyle w:val="Heading1"/>`)
	}
	w.para(s.Conclusion, `<w:spacing w:before="160" w:after="120"/>`)
	if len(s.Rows) > 0 {
		w.findings(s)
	}
	for _, n := range s.Notes {
		w.para(n, `<w:spacing w:before="120"/>`)
	}
}

func (w *writer) findings(s *workpaper.Section) {
	widths := make([]int, len(s.Columns))
	for i, c := range s.Columns {
		widths[i] = body * c.Share / 100
	}
	w.table(widths)
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range s.Columns {
		w.cell(widths[i], c.Name, look{ground: headGround, bold: true, align: "center"})
	}
	w.WriteString(`</w:tr>`)
	for _, r := range s.Rows {
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, text := range r.Cells {
			l := look{}
			if i == 0 {
				l = look{ground: grounds[r.Level], align: "center"}
			}
			w.cell(widths[i], text, l)
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
}

func (w *writer) table(widths []int) {
	w.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + strconv.Itoa(body) + `" w:type="dxa"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		w.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>`)
	}
	w.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, n := range widths {
		w.WriteString(`<w:gridCol w:w="` + strconv.Itoa(n) + `"/>`)
	}
	w.WriteString(`</w:tblGrid>`)
}

// headGround is the ground of headings and labels.
const headGround = "E9EDF5"

// look is how a cell looks.
type look struct {
	ground, align string
	bold          bool
}

func (w *writer) cell(width int, text string, l look) {
	w.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>`)
	if l.ground != "" {
		w.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + l.ground + `"/>`)
	}
	w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	properties := ""
	if l.align != "" {
		properties = `<w:jc w:val="` + l.align + `"/>`
	}
	w.paragraph(text, properties, l.bold)
	w.WriteString(`</w:tc>`)
}

func (w *writer) para(text, properties string) { w.paragraph(text, properties, false) }

func (w *writer) paragraph(text, properties string, bold bool) {
	w.WriteString(`<w:p>`)
	if properties != "" {
		w.WriteString(`<w:pPr>` + properties + `</w:pPr>`)
	}
	for i, line := range strings.Split(text, "\n") {
		if line == "" && i == 0 {
			continue
		}
		w.WriteString(`<w:r>`)
		if bold {
			w.WriteString(`<w:rPr><w:b/></w:rPr>`)
		}
		if i > 0 {
			w.WriteString(`<w:br/>`)
		}
		w.WriteString(`<w:t xml:space="preserve">` + escape(line) + `</w:t></w:r>`)
	}
	w.WriteString(`</w:p>`)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a text one that XML can hold and that reads as it is.
func escape(s string) string {
	return escaper.Replace(render.Printable(strings.ToValidUTF8(s, "\ufffd")))
}
