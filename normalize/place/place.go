// Package place reads the lines of one form into a draft, block by block: the
// title, the head, the money, the goals, the list of indicators, the foot, and
// what stands around the table.
//
//	d := place.Fill(lines, held, lex)
//	d.Report // typed records; d.Report.Refusal says that it is another kind of form
//	d.Blocks // where each block lies, for the drawing
//
// There is a reader for each block, all working on the same draft; placer asks
// of each line whose it is.
package place

import (
	"slices"
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/normalize/caption"
	"ziping/normalize/draft"
	"ziping/normalize/family"
	"ziping/normalize/funds"
	"ziping/normalize/goals"
	"ziping/normalize/lexicon"
	"ziping/normalize/listhead"
	"ziping/normalize/table"
	"ziping/normalize/tasks"
)

// placer reads the lines of one form into a Report, block by block.
type placer struct {
	*draft.Draft
	captions caption.Reader
	heads    headPlacer
	funds    funds.Reader
	goals    goals.Reader
	list     listPlacer
	foots    footPlacer
}

func newPlacer(d *draft.Draft) *placer {
	p := &placer{Draft: d, captions: caption.Reader{Draft: d}, heads: headPlacer{d}, funds: funds.Reader{Draft: d}, foots: footPlacer{Draft: d}}
	p.goals = goals.Reader{Draft: d, StartsFoot: p.foots.startsFoot}
	p.list = listPlacer{Draft: d, foot: &p.foots}
	return p
}

// Fill reads the lines of one form. held are cells that no line claims for
// certain; they end up unplaced.
func Fill(lines, held []*table.Line, lex *lexicon.Lexicon) *draft.Draft {
	p := newPlacer(draft.New(lines, lex))
	title, sort := caption.Title(p.Draft)
	if sort == table.OtherForm && !ownMarks(lines, lex) {
		return p.refuse(title)
	}
	seen := signsIn(lines)
	form := family.Classify(title, seen)
	if form != nil {
		id := form.ID
		p.Report.Family = &id
	}
	p.list.family = form
	p.captions.Between()
	for i := 0; i < len(p.Lines); {
		i = p.next(i)
	}
	if sort == table.NoTitle && form == nil && !p.says() {
		if other := family.OtherBySigns(seen); other != nil {
			return p.refuse(other.Name.ZH)
		}
		if p.onlyTargets() {
			return p.refuse(p.Lex.Words.Labels.OnlyTargets)
		}
	}
	caption.TitleByPlace(p.Draft)
	wovenMoves(p.Draft)
	p.Lines = append(p.Lines[:len(p.Lines):len(p.Lines)], held...)
	p.Report.FiguresHeld = slices.ContainsFunc(held, (*table.Line).HasFigure)
	p.finish()
	return p.Draft
}

// refuse leaves of a form that is no self-evaluation its title and what it is.
func (p *placer) refuse(what string) *draft.Draft {
	p.Report = &normalize.Report{Title: p.Report.Title, Refusal: what, Unplaced: []normalize.Unplaced{}}
	p.Blocks = nil
	return p.Draft
}

// says reports that the form tells of anything done: an actual value, a score,
// money spent.
func (p *placer) says() bool {
	for i := range p.Report.Indicators {
		if x := &p.Report.Indicators[i]; x.Actual != nil || x.Score != nil {
			return true
		}
	}
	if p.Report.Funds != nil {
		for i := range p.Report.Funds.Rows {
			if r := &p.Report.Funds.Rows[i]; r.Executed != nil || r.Score != nil || r.ExecutionRate != nil {
				return true
			}
		}
	}
	for i := range p.Report.Goals {
		if p.Report.Goals[i].Actual != nil {
			return true
		}
	}
	return p.Report.Total != nil
}

// onlyTargets reports a list of indicators with targets.
func (p *placer) onlyTargets() bool {
	for i := range p.Report.Indicators {
		if p.Report.Indicators[i].Target != nil {
			return true
		}
	}
	return false
}

// next reads the block or row that starts at line i and returns the line after it.
func (p *placer) next(i int) int {
	l := p.Lines[i]
	if l.First() == nil {
		return i + 1
	}
	if p.funds.Repeated(l) || numbersColumns(p.Draft, i) {
		return i + 1
	}
	if next := tasks.Read(p.Draft, i); next > i {
		return next
	}
	switch l.Heads {
	case table.SideHead:
		return p.funds.Across(i)
	case table.FundHead:
		if i+1 < len(p.Lines) && p.Lines[i+1].Table == l.Table && p.Lines[i+1].Heads == table.SideHead {
			return p.funds.Across(i)
		}
		if p.funds.HeadsPairs(i) {
			return i + 1
		}
		return p.funds.Rows(i)
	case table.IndicatorHead:
		return p.list.indicators(i)
	case table.RemarkHead:
		return tasks.Remarks(p.Draft, i)
	}
	if next := p.goals.Read(i); next > i {
		return next
	}
	if next := funds.Told(&p.funds, i); next > i {
		return next
	}
	if next := funds.Band(&p.funds, i); next > i {
		return next
	}
	if listhead.Groups(p.Draft, i) {
		return i + 1
	}
	p.heads.printedBeside(l)
	switch {
	case p.captions.Page(l), p.goals.Told(l):
	case p.funds.Pairs(l):
		if l.First() != nil { // 项目名称 | 修路 | 支出金额 | 3104
			p.heads.head(l)
		}
	case len(l.Items) == 1 && len(p.Lex.Block[l.Items[0].Bare]) > 0 && i+1 < len(p.Lines) && p.StartsBlock(i+1): // the block's label in a row of its own
		l.Items[0].Claimed, l.Items[0].Role = true, normalize.RoleLabel
		p.UnitFrom(&l.Items[0])
	case (l.Loose || len(l.Items) == 1) && p.captions.Read(l), !l.Loose && p.foots.foot(l), p.heads.head(l), p.captions.Read(l):
	case p.belowList(l) && takeRemark(p.Draft, l, p.foots.slots, true):
	case caption.AboveTitle(p.Draft, i):
	}
	return i + 1
}

// belowList reports a row of the table of the list, below the list.
func (p *placer) belowList(l *table.Line) bool {
	n := len(p.Blocks)
	return n > 0 && p.Blocks[n-1].Kind == table.IndicatorBlock && p.Lines[p.Blocks[n-1].Body].Table == l.Table
}

// numbersColumns takes the numbers of the columns above the headings of a block, with the
// block's label beside them: 资金执行情况(万元) | 列次 | 1 | 2 | 3. They are no money.
func numbersColumns(d *draft.Draft, i int) bool {
	l := d.Lines[i]
	items := l.Items
	if len(d.Lex.Block[items[0].Bare]) > 0 {
		items = items[1:]
	}
	if len(items) < 3 || !d.Lex.Words.Numbering.Has(items[0].Bare) || i+1 >= len(d.Lines) || d.Lines[i+1].Heads == table.NoHead {
		return false
	}
	for k := range items[1:] {
		if items[k+1].Folded != strconv.Itoa(k+1) && items[k+1].Folded != strconv.Itoa(k) {
			return false
		}
	}
	for k := range l.Items {
		it := &l.Items[k]
		it.Claimed, it.Role = true, normalize.RoleHeading
		d.UnitFrom(it)
	}
	return true
}

// signsIn are the texts of a form that speak for a family, bare.
func signsIn(lines []*table.Line) map[string]bool {
	signs := family.Signs()
	seen := make(map[string]bool, 32)
	for _, l := range lines {
		for i := range l.Items {
			if b := l.Items[i].Bare; signs[b] {
				seen[b] = true
			}
		}
	}
	return seen
}

// ownMarks reports a column of marks that whoever fills the form in gives themselves (单位自评分),
// whatever the form is called.
func ownMarks(lines []*table.Line, lex *lexicon.Lexicon) bool {
	for _, l := range lines {
		for i := range l.Items {
			if b := l.Items[i].Bare; l.Heads == table.IndicatorHead && lex.IndicatorColumn[b] == "score" && strings.Contains(b, lex.Words.SelfEvaluation) {
				return true
			}
		}
	}
	return false
}

// finish lists what nobody claimed.
func (p *placer) finish() {
	for _, l := range p.Lines {
		for i := range l.Items {
			if it := &l.Items[i]; !it.Claimed {
				p.Report.Unplaced = append(p.Report.Unplaced, normalize.Unplaced{Text: it.Text, At: it.At})
			}
		}
	}
	p.Report.FiguresHeld = p.Report.FiguresHeld || p.figuresLeft()
	p.funds.Close()
	p.UnitFromValues()
	p.UnitFromLabels()
}

// figuresLeft reports figures in a row of a block that no field claims, several of them or
// the one of a row of which nothing is: it was not read, and the sums over it lack what it holds.
func (p *placer) figuresLeft() bool {
	for k := range p.Blocks {
		b := &p.Blocks[k]
		for i := b.Body; i < min(b.End, len(p.Lines)); i++ {
			left, claimed := 0, len(p.Lines[i].Items) < 3
			for k := range p.Lines[i].Items {
				it := &p.Lines[i].Items[k]
				if claimed = claimed || it.Claimed; !it.Claimed && it.Figure().IsFigure() {
					left++
				}
			}
			if left > 1 || left == 1 && !claimed {
				return true
			}
		}
		if b.Kind == table.IndicatorBlock && b.Body < len(p.Lines) && p.Lines[b.Body].Woven && p.marksLeft(b.Body) {
			return true
		}
	}
	return false
}

// marksLeft reports marks that no field claims from line i on, of a list made of a stream: of
// such a row of totals it is not known which of its figures are of which columns.
func (p *placer) marksLeft(i int) bool {
	return slices.ContainsFunc(p.Lines[i:], func(l *table.Line) bool {
		return slices.ContainsFunc(l.Items, func(it table.Item) bool { return !it.Claimed && it.Figure().IsFigure() && it.Kind(p.Lex).Mark })
	})
}
