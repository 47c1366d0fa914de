package table

import (
	"cmp"
	"maps"
	"slices"

	"ziping/normalize/lexicon"
)

// Heading is a heading on its way to a column: the cell, the row of headings it
// stands in, and what it may mean.
type Heading struct {
	Item  *Item
	Level int
	May   []string // ids, the likeliest first
	Parts []string // columns that it stands over where they are there
	Sure  bool     // others that may mean the first of May give way
}

// Slot is the column that a heading makes under a meaning.
func (h *Heading) Slot(id string) Slot {
	return Slot{Col: h.Item.Col, Span: h.Item.Span, ID: id, Label: h.Item.Text, Level: h.Level}
}

// What it costs to take a heading for something it means less often. A heading that
// gives way altogether is a further column of no key (得分 | 得分), or stands over
// the columns of the row of headings below (指标值 under 年度指标值, whose width was
// lost).
const (
	costRank    = 1 // for each likelier meaning
	costOver    = 3
	costFurther = 4
)

// NoBudget is what it costs that no column is the budget: more than one meaning that is
// not the likeliest. 预算调整数 is what was adjusted, and the adjusted budget where
// nothing else is the budget.
const NoBudget = 2

// Columns gives every heading one meaning, so that none but Further and Over stands
// twice, as likely as can be, and of equals the one whose first headings keep what
// they mean most often. A meaning that is wanted and that no heading takes costs as
// much as wanted says.
func Columns(headings []Heading, wanted map[string]int) []string {
	may := make([][]choice, len(headings))
	contested := false
	first := map[string]bool{}
	beside := again(headings)
	for i := range headings {
		may[i] = headings[i].choices(headings)
		if beside[i] {
			may[i] = []choice{{lexicon.Further, 0}}
		}
		id := may[i][0].id
		contested = contested || first[id] && !repeats(id)
		first[id] = true
	}
	for id := range wanted {
		contested = contested || !first[id]
	}
	out := make([]string, len(headings))
	switch {
	case contested && len(headings) <= mostWeighed:
		return cheapest(may, wanted)
	case contested:
		return firstCome(may)
	}
	for i := range may { // as nearly always
		out[i] = may[i][0].id
	}
	return out
}

// again lists the headings that stand once more to the right, word for word, where two
// do so at least: these are the columns of another table beside this one (资金来源 |
// 预算数 | 执行数 | 支出类型 | 预算数 | 执行数).
func again(headings []Heading) map[int]bool {
	out := map[int]bool{}
	for i := range headings {
		h := &headings[i]
		if slices.ContainsFunc(headings[:i], func(o Heading) bool {
			return o.Level == h.Level && o.Item.Bare == h.Item.Bare && slices.Equal(o.May, h.May)
		}) {
			out[i] = true
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// mostWeighed bounds the headings whose meanings are weighed against each other; no
// form has half as many columns.
const mostWeighed = 40

// firstCome lets each heading take the likeliest meaning that is left.
func firstCome(may [][]choice) []string {
	taken := map[string]bool{}
	out := make([]string, len(may))
	for i, list := range may {
		for _, c := range list {
			if repeats(c.id) || !taken[c.id] {
				out[i], taken[c.id] = c.id, true
				break
			}
		}
	}
	return out
}

// Aside is what a heading means that is a label beside the columns: 绩效指标, merged
// down the side.
const Aside = "label"

func repeats(id string) bool { return id == lexicon.Further || id == lexicon.Over || id == Aside }

// choice is one meaning of a heading and its cost.
type choice struct {
	id   string
	cost int
}

// choices lists what a heading may mean among the others.
func (h *Heading) choices(all []Heading) []choice {
	below, part := false, false
	taken := "" // what a sure heading means
	covers := false
	for i := range all {
		o := &all[i]
		if o.Item == h.Item {
			continue
		}
		if o.Sure {
			taken = o.May[0]
		}
		below = below || o.Level > h.Level
		covers = covers || o.Level > h.Level && h.Item.Covers(o.Item.Col)
		part = part || slices.Contains(h.Parts, o.May[0])
	}
	var out []choice
	add := func(id string, cost int) {
		if !slices.ContainsFunc(out, func(c choice) bool { return c.id == id }) {
			out = append(out, choice{id, cost})
		}
	}
	if slices.Contains(h.May, lexicon.Over) && (covers || part) {
		return []choice{{lexicon.Over, 0}}
	}
	for rank, id := range h.May {
		if id == lexicon.Over && !below && len(h.May) > 1 { // over nothing
			continue
		}
		if id != taken || h.Sure {
			add(id, rank*costRank)
		}
	}
	if below {
		add(lexicon.Over, costOver)
	}
	if len(h.May) > 1 { // what may mean several things is the first to give way
		add(lexicon.Further, costFurther-1)
	}
	add(lexicon.Further, costFurther)
	return out
}

// cheapest is the assignment of least cost. It goes through the headings and keeps,
// for each set of meanings taken so far, the cheapest way to take them; the sets are
// few, for only meanings that two headings may have are told apart.
func cheapest(may [][]choice, wanted map[string]int) []string {
	bits := contestedBits(may, wanted)
	ways := map[uint64]way{0: {}}
	for _, list := range may {
		next := make(map[uint64]way, 2*len(ways))
		for _, taken := range fullest(ways) {
			w := ways[taken]
			for _, c := range list {
				bit := bits[c.id]
				if bit != 0 && taken&bit != 0 {
					continue
				}
				cost := w.cost + c.cost
				if old, ok := next[taken|bit]; !ok || cost < old.cost {
					next[taken|bit] = way{cost, append(slices.Clone(w.ids), c.id)}
				}
			}
		}
		ways = next
	}
	best, least := []string(nil), Infinite
	for _, taken := range fullest(ways) {
		w := ways[taken]
		for id, cost := range wanted {
			if taken&bits[id] == 0 {
				w.cost += cost
			}
		}
		if w.cost < least {
			best, least = w.ids, w.cost
		}
	}
	return best
}

// way is the cheapest way to give some headings their meanings.
type way struct {
	cost int
	ids  []string
}

// fullest orders sets of meanings: those that took more come first, so that of ways
// that cost the same the one counts whose first headings took theirs.
func fullest(ways map[uint64]way) []uint64 {
	keys := slices.Collect(maps.Keys(ways))
	slices.SortFunc(keys, func(a, b uint64) int { return cmp.Compare(b, a) })
	return keys
}

// contestedBits numbers the meanings that more than one heading may have, and those
// that are wanted; only these need to be remembered.
func contestedBits(may [][]choice, wanted map[string]int) map[string]uint64 {
	count := map[string]int{}
	bits := map[string]uint64{}
	for _, list := range may {
		for _, c := range list {
			count[c.id]++
			_, want := wanted[c.id]
			if (count[c.id] > 1 || want) && bits[c.id] == 0 && !repeats(c.id) {
				bits[c.id] = 1 << len(bits)
			}
		}
	}
	return bits
}
