package prose

import (
	"slices"

	"ziping/normalize/num"
)

// roles says of each number what it is of and in what role, now that the
// clauses are known.
func (r *reader) roles() {
	r.lead = make([]int, len(r.mentions))
	among := listState{}
	for k := range r.mentions {
		m := &r.mentions[k]
		m.At = r.rawSpan(r.span[k])
		c := &r.clauses[m.Clause]
		r.lead[k] = c.span.Start
		for p := k - 1; p >= 0 && r.mentions[p].Clause == m.Clause; p-- {
			if r.mentions[p].Kind != Name {
				r.lead[k] = r.span[p].End
				break
			}
		}
		if m.Kind == Name {
			m.Words = m.At
			continue
		}
		c.figures++
		from, to := r.lead[k], r.span[k].Start
		to = r.hedge(m, from, to)
		r.role(m, k, from, to)
		r.bounds(m)
		r.subject(m, k, from, to)
		among.place(r, m, k)
	}
}

// trim takes spaces and stops off the end of a lead.
func trim(s []rune) []rune {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '、') {
		s = s[:len(s)-1]
	}
	return s
}

// hedge takes 约, 近, 超过 off the words before a figure and returns where they begin.
func (r *reader) hedge(m *Mention, from, to int) int {
	lead := trim(r.text[from:to])
	if _, ok := r.v.notHedge.before(lead); ok {
		return from + len(lead)
	}
	for _, h := range [...]struct {
		list *words
		as   Hedge
	}{{&r.v.under, AtMost}, {&r.v.over, AtLeast}, {&r.v.about, About}, {&r.v.near, Near}} {
		if w, ok := h.list.before(lead); ok {
			m.Hedge = h.as
			lead = lead[:len(lead)-len(w.text)]
			break
		}
	}
	return from + len(lead)
}

// role weighs the words between the figure before and this one.
func (r *reader) role(m *Mention, k, from, to int) {
	lead := trim(r.text[from:to])
	share := m.Unit == "%" || m.Unit == "‰"
	if m.Kind != Level { // 个百分点, a range
		return
	}
	if share && r.completion(m, k, from, to) {
		return
	}
	bare := lead
	for len(bare) > 0 && slices.Contains([]rune("了率达幅度"), bare[len(bare)-1]) {
		bare = bare[:len(bare)-1]
	}
	_, reached := r.v.growthEnd.before(lead)
	if _, ok := r.v.growth.before(bare); ok && !reached {
		m.Kind = Growth
		return
	}
	if share {
		if at := slices.Index(lead, '占'); at >= 0 && (at+1 >= len(lead) || lead[at+1] != '地') {
			m.Kind = Share
			return
		}
	}
	if !reached {
		if at, _ := r.v.comparison.in(lead); at >= 0 {
			m.Kind = Comparison
			if _, done := r.v.done.before(lead); done {
				m.Kind = Level
			}
			return
		}
		for p := len(r.yearOf) - 1; p >= 0; p-- { // 较2022年的4.2万人
			if y := r.yearOf[p]; y.compares && y.at >= from && y.at < to {
				m.Kind = Comparison
				return
			}
		}
	}
	if _, m.Done = r.v.done.before(lead); !m.Done && len(lead) <= 8 { // 实际开展131场
		_, m.Done = r.v.done.at(lead)
	}
	r.plan(m, lead)
	if m.Kind == Level && !m.Done && r.planned(m.Clause) {
		m.Kind = Plan
	}
}

// planned reports a clause under a heading of plans: 绩效目标:资助230人,适配200人.
func (r *reader) planned(at int) bool {
	for i := at - 1; i >= 0 && r.clauses[i].sentence == r.clauses[at].sentence; i-- {
		if r.clauses[i].colon {
			_, ok := r.v.plan.before(r.text[r.clauses[i].span.Start:r.clauses[i].span.End])
			return ok
		}
	}
	return false
}

// plan marks a task: a word of planning at the start of the words or directly
// before the figure, with no word of doing behind it.
func (r *reader) plan(m *Mention, lead []rune) {
	at := -1
	if w, ok := r.v.plan.before(lead); ok {
		at = len(lead) - len(w.text)
	} else if body := r.skipLight(lead); len(body) > 0 {
		if _, ok := r.v.plan.at(body); ok {
			at = len(lead) - len(body)
		}
	}
	if at < 0 {
		return
	}
	for i := at + 1; i < len(lead); i++ {
		if _, ok := r.v.done.at(lead[i:]); !ok {
			continue
		}
		if p, plan := r.v.plan.at(lead[max(0, i-2):]); !plan || len(p.text) <= 2 || i < 2 { // but 计划完成 plans
			return
		}
	}
	m.Kind = Plan
	d, _ := r.v.done.in(lead[:at])
	m.Done = d >= 0
}

// skipLight drops light words, years and marks from the front of words, but none of planning.
func (r *reader) skipLight(s []rune) []rune {
	for len(s) > 0 {
		if _, ok := r.v.plan.at(s); ok {
			return s
		}
		if w, ok := r.v.light.at(s); ok {
			s = s[len(w.text):]
			continue
		}
		if digit(s[0]) || s[0] == ' ' || s[0] == '、' {
			s = s[1:]
			continue
		}
		return s
	}
	return s
}

// completion recognises a share as one of a target that was done:
// 完成省定目标的111.23%, 完成任务数158万的100.2%, 完成率103%.
func (r *reader) completion(m *Mention, k, from, to int) bool {
	start := r.clauses[m.Clause].span.Start
	lead := trim(r.text[start:to])
	bare := lead
	for len(bare) > 0 && slices.Contains([]rune("的为达是到至了"), bare[len(bare)-1]) {
		bare = bare[:len(bare)-1]
	}
	if _, ok := r.v.alone.before(bare); ok {
		m.Kind, m.Loose = Completion, true
		return true
	}
	// 完成任务数158万的: what is left before the figure that stands between
	if k > 0 && r.mentions[k-1].Clause == m.Clause && r.mentions[k-1].Kind != Name && r.span[k-1].End == start+len(bare) {
		bare = trim(r.text[start:r.span[k-1].Start])
		if r.mentions[k-1].Kind != Plan {
			return false
		}
	}
	verb := false
	if w, ok := r.v.completionNouns.before(bare); ok {
		at, _ := r.v.completionVerbs.in(bare[:len(bare)-len(w.text)])
		verb = at >= 0
	} else if w, ok := r.v.completionVerbs.before(bare); ok { // 年度目标完成103%
		at, _ := r.v.completionNouns.in(bare[:len(bare)-len(w.text)])
		verb = at >= 0
	}
	if !verb {
		return false
	}
	m.Kind = Completion
	for i := range lead {
		if lead[i] == '超' { // 超额完成目标的20%: 20% more, or 20% in all?
			m.Kind = Growth
			break
		}
	}
	return true
}

var (
	ten     = num.FromInt(10)
	ninety  = num.MustParse("0.9")
	eleven  = num.MustParse("1.1")
	oneUnit = num.FromInt(1)
)

// bounds gives what the print can stand for: rounded or cut off after its last
// printed place, widened by a hedge.
func (r *reader) bounds(m *Mention) {
	unit := num.New(1, m.Number.Places()).Shift(m.Power)
	half := num.HalfUnit(m.Number.Places()).Shift(m.Power)
	whole := m.Power == 0 && m.Number.Places() == 0 && m.Unit != "%" && m.Unit != "‰" && m.Unit != "元"
	if whole {
		m.Low, m.High = m.Value, m.Value // things are counted, not rounded
	} else {
		m.Low, m.High = m.Value.Sub(half), m.Value.Add(unit)
	}
	switch m.Hedge {
	case About:
		m.Low, m.High = m.Value.Mul(ninety), m.Value.Mul(eleven)
	case Near:
		m.Low, m.High = m.Value.Mul(ninety), m.Value
	case More:
		m.Low, m.High = m.Value, m.Value.Add(lastUnit(m.Number).Shift(m.Power))
	case AtLeast:
		m.Low, m.OpenHigh = m.Value, true
	case AtMost:
		m.High, m.OpenLow = m.Value, true
	}
}

// lastUnit is the unit of the last digit that is not a padding zero: 1000 for 3000, 0.1 for 1.2.
func lastUnit(n num.Decimal) num.Decimal {
	if p := n.Significant(); p > 0 {
		return num.New(1, p)
	}
	u := oneUnit
	for range 12 {
		next := u.Mul(ten)
		if !n.Truncate(0).Shift(-int32(len(next.String()) - 1)).Truncate(0).Mul(next).Equal(n) {
			break
		}
		u = next
	}
	return u
}

// subject finds the words that say what a figure is of: those before it in its
// clause, else those of the clause before with a colon or a comma, else those behind it.
func (r *reader) subject(m *Mention, k, from, to int) {
	for p := len(r.yearOf) - 1; p >= 0 && r.yearOf[p].at >= from; p-- { // a year begins what is said of it
		if after := r.yearOf[p].at + 5; after <= to {
			if q := r.phrase(r.text[after:to]); q.hard >= 2 {
				from = after
				break
			}
		}
	}
	words := Span{from, to}
	lead := r.text[from:to]
	p := r.phrase(lead)
	here := r.clauses[m.Clause].span
	first := k == 0 || r.mentions[k-1].Clause != m.Clause || r.mentions[k-1].Kind == Name
	back := false
	if p.hard == 0 && m.Clause > 0 && first {
		prev := &r.clauses[m.Clause-1]
		if prev.sentence == m.Sentence && prev.figures == 0 && prev.depth <= r.clauses[m.Clause].depth {
			if q := r.phrase(r.text[prev.span.Start:prev.span.End]); q.hard > 0 {
				p, words, back = q, Span{prev.span.Start, to}, true
			}
		}
	}
	if p.hard < 2 && !back {
		end := here.End
		if k+1 < len(r.mentions) && r.mentions[k+1].Clause == m.Clause {
			end = r.span[k+1].Start
		}
		if behind := r.text[r.span[k].End:end]; len(behind) > 0 && m.Kind != Completion {
			if q := r.phrase(slices.Concat(lead, behind)); q.hard > p.hard {
				p, words = q, Span{from, end}
			}
		}
	}
	m.Subject = p
	m.Bare = p.hard == 0 || back
	m.Words = r.rawSpan(words)
	scope := r.text[words.Start:max(words.Start, to)]
	m.Part = r.part(scope)
	for i := len(r.months) - 1; i >= 0; i-- {
		if c := r.months[i].clause; c <= m.Clause && r.clauses[c].sentence == m.Sentence && m.Part == "" {
			m.Part = "月"
		}
	}
}

// part finds a word that makes a figure one of a part.
func (r *reader) part(s []rune) string {
	for i := 0; i < len(s); i++ {
		if w, ok := r.v.notPart.at(s[i:]); ok {
			i += len(w.text) - 1
			continue
		}
		if w, ok := r.v.part.at(s[i:]); ok {
			return string(w.text)
		}
	}
	return ""
}

// listState follows the lists of parts through a sentence.
type listState struct {
	sentence int
	depth    int
	kind     Among
	lists    int // opened so far
}

// place says how a figure stands in a list.
func (l *listState) place(r *reader, m *Mention, k int) {
	c := &r.clauses[m.Clause]
	if l.kind != Alone && (m.Sentence != l.sentence || c.depth < l.depth) {
		l.kind = Alone
	}
	words := r.text[r.lead[k]:r.span[k].Start]
	if m.Clause > 0 && r.clauses[m.Clause-1].sentence == m.Sentence && r.clauses[m.Clause-1].figures == 0 && r.clauses[m.Clause-1].depth <= c.depth {
		words = r.text[r.clauses[m.Clause-1].span.Start:r.span[k].Start] // 其中:
	}
	if _, ok := r.v.each.before(trim(words)); ok || has(&r.v.each, words) {
		*l = listState{m.Sentence, c.depth, Each, l.lists + 1}
	} else if has(&r.v.among, words) {
		*l = listState{m.Sentence, c.depth, Part, l.lists + 1}
	} else if w, ok := r.v.together.before(trim(words)); ok && len(w.text) >= 2 {
		m.Among = Together
		return
	}
	if m.Among = l.kind; l.kind != Alone {
		m.List = l.lists
	}
	if l.kind == Part && m.Part == "" {
		m.Part = "其中"
	}
	if l.kind == Each && m.Part == "" {
		m.Part = "分别"
	}
}

func has(list *words, s []rune) bool {
	at, w := list.in(s)
	if at < 0 {
		return false
	}
	return len(w.text) > 1
}
