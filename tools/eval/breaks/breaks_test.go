package breaks

import (
	"flag"
	"fmt"
	"sort"
	"strings"
	"testing"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/measure"
)

var (
	count = flag.Int("breaks", 0, "invented forms to print on pages of all heights; 0 prints a few on some")
	seed  = flag.Int("breaks-seed", 0, "number of the first")
	only  = flag.String("breaks-match", "", "only cases whose name begins so: manner, form, height")
	list  = flag.Int("breaks-list", 0, "describe so many of the wrong ones of each manner")
)

// least is the share that must come back as it was, by manner; of the others all.
// Without outer borders a row alone on its page has no ruling that shows its ends
// (a table of it counts as another form's, figures and all); an empty strip where
// the table has empty rows may be one of them.
var least = map[string]float64{"rows-no-outer": 0.9, "strips": 0.95, "strips-repeat": 0.95}

// TestBreaks prints forms on pages of many heights in every manner: how many come
// back as they were. With flags it measures and asks for nothing.
func TestBreaks(t *testing.T) {
	var all tally
	for i := range Manners {
		m := &Manners[i]
		var sum tally
		for _, r := range results(m) {
			sum.add(r)
			if !r.Right && sum.printed-sum.right <= *list {
				t.Logf("%s\n%s", r.Name, describe(r))
			}
		}
		all.join(sum)
		if sum.printed > 0 {
			t.Logf("%-22s %s", m.Name, sum)
		}
		if *count > 0 || *seed > 0 || *only != "" {
			continue
		}
		want, ok := least[m.Name]
		if !ok {
			want = 1
		}
		if float64(sum.right) < want*float64(sum.printed) || sum.together > 0 || !ok && sum.figures > 0 || sum.printed == 0 {
			t.Errorf("%s: got %s, want %.0f%% right, none run together; -breaks-list 3 describes them", m.Name, sum, 100*want)
		}
	}
	t.Logf("%-22s %s", "all", all)
}

func results(m *Manner) []*Result {
	var out []*Result
	n := max(*count, 2)
	for k := range n {
		f := forms.Random(uint64(*seed + k))
		for j, h := range Heights(m, 260, 700) {
			if *count == 0 && j%19 != k {
				continue
			}
			for _, two := range []bool{false, true} {
				list := []*forms.Form{f}
				if two {
					if *count > 0 && j%4 != 0 {
						continue
					}
					list = append(list, Next(f))
				}
				if name := Name(list, m, h); strings.HasPrefix(name, *only) {
					if r := Read(list, m, h); r.Breaks > 0 {
						out = append(out, r)
					}
				}
			}
		}
	}
	return out
}

// tally counts results.
type tally struct{ printed, right, apart, together, figures int }

func (t *tally) add(r *Result) {
	t.printed++
	switch {
	case r.Right:
		t.right++
	case r.Tables > r.Forms:
		t.apart++
	case r.Tables < r.Forms:
		t.together++
	}
	t.figures += len(r.Wrong)
}

func (t *tally) join(o tally) {
	*t = tally{t.printed + o.printed, t.right + o.right, t.apart + o.apart, t.together + o.together, t.figures + o.figures}
}

func (t tally) String() string {
	return fmt.Sprintf("%5d printed %6.1f%% right, %d apart, %d run together, %d wrong figures",
		t.printed, 100*float64(t.right)/float64(max(1, t.printed)), t.apart, t.together, t.figures)
}

// describe lists the cells that are missing and those that are over.
func describe(r *Result) string {
	count := map[string]int{}
	row := 0
	for i := range r.Found.Tables {
		t := measure.FromExtract(&r.Found.Tables[i])
		for _, c := range t.Cells {
			if c.Text != "" || c.RowSpan > 1 || c.ColSpan > 1 {
				count[fmt.Sprintf("%2d %2d %d×%d %s", row+c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)]++
			}
		}
		row += t.Rows
	}
	row = 0
	for _, f := range r.List {
		for _, c := range measure.FromForm(f).Cells {
			if c.Text != "" || c.RowSpan > 1 || c.ColSpan > 1 {
				count[fmt.Sprintf("%2d %2d %d×%d %s", row+c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)]--
			}
		}
		row += f.Rows
	}
	var out []string
	for k, n := range count {
		if n != 0 {
			out = append(out, fmt.Sprintf("%s   %+d", k, n))
		}
	}
	sort.Strings(out)
	if len(out) > 12 {
		out = out[:12]
	}
	return fmt.Sprintf("tables %d, wrong figures %v\n%s", r.Tables, r.Wrong, strings.Join(out, "\n"))
}
