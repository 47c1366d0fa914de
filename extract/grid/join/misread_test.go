package join

import (
	"strings"
	"testing"
)

// A heading printed again is told by its known headings where one of its cells was misread, and
// by nothing else.
func TestAMisreadHeading(t *testing.T) {
	xs := []float64{50, 150, 250, 350, 450}
	first := on{xs: xs, ys: two, cells: []string{"0,0 名称", "0,1 目标", "0,2 完成", "0,3 分值", "1,0 修路", "1,1 12", "1,2 13", "1,3 14"}}
	next := func(unsure string, head ...string) on {
		rows := []string{"1,0 修桥", "1,1 22", "1,2 23", "1,3 24"}
		return on{page: 1, xs: xs, ys: two, cells: append(head, rows...), unsure: unsure}
	}
	const (
		top   = "0,0 名称; 0,1 目标; 0,2 完成; 0,3 分值; 1,0 修路; 1,1 12; 1,2 13; 1,3 14"
		again = "3 × 4: " + top + "; 2,0 修桥; 2,1 22; 2,2 23; 2,3 24"
	)
	for _, tt := range []struct {
		name, heading string
		next          on
		want          string
	}{
		{"misread", "名称 目标 完成 分值", next("份", "0,0 名称", "0,1 目标", "0,2 完成", "0,3 份值"), again + `; again "名称 | 目标 | 完成 | 份值" at 0`},
		{"sure", "名称 目标 完成 分值", next("", "0,0 名称", "0,1 目标", "0,2 完成", "0,3 份值"), ""},
		{"a figure", "名称 目标 完成 分值", next("1", "0,0 名称", "0,1 目标", "0,2 完成", "0,3 10"), ""},
		{"two known", "名称 目标 分值", next("份", "0,0 名称", "0,1 目标", "0,2 完成", "0,3 份值"), ""},
		{"merged", "名称 目标 完成 分值", next("份", "0,0 名称", "0,1 目标", "0,2 1×2 完成"), ""},
	} {
		d, pieces := drawn(t, tt.heading, first, tt.next)
		got := shown(Pages(d, pieces))
		if tt.want == "" && len(got) > 0 && !strings.Contains(got, "again") {
			continue
		}
		if got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
