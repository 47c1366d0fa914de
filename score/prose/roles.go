package prose

import (
	"slices"
	"strings"
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
		m.bounds()
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
	if share && r.completion(m, k, to) {
		return
	}
	bare := lead
	for len(bare) > 0 && strings.ContainsRune("了率达幅度", bare[len(bare)-1]) {
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
	r.v.plans(m, lead)
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

// plans marks a task: a word of planning at the start of the words or directly
// before the figure, with no word of doing behind it.
func (v *vocabulary) plans(m *Mention, lead []rune) {
	at := -1
	if w, ok := v.plan.before(lead); ok {
		at = len(lead) - len(w.text)
	} else if body := v.skipLight(lead); len(body) > 0 {
		if _, ok := v.plan.at(body); ok {
			at = len(lead) - len(body)
		}
	}
	if at < 0 {
		return
	}
	for i := at + 1; i < len(lead); i++ {
		if _, ok := v.done.at(lead[i:]); !ok {
			continue
		}
		if p, plan := v.plan.at(lead[max(0, i-2):]); !plan || len(p.text) <= 2 || i < 2 { // but 计划完成 plans
			return
		}
	}
	m.Kind = Plan
	d, _ := v.done.in(lead[:at])
	m.Done = d >= 0
}

// skipLight drops light words, years and marks from the front of words, but none of planning.
func (v *vocabulary) skipLight(s []rune) []rune {
	for len(s) > 0 {
		if _, ok := v.plan.at(s); ok {
			return s
		}
		if w, ok := v.light.at(s); ok {
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
func (r *reader) completion(m *Mention, k, to int) bool {
	start := r.clauses[m.Clause].span.Start
	lead := trim(r.text[start:to])
	bare := lead
	for len(bare) > 0 && strings.ContainsRune("的为达是到至了", bare[len(bare)-1]) {
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
	if slices.Contains(lead, '超') { // 超额完成目标的20%: 20% more, or 20% in all?
		m.Kind = Growth
	}
	return true
}
