package produce

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// wordFile writes forms as a text document with tables.
func wordFile(list []*forms.Form, l looks.Look) ([]byte, error) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>`)
	for i := range l.Cover {
		for k, s := range forms.Cover(i) {
			wordLine(&b, s, l, l.Size, "left", k == 0 && i > 0)
		}
	}
	for i, f := range list {
		if !l.Alone {
			wordLine(&b, f.Title, l, l.Size*1.6, "center", i > 0 || l.Cover > 0)
			for _, s := range append([]string{f.Sub}, f.Above...) {
				if s != "" {
					wordLine(&b, s, l, l.Size, "center", false)
				}
			}
		}
		wordTable(&b, f, l)
		for _, s := range f.Below {
			if !l.Alone {
				wordLine(&b, s, l, l.Size, "left", false)
			}
		}
		wordLine(&b, "", l, 4, "left", false)
	}
	w, h := paper(l)
	orient := ""
	if l.Landscape {
		orient = ` w:orient="landscape"`
	}
	fmt.Fprintf(&b, `<w:sectPr><w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="680" w:bottom="680" w:left="680" w:right="680" w:header="300" w:footer="300" w:gutter="0"/></w:sectPr></w:body></w:document>`, w*20, h*20, orient)
	return zipped([][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", b.String()},
	})
}

// paper is the page in points.
func paper(l looks.Look) (w, h int) {
	w, h = 595, 842
	if l.Landscape {
		w, h = h, w
	}
	switch {
	case l.Short > 0 && l.Landscape:
		h = int(float64(h) * 2 * l.Short)
	case l.Short > 0:
		h = int(float64(h) * l.Short)
	}
	return w, h
}

func zipped(parts [][2]string) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

func wordRun(b *strings.Builder, s string, l looks.Look, size float64, bold bool) {
	font := officeFont[l.Font]
	fmt.Fprintf(b, `<w:r><w:rPr><w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s"/>`, font)
	if bold {
		b.WriteString("<w:b/>")
	}
	fmt.Fprintf(b, `<w:sz w:val="%d"/></w:rPr>`, int(2*size))
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		fmt.Fprintf(b, `<w:t xml:space="preserve">%s</w:t>`, escaped(line))
	}
	b.WriteString("</w:r>")
}

func wordLine(b *strings.Builder, s string, l looks.Look, size float64, align string, newPage bool) {
	b.WriteString(`<w:p><w:pPr>`)
	if newPage {
		b.WriteString(`<w:pageBreakBefore/>`)
	}
	fmt.Fprintf(b, `<w:spacing w:before="0" w:after="40"/><w:jc w:val="%s"/></w:pPr>`, align)
	wordRun(b, s, l, size, size > l.Size)
	b.WriteString(`</w:p>`)
}

func wordTable(b *strings.Builder, f *forms.Form, l looks.Look) {
	w, _ := paper(l)
	room := float64(w*20-1360) * l.Width
	total := 0
	for _, n := range f.Widths {
		total += n
	}
	width := make([]int, f.Cols)
	for i, n := range f.Widths {
		width[i] = int(room * float64(n) / float64(total))
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(b, `<w:%s %s/>`, side, wordBorder(l.Borders, side))
	}
	pad := int(20 * l.Padding)
	fmt.Fprintf(b, `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="%[1]d" w:type="dxa"/><w:left w:w="%[1]d" w:type="dxa"/><w:bottom w:w="%[1]d" w:type="dxa"/><w:right w:w="%[1]d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, pad)
	for _, n := range width {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, n)
	}
	b.WriteString(`</w:tblGrid>`)
	over := make([]*forms.Cell, f.Rows*f.Cols)
	for i := range f.Cells {
		c := &f.Cells[i]
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				over[r*f.Cols+k] = c
			}
		}
	}
	head := headRows(f, l)
	for r := range f.Rows {
		b.WriteString(`<w:tr><w:trPr>`)
		if !l.CutRows {
			b.WriteString(`<w:cantSplit/>`)
		}
		if r < head {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		for k := 0; k < f.Cols; {
			c := over[r*f.Cols+k]
			sum := 0
			for i := range c.ColSpan {
				sum += width[k+i]
			}
			wordCell(b, c, r, sum, l)
			k += c.ColSpan
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

func wordCell(b *strings.Builder, c *forms.Cell, row, width int, l looks.Look) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if c.ColSpan > 1 {
		fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, c.ColSpan)
	}
	first := row == c.Row
	if c.RowSpan > 1 {
		fmt.Fprintf(b, `<w:vMerge w:val="%s"/>`, map[bool]string{true: "restart", false: "continue"}[first])
	}
	if l.Shade && (c.Kind == forms.Heading || c.Kind == forms.Label) {
		b.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="E4E8EE"/>`)
	}
	align, valign := "center", "center"
	if l.Left || c.Kind == forms.Text {
		align = "left"
	}
	if l.Left {
		valign = "top"
	}
	if l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan) {
		b.WriteString(`<w:textDirection w:val="tbRlV"/>`)
	}
	fmt.Fprintf(b, `<w:vAlign w:val="%s"/></w:tcPr><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="%s"/></w:pPr>`, valign, align)
	if first && c.Text != "" {
		wordRun(b, c.Text, l, l.Size, l.BoldHeads && c.Kind == forms.Heading)
	}
	b.WriteString(`</w:p></w:tc>`)
}

func wordBorder(k looks.Borders, side string) string {
	inside := strings.HasPrefix(side, "inside")
	value, size := "single", 4
	switch k {
	case looks.Hairline:
		size = 2
	case looks.Thick:
		size = 18
	case looks.Dashed:
		value = "dashed"
	case looks.Doubled:
		value = "double"
	case looks.NoOuter:
		if !inside {
			value = "nil"
		}
	case looks.Horizontal:
		if side == "insideV" || side == "left" || side == "right" {
			value = "nil"
		}
	case looks.None:
		value = "nil"
	}
	return fmt.Sprintf(`w:val="%s" w:sz="%d" w:space="0" w:color="000000"`, value, size)
}
