package narrative

import (
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/dates"
)

// TXT01 finds forms whose title, dates and narrative speak of different years.
var TXT01 = score.Check{
	Doc: score.Doc{
		ID: "TXT-01", Name: "year", Level: score.Notice,
		Title: extract.Text{ZH: "标题、日期和文字说的是同一年", EN: "Title, dates and narrative speak of one year"},
		What: extract.Text{
			ZH: "总体目标、完成情况和指标的期限说的是表的年度；填报日期在年度结束前后。作比较或说规划的年份（较2022年、到2025年）不算；文字里也提到本年度的不算，除非把表中本年度的数说成了别的年份的；期限和完成时间都在以后年度的也算。",
			EN: "Goals, achievements and deadlines speak of the form's year, and it was filled in about that year's end. Years of comparison or plan (较2022年, 到2025年) do not count, nor does a text that names the form's own year too, unless it gives for another year the very figure that the table has for this one; a deadline in a later year counts where the task was done in that year too.",
		},
		Why:    extract.Text{ZH: "上一年的表改个标题再交，是常见的失实。", EN: "Last year's form handed in under a new title is a common untruth."},
		Right:  extract.Text{ZH: "（2021年度）；目标1：2021年造林面积达到3.1万亩", EN: "(2021年度); goal 1: 2021年…"},
		Wrong:  extract.Text{ZH: "（2023年度）；2022年我市城镇新增就业14.46万人……", EN: "a form for 2023 that says 2022年我市城镇新增就业14.46万人…"},
		Fix:    extract.Text{ZH: "不更正：错的可能是标题，也可能是内容。", EN: "None: either the title or the text may be wrong."},
		Source: extract.Text{ZH: "福州 2023 年自评表（文字通篇为 2022 年）", EN: "the 2023 Fuzhou form (its text speaks of 2022 throughout)"},
		Since:  "0.1",
	},
	Run: oneYear,
}

func oneYear(p *score.Pass) {
	r := p.Report
	if r.Year.IsBlank() {
		return
	}
	year, err := strconv.Atoi(r.Year.Value)
	if err != nil {
		return
	}
	s := speaker{year: year}
	for i, g := range r.Goals {
		s.text(g.Expected, normalize.GoalPath(i, normalize.Expected))
		s.text(g.Actual, normalize.GoalPath(i, normalize.Actual))
	}
	for i := range r.Indicators {
		s.deadline(r.Indicators[i].Target, r.Indicators[i].Actual, i)
	}
	titleYear(p, year)
	filledIn(p, year)
	oddYear(p, year, s.mentions < 2)
	switch {
	case s.tested == 0:
		p.Untestable()
	case s.mentions < 2: // one passing mention is no sign
		p.Agree()
	default:
		slices.Sort(s.years)
		said := make([]string, len(s.years))
		for i, y := range s.years {
			said[i] = strconv.Itoa(y)
		}
		zh, en := strings.Join(said, "、"), strings.Join(said, ", ")
		p.Found(score.Finding{
			Field: normalize.YearPath, At: cite.Place(r.Year, r.Title), Stated: r.Year.Value, Expected: expectedYear(said), Against: wording.Year, Operands: s.places, Verdict: score.Undetermined,
			Message: p.Say(
				"表的年度是 "+r.Year.Value+"，文字和期限说的却是 "+zh+" 年（"+strconv.Itoa(s.mentions)+" 处）",
				"the form is for "+r.Year.Value+" but its text and deadlines speak of "+en+" ("+strconv.Itoa(s.mentions)+" places)"),
		})
	}
}

// oddYear finds a sentence that gives for another year the very figure that the
// table has for the form's: in a text that names the form's own year, and in
// all where nothing else is told of other years.
func oddYear(p *score.Pass, year int, all bool) {
	n := narrativeOf(p)
	for s := range n.sources {
		src := &n.sources[s]
		if !src.own && !all {
			continue
		}
		for k, t := range n.ties[s] {
			m := &src.text.Mentions[k]
			if t.row < 0 || !t.exact || !t.fits || m.Year == 0 || !src.own && m.Kind != prose.Level || m.Year == year || src.own && (!t.foreign || n.toldFor(src, s, t.row)) {
				continue
			}
			said, own := strconv.Itoa(m.Year), strconv.Itoa(year)
			p.Found(score.Finding{
				Field: src.path, At: cite.Place(src.field), Stated: said, Expected: own, Against: wording.OwnYear, Operands: []normalize.Path{normalize.YearPath, normalize.IndicatorPath(t.row, t.column)}, Verdict: score.Undetermined,
				Message: p.Say(
					"文字把“"+src.text.QuoteOf(m)+"”说成 "+said+" 年的，表中这是 "+own+" 年的数（"+cite.Name(n.rows[t.row].x)+"）",
					"the text gives “"+src.text.QuoteOf(m)+"” for "+said+"; in the table it is the figure for "+own+" ("+cite.Name(n.rows[t.row].x)+")"),
			})
		}
	}
}

// toldFor reports a figure of a row that a text gives for the form's own year.
func (n *narrative) toldFor(src *source, s, row int) bool {
	for k, t := range n.ties[s] {
		if t.row == row && !t.foreign && src.text.Mentions[k].Kind == prose.Level {
			return true
		}
	}
	return false
}

func expectedYear(said []string) string {
	if len(said) == 1 {
		return said[0]
	}
	return ""
}

// speaker collects the places that speak of another year than the form's.
type speaker struct {
	year             int
	tested, mentions int
	years            []int
	places           []normalize.Path
}

// text weighs one text: it speaks of another year if it never names the form's.
func (s *speaker) text(f *normalize.Field, path normalize.Path) {
	if f.IsBlank() {
		return
	}
	own, other := 0, 0
	var years []int
	dates.Years(f.Text, func(y int) {
		if y == s.year {
			own++
			return
		}
		other++
		if !slices.Contains(years, y) {
			years = append(years, y)
		}
	})
	if own+other > 0 {
		s.tested++
	}
	if own > 0 || other == 0 {
		return
	}
	s.add(other, path, years...)
}

// deadline weighs a target's date. A later year may be a task that goes on,
// unless it was done by then too; an earlier one was over before the year began.
func (s *speaker) deadline(target, actual *normalize.Field, i int) {
	if target == nil || target.Op != normalize.OpByDate || len(target.Date) < 4 || !strings.Contains(target.Text, target.Date[:4]) {
		return
	}
	y, err := strconv.Atoi(target.Date[:4])
	if err != nil {
		return
	}
	s.tested++
	path := normalize.IndicatorPath(i, normalize.Target)
	switch done, _, ok := doneIn(actual); {
	case y < s.year, y > s.year && ok && done == y:
		s.add(2, path, y)
	case y > s.year:
		s.add(1, path, y)
	}
}

// doneIn is the date of an answer.
func doneIn(actual *normalize.Field) (year, month int, ok bool) {
	if actual.IsBlank() {
		return 0, 0, false
	}
	return dates.FirstMonth(actual.Text)
}

func (s *speaker) add(n int, path normalize.Path, years ...int) {
	s.mentions += n
	s.places = append(s.places, path)
	for _, y := range years {
		if !slices.Contains(s.years, y) {
			s.years = append(s.years, y)
		}
	}
}

// titleYear compares the year of the title with one printed apart from it.
func titleYear(p *score.Pass, year int) {
	t := p.Report.Title
	if t.IsBlank() {
		return
	}
	dates.Years(t.Text, func(y int) {
		if y == year {
			return
		}
		s := strconv.Itoa(y)
		p.Found(score.Finding{
			Field: normalize.TitlePath, At: cite.Place(t), Stated: s, Expected: p.Report.Year.Value, Against: wording.OwnYear, Operands: []normalize.Path{normalize.YearPath}, Verdict: score.Undetermined,
			Message: p.Say("标题写 "+s+" 年，表的年度是 "+p.Report.Year.Value, "the title says "+s+", the form's year is "+p.Report.Year.Value),
		})
	})
}

// filledIn tests the date on which the form was filled in: from the last
// quarter of its year to the end of the next.
func filledIn(p *score.Pass, year int) {
	for i, l := range p.Report.Other {
		if l.IsBlank() || !hasOf(l.Label, []string{"填报日期", "填表日期", "报告日期", "填报时间"}) {
			continue
		}
		y, m, ok := dates.FirstMonth(l.Text)
		if !ok {
			continue
		}
		if y == year+1 || y == year && (m == 0 || m >= 10) {
			p.Agree()
			continue
		}
		p.Found(score.Finding{
			Field: normalize.OtherPath(i), At: cite.Place(l.Field), Stated: cite.Clip(l.Text), Operands: []normalize.Path{normalize.YearPath}, Verdict: score.Undetermined,
			Message: p.Say(
				"表的年度是 "+p.Report.Year.Value+"，"+cite.Clip(l.Label)+"却是 "+cite.Clip(l.Text),
				"the form is for "+p.Report.Year.Value+" but was filled in on "+cite.Clip(l.Text)),
		})
	}
}
