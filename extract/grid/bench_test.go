package grid

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
)

// formPage is a page as offices print them: 32 rows of 9 columns with merged
// labels and about 1,000 characters, each side of each cell drawn by itself.
func formPage(ruled bool) Page {
	p := plan{rows: 32, cols: 9}
	for r := range p.rows {
		for c := range p.cols {
			if c > 1 || c == 0 && r%8 == 0 || c == 1 && r%4 == 0 {
				text := fmt.Sprintf("%d.%02d", r*7, c)
				span := 1
				switch c {
				case 0:
					text, span = "绩效指标", 8
				case 1:
					text, span = "数量指标", 4
				case 2:
					text = "城镇新增就业人数" + fmt.Sprint(r)
				case 8:
					text = "无偏差"
				}
				p.cells = append(p.cells, extract.Cell{Row: r, Col: c, RowSpan: span, ColSpan: 1, Text: text})
			}
		}
		p.heights = append(p.heights, 20)
	}
	for range p.cols {
		p.widths = append(p.widths, 60)
	}
	page := Page{Number: 1, Width: 595, Height: 842}
	p.draw(&page, style{em: 5, perCell: true, rects: true, centre: true}, func() float64 { return 0 }, 20, 80)
	if !ruled {
		page.Rules = nil
	}
	return page
}

func benchmarkFind(b *testing.B, page Page) {
	pages := []Page{page}
	b.ReportMetric(float64(len(page.Glyphs)), "characters")
	for b.Loop() {
		Find(pages, Options{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkRuledForm(b *testing.B)   { benchmarkFind(b, formPage(true)) }
func BenchmarkUnruledForm(b *testing.B) { benchmarkFind(b, formPage(false)) }

// A page of prose costs what a form-free page of a report does.
func BenchmarkProse(b *testing.B) {
	page := newBoard().write(strings.Repeat("本单位负责全市就业工作,全年完成投资三百万元,各项指标均已完成。\n", 45), 50, 60).page
	benchmarkFind(b, page)
}
