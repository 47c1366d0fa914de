package grid

import "testing"

// withoutBorder drops the outer borders of a page drawn by onePage.
func withoutBorder(p Page) Page {
	box := p.Rules[0]
	for _, r := range p.Rules {
		box = ruling(min(box.X0, r.X0), min(box.Y0, r.Y0), max(box.X1, r.X1), max(box.Y1, r.Y1))
	}
	kept := []Rule{}
	for _, r := range p.Rules {
		upright, level := r.X1-r.X0 < 1, r.Y1-r.Y0 < 1
		if upright && (r.X0 < box.X0+1 || r.X1 > box.X1-1) || level && (r.Y0 < box.Y0+1 || r.Y1 > box.Y1-1) {
			continue
		}
		kept = append(kept, r)
	}
	p.Rules = kept
	return p
}

// A row over all columns has no ruling at its sides.
func TestNoteRowWithoutBorder(t *testing.T) {
	got := cellsOf(t, withoutBorder(onePage(1, [][]string{
		{"指标", "分值", "完成"}, {"公路", "5", "6"}, {"桥", "7", "8"}, {"说明按实填写", "<", "<"}, {"其他事项", "<", "<"}, {"等级", "优", "林晓"}, {"电话", "无", "无线"},
	}, nil)))
	for text, want := range map[string][4]int{"桥": {2, 0, 1, 1}, "说明按实填写": {3, 0, 1, 3}, "其他事项": {4, 0, 1, 3}, "等级": {5, 0, 1, 1}, "电话": {6, 0, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// Text between two tables that have upper and lower borders is no row.
func TestTextBetweenTablesIsNoRow(t *testing.T) {
	a := onePage(1, [][]string{{"指标", "分值", "完成"}, {"公路", "5", "6"}, {"说明按实填写", "<", "<"}, {"等级", "优", "林晓"}, {"电话", "无", "无线"}}, nil)
	open := withoutBorder(a)
	for _, r := range a.Rules { // upper and lower border stay
		if r.Y1-r.Y0 < 1 && (r.Y0 < 61 || r.Y0 > 159) {
			open.Rules = append(open.Rules, r)
		}
	}
	if found := Find([]Page{open}, Options{}); len(found.Tables) != 2 {
		t.Errorf("got %d tables, want 2\n%s", len(found.Tables), picture(found))
	}
}

// A label merged over all of a page shows no left border of its column.
func TestLabelOverAPageWithoutBorder(t *testing.T) {
	got := cellsOf(t,
		withoutBorder(onePage(1, [][]string{{"类别", "名称", "完成"}, {"产出", "公路", "5"}, {"^", "桥", "6"}}, nil)),
		withoutBorder(onePage(2, [][]string{{"", "学校", "7"}, {"^", "医院", "8"}, {"^", "场馆", "9"}}, nil)))
	for text, want := range map[string][4]int{"产出": {1, 0, 5, 1}, "学校": {3, 1, 1, 1}, "9": {5, 2, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// A row over all columns above the others shows nothing but the ruling below it;
// under the same line a table with a lower border has it as a caption.
func TestFirstRowWithoutBorder(t *testing.T) {
	a := onePage(1, [][]string{{"报表编号五一", "<", "<"}, {"指标", "分值", "完成"}, {"公路", "5", "6"}, {"等级", "优", "林晓"}}, nil)
	open := withoutBorder(a)
	got := cellsOf(t, open)
	for text, want := range map[string][4]int{"报表编号五一": {0, 0, 1, 3}, "指标": {1, 0, 1, 1}, "林晓": {3, 2, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
	low := 0.0
	for _, r := range a.Rules {
		low = max(low, r.Y1)
	}
	for _, r := range a.Rules {
		if r.Y1-r.Y0 < 1 && r.Y1 > low-1 {
			open.Rules = append(open.Rules, r)
		}
	}
	if got := cellsOf(t, open); got["指标"] != [4]int{0, 0, 1, 1} {
		t.Errorf("with a lower border: got %v", got)
	}
}
