package sarifout

import (
	"ziping/extract"
	"ziping/score"
)

// Log gathers the inputs of one run. It is not for use by several goroutines.
type Log struct {
	o     Options
	run   run
	rules map[string]int // index by id
}

// Options are the same for all inputs of a log.
type Options struct {
	Lang    extract.Lang
	Version string
	Catalog []score.Doc
}

// Input is one audited input. Path is written with slashes, - for standard
// input. Document and Positions may be nil.
type Input struct {
	Path      string
	Result    *score.Result
	Document  *extract.Document
	Positions extract.Positions
}

func (l *Log) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(l.o.Lang) }

func (l *Log) notify(n notification) {
	inv := &l.run.Invocations[0]
	inv.Notifications = append(inv.Notifications, n)
}
