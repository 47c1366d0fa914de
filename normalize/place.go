package normalize

import (
	"strings"

	"ziping/extract"
	"ziping/normalize/family"
	"ziping/normalize/lexicon"
)

// placer reads the lines of one form into a Report, block by block.
type placer struct {
	lex    *lexicon.Lexicon
	lines  []*line
	rep    *Report
	family *family.Family

	blocks []block // where each block of the form lies, for the layout

	fundPoints *Field // marks printed with the money block: 预算执行情况(20分)
	organised  string // kind of organisation taken so far: organisation_1 beats organisation_2
	split      splitState
	levels     levelState
	slots      []slot // columns of the latest list of indicators
}

// block is a run of lines of one kind: heading rows, then body rows.
type block struct {
	kind       blockKind
	head, body int // first heading line, first body line
	end        int // after the last body line
	slots      []slot
}

type blockKind string

const (
	fundBlock      blockKind = "funds"
	goalBlock      blockKind = "goals"
	indicatorBlock blockKind = "indicators"
)

// place reads the lines of one form. held are cells that no line claims for
// certain; they end up unplaced.
func place(lines, held []*line, lex *lexicon.Lexicon) *placer {
	p := &placer{lex: lex, lines: lines, rep: &Report{Unplaced: []Unplaced{}}}
	p.family = classify(lines)
	if p.family != nil {
		id := p.family.ID
		p.rep.Family = &id
	}
	p.title()
	if p.rep.Refusal != "" {
		return p
	}
	for i := 0; i < len(p.lines); {
		i = p.next(i)
	}
	p.wovenMoves()
	p.lines = append(p.lines[:len(p.lines):len(p.lines)], held...)
	p.finish()
	return p
}

// next reads the block or row that starts at line i and returns the line after it.
func (p *placer) next(i int) int {
	l := p.lines[i]
	switch {
	case l.first() == nil:
	case fundsHeader(l, p.lex):
		return p.funds(i)
	case indicatorHeader(l, p.lex):
		return p.indicators(i)
	case goalsHeader(l, p.lex):
		return p.goals(i)
	case p.labelAbove(i):
	case (l.loose || len(l.items) == 1) && p.caption(l), !l.loose && p.foot(l), p.head(l), p.caption(l):
	}
	return i + 1
}

// labelAbove takes the label of the money block that stands alone in the row
// above its headings: 项目资金(万元).
func (p *placer) labelAbove(i int) bool {
	l := p.lines[i]
	if len(l.items) != 1 || i+1 >= len(p.lines) || !fundsHeader(p.lines[i+1], p.lex) {
		return false
	}
	it := &l.items[0]
	if ids := p.lex.Block[it.bare]; len(ids) == 0 || ids[0] != "funds" {
		return false
	}
	it.claimed, it.role = true, RoleLabel
	p.moneyUnitFrom(it)
	return true
}

// startsBlock reports that line i heads a block, so that the one before it ends.
func (p *placer) startsBlock(i int) bool {
	l := p.lines[i]
	return fundsHeader(l, p.lex) || indicatorHeader(l, p.lex) || goalsHeader(l, p.lex)
}

// classify finds the family from all headings of the form.
func classify(lines []*line) *family.Family {
	seen := make(map[string]bool, 64)
	title := ""
	for _, l := range lines {
		for i := range l.items {
			if b := l.items[i].bare; b != "" && len(b) <= 90 {
				seen[b] = true
			}
		}
		if title == "" && len(l.items) == 1 && sortOfTitle(l.items[0].text) == selfEvaluation {
			title = lexicon.Title(l.items[0].text)
		}
	}
	return family.Classify(title, seen)
}

// title takes the title, its repetitions, and the year that stands in it or
// alone under it.
func (p *placer) title() {
	for i, l := range p.lines {
		if len(l.items) != 1 {
			continue
		}
		it := &l.items[0]
		sort := sortOfTitle(it.text)
		if sort == noTitle {
			continue
		}
		if p.rep.Title == nil {
			text := titleText(it.text)
			p.rep.Title = &Field{Text: text, Value: text, State: Parsed, Reading: Read, At: ref(it)}
			if sort == otherForm {
				p.rep.Refusal = lexicon.Title(it.text)
			}
		} else if sort == otherForm || lexicon.Title(it.text) != lexicon.Title(p.rep.Title.Text) || p.anyBlockBefore(i) {
			continue
		}
		it.claimed, it.role, it.path = true, RoleTitle, "title"
		p.yearFrom(it)
	}
}

// titleText is a title without the heading marks of the page it was copied from.
func titleText(s string) string { return strings.TrimSpace(strings.TrimLeft(s, "#* ")) }

func (p *placer) anyBlockBefore(i int) bool {
	for j := range i {
		if p.startsBlock(j) {
			return true
		}
	}
	return false
}

// caption takes a line around the table: (2023年度), 单位:万元, 填报日期:….
func (p *placer) caption(l *line) bool {
	done := false
	for i := range l.items {
		it := &l.items[i]
		if it.claimed || len(it.text) > 300 {
			continue
		}
		s := lexicon.Fold(it.text)
		switch {
		case isYearCaption(s):
			if p.rep.Year == nil || p.rep.Year.Text == it.text {
				p.yearFrom(it)
				it.claimed, it.role = true, RoleCaption
				done = true
			}
		case strings.HasPrefix(s, "注:") || strings.HasPrefix(s, "备注:") || strings.HasPrefix(s, "说明:"):
			label, value, _ := strings.Cut(it.text, ":")
			if v, ok := cutColon(it.text); ok {
				label, value = v[0], v[1]
			}
			p.other(label, it, value)
			it.role = RoleNote
			done = true
		default:
			done = p.labelledLine(it) || done
		}
	}
	return done
}

// labelledLine takes 单位名称:云溪县文物服务中心    填报日期:2023年6月24日.
func (p *placer) labelledLine(it *item) bool {
	type pair struct{ label, value string }
	var pairs []pair
	known := false
	for _, part := range splitWide(it.text) {
		kv, ok := cutColon(part)
		if !ok {
			return false
		}
		_, isHead := p.lex.Head[lexicon.Bare(kv[0])]
		known = known || isHead
		pairs = append(pairs, pair{kv[0], kv[1]})
	}
	if !known {
		return false
	}
	for _, kv := range pairs {
		p.labelled(kv.label, it, kv.value)
	}
	it.claimed, it.role = true, RoleCaption
	return true
}

// finish lists what nobody claimed.
func (p *placer) finish() {
	for _, l := range p.lines {
		for i := range l.items {
			if it := &l.items[i]; !it.claimed {
				p.rep.Unplaced = append(p.rep.Unplaced, Unplaced{Text: it.text, At: it.at})
			}
		}
	}
	if p.rep.Funds != nil {
		sumStructure(p.rep.Funds, p.split)
		readRates(p.rep.Funds)
	}
	p.moneyUnitFromValues()
}

// ref is a copy of an item's place.
func ref(it *item) *extract.Ref {
	r := it.at
	return &r
}

// cutColon splits label:value at the first colon of either width.
func cutColon(s string) (kv [2]string, ok bool) {
	i := strings.IndexAny(s, ":\uff1a")
	if i <= 0 {
		return kv, false
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(s[i:], ":"), "\uff1a")
	return [2]string{strings.TrimSpace(s[:i]), strings.TrimSpace(rest)}, true
}

// splitWide splits at two or more blanks or a full-width blank.
func splitWide(s string) []string {
	s = strings.ReplaceAll(s, "\u3000", "  ")
	s = strings.ReplaceAll(s, "\u00a0", " ")
	var out []string
	for _, part := range strings.Split(s, "  ") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
