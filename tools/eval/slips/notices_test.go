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
	"ziping/score"
	"ziping/text/num"
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
					for _, c := range []normalize.Column{normalize.Actual, normalize.Score} {
						if p := normalize.IndicatorPath(i, c).String(); g.cell(p) >= 0 {
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
			key := x.Check + " " + x.Field.String()
			seen[key]++
			touches := m.at == "" || strings.HasPrefix(x.Field.String(), m.at) || slices.ContainsFunc(x.Operands, func(o normalize.Path) bool { return strings.HasPrefix(o.String(), m.at) })
			if x.Check == m.check && touches && (seen[key] > before[key] || m.check == "RSN-01" || m.check == "FND-08") {
				hit = true
			} else if seen[key] > before[key] && !m.fair(x.Check, x.Field.String()) {
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
			out[x.Check+" "+x.Field.String()]++
		}
	}
	return out
}
