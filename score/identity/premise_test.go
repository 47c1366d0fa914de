package identity

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
)

// The mark of a row in tests of premises: weight and score.
func rowsOf(t *testing.T, list, budget, total string) *normalize.Report {
	t.Helper()
	field := func(s string) *normalize.Field {
		if s == "-" {
			return nil
		}
		return cell(s)
	}
	r := &normalize.Report{}
	for _, row := range strings.Fields(list) {
		p := strings.Split(row, "/")
		x := normalize.Indicator{Weight: field(p[0]), Score: field(p[1])}
		if len(p) > 2 {
			x.Level1 = &normalize.Field{Value: p[2], Weight: p[2], State: normalize.Parsed}
		} else if n := len(r.Indicators); n > 0 && r.Indicators[n-1].Level1 != nil {
			x.Level1 = &normalize.Field{Value: r.Indicators[n-1].Level1.Value, State: normalize.Parsed}
		}
		r.Indicators = append(r.Indicators, x)
	}
	if w, s, ok := strings.Cut(budget, "/"); ok {
		r.Funds = &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Weight: field(w), Score: field(s)}}}
	}
	if w, s, ok := strings.Cut(total, "/"); ok {
		r.Total = &normalize.Total{Weight: field(w), Score: field(s)}
	}
	return r
}

// outcomes are the checks that disagree, and those whose premise is not shown.
func outcomes(r *normalize.Report) string {
	var out []string
	for _, x := range Of(r) {
		switch {
		case x.Outcome == Disagree:
			out = append(out, x.Check)
		case x.Premise != "":
			out = append(out, x.Check+"?"+string(x.Premise))
		}
	}
	return strings.Join(out, " ")
}

func TestPremisesOfMarks(t *testing.T) {
	for _, tt := range []struct{ name, list, budget, total, want string }{
		{"sound", "50/50 40/38", "10/10", "100/98", ""},
		{"a full mark that is not printed is no operand", "50/50 40/38", "", "-/88", "WGT-01?full-mark"},
		{"a cut list without its total", "50/50 20/20", "10/10", "", "WGT-01?full-mark"},
		{"a row is missing: both sums lack", "50/50", "10/10", "100/98", "WGT-01?list SUM-01?list"},
		{"the head is missing, scores blank", "90/90", "", "100/", "WGT-01?list"},
		{"the weights show the list whole", "50/50 40/30", "10/10", "100/98", "SUM-01"},
		{"the scores show the list whole", "50/50 30/28", "10/10", "100/88", "WGT-01"},
		{"more than the full mark lacks no row", "70/70 20/20 10/10", "10/10", "100/100", "WGT-01 SUM-01"},
		{"the scores lack more than the weights", "50/50 35/5", "10/10", "100/98", "WGT-01?list SUM-01"},
		{"a total beyond the full mark has more beside it", "50/50 35/5", "10/10", "100/101", "WGT-01?list SUM-01?list"},
		{"scores too many, weights too few", "50/50 30/30", "10/10", "100/88", "WGT-01?list SUM-01"},
		{"a row that got nothing leaves no trace in the scores", "50/50 30/0", "10/10", "100/60", "WGT-01?list"},
		{"a group of which such a row may be missing", "30/30/50 30/0/40", "10/10", "100/40", "WGT-01?list WGT-02?list WGT-02?list"},
		{"nothing of no weight is no such row", "50/50 30/30 0/0", "10/10", "100/90", "WGT-01"},
		{"weights not printed make the full mark", "50/50 40/30", "10/10", "-/98", "SUM-01"},
		{"no weights: less may be a row that is missing", "-/50 -/30", "", "-/98", "SUM-01?list"},
		{"no weights: more cannot", "-/50 -/50", "", "-/98", "SUM-01"},
		{"a group that is open", "12/12/50 12/12", "", "", "WGT-01?full-mark WGT-02?list"},
		{"a group, and the list is whole", "30/30/50 60/60/40", "10/10", "100/100", "WGT-02 WGT-02"},
		{"a weight: group and list", "60/60/50 40/40/40", "10/10", "100/", "WGT-01 WGT-02"},
		{"all groups are there, one holds too much", "60/60/50 40/40/40", "10/10", "", "WGT-01?full-mark WGT-02"},
		{"points that are right of other rows", "20/20/30 10/10/60 20/20 40/40", "10/10", "100/100", "WGT-02?group WGT-02?group"},
		{"from a row above the first label on", "10/10 20/20/30 20/20 40/40/60", "10/10", "100/100", "WGT-02?group WGT-02?group"},
		{"of other rows, to the last but one", "10/10/20 30/30/60 10/10 30/30 10/10", "10/10", "100/100", "WGT-02 WGT-02"},
		{"more by the budget's, which has no score", "60/60 40/40", "80.47/", "100/100", "WGT-01?budget"},
		{"more by another figure", "60/60 50/40", "80.47/", "100/100", "WGT-01"},
		{"more by the budget's, which has one", "60/60 40/40", "10/9", "100/109", "WGT-01"},
		{"a row above a label may be of its group", "20/20 30/30/50 40/40/40", "10/10", "100/100", "WGT-02?group"},
		{"a group with too much needs no further row", "20/20 60/60/50 10/10/10", "10/10", "100/100", "WGT-02"},
		{"an empty score may be what the total has more", "50/50 30/30 10/_", "10/10", "100/98", "SUM-01?blanks"},
		{"an empty score, and a row that is missing", "50/50 30/30 4/_", "10/10", "100/100", "WGT-01?list SUM-01?blanks"},
		{"both are no more than their weights, but for marks beside them", "50/50 30/30 4/_", "10/10", "100/101", "WGT-01?list SUM-01?list"},
		{"an empty score is no more than its weight", "50/50 30/30 10/_", "10/5", "100/98", "SUM-01"},
		{"the budget's empty score", "50/50 40/40", "10/_", "100/98", "SUM-01?blanks"},
		{"an empty weight may be what the full mark has more", "50/50 30/30 _/10", "10/10", "100/100", "WGT-01?blanks"},
		{"an empty weight is no less than its score", "50/50 35/35 _/10", "10/3", "100/98", "WGT-01"},
		{"an empty weight without a score", "50/50 30/30 _/_", "10/10", "100/90", "WGT-01"},
		{"scores out of a hundred each", "40/100 30/100 30/95", "", "100/", "SCR-01?scale SCR-01?scale SCR-01?scale"},
		{"half of the scores beyond their weights", "20/100 20/100 20/95 20/20 10/10 10/10", "", "100/", "SCR-01 SCR-01 SCR-01"},
		{"a score below nothing, the weights make the full mark", "90/80 10/-1", "", "100/", "SCR-01"},
		{"a score below nothing beside the full mark", "100/98 6/-1", "", "100/97", "WGT-01?beside SCR-01?beside"},
		{"the same, and another weight is wrong", "90/88 6/-1", "", "100/", "WGT-01?list SCR-01?beside"},
		{"a score below nothing, no full mark", "90/88 6/-1", "", "", "WGT-01?full-mark SCR-01?beside"},
		{"two beyond their weights", "60/100 40/95", "", "100/", "SCR-01 SCR-01"},
		{"thirds", "16.67/16.67 16.67/16.67 16.67/16.67 50/50", "", "100/100", "WGT-01?rounded"},
		{"more than thirds", "16.68/16.68 16.67/16.67 16.67/16.67 50/50", "", "100/100", "WGT-01"},
		{"thirds of one place", "33.3/33.3 33.3/33.3 33.3/33.3", "", "100/99.9", "WGT-01?rounded"},
		{"halves", "33.5/33.5 33.5/33.5 33.5/33.5", "", "100/100.5", "WGT-01"},
		{"a group whose heading is missing", "50/50/50 30/30", "10/10", "", "WGT-01?full-mark WGT-02?list"},
	} {
		if got := outcomes(rowsOf(t, tt.list, tt.budget, tt.total)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFiguresHeld: where figures are left of no row, no sum that fails is an error, and
// nothing that rows of money promise; marks of the list beyond their bounds have all that
// they need.
func TestFiguresHeld(t *testing.T) {
	r := rowsOf(t, "70/70 40/45", "", "100/98")
	r.Funds = money(t, "", "budget executed execution_rate\ntotal(central,local) 100 90 95\ncentral 60 50 83.33\nlocal 30 20 66.67").Funds
	if got, want := outcomes(r), "FND-03 FND-05 FND-05 WGT-01 SCR-01 SUM-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.FiguresHeld = true
	if got, want := outcomes(r), "FND-03?held FND-05?held FND-05?held WGT-01?held SCR-01 SUM-01?held"; got != want {
		t.Errorf("figures held back: got %q, want %q", got, want)
	}
}

// TestOneForm: where the budget has marks twice, two forms were joined, and neither total is
// that of all rows.
func TestOneForm(t *testing.T) {
	r := rowsOf(t, "50/50 40/40 60/60 30/30", "10/10", "100/100")
	if got, want := outcomes(r), "WGT-01 SUM-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Funds.Rows = append(r.Funds.Rows, normalize.FundRow{Source: "total_2", Weight: cell("10"), Score: cell("9")})
	if got, want := outcomes(r), "WGT-01?forms SUM-01?forms"; got != want {
		t.Errorf("marks twice: got %q, want %q", got, want)
	}
	r.Funds.Rows[1].Source = "central" // printed again on a part
	if got, want := outcomes(r), "WGT-01 SUM-01"; got != want {
		t.Errorf("marks of a part: got %q, want %q", got, want)
	}
}

// TestEndsInferred: rows of the form beside it may be read with it, or its own with that one.
func TestEndsInferred(t *testing.T) {
	r := rowsOf(t, "50/50 40/40 20/30", "", "100/100")
	if got, want := outcomes(r), "WGT-01 SCR-01 SUM-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.EndsInferred = true
	if got, want := outcomes(r), "WGT-01?forms SCR-01?forms SUM-01?forms"; got != want {
		t.Errorf("no title between: got %q, want %q", got, want)
	}
}

// TestUnweighed: a row without a place for a weight may have one that was not read.
func TestUnweighed(t *testing.T) {
	r := marks(t, "100 _", "产出(60) 数量 40 .", "″ 质量 . .", "效益(40) ″ 60 .")
	if got, want := outcomes(r), "WGT-02?list WGT-02"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r = marks(t, "100 _", "产出(60) 数量 40 .", "″ 质量 _ .", "效益(40) ″ 60 .")
	if got, want := outcomes(r), "WGT-02 WGT-02"; got != want {
		t.Errorf("a blank one: got %q, want %q", got, want)
	}
}

// TestUnreadInGroup: a row among those of a group that was not read may name the next one.
func TestUnreadInGroup(t *testing.T) {
	r := rowsOf(t, "40/40/40 10/10/10 40/40", "10/10", "100/100")
	if got, want := outcomes(r), "WGT-02"; got != want {
		t.Errorf("all rows read: got %q, want %q", got, want)
	}
	for i := range r.Indicators {
		r.Indicators[i].Name = cell("内容")
		r.Indicators[i].Name.At = &extract.Ref{Row: 2 * i}
	}
	r.Unplaced = []normalize.Unplaced{{Text: "资金使用", At: extract.Ref{Row: 3}}}
	if got, want := outcomes(r), "WGT-02?group"; got != want {
		t.Errorf("one not read: got %q, want %q", got, want)
	}
}

// TestBesideFullMark: marks given or taken beside the full mark are no part of it, and how
// the total counts them is not known.
func TestBesideFullMark(t *testing.T) {
	r := rowsOf(t, "60/60 40/38 3/1 5/9", "", "100/98")
	if got, want := outcomes(r), "WGT-01 SCR-01 SUM-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Indicators[2].BesideFull, r.Indicators[3].BesideFull = true, true
	r.Total.Weight = cell("108")
	if got, want := outcomes(r), "SUM-01?beside"; got != want {
		t.Errorf("a total that counts them: got %q, want %q", got, want)
	}
	r.Total.Weight = cell("100")
	if got, want := outcomes(r), "SUM-01?beside"; got != want {
		t.Errorf("beside the full mark: got %q, want %q", got, want)
	}
}

// TestWithAnother: what a row of money fails by may be an amount of no key beside it, or what
// was carried in: on the way to the budget, with it, or with what was spent.
func TestWithAnother(t *testing.T) {
	for _, tt := range []struct{ name, block, other, want string }{
		{"a balance", "budget executed balance\ntotal 1900 1862 18", "", "FND-02"},
		{"of which some was taken back", "budget executed balance\ntotal 1900 1862 18", "20", "FND-02?rate-base"},
		{"another amount", "budget executed balance\ntotal 1900 1862 18", "21", "FND-02"},
		{"a rate", "budget executed execution_rate\ntotal 100 90 95", "", "FND-03"},
		{"with what is owed", "budget executed execution_rate\ntotal 100 90 95", "5", "FND-03?rate-base"},
		{"of more than the budget", "budget executed execution_rate\ntotal 80 95 95", "20", "FND-03?rate-base"},
		{"of less than the budget", "budget executed execution_rate\ntotal 120 95 95", "20", "FND-03?rate-base"},
		{"with nothing like it", "budget executed execution_rate\ntotal 100 90 95", "7", "FND-03"},
		{"what was carried in", "carried_in budget executed execution_rate balance\ntotal 20 80 95 95 5", "", "FND-02?rate-base FND-03?rate-base"},
		{"what was added and taken off", "initial adjustment budget\ntotal 1872 56 1900", "28", "FND-01?columns"},
		{"and something else", "initial adjustment budget\ntotal 1872 56 1900", "30", "FND-01"},
	} {
		r := money(t, "", tt.block)
		if tt.other != "" {
			r.Funds.Rows[0].Other = []normalize.Labelled{{Label: "其他", Field: cell(tt.other)}}
		}
		if got := outcomes(r); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestBudgetInGroup: the points of a group may count the budget's, where those of all groups
// make the full mark with them.
func TestBudgetInGroup(t *testing.T) {
	for _, tt := range []struct{ name, list, budget, want string }{
		{"with the budget's", "50/50/60 30/30/30 10/10/10", "10/10", "WGT-02?budget"},
		{"the groups make more", "50/50/60 30/30/40 10/10/10", "10/10", "WGT-02 WGT-02"},
	} {
		if got := outcomes(rowsOf(t, tt.list, tt.budget, "100/100")); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestPartsOfRows: a row that is named as a part of another may be counted with it.
func TestPartsOfRows(t *testing.T) {
	r := rowsOf(t, "60/60 20/20 40/40", "", "100/100")
	for i := range r.Indicators {
		r.Indicators[i].Target = cell("5")
	}
	if got, want := outcomes(r), "WGT-01 SUM-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Indicators[1].PartOf = true
	if got, want := outcomes(r), "WGT-01?sums SUM-01?sums"; got != want {
		t.Errorf("a part: got %q, want %q", got, want)
	}
}

func TestPremisesOfMoney(t *testing.T) {
	for _, tt := range []struct{ name, block, want string }{
		{"one figure is wrong", "initial budget executed\ntotal(central,local) 100 100 90\ncentral 60 60 50\nlocal 40 30 40", "FND-05"},
		{"a source is missing", "initial budget executed\ntotal(central) 100 100 90\ncentral 60 60 50", "FND-05?parts FND-05?parts FND-05?parts"},
		{"last digits of rounded parts", "budget executed\ntotal(central,local) 100.34 95.12\ncentral 66.89 63.41\nlocal 33.46 31.71", "FND-05?rounded"},
		{"more than last digits", "budget executed\ntotal(central,local) 100.34 95.12\ncentral 66.89 63.41\nlocal 33.47 31.71", "FND-05"},
		{"one amount printed twice", "budget executed\ntotal(central) 100.34 95.12\ncentral 100.33 95.12", "FND-05"},
		{"last digits that one cell makes wrong twice", "budget executed balance\ntotal(central,local) 100.34 95.12 5.22\ncentral 66.89 63.41 3.47\nlocal 33.45 31.71 1.74", "FND-05 FND-02"},
		{"no places, no rounding", "budget executed balance\ntotal 100 95 4", "FND-02"},
		{"what is left, rounded", "budget executed balance\ntotal 100.34 95.12 5.21", "FND-02?rounded"},
		{"a part that is of another", "budget executed\ntotal(central,local,carryover) 100 90\ncentral 60 50\nlocal 40 40\ncarryover 10 8", "FND-05?parts FND-05?parts"},
		{"a part that is so in one column", "budget executed\ntotal(central,local,carryover) 100 98\ncentral 60 50\nlocal 40 40\ncarryover 10 8", "FND-05"},
		{"more than the whole lacks none", "initial budget executed\ntotal(central,local) 100 100 90\ncentral 60 60 50\nlocal 60 60 50", "FND-05 FND-05 FND-05"},
		{"no row spends more than it has", "budget executed\ntotal(central) 100 100\ncentral 90 80", "FND-05 FND-05"},
		{"no row breaks its own sum", "initial adjustment budget\ntotal(central) 100 0 100\ncentral 60 0 50", "FND-05 FND-05 FND-01"},
		{"one column alone", "budget\ntotal(central) 100\ncentral 60", "FND-05?parts"},
		{"one column alone, and the rate fails as well", "budget executed execution_rate\ntotal(central) 100 _ 95\ncentral 60 _ 95", "FND-05?parts"},
		{"the whole contradicts its own row", "budget executed execution_rate\ntotal(central) 100 57 95\ncentral 60 57 95", "FND-03 FND-05"},
		{"a row that fails by itself says nothing of its parts", "budget executed execution_rate\ntotal(central) 100 57 95\ncentral 40 _ _", "FND-03 FND-05?parts"},
		{"a row that names no source", "budget executed\ntotal(central,source) 60 50\ncentral 60 50\nsource 15 14", "FND-05?parts FND-05?parts"},
		{"where it came from and what it went to", "budget executed\ntotal(current_year,basic,project) 60 50\ncurrent_year 60 50\nbasic 40 30\nproject 20 20", "FND-05?parts FND-05?parts"},
		{"a subtotal left at nothing", "budget executed\ntotal(fiscal_subtotal,other) 100 90\nfiscal_subtotal(central) 0 0\ncentral 60 50\nother 40 40", "FND-05 FND-05 FND-05 FND-05"},
		{"a column is missing", "initial adjustment budget\ntotal(central,local) 100 0 120\ncentral 60 0 70\nlocal 40 0 50", "FND-01?columns FND-01?columns FND-01?columns"},
		{"a row without sums over it", "initial adjustment budget\ntotal 100 0 120", "FND-01"},
		{"the rate of a budget that is missing", "initial executed execution_rate\ntotal 50 30.8 58.33", "FND-03?rate-base"},
		{"rates of what arrived", "budget @arrived executed execution_rate\ntotal 100 90 81 90\ncentral 60 50 40 80\nlocal 40 40 41 102.5", ""},
		{"rates of what arrived, one with a slip", "budget @arrived executed execution_rate\ntotal 100 90 81 90\ncentral 60 50 40 80\nlocal 40 30 15 51", "FND-03"},
		{"one rate of what arrived, or a slip in its row's budget", "budget @arrived executed execution_rate\ntotal 100 90 81 90\ncentral 60 60 45 75", "FND-03?rate-base"},
		{"rates of the budget, one with a slip", "budget @arrived executed execution_rate\ntotal 100 90 81 81\ncentral 60 50 45 75\nlocal 40 40 36 91", "FND-03"},
		{"the rate of what was used, beside what was paid out", "budget @used executed execution_rate\ntotal 100 81 90 81", "FND-03?rate-base"},
		{"another rate is of what arrived", "initial @arrived executed execution_rate\ntotal 800 770 750 97.4\ncentral 300 270 270 900\nlocal 500 500 480 96", "FND-03?rate-base FND-03?rate-base"},
		{"what is left of what arrived", "budget @arrived executed balance\ntotal 360 300 268.2 31.8", "FND-02?rate-base"},
		{"what is left of nothing that is printed", "budget @arrived executed balance\ntotal 360 300 268.2 30.8", "FND-02"},
		{"a rate of nothing that is printed", "budget @arrived executed execution_rate\ntotal 100 90 81 86", "FND-03"},
		{"the rate of the initial budget, as another row shows", "initial executed execution_rate\ntotal 50 30 70\ncentral 40 20 50", "FND-03"},
	} {
		if got := outcomes(money(t, "万元", tt.block)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A score above its weight is an error where both stand where they are printed, or the sums
// of the list bear out where they were put.
func TestPremiseOfMovedRows(t *testing.T) {
	for _, tt := range []struct{ name, list, total, moved, want string }{
		{"printed so", "10/15 30/30", "90/80", "", "WGT-01?list SCR-01 SUM-01?list"},
		{"put back", "10/15 30/30", "90/80", "15", "WGT-01?list SCR-01?placed SUM-01?list"},
		{"another cell put back", "10/15 30/30", "90/80", "30", "WGT-01?list SCR-01 SUM-01?list"},
		{"put back, the weights make the full mark", "10/15 30/30", "40/80", "15", "SCR-01 SUM-01"},
		{"put back, the scores make the total", "10/15 30/30", "90/45", "15", "WGT-01 SCR-01"},
		{"printed so, more than the full mark", "90/15 30/30", "100/40", "", "WGT-01 SUM-01"},
		{"put back, and neither sum holds", "90/15 30/30", "100/40", "15", "WGT-01 SUM-01"},
		{"a share put back", "92%/15 30/30", "100/40", "15", "WGT-01?placed SUM-01"},
		{"a share printed so", "92%/15 30/30", "100/40", "", "WGT-01 SUM-01"},
		{"groups printed so", "30/30/50 60/60/40", "90/90", "", "WGT-02 WGT-02"},
		{"a row put back under the wrong level", "30/30/50 60/60/40", "90/90", "30", "WGT-02?placed WGT-02?placed"},
		{"put back, one group holds too much", "30/30/30 60/60/40", "90/90", "30", "WGT-02"},
		{"put back, other amounts", "30/30/50 60/60/50", "90/90", "30", "WGT-02 WGT-02"},
	} {
		r := rowsOf(t, tt.list, "", tt.total)
		if tt.moved != "" {
			r.Moves = []normalize.Move{{Field: normalize.IndicatorPath(0, ""), Cells: []normalize.MovedCell{{Text: tt.moved, From: 7, To: 6}}}}
		}
		if got := outcomes(r); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A second level whose rows hold too much is an error where the second levels beside it make
// the first: none is missing, of which a row would be.
func TestSecondLevelsMakeTheFirst(t *testing.T) {
	for _, tt := range []struct{ seconds, want string }{
		{"30 30", "WGT-01?list WGT-02 WGT-02"},
		{"30 20", "WGT-01?list WGT-02 WGT-02?list"}, // one of 10 is missing, and its name with it
	} {
		r := rowsOf(t, "30/30/60 31/31 40/40/40", "", "110/")
		points := strings.Fields(tt.seconds)
		for i := range points {
			r.Indicators[i].Level2 = &normalize.Field{Value: string(rune('a' + i)), Weight: points[i], State: normalize.Parsed}
		}
		if got := outcomes(r); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.seconds, got, tt.want)
		}
	}
}

// TestShownRounded: where cells show fewer places than they hold, a sum that fails by no more
// than that is no error, and one that fails by more is.
func TestShownRounded(t *testing.T) {
	for _, tt := range []struct {
		total string
		shown bool
		want  string
	}{
		{"100/88", true, "SUM-01?shown"},
		{"100/88", false, "SUM-01"},
		{"100/80", true, "SUM-01"},
	} {
		r := rowsOf(t, "50/48 40/31", "10/10", tt.total)
		r.ShownRounded = tt.shown
		if got := outcomes(r); got != tt.want {
			t.Errorf("%s, rounded %v: got %q, want %q", tt.total, tt.shown, got, tt.want)
		}
	}
}

// TestOfTwoKinds: where money came from and what it was spent on both make the whole.
func TestOfTwoKinds(t *testing.T) {
	column := func(sources ...string) []Tested {
		var c Tested
		for _, s := range sources {
			c.Parts = append(c.Parts, Term{Path: normalize.FundPath(s, normalize.Budget), Coef: 1})
		}
		return []Tested{c}
	}
	on, from := []string{"basic", "project"}, []string{"current_year", "central", "provincial", "municipal", "county", "local", "fiscal_subtotal", "general_budget"}
	if ofTwoKinds(column(on...)) || ofTwoKinds(column(from...)) || ofTwoKinds(column("other", "unit_funds", "basic")) {
		t.Error("parts of one kind are of two")
	}
	for _, f := range from {
		for _, o := range on {
			if !ofTwoKinds(column("other", f, o)) || !ofTwoKinds(column(o, f)) {
				t.Errorf("%s and %s are of one kind", f, o)
			}
		}
	}
}

// TestRateColumn: without money there is none.
func TestRateColumn(t *testing.T) {
	path := normalize.FundPath("total", normalize.ExecutionRate)
	f := &normalize.Field{}
	r := &normalize.Report{Funds: &normalize.Funds{Rows: []normalize.FundRow{{Source: "total"}, {Source: "local", ExecutionRate: f}}}}
	if got := RateColumn(r, path); len(got) != 1 || got[0] != f || RateColumn(&normalize.Report{}, path) != nil {
		t.Errorf("got %v", got)
	}
}

// TestGroupBeforeBareLevel: what a group lacks may stand right below it, where the label of
// the row there has no points; what it has more stands nowhere else.
func TestGroupBeforeBareLevel(t *testing.T) {
	for list, want := range map[string]string{
		"20/20/30 10/10 70/70":    "",
		"20/20/90 10/10 70/70":    "WGT-02?group",
		"20/20/20 10/10 70/70":    "WGT-02",
		"20/20/90 10/10 70/70/70": "WGT-02",
	} {
		r := rowsOf(t, list, "", "100/100")
		if x := r.Indicators[2].Level1; x.Weight == "" {
			x.Value = "bare"
		}
		if got := outcomes(r); got != want {
			t.Errorf("%s: got %q, want %q", list, got, want)
		}
	}
}
