package pipeline

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	fields "ziping/normalize/value"
	"ziping/score"
	"ziping/score/identity"
	"ziping/text/blank"
	"ziping/text/numerals"
)

// What a form lacks that every form of its kind has. A text that was cut, or a page
// that is gone, leaves a form that reads well and is not all there; whoever converts
// a folder must hear of it.

// lacks lists what is missing of the reports, as warnings.
func lacks(doc *extract.Document, reports []score.Report, lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	for i := range reports {
		r := &reports[i].Report
		if r.Refusal != "" {
			continue
		}
		for _, l := range lackingParts(r, i > 0 || headed(doc), endsBelow(r, doc), leftUnread(r, doc)) {
			msg := l.say
			if name := nameOf(r); name != "" {
				msg = extract.Text{ZH: "“" + name + "”：" + msg.ZH, EN: "“" + name + "”: " + msg.EN}
			}
			out = append(out, extract.Warning{Code: l.code, Message: msg.In(lang), At: l.at})
		}
	}
	return out
}

func nameOf(r *normalize.Report) string {
	if r.Title == nil {
		return ""
	}
	return r.Title.Text
}

// lack is one thing that is missing, and where the form ends before it.
type lack struct {
	code string
	say  extract.Text
	at   *extract.Ref
}

// lackingParts lists what a report lacks. headed says that words stand above its table,
// closed that something stands below its list, left where something in it was not read.
func lackingParts(r *normalize.Report, headed, closed bool, left *extract.Ref) (out []lack) {
	last := len(r.Indicators) - 1
	form := family.Of(r.Family)
	switch {
	case last < 0 && (form == nil || !form.NoList):
		return []lack{{extract.WarnCutOff, extract.Text{
			ZH: "没有指标表，可能被截断",
			EN: "it has no list of indicators, and may be cut off",
		}, nil}}
	case last < 0:
		return nil
	}
	x := &r.Indicators[last]
	lacking := unshown(r)
	short := lacking[identity.ListWhole] // rows that are missing leave the sums so
	switch at := placeOf(x); {
	case torn(r):
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标表最后一行不完整，可能在此截断",
			EN: "the last row of the list is not whole; it may be cut off there",
		}, at})
	case short && !closed:
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标表的分数合不到表中所填的总数，其后也没有内容，可能缺行或被截断",
			EN: "the marks of the list come short of the total that is printed and nothing follows it; rows may be missing",
		}, at})
	case short && figuresLeft(r) > 1:
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "指标表的分数合不到表中所填的总数，另有数字不知属于哪一行",
			EN: "the marks of the list come short of the total that is printed, and figures are left that belong to no row",
		}, at})
	case !scored(r) && !totalled(r) && !closed && !satisfied(r):
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标表到最后也没有满意度指标，其后也没有内容，可能被截断",
			EN: "the list ends without indicators of satisfaction and nothing follows it; it may be cut off",
		}, at})
	case scored(r) && !totalled(r) && !((form == nil || form.NoTotal) && weighsFull(r)):
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标有得分，其后没有总分行，可能被截断",
			EN: "the indicators have scores and no total follows; it may be cut off",
		}, at})
	}
	if left != nil && len(out) == 0 {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "表中有内容不知属于哪个字段",
			EN: "something in the form belongs to no field",
		}, left})
	}
	if r.RowsInferred && (lacking[identity.RowsKnown] || mostMoved(r)) {
		out = append(out, lack{extract.WarnTornRows, extract.Text{
			ZH: "表内关系不成立，或多数行与表头错开，被拆开的行可能没有接对",
			EN: "sums do not hold, or most rows stand off their headings; rows that were torn may have been put together wrongly",
		}, nil})
	}
	if k := max(r.TornRow(), r.MovedPart()); r.RowsInferred && k >= 0 {
		out = append(out, lack{extract.WarnTornRows, extract.Text{
			ZH: "指标表有的行像是一行中的一部分，行可能没有分对",
			EN: "a row of the list looks like a part of one; its rows may be parted wrongly",
		}, placeOf(&r.Indicators[k])})
	}
	if at := laterHalf(r.Goals); at != nil {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "年度目标从第二点起才有，前面的可能归到了别处",
			EN: "the yearly goals begin with their second point; what stands before may have gone elsewhere",
		}, at})
	}
	if lacking[identity.RowsOfList] {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "指标表有的行只有名称和分数，可能是其下各行的小计，未能判定",
			EN: "rows of the list have a name and marks alone; whether they are sums of those below is not known",
		}, nil})
	}
	if unlabelled(r.Indicators) || lacking[identity.GroupBounded] && r.PointsDivideElsewhere() {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "指标级别与指标表的行可能没有对上",
			EN: "which levels of indicators go with which rows of the list is not known",
		}, placeOf(&r.Indicators[0])})
	}
	if lacking[identity.CellsPlaced] || weightLost(r) {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "指标表有的行错位，归位后关系仍不成立，或有得分而没有分值，可能没有归对",
			EN: "rows of the list were moved under their headings and sums still do not hold, or a score has no weight; they may be moved wrongly",
		}, placeOf(&r.Indicators[0])})
	}
	if r.EndsInferred {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "与相邻的表之间没有标题，从哪一行起是另一张表未能确定",
			EN: "no title stands between it and the form beside it; with which row the other begins is not known",
		}, nil})
	} else if lacking[identity.OneForm] {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "有两处预算执行得分，可能是两张表的内容连在一起",
			EN: "the budget has marks twice; parts of two forms may have been joined",
		}, nil})
	}
	if marksTogether(r) {
		out = append(out, lack{extract.WarnNotUnderstood, extract.Text{
			ZH: "一列里写了两种分数（分值/得分），没有读作分值和得分",
			EN: "a column holds two kinds of marks (分值/得分), which were read as neither",
		}, nil})
	}
	if answersUnread(r) {
		out = append(out, noAnswers(placeOf(&r.Indicators[0])))
	}
	if marksUnread(r) {
		out = append(out, noMarks(placeOf(&r.Indicators[0])))
	}
	if moneyUnread(r) {
		out = append(out, noMoney())
	}
	if !headed && !titled(r) && r.Funds == nil && r.Project == nil && r.Organisation == nil {
		out = append(out, lack{extract.WarnFragment, extract.Text{
			ZH: "没有标题、单位、项目和资金情况，可能只是表的后半部分",
			EN: "it has no title, organisation, project or money; it may be the latter part of a form",
		}, placeOf(&r.Indicators[0])})
	}
	return out
}

// titled reports a form with its title above its list: one below is of another form, which
// the text ends before.
func titled(r *normalize.Report) bool {
	if r.Title == nil {
		return false
	}
	list, at := placeOf(&r.Indicators[0]), r.Title.At
	return list == nil || at == nil || at.IsLine() || list.IsLine() || above(at, r)
}

// above reports a cell that stands above the list.
func above(at *extract.Ref, r *normalize.Report) bool {
	list := placeOf(&r.Indicators[0])
	if at == nil || list == nil || at.IsLine() || list.IsLine() {
		return false
	}
	return at.Table < list.Table || at.Table == list.Table && at.Row < list.Row
}

// unshown are the premises for want of which sums of a form are no errors.
func unshown(r *normalize.Report) map[identity.Premise]bool {
	out := map[identity.Premise]bool{}
	for _, t := range identity.Of(r) {
		if t.Outcome == identity.Untestable {
			out[t.Premise] = true
		}
	}
	return out
}

// leftUnread is the place of the first text in the form's own tables, or between its title
// and them, that no field claims; nil for none. It may be an amount, a mark, or the other
// half of a value that a line end cut, whatever else was read. What stands around the
// form need not be of it. Where the text has no tables the form reaches from its title to
// the last line that says something. Where a page ends within them, what stands loose at the
// break is half of a row, unless it stands elsewhere, too, as a watermark does. Where the file itself says which cells there are no
// cell is half of another, and words that no field claims are a remark.
func leftUnread(r *normalize.Report, doc *extract.Document) *extract.Ref {
	if len(r.Unplaced) == 0 { // as nearly always
		return nil
	}
	tables := map[int]bool{}
	first, last := -1, -1 // of its tables, of its lines
	for _, f := range r.Fields() {
		switch at := f.Field.At; {
		case at == nil || !f.Path.InTable() && f.Path != normalize.TotalWeightPath && f.Path != normalize.TotalScorePath:
		case at.IsLine():
			last = max(last, at.Line)
		default:
			tables[at.Table] = true
			if first < 0 || at.Table < first {
				first = at.Table
			}
		}
	}
	titled := r.Title != nil && r.Title.At != nil && r.Title.At.IsLine()
	for i := range r.Unplaced {
		switch at := &r.Unplaced[i].At; {
		case !at.IsLine():
			if tables[at.Table] && (!saysCells(doc) || numerals.HasDigit(r.Unplaced[i].Text)) {
				return at
			}
		case cutByPage(doc, at.Line, tables):
			return at
		case !titled || at.Line <= r.Title.At.Line:
		case first >= 0 && doc.Lines[at.Line].Before == first, at.Line < last:
			return at
		}
	}
	return nil
}

// cutByPage reports a line that stands at the end of a page between two of some tables.
func cutByPage(doc *extract.Document, line int, tables map[int]bool) bool {
	l := &doc.Lines[line]
	if l.Page == 0 || !tables[l.Before-1] || !tables[l.Before] {
		return false
	}
	above, below := doc.Tables[l.Before-1].Cells, doc.Tables[l.Before].Cells
	if above[len(above)-1].Page != l.Page || below[0].Page <= l.Page {
		return false
	}
	for i := range doc.Lines {
		if i != line && doc.Lines[i].Text == l.Text {
			return false
		}
	}
	return true
}

// unlabelled reports a list whose first row has no label of a level that rows behind it
// have: an empty place goes on from above, and above the first there is nothing.
func unlabelled(list []normalize.Indicator) bool {
	return list[0].Level1.IsBlank() && slices.ContainsFunc(list, func(x normalize.Indicator) bool { return !x.Level1.IsBlank() })
}

// laterHalf is the place of a text that begins the goals, or what became of them, with a later
// point than the first; nil where none does.
func laterHalf(goals []normalize.Goal) *extract.Ref {
	for _, of := range []func(*normalize.Goal) *normalize.Field{
		func(g *normalize.Goal) *normalize.Field { return g.Expected },
		func(g *normalize.Goal) *normalize.Field { return g.Actual },
	} {
		k := slices.IndexFunc(goals, func(g normalize.Goal) bool { return !of(&g).IsBlank() })
		if k >= 0 && numerals.Number(blank.Fold(of(&goals[k]).Text)) > 1 {
			return of(&goals[k]).At
		}
	}
	return nil
}

// marksTogether reports a further column whose heading names two columns of marks:
// 分值/得分 over 20/19.5.
func marksTogether(r *normalize.Report) bool {
	lex := lexicon.Default()
	both := func(list []normalize.Labelled) bool {
		return slices.ContainsFunc(list, func(x normalize.Labelled) bool {
			one, two, ok := strings.Cut(lexicon.Bare(x.Label), "/")
			return ok && !x.Field.IsBlank() && lex.IndicatorColumn[one] == string(normalize.Weight) && lex.IndicatorColumn[two] == string(normalize.Score)
		})
	}
	if r.Funds != nil && slices.ContainsFunc(r.Funds.Rows, func(f normalize.FundRow) bool { return both(f.Other) }) {
		return true
	}
	return slices.ContainsFunc(r.Indicators, func(x normalize.Indicator) bool { return both(x.Other) })
}

// saysCells reports a kind of file that says itself where a cell begins and ends.
func saysCells(doc *extract.Document) bool { return doc.Source.ReadBy("xlsxin", "docxin", "htmlin") }

// mostMoved reports a list most rows of which had to be moved: where rows are inferred it is
// the heading that was put together wrongly.
func mostMoved(r *normalize.Report) bool {
	moved := 0
	for _, m := range r.Moves {
		if _, ok := m.Field.Indicator(); ok {
			moved++
		}
	}
	return moved*2 > len(r.Indicators)
}

// weightLost reports a row that was moved and has a score without a weight, where others have
// weights: it was not left blank in the form.
func weightLost(r *normalize.Report) bool {
	weighed := func(x normalize.Indicator) bool { return !x.Weight.IsBlank() }
	return slices.ContainsFunc(r.Indicators, weighed) && slices.ContainsFunc(r.Moves, func(m normalize.Move) bool {
		n, ok := m.Field.Indicator()
		return ok && !weighed(r.Indicators[n]) && !r.Indicators[n].Score.IsBlank()
	})
}

// figuresLeft counts the figures that no field claims.
func figuresLeft(r *normalize.Report) (n int) {
	for i := range r.Unplaced {
		if fields.IsFigure(r.Unplaced[i].Text) {
			n++
		}
	}
	return n
}

// endsBelow reports a form of which something stands below its list: a total, a label of
// the foot, whatever it says, a note. What was cut off in the list has lost that too.
func endsBelow(r *normalize.Report, doc *extract.Document) bool {
	if len(r.Indicators) == 0 {
		return true
	}
	last := placeOf(&r.Indicators[len(r.Indicators)-1])
	if last == nil || last.Table < 0 || last.Table >= len(doc.Tables) {
		return true
	}
	lex := lexicon.Default()
	for _, c := range doc.Tables[last.Table].Cells {
		if b := lexicon.Bare(c.Text); c.Row > last.Row && (lex.Foot[b] != "" || lex.Head[b] != "") {
			return true
		}
	}
	for _, f := range r.Fields() {
		at := f.Field.At
		switch {
		case at == nil || f.Path.InTable() || table.IsTemplateRow(f.Field.Text, lex):
		case at.Table == last.Table && at.Row > last.Row, at.Table > last.Table:
			return true
		case at.Table < 0 && at.Line < len(doc.Lines) && doc.Lines[at.Line].Before > last.Table:
			return true
		}
	}
	return false
}

// satisfied reports a list with the part that forms end in.
func satisfied(r *normalize.Report) bool {
	part := lexicon.Default().Words.Satisfaction
	return slices.ContainsFunc(r.Indicators, func(x normalize.Indicator) bool {
		return x.Level1 != nil && strings.Contains(x.Level1.Value, part) || x.Level2 != nil && strings.Contains(x.Level2.Value, part) || x.Name != nil && strings.Contains(x.Name.Value, part)
	})
}

// headed reports a document with words above its first table.
func headed(doc *extract.Document) bool { return len(doc.Lines) > 0 && doc.Lines[0].Before == 0 }

// weighsFull reports a list whose weights make the full mark: all of it is there, and
// the form has no row for the total.
func weighsFull(r *normalize.Report) bool {
	return slices.ContainsFunc(identity.Of(r), func(t identity.Tested) bool { return t.Check == "WGT-01" && t.Outcome == identity.Agree })
}

func placeOf(x *normalize.Indicator) *extract.Ref {
	for _, f := range []*normalize.Field{x.Name, x.Target, x.Actual, x.Weight, x.Score} {
		if f != nil && f.At != nil {
			return f.At
		}
	}
	return nil
}

// scored reports a list most of whose rows have scores.
func scored(r *normalize.Report) bool {
	n := 0
	for i := range r.Indicators {
		if !r.Indicators[i].Score.IsBlank() {
			n++
		}
	}
	return 2*n > len(r.Indicators)
}

func totalled(r *normalize.Report) bool {
	return r.Total != nil && (!r.Total.Score.IsBlank() || !r.Total.Weight.IsBlank()) || r.Grade != nil && !above(r.Grade.At, r)
}

// torn reports a last row without marks where all rows before it have theirs, and
// nothing behind it.
func torn(r *normalize.Report) bool {
	marks := func(x *normalize.Indicator) int {
		n := 0
		for _, f := range []*normalize.Field{x.Weight, x.Score} {
			if !f.IsBlank() {
				n++
			}
		}
		return n
	}
	last := len(r.Indicators) - 1
	if last < 1 || totalled(r) {
		return false
	}
	most := 0
	for i := range r.Indicators[:last] {
		most = max(most, marks(&r.Indicators[i]))
	}
	return marks(&r.Indicators[last]) < most
}
