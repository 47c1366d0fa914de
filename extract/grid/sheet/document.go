package sheet

import (
	"strings"

	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Document is the pages that are read together, and what is known of all of them.
type Document struct {
	Sheets   []*Sheet
	running  map[string]bool // see FindRunning
	heading  func(string) bool
	progress func()
}

// NewDocument makes the sheets of pages. heading reports a heading of the forms
// looked for, progress is told that work goes on; both may be nil.
func NewDocument(pages []page.Page, w *words.Words, heading func(string) bool, progress func()) *Document {
	d := &Document{heading: heading, progress: progress}
	for i := range pages {
		d.Sheets = append(d.Sheets, newSheet(i, &pages[i], w))
		d.Progress()
	}
	return d
}

// Heading reports whether a text is a known heading of a form.
func (d *Document) Heading(text string) bool { return d.heading != nil && d.heading(text) }

// GoesOn reports that a phrase and the one below it are one text, however far they are apart:
// 效益指标 and (30分), 效益指标(30 and 分), and 产出指 and 标, parts of a heading that say nothing.
func (d *Document) GoesOn(above, below *Phrase) bool {
	a, b := above.Sheet.PlainText(above.Glyphs), below.Sheet.PlainText(below.Glyphs)
	return words.GoesOn(a, b) || d.Heading(a+b) && !d.Heading(a) && !d.Heading(b)
}

// Parts reports that the phrase below one is another text, however near it is: a heading, in
// one line or two, below the end of a sentence. next tells which phrase is below each.
func (d *Document) Parts(phrases []Phrase, i int, next []int) bool {
	text := func(k int) string { return phrases[k].Sheet.PlainText(phrases[k].Glyphs) }
	k := next[i]
	return strings.HasSuffix(text(i), "。") && (d.Heading(text(k)) || next[k] >= 0 && d.Heading(text(k)+text(next[k])))
}

// Progress tells who waits that work goes on. It is called at least once for each
// page in each step.
func (d *Document) Progress() {
	if d.progress != nil {
		d.progress()
	}
}
