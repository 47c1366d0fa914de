package evidence

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/plane"
)

// set sets a text in a run of its own, with its baseline at a place.
func set(list []Char, text string, x, y float64, run Run) []Char {
	run.UX, run.Ascent, run.Descent, run.Font, run.Wide = 1, 0.86, -0.14, NewFont(nil), run.Size
	for _, r := range text {
		ch := Char{Named: r, Run: &run, X: x, Y: y, Along: run.Size}
		ch.Verdict = Judge(r, nil)
		list = append(list, ch)
		x += run.Size
	}
	return list
}

// A watermark looks otherwise than the text of a page, and the page was not laid out
// around it.
func TestWatermarks(t *testing.T) {
	usual, pale := Run{Size: 10}, Run{Size: 10, Shade: 200}
	red, blue := Run{Size: 10, Shade: 80, Tint: 200}, Run{Size: 10, Shade: 80, Tint: 180}
	page := func() []Char {
		return set(set(nil, "培训人数十二场次完成", 50, 700, usual), "验收合格率", 50, 660, usual)
	}
	border := []extract.Box{{40, 680, 300, 680}}
	for _, tt := range []struct {
		name string
		text string
		x, y float64
		run  Run
		want bool
	}{
		{"large and pale, across words", "内部", 60, 690, Run{Size: 40, Shade: 200}, true},
		{"large and black, across words", "作废", 60, 690, Run{Size: 40}, true},
		{"pale, across a word", "内部资料", 55, 702, pale, true},
		{"seen through, across words", "内部资料", 55, 702, Run{Size: 10, Thin: true}, true},
		{"red, across words", "内部资料", 55, 702, red, true},
		{"pale, across a ruling", "内部资料", 200, 676, pale, true},
		{"pale, beside all", "内部资料", 200, 600, pale, false},
		{"large, beside all", "绩效自评", 50, 600, Run{Size: 40}, false},
		{"as all text is, across words", "内部资料", 55, 702, usual, false},
		{"a little larger, across words", "内部资料", 55, 702, Run{Size: 15}, false},
		{"red, reaching into the next cell", "整改后达到百分", 100, 661, red, false},
		{"red, across a ruling", "内部资料", 200, 676, red, false},
		{"white on a dark ground, across a ruling", "内部资料", 200, 676, Run{Size: 10, Shade: 255, White: true}, false},
		{"a tick", "√", 55, 702, blue, false},
		{"figures written over others", "98.5", 55, 702, red, false},
	} {
		chars := set(page(), tt.text, tt.x, tt.y, tt.run)
		if got := find(NewWatermarks(), chars, border); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	// A line to write on is written over, and a short line strikes a text out.
	chars := set(set(page(), "____", 200, 600, usual), "九十八分", 200, 601, blue)
	if find(NewWatermarks(), chars, nil) {
		t.Error("words on a line to write on are a watermark")
	}
	chars = set(page(), "不再执行", 200, 600, pale)
	if find(NewWatermarks(), chars, []extract.Box{{201, 604, 239, 604}}) {
		t.Error("words struck out are a watermark")
	}
}

// What says the same in the same manner is a watermark too, on the same page and on
// those that follow; another text is not.
func TestWatermarkAgain(t *testing.T) {
	pale := Run{Size: 10, Shade: 200}
	w := NewWatermarks()
	chars := set(set(nil, "培训人数十二场次完成", 50, 700, Run{Size: 10}), "内部资料", 55, 702, pale)
	chars = set(chars, "内部资料", 200, 500, pale)
	if !find(w, chars, nil) {
		t.Error("not found beside all, where it stands across words above")
	}
	for text, want := range map[string]bool{"内部资料": true, "其他资料": false} {
		if got := find(w, set(set(nil, "培训人数十二场次完成", 50, 700, Run{Size: 10}), text, 55, 500, pale), nil); got != want {
			t.Errorf("%s on the next page: got %v", text, got)
		}
	}
}

// find reports that the last characters of a page are a watermark, and no others than
// those of its manner.
func find(w *Watermarks, chars []Char, rules []extract.Box) bool {
	var boxes []extract.Box
	for i := range chars {
		boxes = append(boxes, chars[i].Glyph(plane.Matrix{A: 1, D: 1}).Box)
	}
	w.Find(chars, boxes, rules)
	last := &chars[len(chars)-1]
	for i := range chars {
		if chars[i].Standing == Across && *chars[i].Run != *last.Run && chars[i].Run.Size == 10 && chars[i].Run.Shade == 0 && !chars[i].Run.Thin {
			return false // the text itself
		}
	}
	return last.Standing == Across
}
