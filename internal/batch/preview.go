package batch

import (
	"errors"
	"io/fs"
	"os"
)

// Forecast is what a run would do with an input, and why.
type Forecast struct {
	Path    string   `json:"path"`
	Do      string   `json:"do"`  // DoConvert, DoNothing, DoRefuse, DoSkip
	Why     string   `json:"why"` // one of the reasons, or a Passed
	Outputs []string `json:"outputs,omitempty"`
}

// What a run would do.
const (
	DoConvert = "convert"
	DoNothing = "nothing" // an earlier run did it
	DoRefuse  = "refuse"  // an output's place is taken
	DoSkip    = "skip"    // it is no input, or there is no reader for it
)

// Why it would.
const (
	WhyNew      = "new"
	WhyContent  = "changed" // the input has changed
	WhyOptions  = "options" // other options, or another version
	WhyAgain    = "again"   // it failed in a way that another try may overcome
	WhyMissing  = "missing" // an output is missing
	WhyDone     = "done"    // as it is
	WhyTaken    = "exists"  // by a file that no run made
	WhyEdited   = "edited"  // by one of ours that someone changed
	WhyUnread   = "unread"  // it cannot be read
	WhyNoReader = "no-reader"
)

// Preview tells what a run of a plan into a folder would do, and changes nothing.
// The errors are those of Open.
func Preview(plan *Plan, dir string, o Options, each func(Forecast)) error {
	if err := plan.Overlap(dir); err != nil {
		return err
	}
	r := &Run{plan: plan, dir: dir, real: resolve(dir), o: o, protected: map[string]bool{}}
	r.protect()
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		empty, tempErr := os.MkdirTemp("", "ziping-")
		if tempErr != nil {
			return tempErr
		}
		defer os.RemoveAll(empty)
		root, err = os.OpenRoot(empty)
	}
	if err != nil {
		return err
	}
	defer root.Close()
	if err := peek(root, dir); err != nil {
		return err
	}
	r.root = root
	f, err := root.Open(journalName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if f, err = os.Open(os.DevNull); err != nil {
			return err
		}
		if exists(root, summaryName) && !o.Force {
			return &ExistsError{r.full(summaryName)}
		}
	case err != nil:
		return err
	}
	defer f.Close()
	r.journal = newJournal(f)
	if info, err := f.Stat(); err == nil {
		r.since = info.ModTime()
	}
	if _, err := r.journal.index(); err != nil && !o.Force {
		return err
	}
	plan.passed = func(path string, why Passed) { each(Forecast{Path: path, Do: DoSkip, Why: string(why)}) }
	for in := range plan.Inputs(o.Formats) {
		each(r.forecast(in))
	}
	return nil
}

// forecast is what would become of one input.
func (r *Run) forecast(in Input) Forecast {
	f := Forecast{Path: in.Path, Do: DoConvert, Why: WhyNew}
	if in.File == "" { // what stands on standard input is not looked at
		return r.place(in, f)
	}
	c, err := Read(in, nil, r.o.Limit)
	if err != nil {
		f.Why = WhyUnread
		return f
	}
	if !in.Named && !r.plan.claims(in.Name(), c.Data) {
		return Forecast{Path: in.Path, Do: DoSkip, Why: WhyNoReader}
	}
	prev, _, known := r.journal.last(in.Path)
	if known {
		now := &Line{Path: in.Path, Key: r.key(in), SHA256: hashOf(c.Data)}
		switch done, _ := r.done(in, prev, now); {
		case done:
			return Forecast{Path: in.Path, Do: DoNothing, Why: WhyDone}
		case prev.SHA256 != now.SHA256:
			f.Why = WhyContent
		case !prev.settled():
			f.Why = WhyAgain
		case prev.Key != now.Key:
			f.Why = WhyOptions
		default:
			f.Why = WhyMissing
		}
	}
	return r.place(in, f)
}

// place tells where the outputs would go, and whether they could.
func (r *Run) place(in Input, f Forecast) Forecast {
	for _, format := range r.o.Formats {
		name := in.Out + "." + format
		f.Outputs = append(f.Outputs, name)
		switch r.mayWrite(in.Out, name, nil) {
		case foreign:
			f.Do, f.Why = DoRefuse, WhyTaken
		case edited:
			f.Do, f.Why = DoRefuse, WhyEdited
		}
	}
	return f
}
