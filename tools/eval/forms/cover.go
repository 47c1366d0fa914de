package forms

import "fmt"

// Cover is one page of a report around the form: running text without a table.
func Cover(page int) []string {
	out := []string{fmt.Sprintf("第%d部分 部门决算情况说明", page+1)}
	for i := range 14 {
		n := page*14 + i + 1
		out = append(out, fmt.Sprintf("(%d)%d年度收入总计%d.%02d万元,比上年增加%d.%02d万元,增长%d.%d%%,主要原因是人员经费和项目支出增加。", i+1, 2018+page%6, 1000+37*n, n*7%100, 20+n, n*3%100, n%30, n%10))
	}
	return out
}
