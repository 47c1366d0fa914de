package narrative

import (
	"regexp"
	"strconv"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/score"
	"ziping/score/prose"
	"ziping/text/blank"
	"ziping/text/numerals"
)

// role is what a text of the form is for, which decides what its figures are compared with.
type role int

const (
	expects role = iota // 预期目标: targets
	reports             // 实际完成情况: what was done
	reasons             // 偏差原因 of one row
	remarks             // any other text; targets or what was done
)

// source is one text with the figures in it.
type source struct {
	path  normalize.Path
	field *normalize.Field
	role  role
	row   int // of a reason
	text  *prose.Text
	own   bool // it names the form's year
	other int  // the year it names most where it does not
}

// subjectRow is an indicator as figures are tied to it.
type subjectRow struct {
	x              *normalize.Indicator
	name           string
	phrase         prose.Phrase
	target, actual figure
}

// tie says that a figure of a text is of an indicator.
type tie struct {
	row     int
	exact   bool             // by the words alone
	column  normalize.Column // Target or Actual
	fits    bool             // the figures agree
	near    bool             // or are near enough to be of one thing
	foreign bool             // the text speaks of another year there
}

// narrative is a report's texts tied to its table. It is read once for all the
// checks that ask for it.
type narrative struct {
	sources []source
	rows    []subjectRow
	ties    [][]tie // by source and mention; row −1 where a figure is of no row
	year    int
	figures int
	left    int // comparisons of words that may still be made
}

// Limits on what is read of a form; real ones come nowhere near.
const (
	mostFigures  = 2000
	mostCompared = 20000
)

// compare compares a row's name with a figure's subject, as long as the limit lasts.
func (n *narrative) compare(row int, m *prose.Mention) prose.Match {
	if !prose.MayMatch(&n.rows[row].phrase, &m.Subject) || n.left == 0 {
		return prose.Match{}
	}
	n.left--
	return prose.Compare(&n.rows[row].phrase, &m.Subject)
}

// narrativeOf is the pass's narrative.
func narrativeOf(p *score.Pass) *narrative {
	return p.Once("narrative", func() any { return readNarrative(p.Report) }).(*narrative)
}

func readNarrative(r *normalize.Report) *narrative {
	n := &narrative{left: mostCompared}
	if !r.Year.IsBlank() {
		n.year, _ = strconv.Atoi(r.Year.Value)
	}
	for i, g := range r.Goals {
		n.add(g.Expected, normalize.GoalPath(i, normalize.Expected), expects, -1)
		n.add(g.Actual, normalize.GoalPath(i, normalize.Actual), reports, -1)
	}
	for i := range r.Indicators {
		n.add(r.Indicators[i].Reason, normalize.IndicatorPath(i, normalize.Reason), reasons, i)
	}
	for i, l := range r.Other {
		if l.Field != nil && utf8.RuneCountInString(l.Text) >= shortest {
			n.add(l.Field, normalize.OtherPath(i), remarks, -1)
		}
	}
	if len(n.sources) == 0 {
		return n
	}
	n.rows = make([]subjectRow, len(r.Indicators))
	for i := range r.Indicators {
		n.rows[i] = rowOf(&r.Indicators[i])
	}
	n.ties = make([][]tie, len(n.sources))
	for s := range n.sources {
		src := &n.sources[s]
		n.ties[s] = make([]tie, len(src.text.Mentions))
		for k := range src.text.Mentions {
			n.ties[s][k] = n.tie(src, &src.text.Mentions[k])
		}
	}
	return n
}

// shortest is the length from which a labelled cell is a text and no name or number.
const shortest = 10

func (n *narrative) add(f *normalize.Field, path normalize.Path, role role, row int) {
	if f.IsBlank() || !numerals.HasDigit(f.Text) {
		return
	}
	s := source{path: path, field: f, role: role, row: row, text: prose.Read(f.Text)}
	if n.figures += len(s.text.Mentions); n.figures > mostFigures {
		return
	}
	most := 0
	for _, y := range s.text.Years {
		if y.Year == n.year {
			s.own = true
		}
		count := 0
		for _, z := range s.text.Years {
			if z.Year == y.Year {
				count++
			}
		}
		if count > most {
			most, s.other = count, y.Year
		}
	}
	n.sources = append(n.sources, s)
}

// unnumbered is what templates put before a name: 指标1:新建雨水管长度.
var unnumbered = regexp.MustCompile("^指标\\s*[0-9]+\\s*[:\uff1a]?")

func rowOf(x *normalize.Indicator) subjectRow {
	r := subjectRow{x: x}
	if x.Name.IsBlank() {
		return r
	}
	r.name = blank.Trim(x.Name.Text)
	r.phrase = prose.NewPhrase(unnumbered.ReplaceAllString(r.name, ""))
	unit := unitOfName(r.name)
	r.target, r.actual = figureOf(x.Target, unit), figureOf(x.Actual, unit)
	if x.Target != nil && (x.Target.Op == normalize.OpRange || x.Target.Op == normalize.OpByDate) {
		r.target.ok = false
	}
	return r
}

// tie finds the indicator that a figure is of.
func (n *narrative) tie(src *source, m *prose.Mention) tie {
	none := tie{row: -1}
	switch m.Kind {
	case prose.Level, prose.Plan:
	case prose.Growth:
		if !m.Subject.Growth() {
			return none
		}
	case prose.Share: // of a row that is one: 非化石能源占比
	default:
		return none
	}
	foreign := m.Year != 0 && m.Year != n.year && (src.own || m.Year != src.other)
	if m.Bare && src.role == reasons && (m.Done || m.Kind == prose.Plan) && m.Part == "" {
		return n.judge(src, m, tie{row: src.row, exact: !m.Soft, foreign: foreign})
	}
	if m.Subject.String() == "" {
		return none
	}
	best, alike, shared := none, 0, false
	for i := range n.rows {
		r := &n.rows[i]
		if m.Part != "" && !r.phrase.Says(m.Part) || m.Kind == prose.Growth && !r.phrase.Growth() || m.Kind == prose.Share && m.Part == "" {
			continue
		}
		match := n.compare(i, m)
		if match.Alike < looseAlike {
			continue
		}
		t := n.judge(src, m, tie{row: i, exact: match.Exact, foreign: foreign})
		if t.row < 0 || !t.fits && match.Alike < closeAlike {
			continue
		}
		a := match.Alike
		if t.exact {
			a += 200
		}
		if t.fits {
			a += 100
		}
		if a > alike {
			best, alike, shared = t, a, false
		} else if a == alike {
			shared = true
		}
	}
	if shared && !best.fits {
		return none // two rows of one name: nobody can say which
	}
	return best
}

// The likeness of names from which a figure that agrees, and one that does not, is tied.
const (
	looseAlike = 55
	closeAlike = 72
)

// judge compares a figure with the row it may be of. The row is −1 where they
// cannot be compared.
func (n *narrative) judge(src *source, m *prose.Mention, t tie) tie {
	r := &n.rows[t.row]
	targets := src.role == expects || m.Kind == prose.Plan
	t.column = normalize.Actual
	f := &r.actual
	if targets {
		t.column, f = normalize.Target, &r.target
	}
	if !commensurable(m, f) {
		return tie{row: -1}
	}
	f = f.as(m)
	t.fits, t.near = fits(m, f, targets), near(m, f)
	if other := &r.target; !t.fits && !targets && src.role == remarks || m.Kind == prose.Plan && m.Done {
		if targets {
			other = &r.actual
		}
		if commensurable(m, other) && fits(m, other.as(m), !targets) {
			t.fits = true
		}
	}
	return t
}
