package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"ziping/internal/batch"
	"ziping/render"
	"ziping/render/screen"
)

// progress shows a run: one live line on a terminal, plain lines elsewhere,
// NDJSON with --json.
type progress struct {
	a      *app
	plan   *batch.Plan
	asJSON bool
	live   bool
	brief  bool // no line for an input that is done
	quiet  bool // nothing but what went wrong

	mu                      sync.Mutex
	all, inputs, bad, reuse int
	passed                  maybeForms
	begun                   time.Time
	drawn                   time.Time
	onScreen                int // columns of the live line; it is taken away with blanks, which every console knows
}

func (a *app) newProgress(plan *batch.Plan, asJSON, quiet bool) *progress {
	live := a.stderrTTY && a.getenv("TERM") != "dumb"
	return &progress{a: a, plan: plan, asJSON: asJSON, live: live && !quiet, quiet: quiet, begun: time.Now()}
}

// start counts the inputs, for a terminal that someone watches.
func (p *progress) start() {
	p.begun = time.Now()
	if p.live {
		p.all = p.plan.Count()
	}
}

// leastPath is the least room in which a path tells anything.
const leastPath = 12

// redrawEvery keeps the live line from costing anything.
const redrawEvery = 50 * time.Millisecond

// done is called as each input ends.
func (p *progress) done(e batch.Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.inputs++
	l := e.Line
	if e.Reused {
		p.reuse++
	}
	if l.Status == batch.Skipped {
		p.passed.add(l.Path)
	}
	if l.Status == batch.Failed {
		p.bad++
		p.wipe()
		p.a.failed(l.Path, *l.Error)
	}
	if !e.Reused && !p.quiet {
		for _, n := range l.Notes {
			p.wipe()
			fmt.Fprintf(p.a.stderr, "ziping: %s: %s\n", screen.Clean(p.a.show(l.Path)), screen.Clean(n.Message))
		}
	}
	for _, name := range e.Changed {
		p.wipe()
		p.a.problem(p.a.changed(name), p.a.say("要重新写出，请加 --force；全部输出的核对用 ziping verify", "to write it anew add --force; ziping verify looks at all outputs"))
	}
	switch {
	case p.asJSON:
		p.line(e)
	case p.live:
		p.draw(l.Path)
	case l.Status == batch.OK || l.Status == batch.Partial:
		if !e.Reused && !p.brief && !p.quiet {
			fmt.Fprintf(p.a.stderr, "ziping: %s: %s\n", screen.Clean(p.a.show(l.Path)), p.findings(l.Findings))
		}
	}
}

// line is an event as NDJSON: the line of run.ndjson without what only the
// summary needs.
func (p *progress) line(e batch.Event) {
	l := *e.Line
	l.Digest, l.Key, l.Earlier = nil, "", nil
	event := struct {
		batch.Line
		Reused bool `json:"reused,omitempty"`
	}{l, e.Reused}
	enc := json.NewEncoder(p.a.stdout)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(event) // a reader that has gone is no failure of the run
}

func (p *progress) findings(n map[string]int) string {
	return render.Counts(n["error"], n["rule"], n["notice"], p.a.lang)
}

// draw redraws the live line.
func (p *progress) draw(path string) {
	now := time.Now()
	if now.Sub(p.drawn) < redrawEvery && p.inputs < p.all {
		return
	}
	p.drawn = now
	text := p.share() + p.pace(now.Sub(p.begun))
	if p.bad > 0 {
		text += p.a.sayf("  失败 %d", "  %d failed", p.bad)
	}
	width := p.a.width()
	if width == 0 {
		width = 80
	}
	room := width - 1 - screen.Width(text) - 2
	if room >= leastPath {
		text += "  " + screen.CutPath(screen.Clean(p.a.show(path)), room)
	}
	text = screen.Cut(text, width-1)
	fmt.Fprintf(p.a.stderr, "\r%s", screen.Pad(text, p.onScreen))
	p.onScreen = screen.Width(text)
}

// share is how much is done. What is walked may grow beyond what was counted.
func (p *progress) share() string {
	all := max(p.all, p.inputs)
	return fmt.Sprintf("%3d%%  %d/%d", p.inputs*100/all, p.inputs, all)
}

// pace is how fast the run goes, and how long it will take. What an earlier run did
// goes too fast to count.
func (p *progress) pace(since time.Duration) string {
	done := p.inputs - p.reuse
	if done < 1 || since < time.Second {
		return ""
	}
	rate := float64(done) / since.Seconds()
	left := time.Duration(float64(max(p.all-p.inputs, 0)) / rate * float64(time.Second))
	return p.a.sayf("  %.1f 个/秒  剩 %s", "  %.1f/s  %s left", rate, clock(left))
}

// clock is a time as 1:02:03 or 2:03.
func clock(d time.Duration) string {
	s := int(d.Round(time.Second).Seconds())
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// wipe takes the live line away.
func (p *progress) wipe() {
	if p.onScreen > 0 {
		fmt.Fprintf(p.a.stderr, "\r%s\r", screen.Pad("", p.onScreen))
		p.onScreen = 0
	}
}

func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}

// total sums the run up: what became of the inputs, how long it took, what to open.
func (p *progress) total(t batch.Totals, dir string) {
	a := p.a
	w := a.stdout
	switch {
	case p.quiet:
		w = io.Discard
	case p.asJSON:
		w = a.stderr
	}
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, a.sayf(zh, en, n))
		}
	}
	add(t.OK+t.Partial, "完成 %d", "%d done")
	add(t.Partial, "其中 %d 份有部分内容未能识别", "%d of them with something unreadable")
	add(t.Failed, "失败 %d", "%d failed")
	add(t.Skipped, "跳过 %d", "%d skipped")
	if parts == nil {
		parts = []string{a.say("没有输入", "no inputs")}
	}
	earlier := ""
	if t.Reused > 0 {
		earlier = a.sayf("（共 %d 个输入，%d 个上次已处理）", " (%d inputs, %d of them done by an earlier run)", t.Inputs, t.Reused)
	}
	fmt.Fprintf(w, "%s%s → %s\n", strings.Join(parts, a.say("，", ", ")), earlier, screen.Clean(dir))
	if t.OK+t.Partial > 0 {
		fmt.Fprintf(w, "%s\n", p.findings(t.Findings))
	}
	if s := p.passed.say(a); s != "" {
		fmt.Fprintln(w, s)
	}
	p.account(w, t.Account, dir)
	if t.Stopped {
		fmt.Fprintln(w, a.say("有输入失败，已停下（--fail-fast）；重复同一命令即可继续", "stopped at a failure (--fail-fast); the same command goes on from there"))
	}
	if t.Interrupted {
		fmt.Fprintln(w, a.say("已中断；重复同一命令即可继续", "interrupted; the same command goes on from there"))
	}
	took := p.took(time.Since(p.begun), t.Inputs)
	if t.Inputs > 0 {
		took += a.sayf("；请先打开 %s", "; open %s first", screen.Clean(filepath.Join(dir, "summary.xlsx")))
	}
	fmt.Fprintln(w, took)
}

// took says how long a run took and, of a longer one, how fast it was.
func (p *progress) took(since time.Duration, inputs int) string {
	text := p.a.sayf("用时 %s", "took %s", clock(since))
	const worthARate = 10 * time.Second
	if since > worthARate {
		text += p.a.sayf("，每秒 %.1f 个", ", %.1f a second", float64(inputs)/since.Seconds())
	}
	return text
}

// account says what DIR tells of beyond this run.
func (p *progress) account(w io.Writer, n batch.Accounted, dir string) {
	a := p.a
	if n.Gone > 0 {
		text := a.sayf("%d 个以前的输入已不在，其输出保留", "%d inputs of earlier runs are no longer there; their outputs stay", n.Gone)
		if n.Moved > 0 {
			text += a.sayf("，其中 %d 个改了名或移了位置", ", %d of them have another name or place now", n.Moved)
		}
		fmt.Fprintln(w, text+a.sayf("（ziping verify %s 逐一列出）", " (ziping verify %s lists them)", screen.Clean(dir)))
	}
	if n.Same > 0 {
		fmt.Fprintln(w, a.sayf("%d 个输入与别的输入内容相同，各有自己的输出", "%d inputs have the content of another; each has outputs of its own", n.Same))
	}
}
