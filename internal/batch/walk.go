package batch

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Input is one input of a run.
type Input struct {
	Path  string // as the user sees it, with slashes; the key in run.ndjson
	File  string // for the operating system; "" for standard input
	Out   string // where its outputs go, relative to DIR, without the format's extension
	Named bool   // named on the command line
	Err   error  // a folder that could not be looked into
}

// folder is a folder to walk: where it lies, how it is called, where its outputs go.
type folder struct{ file, path, out string }

// level is what lies in one folder: its files in order, and all entries in order.
type level struct {
	folder
	entries []fs.DirEntry
	files   []Input
	err     error
}

// read lists one folder. Hidden files, lock files of office programs, links and
// whatever is neither file nor folder are passed over, as are files that were
// named on the command line too.
func (p *Plan) read(f folder) level {
	l := level{folder: f}
	entries, err := os.ReadDir(f.file) // sorted by the bytes of the names
	l.err = err
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		file := filepath.Join(f.file, name)
		switch {
		case e.IsDir():
		case e.Type().IsRegular() && !(len(p.files) > 0 && p.named[fileID(file)]):
			l.files = append(l.files, Input{Path: path.Join(f.path, shown(name)), File: file})
		default:
			continue
		}
		l.entries = append(l.entries, e)
	}
	return l
}

func (l level) folderNames() []string {
	var out []string
	for _, e := range l.entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

func (l level) sub(e fs.DirEntry) folder {
	return folder{filepath.Join(l.file, e.Name()), path.Join(l.path, shown(e.Name())), path.Join(l.out, l.portableFolder(e.Name()))}
}

// portableFolder is the name a folder has in DIR, another than its neighbours'.
// Windows drops dots and blanks at the end of a folder's name.
func (l level) portableFolder(name string) string {
	safe := portable(outputName(shown(name)))
	if strings.TrimRight(safe, ". ") != safe {
		safe += "_"
	}
	for safe != name && slices.ContainsFunc(l.folderNames(), func(n string) bool { return fold(n) == fold(safe) }) {
		safe += "_"
	}
	return safe
}

// walk yields what lies under a level whose files have their names, a folder
// inside at its place among the files. Only the folders on the way down are in
// memory.
func (p *Plan) walk(l level, formats []string, yield func(Input) bool) bool {
	if l.err != nil && !yield(Input{Path: l.path, File: l.file, Err: l.err}) {
		return false
	}
	files := l.files
	for _, e := range l.entries {
		if !e.IsDir() {
			if !yield(files[0]) {
				return false
			}
			files = files[1:]
			continue
		}
		sub := p.read(l.sub(e))
		p.name(sub.files, sub.out, sub.folderNames(), formats)
		if !p.walk(sub, formats, yield) {
			return false
		}
	}
	return true
}

func (p *Plan) count(f folder) int {
	l := p.read(f)
	n := len(l.files)
	for _, e := range l.entries {
		if e.IsDir() {
			n += p.count(l.sub(e))
		}
	}
	return n
}

// fileID is a name by which the same file is known again, whatever path leads to it.
func fileID(file string) string {
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	return file
}

// inside reports whether a lies in b or is b itself. Neither has to exist: the
// part of a path that does is looked up, so that a link does not hide where it leads.
func inside(a, b string) bool {
	rel, err := filepath.Rel(resolve(b), resolve(a))
	return err == nil && (rel == "." || rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)))
}

// resolve is fileID for a path whose end may not exist yet.
func resolve(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	rest := ""
	for dir := abs; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if dir == filepath.Dir(dir) {
			return abs
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// Name is the base name of an input: "stdin" for standard input.
func (in Input) Name() string {
	if in.File == "" {
		return "stdin"
	}
	return path.Base(in.Path)
}
