package sfnt

import (
	"encoding/binary"
	"testing"

	"ziping/extract/pdfin/handmade"
)

// words are 16-bit numbers, big end first.
func words(values ...int) (b []byte) {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// TestParse: what a program has to have.
func TestParse(t *testing.T) {
	sound := handmade.TrueType("0五里")
	with := func(change func(b []byte)) []byte {
		b := append([]byte(nil), sound...)
		change(b)
		return b
	}
	table := func(b []byte, tag string) []byte { // its entry in the directory
		for i := range int(binary.BigEndian.Uint16(b[4:])) {
			if e := b[12+16*i:]; string(e[:4]) == tag {
				return e[:16]
			}
		}
		t.Fatalf("no table %s", tag)
		return nil
	}
	at := func(b []byte, tag string) []byte { return b[binary.BigEndian.Uint32(table(b, tag)[8:]):] }
	for _, c := range []struct {
		name string
		data []byte
		ok   bool
	}{
		{"sound", sound, true},
		{"nothing", nil, false},
		{"no map", with(func(b []byte) { copy(table(b, "cmap"), "xmap") }), false},
		{"no head", with(func(b []byte) { copy(table(b, "head"), "xead") }), false},
		{"a head too short", with(func(b []byte) { table(b, "head")[15] = 53 }), false},
		{"a map past the end", with(func(b []byte) { table(b, "cmap")[8] = 0x7F }), false},
		{"a map that ends past the end", with(func(b []byte) { table(b, "cmap")[12] = 0x7F }), false},
		{"a map of no kind that is known", with(func(b []byte) { at(b, "cmap")[12] = 0xFF }), false},
		{"a map that is not of Unicode", with(func(b []byte) { at(b, "cmap")[5] = 1 }), false},
		{"symbols", with(func(b []byte) { at(b, "cmap")[7] = 0 }), false},
		{"of the first planes", with(func(b []byte) { at(b, "cmap")[7] = 1 }), true},
		{"of platform 0", with(func(b []byte) { at(b, "cmap")[5], at(b, "cmap")[7] = 0, 3 }), true},
		{"as coarse as a font may be", with(func(b []byte) { copy(at(b, "head")[18:], words(16)) }), true},
		{"too coarse", with(func(b []byte) { copy(at(b, "head")[18:], words(15)) }), false},
		{"of platform 1, encoding 10", with(func(b []byte) { at(b, "cmap")[5] = 1 }), false},
	} {
		if p := Parse(c.data); (p != nil) != c.ok {
			t.Errorf("%s: got %v", c.name, p)
		}
	}
	p := Parse(sound)
	if p.Em != 1000 {
		t.Errorf("got %g units, want 1000", p.Em)
	}
	for i, r := range []rune("0五里") {
		if g := p.GlyphOf(r); g != i+1 {
			t.Errorf("%c: got glyph %d, want %d", r, g, i+1)
		}
		if got := p.RuneOf(i + 1); got != r {
			t.Errorf("glyph %d: got %c, want %c", i+1, got, r)
		}
	}
	if p.GlyphOf('1') != 0 || p.RuneOf(0) != 0 || p.RuneOf(4) != 0 {
		t.Error("what is not there is found")
	}
	for g, want := range map[int][4]int{1: {50, 0, 150, 300}, 2: {50, 0, 187, 329}, 3: {50, 0, 930, 358}} {
		if box, ok := p.Outline(g); !ok || box != want {
			t.Errorf("glyph %d: got %v, %v, want %v", g, box, ok, want)
		}
	}
	for _, g := range []int{-1, 0, 4, 70_000} {
		if box, ok := p.Outline(g); ok {
			t.Errorf("glyph %d: got %v", g, box)
		}
	}
	// Outlines of programs with long offsets, and those cut short.
	long := &Program{long: true, glyf: words(1, 10, 20, 30, 40), loca: append(append(words(0, 0), words(0, 10)...), words(0, 12)...)}
	if box, ok := long.Outline(0); !ok || box != [4]int{10, 20, 30, 40} {
		t.Errorf("long offsets: got %v, %v", box, ok)
	}
	if box, ok := long.Outline(1); ok {
		t.Errorf("an outline cut short: got %v", box)
	}
	long.loca[11] = 30
	if box, ok := long.Outline(1); ok {
		t.Errorf("an outline past the end: got %v", box)
	}
	if box, _ := (&Program{long: true, glyf: words(1, -10, -20, 30, 40), loca: append(words(0, 0), words(0, 10)...)}).Outline(0); box != [4]int{-10, -20, 30, 40} {
		t.Errorf("below the baseline: got %v", box)
	}
}

// TestMaps: the forms in which programs map characters to glyphs.
func TestMaps(t *testing.T) {
	for _, c := range []struct {
		name  string
		table []byte
		want  map[rune]int
	}{
		{"segments by a delta", words(4, 0, 0, 4, 0, 0, 0, 'c', 0xFFFF, 0, 'a', 0xFFFF, 5-'a', 1, 0, 0), map[rune]int{'a': 5, 'b': 6, 'c': 7, 'd': 0, '`': 0, 0xFFFF: 0}},
		{"segments by a list", words(4, 0, 0, 4, 0, 0, 0, 'c', 0xFFFF, 0, 'a', 0xFFFF, 2, 1, 4, 0, 7, 0, 9), map[rune]int{'a': 9, 'b': 0, 'c': 11}},
		{"a segment that ends before it begins", words(4, 0, 0, 2, 0, 0, 0, 'a', 0, 'c', 0, 0), map[rune]int{'a': 0, 'b': 0, 'c': 0}},
		{"a trimmed list", words(6, 0, 0, 'a', 3, 4, 5, 6), map[rune]int{'`': 0, 'a': 4, 'b': 5, 'c': 6, 'd': 0}},
		{"groups", append(words(12, 0, 0, 0, 0, 0, 0, 2), words(0, 'a', 0, 'c', 0, 7, 2, 0, 2, 1, 0, 20)...), map[rune]int{'a': 7, 'c': 9, 'd': 0, 0x20000: 20, 0x20001: 21}},
		{"a group past Unicode, and what follows it", append(words(12, 0, 0, 0, 0, 0, 0, 3), words(0, 'a', 0, 'a', 0, 7, 0, 'b', 0x11, 0, 0, 8, 0, 'c', 0, 'c', 0, 9)...), map[rune]int{'a': 7, 'b': 0, 'c': 0}},
		{"a group too large for a font", append(words(12, 0, 0, 0, 0, 0, 0, 1), words(0, 'a', 2, 0, 0, 7)...), map[rune]int{'a': 0}},
		{"a group that ends before it begins", append(words(12, 0, 0, 0, 0, 0, 0, 1), words(0, 'c', 0, 'a', 0, 7)...), map[rune]int{'a': 0, 'b': 0, 'c': 0}},
	} {
		p := &Program{spans: readCmap(append(words(0, 1, 3, 10, 0, 12), c.table...))}
		for r, want := range c.want {
			if got := p.GlyphOf(r); got != want {
				t.Errorf("%s: %c: got glyph %d, want %d", c.name, r, got, want)
			}
		}
	}
	// Of several characters of a glyph the most ordinary stands, whichever comes first.
	for _, table := range [][]byte{words(6, 0, 0, '⼈', 1, 5), words(6, 0, 0, '人', 1, 5)} {
		other := words(6, 0, 0, '人', 1, 5)
		p := &Program{spans: append(readCmap(append(words(0, 1, 3, 1, 0, 12), table...)), readCmap(append(words(0, 1, 3, 1, 0, 12), other...))...)}
		if got := p.RuneOf(5); got != '人' {
			t.Errorf("got %U, want 人", got)
		}
	}
	p := &Program{spans: readCmap(append(words(0, 1, 3, 1, 0, 12), words(6, 0, 0, '人', 2, 5, 5)...))}
	if got := p.RuneOf(5); got != '人' {
		t.Errorf("of two ordinary ones: got %U, want the first", got)
	}
	// The second of two maps is read where the first is not of Unicode, after it
	// where both are.
	one, two := words(6, 0, 0, 'a', 1, 5), words(6, 0, 0, 'a', 2, 7, 8)
	for platform, want := range map[int]int{1: 7, 3: 5} {
		maps := append(append(words(0, 2, platform, 1, 0, 20, 3, 1, 0, 20+len(one)), one...), two...)
		p := &Program{spans: readCmap(maps)}
		if a, b := p.GlyphOf('a'), p.GlyphOf('b'); a != want || b != 8 {
			t.Errorf("first of platform %d: got glyphs %d and %d, want %d and 8", platform, a, b, want)
		}
	}
}
