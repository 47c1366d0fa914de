package normalize

import (
	"strings"
	"unicode/utf8"

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
)

// place reads the lines of one form. held are cells that no line claims for
// certain; they end up unplaced.
func place(lines, held []*line, lex *lexicon.Lexicon) *placer {
	p := &placer{lex: lex, lines: lines, rep: &Report{Unplaced: []Unplaced{}}}
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
	p.rep = &Report{Title: p.rep.Title, Refusal: what, Unplaced: []Unplaced{}}
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
		l.items[0].claimed, l.items[0].role = true, RoleLabel
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

// headings are all short texts of a form, bare.
func headings(lines []*line) map[string]bool {
	seen := make(map[string]bool, 64)
	for _, l := range lines {
		for i := range l.items {
			if b := l.items[i].bare; b != "" && len(b) <= 90 {
				seen[b] = true
			}
		}
	}
	return seen
}

// title takes the title: the last one above the first block, which is the
// nearest to the table; a page often has a title of its own before it. Without
// any there, the first title anywhere.
func (p *placer) title() (name string, sort titleSort) {
	best := -1
	block := false
	for i, l := range p.lines {
		s := l.title()
		switch {
		case s == noTitle:
			block = block || l.heads(p.lex) != nothingHead
		case best < 0, !block && (s != reportTitle || sort == reportTitle):
			best, sort = i, s
		}
	}
	if best < 0 {
		return "", noTitle
	}
	name = lexicon.Title(p.lines[best].items[0].text)
	p.yearFrom(&p.lines[best].items[0])
	block = false
	for _, l := range p.lines {
		s := l.title()
		if s == noTitle {
			if block = block || l.heads(p.lex) != nothingHead; block && p.rep.Title != nil {
				return name, sort
			}
			continue
		}
		it := &l.items[0]
		switch {
		case lexicon.Title(it.text) != name:
			if s != otherForm && !block { // the page's
				p.other("标题", it, it.text)
				it.role = RoleTitle
			}
			continue
		case p.rep.Title == nil:
			text := titleText(it.text)
			p.rep.Title = &Field{Text: text, Value: text, State: Parsed, Reading: Read, At: ref(it)}
		}
		it.claimed, it.role, it.path = true, RoleTitle, "title"
		p.yearFrom(it)
	}
	return name, sort
}

// titleText is a title without the heading marks of the page it was copied from.
func titleText(s string) string { return strings.TrimSpace(strings.TrimLeft(s, "#* ")) }

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
			if p.yearCaption(it) {
				it.claimed, it.role = true, RoleCaption
				done = true
			}
		case isFormNumber(s):
			p.other("表号", it, it.text)
			it.role = RoleCaption
			done = true
		case isNote(it.text):
			kv, _ := cutColon(it.text)
			p.note = kv[0]
			p.other(kv[0], it, kv[1])
			it.role = RoleNote
			done = true
		case p.note != "" && len(p.blocks) > 0 && isNumbered(s):
			p.other(p.note, it, it.text)
			it.role = RoleNote
			done = true
		default:
			done = p.labelledLine(it) || done
		}
	}
	return done
}

// yearCaption takes a line that holds a year and nothing else. It is the form's
// year also where the title has another.
func (p *placer) yearCaption(it *item) bool {
	y := yearIn(lexicon.Fold(it.text))
	old := p.rep.Year
	if old != nil && p.captioned {
		return old.Value == y
	}
	p.captioned = true
	p.rep.Year = &Field{Text: it.text, Value: y, State: Parsed, Reading: Read, At: ref(it)}
	it.path = "year"
	return true
}

// isFormNumber reports the number of a form in its corner: 附件1, 附表2:, 公开14表.
func isFormNumber(s string) bool {
	s = strings.Trim(s, ":()[]【】")
	for _, w := range []string{"附件", "附表", "公开", "附", "表"} {
		if rest, ok := strings.CutPrefix(s, w); ok && len(rest) <= 12 {
			return strings.Trim(rest, "0123456789-.表一二三四五六七八九十之") == ""
		}
	}
	return false
}

// isNote reports a remark under the form: 注:1.定量指标…, 备注:….
func isNote(text string) bool {
	kv, ok := cutColon(text)
	if !ok {
		return false
	}
	switch lexicon.Fold(kv[0]) {
	case "注", "备注", "说明", "附注", "填表说明", "填报说明":
		return true
	}
	return false
}

// isNumbered reports a line that goes on with a list: 2.…, 3、…, (4)…, ⑤….
func isNumbered(s string) bool {
	s = strings.TrimPrefix(s, "(")
	n, rest, ok := cutInt(s)
	if !ok {
		r, _ := utf8.DecodeRuneInString(s)
		return r >= '①' && r <= '⑳'
	}
	return n < 100 && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ")"))
}

// labelledLine takes 单位名称:云溪县文物服务中心    填报日期:2023年6月24日. A label
// begins at the start, behind a wide blank, or where a known one stands.
func (p *placer) labelledLine(it *item) bool {
	type pair struct {
		label      string
		from, next int // the value in it.text
	}
	var pairs []pair
	known, wide := false, true
	text := it.text
	for at := 0; at < len(text); {
		size := blankAt(text, at)
		if size > 0 {
			wide = wide || size > 1
			at += size
			continue
		}
		end := at
		for end < len(text) && blankAt(text, end) == 0 {
			end++
		}
		if i := strings.IndexAny(text[at:end], ":\uff1a"); i > 0 {
			label := text[at : at+i]
			_, isHead := p.lex.Head[lexicon.Bare(label)]
			if isHead || wide {
				_, colon := utf8.DecodeRuneInString(text[at+i:])
				if n := len(pairs); n > 0 {
					pairs[n-1].next = at
				}
				pairs = append(pairs, pair{label, at + i + colon, len(text)})
				known = known || isHead
			}
		}
		if len(pairs) == 0 {
			return false
		}
		at, wide = end, false
	}
	if !known {
		return false
	}
	for _, kv := range pairs {
		if value := strings.Trim(text[kv.from:kv.next], blanks); value != "" {
			p.labelled(kv.label, it, value)
		} else if id := p.lex.Head[lexicon.Bare(kv.label)]; id != "grade" && id != "total_score" {
			p.rep.Other = append(p.rep.Other, Labelled{Label: kv.label, Field: &Field{State: Blank}})
		}
	}
	it.claimed, it.role = true, RoleCaption
	return true
}

const blanks = " \t\u00a0\u3000"

// blankAt is the number of bytes of white space at a place; a full-width blank counts as wide.
func blankAt(s string, at int) int {
	n := 0
	for at+n < len(s) {
		r, size := utf8.DecodeRuneInString(s[at+n:])
		if !strings.ContainsRune(blanks, r) {
			break
		}
		n += size
	}
	return n
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
	i := strings.IndexAny(s, ":：")
	if i <= 0 {
		return kv, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return [2]string{strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:])}, true
}
