package batch

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The account tells of all that DIR holds, not of the last command only. When a
// run has ended, the lines of all runs are put in one order, by path, so that
// the same inputs give the same account in however many runs they came; and each
// line is held to what is there now: whether its input still is, which inputs
// have the same content, which outputs another input has taken over.

// entry is one line of the account to be.
type entry struct {
	at      span
	path    string
	sha     string
	outputs []Written // nil if they are as the line says
	ok      bool      // has outputs
	gone    bool
	sameAs  string
	stands  bool // the line is as it is to be
}

// Accounted is what the account comes to.
type Accounted struct {
	Inputs int // that DIR tells of
	Gone   int // no longer there, or elsewhere under another name
	Moved  int // of these, whose content is there under another path
	Same   int // with the content of another
}

// settle puts the account in order.
func (r *Run) settle() ([]entry, Accounted, error) {
	var total Accounted
	mine := make(map[digest]bool, len(r.lines)) // inputs of this run
	entries := make([]entry, 0, max(len(r.lines), len(r.journal.byPath)))
	for _, at := range r.lines {
		if at.len == 0 { // it did not come to that
			continue
		}
		l, err := r.journal.read(at)
		if err != nil {
			return nil, total, err
		}
		mine[keyOf(l.Path)] = true
		entries = append(entries, newEntry(l, at))
	}
	taken, err := r.taken(mine)
	if err != nil {
		return nil, total, err
	}
	for key, at := range r.journal.byPath {
		if mine[key] {
			continue
		}
		l, err := r.journal.read(at)
		if err != nil {
			return nil, total, err
		}
		e := newEntry(l, at)
		left := slices.DeleteFunc(slices.Clone(l.Outputs), func(w Written) bool { return taken[keyOf(w.Path)] })
		if len(left) < len(l.Outputs) {
			if len(left) == 0 {
				continue // another input has taken its place
			}
			e.outputs, e.stands = left, false
		}
		if gone := r.plan.lost(l.Path, l.Gone); gone != e.gone {
			e.gone, e.stands = gone, false
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return comparePaths(a.path, b.path) })
	markSame(entries, &total)
	total.Inputs = len(entries)
	return entries, total, nil
}

// taken are the outputs of this run, where there are lines of others that may have lost
// them to it.
func (r *Run) taken(mine map[digest]bool) (map[digest]bool, error) {
	others := false
	for key := range r.journal.byPath {
		if others = !mine[key]; others {
			break
		}
	}
	if !others {
		return nil, nil
	}
	out := map[digest]bool{}
	for _, at := range r.lines {
		if at.len == 0 {
			continue
		}
		l, err := r.journal.read(at)
		if err != nil {
			return nil, err
		}
		for _, w := range l.Outputs {
			out[keyOf(w.Path)] = true
		}
	}
	return out, nil
}

func newEntry(l *Line, at span) entry {
	e := entry{at: at, path: l.Path, sha: l.SHA256, ok: usable(l.Status), gone: l.Gone, sameAs: l.SameAs, stands: true}
	return e
}

// markSame finds inputs of one content.
func markSame(entries []entry, total *Accounted) {
	first := map[string]string{} // path by content
	for i := range entries {
		if e := &entries[i]; e.ok && !e.gone && e.sha != "" {
			if _, seen := first[e.sha]; !seen {
				first[e.sha] = e.path
			}
		}
	}
	for i := range entries {
		e := &entries[i]
		as := ""
		if e.ok && first[e.sha] != e.path {
			as = first[e.sha]
		}
		if as != e.sameAs {
			e.sameAs, e.stands = as, false
		}
		switch {
		case e.gone && as != "":
			total.Gone++
			total.Moved++
		case e.gone:
			total.Gone++
		case as != "":
			total.Same++
		}
	}
}

// comparePaths is the order in which a folder is walked: name by name.
func comparePaths(a, b string) int {
	return cmp.Compare(strings.ReplaceAll(a, "/", "\x00"), strings.ReplaceAll(b, "/", "\x00"))
}

// lost reports whether an input that did not come in this run is no longer there.
// Of what lies outside the folders of the plan nothing new is known.
func (p *Plan) lost(path string, before bool) bool {
	if p == nil {
		return before
	}
	for _, f := range p.folders {
		if rest, ok := strings.CutPrefix(path, f.path+"/"); ok || f.path == "." {
			if f.path == "." {
				rest = path
			}
			_, err := os.Lstat(filepath.Join(f.file, filepath.FromSlash(onDisk(rest))))
			return errors.Is(err, fs.ErrNotExist)
		}
	}
	return before
}

// line is an entry as it stands in the account.
func (r *Run) line(e *entry) (*Line, error) {
	l, err := r.journal.read(e.at)
	if err != nil {
		return nil, err
	}
	if e.outputs != nil {
		l.Outputs = e.outputs
	}
	l.Gone, l.SameAs = e.gone, e.sameAs
	return l, nil
}

// close writes the summary and puts the account in order.
func (r *Run) close() error {
	entries, total, err := r.settle()
	if err != nil {
		return errors.Join(err, r.journal.close())
	}
	r.totals.Account = total
	if !r.tidy(entries) || r.o.Summary != nil && (r.o.Anew || !exists(r.root, summaryName)) {
		if err := r.summarize(entries); err != nil {
			return errors.Join(err, r.journal.close())
		}
	}
	if r.tidy(entries) {
		return r.journal.close()
	}
	return r.journal.write(r.root, func(yield func([]byte, error) bool) {
		for i := range entries {
			e := &entries[i]
			raw, err := r.journal.raw(e.at)
			if err == nil && !e.stands {
				var l *Line
				if l, err = r.line(e); err == nil {
					raw, err = encode(l)
				}
			}
			if !yield(raw, err) {
				return
			}
		}
	})
}

// tidy reports whether the journal is nothing but these lines in this order.
func (r *Run) tidy(entries []entry) bool {
	var end int64
	for i := range entries {
		if e := &entries[i]; !e.stands || e.at.off != end {
			return false
		}
		end += int64(entries[i].at.len)
	}
	return end == r.journal.end
}

// scratchName is a folder in DIR for what a summary leaves aside while it grows, so
// that an abrupt end leaves nothing elsewhere.
const scratchName = ".ziping-scratch"

func (r *Run) summarize(entries []entry) error {
	if r.o.Summary == nil {
		return nil
	}
	_ = r.root.RemoveAll(scratchName)
	if err := r.root.Mkdir(scratchName, 0o700); err != nil {
		return err
	}
	defer func() { _ = r.root.RemoveAll(scratchName) }()
	return writeAtomic(r.root, summaryName, func(w io.Writer) error {
		s, err := r.o.Summary(w, filepath.Join(r.dir, scratchName))
		if err != nil {
			return err
		}
		for i := range entries {
			l, err := r.line(&entries[i])
			if err != nil {
				return err
			}
			if err := s.Add(*l); err != nil {
				return err
			}
		}
		return s.Close()
	}, nil)
}
