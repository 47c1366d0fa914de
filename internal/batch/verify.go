package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// State is what became of an output since it was written.
type State string

// The states of an output.
const (
	Missing State = "missing"
	Changed State = "changed"
)

// Damage is an output that is not as the account says, with its input.
type Damage struct {
	Path   string `json:"path"` // of the input
	Output string `json:"output"`
	State  State  `json:"state"`
}

// Verified is what DIR comes to when it is held against its account.
type Verified struct {
	Inputs  int      `json:"inputs"`
	Outputs int      `json:"outputs"`
	Sound   int      `json:"sound"`  // outputs that are as the account says
	Broken  int      `json:"broken"` // inputs with outputs that are not
	Damage  []Damage `json:"damage"`
	// Gone are inputs that are no longer there, though their outputs are.
	Gone []string `json:"gone"`
	// Strangers are files in DIR that no run made.
	Strangers []string `json:"strangers"`
	// Lines of the account that are damaged.
	Lines   int  `json:"damaged_lines"`
	Summary bool `json:"summary"` // summary.xlsx is there
}

// Whole reports that nothing is missing or changed.
func (v *Verified) Whole() bool { return v.Broken == 0 && v.Lines == 0 && v.Summary }

// NoAccountError says that a folder has no account of ours.
type NoAccountError struct{ Dir string }

func (e *NoAccountError) Error() string { return e.Dir + " has no " + journalName }

// Verify holds the outputs in DIR against its account and changes nothing. A run
// that writes there is a *HeldError.
func Verify(dir string) (*Verified, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if err := peek(root, dir); err != nil {
		return nil, err
	}
	if info, err := root.Lstat(journalName); err != nil || !info.Mode().IsRegular() {
		return nil, &NoAccountError{dir}
	}
	f, err := root.Open(journalName)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	j := newJournal(f)
	bad, err := j.index()
	if err != nil {
		return nil, err
	}
	v, _, err := verify(root, j)
	if v != nil {
		v.Lines = len(bad)
	}
	return v, err
}

// verify compares, and returns where the lines of inputs stand whose outputs are
// not as the account says.
func verify(root *os.Root, j *journal) (*Verified, []span, error) {
	v := &Verified{Summary: exists(root, summaryName), Damage: []Damage{}, Gone: []string{}, Strangers: []string{}}
	known := map[digest]bool{}
	var broken []span
	for _, at := range j.inOrder() {
		l, err := j.read(at)
		if err != nil {
			return nil, nil, err
		}
		v.Inputs++
		if l.Gone {
			v.Gone = append(v.Gone, l.Path)
		}
		before := len(v.Damage)
		for _, w := range l.Outputs {
			v.Outputs++
			known[keyOf(w.Path)] = true
			switch look(root, w.Path, w.SHA256) {
			case nothing:
				v.Damage = append(v.Damage, Damage{l.Path, w.Path, Missing})
			case other:
				v.Damage = append(v.Damage, Damage{l.Path, w.Path, Changed})
			default:
				v.Sound++
			}
		}
		for _, w := range l.Earlier {
			known[keyOf(w.Path)] = true
		}
		if len(v.Damage) > before {
			v.Broken++
			broken = append(broken, at)
		}
	}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name == datasetName:
			return fs.SkipDir
		case d.IsDir() || known[keyOf(name)] || slices.Contains(own, name) || strings.HasPrefix(path.Base(name), ours):
			return nil
		}
		v.Strangers = append(v.Strangers, shown(name))
		return nil
	})
	return v, broken, err
}

// datasetName is a folder in DIR that other commands keep.
const datasetName = "dataset"

// own are the files that runs write for themselves.
var own = []string{summaryName, journalName, damagedName, lockName}

// peek reports a run that writes into a folder, as a *HeldError.
func peek(root *os.Root, dir string) error {
	if _, err := root.Lstat(lockName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f, err := root.Open(lockName)
	if err != nil {
		return nil // nobody can tell, and nothing is written
	}
	defer f.Close()
	if errors.Is(tryLock(f), errBusy) {
		h, _ := whoHolds(f)
		return &HeldError{Holder: h, File: filepath.Join(dir, lockName)}
	}
	return nil
}

// Repaired is what came of one input whose outputs were to be made anew.
type Repaired struct {
	Path    string   `json:"path"`
	Outputs []string `json:"outputs,omitempty"`
	Failure *Failure `json:"error,omitempty"`
}

// RepairMessages are what Repair says besides Messages.
type RepairMessages struct {
	// Changed is for an input that is no longer what the outputs were made of, Gone
	// for one that is not there, Piped for one that was read from standard input or
	// out of an archive.
	Changed, Gone, Piped Failure
}

// Repair makes the outputs anew that are missing or changed, and puts the summary
// back. runner gives the Runner for a line's key and the key of what it makes. An
// input that has changed is left to a run of its own.
func Repair(ctx context.Context, dir string, o Options, m RepairMessages, runner func(key string) (Runner, string, *Failure), done func(Repaired)) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	r := &Run{dir: dir, real: resolve(dir), o: o, root: root, protected: map[string]bool{}}
	defer r.Close()
	if r.lock, err = acquire(root, dir); err != nil {
		return err
	}
	if info, err := root.Lstat(journalName); err != nil || !info.Mode().IsRegular() {
		return &NoAccountError{dir}
	}
	if r.journal, r.damaged, err = openJournal(root); err != nil {
		return err
	}
	_, broken, err := verify(root, r.journal)
	if err != nil {
		return errors.Join(err, r.journal.close())
	}
	for _, at := range broken {
		if ctx.Err() != nil {
			return errors.Join(ctx.Err(), r.journal.close())
		}
		l, err := r.journal.read(at)
		if err != nil {
			return errors.Join(err, r.journal.close())
		}
		fixed, line, err := r.repair(ctx, l, m, runner)
		if err == nil && line != nil {
			r.dropSummary()
			if at, err = r.journal.append(line); err == nil {
				r.lines = append(r.lines, at)
			}
		}
		if err != nil {
			return errors.Join(err, r.journal.close())
		}
		done(fixed)
	}
	return r.close()
}

// repair makes the outputs of one line anew.
func (r *Run) repair(ctx context.Context, l *Line, m RepairMessages, runner func(string) (Runner, string, *Failure)) (Repaired, *Line, error) {
	start := time.Now()
	failed := func(f Failure) (Repaired, *Line, error) { return Repaired{Path: l.Path, Failure: &f}, nil, nil }
	if l.Path == Stdin {
		return failed(m.Piped)
	}
	key, named := strings.CutSuffix(l.Key, "/named")
	in := Input{Path: l.Path, File: filepath.FromSlash(onDisk(l.Path)), Named: named}
	c, err := Read(in, nil, r.o.Limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failed(m.Gone)
	case err != nil && isNotFolder(err):
		return failed(m.Piped)
	case err != nil:
		return failed(r.o.Messages.Read(err))
	case !c.Whole() || hashOf(c.Data) != l.SHA256:
		return failed(m.Changed)
	}
	run, newKey, f := runner(key)
	if f != nil {
		return failed(*f)
	}
	in.Out = stemOf(l)
	r.o.Runner, r.o.Formats = run, nil
	for _, w := range l.Outputs {
		r.o.Formats = append(r.o.Formats, strings.TrimPrefix(w.Path, in.Out+"."))
	}
	out := r.run(ctx, in, c)
	if !usable(out.Status) {
		return failed(*out.Failure)
	}
	written, name, err := writeSet(r.root, in.Out, out.Outputs)
	if err != nil && isFull(err) {
		return Repaired{}, nil, &FullError{r.full(name), err}
	}
	if err != nil {
		return failed(r.o.Messages.Write(r.full(name), err))
	}
	line := *l
	line.Status, line.Findings, line.Digest, line.Notes, line.Outputs = out.Status, out.Findings, out.Digest, out.Notes, written
	if line.Key = newKey; named {
		line.Key += "/named"
	}
	line.MS = time.Since(start).Milliseconds()
	fixed := Repaired{Path: l.Path}
	for _, w := range written {
		fixed.Outputs = append(fixed.Outputs, w.Path)
	}
	return fixed, &line, nil
}

// stemOf is the stem that the outputs of a line share; where a format of two parts
// leaves two, the one that its input's name begins with.
func stemOf(l *Line) string {
	out := ""
	for _, stem := range stemsOf(l.Outputs[0].Path) {
		shared := !slices.ContainsFunc(l.Outputs, func(w Written) bool { return !slices.Contains(stemsOf(w.Path), stem) })
		if shared && (out == "" || !strings.HasPrefix(path.Base(l.Path), path.Base(out))) {
			out = stem
		}
	}
	return out
}
