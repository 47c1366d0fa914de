package grid

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update-drawn", false, "write what is found into the answers of drawn and printed pages")

// Pages drawn with characters, in testdata/drawn: "## " and a name begin each, "---" parts
// its pages, "===" begins what must be found, where | parts cells, < goes on from the left
// and ^ from above, ¶ parts lines, and a line outside tables stands in quotes.
//
// Box drawing is rulings, all else text. A column is half a character wide, a Chinese
// character takes two; a line with text is 13 points high, one of rulings alone, or empty,
// 6. The page's usual character is 10 points.
func TestDrawn(t *testing.T) { answered(t, "testdata/drawn/*.txt", drawnPage) }

// answered holds what is found on the pages of some files to the answers below them.
func answered(t *testing.T, glob string, read func(string) Page) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split("\n"+string(data), "\n## ")
		for i, part := range parts[1:] {
			name, rest, _ := strings.Cut(part, "\n")
			drawing, want, _ := strings.Cut(rest, "\n===\n")
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+name, func(t *testing.T) {
				var pages []Page
				for n, page := range strings.Split("\n"+drawing, "\n---\n") {
					p := read(strings.Trim(page, "\n"))
					p.Number = n + 1
					pages = append(pages, p)
				}
				f := Find(pages, Options{Heading: drawnHeading})
				checkLaws(t, pages, f)
				got := strings.TrimSpace(plotted(f))
				if *update {
					parts[i+1] = name + "\n" + drawing + "\n===\n" + got + "\n"
				} else if got != strings.TrimSpace(want) {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimSpace(strings.Join(parts, "\n## "))+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// drawnHeading knows the headings of the drawn pages.
func drawnHeading(s string) bool {
	return slices.Contains(strings.Fields("项目名称 主管部门 指标 一级指标 二级指标 三级指标 指标名称 年度指标值 实际完成值 目标值 完成值 分值 得分 偏差原因 年初预算数 全年预算数 全年执行数 执行率 年度资金总额 备注 产出指标 效益指标 满意度指标 总分 序号"), s)
}

// arms are where rulings go from the middle of a character of box drawing: left, up,
// right, down.
var arms = map[rune][4]bool{
	'─': {true, false, true, false}, '│': {false, true, false, true},
	'┌': {false, false, true, true}, '┐': {true, false, false, true}, '└': {false, true, true, false}, '┘': {true, true, false, false},
	'├': {false, true, true, true}, '┤': {true, true, false, true}, '┬': {true, false, true, true}, '┴': {true, true, true, false}, '┼': {true, true, true, true},
	'╴': {true, false, false, false}, '╵': {false, true, false, false}, '╶': {false, false, true, false}, '╷': {false, false, false, true},
}

func drawnPage(drawing string) Page {
	b := newBoard()
	y := 40.0
	for _, line := range strings.Split(drawing, "\n") {
		high := 6.0
		if strings.ContainsFunc(line, func(r rune) bool { _, ok := arms[r]; return !ok && r != ' ' }) {
			high = 13
		}
		x := 40.0
		for _, r := range line {
			wide := advance(r) * em
			to, ok := arms[r]
			switch {
			case ok:
				wide = em / 2
				mx, my := x+wide/2, y+high/2
				ends := [4]Rule{ruling(x, my, mx, my), ruling(mx, y, mx, my), ruling(mx, my, x+wide, my), ruling(mx, my, mx, y+high)}
				for k, end := range ends {
					if to[k] {
						b.page.Rules = append(b.page.Rules, end)
					}
				}
			case r != ' ':
				b.write(string(r), x, y+1)
			}
			x += wide
		}
		y += high
	}
	b.page.Rules = merged(b.page.Rules)
	b.page.Width, b.page.Height = 900, max(y+40, 840)
	return b.page
}

// plotted is what was found, as the drawn pages say what must be.
func plotted(f Found) string {
	var out []string
	for _, l := range f.Lines {
		out = append(out, fmt.Sprintf("%q", l.Text))
	}
	for _, t := range f.Tables {
		if len(out) > 0 {
			out = append(out, "")
		}
		rows := make([][]string, t.Rows)
		for r := range rows {
			rows[r] = make([]string, t.Cols)
		}
		for _, c := range t.Cells {
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for k := c.Col; k < c.Col+c.ColSpan; k++ {
					rows[r][k] = map[bool]string{true: "^", false: "<"}[k == c.Col]
				}
			}
			rows[c.Row][c.Col] = strings.ReplaceAll(c.Text, "\n", "¶")
		}
		for _, row := range rows {
			out = append(out, strings.Join(row, "|"))
		}
	}
	return strings.Join(out, "\n")
}
