package slips

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/text/num"
)

// row is one indicator as it is printed.
type row struct {
	path, name, target, actual, weight, score, reason string
	field                                             *normalize.Indicator
	form                                              *Form
}

// row plants a text in a field of a random indicator that fits.
func (f *Form) row(rng *rand.Rand, check string, edit func(*row) (field, text string), fits ...func(*row) bool) *remark {
	for _, i := range rng.Perm(len(f.Sound.Indicators)) {
		x := f.indicator(i)
		if slices.ContainsFunc(fits, func(ok func(*row) bool) bool { return !ok(x) }) {
			continue
		}
		field, text := edit(x)
		path := x.path + "." + field
		if c := f.cell(path); c < 0 || f.Cells[c].Text == text {
			continue
		}
		return &remark{f.WithText(path, text), check, x.path, text}
	}
	return nil
}

// told adds a sentence about a random indicator to what was achieved.
func (f *Form) told(rng *rand.Rand, check string, say func(*row, int) string, fits ...func(*row) bool) *remark {
	year, _ := strconv.Atoi(f.year())
	if f.cell("goals[0].actual") < 0 || year == 0 {
		return nil
	}
	for _, i := range rng.Perm(len(f.Sound.Indicators)) {
		x := f.indicator(i)
		if slices.ContainsFunc(fits, func(ok func(*row) bool) bool { return !ok(x) }) {
			continue
		}
		text := say(x, year)
		return &remark{f.WithText("goals[0].actual", text), check, "", text}
	}
	return nil
}

func (f *Form) year() string {
	if f.Sound.Year == nil {
		return ""
	}
	return f.Sound.Year.Value
}

func (f *Form) indicator(i int) *row {
	p := "indicators[" + strconv.Itoa(i) + "]"
	return &row{p, numbered.ReplaceAllString(f.Text(p+".name"), ""), f.Text(p + ".target"), f.Text(p + ".actual"), f.Text(p + ".weight"), f.Text(p + ".score"), f.Text(p + ".reason"), &f.Sound.Indicators[i], f}
}

func (x *row) compared() bool {
	return strings.ContainsAny(x.target, "≥≤") && plainFigure.MatchString(x.target) && x.actual != ""
}
func (x *row) unexplained() bool { return x.reason == "" }
func (x *row) explained() bool   { return x.reason != "" }
func (x *row) noRate() bool {
	return x.field.Reason != nil && !strings.Contains(x.target, "%")
}
func (x *row) inWords() bool {
	return x.field.Target != nil && x.field.Target.Op == "qualitative" && x.actual != ""
}
func (x *row) scored() bool {
	return x.actual != "" && plainFigure.MatchString(x.score) && x.score != "0"
}
func (x *row) capped() bool {
	return strings.HasPrefix(x.target, "≥") && strings.HasSuffix(x.target, "%") && strings.HasSuffix(x.name, "率")
}
func (x *row) atLeast() bool {
	return strings.HasPrefix(x.target, "≥") && len(plainFigure.FindAllString(x.target, -1)) == 1
}
func (x *row) lost() bool {
	w, err1 := num.Parse(x.weight)
	s, err2 := num.Parse(x.score)
	return err1 == nil && err2 == nil && s.Cmp(w) < 0 && x.reason != ""
}

// united reports a figure with its unit behind it, the target's.
func (x *row) united() bool {
	unit := func(s string) string {
		if at := plainFigure.FindAllStringIndex(s, -1); len(at) == 1 {
			return s[at[0][1]:]
		}
		return ""
	}
	u := unit(x.actual)
	return u != "" && u == unit(x.target) && plainFigure.FindStringIndex(x.actual)[0] == 0
}

// others reports that other rows print the units of their figures, so that one
// without is no habit of the form.
func (x *row) others() bool {
	n := 0
	for i := range x.form.Sound.Indicators {
		if y := x.form.indicator(i); y.united() {
			n++
		}
	}
	return n > 2
}

func (x *row) times(text string, n int) string {
	s := plainFigure.FindString(text)
	d := num.MustParse(strings.ReplaceAll(s, ",", ""))
	return strings.TrimLeft(strings.Replace(text, s, d.Mul(num.FromInt(int64(n))).String(), 1), "≥")
}

// share is the completion of the row in percent, off by so many points.
func (x *row) share(off int64) string {
	a := num.MustParse(plainFigure.FindString(x.actual))
	t := num.MustParse(plainFigure.FindString(x.target))
	q, _ := a.Shift(2).Quo(t, 2)
	return q.Add(num.FromInt(off)).String()
}

// slipped is the actual with its first two digits the other way round, or one
// more in the first.
func (x *row) slipped(rng *rand.Rand) string {
	b := []byte(x.actual)
	if len(b) > 1 && b[1] >= '0' && b[1] <= '9' && b[0] != b[1] && b[1] != '0' && rng.IntN(2) == 0 {
		b[0], b[1] = b[1], b[0]
		return string(b)
	}
	b[0] = '1' + (b[0]-'0')%9
	return string(b)
}

func (f *Form) anyMoney(rng *rand.Rand) string {
	var list []string
	for _, p := range f.Paths() {
		if strings.HasPrefix(p, "funds.") && (strings.HasSuffix(p, ".budget") || strings.HasSuffix(p, ".executed") || strings.HasSuffix(p, ".initial")) && f.Figures[p].v.Sign() != 0 {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[rng.IntN(len(list))]
}
