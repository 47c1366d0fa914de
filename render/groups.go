package render

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/score"
)

// Group is what one check says of one row: five sums of the row 合计 are told together.
type Group struct {
	Check    string
	Level    score.Level
	Row      extract.Ref // without the column
	Placed   bool        // there is a Row
	Findings []score.Finding
	Index    []int // of each finding, in the list that was grouped
}

// Groups puts findings of one check on one row together: errors first, then scoring, then
// notices; within a level checks in the order of the catalogue, those it does not know last.
// Every report for people tells findings in this order.
func Groups(all []score.Finding, catalog []score.Doc) []Group {
	var out []Group
	type key struct {
		check  string
		level  score.Level
		row    extract.Ref
		placed bool
	}
	at := map[key]int{}
	for n, f := range all {
		k := key{check: f.Check, level: f.Level}
		if f.At != nil {
			k.row, k.placed = f.At.Key(), true
			k.row.Col = 0
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			g := Group{Check: f.Check, Level: f.Level, Row: k.row, Placed: k.placed}
			if f.At != nil {
				g.Row.Page = f.At.Page
			}
			out = append(out, g)
		}
		out[i].Findings, out[i].Index = append(out[i].Findings, f), append(out[i].Index, n)
	}
	slices.SortStableFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(LevelRank(a.Level), LevelRank(b.Level)), cmp.Compare(rank(catalog, a.Check), rank(catalog, b.Check)))
	})
	return out
}

// Doubtful reports that all that the check of the first group found is undetermined.
func Doubtful(groups []Group) bool {
	for _, g := range groups {
		if g.Check != groups[0].Check || g.Level != groups[0].Level {
			break
		}
		if slices.ContainsFunc(g.Findings, func(f score.Finding) bool { return f.Verdict != score.Undetermined }) {
			return false
		}
	}
	return true
}

// LevelRank orders levels, the gravest first.
func LevelRank(l score.Level) int {
	return slices.Index([]score.Level{score.Error, score.Rule, score.Notice}, l)
}

func rank(catalog []score.Doc, check string) int {
	if i := slices.IndexFunc(catalog, func(d score.Doc) bool { return d.ID == check }); i >= 0 {
		return i
	}
	return len(catalog)
}

// CheckTitle is what a check is called, "" for one the catalogue does not know.
func CheckTitle(catalog []score.Doc, check string, lang extract.Lang) string {
	if i := rank(catalog, check); i < len(catalog) {
		return catalog[i].Title.In(lang)
	}
	return ""
}

// List is a form's findings with the numbers they have in every output: those of a file
// are counted through all its forms, in the order in which Groups tells them.
type List struct {
	Groups []Group
	number []int
}

// Lists are the findings of each form.
func (b *Bundle) Lists() []List {
	out := make([]List, len(b.Forms))
	next := 1
	for i := range b.Forms {
		all := b.Forms[i].Report.Findings
		out[i] = List{Groups: Groups(all, b.Catalog), number: make([]int, len(all))}
		for _, g := range out[i].Groups {
			for _, n := range g.Index {
				out[i].number[n] = next
				next++
			}
		}
	}
	return out
}

// Number is the number of a finding, by its index in the form's Findings.
func (l *List) Number(index int) int { return l.number[index] }

// Numbers are those of some findings, in order; an index that the form does not have is left out.
func (l *List) Numbers(indexes []int) []int {
	var out []int
	for _, i := range indexes {
		if i >= 0 && i < len(l.number) {
			out = append(out, l.number[i])
		}
	}
	slices.Sort(out)
	return out
}
