package produce

import (
	"fmt"
	"os"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// fop lets Apache FOP print forms written as formatting objects.
func fop(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	if l.Stacked {
		return nil, ErrCannot
	}
	font, path, err := fontFile()
	if err != nil {
		return nil, err
	}
	if err := drawn(list, font); err != nil {
		return nil, err
	}
	set, err := w.file(".xml", fmt.Appendf(nil, `<?xml version="1.0"?><fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><font embed-url="file://%s"><font-triplet name="own" style="normal" weight="normal"/></font></fonts></renderer></renderers></fop>`, path))
	if err != nil {
		return nil, err
	}
	in, err := w.file(".fo", formatting(list, l))
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(in, ".fo") + ".pdf"
	if err := w.run([]string{"fop"}, "-c", set, "-fo", in, "-pdf", out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// formatting is forms in XSL formatting objects.
func formatting(list []*forms.Form, l looks.Look) []byte {
	var b strings.Builder
	w, h := paper(l)
	fmt.Fprintf(&b, `<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="own" font-size="%gpt" line-height="1.3"><fo:layout-master-set><fo:simple-page-master master-name="p" page-width="%dpt" page-height="%dpt" margin="24pt"><fo:region-body margin="10pt"/><fo:region-before extent="10pt"/><fo:region-after extent="10pt"/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">`, l.Size, w, h)
	if l.Footer {
		fmt.Fprintf(&b, `<fo:static-content flow-name="xsl-region-before"><fo:block font-size="7pt">%s</fo:block></fo:static-content><fo:static-content flow-name="xsl-region-after"><fo:block font-size="8pt" text-align="center">— <fo:page-number/> —</fo:block></fo:static-content>`, typeset.HeadLine)
	}
	b.WriteString(`<fo:flow flow-name="xsl-region-body">`)
	for i := range l.Cover {
		for k, s := range forms.Cover(i) {
			brk := ""
			if i > 0 && k == 0 {
				brk = ` break-before="page"`
			}
			fmt.Fprintf(&b, `<fo:block%s>%s</fo:block>`, brk, escaped(s))
		}
	}
	for i, f := range list {
		b.WriteString(`<fo:block`)
		if i > 0 || l.Cover > 0 {
			b.WriteString(` break-before="page"`)
		}
		b.WriteString(">")
		if !l.Alone {
			fmt.Fprintf(&b, `<fo:block font-size="%gpt" text-align="center">%s</fo:block>`, 1.6*l.Size, escaped(f.Title))
			for _, s := range append([]string{f.Sub}, f.Above...) {
				fmt.Fprintf(&b, `<fo:block text-align="center">%s</fo:block>`, escaped(s))
			}
		}
		formattingTable(&b, f, l, float64(w-68)*l.Width)
		for _, s := range f.Below {
			if !l.Alone {
				fmt.Fprintf(&b, `<fo:block>%s</fo:block>`, escaped(s))
			}
		}
		b.WriteString(`</fo:block>`)
	}
	b.WriteString(`</fo:flow></fo:page-sequence></fo:root>`)
	return []byte(b.String())
}

func formattingTable(b *strings.Builder, f *forms.Form, l looks.Look, room float64) {
	fmt.Fprintf(b, `<fo:table table-layout="fixed" width="%.2fpt" border-collapse="collapse">`, room)
	for _, w := range f.Widths {
		fmt.Fprintf(b, `<fo:table-column column-width="proportional-column-width(%d)"/>`, w)
	}
	head := headRows(f, l)
	open, i := "", 0
	for r := range f.Rows {
		part := "fo:table-body"
		if r < head {
			part = "fo:table-header"
		}
		if part != open {
			if open != "" {
				fmt.Fprintf(b, "</%s>", open)
			}
			fmt.Fprintf(b, "<%s>", part)
			open = part
		}
		keep := ""
		if !l.CutRows {
			keep = ` keep-together.within-page="5"`
		}
		fmt.Fprintf(b, `<fo:table-row%s>`, keep)
		for ; i < len(f.Cells) && f.Cells[i].Row == r; i++ {
			c := &f.Cells[i]
			align, display := "center", "center"
			if c.Kind == forms.Text || l.Left {
				align = "start"
			}
			if l.Left {
				display = "before"
			}
			shade := ""
			if l.Shade && (c.Kind == forms.Heading || c.Kind == forms.Label) {
				shade = ` background-color="#e4e8ee"`
			}
			fmt.Fprintf(b, `<fo:table-cell column-number="%d" number-columns-spanned="%d" number-rows-spanned="%d" padding="%gpt" text-align="%s" display-align="%s"%s%s>`,
				c.Col+1, c.ColSpan, c.RowSpan, l.Padding, align, display, shade, formattingBorder(f, c, l))
			for t := range strings.SplitSeq(c.Text, "\n") {
				fmt.Fprintf(b, `<fo:block>%s</fo:block>`, escaped(t))
			}
			b.WriteString(`</fo:table-cell>`)
		}
		b.WriteString(`</fo:table-row>`)
	}
	fmt.Fprintf(b, `</%s></fo:table>`, open)
}

func formattingBorder(f *forms.Form, c *forms.Cell, l looks.Look) string {
	line := fmt.Sprintf("%gpt solid black", lineWidth(l))
	switch l.Borders {
	case looks.None:
		return ""
	case looks.Dashed:
		line = "0.6pt dashed black"
	case looks.Doubled:
		line = "2pt double black"
	case looks.Horizontal:
		return fmt.Sprintf(` border-top="%s" border-bottom="%[1]s"`, line)
	case looks.NoOuter:
		out := ""
		for _, side := range []struct {
			name  string
			inner bool
		}{{"top", c.Row > 0}, {"bottom", c.Row+c.RowSpan < f.Rows}, {"left", c.Col > 0}, {"right", c.Col+c.ColSpan < f.Cols}} {
			if side.inner {
				out += fmt.Sprintf(` border-%s="%s"`, side.name, line)
			}
		}
		return out
	}
	return fmt.Sprintf(` border="%s"`, line)
}
