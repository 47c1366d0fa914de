// Package batch runs one job over many inputs: it walks files and folders in a
// fixed order, names the outputs, hands each input to a Runner, writes what
// comes back whole or not at all, and keeps the account in run.ndjson, so that
// a run which was stopped goes on where it was.
//
//	plan, err := batch.NewPlan(paths)
//	run, err := batch.Open(plan, "out", batch.Options{Formats: []string{"xlsx", "json"}, Key: key, Runner: runner})
//	totals, err := run.Do(ctx)
//
// It knows no stage of the pipeline: what an input means, and what is written
// for it, is the Runner's business. A Runner takes and gives plain data, so it
// may as well live in another process or on another machine.
//
// A folder is written by one run at a time: Open of a second one is a *HeldError.
package batch

import (
	"context"
	"encoding/json"
	"time"
)

// Status is how an input ended.
type Status string

// The statuses of an input.
const (
	OK      Status = "ok"
	Partial Status = "partial"
	Failed  Status = "failed"
	Skipped Status = "skipped"
)

// Task is one input handed to a Runner.
type Task struct {
	Path    string   // as the account names it
	Name    string   // base name
	Data    []byte   // the whole content, or its head if Size is larger
	Size    int64    // of the content
	Named   bool     // named on the command line, not found in a folder
	Formats []string // outputs wanted, each the extension of its files: xlsx, pdf, json
}

// Outcome is what a Runner gives for one input.
type Outcome struct {
	Status   Status
	Findings map[string]int // by level; nil where nothing was checked
	Failure  *Failure
	Outputs  []Output
	Notes    []Note
	Digest   json.RawMessage // what the summary of the run needs of this input
	Took     time.Duration   // where it was done elsewhere
}

// Note is what someone who asked for a format ought to know of it. None says that the
// input has nothing the format is for, and no output in it.
type Note struct {
	Format  string `json:"format"`
	Message string `json:"message"`
	None    bool   `json:"none,omitempty"`
}

// Output is one file to be written: its format, which is also its extension,
// and its bytes.
type Output struct {
	Format string
	Data   []byte
}

// Failure says why an input failed or was skipped.
type Failure struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Where   string `json:"where,omitempty"` // of a defect: the place in the program's source
	// Cause is for whoever listens to Done; the account does not keep it.
	Cause error `json:"-"`
}

// The kinds of failure that batch itself finds; a Runner adds its own.
const (
	KindWrite   = "write"   // the operating system would not take the output
	KindExists  = "exists"  // an output's place is taken by a file that no run made
	KindChanged = "changed" // or by one of ours that someone has changed since
)

// again are the kinds that another try may overcome, whoever gives them.
var again = []string{
	KindWrite, KindExists, KindChanged,
	"read",        // the operating system would not give the input
	"internal",    // a defect, which another version may have mended
	"encrypted",   // a password may come
	"no-progress", // the machine may have been busy
}

// Runner does the work for one input. It must be safe for use by several
// goroutines, and must give the same Outcome for the same Task.
type Runner interface {
	Run(ctx context.Context, t Task) Outcome
}

// Summary takes the lines of a run in the order of its inputs.
type Summary interface {
	Add(Line) error
	Close() error
}

// Messages are the sentences batch gives in Failures, in the user's language.
type Messages struct {
	Read   func(err error) Failure
	Write  func(path string, err error) Failure
	Exists func(path string) Failure
	// Changed is for an output that someone has changed since it was written.
	Changed func(path string) Failure
	// Internal tells of a defect by what recover returned. It is called while
	// the stack still shows where that came from.
	Internal func(recovered any) Failure
}
