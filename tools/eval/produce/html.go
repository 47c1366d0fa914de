package produce

import (
	"fmt"
	"html"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

var fontOf = map[string]string{"": "'Noto Sans CJK SC', sans-serif", "serif": "'Noto Serif CJK SC', 'AR PL UMing CN', serif", "zenhei": "'WenQuanYi Zen Hei'", "ming": "'AR PL UMing CN'", "kai": "'AR PL UKai CN'"}

// webPage writes forms as one page of HTML, for browsers and offices to print.
func webPage(list []*forms.Form, l looks.Look) []byte {
	var b strings.Builder
	w, h := 210.0, 297.0
	if l.Short > 0 {
		h *= l.Short
	}
	if l.Landscape {
		w, h = 297, 210
		if l.Short > 0 {
			h *= 2 * l.Short
		}
	}
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s</title><style>\n@page{size:%.1fmm %.1fmm;margin:12mm}\n", html.EscapeString(list[0].Title), w, h)
	if l.Footer {
		fmt.Fprintf(&b, "@page{@top-left{content:\"%s\";font-size:7pt}@bottom-center{content:\"— \" counter(page) \" —\";font-size:8pt}}\n", typeset.HeadLine)
	}
	fmt.Fprintf(&b, "body{margin:0;font-family:%s;font-size:%gpt}\n", fontOf[l.Font], l.Size)
	fmt.Fprintf(&b, "h1{font-size:%gpt;text-align:center;margin:4pt}p{text-align:center;margin:3pt}p.below{text-align:left}.cover{break-after:page;page-break-after:always}\n", l.Size*1.6)
	fmt.Fprintf(&b, "table{border-collapse:collapse;table-layout:fixed;width:%g%%;margin:0 auto}\n", l.Width*100)
	align, valign := "center", "middle"
	if l.Left {
		align, valign = "left", "top"
	}
	fmt.Fprintf(&b, "td{padding:%gpt;text-align:%s;vertical-align:%s;%s;overflow-wrap:anywhere}\n", l.Padding, align, valign, cssBorder(l.Borders))
	if !l.CutRows {
		b.WriteString("tr{break-inside:avoid;page-break-inside:avoid}\n")
	}
	if l.Borders == looks.NoOuter {
		b.WriteString("table{border-style:hidden}\n")
	}
	if l.Shade {
		b.WriteString("td.h,td.l{background:#e4e8ee}\n")
	}
	if l.BoldHeads {
		b.WriteString("td.h{font-weight:bold}\n")
	}
	b.WriteString("td.t{text-align:left}\n</style></head><body>\n")
	for i := range l.Cover {
		b.WriteString("<div class=\"cover\">")
		for _, s := range forms.Cover(i) {
			fmt.Fprintf(&b, "<p class=\"below\">%s</p>", html.EscapeString(s))
		}
		b.WriteString("</div>\n")
	}
	for _, f := range list {
		if !l.Alone {
			fmt.Fprintf(&b, "<h1>%s</h1>", html.EscapeString(f.Title))
			for _, s := range append([]string{f.Sub}, f.Above...) {
				if s != "" {
					fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(s))
				}
			}
		}
		webTable(&b, f, l)
		for _, s := range f.Below {
			if !l.Alone {
				fmt.Fprintf(&b, "<p class=\"below\">%s</p>\n", html.EscapeString(s))
			}
		}
	}
	b.WriteString("</body></html>\n")
	return []byte(b.String())
}

func webTable(b *strings.Builder, f *forms.Form, l looks.Look) {
	total := 0
	for _, w := range f.Widths {
		total += w
	}
	border := 0 // for offices, which do not read the style's
	if l.Borders.Ruled() {
		border = 1
	}
	fmt.Fprintf(b, "<table border=\"%d\" cellspacing=\"0\" width=\"%.0f\"><colgroup>", border, 690*l.Width)
	for _, w := range f.Widths {
		share := float64(w) / float64(total)
		// The attribute, in pixels, is for offices, which take no width from the style.
		fmt.Fprintf(b, "<col width=\"%.0f\" style=\"width:%.3f%%\">", 690*l.Width*share, 100*share)
	}
	b.WriteString("</colgroup>\n")
	head := headRows(f, l)
	open := ""
	i := 0
	for r := range f.Rows {
		part := "tbody"
		if r < head {
			part = "thead"
		}
		if part != open {
			if open != "" {
				fmt.Fprintf(b, "</%s>", open)
			}
			fmt.Fprintf(b, "<%s>", part)
			open = part
		}
		b.WriteString("<tr>")
		for ; i < len(f.Cells) && f.Cells[i].Row == r; i++ {
			c := &f.Cells[i]
			b.WriteString("<td")
			if c.RowSpan > 1 {
				fmt.Fprintf(b, " rowspan=\"%d\"", c.RowSpan)
			}
			if c.ColSpan > 1 {
				fmt.Fprintf(b, " colspan=\"%d\"", c.ColSpan)
			}
			if l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan) {
				b.WriteString(" style=\"writing-mode:vertical-rl;letter-spacing:2pt\"")
			}
			fmt.Fprintf(b, " class=\"%c\">%s</td>", c.Kind[0], strings.ReplaceAll(html.EscapeString(c.Text), "\n", "<br>"))
		}
		b.WriteString("</tr>\n")
	}
	fmt.Fprintf(b, "</%s></table>\n", open)
}

// headRows is how many first rows a producer is to print again on each page:
// those above which no cell reaches further down.
func headRows(f *forms.Form, l looks.Look) int {
	if !l.Repeat {
		return 0
	}
	for n := 1; n <= 3 && n < f.Rows; n++ {
		cut := false
		for _, c := range f.Cells {
			cut = cut || c.Row < n && c.Row+c.RowSpan > n
		}
		if !cut {
			return n
		}
	}
	return 0
}

func cssBorder(b looks.Borders) string {
	switch b {
	case looks.Hairline:
		return "border:0.35pt solid #333"
	case looks.Thick:
		return "border:2pt solid #000"
	case looks.Dashed:
		return "border:1px dashed #000"
	case looks.Doubled:
		return "border:3px double #000"
	case looks.Horizontal:
		return "border-top:1px solid #000;border-bottom:1px solid #000"
	case looks.None:
		return "border:none"
	}
	return "border:1px solid #000"
}
