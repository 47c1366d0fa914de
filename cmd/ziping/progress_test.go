package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ziping/extract"
	"ziping/render/screen"
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

// The live line fits the terminal and keeps what tells most: how far it is, and the name
// of the file.
func TestLiveLine(t *testing.T) {
	var b bytes.Buffer
	p := &progress{a: &app{lang: extract.ZH, stderr: &b, width: func() int { return 60 }}, all: 200, inputs: 50, bad: 3, begun: time.Now().Add(-10 * time.Second)}
	p.draw("某市财政局/绩效评价中心/2023年度/部门整体支出绩效自评表汇总/市水利局部门整体绩效自评表.pdf")
	line := strings.TrimPrefix(b.String(), "\r")
	if w := screen.Width(line); w > 59 {
		t.Errorf("%d columns: %q", w, line)
	}
	b.Reset()
	p.draw("甲.pdf") // too soon after the one before
	p.drawn = time.Time{}
	p.draw("甲.pdf")
	if got := strings.TrimPrefix(b.String(), "\r"); screen.Width(got) != screen.Width(line) || !strings.HasSuffix(strings.TrimRight(got, " "), "甲.pdf") {
		t.Errorf("got %q over %q", got, line)
	}
	b.Reset()
	if p.wipe(); strings.Trim(b.String(), "\r ") != "" || p.onScreen != 0 {
		t.Errorf("wiped with %q", b.String())
	}
	for _, want := range []string{" 25%  50/200", "5.0 个/秒", "剩 0:30", "失败 3", "自评表.pdf"} {
		if !strings.Contains(line, want) {
			t.Errorf("%q lacks %q", line, want)
		}
	}
}

func TestMaybeForms(t *testing.T) {
	var m maybeForms
	for _, name := range []string{"a/b.RAR", "c.png", "d.JPG", "README", "e.txt"} {
		m.add(name)
	}
	if m != (maybeForms{archives: 1, pictures: 2}) {
		t.Errorf("got %+v", m)
	}
	if got := (&maybeForms{}).say(&app{lang: extract.ZH}); got != "" {
		t.Errorf("got %q of nothing", got)
	}
}
