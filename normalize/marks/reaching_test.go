package marks

import (
	"testing"

	"ziping/normalize/value"
	"ziping/text/num"
)

func step(weight, score string) Sum {
	return Sum{num.MustParse(weight), num.MustParse(score)}
}

// Rows of "10 10" that could be target and actual as well are proved by the sums,
// however many ways there are to combine them.
func TestReachingGoesBySums(t *testing.T) {
	const rows = 40 // 3^40 combinations
	steps, left := make([][]Sum, rows), make([][]bool, rows)
	for n := range steps {
		steps[n] = []Sum{step("2.5", "2.5"), step("0", "2.5"), step("0", "0")}
		left[n] = make([]bool, 3)
	}
	wanted := func(m Sum) bool { return m.Weight.Equal(num.FromInt(100)) && m.Score.Equal(num.FromInt(100)) }
	if !Reaching(Sum{}, steps, wanted, left) {
		t.Fatal("no way found; want one")
	}
	for n := range left {
		if !left[n][0] || left[n][1] || left[n][2] {
			t.Fatalf("row %d: got %v, want the first way alone", n, left[n])
		}
	}
	if Reaching(step("1", "0"), steps, wanted, left) {
		t.Error("a way found to sums that cannot be reached")
	}
}

// Where two rows can change places both ways are left.
func TestReachingLeavesWhatTheSumsLeaveOpen(t *testing.T) {
	steps := [][]Sum{{step("10", "8"), step("0", "0"), step("5", "5")}, {step("10", "8"), step("0", "0")}}
	left := [][]bool{make([]bool, 3), make([]bool, 2)}
	if !Reaching(Sum{}, steps, func(m Sum) bool { return m.key() == "10 8" }, left) {
		t.Fatal("no way found")
	}
	if !left[0][0] || !left[0][1] || left[0][2] || !left[1][0] || !left[1][1] {
		t.Errorf("got %v, want all ways but the third", left)
	}
}

// What is no figure adds nothing to a sum, and neither does what is not there.
func TestWith(t *testing.T) {
	ten, half, blank, words := value.Figure("10"), value.Figure("0.50"), value.Figure(""), value.Figure("未评")
	m := Sum{}.With(ten, half).With(nil, half).With(ten, nil).With(blank, words).With(words, blank)
	if got := m.key(); got != "20 1" {
		t.Errorf("got %s, want 20 1", got)
	}
}

// Readings that add the same are looked through once, however many they are, and
// found or not found together.
func TestReachingTakesLikeStepsTogether(t *testing.T) {
	steps := [][]Sum{{step("1", "1")}, make([]Sum, 2*mostSums), {step("1", "1"), step("2", "1")}}
	for k := range steps[1] {
		steps[1][k] = step("3", "2")
	}
	left := [][]bool{make([]bool, 1), make([]bool, len(steps[1])), make([]bool, 2)}
	if !Reaching(step("10", "0"), steps, func(m Sum) bool { return m.key() == "16 4" }, left) {
		t.Fatal("no way found")
	}
	if last := len(steps[1]) - 1; !left[0][0] || !left[1][0] || !left[1][last] || left[2][0] || !left[2][1] {
		t.Errorf("got %v … %v %v", left[0], left[1][last], left[2])
	}
}

// More sums than can be looked through in good time decide nothing.
func TestReachingIsBounded(t *testing.T) {
	steps, left := make([][]Sum, 30), make([][]bool, 30)
	for n := range steps {
		left[n] = make([]bool, 2)
		steps[n] = []Sum{{num.New(1<<n, 9), num.New(0, 0)}, {num.New(0, 0), num.New(0, 0)}}
	}
	if Reaching(Sum{}, steps, func(Sum) bool { return true }, left) {
		t.Error("got a reading, want none")
	}
}
