package solve

import (
	"testing"

	"ziping/score/identity"
	"ziping/text/num"
)

// systemOf is a system of cells in hundredths, of which some are blank.
func systemOf(blank ...bool) *system {
	s := &system{form: &form{}, places: 2}
	for k, b := range blank {
		s.cells = append(s.cells, cell{blank: b, at: k})
		s.members = append(s.members, k)
	}
	return s
}

// holds reports that no row is broken by values in hundredths.
func (s *system) holds(values ...int64) bool {
	for _, r := range s.rows {
		if r.brokenBy(values) {
			return false
		}
	}
	return true
}

// consistent reports that all rows hold that count where these cells are free.
func (s *system) consistent(free cells, values []int64) bool {
	for _, r := range s.rows {
		if !r.drop.meets(&free) && r.live(&free) && r.brokenBy(values) {
			return false
		}
	}
	return true
}

// A sum lies between its bounds, or at them where these are not open.
func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		low, high bool // open
		holds     map[int64]bool
	}{
		{false, false, map[int64]bool{94: false, 95: true, 100: true, 105: true, 106: false}},
		{true, false, map[int64]bool{95: false, 96: true, 105: true}},
		{false, true, map[int64]bool{95: true, 104: true, 105: false}},
	} {
		s := systemOf(false)
		s.between([]term{{0, 1}}, -100, identity.Bounds{Low: num.MustParse("-0.05"), High: num.MustParse("0.05"), LowOpen: tt.low, HighOpen: tt.high}, row{})
		for v, want := range tt.holds {
			if got := s.holds(v); got != want || s.tooBig {
				t.Errorf("open %v %v: %d holds: %v, too big: %v", tt.low, tt.high, v, got, s.tooBig)
			}
		}
	}
	for _, far := range []struct {
		low      string
		constant int64
	}{{"-99999999999999999", 0}, {"-0.05", 1 << 62}} {
		s := systemOf(false)
		if s.between([]term{{0, 1}}, far.constant, identity.Bounds{Low: num.MustParse(far.low)}, row{}); !s.tooBig {
			t.Errorf("%+v is not too big", far)
		}
	}
}

// A rate is the part in hundred of the whole, within its bounds.
func TestRatioRows(t *testing.T) {
	one := num.FromInt(1)
	q := quotient{0, 1, one, one}
	for _, tt := range []struct {
		open        bool
		part, whole int64
		want        bool
	}{{false, 9650, 10000, true}, {true, 9650, 10000, true}, {false, 9600, 10000, true}, {true, 9600, 10000, false}, {false, 9700, 10000, true}, {true, 9700, 10000, false}, {false, 9599, 10000, false}, {false, 9701, 10000, false}} {
		s := systemOf(false, false)
		s.ratioRows(identity.Bounds{Low: num.MustParse("96"), High: num.MustParse("97"), LowOpen: tt.open, HighOpen: tt.open}, q, 1, row{})
		if got := s.holds(tt.part, tt.whole); got != tt.want || s.tooBig {
			t.Errorf("%d of %d, open %v: got %v, too big: %v", tt.part, tt.whole, tt.open, got, s.tooBig)
		}
	}
	s := systemOf(false, false)
	s.ratioRows(identity.Bounds{Low: num.MustParse("96"), High: num.MustParse("97")}, q, -1, row{})
	if !s.holds(-9650, -10000) || s.holds(9650, 10000) {
		t.Error("a whole below nothing does not turn the bounds round")
	}
	for _, far := range []quotient{{0, 1, one.Shift(17), one}, {0, 1, one, one.Shift(17)}} {
		if s := systemOf(false, false); !s.tooBigFor(far) {
			t.Errorf("%+v is not too big", far)
		}
	}
}

func (s *system) tooBigFor(q quotient) bool {
	s.ratioRows(identity.Bounds{Low: num.MustParse("96"), High: num.MustParse("97")}, q, 1, row{})
	return s.tooBig
}

// A score lies between nothing and its weight; of one that is blank that counts only
// where it is filled in.
func TestWithin(t *testing.T) {
	s := systemOf(false, true, false)
	s.within(0, 2)
	if !s.holds(0, 0, 0) || !s.holds(10, 0, 10) || s.holds(-1, 0, 10) || s.holds(11, 0, 10) {
		t.Error("a score from nothing to its weight is another")
	}
	var none, filled cells
	filled.add(1)
	for _, r := range s.rows {
		if !r.live(&none) {
			t.Error("a printed score says nothing")
		}
	}
	s.rows = nil
	s.within(1, 2)
	for _, r := range s.rows {
		if r.live(&none) || !r.live(&filled) {
			t.Error("a blank score counts before it is filled in, or not then")
		}
	}
}
