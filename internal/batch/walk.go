package batch

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Input is one input of a run.
type Input struct {
	Path  string // as the user sees it, with slashes; the key in run.ndjson
	File  string // for the operating system; "" for standard input
	Out   string // where its outputs go, relative to DIR, without the format's extension
	Named bool   // named on the command line

	rel     string   // inside the folder that was named
	content *Content // of a member
	archive *folder  // not looked into yet
	Err     error    // a folder that could not be looked into

	// Elsewhere says that the input is read and done in another place: its SHA256 is
	// known, and the Runner is given no content.
	Elsewhere bool
	SHA256    string // "" if it is larger than what is read
}

// folder is a folder or an archive to walk: where it lies, how it is called, where its
// outputs go, and its path inside the folder that was named.
type folder struct {
	file, path, out, rel string
	archive              bool
	written              *written // by earlier runs, as the nearest account lists it; nil where there is none
	inDir                string   // where the folder lies in that account's
}

// level is what lies in one folder, in order. A folder may hold half a million files:
// of a file nothing is kept but its name and what its outputs are called, which is a part
// of it as a rule.
type level struct {
	folder
	entries []entryOf
	folders map[string]bool // names of what there is something inside, folded
	err     error
}

// entryOf is a name in a folder.
type entryOf struct {
	name    string
	out     string // what the outputs of a file are called
	inside  bool   // there is something inside: a folder or an archive
	archive bool
}

// read lists one folder. Hidden files, lock files of office programs, links and
// whatever is neither file nor folder are passed over, as are files that were
// named on the command line too, and what is not chosen.
func (p *Plan) read(f folder) level {
	f.within()
	l := level{folder: f, folders: map[string]bool{}}
	ours := 0
	entries, err := namesIn(f.file)
	l.err = err
	l.entries = make([]entryOf, 0, len(entries))
	for _, e := range entries {
		name := e.name
		at, rel := path.Join(f.path, shown(name)), path.Join(f.rel, shown(name))
		if why, no := passedOver(name); no {
			p.pass(at, why)
			continue
		}
		file := filepath.Join(f.file, name)
		switch {
		case f.wrote(name), e.kind.IsDir() && f.keeps(name):
			p.pass(at, Own)
			ours++
		case e.kind.IsDir():
			if p.choice.barred(rel) {
				p.pass(at+"/", Excluded)
				continue
			}
			l.enter(entryOf{name: name, inside: true})
		case !e.kind.IsRegular():
			p.pass(at, NoFile)
		case p.apart && p.byID[fileID(file)]:
		case isArchive(file) && !p.choice.excludes(rel):
			l.enter(entryOf{name: name, inside: true, archive: true})
		default:
			if why, ok := p.choice.wanted(rel, changedAt(file)); !ok {
				p.pass(at, why)
				continue
			}
			l.entries = append(l.entries, entryOf{name: name})
		}
	}
	p.own(f, ours)
	return l
}

// listed is what a folder says of a name in it.
type listed struct {
	name string
	kind fs.FileMode
}

// namesIn is os.ReadDir without what else is known of each name: the names of a folder by
// their bytes, as far as it could be read.
func namesIn(dir string) ([]listed, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []listed
	for {
		some, err := f.ReadDir(1024)
		for _, e := range some {
			out = append(out, listed{e.Name(), e.Type()})
		}
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			slices.SortFunc(out, func(a, b listed) int { return strings.Compare(a.name, b.name) })
			return out, err
		}
	}
}

// enter adds what there is something inside.
func (l *level) enter(e entryOf) {
	l.entries = append(l.entries, e)
	l.folders[fold(e.name)] = true
}

// fileNames are the names of the files.
func (l level) fileNames() []string {
	out := make([]string, 0, len(l.entries)-len(l.folders))
	for _, e := range l.entries {
		if !e.inside {
			out = append(out, e.name)
		}
	}
	return out
}

// call says what the outputs of the files are called, in the order of fileNames.
func (l level) call(outs []string) {
	for i := range l.entries {
		if e := &l.entries[i]; !e.inside {
			e.out, outs = outs[0], outs[1:]
		}
	}
}

// input is a file of the folder.
func (l level) input(e entryOf) Input {
	at, rel := path.Join(l.path, shown(e.name)), path.Join(l.rel, shown(e.name))
	return Input{Path: at, File: filepath.Join(l.file, e.name), Out: path.Join(l.out, e.out), rel: rel}
}

// passedOver reports names that are no inputs.
func passedOver(name string) (Passed, bool) {
	switch {
	case strings.HasPrefix(name, "."):
		return Hidden, true
	case strings.HasPrefix(name, "~$"):
		return LockFile, true
	}
	return "", false
}

// changedAt tells when a file was changed last, for who wants to know.
func changedAt(file string) func() time.Time {
	return func() time.Time {
		info, err := os.Lstat(file)
		if err != nil {
			return time.Now() // it is told as an input that cannot be read
		}
		return info.ModTime()
	}
}

func (l level) folderNames() []string {
	var out []string
	for _, e := range l.entries {
		if e.inside {
			out = append(out, e.name)
		}
	}
	return out
}

func (l level) sub(e entryOf) folder {
	return folder{
		file: filepath.Join(l.file, e.name), path: path.Join(l.path, shown(e.name)), out: path.Join(l.out, l.portableFolder(e.name)), rel: path.Join(l.rel, shown(e.name)),
		archive: e.archive, written: l.written, inDir: path.Join(l.inDir, e.name),
	}
}

// portableFolder is the name a folder has in DIR, another than its neighbours'.
// Windows drops dots and blanks at the end of a folder's name.
func (l level) portableFolder(name string) string {
	safe := portable(outputName(shown(name)))
	if strings.TrimRight(safe, ". ") != safe {
		safe += "_"
	}
	for safe != name && l.folders[fold(safe)] {
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
	for _, e := range l.entries {
		if !e.inside {
			if !yield(l.input(e)) {
				return false
			}
			continue
		}
		inner := l.sub(e)
		if inner.archive {
			if !p.walkArchive(inner, formats, yield) {
				return false
			}
			continue
		}
		if !p.walk(p.named(inner, formats), formats, yield) {
			return false
		}
	}
	return true
}

// named lists a folder and says what the outputs of its files are called.
func (p *Plan) named(f folder, formats []string) level {
	l := p.read(f)
	files := l.fileNames()
	whole := make([]string, len(files))
	for i, name := range files {
		whole[i] = shown(name)
	}
	l.call(p.names(whole, func(i int) string { return filepath.Join(l.file, files[i]) }, occupiedNames(l.out, l.folderNames()), formats))
	return l
}

func (p *Plan) count(f folder) int {
	if f.archive {
		return 1
	}
	l := p.read(f)
	n := 0
	for _, e := range l.entries {
		if e.inside && !e.archive {
			n += p.count(l.sub(e))
			continue
		}
		n++ // of an archive at least
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
