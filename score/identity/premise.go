package identity

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/budgetmarks"
	"ziping/score/wording"
	"ziping/text/num"
)

// A sum that does not hold is an error of the form only where all of it is there: a
// text that was cut, a page that is missing, or a full mark that nobody printed make
// sums fail that held on paper. So each sum has premises, and one whose premise is not
// shown is not Disagree but Untestable, with the premise named.
//
// What shows that a list is whole is another sum over the same rows: the weights make
// the full mark, or the scores the total. Where the weights lack something and the scores
// do not agree, a row may be missing, whatever else is wrong. Such a row has at least no
// points, and no more than it weighs: scores that lack more than that are an error. A row of
// money that is missing lacks in every column, and keeps the promises that rows keep.

// Premise is what a sum takes for granted and nothing shows; "" where all is shown.
type Premise string

// The premises.
const (
	FullMarkPrinted Premise = "full-mark" // the full mark is printed
	ListWhole       Premise = "list"      // no row of the list is missing
	PartsWhole      Premise = "parts"     // no source of money is missing
	ColumnsWhole    Premise = "columns"   // no column of money is missing
	RateBase        Premise = "rate-base" // it is known which amount the rate is a share of
	BudgetOnce      Premise = "budget"    // it is known whether the budget's points stand in the list already
	ShownWhole      Premise = "shown"     // cells show all places of their numbers
	ReadSurely      Premise = "reading"   // the picture was read rightly
	CellsPlaced     Premise = "placed"    // cells that were put back stand where they belong
	RowsKnown       Premise = "rows"      // it is known which lines of the text are rows
	FiguresPlaced   Premise = "held"      // it is known of which rows all figures are
	GroupBounded    Premise = "group"     // it is known which rows stand under the level
	RowsOfList      Premise = "sums"      // no row of the list is the sum of others
	OneForm         Premise = "forms"     // all of it is of one form
	BlanksNothing   Premise = "blanks"    // a cell left empty adds nothing
	BesideKnown     Premise = "beside"    // it is known how marks beside the full mark count
	LastDigits      Premise = "rounded"   // amounts are exact to their last digits
	OneScale        Premise = "scale"     // scores are parts of the weights, not of a hundred each
)

// Say tells the premise in words.
func (p Premise) Say() extract.Text { return wording.Premise(string(p)) }

// withhold takes back the failing sums whose premises are not shown.
func withhold(r *normalize.Report, tested []Tested) {
	w := &premises{r: r, tested: tested}
	w.readings()
	deducted(w)
	lastDigits(w)
	w.marks()
	w.movedRows()
	movedGroups(w)
	w.scale()
	w.sources()
	w.columns()
}

// readings looks at what pictures gave. A figure that is doubtful may explain a sum that
// fails as well as an error of the form does (misread.go).
func (w *premises) readings() {
	for i := range w.tested {
		switch t := &w.tested[i]; {
		case !t.is(Disagree):
		case w.r.EndsInferred:
			t.unshown(OneForm)
		case w.r.RowsInferred:
			t.unshown(RowsKnown)
		case w.r.FiguresHeld && (t.Kind == Sum || ofMoney(t)): // they may be of this row, and its own another's
			t.unshown(FiguresPlaced)
		case w.misreadable(t):
			t.unshown(ReadSurely)
		case w.r.ShownRounded && byRounding(t):
			t.unshown(ShownWhole)
		}
	}
}

// byRounding reports an identity that may fail for rounding alone: a sum by no more than one
// in the last place shown of each of its figures, anything else by whatever it fails.
func byRounding(t *Tested) bool {
	places := min(t.Stated.Places(), t.Expected.Places())
	return t.Kind != Sum || t.lack().Abs().Cmp(num.New(int64(len(t.Parts)+1), places)) <= 0
}

// misreadable reports an identity that fails, it may be, because a doubtful figure of it
// was misread.
func (w *premises) misreadable(t *Tested) bool {
	paths := []normalize.Path{t.Result}
	for _, p := range t.Parts {
		paths = append(paths, p.Path)
	}
	doubted := func(k int) bool { return Misreadable(w.r, paths[k]) }
	if !slices.ContainsFunc(paths, func(p normalize.Path) bool { return Misreadable(w.r, p) }) {
		return false
	}
	prints := make([]Print, len(paths))
	for k, p := range paths {
		prints[k] = PrintAt(w.r, p)
	}
	return ByMisreading(&t.Identity, prints, doubted)
}

// Misreadable reports a field that a picture gave and that may say something else.
func Misreadable(r *normalize.Report, path normalize.Path) bool {
	f, _ := r.Field(path)
	return f != nil && f.Reading == normalize.Doubtful && f.Confidence != ""
}

// marks looks at the sums over the list of indicators.
func (w *premises) marks() {
	weights, scores := w.only("WGT-01"), w.only("SUM-01")
	for _, t := range []*Tested{weights, scores} {
		switch {
		case !t.is(Disagree):
		case budgetmarks.Count(w.r) > 1:
			t.unshown(OneForm)
		case budgetmarks.Twice(w.r), t == weights && unscoredBudget(w.r, t):
			t.unshown(BudgetOnce)
		case t == scores && slices.ContainsFunc(w.r.Indicators, func(x normalize.Indicator) bool { return x.BesideFull }):
			t.unshown(BesideKnown)
		}
	}
	if w.unweighed() {
		w.lacking(func(t *Tested) {
			if t.Check == "WGT-01" || t.Check == "WGT-02" {
				t.unshown(ListWhole)
			}
		})
	}
	w.lacking(w.emptyMarks)
	for _, t := range []*Tested{weights, scores} {
		if t.is(Disagree) {
			w.bareRows(t)
		}
	}
	if scores.is(Disagree) && scores.lack().Sign() > 0 && (!w.wholeByWeights(weights, scores) || !weights.is(Agree) && w.sumsAmong(scores)) {
		scores.unshown(ListWhole)
	}
	if weights.is(Disagree) && weights.lack().Sign() > 0 && !w.wholeByScores(scores) {
		weights.unshown(ListWhole)
	}
	for _, t := range failingGroups(w) {
		if w.unbounded(t) {
			t.unshown(GroupBounded)
		}
	}
	budgetInGroup(w)
	if weights.is(Agree) || w.wholeByScores(scores) {
		return
	}
	for _, t := range failingGroups(w) {
		if weights.is(Disagree) && weights.lack().Equal(t.lack()) { // the same row explains both
			continue
		}
		if t.lack().Sign() > 0 || !w.groupsMakeFullMark() || !w.secondsMakeFirst(t) {
			t.unshown(ListWhole)
		}
	}
}

// unbounded reports a group of which it is not known what stands in it: with a row among its
// rows that was not read, or one right above it or below that may have the points it lacks and
// stands under no level, or begins one without points: its label may be of the level below.
// How far a label reaches is not printed everywhere.
func (w *premises) unbounded(t *Tested) bool {
	first, ok := t.Parts[0].Path.Indicator()
	last, also := t.Parts[len(t.Parts)-1].Path.Indicator()
	if !ok || !also || w.r.UnreadWithin(first, last) {
		return ok && also
	}
	level := level1
	if t.Result.Column() == normalize.Level2 {
		level = level2
	}
	for _, i := range []int{first - 1, last + 1} {
		if i < 0 || i >= len(w.r.Indicators) {
			continue
		}
		if x := &w.r.Indicators[i]; (level(x).IsBlank() || i > last && level(x).Weight == "") && !x.Weight.IsBlank() && t.lack().Sign() > 0 {
			return true
		}
	}
	return false
}

// unweighed reports a list of which some rows have a weight, behind their names, and some
// have none that could be read: a column of weights has a place for each.
func (w *premises) unweighed() bool {
	with := func(x normalize.Indicator) bool { return x.Weight != nil }
	return slices.ContainsFunc(w.r.Indicators, with) && slices.ContainsFunc(w.r.Indicators, func(x normalize.Indicator) bool { return !with(x) })
}

// wholeByScores reports that the scores make the total, and would not without a row: one
// that got nothing leaves no trace, where others got nothing too.
func (w *premises) wholeByScores(scores *Tested) bool {
	if !scores.is(Agree) {
		return false
	}
	for i := range scores.Parts {
		n, printed := Number(w.r, scores.Parts[i].Path)
		if weight, ok := Number(w.r, besideMark(scores.Parts[i].Path)); printed && n.IsZero() && (!ok || weight.Sign() > 0) {
			return false
		}
	}
	return true
}

// wholeByWeights reports that the weights show that no row lacks which would explain
// the scores.
func (w *premises) wholeByWeights(weights, scores *Tested) bool {
	switch {
	case weights.is(Agree):
		return true
	case weights == nil || w.r.BeginsWithin():
		return false
	case weights.is(Disagree): // more than the full mark, or less than the scores lack of a total within it
		return weights.lack().Sign() < 0 || scores.lack().Cmp(weights.lack()) > 0 && scores.Stated.Cmp(weights.Stated) <= 0
	}
	return weights.Premise == FullMarkPrinted && weights.lack().Sign() < 0
}

// budgetInGroup takes back the points of a group that are more than its rows' by the budget's,
// where the points of all groups make the full mark without it: 产出指标(60分), 10 of them
// for the budget above the list.
func budgetInGroup(w *premises) {
	row := budgetmarks.Row(w.r)
	if row == nil {
		return
	}
	n, ok := row.Weight.Number()
	w.lacking(func(t *Tested) {
		if ok && t.Check == "WGT-02" && t.Result.Column() == normalize.Level1 && t.lack().Equal(n) && groupsPoints(w.r).Equal(fullMark) {
			t.unshown(BudgetOnce)
		}
	})
}

// unscoredBudget reports weights that are more than the full mark by just what stands as the
// budget's, which has no score: it may be no weight that counts, or no weight at all.
func unscoredBudget(r *normalize.Report, t *Tested) bool {
	row := budgetmarks.Row(r)
	if row == nil || !row.Score.IsBlank() {
		return false
	}
	n, ok := row.Weight.Number()
	return ok && t.lack().Neg().Equal(n)
}

// groupsMakeFullMark reports that the points printed with the first levels, and the
// budget's, make the full mark: no group is missing.
func (w *premises) groupsMakeFullMark() bool {
	sum := groupsPoints(w.r)
	if row := budgetmarks.Row(w.r); row != nil {
		if n, ok := row.Weight.Number(); ok {
			sum = sum.Add(n)
		}
	}
	return sum.Equal(fullMark)
}

// groupsPoints are the points printed with the first levels.
func groupsPoints(r *normalize.Report) (sum num.Decimal) {
	for i := range r.Indicators {
		sum = sum.Add(printed(r.Indicators[i].Level1, true).N)
	}
	return sum
}

// secondsMakeFirst reports, of the sum under a second level, that the points of all second
// levels beside it make those of the first level above them: none of them is missing, under
// which some of its rows would stand.
func (w *premises) secondsMakeFirst(t *Tested) bool {
	at, ok := t.Parts[0].Path.Indicator()
	if !ok || t.Result.Column() != normalize.Level2 {
		return true
	}
	list := w.r.Indicators
	points := func(f *normalize.Field) (num.Decimal, bool) {
		p := printed(f, true)
		return p.N, p.OK
	}
	for at > 0 {
		if _, first := points(list[at].Level1); first {
			break
		}
		at--
	}
	rest, ok := points(list[at].Level1)
	for i := at; i < len(list); i++ {
		if _, next := points(list[i].Level1); next && i > at {
			break
		}
		if n, has := points(list[i].Level2); has {
			rest = rest.Sub(n)
		}
	}
	return ok && rest.IsZero()
}

// sources looks at the sums over sources of money, all columns of a partition at
// once.
func (w *premises) sources() {
	for from := 0; from < len(w.tested); {
		to := from + 1
		if w.tested[from].Check == "FND-05" {
			for to < len(w.tested) && samePartition(&w.tested[from], &w.tested[to]) {
				to++
			}
			if w.oneSourceMore(w.tested[from:to]) {
				for i := from; i < to; i++ {
					if w.tested[i].is(Disagree) {
						w.tested[i].unshown(PartsWhole)
					}
				}
			}
		}
		from = to
	}
}

// samePartition reports two columns of one whole and its parts.
func samePartition(a, b *Tested) bool {
	if b.Check != a.Check || len(a.Parts) == 0 || len(b.Parts) == 0 {
		return false
	}
	x, _ := a.Result.Fund()
	y, _ := b.Result.Fund()
	p, _ := a.Parts[0].Path.Fund()
	q, _ := b.Parts[0].Path.Fund()
	return x == y && p == q && a.Result.Column() != b.Result.Column()
}

// oneSourceMore reports that one more row would explain what the columns lack: it
// lacks in several of them, nowhere does it take away, and it keeps what the rows of
// the form promise. A subtotal that was not filled in explains it better.
func (w *premises) oneSourceMore(columns []Tested) bool {
	if w.strangers(columns) || ofTwoKinds(columns) || oneTwice(w.r, columns) {
		return true
	}
	row := map[normalize.Column]num.Decimal{}
	lacking, money := 0, 0
	for i := range columns {
		t := &columns[i]
		if t.Outcome == Untestable {
			continue
		}
		money++
		lack := t.lack()
		if t.Outcome == Agree {
			lack = num.Decimal{}
		}
		if lack.Sign() < 0 && t.Result.Column() != normalize.Adjustment || t.is(Disagree) && (w.leavesMake(t) || w.wrongItself(t)) { // what is taken back is adjusted below nothing
			return false
		}
		if !lack.IsZero() {
			lacking++
		}
		row[t.Result.Column()] = lack
	}
	if lacking == 0 || lacking == 1 && money > 1 {
		return false
	}
	budget, printed := row[normalize.Budget]
	if !printed {
		return true
	}
	if budget.IsZero() {
		return false
	}
	if _, ok := row[normalize.Adjustment]; ok && !budget.Equal(row[normalize.Initial].Add(row[normalize.CarriedIn]).Add(row[normalize.Adjustment])) {
		return false
	}
	if balance, ok := row[normalize.Balance]; ok && !balance.Equal(budget.Sub(row[normalize.Executed])) {
		return false
	}
	return row[normalize.Executed].Cmp(budget) <= 0
}

// oneTwice reports a part that is what the parts have more than the whole, in each column in
// which they do, and in two at least: it may be of another part (其中:上年结转), and no
// source beside it.
func oneTwice(r *normalize.Report, columns []Tested) bool {
	for k := range columns[0].Parts {
		source, _ := columns[0].Parts[k].Path.Fund()
		more, other := 0, false
		for i := range columns {
			t := &columns[i]
			n, _ := Number(r, normalize.FundPath(source, t.Result.Column()))
			switch {
			case t.is(Disagree) && !t.Stated.IsZero() && t.lack().Neg().Equal(n):
				more++
			case t.is(Disagree), t.is(Agree) && !n.IsZero():
				other = true
			}
		}
		if more > 1 && !other {
			return true
		}
	}
	return false
}

// wrongItself reports a whole that its own row contradicts, too, and that would keep what
// the row promises if it were what its parts make: a source that is missing leaves that
// row in order. A row that fails by itself says nothing of the parts.
func (w *premises) wrongItself(sum *Tested) bool {
	for i := range w.tested {
		t := &w.tested[i]
		if !t.is(Disagree) || t.Check == "FND-05" || !strings.HasPrefix(t.Check, "FND-") || !t.Has(sum.Result) {
			continue
		}
		prints := []Print{PrintAt(w.r, t.Result)}
		for _, p := range t.Parts {
			prints = append(prints, PrintAt(w.r, p.Path))
		}
		for k := range prints {
			if k == 0 && t.Result == sum.Result || k > 0 && t.Parts[k-1].Path == sum.Result {
				prints[k] = Print{N: sum.Expected, OK: true}
			}
		}
		if (&Supposer{}).Suppose(&t.Identity, prints) == Agree {
			return true
		}
	}
	return false
}

// strangers reports a part whose label names no source that is known, and that no
// column shows to be one: it may be a row of something else.
func (w *premises) strangers(columns []Tested) bool {
	for k := range columns[0].Parts {
		source, _ := columns[0].Parts[k].Path.Fund()
		if source != unknownSource && !strings.HasPrefix(source, unknownSource+"_") {
			continue
		}
		shown := false
		for i := range columns {
			n, ok := Number(w.r, normalize.FundPath(source, columns[i].Result.Column()))
			shown = shown || columns[i].is(Agree) && ok && !n.IsZero()
		}
		if !shown {
			return true
		}
	}
	return false
}

// ofTwoKinds reports parts of which some say where the money came from and others what it was
// spent on: both may be the whole.
func ofTwoKinds(columns []Tested) bool {
	from, on := false, false
	for _, p := range columns[0].Parts {
		switch source, _ := p.Path.Fund(); source {
		case "basic", "project":
			on = true
		case "current_year", "central", "provincial", "municipal", "county", "local", "fiscal_subtotal", "general_budget":
			from = true
		}
	}
	return from && on
}

// unknownSource is what a source is called whose label is not known; a second one has
// a number behind it.
const unknownSource = "source"

// leavesMake reports that the whole is the sum of its parts where each part that is a
// sum itself stands for its own parts.
func (w *premises) leavesMake(t *Tested) bool {
	sum, deeper := num.Decimal{}, false
	c := t.Result.Column()
	for i := range t.Parts {
		source, _ := t.Parts[i].Path.Fund()
		row := w.r.Funds.Row(source)
		if row == nil || len(row.Parts) == 0 {
			n, _ := Number(w.r, t.Parts[i].Path)
			sum = sum.Add(n)
			continue
		}
		deeper = true
		for _, s := range row.Parts {
			n, _ := Number(w.r, normalize.FundPath(s, c))
			sum = sum.Add(n)
		}
	}
	return deeper && sum.Equal(t.Stated)
}

// columns looks at the sums of rows. A figure that a sum over sources bears out is
// right, and where that holds of all of a row, it is a column that lacks. A rate of
// the initial budget is one only where another row of the form shows it.
func (w *premises) columns() {
	// By cell: whether a sum over sources bears it out; false where one does not hold.
	borne := map[string]bool{}
	say := func(t *Tested, holds bool) {
		for _, p := range append([]Term{{Path: t.Result}}, t.Parts...) {
			if was, said := borne[p.Path.String()]; !said || was {
				borne[p.Path.String()] = holds
			}
		}
	}
	rates, another := false, false // rates are of the initial budget, one is of another amount
	for i := range w.tested {
		another = another || w.tested[i].is(Disagree) && w.tested[i].Check == "FND-03" && ofAnother(w.r, &w.tested[i])
	}
	for i := range w.tested {
		switch t := &w.tested[i]; {
		case t.Check == "FND-05" && t.is(Agree) && !t.Stated.IsZero():
			say(t, true)
		case t.Check == "FND-05" && (t.is(Disagree) || t.Premise != ""):
			say(t, false)
		case t.is(Agree) && w.ofInitial(t) && !t.Stated.Equal(fullMark):
			rates = true
		}
	}
	for i := range w.tested {
		t := &w.tested[i]
		switch {
		case !t.is(Disagree):
		case t.Check == "FND-01" && w.borneOut(t, borne), byOther(w.r, t):
			t.unshown(ColumnsWhole)
		case w.ofInitial(t) && !rates || ofAnother(w.r, t) || another && t.Check == "FND-03":
			t.unshown(RateBase)
		}
	}
}

// byOther reports that an amount of no key in a row is what the way to its budget fails by.
func byOther(r *normalize.Report, t *Tested) bool {
	source, _ := t.Result.Fund()
	return t.Check == "FND-01" && r.Funds.Row(source).HasAmount(func(n num.Decimal) bool { return n.Abs().Equal(t.lack().Abs()) })
}

func (w *premises) ofInitial(t *Tested) bool {
	return t.Check == "FND-03" && strings.HasSuffix(t.Parts[1].Path.String(), "."+string(normalize.Initial))
}

// borneOut reports that each figure of a row is, and that none of them is one of a
// sum that does not hold.
func (w *premises) borneOut(t *Tested, borne map[string]bool) bool {
	for _, p := range append([]Term{{Path: t.Result}}, t.Parts...) {
		holds, said := borne[p.Path.String()]
		n, printed := Number(w.r, p.Path)
		if said && !holds || !said && printed && !n.IsZero() {
			return false
		}
	}
	return true
}
