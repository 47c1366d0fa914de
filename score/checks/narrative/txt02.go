package narrative

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/blank"
	"ziping/text/num"
)

// TXT02 finds figures of the narrative that differ from the table's for the
// same thing, or from one another.
var TXT02 = score.Check{
	Doc: score.Doc{
		ID: "TXT-02", Name: "narrative-value", Level: score.Notice,
		Title: extract.Text{ZH: "文字中的数与表中同一事项的数一致", EN: "A figure in the narrative is the table's for the same thing"},
		What: extract.Text{
			ZH: "预期目标里的数等于指标值，完成情况和原因说明里的数等于实际完成值，资金数和执行率等于资金表里的；没有对应指标的，前后说法一致。按指标名称的用词对应，单位要相同；四舍五入、截尾和“约、余、以上”解释得了的算一致。增长数、占比、上年数、部分数、一个时段的数不比。用词只是相近的，数也相近才比。",
			EN: "Figures of the expected goals are the targets, those of achievements and reasons the actuals, sums of money and execution rates the fund table's; what has no row is said alike throughout. Figures are tied by the words of the indicator's name and by unit; what rounding, cutting off or 约, 余, 以上 explains agrees. Growth, shares, last year's figures, parts and parts of the year are not compared. Where words are merely alike, only figures that are close are compared.",
		},
		Why:    extract.Text{ZH: "同一件事有两个数，至少有一个不是统计出来的。", EN: "Where one thing has two figures, one at least was not counted."},
		Right:  extract.Text{ZH: "新增就业14.45万人；表中 144547人", EN: "新增就业14.45万人; 144547 in the table"},
		Wrong:  extract.Text{ZH: "失业人员再就业4.27万人……失业人员再就业4.29万人；表中 42776人", EN: "失业人员再就业4.27万人 … 4.29万人; 42776 in the table"},
		Fix:    extract.Text{ZH: "不更正：文字和表都可能错。", EN: "None: either the text or the table may be wrong."},
		Source: extract.Text{ZH: "福州 2023 年自评表", EN: "the 2023 Fuzhou form"},
		Since:  "0.2",
	},
	Run: narrativeValue,
}

// toldFigure is a figure of a text.
type toldFigure struct {
	src *source
	m   *prose.Mention
}

func narrativeValue(p *score.Pass) {
	n := narrativeOf(p)
	tiedFigures(p, n)
	n.funds(p)
	untiedFigures(p, n)
}

// told are the figures of one column of one row.
type told struct{ same, differ []toldFigure }

// tiedFigures compares figures with the rows they are of; what one row's
// actual, or target, is said to be makes one finding.
func tiedFigures(p *score.Pass, n *narrative) {
	said := make([][2]told, len(n.rows))
	for s := range n.sources {
		src := &n.sources[s]
		for k, t := range n.ties[s] {
			if t.row < 0 || t.foreign {
				continue
			}
			c := &said[t.row][columnIndex(t.column)]
			f := toldFigure{src, &src.text.Mentions[k]}
			switch {
			case t.fits:
				c.same = append(c.same, f)
			case t.near || t.exact && !n.saysRight(s, t):
				c.differ = append(c.differ, f)
			}
		}
	}
	for row := range said {
		for c, column := range columns {
			for range said[row][c].same {
				p.Agree()
			}
			if t := &said[row][c]; len(t.differ) > 0 && !n.addsUp(row, column, t.differ) {
				p.Found(n.differs(p, row, column, t.differ, t.same))
			}
		}
	}
}

// addsUp reports figures told of one row that are its figure in parts:
// 开展宣传活动15次 … 联合部门开展宣传活动6次 for 21.
func (n *narrative) addsUp(row int, column normalize.Column, told []toldFigure) bool {
	f := &n.rows[row].actual
	if column == columns[0] {
		f = &n.rows[row].target
	}
	src := told[0].src
	sum, parts := num.Decimal{}, 0
	for k := range src.text.Mentions {
		m := &src.text.Mentions[k]
		if m.Kind != prose.Level && m.Kind != prose.Plan || !commensurable(m, f) || n.compare(row, m).Alike < partAlike {
			continue
		}
		v, _, _, _ := valueOf(m)
		sum = sum.Add(v)
		parts++
	}
	return parts > 1 && sum.Equal(f.value)
}

// partAlike is the likeness from which a figure may be a part of a row's.
const partAlike = 40

// columns are those that figures are compared with.
var columns = []normalize.Column{normalize.Target, normalize.Actual}

func columnIndex(column normalize.Column) int {
	if column == columns[0] {
		return 0
	}
	return 1
}

// saysRight reports a text that gives the row's figure rightly too, in words
// of its own: another figure beside it is then of something else.
func (n *narrative) saysRight(s int, t tie) bool {
	for k, other := range n.ties[s] {
		if other.row == t.row && other.column == t.column && other.fits && !other.foreign && n.sources[s].text.Mentions[k].Subject.Len() > 0 {
			return true
		}
	}
	return false
}

// differs is the finding that texts give a row another figure.
func (n *narrative) differs(p *score.Pass, row int, column normalize.Column, told, same []toldFigure) score.Finding {
	r := &n.rows[row]
	f, field := &r.actual, r.x.Actual
	zh, en := "实际完成值", "the actual"
	if column == normalize.Target {
		f, field, zh, en = &r.target, r.x.Target, "指标值", "the target"
	}
	f = f.as(told[0].m)
	printed := cite.Clip(field.Text)
	if column == normalize.Target {
		printed = cite.Target(r.x)
	}
	quotes := quoted(told)
	also := ""
	for _, t := range same { // a text that agrees, printed otherwise
		if t.src.role == told[0].src.role && !t.m.Value.Equal(f.value) {
			also = p.Say("；另一处写", "; elsewhere it says ") + quoted([]toldFigure{t})
			break
		}
	}
	first := told[0]
	v, low, high, _ := valueOf(first.m)
	expected := f.value.Shift(-f.power)
	finding := score.Finding{
		Field: first.src.path, At: cite.Place(first.src.field), Verdict: score.Undetermined,
		Stated: v.Shift(-f.power).String(), Expected: expected.String(), Against: wording.Table,
		Operands: []normalize.Path{normalize.IndicatorPath(row, column)},
	}
	if low.Cmp(high) < 0 && !first.m.OpenLow && !first.m.OpenHigh {
		finding.Interval = []string{low.Shift(-f.power).String(), high.Shift(-f.power).String()}
	}
	for _, t := range told[1:] {
		if t.src.path != first.src.path {
			finding.Operands = append(finding.Operands, t.src.path)
		}
	}
	finding.Message = p.Say(
		cite.Name(r.x)+"：文字写 "+printedOf(told)+"，表中"+zh+"为 "+printed+difference(p, v, f)+"；原文"+quotes+also,
		cite.Name(r.x)+": the text says "+printedOf(told)+", "+en+" in the table is "+printed+difference(p, v, f)+"; in the text: "+quotes+also)
	return finding
}

// difference tells by how much a figure is off, in the table's unit.
func difference(p *score.Pass, v num.Decimal, f *figure) string {
	return p.Say("，相差 ", ", off by ") + v.Sub(f.value).Abs().Shift(-f.power).String()
}

// printedOf lists figures alone, each once: 4.27万人、4.29万人.
func printedOf(told []toldFigure) string {
	var out []string
	for _, t := range told {
		if q := t.src.text.Quote(t.m.At); len(out) < 3 && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return strings.Join(out, "、")
}

// quoted lists figures as the texts print them, each once.
func quoted(told []toldFigure) string {
	var out []string
	for _, t := range told {
		q := "“" + strings.TrimLeft(blank.Line(t.src.text.QuoteOf(t.m)), "、，；。,;") + "”"
		if len(out) < 3 && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return strings.Join(out, "、")
}

// untiedFigures compares what texts say twice of a thing that has no row. Only
// words that say much are enough, and only figures that are close: small
// counts of the same kind of thing may well be two occasions.
func untiedFigures(p *score.Pass, n *narrative) {
	type thing struct{ words, unit string }
	said := map[thing][]toldFigure{}
	var order []thing
	for s := range n.sources {
		src := &n.sources[s]
		if src.role != reports && src.role != remarks {
			continue
		}
		for k := range src.text.Mentions {
			m := &src.text.Mentions[k]
			if m.Kind != prose.Level || m.Part != "" || m.Among == prose.Each || m.Subject.Len() < fewWords || m.Hedge != prose.Plain || n.ties[s][k].row >= 0 {
				continue
			}
			if m.Year != 0 && m.Year != n.year && (src.own || m.Year != src.other) {
				continue
			}
			_, _, _, base := valueOf(m)
			if base == "" {
				continue
			}
			key := thing{m.Subject.String(), base}
			if said[key] == nil {
				order = append(order, key)
			}
			said[key] = append(said[key], toldFigure{src, m})
		}
	}
	for _, key := range order {
		told := said[key]
		for _, t := range told[1:] {
			a, low, high, _ := valueOf(told[0].m)
			b, lowB, highB, _ := valueOf(t.m)
			switch {
			case a.Equal(b) || low.Cmp(highB) < 0 && lowB.Cmp(high) < 0:
				p.Agree()
			case !closeTold(a, b):
			case a.Cmp(hundred) < 0 && b.Cmp(hundred) < 0 && key.unit != "%" && told[0].m.Subject.Len() < manyWords:
			default:
				both := []toldFigure{told[0], t}
				p.Found(score.Finding{
					Field: told[0].src.path, At: cite.Place(told[0].src.field), Verdict: score.Undetermined,
					Stated: a.String(), Expected: b.String(), Against: wording.Text, Operands: []normalize.Path{t.src.path},
					Message: p.Say(
						"文字前后不一："+printedOf(both)+"，相差 "+b.Sub(a).Abs().String()+"；原文"+quoted(both),
						"the text does not agree with itself: "+printedOf(both)+", off by "+b.Sub(a).Abs().String()+"; in the text: "+quoted(both)),
				})
			}
		}
	}
}

// The characters of meaning from which words name one thing without a row's name to prove it.
const (
	fewWords  = 4
	manyWords = 8
)

// closeTold reports figures within a fifth of one another.
func closeTold(a, b num.Decimal) bool {
	return a.Sub(b).Abs().Mul(num.FromInt(5)).Cmp(a.Abs()) <= 0
}
