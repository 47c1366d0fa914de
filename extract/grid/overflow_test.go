package grid

import "testing"

// A word that is too long for its cell may end one character and begin the next
// right at the ruling, with no ruling through either.
func TestWordsThatPartAtARuling(t *testing.T) {
	for _, c := range []struct {
		name   string
		indent float64
		want   string
	}{
		{"where words keep off rulings", 2, "table 0: 3 × 2\n0,0 项目\n0,1 金额\n1,0 县级配套资金\n2,0 市级\n2,1 5\n"},
		{"where words fill cells to the rulings", 0, "table 0: 3 × 2\n0,0 项目\n0,1 金额\n1,0 县级配套\n1,1 资金\n2,0 市级\n2,1 5\n"},
	} {
		b := newBoard().grid(50, 100, 40+c.indent, 20, []string{"", ""}, []string{"", ""}, []string{"", ""})
		x0, x1 := 50+c.indent, 90+2*c.indent
		b.write("项目", x0, 103).write("金额", x1, 103).write("县级配套资金", x0, 123).write("市级", x0, 143).write("5", x1, 143)
		if got := picture(Find([]Page{b.page}, Options{})); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// A character at or over the right border belongs to its line, after a blank, too;
// a note in the margin does not.
func TestCharactersAtTheBorder(t *testing.T) {
	for _, c := range []struct {
		name string
		x    float64
		want string
	}{
		{"cut by the border", 148, "table 0: 2 × 1\n0,0 项目\n1,0 完成情况 深\n"},
		{"right behind it", 150, "table 0: 2 × 1\n0,0 项目\n1,0 完成情况 深\n"},
		{"in the margin", 175, "line \"深\" before 1\ntable 0: 2 × 1\n0,0 项目\n1,0 完成情况\n"},
	} {
		b := newBoard().grid(50, 100, 100, 20, []string{""}, []string{""}).write("项目", 53, 103).write("完成情况", 97, 123).write("深", c.x, 123)
		if got := picture(Find([]Page{b.page}, Options{})); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// The empty half of a closing bracket runs over a ruling; its text does not.
func TestBracketOverARuling(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a bracket":   {"（项目）", "table 0: 2 × 2\n0,0 （项目）\n0,1 河道清淤\n1,0 市级\n1,1 5\n"},
		"a character": {"（项目款", "table 0: 2 × 2\n0,0 （项目款河道清淤\n1,0 市级\n1,1 5\n"},
	} {
		b := newBoard().grid(50, 100, 41, 20, []string{"", ""}, []string{"", ""})
		b.write(c.text, 53.5, 103).write("河道清淤", 93.5, 103).write("市级", 53, 123).write("5", 94, 123)
		if got := picture(Find([]Page{b.page}, Options{})); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}
