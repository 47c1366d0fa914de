package cross

import (
	"cmp"
	"fmt"
)

// copiedTexts tells of narratives that are another form's.
func (r *run) copiedTexts() error {
	const check = "CRS-05"
	for range len(r.texts) - len(r.copies) {
		r.agree(check)
	}
	for _, c := range r.copies {
		e, err := r.get(c.form)
		if err != nil {
			return err
		}
		from, err := r.get(c.from)
		if err != nil {
			return err
		}
		share := c.common * 100 / hashes
		own := e.Facts.Organisation == from.Facts.Organisation
		zh := fmt.Sprintf("完成情况的文字与另一份表约 %d%% 相同", share)
		en := fmt.Sprintf("what is told of the results is about %d%% the same as in another form", share)
		if own {
			zh, en = zh+"（同一单位）", en+" of the same organisation"
		} else {
			zh, en = zh+"（"+from.Facts.Organisation+"）", en+" ("+from.Facts.Organisation+")"
		}
		told := label("results", r.lang)
		r.tell(check, e, side{e.Facts.Told, told}, from, side{from.Facts.Told, told},
			zh+fmt.Sprintf("。前提：不足 %d 字的不比，同一份表的两个副本不比；空格和标点不计", shortest),
			en+fmt.Sprintf(". Taken for granted: texts under %d characters and two copies of one form are not compared; blanks and marks do not count", shortest))
	}
	return nil
}

// The least that a habit shows in.
const (
	leastReasons = 4 // shortfalls
	leastMatters = 3 // different indicators
	leastForms   = 2 // with reasons
	leastFull    = 3 // forms with full marks
)

// organisations looks at what an organisation always says.
func (r *run) organisations() error {
	forms := r.sorted(func(*form) bool { return true }, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.year, b.year))
	})
	return groups(forms, func(f *form) uint64 { return f.organisation }, func(group []form) error {
		if len(group) < leastForms {
			return nil
		}
		var why reasons
		var full marks
		type matter struct {
			subject uint64
			year    int16
		}
		seen := map[matter]bool{}
		for _, f := range group {
			if m := (matter{f.subject, f.year}); seen[m] {
				continue // another copy
			} else {
				seen[m] = true
			}
			e, err := r.get(f.index)
			if err != nil {
				return err
			}
			why.add(e)
			full.add(e)
		}
		why.tell(r)
		full.tell(r)
		return nil
	})
}

// reasons are those that an organisation gives for points that it lost.
type reasons struct {
	n, forms    int
	differ      bool
	matters     map[string]bool
	first, last struct {
		entry *Entry
		x     *Indicator
	}
}

func (y *reasons) add(e *Entry) {
	given := false
	for i := range e.Facts.Indicators {
		x := &e.Facts.Indicators[i]
		if x.Reason == nil {
			continue
		}
		given = true
		if y.n++; y.n == 1 {
			y.matters = map[string]bool{}
			y.first.entry, y.first.x = e, x
		}
		y.differ = y.differ || squeeze(x.Reason.Text) != squeeze(y.first.x.Reason.Text)
		y.matters[x.Name] = true
		y.last.entry, y.last.x = e, x
	}
	if given {
		y.forms++
	}
}

func (y *reasons) tell(r *run) {
	const check = "CRS-06"
	switch {
	case y.n < leastReasons || y.forms < leastForms:
		return
	case y.differ || len(y.matters) < leastMatters:
		r.agree(check)
		return
	}
	cite := func(e *Entry, x *Indicator) (*Entry, side) {
		return e, side{x.Reason, "“" + x.Name + "”·" + label("reason", r.lang)}
	}
	here, at := cite(y.last.entry, y.last.x)
	there, other := cite(y.first.entry, y.first.x)
	reason := beginning(y.first.x.Reason.Text)
	r.tell(check, here, at, there, other,
		fmt.Sprintf("%d 份表中 %d 处扣分写的都是同一个原因：“%s”。前提：单位名称相同，未说明原因的不计", y.forms, y.n, reason),
		fmt.Sprintf("%d shortfalls in %d forms all have one reason: “%s”. Taken for granted: the name of the organisation is the same, shortfalls without a reason do not count", y.n, y.forms, reason))
}

// marks are the totals of an organisation.
type marks struct {
	n           int
	lost        bool
	first, last *Entry
}

func (m *marks) add(e *Entry) {
	total, ok := e.Facts.Total.number()
	full, known := (&Amount{Text: e.Facts.Full}).number()
	if !ok || !known {
		return
	}
	m.n++
	m.lost = m.lost || !total.Equal(full)
	if m.last = e; m.first == nil {
		m.first = e
	}
}

func (m *marks) tell(r *run) {
	const check = "CRS-07"
	switch {
	case m.n < leastFull:
		return
	case m.lost:
		r.agree(check)
		return
	}
	total := label("total", r.lang)
	r.tell(check, m.last, side{m.last.Facts.Total, total}, m.first, side{m.first.Facts.Total, total},
		fmt.Sprintf("%d 份表的总分全是满分。前提：单位名称相同，总分和满分都已读出，同一份表的副本不重复计算", m.n),
		fmt.Sprintf("all %d forms have full marks. Taken for granted: the name of the organisation is the same, total and full mark were read, copies of a form count once", m.n))
}
