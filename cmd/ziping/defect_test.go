package main

import (
	"bytes"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score"
)

// brittle is a report that fails on what is sound.
type brittle struct{ textReport }

func (*brittle) one(c *checked) []byte {
	if c.result.Error == nil {
		panic("a defect")
	}
	return []byte(c.result.Error.Kind)
}

// A defect in a report fails its input, which is then reported as failed.
func TestDefectInReport(t *testing.T) {
	a := &app{lang: extract.EN}
	c := checked{result: &score.Result{Schema: score.ResultSchema, Status: score.OK}}
	a.print(&brittle{}, &c)
	if c.result.Status != score.Failed || string(c.output) != "internal" || c.result.Error.Where == "" {
		t.Errorf("got %+v, %q", c.result, c.output)
	}
}

// A defect outside all inputs is told in the run's language; with
// ZIPING_DEBUG=1 what it left behind follows.
func TestDefectOfCommand(t *testing.T) {
	for _, debug := range []string{"", "0", "1"} {
		var said bytes.Buffer
		a := &app{lang: extract.EN, stderr: &said, getenv: func(string) string { return debug }}
		a.complain(fenced("command", func() error { panic("a defect") }))
		if s := said.String(); !strings.Contains(s, "[internal cmd/ziping/defect_test.go:") || strings.Contains(s, "goroutine") != (debug == "1") {
			t.Errorf("ZIPING_DEBUG=%q: got %s", debug, s)
		}
	}
}
