package tabin

import "testing"

// Words go over a line end, figures and cells drawn through do not.
func TestGoesOn(t *testing.T) {
	for _, tt := range []struct {
		a, b         string
		cells, words bool // as parts of a cell; where rows tell more than the words
	}{
		{"修路", "修桥", true, true},
		{" ", "修桥", false, false},
		{"修路", "\u3000", false, false},
		{"修路", "—", false, true},
		{"--", "修桥", false, true},
		{"修路", "5", false, false},
		{"5", "修桥", false, false},
		{"修路", "2分", false, true},
		{"5公里", "修桥", false, true},
		{"2024", "年9月", false, true},
		{"决策（", "15分）", true, true},
		{"决策", "15分）", false, true},
		{"决策（", "15分", false, true},
		{"≥93%", "以上", false, false},
	} {
		if got, words := goesOn(tt.a, tt.b), wordsGoOn(tt.a, tt.b); got != tt.cells || words != tt.words {
			t.Errorf("%q, then %q: got %v and %v", tt.a, tt.b, got, words)
		}
	}
}

// A torn number goes on in its digits, unless they count the rows.
func TestFigureGoesOn(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"修桥\t1757\n.50\t95%", true},
		{"修桥\t1757\n,500\t95%", true},
		{"修桥\t1.3\n5万人次\t7", true},
		{"修桥\t289\n15\t7", true},
		{"修桥\t289\n15\t7\n16\t8", false},
		{"14\t7\n修桥\t289\n15\t7", false},
		{"修桥\t289\n15\t7\n16", true}, // no separator behind it
		{"修桥\t289\n15\t7\n17\t8", true},
		{"修桥\t95%\n15\t7", false},
		{"修桥\t通车\n15\t7", false},
		{"修桥\t289\n通车\t7", false},
		{"修桥\t289\n.\t7", false},
		{"修桥\t289\n15公里以内\t7", false},
	} {
		m := mending(tt.text)
		i := 0
		for m.lastCell(i) != "1757" && m.lastCell(i) != "1.3" && m.lastCell(i) != "289" && m.lastCell(i) != "95%" && m.lastCell(i) != "通车" {
			i++
		}
		if got := m.figureGoesOn(i, m.lastCell(i), m.cells(m.pieces[i+1].text)[0]); got != tt.want {
			t.Errorf("%q: got %v", tt.text, got)
		}
	}
}

// A figure with its unit is a quantity, a date and a sentence are none.
func TestQuantities(t *testing.T) {
	for in, want := range map[string]bool{
		"≥30平方公里": true, "30": true, "93.5%": true, "1,200人次": true, "５公里": true,
		"30一二三四五六七八": true, "30一二三四五六七八九": false,
		"": false, "≥": false, "公里": false, "2024年": false, "30人、": false, "30人，": false, "第3次": false,
	} {
		if got := quantityLike(in); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
	for in, want := range map[string]bool{"": false, "≥5": true, ".5": false, "5一二三": true, "5一二三四": false, "5月3": false, "-20.5": true, "甲5": false, "30人，": false, "30人,": false, "30，": true, "１，２００人": true} {
		if got := figureLike(in); got != want {
			t.Errorf("%q is a figure: got %v", in, got)
		}
	}
}

// A first line may name what parts the cells.
func TestNamedSeparator(t *testing.T) {
	for in, want := range map[string]string{
		"sep=;\na;b": ";", "SEP=,\r\na": ",", "\"sep=|\"\na": "|", "sep=\t\na": "\t",
		"sep=:\na": "", "sep=;;\na": "", "sep=\na": "", "sup=;\na": "", "a;b\nsep=;": "",
	} {
		got, rest, ok := named(in)
		if !ok {
			got = ""
		}
		if got != want || ok != (want != "") || ok && rest[0] != 'a' {
			t.Errorf("%q: got %q %v, then %q", in, got, ok, rest)
		}
	}
	for separator, want := range map[string]dialect{",": commas, ";": semicolons, "|": bars, "\t": tabs} {
		if got := dialectOf(separator); got != want {
			t.Errorf("%q: got %v", separator, got)
		}
	}
}

// Rows are bordered where nine in ten begin with a bar.
func TestBordered(t *testing.T) {
	const in, out = "| 甲 | 1 |\n", "甲 | 1 |\n"
	nine := in + in + in + in + in + in + in + in + in
	for text, want := range map[string]bool{in: true, out: false, nine + out: true, nine + out + out: false, nine + "注\n" + "注\n": true} {
		if got := bordered(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// Lone cells with all their separators show that a line without any is part of a cell.
func TestLonePadded(t *testing.T) {
	for text, want := range map[string]bool{
		"某表\t\t\n甲\t乙\t丙": true, "\t\t\n甲\t乙\t丙": false, "某表\t\n甲\t乙\t丙": false, "某表\t\t5\n甲\t乙\t丙": false, "某表\t \t\n甲\t乙\t丙": true,
	} {
		m := mending(text)
		if got := m.lonePadded(2); got != want {
			t.Errorf("%q: got %v", text, got)
		}
		if m.padded = false; m.lonePadded(2) {
			t.Errorf("%q: separators were taken off", text)
		}
	}
}

// Lines end at \n, \r\n and \r, wherever in a long text.
func TestLineEnds(t *testing.T) {
	long := string(make([]byte, 511))
	for _, tt := range []struct {
		in, line, rest string
		more           bool
	}{
		{"", "", "", false}, {"a", "a", "", false}, {"a\n", "a", "", true}, {"a\r\nb", "a", "b", true}, {"a\rb\n", "a", "b\n", true}, {"a\r", "a", "", true}, {"a\n\rb", "a", "\rb", true},
		{long + "\nb", long, "b", true}, {long + "\r\nb", long, "b", true}, {long + "a\rb", long + "a", "b", true}, {long + long + "ab\nc", long + long + "ab", "c", true}, {long + long + "ab", long + long + "ab", "", false},
	} {
		if line, rest, more := cutLine(tt.in); line != tt.line || rest != tt.rest || more != tt.more {
			t.Errorf("%q: got %q, %q, %v", tt.in, line, rest, more)
		}
	}
}

// More than half of the lines have what parts the cells of a text.
func TestDetect(t *testing.T) {
	for text, want := range map[string]dialect{
		"甲|乙|丙\n注\n": plain, "甲|乙|丙\n注\n丁|戊|己\n": pipes,
		"甲,乙,丙\n1,2,3\n": plain, "甲,乙,丙\n1,2,3\n注\n": commas, "甲,乙,丙\n1,2,3\n注\n注\n": plain,
		"甲;乙;丙\n1;2;3\n注\n": semicolons, "甲;乙;丙\n1;2;3\n注\n注\n": plain, "甲,乙,丙\n1,2,3\n注\t\n": tabs,
	} {
		if got := detect(text, 100); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	if m := mending("修桥\t289 \n 15\t7"); !m.figureGoesOn(0, "289 ", " 15") {
		t.Error("blanks around a torn number")
	}
}
