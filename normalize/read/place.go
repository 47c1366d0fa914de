package read

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// placer reads the lines of one form into a Report, block by block.
type placer struct {
	*draft
	captions captionPlacer
	heads    headPlacer
	funds    fundReader
	goals    goalPlacer
	list     listPlacer
	foots    footPlacer
	remarks  remarkPlacer
}

func newPlacer(d *draft) *placer {
	p := &placer{draft: d, captions: captionPlacer{draft: d}, heads: headPlacer{d}, funds: fundReader{draft: d}, foots: footPlacer{draft: d}, remarks: remarkPlacer{d}}
	p.goals = goalPlacer{d, &p.foots}
	p.list = listPlacer{draft: d, foot: &p.foots}
	return p
}

// place reads the lines of one form. held are cells that no line claims for
// certain; they end up unplaced.
func place(lines, held []*line, lex *lexicon.Lexicon) *draft {
	p := newPlacer(newDraft(lines, lex))
	title, sort := title(p.draft)
	if sort == otherForm {
		return p.refuse(title)
	}
	seen := headings(lines)
	form := family.Classify(title, seen)
	if form != nil {
		id := form.ID
		p.rep.Family = &id
	}
	p.list.family = form
	for i := 0; i < len(p.lines); {
		i = p.next(i)
	}
	if sort == noTitle && form == nil && !p.says() {
		if other := family.OtherBySigns(seen); other != nil {
			return p.refuse(other.Name.ZH)
		}
		if p.onlyTargets() {
			return p.refuse("绩效目标表")
		}
	}
	wovenMoves(p.draft)
	p.lines = append(p.lines[:len(p.lines):len(p.lines)], held...)
	p.finish()
	return p.draft
}

// refuse leaves of a form that is no self-evaluation its title and what it is.
func (p *placer) refuse(what string) *draft {
	p.rep = &normalize.Report{Title: p.rep.Title, Refusal: what, Unplaced: []normalize.Unplaced{}}
	p.blocks = nil
	return p.draft
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
	if end := p.funds.turnedFunds(i); end > i {
		return end
	}
	switch l.heads {
	case sideHead:
		return p.funds.sideFunds(i)
	case fundHead:
		if i+1 < len(p.lines) && p.lines[i+1].table == l.table && p.lines[i+1].heads == sideHead {
			return p.funds.sideFunds(i)
		}
		return p.funds.funds(i)
	case indicatorHead:
		return p.list.indicators(i)
	case goalHead:
		return p.goals.goals(i)
	}
	switch {
	case p.funds.fundPairs(l):
	case len(l.items) == 1 && len(p.lex.Block[l.items[0].bare]) > 0 && i+1 < len(p.lines) && p.startsBlock(i+1): // the block's label in a row of its own
		l.items[0].claimed, l.items[0].role = true, normalize.RoleLabel
		p.moneyUnitFrom(&l.items[0])
	case p.remarks.headsRemarks(l):
		return p.remarks.remarks(i)
	case (l.loose || len(l.items) == 1) && p.captions.caption(l), !l.loose && p.foots.foot(l), p.heads.head(l), p.captions.caption(l):
	}
	return i + 1
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
	p.funds.close()
	p.moneyUnitFromValues()
}

// cutColon splits label:value at the first colon of either width.
func cutColon(s string) (kv [2]string, ok bool) {
	i := strings.IndexAny(s, ":：")
	if i <= 0 {
		return kv, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return [2]string{blank.Trim(s[:i]), blank.Trim(s[i+size:])}, true
}
