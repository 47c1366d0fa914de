package produce

import (
	"fmt"
	"os"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// latex lets XeLaTeX print forms as long tables with cells merged by multirow.
// Its tables have one row of lines: a form whose looks it cannot give is left.
func latex(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	switch l.Borders {
	case looks.Dashed, looks.Doubled, looks.NoOuter:
		return nil, ErrCannot
	}
	if l.Stacked || l.Overflow || l.Cover > 0 {
		return nil, ErrCannot
	}
	font, err := LoadFont()
	if err != nil {
		return nil, err
	}
	if err := drawn(list, font); err != nil { // Noto has the same characters
		return nil, err
	}
	in, err := w.file(".tex", texFile(list, l))
	if err != nil {
		return nil, err
	}
	dir := strings.TrimSuffix(in, "form.tex")
	for range 2 { // widths of a long table are known the second time
		if err := w.run([]string{"xelatex"}, "-interaction=nonstopmode", "-output-directory="+dir, in); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(dir + "form.pdf")
}

var texSpecial = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`, "^", `\^{}`, "~", `\~{}`, "\n", `\newline `)

func texFile(list []*forms.Form, l looks.Look) []byte {
	var b strings.Builder
	w, h := paper(l)
	fmt.Fprintf(&b, "\\documentclass{article}\n\\usepackage{xeCJK,longtable,multirow,array}\n\\usepackage[paperwidth=%dpt,paperheight=%dpt,margin=30pt]{geometry}\n", w, h)
	main := map[string]string{"": "Noto Sans CJK SC", "serif": "Noto Serif CJK SC", "zenhei": "WenQuanYi Zen Hei", "ming": "AR PL UMing CN", "kai": "AR PL UKai CN"}[l.Font]
	fmt.Fprintf(&b, "\\setCJKmainfont{%s}\\setmainfont{%[1]s}\n\\setlength{\\tabcolsep}{%gpt}\\setlength{\\arrayrulewidth}{%gpt}\\setlength{\\LTleft}{0pt plus 1fill}\\setlength{\\parindent}{0pt}\\pagestyle{%s}\n", main, l.Padding+0.5, lineWidth(l), map[bool]string{true: "plain", false: "empty"}[l.Footer])
	fmt.Fprintf(&b, "\\renewcommand{\\arraystretch}{%.2f}\\begin{document}\\fontsize{%g}{%g}\\selectfont\n", 1+l.Padding/10, l.Size, l.Size*1.3)
	for i, f := range list {
		if i > 0 {
			b.WriteString("\\clearpage\n")
		}
		if !l.Alone {
			fmt.Fprintf(&b, "\\begin{center}{\\Large %s}\\\\\n", texSpecial.Replace(f.Title))
			for _, s := range append([]string{f.Sub}, f.Above...) {
				if s != "" {
					fmt.Fprintf(&b, "%s\\\\\n", texSpecial.Replace(s))
				}
			}
			b.WriteString("\\end{center}\n")
		}
		texTable(&b, f, l, float64(w-60)*l.Width)
		for _, s := range f.Below {
			if !l.Alone {
				fmt.Fprintf(&b, "%s\\par\n", texSpecial.Replace(s))
			}
		}
	}
	b.WriteString("\\end{document}\n")
	return []byte(b.String())
}

func texTable(b *strings.Builder, f *forms.Form, l looks.Look, room float64) {
	sum := 0
	for _, w := range f.Widths {
		sum += w
	}
	bar := "|"
	if l.Borders == looks.Horizontal || l.Borders == looks.None {
		bar = ""
	}
	width := func(c, span int) float64 { // without the room between columns
		n := 0
		for _, w := range f.Widths[c : c+span] {
			n += w
		}
		return room*float64(n)/float64(sum) - 2*(l.Padding+0.5) - lineWidth(l)
	}
	align := "\\centering\\arraybackslash"
	if l.Left {
		align = "\\raggedright\\arraybackslash"
	}
	column := func(c, span int) string { return fmt.Sprintf(">{%s}m{%.2fpt}%s", align, width(c, span), bar) }
	fmt.Fprintf(b, "\\begin{longtable}{%s", bar)
	for c := range f.Cols {
		b.WriteString(column(c, 1))
	}
	b.WriteString("}\n")
	rule := func(r int) { // above row r, where no cell goes on
		if l.Borders == looks.None {
			return
		}
		for c := 0; c < f.Cols; {
			end := c
			for end < f.Cols && starts(f, r, end) {
				end++
			}
			if end > c {
				fmt.Fprintf(b, "\\cline{%d-%d}", c+1, end)
			}
			c = end + 1
		}
	}
	head := headRows(f, l)
	rule(0)
	for r := range f.Rows {
		texRow(b, f, r, bar, column, width)
		b.WriteString("\\\\")
		if r > 0 && cutThrough(f, r+1) {
			b.WriteString("*") // multirow cannot be broken
		}
		rule(r + 1)
		b.WriteString("\n")
		if r == head-1 {
			b.WriteString("\\endhead\n")
		}
	}
	b.WriteString("\\end{longtable}\n")
}

// texRow writes a row: each cell that begins in it, and nothing for those that go on.
func texRow(b *strings.Builder, f *forms.Form, r int, bar string, column func(c, span int) string, width func(c, span int) float64) {
	for c := 0; c < f.Cols; {
		x := covering(f, r, c)
		if c > 0 {
			b.WriteString(" & ")
		}
		text := texSpecial.Replace(x.Text)
		if x.RowSpan > 1 {
			if x.Row == r {
				text = fmt.Sprintf("\\multirow{%d}{%.2fpt}{\\centering %s}", x.RowSpan, width(c, x.ColSpan), text)
			} else {
				text = ""
			}
		}
		if x.ColSpan > 1 {
			left := ""
			if c == 0 {
				left = bar
			}
			text = fmt.Sprintf("\\multicolumn{%d}{%s%s}{%s}", x.ColSpan, left, column(c, x.ColSpan), text)
		}
		b.WriteString(text)
		c += x.ColSpan
	}
}

// covering is the cell that covers a place.
func covering(f *forms.Form, r, c int) *forms.Cell {
	for i := range f.Cells {
		x := &f.Cells[i]
		if r >= x.Row && r < x.Row+x.RowSpan && c >= x.Col && c < x.Col+x.ColSpan {
			return x
		}
	}
	return nil
}

// starts reports whether a cell begins in row r of column c, or the table ends there.
func starts(f *forms.Form, r, c int) bool { return r == f.Rows || covering(f, r, c).Row == r }

// cutThrough reports whether a cell goes on from the row above r.
func cutThrough(f *forms.Form, r int) bool {
	for c := range f.Cols {
		if !starts(f, r, c) {
			return true
		}
	}
	return false
}
