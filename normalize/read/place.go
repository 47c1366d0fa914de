package read

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/normalize/lexicon"
)

// placer reads the lines of one form into a Report, block by block.
type placer struct {
	lex    *lexicon.Lexicon
	lines  []*line
	rep    *normalize.Report
	family *family.Family

	blocks []block // where each block of the form lies, for the layout

	fundPoints *normalize.Field // marks printed with the money block: 预算执行情况(20分)
	organised  organised
	captioned  bool   // the year stands in a line of its own
	note       string // label of the note that numbered lines go on with
	split      splitState
	pairs      *line // the latest row of money printed in pairs
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
	remarkBlock    blockKind = "remarks"
)

// place reads the lines of one form. held are cells that no line claims for
// certain; they end up unplaced.
func place(lines, held []*line, lex *lexicon.Lexicon) *placer {
	p := &placer{lex: lex, lines: lines, rep: &normalize.Report{Unplaced: []normalize.Unplaced{}}}
	title, sort := p.title()
	if sort == otherForm {
		return p.refuse(title)
	}
	seen := headings(lines)
	if p.family = family.Classify(title, seen); p.family != nil {
		id := p.family.ID
		p.rep.Family = &id
	}
	for i := 0; i < len(p.lines); {
		i = p.next(i)
	}
	if sort == noTitle && p.family == nil && !p.says() {
		if other := family.OtherBySigns(seen); other != nil {
			return p.refuse(other.Name.ZH)
		}
		if p.onlyTargets() {
			return p.refuse("绩效目标表")
		}
	}
	p.wovenMoves()
	p.lines = append(p.lines[:len(p.lines):len(p.lines)], held...)
	p.finish()
	return p
}

// refuse leaves of a form that is no self-evaluation its title and what it is.
func (p *placer) refuse(what string) *placer {
	p.rep = &normalize.Report{Title: p.rep.Title, Refusal: what, Unplaced: []normalize.Unplaced{}}
	p.blocks = nil
	return p
}

// says reports that the form tells of anything done: an actual value, a score,
// money spent.
func (p *placer) says() bool {
	for i := range p.rep.Indicators {
		if x := &p.rep.Indicators[i]; x.Actual != nil || x.Score != nil {
			return true
		}
	}
	if p.rep.Funds != nil {
		for i := range p.rep.Funds.Rows {
			if r := &p.rep.Funds.Rows[i]; r.Executed != nil || r.Score != nil || r.ExecutionRate != nil {
				return true
			}
		}
	}
	for i := range p.rep.Goals {
		if p.rep.Goals[i].Actual != nil {
			return true
		}
	}
	return p.rep.Total != nil
}

// onlyTargets reports a list of indicators with targets.
func (p *placer) onlyTargets() bool {
	for i := range p.rep.Indicators {
		if p.rep.Indicators[i].Target != nil {
			return true
		}
	}
	return false
}

// next reads the block or row that starts at line i and returns the line after it.
func (p *placer) next(i int) int {
	l := p.lines[i]
	if l.first() == nil {
		return i + 1
	}
	if end := p.turnedFunds(i); end > i {
		return end
	}
	switch l.heads(p.lex) {
	case sideHead:
		return p.sideFunds(i)
	case fundHead:
		if i+1 < len(p.lines) && p.lines[i+1].table == l.table && p.lines[i+1].heads(p.lex) == sideHead {
			return p.sideFunds(i)
		}
		return p.funds(i)
	case indicatorHead:
		return p.indicators(i)
	case goalHead:
		return p.goals(i)
	}
	switch {
	case p.fundPairs(l):
	case len(l.items) == 1 && len(p.lex.Block[l.items[0].bare]) > 0 && i+1 < len(p.lines) && p.startsBlock(i+1): // the block's label in a row of its own
		l.items[0].claimed, l.items[0].role = true, normalize.RoleLabel
		p.moneyUnitFrom(&l.items[0])
	case p.headsRemarks(l):
		return p.remarks(i)
	case (l.loose || len(l.items) == 1) && p.caption(l), !l.loose && p.foot(l), p.head(l), p.caption(l):
	}
	return i + 1
}

// startsBlock reports that line i heads a block, so that the one before it ends.
func (p *placer) startsBlock(i int) bool {
	l := p.lines[i]
	return l.heads(p.lex) != nothingHead
}

// headings are the texts of a form that speak for a family, bare.
func headings(lines []*line) map[string]bool {
	signs := family.Signs()
	seen := make(map[string]bool, 32)
	for _, l := range lines {
		for i := range l.items {
			if b := l.items[i].bare; signs[b] {
				seen[b] = true
			}
		}
	}
	return seen
}

// finish lists what nobody claimed.
func (p *placer) finish() {
	for _, l := range p.lines {
		for i := range l.items {
			if it := &l.items[i]; !it.claimed {
				p.rep.Unplaced = append(p.rep.Unplaced, normalize.Unplaced{Text: it.text, At: it.at})
			}
		}
	}
	if p.rep.Funds != nil && len(p.rep.Funds.Rows) == 0 {
		p.rep.Funds = nil // headings and no row
	}
	if p.rep.Funds != nil {
		sumStructure(p.rep, p.split)
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
	i := strings.IndexAny(s, ":：")
	if i <= 0 {
		return kv, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return [2]string{strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:])}, true
}
