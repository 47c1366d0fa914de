package main

import (
	"testing"
	"time"

	"ziping/extract"
)

func TestPace(t *testing.T) {
	for _, c := range []struct {
		all, inputs, reuse int
		since              time.Duration
		want               string
	}{
		{100, 1, 0, 10 * time.Millisecond, ""}, // too soon to tell
		{100, 50, 50, time.Minute, ""},         // an earlier run did them
		{100, 50, 0, 10 * time.Second, "  5.0/s  0:10 left"},
		{100, 50, 25, 10 * time.Second, "  2.5/s  0:20 left"},
		{100_000, 50, 0, 10 * time.Second, "  5.0/s  5:33:10 left"},
		{10, 12, 0, 10 * time.Second, "  1.2/s  0:00 left"}, // more came than were counted
	} {
		p := &progress{a: &app{lang: extract.EN}, all: c.all, inputs: c.inputs, reuse: c.reuse}
		if got := p.pace(c.since); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
