package batch

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// one does one input, or finds that an earlier run had done it.
func (r *Run) one(ctx context.Context, in Input) ended {
	start := time.Now()
	line := &Line{Path: in.Path, Key: r.key(in)}
	prev, at, known := r.journal.last(in.Path)
	before := prev // what was made under its names: by the same input under another path, or by one whose names it takes over
	if !known {
		prev = &Line{}
		if before, _ = r.journal.owner(in.Out); before == nil {
			before = prev
		}
	}
	content, sha, err := r.content(in)
	if err != nil {
		return ended{line: r.failed(in, line, prev, r.o.Messages.Read(err), start)}
	}
	if line.SHA256 = sha; sha != "" {
		if done, changed := r.done(in, before, line); done {
			e := ended{line: before, reused: true, at: at, changed: changed, moved: !known || before.Gone}
			e.line.Path, e.line.Gone = in.Path, false
			return e
		}
	}
	out := r.run(ctx, in, content)
	line.Status, line.Findings, line.Error, line.Digest, line.Notes = out.Status, out.Findings, out.Failure, out.Digest, out.Notes
	if usable(out.Status) {
		f, full := r.write(line, in.Out, out.Outputs)
		if full != nil {
			return ended{fatal: full}
		}
		if f != nil {
			line.Findings, line.Digest, line.Notes = nil, nil, nil
			return ended{line: r.failed(in, line, prev, *f, start)}
		}
	}
	if usable(line.Status) {
		r.inherit(in, line, before)
	} else { // it takes nothing over
		r.inherit(in, line, prev)
	}
	line.MS = max(time.Since(start), out.Took).Milliseconds()
	return ended{line: line}
}

// content is an input's content and its hash, "" where that is not all of it.
func (r *Run) content(in Input) (Content, string, error) {
	if in.Elsewhere {
		return Content{}, in.SHA256, in.Err
	}
	c, err := Read(in, r.o.Stdin, r.o.Limit)
	if err != nil || !c.Whole() {
		return c, "", err
	}
	return c, hashOf(c.Data), nil
}

// key stands for all that decides what comes out besides the content: a letter
// is skipped in a folder and fails when it is named.
func (r *Run) key(in Input) string {
	if in.Named {
		return r.o.Key + "/named"
	}
	return r.o.Key
}

// done reports whether an earlier line settles an input: the same name, content,
// version and options, and every wanted output still there. Outputs that someone
// has changed since stay, and are named, unless Force wants them anew.
func (r *Run) done(in Input, prev, now *Line) (done bool, changed []string) {
	if prev.SHA256 != now.SHA256 || prev.Key != now.Key || !prev.settled() || path.Base(prev.Path) != path.Base(in.Path) {
		return false, nil
	}
	if !usable(prev.Status) {
		return prev.Path == in.Path, nil
	}
	for _, f := range r.o.Formats {
		if slices.ContainsFunc(prev.Notes, func(n Note) bool { return n.None && n.Format == f }) {
			continue
		}
		name := in.Out + "." + f
		i := slices.IndexFunc(prev.Outputs, func(w Written) bool { return w.Path == name })
		if i < 0 {
			return false, nil
		}
		info, err := r.root.Lstat(name)
		if err != nil || !info.Mode().IsRegular() {
			return false, nil
		}
		// To look into every file would take as long as to make it; what was written
		// after the account is looked into.
		if info.ModTime().After(r.since) && look(r.root, name, prev.Outputs[i].SHA256) != same {
			changed = append(changed, r.full(name))
		}
	}
	return len(changed) == 0 || !r.o.Force, changed
}

// full is an output's path as people see it.
func (r *Run) full(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

// run is the fence around the Runner: a defect in it fails one input, not the run.
func (r *Run) run(ctx context.Context, in Input, c Content) (out Outcome) {
	defer func() {
		if p := recover(); p != nil {
			f := r.o.Messages.Internal(p)
			out = Outcome{Status: Failed, Failure: &f}
		}
	}()
	return r.o.Runner.Run(ctx, Task{Path: in.Path, Name: in.Name(), Data: c.Data, Size: c.Size, Named: in.Named, Formats: r.o.Formats})
}

// failed ends an input that could not be read or written. What earlier runs
// made of it stays, and stays known.
func (r *Run) failed(in Input, line, prev *Line, f Failure, start time.Time) *Line {
	line.Status, line.Error = Failed, &f
	r.inherit(in, line, prev)
	line.MS = time.Since(start).Milliseconds()
	return line
}

// write makes the outputs appear, unless a file that no run made, or that someone
// has changed since, stands in their place. full says that DIR takes no more.
func (r *Run) write(line *Line, stem string, outputs []Output) (f *Failure, full error) {
	for _, o := range outputs {
		name := stem + "." + o.Format
		switch r.mayWrite(stem, name, o.Data) {
		case foreign:
			f := r.o.Messages.Exists(r.full(name))
			return &f, nil
		case edited:
			f := r.o.Messages.Changed(r.full(name))
			return &f, nil
		}
	}
	written, name, err := writeSet(r.root, stem, outputs)
	if err != nil && isFull(err) {
		return nil, &FullError{r.full(name), err}
	}
	if err != nil {
		f := r.o.Messages.Write(r.full(name), err)
		return &f, nil
	}
	line.Outputs = written
	return nil, nil
}

// FullError says that the disk of DIR is full, which ends a run.
type FullError struct {
	Path string
	Err  error
}

func (e *FullError) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap returns the system's error.
func (e *FullError) Unwrap() error { return e.Err }

// whose says whose file stands at an output's place.
type whose int

const (
	free    whose = iota // nobody's, or ours as we left it
	edited               // ours, and changed by someone since
	foreign              // made by no run
)

// mayWrite reports whether an output may take its place in DIR. A file with
// just the new bytes is one that an abrupt end kept out of the account.
func (r *Run) mayWrite(stem, name string, data []byte) whose {
	if r.protected[filepath.Join(r.real, filepath.FromSlash(name))] {
		return foreign
	}
	if r.o.Force || look(r.root, name, hashOf(data)) != other {
		return free
	}
	if sha, ok := r.journal.saved[name]; ok && look(r.root, name, sha) == same {
		return free
	}
	owner, ok := r.journal.owner(stem)
	if !ok {
		return foreign
	}
	found := foreign
	for _, w := range slices.Concat(owner.Outputs, owner.Earlier) {
		if w.Path != name {
			continue
		}
		if look(r.root, name, w.SHA256) == same {
			return free
		}
		found = edited
	}
	return found
}

// inherit settles what becomes of files that earlier runs made of the same
// input and this one did not make anew. Those of the same content, version and
// options are still its outputs; those of the same content stay and stay known;
// those of another content would tell of what the input no longer says, and those
// under a name that it no longer has would be doubles: they go, unless someone has
// changed them since.
func (r *Run) inherit(in Input, line, prev *Line) {
	sameContent := line.SHA256 == prev.SHA256 && usable(line.Status)
	unsettled := line.Status == Failed && !line.settled()
	for i, w := range slices.Concat(prev.Outputs, prev.Earlier) {
		isNew := slices.ContainsFunc(line.Outputs, func(n Written) bool { return n.Path == w.Path })
		if isNew || look(r.root, w.Path, w.SHA256) != same {
			continue
		}
		named := slices.Contains(stemsOf(w.Path), in.Out)
		switch {
		case sameContent && named && line.Key == prev.Key && i < len(prev.Outputs):
			line.Outputs = append(line.Outputs, w)
		case sameContent && named || unsettled:
			line.Earlier = append(line.Earlier, w)
		default:
			r.root.Remove(w.Path)
		}
	}
}

// usable reports whether an input that ended so has outputs.
func usable(s Status) bool { return s == OK || s == Partial }
