package join

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
	"ziping/extract/grid/words"
)

// on is a piece on a page, with the texts of its cells: place, and rows and columns where
// it is merged, then lines parted by strokes, then arrows to the sides that have no border:
// "0,1 2×1 修路/和桥 ↓". Each character is 10 high, and 10 wide or, those of ASCII, 5.
type on struct {
	page      int
	xs, ys    []float64
	cells     []string
	open      [4]bool
	ruled     bool
	tentative bool
	unsure    string   // characters that may be others
	lines     []string // beside it: height, place and text
	rules     []string // height, and from where to where
}

func drawn(t *testing.T, heading string, list ...on) (*sheet.Document, []*piece.Piece) {
	t.Helper()
	pages := map[int]*page.Page{}
	last := 0
	type mark struct{ from, to int }
	marks := map[string]mark{}
	at := func(n int) *page.Page {
		if pages[n] == nil {
			pages[n] = &page.Page{Number: n + 1, Width: 600, Height: 800}
		}
		last = max(last, n)
		return pages[n]
	}
	write := func(p *page.Page, text string, x, y float64) {
		for _, r := range text {
			w := 10.0
			if r < 0x80 {
				w = 5
			}
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + w, y + 10}})
			x += w
		}
	}
	var cells [][]piece.Cell
	for n, q := range list {
		p := at(q.page)
		var own []piece.Cell
		for k, s := range q.cells {
			f := strings.Fields(s)
			c := piece.Cell{Rows: 1, Cols: 1}
			fmt.Sscanf(f[0], "%d,%d", &c.Row, &c.Col)
			f = f[1:]
			if len(f) > 0 && strings.Contains(f[0], "×") {
				fmt.Sscanf(f[0], "%d×%d", &c.Rows, &c.Cols)
				f = f[1:]
			}
			c.Box = extract.Box{q.xs[c.Col], q.ys[c.Row], q.xs[c.Col+c.Cols], q.ys[c.Row+c.Rows]}
			from := len(p.Glyphs)
			for _, w := range f {
				switch w {
				case "↑":
					c.NoTop = true
				case "↓":
					c.NoBottom = true
				case "←":
					c.NoLeft = true
				case "→":
					c.NoRight = true
				default:
					for i, line := range strings.Split(w, "/") {
						write(p, line, c.Box[0]+3, c.Box[1]+4+13*float64(i))
					}
				}
			}
			marks[fmt.Sprint(n, k)] = mark{from, len(p.Glyphs)}
			own = append(own, c)
		}
		cells = append(cells, own)
		for _, l := range q.lines {
			var x, y float64
			var text string
			fmt.Sscan(l, &y, &x, &text)
			write(p, text, x, y)
		}
		for _, l := range q.rules {
			var y, x0, x1 float64
			fmt.Sscan(l, &y, &x0, &x1)
			p.Rules = append(p.Rules, page.Rule{X0: x0, Y0: y, X1: x1, Y1: y})
		}
	}
	var in []page.Page
	for n := range last + 1 {
		in = append(in, *at(n))
	}
	for n, q := range list {
		for k := range q.cells {
			for g := marks[fmt.Sprint(n, k)].from; g < marks[fmt.Sprint(n, k)].to; g++ {
				if c := &in[q.page].Glyphs[g]; strings.Contains(q.unsure, c.Text) {
					c.Confidence = 0.5
				}
			}
		}
	}
	d := sheet.NewDocument(in, words.Known(), func(s string) bool { return strings.Contains(" "+heading+" ", " "+s+" ") }, nil)
	d.FindRunning()
	var out []*piece.Piece
	for n, q := range list {
		s := d.Sheets[q.page]
		p := &piece.Piece{Sheet: s, Xs: q.xs, Ys: q.ys, Cells: cells[n], Open: q.open, Ruled: q.ruled, Tentative: q.tentative}
		for k := range p.Cells {
			c := &p.Cells[k]
			for g := marks[fmt.Sprint(n, k)].from; g < marks[fmt.Sprint(n, k)].to; g++ {
				c.Glyphs = append(c.Glyphs, g)
			}
			c.Lines = s.Lines(c.Glyphs)
		}
		p.Take()
		out = append(out, p)
	}
	return d, out
}

func shown(tables []*table.Table) string {
	var out []string
	for _, t := range tables {
		var cells []string
		sort.SliceStable(t.Cells, func(i, j int) bool {
			a, b := t.Cells[i], t.Cells[j]
			return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col
		})
		for _, e := range t.Cells {
			s := fmt.Sprintf("%d,%d", e.Row, e.Col)
			if e.Rows > 1 || e.Cols > 1 {
				s += fmt.Sprintf(" %d×%d", e.Rows, e.Cols)
			}
			text := strings.ReplaceAll(e.Text(), "\n", "/")
			cells = append(cells, strings.TrimSpace(s+" "+text))
		}
		s := fmt.Sprintf("%d × %d: %s", t.Rows, len(t.Xs)-1, strings.Join(cells, "; "))
		for _, h := range t.Headers {
			s += fmt.Sprintf("; again %q at %d", h.Text, h.Row)
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

var (
	three = []float64{50, 150, 250, 350}
	two   = []float64{60, 90, 120}
)

// What a page holds goes on from the page before, or does not.
func TestPages(t *testing.T) {
	first := on{xs: three, ys: two, cells: []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 12", "1,2 13"}}
	next := on{page: 1, xs: three, ys: two, cells: []string{"0,0 修桥", "0,1 22", "0,2 23", "1,0 种树", "1,1 32", "1,2 33"}}
	with := func(q on, change func(*on)) on { change(&q); return q }
	const head = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13"
	const rest = "2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33"
	const one, other = "4 × 3: " + head + "; " + rest, "2 × 3: " + head + "\n2 × 3: 0,0 修桥; 0,1 22; 0,2 23; 1,0 种树; 1,1 32; 1,2 33"
	shift := func(by ...float64) []float64 { return by }
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"the next page", []on{first, next}, one},
		{"not the next", []on{first, with(next, func(q *on) { q.page = 2 })}, other},
		{"shifted", []on{first, with(next, func(q *on) { q.xs = shift(70, 170, 270, 370) })}, one},
		{"other columns", []on{first, with(next, func(q *on) { q.xs = shift(50, 150, 250, 400) })}, other},
		{"text behind the first", []on{with(first, func(q *on) { q.lines = []string{"300 50 以上各项均已完成"} }), next}, other},
		{"text before the next", []on{first, with(next, func(q *on) { q.lines = []string{"40 50 以下各项均已完成"} })}, other},
		{"one that says it goes on", []on{first, with(next, func(q *on) { q.lines = []string{"40 50 续表"} })}, one},
		{"the heading again", []on{first, with(next, func(q *on) {
			q.ys, q.cells = shift(60, 90, 120, 150), []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修桥", "1,1 22", "1,2 23", "2,0 种树", "2,1 32", "2,2 33"}
		})}, one + `; again "名称 | 目标 | 完成" at 0`},
		{"the heading again and the same contents", []on{first, with(next, func(q *on) {
			q.ys, q.cells = shift(60, 90, 120, 150), []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 22", "1,2 23", "2,0 种树", "2,1 32", "2,2 33"}
		})}, "2 × 3: " + head + "\n3 × 3: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 22; 1,2 23; 2,0 种树; 2,1 32; 2,2 33"},
		{"the first cell again", []on{first, with(next, func(q *on) {
			q.cells = []string{"0,0 名称", "0,1 22", "0,2 23", "1,0 种树", "1,1 32", "1,2 33"}
		})}, "2 × 3: " + head + "\n2 × 3: 0,0 名称; 0,1 22; 0,2 23; 1,0 种树; 1,1 32; 1,2 33"},
		{"the heading again, and the words behind it", []on{with(first, func(q *on) {
			q.cells = []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 个", "1,2 无"}
		}), with(next, func(q *on) {
			q.ys, q.cells = shift(60, 90, 120, 150), []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修桥", "1,1 个", "1,2 无", "2,0 种树", "2,1 32", "2,2 33"}
		})}, "2 × 3: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 个; 1,2 无\n3 × 3: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 修桥; 1,1 个; 1,2 无; 2,0 种树; 2,1 32; 2,2 33"},
		{"a heading in the middle again", []on{with(first, func(q *on) {
			q.ys, q.cells = shift(60, 90, 120, 150), []string{"0,0 项目", "0,1 1×2 修路", "1,0 名称", "1,1 目标", "1,2 完成", "2,0 里程", "2,1 12", "2,2 13"}
		}), with(next, func(q *on) {
			q.ys, q.cells = shift(60, 90, 120), []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 种树", "1,1 32", "1,2 33"}
		})}, `4 × 3: 0,0 项目; 0,1 1×2 修路; 1,0 名称; 1,1 目标; 1,2 完成; 2,0 里程; 2,1 12; 2,2 13; 3,0 种树; 3,1 32; 3,2 33; again "名称 | 目标 | 完成" at 1`},
		{"a frame right below", []on{first, with(next, func(q *on) { q.page, q.ys = 0, shift(127, 150, 180) })}, one},
		{"a frame that touches", []on{first, with(next, func(q *on) { q.page, q.ys = 0, shift(120, 150, 180) })}, one},
		{"a frame that overlaps", []on{first, with(next, func(q *on) { q.page, q.ys = 0, shift(119, 150, 180) })}, other},
		{"a frame below with room for a line", []on{first, with(next, func(q *on) { q.page, q.ys = 0, shift(129, 150, 180) })}, other},
		{"a frame below that is wider", []on{first, with(next, func(q *on) { q.page, q.ys, q.xs = 0, shift(127, 150, 180), shift(50, 150, 250, 356) })}, other},
		{"a frame below that divides otherwise", []on{first, with(next, func(q *on) { q.page, q.ys, q.xs = 0, shift(127, 150, 180), shift(50, 150, 200, 350) })},
			"4 × 4: 0,0 名称; 0,1 1×2 目标; 0,3 完成; 1,0 修路; 1,1 1×2 12; 1,3 13; 2,0 修桥; 2,1 22; 2,2 1×2 23; 3,0 种树; 3,1 32; 3,2 1×2 33"},
		{"uprights alone, which go on", []on{first, with(next, func(q *on) { q.tentative = true })}, one},
		{"uprights alone, which do not", []on{first, with(next, func(q *on) { q.tentative, q.xs = true, shift(50, 150, 250, 400) })}, "2 × 3: " + head},
		{"a title on each page", []on{with(first, func(q *on) {
			q.ys, q.cells = shift(60, 90, 400, 740), []string{"0,0 1×3 绩效自评表", "1,0 修路", "1,1 12", "1,2 13", "2,0 修桥", "2,1 22", "2,2 23"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 1×3 绩效自评表", "1,0 种树", "1,1 32", "1,2 33"}
		})}, `4 × 3: 0,0 1×3 绩效自评表; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33; again "绩效自评表" at 0`},
		{"a title on a page that is not full", []on{with(first, func(q *on) {
			q.cells = []string{"0,0 1×3 绩效自评表", "1,0 修路", "1,1 12", "1,2 13"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 1×3 绩效自评表", "1,0 种树", "1,1 32", "1,2 33"}
		})}, "2 × 3: 0,0 1×3 绩效自评表; 1,0 修路; 1,1 12; 1,2 13\n2 × 3: 0,0 1×3 绩效自评表; 1,0 种树; 1,1 32; 1,2 33"},
		{"a title, and what the form begins with", []on{with(first, func(q *on) {
			q.ys, q.cells = shift(60, 90, 400, 740), []string{"0,0 1×3 绩效自评表", "1,0 名称", "1,1 12", "1,2 13", "2,0 修桥", "2,1 22", "2,2 23"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 1×3 绩效自评表", "1,0 名称", "1,1 32", "1,2 33"}
		})}, "3 × 3: 0,0 1×3 绩效自评表; 1,0 名称; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23\n2 × 3: 0,0 1×3 绩效自评表; 1,0 名称; 1,1 32; 1,2 33"},
		{"a row that the break cuts", []on{with(first, func(q *on) {
			q.cells = []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路/改造 ↓", "1,1 12 ↓", "1,2 ↓"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 工程 ↑", "0,1 ↑", "0,2 无 ↑", "1,0 种树", "1,1 32", "1,2 33"}
		})}, "3 × 3: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路改造工程; 1,1 12; 1,2 无; 2,0 种树; 2,1 32; 2,2 33"},
		{"a label that goes on", []on{with(first, func(q *on) {
			q.cells = []string{"0,0 2×1 产出", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 2×1", "0,1 22", "0,2 23", "1,1 32", "1,2 33"}
		})}, "4 × 3: 0,0 4×1 产出; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,1 22; 2,2 23; 3,1 32; 3,2 33"},
		{"another label", []on{with(first, func(q *on) {
			q.cells = []string{"0,0 2×1 产出", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13"}
		}), with(next, func(q *on) {
			q.cells = []string{"0,0 2×1 效益", "0,1 22", "0,2 23", "1,1 32", "1,2 33"}
		})}, "4 × 3: 0,0 2×1 产出; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,0 2×1 效益; 2,1 22; 2,2 23; 3,1 32; 3,2 33"},
	} {
		d, pieces := drawn(t, "名称 目标 完成", tt.list...)
		if got := shown(Pages(d, pieces)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// What one column says of a break.
func TestSign(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b string
		want sign
	}{
		{"nothing on either page", "1,0", "0,0", silent},
		{"a number parted", "1,0 2024年4", "0,0 月2日", tornFigure},
		{"a bracket", "1,0 修路（一", "0,0 期）工程", tornWord},
		{"one heading", "1,0 指标名", "0,0 称", tornWord},
		{"a full line", "1,0 农村公路改造工程已", "0,0 完成", runsOn},
		{"almost full", "1,0 农村公路改造工程", "0,0 完成", runsOn},
		{"not full", "1,0 农村公路改造", "0,0 完成", complete},
		{"a full stop", "1,0 农村公路改造工程。", "0,0 完成", fullStop},
		{"a number behind it", "1,0 农村公路改造工程已", "0,0 2.完成", fullStop},
		{"text here alone", "1,0 农村公路", "0,0", ended},
		{"text there alone", "1,0", "0,0 农村公路", begins},
		{"text there that had no room", "1,0", "0,0 农村/公路/改造", moved},
		{"figures", "1,0 12", "0,0 34", twoFigures},
		{"a full line above a label of two rows", "1,0 农村公路改造工程已", "0,0 2×1 完成", silent},
		{"a short one above a label of two rows", "1,0 产出", "0,0 2×1 效益", newGroup},
		{"figures without room", "1,0 12345678901234567", "0,0 34", outOfSpace},
	} {
		d, pieces := drawn(t, "指标名称", on{xs: []float64{50, 150}, ys: two, cells: []string{tt.a}}, on{page: 1, xs: []float64{50, 150}, ys: []float64{60, 110, 140}, cells: []string{tt.b}})
		a, b := newTable(pieces[0]), newTable(pieces[1])
		a.doc = d
		if got := a.sign(0, a.Cells, b.Cells); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// What the columns of a row say is added up.
func TestRowGoesOn(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b []string
		want bool
	}{
		{"text that runs on, and ended ones", []string{"农村公路改造工程已", "12", "无"}, []string{"完成", "", ""}, true},
		{"nothing behind", []string{"农村公路改造工程已", "12", "无"}, []string{"", "", ""}, false},
		{"a torn number", []string{"农村公路", "2024年4", "无"}, []string{"修桥", "月2日", ""}, true},
		{"two figures", []string{"农村公路改造工程已", "12", "无"}, []string{"完成", "34", ""}, false},
		{"a text that begins", []string{"农村公路改造工程已", "12", ""}, []string{"完成", "", "无"}, false},
		{"complete in the first column", []string{"农村公路", "农村公路改造工程已", "无"}, []string{"修桥", "完成", ""}, false},
		{"complete in another", []string{"农村公路改造工程已", "农村公路", "无"}, []string{"完成", "修桥", ""}, false},
		{"complete in another, two that ended", []string{"农村公路改造工程已", "农村公路", "无", "9"}, []string{"完成", "修桥", "", ""}, true},
		{"all run on", []string{"农村公路改造工程已", "农村公路改造工程已", "农村公路改造工程已"}, []string{"完成", "完成", "完成"}, true},
		{"many run on", []string{"农村公路改造工程已", "农村公路改造工程已", "农村公路改造工程已", "农村公路改造工程已"}, []string{"完成", "完成", "完成", "完成"}, false},
		{"figures out of room, and text that runs on", []string{"农村公路改造工程已", "12345678901234567", "无"}, []string{"完成", "34", ""}, false},
		{"the same, and two that ended", []string{"农村公路改造工程已", "12345678901234567", "无", "9"}, []string{"完成", "34", "", ""}, true},
	} {
		xs := []float64{50}
		var a, b []string
		for k := range tt.a {
			xs = append(xs, 150+100*float64(k))
			a, b = append(a, strings.TrimSpace(fmt.Sprintf("1,%d %s", k, tt.a[k]))), append(b, strings.TrimSpace(fmt.Sprintf("0,%d %s", k, tt.b[k])))
		}
		d, pieces := drawn(t, "", on{xs: xs, ys: two, cells: a}, on{page: 1, xs: xs, ys: []float64{60, 110, 140}, cells: b})
		x, y := newTable(pieces[0]), newTable(pieces[1])
		x.doc = d
		if got := x.rowGoesOn(x.Cells, y.Cells); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// A page that is full ends a table by its end, whatever divides the rows behind it.
func TestFillsPage(t *testing.T) {
	for end, want := range map[float64]bool{700: false, 699: false, 701: true, 740: true} {
		_, pieces := drawn(t, "", on{xs: three, ys: []float64{60, end}, cells: []string{"0,0 甲"}}, on{page: 1, xs: three, ys: two, cells: []string{"0,0 乙"}})
		if got := fillsPage(pieces[0], pieces[1]); got != want {
			t.Errorf("down to %v: got %v", end, got)
		}
	}
}

// Half of the inner edges of one piece are edges of the other, where there are three.
func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		a, b []float64
		dx   float64
		want bool
	}{
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 10, 20, 30, 40}, 0, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 14, 24, 34, 40}, 0, false},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 14, 24, 40}, 0, true},
		{[]float64{0, 12, 24, 40}, []float64{0, 15, 27, 33, 40}, 0, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 11, 21, 34, 40}, 0, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 11, 24, 34, 40}, 0, false},
		{[]float64{0, 10, 20, 30, 40, 50}, []float64{0, 10, 20, 24, 27, 34, 37, 50}, 0, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{5, 15, 25, 35, 45}, -5, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 10, 14, 17, 20, 24, 27, 34, 37, 40}, 0, true},
		{[]float64{0, 10, 20, 30, 40}, []float64{0, 10, 14, 17, 24, 27, 34, 37, 40}, 0, false},
	} {
		if got := alike(&growing{Table: table.Table{Xs: tt.a}}, &piece.Piece{Xs: tt.b}, tt.dx, 2); got != tt.want {
			t.Errorf("%v and %v: got %v", tt.a, tt.b, got)
		}
	}
}

// A row over all columns, of a table without outer borders, is between two pieces or above
// the first.
func TestNotes(t *testing.T) {
	open := [4]bool{true, true, true, false}
	first := on{xs: three, ys: two, open: open, cells: []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 12", "1,2 13"}, lines: []string{"130 60 以上各项均已完成"}}
	below := on{xs: three, ys: []float64{150, 180, 210}, open: [4]bool{true, false, true, true}, cells: []string{"0,0 修桥", "0,1 22", "0,2 23", "1,0 种树", "1,1 32", "1,2 33"}}
	with := func(q on, change func(*on)) on { change(&q); return q }
	const head = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13"
	const joined = "5 × 3: " + head + "; 2,0 1×3 以上各项均已完成; 3,0 修桥; 3,1 22; 3,2 23; 4,0 种树; 4,1 32; 4,2 33"
	const parted = "2 × 3: " + head + "\n2 × 3: 0,0 修桥; 0,1 22; 0,2 23; 1,0 种树; 1,1 32; 1,2 33"
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"between", []on{first, below}, joined},
		{"two lines with a ruling between", []on{with(first, func(q *on) {
			q.lines, q.rules = []string{"124 60 以上各项均已完成", "137 60 以下各项尚未完成"}, []string{"135 50 350"}
		}), with(below, func(q *on) { q.ys = []float64{155, 180, 210} })}, "6 × 3: " + head + "; 2,0 1×3 以上各项均已完成; 3,0 1×3 以下各项尚未完成; 4,0 修桥; 4,1 22; 4,2 23; 5,0 种树; 5,1 32; 5,2 33"},
		{"no text between", []on{with(first, func(q *on) { q.lines = nil }), below}, parted},
		{"an upper border", []on{with(first, func(q *on) { q.open[1] = false }), below}, parted},
		{"a lower border that is missing", []on{with(first, func(q *on) { q.open[3] = true }), below}, parted},
		{"a left border", []on{with(first, func(q *on) { q.open[0] = false }), below}, parted},
		{"a right border", []on{first, with(below, func(q *on) { q.open[2] = false })}, parted},
		{"an open top below", []on{first, with(below, func(q *on) { q.open[1] = true })}, parted},
		{"too high", []on{first, with(below, func(q *on) { q.ys = []float64{241, 270, 300} })}, parted},
		{"of another width", []on{first, with(below, func(q *on) { q.xs = []float64{50, 150, 250, 354} })}, parted},
		{"the first cell again", []on{first, with(below, func(q *on) { q.cells[0] = "0,0 名称" })}, "2 × 3: " + head + "\n2 × 3: 0,0 名称; 0,1 22; 0,2 23; 1,0 种树; 1,1 32; 1,2 33"},
	} {
		if tt.name == "the first cell again" {
			tt.list[1].cells = append([]string{"0,0 名称"}, below.cells[1:]...)
		} else {
			below.cells[0] = "0,0 修桥"
		}
		d, pieces := drawn(t, "", tt.list...)
		if got := shown(Pages(d, pieces)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	alone := on{xs: three, ys: two, ruled: true, open: [4]bool{true, false, true, true}, cells: first.cells, lines: []string{"45 60 以上各项均已完成"}, rules: []string{"60 50 350"}}
	for _, tt := range []struct {
		name string
		q    on
		want bool
	}{
		{"above", alone, true},
		{"two columns", with(alone, func(q *on) {
			q.xs, q.rules, q.cells = []float64{50, 150, 250}, []string{"60 50 250"}, []string{"0,0 名称", "0,1 目标", "1,0 修路", "1,1 12"}
		}), true},
		{"not found by rulings", with(alone, func(q *on) { q.ruled = false }), false},
		{"an open top", with(alone, func(q *on) { q.open[1] = true }), false},
		{"a lower border", with(alone, func(q *on) { q.open[3] = false }), false},
		{"a left border", with(alone, func(q *on) { q.open[0] = false }), false},
		{"a right border", with(alone, func(q *on) { q.open[2] = false }), false},
		{"no ruling", with(alone, func(q *on) { q.rules = nil }), false},
		{"a ruling over less than half", with(alone, func(q *on) { q.rules = []string{"60 50 180"} }), false},
		{"further above", with(alone, func(q *on) { q.lines = []string{"39 60 以上各项均已完成"} }), false},
		{"beyond the left border", with(alone, func(q *on) { q.lines = []string{"45 49 以上各项均已完成"} }), false},
	} {
		d, pieces := drawn(t, "", tt.q)
		got := shown(Pages(d, pieces))
		want := "2 × 3: " + head
		if tt.want {
			want = "3 × 3: 0,0 1×3 以上各项均已完成; 1,0 名称; 1,1 目标; 1,2 完成; 2,0 修路; 2,1 12; 2,2 13"
		}
		if tt.name == "two columns" {
			want = "3 × 2: 0,0 1×2 以上各项均已完成; 1,0 名称; 1,1 目标; 2,0 修路; 2,1 12"
		}
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
	}
}

// A page that begins at an inner edge of a table without left border holds its first
// columns, too.
func TestReachLeft(t *testing.T) {
	first := on{xs: three, ys: two, open: [4]bool{true, false, true, false}, cells: []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 2×1 修路 ↓"}}
	first.cells = []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 12", "1,2 13"}
	next := on{page: 1, xs: []float64{150, 250, 350}, ys: two, open: [4]bool{false, false, true, false}, cells: []string{"0,0 22", "0,1 23", "1,0 32", "1,1 33"}, lines: []string{"84 60 修桥"}, rules: []string{"60 50 350", "120 50 350"}}
	with := func(q on, change func(*on)) on { change(&q); return q }
	const head = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13"
	const parted = "2 × 3: " + head + "\n2 × 2: 0,0 22; 0,1 23; 1,0 32; 1,1 33"
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"a label over the page", []on{first, next}, "4 × 3: " + head + "; 2,0 2×1 修桥; 2,1 22; 2,2 23; 3,1 32; 3,2 33"},
		{"two of them", []on{first, with(next, func(q *on) {
			q.rules, q.lines = []string{"60 50 350", "90 50 350", "120 50 350"}, []string{"64 60 修桥", "94 60 种树"}
		})}, "4 × 3: " + head + "; 2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33"},
		{"at the second inner edge", []on{first, with(next, func(q *on) { q.xs, q.cells = []float64{250, 350}, []string{"0,0 23", "1,0 33"} })}, "4 × 3: " + head + "; 2,0 2×2 修桥; 2,2 23; 3,2 33"},
		{"a left border before", []on{with(first, func(q *on) { q.open[0] = false }), next}, parted},
		{"a right border there", []on{first, with(next, func(q *on) { q.open[2] = false })}, parted},
		{"at no inner edge", []on{first, with(next, func(q *on) { q.xs = []float64{140, 250, 350} })}, parted},
		{"another right border", []on{first, with(next, func(q *on) { q.xs = []float64{150, 250, 357} })}, parted},
	} {
		d, pieces := drawn(t, "", tt.list...)
		if got := shown(Pages(d, pieces)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// A sheet wider than the paper is on pages beside each other: the same rows, and cells
// that the break cuts.
func TestBeside(t *testing.T) {
	ys := []float64{60, 90, 120, 150, 180}
	left := on{xs: three, ys: ys, cells: []string{"0,0 1×3 绩效自 →", "1,0 名称", "1,1 目标", "1,2 完成", "2,0 修路", "2,1 12", "2,2 13", "3,0 修桥", "3,1 22", "3,2 23"}}
	right := on{page: 1, xs: []float64{40, 140}, ys: ys, cells: []string{"0,0 评表 ←", "1,0 得分", "2,0 9", "3,0 8"}}
	with := func(q on, change func(*on)) on { change(&q); return q }
	const one = "4 × 4: 0,0 1×4 绩效自评表; 1,0 名称; 1,1 目标; 1,2 完成; 1,3 得分; 2,0 修路; 2,1 12; 2,2 13; 2,3 9; 3,0 修桥; 3,1 22; 3,2 23; 3,3 8"
	const parted = "4 × 3: 0,0 1×3 绩效自; 1,0 名称; 1,1 目标; 1,2 完成; 2,0 修路; 2,1 12; 2,2 13; 3,0 修桥; 3,1 22; 3,2 23\n4 × 1: 0,0 评表; 1,0 得分; 2,0 9; 3,0 8"
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"beside", []on{left, right}, one},
		{"a border at the left", []on{left, with(right, func(q *on) { q.cells = []string{"0,0 评表", "1,0 得分", "2,0 9", "3,0 8"} })}, parted},
		{"other heights", []on{left, with(right, func(q *on) { q.ys = []float64{60, 93, 120, 150, 180} })}, parted},
		{"nearly the same", []on{left, with(right, func(q *on) { q.ys = []float64{60, 92.4, 120, 150, 180} })}, one},
		{"as near as may be", []on{left, with(right, func(q *on) { q.ys = []float64{60, 92.5, 120, 150, 180} })}, one},
		{"a little higher", []on{left, with(right, func(q *on) { q.ys = []float64{59, 90, 120, 150, 180} })}, one},
		{"one that is cut at the right alone", []on{left, with(right, func(q *on) { q.cells = []string{"0,0 评表 ←", "1,0 得分 ←", "2,0 9", "3,0 8"} })}, one},
		{"no left borders, but inner ones", []on{left, with(right, func(q *on) {
			q.xs, q.cells = []float64{40, 90, 140}, []string{"0,0 评表 ←", "1,0 得分 ←", "1,1 权重", "2,0 9 ←", "3,0 8 ←"}
		})}, "4 × 3: 0,0 1×3 绩效自; 1,0 名称; 1,1 目标; 1,2 完成; 2,0 修路; 2,1 12; 2,2 13; 3,0 修桥; 3,1 22; 3,2 23\n4 × 2: 0,0 评表; 1,0 得分; 1,1 权重; 2,0 9; 3,0 8"},
		{"two pages on", []on{left, with(right, func(q *on) { q.page = 2 })}, parted},
		{"no borders at all", []on{left, with(right, func(q *on) { q.cells = []string{"0,0 评表 ←", "1,0 得分 ←", "2,0 9 ←", "3,0 8 ←"} })}, parted},
	} {
		d, pieces := drawn(t, "", tt.list...)
		var tables []*table.Table
		for _, p := range pieces {
			tables = append(tables, &newTable(p).Table)
		}
		if got := shown(beside(tables)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		_ = d
	}
}

// A figure is parted where the line ends, wherever that is.
func TestOutOfRoom(t *testing.T) {
	for text, want := range map[string]bool{"1,0 12": false, "1,0 1234567890123456": false, "1,0 12345678901234567": true, "1,0 123456789012345678": true, "1,0 12345678901234567/9": false, "1,0": false} {
		_, pieces := drawn(t, "", on{xs: []float64{50, 150}, ys: two, cells: []string{text}}, on{page: 1, xs: []float64{50, 150}, ys: two, cells: []string{"0,0 34"}})
		if got := outOfRoom(newTable(pieces[0]).Cells[0], newTable(pieces[1]).Cells[0]); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
