package sound

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ziping/tools/eval/forms"
)

// Dress is the form as it is kept and printed elsewhere: columns of other widths, lines
// broken within cells, merged cells left unmerged, figures with separators, in wide
// digits, as numbers with formats and as results of formulas. What its fields say is
// the same.
func (f *Form) Dress(rng *rand.Rand) *Form {
	g := *f
	g.Cells, g.Widths, g.At, g.Truth = slices.Clone(f.Cells), slices.Clone(f.Widths), maps.Clone(f.At), maps.Clone(f.Truth)
	g.Stored = map[int]forms.Stored{}
	d := dress{rng, &g, map[int]string{}}
	for p, i := range g.At {
		d.path[i] = p
	}
	d.figures()
	d.widths()
	d.breaks()
	if rng.IntN(5) == 0 {
		d.unmerge()
	}
	return &g
}

type dress struct {
	*rand.Rand
	f    *Form
	path map[int]string // of a cell
}

// widths gives each column room for its figures, and columns of words more at random.
func (d *dress) widths() {
	least, words := make([]int, d.f.Cols), make([]int, d.f.Cols)
	for _, c := range d.f.Cells {
		switch n := len([]rune(c.Text)); {
		case c.Kind == forms.Number:
			least[c.Col] = max(least[c.Col], (n+1)/c.ColSpan)
		case c.ColSpan == 1:
			words[c.Col] = max(words[c.Col], min(24, 2*n))
		}
	}
	for i := range d.f.Widths {
		d.f.Widths[i] = max(least[i], 7) + d.IntN(4) + words[i]*d.IntN(4)/4
	}
}

// figures says how amounts, points and rates are kept.
func (d *dress) figures() {
	amounts := []string{"", "", "0.00", "#,##0.00", "#,##0.00_ ", `_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `}[d.IntN(6)]
	points := []string{"", "", "0.00", "0.0", "0_ "}[d.IntN(5)]
	numbers, formulas, kept := d.IntN(3) > 0, d.IntN(2) == 0, d.IntN(3) > 0
	wide := d.IntN(8) == 0
	for i := range d.f.Cells {
		c := &d.f.Cells[i]
		if c.Kind != forms.Number || !isFigure(c.Text) {
			continue
		}
		last := d.path[i][strings.LastIndex(d.path[i], ".")+1:]
		format := points
		money := strings.HasPrefix(d.path[i], "funds") && last != "weight" && last != "score"
		if money {
			format = amounts
		}
		switch {
		case last == "execution_rate":
			format = "0.00"
			if strings.HasSuffix(c.Text, "%") {
				format = "0.00%"
			}
		case strings.HasSuffix(c.Text, "%"): // a weight printed as a share
			format = "0.00%"
		case format == "0.0" && number(c.Text)%100000 != 0, format == "0_ " && number(c.Text)%1000000 != 0:
			format = "0.00"
		}
		x := forms.Stored{Number: plain(c.Text), Format: format, Kept: kept}
		if formulas {
			d.formula(i, &x)
		}
		c.Text = shown(c.Text, format)
		if c.Text == "-" {
			delete(d.f.Truth, d.path[i])
		}
		if numbers {
			d.f.Stored[i] = x
		}
		switch {
		case wide && d.IntN(3) == 0 && !numbers:
			c.Text = strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' || r == '.' || r == '%' {
					return r + 0xfee0
				}
				return r
			}, c.Text)
		case d.IntN(20) == 0 && !numbers:
			c.Text = []string{" " + c.Text, c.Text + " ", "　" + c.Text, c.Text + " "}[d.IntN(4)]
		}
	}
}

// plain is a figure as a number: 95.2% is 0.952.
func plain(s string) string {
	v := number(s)
	if strings.HasSuffix(s, "%") {
		return strconv.FormatFloat(float64(v)/1e8, 'f', -1, 64)
	}
	return strconv.FormatFloat(float64(v)/1e6, 'f', -1, 64)
}

// shown is a figure as a format shows it.
func shown(s, format string) string {
	if strings.HasSuffix(format, "%") {
		return money(int(number(s)/10000)) + "%"
	}
	places := 0
	switch {
	case format == "":
		return plain(s)
	case strings.Contains(format, `"-"`) && number(s) == 0:
		return "-"
	case strings.Contains(format, "0.00"):
		places = 2
	case format == "0.0":
		places = 1
	}
	v := money(int(number(s) / 10000))
	v = strings.TrimSuffix(v[:len(v)-2+places], ".")
	if !strings.Contains(format, "#,##0") {
		return v
	}
	whole, rest, _ := strings.Cut(v, ".")
	sign := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if sign {
		whole = "-" + whole
	}
	return whole + "." + rest
}

// formula makes a rate a quotient and a total a sum.
func (d *dress) formula(i int, x *forms.Stored) {
	path := d.path[i]
	row, last, _ := cutLast(path)
	switch {
	case last == "execution_rate":
		over, ok0 := d.f.At[row+".executed"]
		under, ok1 := d.f.At[row+".budget"]
		if !ok0 || !ok1 {
			return
		}
		a, b := number(d.f.Truth[row+".executed"]), number(d.f.Truth[row+".budget"])
		rate := float64(a) / float64(b)
		x.Formula = fmt.Sprintf("{%d}/{%d}", over, under)
		if x.Format == "0.00" {
			x.Formula, rate = x.Formula+"*100", rate*100
		}
		x.Number = strconv.FormatFloat(rate, 'g', 15, 64)
	case row == "total":
		var cells []int
		sum := int64(0)
		for p, k := range d.f.At {
			if strings.HasSuffix(p, "."+last) && row != "" && p != path {
				cells = append(cells, k)
				sum += number(d.f.Truth[p])
			}
		}
		if sum != number(d.f.Truth[path]) {
			return
		}
		slices.Sort(cells)
		var parts []string
		for _, k := range cells {
			parts = append(parts, fmt.Sprintf("{%d}", k))
		}
		x.Formula = strings.Join(parts, "+")
		if d.IntN(2) == 0 {
			x.Formula = "SUM(" + strings.Join(parts, ",") + ")"
		}
	}
}

func cutLast(path string) (before, last string, ok bool) {
	i := strings.LastIndex(path, ".")
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// breaks breaks lines in labels and in texts.
func (d *dress) breaks() {
	labels, texts := d.IntN(3) == 0, d.IntN(2) == 0
	for i := range d.f.Cells {
		c := &d.f.Cells[i]
		r := []rune(c.Text)
		switch {
		case (c.Kind == forms.Label || c.Kind == forms.Heading) && labels && len(r) >= 4 && d.IntN(2) == 0:
			at := len(r) / 2
			c.Text = string(r[:at]) + "\n" + string(r[at:])
		case c.Kind == forms.Text && texts:
			c.Text = strings.ReplaceAll(c.Text, "；", "；\n")
		}
	}
}

var place = regexp.MustCompile(`\{\d+\}`)

// unmerge leaves labels that stand for several rows in the first of them, or
// merged over some of them only.
func (d *dress) unmerge() {
	for i := range d.f.Cells {
		c := &d.f.Cells[i]
		if c.Kind != forms.Label || c.RowSpan < 2 || c.Col == 0 && c.ColSpan == 1 && d.IntN(2) == 0 {
			continue
		}
		c.RowSpan = 1 + d.IntN(c.RowSpan-1)
	}
	from := map[[2]int]int{}
	for i, c := range d.f.Cells {
		from[[2]int{c.Row, c.Col}] = i
	}
	at, stored := d.f.At, d.f.Stored
	old := slices.Clone(d.f.Cells)
	d.f.Fill()
	to := make([]int, len(old))
	for i, c := range d.f.Cells {
		if k, ok := from[[2]int{c.Row, c.Col}]; ok {
			to[k] = i
		}
	}
	for p, i := range at {
		at[p] = to[i]
	}
	d.f.Stored = map[int]forms.Stored{}
	for i, x := range stored {
		x.Formula = place.ReplaceAllStringFunc(x.Formula, func(m string) string {
			k, _ := strconv.Atoi(m[1 : len(m)-1]) // written above
			return fmt.Sprintf("{%d}", to[k])
		})
		d.f.Stored[to[i]] = x
	}
}
