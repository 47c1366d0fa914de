package slips

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/normalize/num"
	"ziping/score"
)

// remark is something planted that a notice must speak of: the check, and a
// prefix of the paths it may name ("" for any).
type remark struct {
	form  *Form
	check string
	at    string
	what  string
}

// remarks are the ways to plant each kind of notice; nil where a form has no
// place for it.
var remarks = map[string]func(*Form, *rand.Rand) *remark{
	"target copied": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-01", func(x *row) (string, string) { return "actual", x.target }, (*row).compared)
	},
	"reason missing": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "RSN-01", func(*row) (string, string) { return "reason", "" }, (*row).lost)
	},
	"over-completion": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "RSN-02", func(x *row) (string, string) { return "actual", x.times(x.target, 2+rng.IntN(3)) }, (*row).atLeast, (*row).unexplained, (*row).noRate)
	},
	"target bound": func(f *Form, rng *rand.Rand) *remark {
		r := f.row(rng, "TGT-05", func(*row) (string, string) { return "target", "≥100%" }, (*row).capped)
		if r != nil {
			r.form = r.form.WithText(r.at+".actual", "100%")
		}
		return r
	},
	"unit lost": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-02", func(x *row) (string, string) { return "actual", plainFigure.FindString(x.actual) }, (*row).united, (*row).others)
	},
	"unit another": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-02", func(x *row) (string, string) {
			return "actual", plainFigure.FindString(x.actual) + []string{"吨", "米", "小时", "辆"}[rng.IntN(4)]
		}, (*row).united)
	},
	"answer in words": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-03", func(*row) (string, string) {
			return "actual", []string{"达成预期指标", "良好", "部分达成预期指标并具有一定效果"}[rng.IntN(3)]
		}, (*row).compared)
	},
	"answer in figures": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-03", func(*row) (string, string) { return "actual", []string{"100%", "95%", "3次"}[rng.IntN(3)] }, (*row).inWords)
	},
	"blank scored": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TGT-04", func(*row) (string, string) { return "actual", "" }, (*row).scored)
	},
	"malformed actual": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "NUM-01", func(x *row) (string, string) {
			return "actual", strings.Replace(x.actual, plainFigure.FindString(x.actual), []string{"7,00.0,77", "1,2,34", "12.3.4"}[rng.IntN(3)], 1)
		}, (*row).united)
	},
	"malformed money": func(f *Form, rng *rand.Rand) *remark {
		path := f.anyMoney(rng)
		if path == "" {
			return nil
		}
		s := f.Print(path)
		i := strings.IndexByte(s, '.')
		if i < 1 || strings.Contains(s, ",") {
			return nil
		}
		text := s[:1] + "," + s[1:i+2] + "," + s[i+2:]
		return &remark{f.With(path, text), "NUM-01", path, text}
	},
	"year of another form": func(f *Form, _ *rand.Rand) *remark {
		g := *f
		g.Before = slices.Clone(f.Before)
		if !slices.ContainsFunc(f.Cells, func(c Cell) bool { return strings.Contains(c.Text, f.year()+"年") }) {
			return nil // nothing but the title tells the year
		}
		for i, l := range g.Before {
			if y := anyYear.FindString(l); y != "" {
				n, _ := strconv.Atoi(y)
				g.Before[i] = strings.Replace(l, y, strconv.Itoa(n-1), 1)
				return &remark{&g, "TXT-01", "", g.Before[i]}
			}
		}
		return nil
	},
	"narrative year": func(f *Form, rng *rand.Rand) *remark {
		return f.told(rng, "TXT-01", func(x *row, year int) string { return fmt.Sprintf("%d年%s为%s。", year-1, x.name, x.actual) }, (*row).united)
	},
	"narrative percentage": func(f *Form, rng *rand.Rand) *remark {
		return f.told(rng, "TXT-03", func(x *row, year int) string {
			return fmt.Sprintf("%d年%s实际为%s,完成年度目标的%s%%。", year, x.name, x.actual, x.share(13))
		}, (*row).united, (*row).atLeast)
	},
	"narrative value": func(f *Form, rng *rand.Rand) *remark {
		return f.told(rng, "TXT-02", func(x *row, year int) string {
			return fmt.Sprintf("%d年%s实际为%s。", year, x.name, x.slipped(rng))
		}, (*row).united)
	},
	"narrative sum": func(f *Form, rng *rand.Rand) *remark {
		a, b, c := 30+rng.IntN(50), 30+rng.IntN(50), 1+rng.IntN(6)
		return f.told(rng, "TXT-04", func(*row, int) string {
			return fmt.Sprintf("全年走访企业%d家,其中规上企业%d家、小微企业%d家。", a+b+c, a, b)
		})
	},
	"over-execution": func(f *Form, rng *rand.Rand) *remark {
		path := f.anyMoney(rng)
		row := strings.TrimSuffix(path, ".budget")
		if row == path || f.cell(row+".executed") < 0 || f.Figures[row+".executed"].v == nil {
			return nil
		}
		d, _ := num.Parse(strings.ReplaceAll(f.Print(path), ",", ""))
		if d.Sign() <= 0 {
			return nil
		}
		text := d.Mul(num.MustParse("1.04")).Round(2).Fixed(2)
		g := f.With(row+".executed", text)
		if _, ok := g.Figures[row+".execution_rate"]; ok {
			g = g.With(row+".execution_rate", "104.00")
		}
		return &remark{g, "FND-07", row, text}
	},
	"money in another unit": func(f *Form, rng *rand.Rand) *remark {
		path := f.anyMoney(rng)
		if path == "" || f.Print(path) != f.Text(path) || !strings.Contains(f.Tabs(), "万元") {
			return nil
		}
		return &remark{f.WithText(path, f.Text(path)+"元"), "FND-08", "", path}
	},
	"score repeated": func(f *Form, _ *rand.Rand) *remark {
		if f.Figures["funds.total.score"].v == nil || f.cell("funds.total.score") < 0 {
			return nil
		}
		for _, r := range f.Sound.Funds.Rows {
			path := "funds." + r.Source + ".score"
			if r.Source == "total" || f.cell(path) < 0 || f.Figures[path].v != nil {
				continue
			}
			g := f.WithText(path, f.Print("funds.total.score"))
			if w := "funds." + r.Source + ".weight"; f.cell(w) >= 0 && f.cell("funds.total.weight") >= 0 {
				g = g.WithText(w, f.Print("funds.total.weight"))
			}
			return &remark{g, "SCR-04", "funds." + r.Source, path}
		}
		return nil
	},
	"prompt left": func(f *Form, rng *rand.Rand) *remark {
		return f.row(rng, "TXT-05", func(*row) (string, string) {
			return "reason", []string{"(请说明偏差原因及改进措施)", "说明未完成原因(100字以内)", "XX原因", "……"}[rng.IntN(4)]
		}, (*row).explained)
	},
	"title of another form": func(f *Form, rng *rand.Rand) *remark {
		g := *f
		g.Before = slices.Clone(f.Before)
		for i, l := range g.Before {
			if strings.Contains(l, "自评表") {
				g.Before[i] = regexp.MustCompile("(绩效)?(目标)?自评表").ReplaceAllString(l, []string{"绩效目标申报表", "绩效目标表", "绩效运行监控表"}[rng.IntN(3)])
				for i := range f.Sound.Indicators {
					for _, field := range []string{"actual", "score"} {
						if p := normalize.IndicatorPath(i, field); g.cell(p) >= 0 {
							g = *g.WithText(p, "")
						}
					}
				}
				return &remark{&g, "FRM-03", "", g.Before[i]}
			}
		}
		return nil
	},
}

var numbered = regexp.MustCompile("^指标[0-9]+:")

var anyYear = regexp.MustCompile(`20[0-9]{2}`)

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

// fair reports a notice that may come beside what was planted: one about the
// same row, or about a text that speaks of it.
func (r *remark) fair(check, field string) bool {
	switch {
	case check == r.check, slices.Contains([]string{"GEN-01", "FRM-01", "FRM-02"}, check):
		return true
	case strings.HasPrefix(r.at, "indicators"):
		return strings.HasPrefix(field, r.at) || check == "TXT-02" || check == "TXT-03"
	case strings.HasPrefix(r.at, "funds") || r.check == "FND-08":
		return strings.HasPrefix(check, "FND") || strings.HasPrefix(field, "funds") || check == "TXT-02"
	}
	return strings.HasPrefix(check, "TXT") // a text was changed
}

// TestNotices plants what a person should look at, and counts which notices come.
func TestNotices(t *testing.T) {
	a, b := auditor(t), newBoard(t)
	rng := rand.New(rand.NewPCG(20261125, 7))
	for _, f := range load(t) {
		before := map[string]map[string]int{}
		for _, kind := range slices.Sorted(maps.Keys(remarks)) {
			for range (*many + 1) / 2 {
				m := remarks[kind](f, rng)
				if m == nil {
					continue
				}
				file := fileKinds[rng.IntN(len(fileKinds))]
				if before[file] == nil {
					before[file] = noticesOf(audit(a, printers[file](t, f, rng), file))
				}
				b.remark(a, rng, m, before[file], kind, file, fmt.Sprintf("%s.%s %s (%s): %s", f.Name, file, m.at, kind, m.what))
			}
		}
	}
	b.print()
	b.floor("", 9500, 9000)
}

func (b *board) remark(a *pipeline.Auditor, rng *rand.Rand, m *remark, before map[string]int, kind, file, where string) {
	l := b.line(m.check + " " + kind)
	l.want++
	r := audit(a, printers[file](b.t, m.form, rng), file)
	hit := false
	seen := map[string]int{}
	if r != nil {
		for _, x := range r.Findings {
			if x.Level != score.Notice {
				continue
			}
			key := x.Check + " " + x.Field
			seen[key]++
			touches := m.at == "" || strings.HasPrefix(x.Field, m.at) || slices.ContainsFunc(x.Operands, func(o string) bool { return strings.HasPrefix(o, m.at) })
			if x.Check == m.check && touches && (seen[key] > before[key] || m.check == "RSN-01" || m.check == "FND-08") {
				hit = true
			} else if seen[key] > before[key] && !m.fair(x.Check, x.Field) {
				l.wrong++
				b.tell("%s: false %s %s", where, key, x.Message)
			}
		}
	}
	if hit {
		l.right++
	} else {
		b.tell("%s: missed", where)
	}
}

func noticesOf(r *score.Report) map[string]int {
	out := map[string]int{}
	if r == nil {
		return out
	}
	for _, x := range r.Findings {
		if x.Level == score.Notice {
			out[x.Check+" "+x.Field]++
		}
	}
	return out
}
