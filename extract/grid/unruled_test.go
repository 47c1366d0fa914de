package grid

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// Without any ruling, a form's rows keep together: each name has its figures and
// its remark beside it, whole. (Over how many rows a label reaches can't always be
// told.)
func TestUnruledFormKeepsItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style{em: rapid.SampledFrom([]float64{7.5, 10.5}).Draw(t, "em"), centre: rapid.Bool().Draw(t, "centre")}
		p := drawForm(t, st.em)
		if p.rows < 7 {
			t.Skip("too small to be taken for a table")
		}
		page := Page{Number: 1, Width: 900, Height: 2000}
		p.draw(&page, st, func() float64 { return 0 }, 50, 60)
		page.Rules = nil
		found := Find([]Page{page}, Options{Heading: func(s string) bool { return strings.HasPrefix(s, "表头") }})
		if len(found.Tables) != 1 {
			t.Fatalf("got %d tables, want 1\n%s", len(found.Tables), picture(found))
		}
		if len(found.Warnings) != 1 || found.Warnings[0].Code != "no-rulings" || found.Warnings[0].At.Table != 0 {
			t.Fatalf("got warnings %+v, want that the table has no rulings", found.Warnings)
		}
		at := map[string]extract.Cell{}
		for _, c := range found.Tables[0].Cells {
			at[sheet.Squash(c.Text)] = c
		}
		for _, want := range p.cells {
			if want.Text == "" || want.Row == 0 {
				continue
			}
			got, ok := at[want.Text]
			if !ok {
				t.Fatalf("no cell %q\n%s\nwanted\n%s", want.Text, picture(found), show(p.wanted()))
			}
			if want.Col < 2 {
				continue
			}
			if name := at[p.name(want.Row)]; name.Row != got.Row {
				t.Fatalf("%q stands in row %d, %q of its row in %d\n%s", want.Text, got.Row, p.name(want.Row), name.Row, picture(found)+show(p.wanted()))
			}
		}
	})
}

// A wrapped line that a page break parts from its row keeps its characters.
func TestUnruledOverPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style{em: 10, centre: rapid.Bool().Draw(t, "centre")}
		p := drawForm(t, st.em)
		tall := Page{Number: 1, Width: 900, Height: 2000}
		p.draw(&tall, st, func() float64 { return 0 }, 50, 60)
		// Cut the strip anywhere between two lines of text.
		at := rapid.Float64Range(80, 600).Draw(t, "cut")
		pages := []Page{{Number: 1, Width: 900, Height: 2000}, {Number: 2, Width: 900, Height: 2000}}
		for _, g := range tall.Glyphs {
			if page.MidY(g.Box) < at {
				pages[0].Glyphs = append(pages[0].Glyphs, g)
				continue
			}
			g.Box[1] -= at - 100
			g.Box[3] -= at - 100
			pages[1].Glyphs = append(pages[1].Glyphs, g)
		}
		count := map[string]int{}
		for _, g := range tall.Glyphs {
			count[g.Text]++
		}
		found := Find(pages, Options{Heading: func(s string) bool { return strings.HasPrefix(s, "表头") }})
		for _, tab := range found.Tables {
			for _, c := range tab.Cells {
				for _, r := range sheet.Squash(c.Text) {
					count[string(r)]--
				}
			}
		}
		for _, l := range found.Lines {
			for _, r := range sheet.Squash(l.Text) {
				count[string(r)]--
			}
		}
		for text, n := range count {
			if n != 0 {
				t.Fatalf("%d of %q are missing\n%s", n, text, picture(found))
			}
		}
	})
}

// A page that holds nothing but the last row of a table without rulings is part of it, and
// one with nothing but who signed it is not.
func TestUnruledLastRow(t *testing.T) {
	const heads = "指标名称 年度指标值 实际完成值 分值 得分"
	row := func(b *board, y float64, texts string) {
		for i, text := range strings.Fields(texts) {
			b.write(text, 50+100*float64(i), y)
		}
	}
	for last, want := range map[string]int{"总分 - - 100 99": 5, "填报人:甲 电话:88": 4} {
		first, second := newBoard(), newBoard()
		for i, texts := range []string{heads, "道路 ≥12公里 13公里 40 40", "培训 ≥60人 62人 40 39", "满意度 ≥90% 95% 20 20"} {
			row(first, 700+30*float64(i), texts)
		}
		second.page.Number = 2
		row(second, 50, last)
		found := Find([]Page{first.page, second.page}, Options{Heading: func(s string) bool { return strings.Contains(heads, s) }})
		if len(found.Tables) != 1 || found.Tables[0].Rows != want {
			t.Errorf("%s: got %s, want %d rows", last, picture(found), want)
		}
	}
}

// A cell may be as full as its column is wide: the gap behind it is narrower than a blank,
// and ends where the next column begins. The gap between letters of two scripts is none,
// nor is one in a text that is alone on its line.
func TestUnruledFullCells(t *testing.T) {
	const heads = "指标名称 年度指标值 实际完成值 分值 得分"
	b := newBoard()
	row := func(y float64, texts ...string) {
		for i, text := range texts {
			b.write(text, []float64{50, 150, 220, 265, 300}[i], y)
		}
	}
	row(100, strings.Fields(heads)...)
	row(130, "道路", "≥12公里", "13公里", "40", "40")
	row(160, "铺设管网", "≥48公里", "45.6米长", "40", "39") // 45.6米长 takes 42 of 45 points
	row(190, "满意度", "≥90%", "95%", "20", "20")
	row(220, "知晓度", "≥90%", "95%", "20", "20")
	row(250, "合计", "", "", "120", "119")
	b.write("完成主体工程并铺设管网共48公里", 150, 280)
	found := Find([]Page{b.page}, Options{Heading: func(s string) bool { return strings.Contains(heads, s) }})
	got := picture(found)
	for _, want := range []string{"2,2 45.6米长\n2,3 40\n", "48公里"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want %q in it", got, want)
		}
	}
}

// Lines of text end a table, and another may begin below; no row is of both.
func TestNoRowIsReadTwice(t *testing.T) {
	for _, apart := range []float64{15, 13} {
		b := newBoard()
		row := func(name string, y float64) {
			b.write(name, 50, y).write("12", 150, y).write("34", 250, y)
		}
		for k := range 3 {
			row("修路桥", 100+25*float64(k))
			b.write("以下各项均按照本年度计划完成情况填写", 50, 150+apart*float64(k+1))
			row("种树甲", 150+4*apart+25*float64(k))
		}
		f := b.find()
		checkLaws(t, []Page{b.page}, f)
		if len(f.Tables) != 2 {
			t.Errorf("lines %v apart: got\n%s", apart, picture(f))
		}
	}
}
