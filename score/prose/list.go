package prose

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
	if c.figures == 1 && m.Clause > 0 && r.clauses[m.Clause-1].sentence == m.Sentence && r.clauses[m.Clause-1].figures == 0 && r.clauses[m.Clause-1].depth <= c.depth {
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
