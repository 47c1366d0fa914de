package slips

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// count is a line of the board.
type count struct{ want, right, wrong int }

// board counts by name and tells the first misses.
type board struct {
	t     *testing.T
	lines map[string]*count
	told  int
}

func newBoard(t *testing.T) *board { return &board{t: t, lines: map[string]*count{}} }

func (b *board) line(name string) *count {
	if b.lines[name] == nil {
		b.lines[name] = &count{}
	}
	return b.lines[name]
}

func (b *board) tell(format string, args ...any) {
	if b.told++; b.told <= *told {
		b.t.Logf(format, args...)
	}
}

// sum adds the lines whose names begin so.
func (b *board) sum(prefix string) (c count) {
	for name, l := range b.lines {
		if strings.HasPrefix(name, prefix) {
			c.want, c.right, c.wrong = c.want+l.want, c.right+l.right, c.wrong+l.wrong
		}
	}
	return c
}

func (b *board) print() {
	var s strings.Builder
	fmt.Fprintf(&s, "\n%-28s %8s %8s %8s %8s\n", "", "planted", "right", "missed", "false")
	for _, name := range slices.Sorted(maps.Keys(b.lines)) {
		c := b.lines[name]
		fmt.Fprintf(&s, "%-28s %8d %8d %8d %8d\n", name, c.want, c.right, c.want-c.right, c.wrong)
	}
	b.t.Log(s.String())
}

// floor asks for shares in percent times 100: recall and precision.
func (b *board) floor(prefix string, recall, precision int) {
	b.t.Helper()
	c := b.sum(prefix)
	if c.want == 0 {
		b.t.Errorf("%s: nothing planted", prefix)
	}
	if c.right*10000 < recall*c.want {
		b.t.Errorf("%s: got %d of %d, want %d.%02d %%", prefix, c.right, c.want, recall/100, recall%100)
	}
	if c.right*10000 < precision*(c.right+c.wrong) {
		b.t.Errorf("%s: got %d false beside %d right, want precision %d.%02d %%", prefix, c.wrong, c.right, precision/100, precision%100)
	}
}

// few asks that one kind of line counts no more than a share, in percent times 100, of
// another.
func (b *board) few(prefix, of string, most int) {
	b.t.Helper()
	if c, all := b.sum(prefix), b.sum(of); c.want*10000 > most*all.want {
		b.t.Errorf("%s: %d beside %d of %s, want at most %d.%02d %%", prefix, c.want, all.want, of, most/100, most%100)
	}
}
