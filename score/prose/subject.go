package prose

import "slices"

// subject finds the words that say what a figure is of: those before it in its
// clause, else those of the clause before with a colon or a comma, else those behind it.
func (r *reader) subject(m *Mention, k, from, to int) {
	for p := len(r.yearOf) - 1; p >= 0 && r.yearOf[p].at >= from; p-- { // a year begins what is said of it
		if after := r.yearOf[p].at + 5; after <= to {
			if q := r.v.phrase(r.text[after:to]); q.hard >= 2 {
				from = after
				break
			}
		}
	}
	words := Span{from, to}
	lead := r.text[from:to]
	p := r.v.phrase(lead)
	m.Soft = len(p.text) > p.hard
	here := r.clauses[m.Clause].span
	first := k == 0 || r.mentions[k-1].Clause != m.Clause || r.mentions[k-1].Kind == Name
	back := false
	if p.hard == 0 && m.Clause > 0 && first {
		prev := &r.clauses[m.Clause-1]
		if prev.sentence == m.Sentence && prev.figures == 0 && prev.depth <= r.clauses[m.Clause].depth {
			if q := r.v.phrase(r.text[prev.span.Start:prev.span.End]); q.hard > 0 {
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
			if q := r.v.phrase(slices.Concat(lead, behind)); q.hard > p.hard {
				p, words = q, Span{from, end}
			}
		}
	}
	m.Subject = p
	m.Bare = p.hard == 0 || back
	m.Words = r.rawSpan(words)
	scope := r.text[words.Start:max(words.Start, to)]
	m.Part = r.v.partIn(scope)
	for i := len(r.months) - 1; i >= 0; i-- {
		if c := r.months[i].clause; c <= m.Clause && r.clauses[c].sentence == m.Sentence && m.Part == "" {
			m.Part = "月"
		}
	}
}

// partIn finds a word that makes a figure one of a part.
func (v *vocabulary) partIn(s []rune) string {
	for i := 0; i < len(s); i++ {
		if w, ok := v.notPart.at(s[i:]); ok {
			i += len(w.text) - 1
			continue
		}
		if w, ok := v.part.at(s[i:]); ok {
			return string(w.text)
		}
	}
	return ""
}
