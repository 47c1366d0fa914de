package batch

import (
	"context"
	"path/filepath"
	"slices"
	"time"
)

// one does one input, or finds that an earlier run had done it.
func (r *Run) one(ctx context.Context, in Input) ended {
	start := time.Now()
	line := &Line{Path: in.Path, Key: r.key(in)}
	prev, at, known := r.journal.last(in.Path)
	if !known {
		prev = &Line{}
	}
	content, err := Read(in, r.o.Stdin, r.o.Limit)
	if err != nil {
		return ended{line: r.failed(line, prev, r.o.Messages.Read(err), start)}
	}
	if content.Whole() {
		line.SHA256 = hashOf(content.Data)
		if known && r.done(in, prev, line) {
			return ended{line: prev, reused: true, at: at}
		}
	}
	out := r.run(ctx, in, content)
	line.Status, line.Findings, line.Error, line.Digest, line.Notes = out.Status, out.Findings, out.Failure, out.Digest, out.Notes
	if usable(out.Status) {
		if f := r.write(line, in.Out, out.Outputs); f != nil {
			line.Findings, line.Digest, line.Notes = nil, nil, nil
			return ended{line: r.failed(line, prev, *f, start)}
		}
	}
	r.inherit(line, prev)
	line.MS = time.Since(start).Milliseconds()
	return ended{line: line}
}

// key stands for all that decides what comes out besides the content: a letter
// is skipped in a folder and fails when it is named.
func (r *Run) key(in Input) string {
	if in.Named {
		return r.o.Key + "/named"
	}
	return r.o.Key
}

// done reports whether an earlier line settles an input: the same content,
// version and options, and every wanted output still there.
func (r *Run) done(in Input, prev, now *Line) bool {
	if prev.SHA256 != now.SHA256 || prev.Key != now.Key || !prev.settled() {
		return false
	}
	if !usable(prev.Status) {
		return true
	}
	for _, f := range r.o.Formats {
		if slices.ContainsFunc(prev.Notes, func(n Note) bool { return n.None && n.Format == f }) {
			continue
		}
		name := in.Out + "." + f
		if !slices.ContainsFunc(prev.Outputs, func(w Written) bool { return w.Path == name }) || !exists(r.root, name) {
			return false
		}
	}
	return true
}

// run is the fence around the Runner: a defect in it fails one input, not the run.
func (r *Run) run(ctx context.Context, in Input, c Content) (out Outcome) {
	defer func() {
		if p := recover(); p != nil {
			f := r.o.Messages.Internal(p)
			out = Outcome{Status: Failed, Failure: &f}
		}
	}()
	return r.o.Runner.Run(ctx, Task{Name: in.Name(), Data: c.Data, Size: c.Size, Named: in.Named, Formats: r.o.Formats})
}

// failed ends an input that could not be read or written. What earlier runs
// made of it stays, and stays known.
func (r *Run) failed(line, prev *Line, f Failure, start time.Time) *Line {
	line.Status, line.Error = Failed, &f
	r.inherit(line, prev)
	line.MS = time.Since(start).Milliseconds()
	return line
}

// write makes the outputs appear, unless a file that no run made stands in
// their place.
func (r *Run) write(line *Line, stem string, outputs []Output) *Failure {
	for _, o := range outputs {
		if name := stem + "." + o.Format; !r.mayWrite(stem, name, o.Data) {
			f := r.o.Messages.Exists(filepath.Join(r.dir, filepath.FromSlash(name)))
			return &f
		}
	}
	written, name, err := writeSet(r.root, stem, outputs)
	if err != nil {
		f := r.o.Messages.Write(filepath.Join(r.dir, filepath.FromSlash(name)), err)
		return &f
	}
	line.Outputs = written
	return nil
}

// mayWrite reports whether an output may take its place in DIR. A file with
// just the new bytes is one that an abrupt end kept out of the account.
func (r *Run) mayWrite(stem, name string, data []byte) bool {
	if r.protected[filepath.Join(r.real, filepath.FromSlash(name))] {
		return false
	}
	if r.o.Force || look(r.root, name, hashOf(data)) != other {
		return true
	}
	if sha, ok := r.journal.saved[name]; ok && look(r.root, name, sha) == same {
		return true
	}
	owner, ok := r.journal.owner(stem)
	return ok && slices.ContainsFunc(slices.Concat(owner.Outputs, owner.Earlier), func(w Written) bool {
		return w.Path == name && look(r.root, name, w.SHA256) == same
	})
}

// inherit settles what becomes of files that earlier runs made of the same
// input and this one did not make anew. Those of the same content, version and
// options are still its outputs; those of the same content stay and stay known;
// those of another content would tell of what the input no longer says and go,
// unless someone has changed them since.
func (r *Run) inherit(line, prev *Line) {
	sameContent := line.SHA256 == prev.SHA256 && usable(line.Status)
	unsettled := line.Status == Failed && !line.settled()
	for i, w := range slices.Concat(prev.Outputs, prev.Earlier) {
		isNew := slices.ContainsFunc(line.Outputs, func(n Written) bool { return n.Path == w.Path })
		if isNew || look(r.root, w.Path, w.SHA256) != same {
			continue
		}
		switch {
		case sameContent && line.Key == prev.Key && i < len(prev.Outputs):
			line.Outputs = append(line.Outputs, w)
		case sameContent || unsettled:
			line.Earlier = append(line.Earlier, w)
		default:
			r.root.Remove(w.Path)
		}
	}
}

// usable reports whether an input that ended so has outputs.
func usable(s Status) bool { return s == OK || s == Partial }
