package extract

import (
	"errors"
	"strings"
	"testing"
)

// fail stands for a stage with a fence around it.
func fail(how func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = Caught("read", p)
		}
	}()
	how()
	return nil
}

func TestCaught(t *testing.T) {
	var none []int
	for _, tt := range []struct {
		name  string
		how   func()
		value string
	}{
		{"our own", func() { panic("a defect") }, "a defect"},
		{"the runtime's", func() { none[len(none)] = 1 }, "index out of range"},
		{"an error", func() { panic(errors.New("broken")) }, "broken"},
		{"in a library", func() { _ = strings.Repeat("x", -1) }, "negative Repeat count"},
	} {
		err := fail(tt.how)
		var e *Error
		var d *Defect
		if !errors.As(err, &e) || e.Kind != ErrInternal || !errors.As(err, &d) {
			t.Fatalf("%s: got %v, want a defect of kind internal", tt.name, err)
		}
		if d.Stage != "read" || !strings.Contains(d.Value, tt.value) || !strings.Contains(d.Stack, "TestCaught") {
			t.Errorf("%s: got stage %q, value %q, stack %q", tt.name, d.Stage, d.Value, d.Stack)
		}
		if w := d.Where(); !strings.HasPrefix(w, "extract/defect_test.go:") {
			t.Errorf("%s: got where %q", tt.name, w)
		}
		for _, said := range []string{e.Reason.ZH + e.Hint.ZH, e.Reason.EN + e.Hint.EN} {
			if !strings.Contains(said, "ZIPING_DEBUG=1") || strings.Contains(said, "save") || strings.Contains(said, "另存") {
				t.Errorf("%s: got %q", tt.name, said)
			}
		}
	}
}

// Where knows stacks of any build: with and without trimmed paths, from another
// system, of a process that crashed.
func TestWhere(t *testing.T) {
	const fence = "goroutine 1 [running]:\nruntime/debug.Stack()\n\t/go/stack.go:26 +0x5e\nziping/extract.Caught({0x1, 0x2}, {0x3, 0x4})\n\tziping/extract/defect.go:30 +0x1\n"
	for _, tt := range []struct{ stack, want string }{
		{fence + "panic({0x1?, 0x2?})\n\t/go/panic.go:783 +0x132\nziping/normalize/place.(*goals).read(0xc0)\n\t/home/a b/ziping/normalize/place/goals.go:88 +0x1d\n", "normalize/place/goals.go:88"},
		{fence + "panic({0x1?, 0x2?})\n\truntime/panic.go:783 +0x132\nruntime.goPanicIndex(0x1, 0x1)\n\truntime/panic.go:115 +0x7\nziping/score/solve.try[...](...)\n\tC:\\b\\score\\solve\\try.go:9\n", "score/solve/try.go:9"},
		{fence + "panic({0x1?, 0x2?})\n\tx/panic.go:783 +0x132\ngolang.org/x/net/html.Parse(0x1)\n\tx/parse.go:7 +0x132\nziping/extract/htmlin.parse.func1({0x1, 0x2})\n\tziping/extract/htmlin/htmlin.go:150\n", "extract/htmlin/htmlin.go:150"},
		{"fatal error: stack overflow\n\nruntime stack:\nruntime.throw({0x1, 0x2})\n\tx/panic.go:1 +0x1\n\ngoroutine 1 [running]:\nziping/extract/grid.carve(0x1)\n\tx/cells.go:5 +0x1\n", "extract/grid/cells.go:5"},
		{fence + "panic({0x1?, 0x2?})\n\tx/panic.go:783 +0x132\nmain.(*app).check(0x1)\n\tx/check.go:7 +0x132\n", "cmd/ziping/check.go:7"},
		{"", ""},
		{"killed", ""},
	} {
		if got := (&Defect{Stack: tt.stack}).Where(); got != tt.want {
			t.Errorf("got %q, want %q of\n%s", got, tt.want, tt.stack)
		}
	}
}
