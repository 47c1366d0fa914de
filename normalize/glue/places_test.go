package glue

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// latticeOf is that of a list whose rows are the whole text, with columns by their kinds.
func latticeOf(t *testing.T, text, ids string) *lattice {
	t.Helper()
	c := cutterOf(t, text)
	b := &block{}
	for _, id := range strings.Fields(ids) {
		b.heads = append(b.heads, head{id: id})
	}
	g, ok := newLattice(c, b, len(c.runes))
	if !ok {
		t.Fatalf("no lattice of %s", ids)
	}
	return g
}

// The quantities that may begin a text: a figure with or without its unit, a date, a range.
func TestQuantitiesAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"≥26米", "≥2 ≥26 ≥26米"},
		{"不低于8人", "不低于8 不低于8人"},
		{"不低于", ""},
		{"达到≥8人", "达到≥8 达到≥8人"},
		{"≥", ""},
		{"米", ""},
		{"9%90", "9 9%"},
		{"1-2人", "1 1-2 1-2人"},
		{"1-人", "1"},
		{"1,2", "1"},
		{"1.5.2", "1 1.5"},
		{"0.5亩=", "0 0.5 0.5亩"},
		{"2021年3月底前完", "2 20 202 2021 2021年3 2021年3月 2021年3月底 2021年3月底前 2021年3月底前完"},
		{"8年9", "8 8年"},
		{"11月20日", "1 11 11月2 11月20 11月20日"},
		{"5万元底前", "5 5万 5万元 5万元底 5万元底前"},
		{"5万元以内", "5 5万 5万元 5万元以 5万元以内"},
		{"9↵8", "9"},
		{"8公↵里", "8 8公"},
		{"8天地玄黄宇宙", "8 8天 8天地 8天地玄 8天地玄黄 8天地玄黄宇"},
	} {
		g := latticeOf(t, strings.ReplaceAll(tt.text, "↵", "\n"), "name target")
		var got []string
		for _, end := range g.quantitiesAt(0) {
			got = append(got, g.folded(0, end))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

// The marks that may begin a text.
func TestNumbersAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"60≥8", "6=60000 60=600000"}, {"10100", "1=10000 10=100000"}, {"9.255", "9=90000 9.2=92000 9.25=92500"}, {"0.5", "0=0 0.5=5000"}, {"05", "0=0"}, {"人", ""}, {"1↵0", "1=10000"}, {"100.00", "1=10000 10=100000 100=1000000 100.0=1000000 100.00=1000000"},
	} {
		g := latticeOf(t, strings.ReplaceAll(tt.text, "↵", "\n"), "name score")
		var got []string
		for _, x := range g.numbersAt(0) {
			got = append(got, fmt.Sprintf("%s=%d", g.folded(0, x.end), x.marks))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

// The names that may begin a text, each with its cost where it has one.
func TestNamesAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"清淤长度", "清淤 清淤长 清淤长度"},
		{"清≥8", ""},
		{"清淤率%8", "清淤 清淤率"},
		{"合格率(%)8", "合格 合格率 合格率( 合格率(%) 合格率(%)8+1"},
		{"清淤。长度", "清淤"},
		{"清淤12座", "清淤 清淤1+1 清淤12+1 清淤12座+1"},
		{"3号闸", "3号闸+1"},
		{"0号闸门", ""},
		{"“两岸”绿", "“两岸” “两岸”绿"},
		{"-清淤", ""},
		{"率不低于8", "率不 率不低 率不低于8+1"},
		{"清淤质量指标合格", "清淤"},
		{"清淤↵长度", "清淤"},
		{"%清淤", ""},
	} {
		g := latticeOf(t, strings.ReplaceAll(tt.text, "↵", "\n"), "name score")
		var got []string
		for _, x := range g.namesAt(0) {
			s := g.folded(0, x.end)
			if x.cost > 0 {
				s = fmt.Sprintf("%s+%d", s, x.cost)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

// The row of a template that nobody filled in ends with its dots or its line.
func TestUnfilled(t *testing.T) {
	for text, want := range map[string]int{"……总分": 2, "…": 1, "总分": -1, "…\n…": 1} {
		if got := latticeOf(t, text, "name score").unfilled(0); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

// Columns of which a list is made in an order that rows may be cut by.
func TestNewLattice(t *testing.T) {
	for _, tt := range []struct {
		ids  string
		stop int
		want bool
	}{
		{"level1 level2 name target actual weight score reason", 2, true},
		{"name op target unit", 2, true},
		{"name score", 1, true},
		{"name score", 0, false},
		{"level1 score", 2, false},
		{"name level2", 2, false},
		{"level1 name level2", 2, false},
		{"score name", 2, false},
		{"name score score", 2, false},
		{"name other", 2, false},
	} {
		b := &block{}
		for _, id := range strings.Fields(tt.ids) {
			b.heads = append(b.heads, head{id: id})
		}
		if _, ok := newLattice(cutterOf(t, "清淤"), b, tt.stop); ok != tt.want {
			t.Errorf("%s up to %d: got %v", tt.ids, tt.stop, ok)
		}
	}
}

// Cells stand alone that no other one overlaps.
func TestAlone(t *testing.T) {
	for _, tt := range []struct{ seen, want []cut }{
		{[]cut{{0, 2, 0}, {2, 4, 1}}, []cut{{0, 2, 0}, {2, 4, 1}}},
		{[]cut{{0, 2, 0}, {1, 4, 1}, {4, 5, 2}}, []cut{{4, 5, 2}}},
		{[]cut{{0, 5, 0}, {1, 2, 1}, {3, 4, 2}, {5, 6, 3}}, []cut{{5, 6, 3}}},
		{[]cut{{0, 2, 0}, {0, 2, 1}, {3, 4, 0}}, []cut{{3, 4, 0}}},
		{nil, nil},
	} {
		seen := map[cut]bool{}
		for _, x := range tt.seen {
			seen[x] = true
		}
		if got := alone(seen); !slices.Equal(got, tt.want) {
			t.Errorf("%v: got %v, want %v", tt.seen, got, tt.want)
		}
	}
}

// Lines begin with the numbers of pages where these follow one another.
func TestPageMarks(t *testing.T) {
	for _, tt := range []struct{ text, printed, ends string }{
		{"1、清淤\n2、长度", "清淤长度", "....|"},
		{"1、清淤", "1、清淤", "|...|"},
		{"1、清淤\n3、长度", "1、清淤3、长度", "|...|...|"},
		{"清淤\n1、长度\n2、米", "清淤长度米", "|.|..|"},
		{"清淤长度为一万米\n1、长度\n2、米", "清淤长度为一万米1、长度2、米", "|.......|...|..|"},
		{"清淤\n1、长度\n米\n2、宽", "清淤1、长度米2、宽", "|.|...||..|"},
		{"清 淤（一）\t长度", "清 淤（一）长度", "|....|.|"},
		{"清淤 \n ㎡", "清淤㎡", "|.||"},
	} {
		c := cutterOf(t, tt.text)
		ends := ""
		for _, b := range c.border {
			if b {
				ends += "|"
			} else {
				ends += "."
			}
		}
		if printed := c.printed(0, len(c.runes)); printed != tt.printed || ends != tt.ends {
			t.Errorf("%q: got %q %q, want %q %q", tt.text, printed, ends, tt.printed, tt.ends)
		}
	}
}

// Headings make a block where those are among them that it cannot do without.
func TestHeadsOfBlocks(t *testing.T) {
	for _, tt := range []struct{ ids, want string }{
		{"level1 name target score", "list some-list several"},
		{"level1 name target actual", "list several"},
		{"level1 name weight score", "list several"},
		{"level1 name target", "several"},
		{"name target score", "several"},
		{"level1 level2 target score", "some-list several"},
		{"level1 level2 actual weight", "some-list several"},
		{"level2 actual weight", "several"},
		{"level1 level2 weight score", "several"},
		{"level1 name name target score", "some-list several"},
		{"level1 name weight target target", "some-list several"},
		{"expected actual", "goals several"},
		{"expected actual actual", "several"},
		{"expected other", "several"},
		{"budget executed", "funds several"},
		{"executed", ""},
		{"executed executed budget", "several"},
		{"budget initial", "several"},
		{"budget", ""},
	} {
		ids := map[string]int{}
		for _, id := range strings.Fields(tt.ids) {
			ids[id]++
		}
		var got []string
		for _, b := range []struct {
			name string
			is   func(map[string]int) bool
		}{{"list", listHeads}, {"some-list", someListHeads}, {"goals", goalHeads}, {"funds", fundHeads}, {"several", severalHeads}} {
			if b.is(ids) {
				got = append(got, b.name)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.ids, s, tt.want)
		}
	}
}
