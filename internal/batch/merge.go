package batch

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
)

// ConflictError says that two folders to be merged tell differently of one output.
type ConflictError struct{ First, Second, Output string }

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%s and %s both have %s, and not the same", e.First, e.Second, e.Output)
}

// UnsoundError says that an output of a folder to be merged is not as its account says.
type UnsoundError struct {
	Dir string
	Damage
}

func (e *UnsoundError) Error() string {
	return filepath.Join(e.Dir, e.Output) + " is " + string(e.State)
}

// Merge puts the outputs and the accounts of folders together in another, as one run
// over all their inputs would have left them. Everything is looked at before anything
// is written. Inputs that two folders tell of alike come once; of one that failed in a
// folder and is done in another the latter counts. o.Force, Summary, Messages and
// Done are used.
func Merge(dirs []string, out string, o Options) (Totals, error) {
	var from []*source
	defer func() {
		for _, s := range from {
			s.close()
		}
	}()
	for _, dir := range dirs {
		if inside(dir, out) || inside(out, dir) {
			return Totals{}, &OverlapError{out, dir}
		}
		s, err := openSource(dir)
		if err != nil {
			return Totals{}, err
		}
		from = append(from, s)
	}
	chosen, err := choose(from)
	if err != nil {
		return Totals{}, err
	}
	if o.Workers < 1 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return Totals{}, err
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return Totals{}, err
	}
	r := &Run{dir: out, real: resolve(out), o: o, root: root, protected: map[string]bool{}}
	r.totals.Findings = map[string]int{}
	defer r.Close()
	if r.lock, err = acquire(root, out); err != nil {
		return r.totals, err
	}
	if r.journal, err = r.openJournal(); err != nil {
		return r.totals, err
	}
	for i, c := range chosen {
		r.lines = append(r.lines, span{})
		if err := r.bring(i, c); err != nil {
			return r.totals, errors.Join(err, r.journal.close())
		}
	}
	return r.totals, r.close()
}

// source is a folder to be merged.
type source struct {
	dir  string
	root *os.Root
	j    *journal
}

func openSource(dir string) (*source, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s := &source{dir: dir, root: root}
	if err := peek(root, dir); err != nil {
		s.close()
		return nil, err
	}
	f, err := root.Open(journalName)
	if err != nil {
		s.close()
		return nil, &NoAccountError{dir}
	}
	s.j = newJournal(f)
	bad, err := s.j.index()
	if err == nil && len(bad) > 0 {
		err = &DamagedError{dir, len(bad)}
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *source) close() {
	if s.j != nil {
		_ = s.j.f.Close()
	}
	_ = s.root.Close()
}

// DamagedError says that an account has damaged lines, whose inputs a run must do
// again before it can be merged.
type DamagedError struct {
	Dir   string
	Lines int
}

func (e *DamagedError) Error() string { return fmt.Sprintf("%s: %d damaged lines", e.Dir, e.Lines) }

// picked is a line to be merged.
type picked struct {
	from *source
	at   span
}

// choose finds the lines to be merged, and whether they can be.
func choose(from []*source) ([]picked, error) {
	byPath := map[digest]int{} // index in chosen
	type claim struct {
		sha  digest
		from *source
	}
	outputs := map[digest]claim{}
	var chosen []picked
	for _, s := range from {
		for _, at := range s.j.inOrder() {
			l, err := s.j.read(at)
			if err != nil {
				return nil, err
			}
			for _, w := range l.Outputs {
				if look(s.root, w.Path, w.SHA256) != same {
					state := Changed
					if look(s.root, w.Path, w.SHA256) == nothing {
						state = Missing
					}
					return nil, &UnsoundError{s.dir, Damage{l.Path, w.Path, state}}
				}
				key := keyOf(w.Path)
				if c, ok := outputs[key]; ok && c.sha != keyOf(w.SHA256) {
					return nil, &ConflictError{c.from.dir, s.dir, w.Path}
				}
				outputs[key] = claim{keyOf(w.SHA256), s}
			}
			i, known := byPath[keyOf(l.Path)]
			if !known {
				byPath[keyOf(l.Path)] = len(chosen)
				chosen = append(chosen, picked{s, at})
				continue
			}
			if before, err := chosen[i].from.j.read(chosen[i].at); err != nil {
				return nil, err
			} else if !usable(before.Status) && usable(l.Status) {
				chosen[i] = picked{s, at}
			}
		}
	}
	return chosen, nil
}

// bring brings one line with its outputs into the folder of the run.
func (r *Run) bring(seq int, c picked) error {
	l, err := c.from.j.read(c.at)
	if err != nil {
		return err
	}
	if at, known := r.journal.byPath[keyOf(l.Path)]; known { // from a merge before this one
		if prev, err := r.journal.read(at); err == nil && sameLine(prev, l) && r.has(l) {
			return r.finish(seq, ended{line: prev, reused: true, at: at})
		}
	}
	r.dropSummary()
	for _, w := range l.Outputs {
		stem := stemOf(l)
		if look(r.root, w.Path, w.SHA256) == same {
			continue
		}
		switch r.mayWrite(stem, w.Path, nil) {
		case foreign, edited:
			return &ExistsError{r.full(w.Path)}
		}
		if err := r.transfer(c.from, w.Path); err != nil {
			if isFull(err) {
				return &FullError{r.full(w.Path), err}
			}
			return err
		}
	}
	l.Earlier = nil // stays behind
	return r.finish(seq, ended{line: l})
}

func sameLine(a, b *Line) bool {
	x, y := *a, *b
	x.Gone, y.Gone, x.SameAs, y.SameAs, x.Earlier, y.Earlier = false, false, "", "", nil, nil
	rawX, errX := encode(x)
	rawY, errY := encode(y)
	return errX == nil && errY == nil && string(rawX) == string(rawY)
}

// has reports whether the outputs of a line are there.
func (r *Run) has(l *Line) bool {
	for _, w := range l.Outputs {
		if look(r.root, w.Path, w.SHA256) != same {
			return false
		}
	}
	return true
}

// transfer puts an output of another folder in its place here.
func (r *Run) transfer(from *source, name string) error {
	if parent := path.Dir(name); parent != "." {
		if err := r.root.MkdirAll(parent, 0o777); err != nil {
			return err
		}
	}
	f, err := from.root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return writeAtomic(r.root, name, func(w io.Writer) error { _, err := io.Copy(w, f); return err }, nil)
}
