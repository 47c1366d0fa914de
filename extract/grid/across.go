package grid

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/table"
	"ziping/text/blank"
)

// Lines around a sheet wider than the paper: what stands over the edge of a page, as its
// title does, is drawn on both.

// joinBeside puts the halves of such lines together. What stands above the rows of the
// right page stands above the table, which is the nth.
func (f *Found) joinBeside(b *table.Beside, n int) {
	for i := 0; i < len(f.Lines); i++ {
		left := &f.Lines[i]
		if left.Page != b.Left.Page.Number || left.Box == nil || left.Box[2] < b.End-b.Left.Em {
			continue
		}
		for k := range f.Lines {
			right := &f.Lines[k]
			if right.Page != b.Right.Page.Number || right.Box == nil || right.Box[0] > b.Start+b.Right.Em ||
				math.Abs(page.MidY(*left.Box)-page.MidY(*right.Box)) > page.Line*b.Left.Em {
				continue
			}
			rest := right.Text
			x, _ := utf8.DecodeLastRuneInString(left.Text)
			y, n := utf8.DecodeRuneInString(rest)
			if b.Twice(*left.Box, *right.Box, x == y) {
				rest = blank.Trim(rest[n:])
			}
			left.Text += rest
			f.Lines = slices.Delete(f.Lines, k, k+1)
			break
		}
	}
	for i := range f.Lines {
		if l := &f.Lines[i]; l.Page == b.Right.Page.Number && l.Box != nil && l.Before > n && l.Box[3] < b.Top {
			l.Before = n
		}
	}
	height := func(l *extract.Line) float64 { // of what stands above the table on pages side by side
		if l.Before != n || l.Page < b.Left.Page.Number || l.Box == nil {
			return 0
		}
		return page.MidY(*l.Box)
	}
	slices.SortStableFunc(f.Lines, func(a, b extract.Line) int {
		return cmp.Or(cmp.Compare(a.Before, b.Before), cmp.Compare(height(&a), height(&b)))
	})
}

// besideWarning says that pages were read as one sheet.
func besideWarning(b *table.Beside, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页的右边接第 %d 页：同一张表横向分页打印，已按行拼在一起", b.Left.Page.Number, b.Right.Page.Number),
		EN: fmt.Sprintf("page %d goes on at the right on page %d: a sheet wider than the paper, put together row by row", b.Left.Page.Number, b.Right.Page.Number),
	}
	return extract.Warning{Code: "pages-beside", Message: text.In(lang)}
}
