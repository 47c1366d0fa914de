package sound

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"ziping/tools/eval/forms"
)

// Hand is something that people and programs do to a form on its way that leaves what its
// fields say the same.
type Hand string

// The hands a form goes through.
const (
	Numbering Hand = "numbering" // a column of numbers is put before it
	Margin    Hand = "margin"    // an empty column is put before it
	Beside    Hand = "beside"    // a column is put behind it that nobody filled in
	Gaps      Hand = "gaps"      // empty rows are put between some of its rows
	Repeated  Hand = "repeated"  // the row of headings is printed again on the next page
	Paged     Hand = "paged"     // the same, and the number of the page and the title stand between
	Spaced    Hand = "spaced"    // labels are set wide
	Wide      Hand = "wide"      // figures and signs are full width
	Narrow    Hand = "narrow"    // brackets and colons are half width
	Invisible Hand = "invisible" // characters that nobody sees stand within cells
	Units     Hand = "units"     // amounts have their unit behind them
	Marks     Hand = "marks"     // points have 分 behind them
	Strokes   Hand = "strokes"   // what is empty is struck out
	Chrome    Hand = "chrome"    // the lines of a web page stand around it
	Titled    Hand = "titled"    // lines of an annex stand above it
	Filled    Hand = "filled"    // merged labels stand in each of their rows
	Copied    Hand = "copied"    // every cell stands in each place it was merged over
	Spacer    Hand = "spacer"    // an empty column is put between two of its own
	Yen       Hand = "yen"       // amounts have a sign of money before them
	Minus     Hand = "minus"     // what is below nothing is in brackets, or has a longer stroke
	Dots      Hand = "dots"      // rows of dots from the blank form are left in the list
	Turned    Hand = "turned"    // the columns of money and of the list stand in another order
	Many      Hand = "many"      // three of them
)

// Hands are all of them.
var Hands = []Hand{Numbering, Margin, Beside, Gaps, Repeated, Paged, Spaced, Wide, Narrow, Invisible, Units, Marks, Strokes, Chrome, Titled, Filled, Copied, Spacer, Yen, Minus, Dots, Turned, Many}

// Through is the form after a hand. Rows are those of Cut; the form's own cells stay.
func (f *Form) Through(h Hand, grid [][]string, rng *rand.Rand) (g *Form, out [][]string) {
	c := *f
	g = &c
	x := &hands{Rand: rng, f: g, grid: make([][]string, len(grid))}
	for i, row := range grid {
		x.grid[i] = slices.Clone(row)
	}
	switch h {
	case Many:
		out = grid
		for range 3 { // each leaves the cells of fields where they are
			g, out = g.Through(still[rng.IntN(len(still))], out, rng)
		}
		return g, out
	case Turned:
		x.turn()
	case Filled:
		x.fill()
	case Copied:
		for _, c := range x.f.Cells {
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for col := c.Col; col < c.Col+c.ColSpan; col++ {
					x.grid[r][col] = c.Text
				}
			}
		}
	case Spacer:
		x.spacer()
	case Dots:
		x.dots()
	case Numbering:
		x.before(func(i int) string { return hundredths(100 * (i + 1)) })
	case Margin:
		x.before(func(int) string { return "" })
	case Beside:
		x.behind()
	case Gaps:
		x.gaps()
	case Repeated:
		x.again(nil)
	case Paged:
		x.again([]string{"第1页 共2页", f.Title})
	case Chrome:
		g.Above = slices.Concat([]string{"首页 > 信息公开 > 财政预决算", "发布时间：2024-03-18 10:22  来源：办公室  字体：【大 中 小】"}, g.Above)
		g.Below = slices.Concat(g.Below, []string{"打印本页 关闭窗口", "上一篇：2023年度部门决算公开", "版权所有：某某人民政府 ICP备12345678号"})
	case Titled:
		g.Title, g.Sub = "附件2", f.Title+orNothing("\n", f.Sub)
	default:
		x.each(h)
	}
	return g, x.grid
}

// still are those that leave the cells where they are.
var still = []Hand{Spaced, Wide, Narrow, Invisible, Units, Marks, Strokes, Chrome, Titled}

// turn gives the columns behind the names of the list, and behind the labels of money,
// another order.
func (x *hands) turn() {
	for _, prefix := range []string{"indicators[", "funds["} {
		first, last := -1, -1
		columns := map[int]bool{}
		for p, i := range x.f.At {
			c := x.f.Cells[i]
			if prefix == "indicators[" && strings.HasPrefix(p, "total.") && c.Col > 0 {
				last = max(last, c.Row)
			}
			if !strings.HasPrefix(p, prefix) || prefix == "funds[" && x.inList(c.Row) {
				continue
			}
			if first < 0 || c.Row < first {
				first = c.Row
			}
			last = max(last, c.Row)
			if prefix == "funds[" || strings.HasSuffix(p, ".target") || strings.HasSuffix(p, ".actual") || strings.HasSuffix(p, ".weight") || strings.HasSuffix(p, ".score") {
				columns[c.Col] = true
			}
		}
		if first < 1 || len(columns) < 2 || x.grouped(first-1, columns) {
			continue
		}
		from := slices.Sorted(maps.Keys(columns))
		to := slices.Clone(from)
		x.Shuffle(len(to), func(i, j int) { to[i], to[j] = to[j], to[i] })
		for r := first - 1; r <= last; r++ {
			row := slices.Clone(x.grid[r])
			for k := range from {
				x.grid[r][to[k]] = row[from[k]]
			}
		}
	}
}

// inList reports a row among the indicators or right above them, below their headings.
func (x *hands) inList(row int) bool {
	for p, i := range x.f.At {
		if r := x.f.Cells[i].Row; strings.HasPrefix(p, "indicators[") && r >= row && r-row <= 2 {
			return x.listHead() < row
		}
	}
	return false
}

// grouped reports a row in which not every one of some columns has a heading of its own,
// in one row.
func (x *hands) grouped(row int, columns map[int]bool) bool {
	n := 0
	for _, c := range x.f.Cells {
		if c.Row == row && c.Kind == forms.Heading && c.RowSpan == 1 && columns[c.Col] {
			n++
		}
	}
	return n < len(columns)
}

func orNothing(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

type hands struct {
	*rand.Rand
	f    *Form
	grid [][]string
}

// before puts a column before all others, with a number for each row that has one.
func (x *hands) before(number func(i int) string) {
	for i := range x.grid {
		x.grid[i] = append([]string{number(i)}, x.grid[i]...)
	}
}

// behind puts a column behind all others that has a heading in the list and nothing else.
func (x *hands) behind() {
	at := x.listHead()
	for i := range x.grid {
		s := ""
		if i == at {
			s = "备注"
		}
		x.grid[i] = append(x.grid[i], s)
	}
}

// fill repeats the labels of levels, and those beside blocks, in each of their rows.
func (x *hands) fill() {
	for _, c := range x.f.Cells {
		if c.Kind != forms.Label || c.Text == "" {
			continue
		}
		for r := c.Row + 1; r < c.Row+c.RowSpan; r++ {
			x.grid[r][c.Col] = c.Text
		}
	}
}

func (x *hands) spacer() {
	at := 1 + x.IntN(len(x.grid[0])-1)
	for i := range x.grid {
		x.grid[i] = slices.Insert(x.grid[i], at, "")
	}
}

// dots puts rows of dots below some of the indicators.
func (x *hands) dots() {
	var rows, cols []int
	for p, i := range x.f.At {
		if c := x.f.Cells[i]; strings.HasPrefix(p, "indicators[") && strings.HasSuffix(p, ".name") {
			rows, cols = append(rows, c.Row), append(cols, c.Col)
		}
	}
	slices.Sort(rows)
	for _, r := range slices.Backward(rows) {
		if x.IntN(4) == 0 {
			row := make([]string, len(x.grid[r]))
			row[cols[0]] = "……"
			x.grid = slices.Insert(x.grid, r+1, row)
		}
	}
}

func (x *hands) gaps() {
	var out [][]string
	for _, row := range x.grid {
		out = append(out, row)
		if x.IntN(8) == 0 {
			out = append(out, make([]string, len(row)))
		}
	}
	x.grid = out
}

// listHead is the row of the list's headings, -1 where there is none.
func (x *hands) listHead() int {
	for i, row := range x.grid {
		for _, s := range row {
			if strings.HasPrefix(s, "三级指标") || s == "具体指标" || s == "指标名称" || s == "一级指标" {
				return i
			}
		}
	}
	return -1
}

// again repeats the headings of the list before one of its rows.
func (x *hands) again(between []string) {
	at := x.listHead()
	first, last := -1, -1
	for p, i := range x.f.At {
		if strings.HasPrefix(p, "indicators[") && strings.HasSuffix(p, ".name") {
			r := x.f.Cells[i].Row
			if first < 0 || r < first {
				first = r
			}
			last = max(last, r)
		}
	}
	if at < 0 || last-first < 2 || first-at > 1 {
		return
	}
	to := first + 1 + x.IntN(last-first)
	var put [][]string
	for _, s := range between {
		row := make([]string, len(x.grid[at]))
		row[0] = s
		put = append(put, row)
	}
	head := slices.Clone(x.grid[at])
	if !strings.HasSuffix(head[0], "级指标") && head[0] != "序号" { // the block's own label is not repeated
		head[0] = ""
	}
	x.grid = slices.Insert(x.grid, to, append(put, head)...)
}

// unseen are characters that nobody sees.
var unseen = []string{"\u200b", "\ufeff", "\u00ad", "\u2060"}

// each changes cells one by one.
func (x *hands) each(h Hand) {
	kind := map[int]string{}
	for p, i := range x.f.At {
		kind[i] = p
	}
	struck := []string{"/", "—", "-", "无"}[x.IntN(4)]
	for i, c := range x.f.Cells {
		if c.Row >= len(x.grid) || c.Col >= len(x.grid[c.Row]) {
			continue
		}
		s := &x.grid[c.Row][c.Col]
		p := kind[i]
		last := p[strings.LastIndex(p, ".")+1:]
		money := strings.HasPrefix(p, "funds")
		switch {
		case h == Strokes && *s == "" && c.Text == "" && c.RowSpan == 1 && c.ColSpan == 1 && c.Kind == forms.Number:
			*s = struck
		case *s == "":
		case h == Spaced && (c.Kind == forms.Label || c.Kind == forms.Heading) && len([]rune(*s)) <= 4 && len([]rune(*s)) > 1:
			*s = strings.Join(strings.Split(*s, ""), " ")
		case h == Wide:
			*s = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．", "%", "％", "(", "（", ")", "）", ",", "，").Replace(*s)
		case h == Narrow:
			*s = strings.NewReplacer("（", "(", "）", ")", "：", ":").Replace(*s)
		case h == Invisible:
			r := []rune(*s)
			k := x.IntN(len(r) + 1)
			*s = string(r[:k]) + unseen[x.IntN(len(unseen))] + string(r[k:])
		case h == Units && money && last != "execution_rate" && last != "weight" && last != "score" && last != "balance_rate" && isFigure(*s):
			*s += x.unit()
		case h == Yen && money && last != "execution_rate" && last != "weight" && last != "score" && last != "balance_rate" && isFigure(*s):
			*s = []string{"￥", "¥"}[c.Row%2] + *s
		case h == Minus && money && strings.HasPrefix(*s, "-") && isFigure(*s):
			*s = []string{"(" + (*s)[1:] + ")", "−" + (*s)[1:], "－" + (*s)[1:]}[x.IntN(3)]
		case h == Marks && (last == "weight" || last == "score") && isFigure(*s) && !strings.HasSuffix(*s, "%"):
			*s += "分"
		}
	}
}

// unit is the unit of money that the form prints, 万元 where it prints none.
func (x *hands) unit() string {
	for _, s := range append([]string{x.f.Sub}, x.f.Above...) {
		if strings.Contains(s, "单位") && strings.Contains(s, "元") && !strings.Contains(s, "万元") {
			return "元"
		}
	}
	return "万元"
}
