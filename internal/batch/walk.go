package batch

import (
	"os"
	"path"
	"path/filepath"
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
	packed  bool     // a member of an archive, whose content is read already
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

// level is what lies in one folder: its files in order, and all entries in order.
type level struct {
	folder
	entries []entryOf
	files   []Input
	folders map[string]bool // names of what there is something inside, folded
	err     error
}

// entryOf is a name in a folder.
type entryOf struct {
	name    string // of what there is something inside
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
	entries, err := os.ReadDir(f.file) // sorted by the bytes of the names
	l.err = err
	// A folder may hold half a million files: nothing is kept of one that can be kept once.
	l.entries, l.files = make([]entryOf, 0, len(entries)), make([]Input, 0, len(entries))
	for _, e := range entries {
		name := e.Name()
		at, rel := path.Join(f.path, shown(name)), path.Join(f.rel, shown(name))
		if why, no := passedOver(name); no {
			p.pass(at, why)
			continue
		}
		file := filepath.Join(f.file, name)
		switch {
		case f.wrote(name), e.IsDir() && f.keeps(name):
			p.pass(at, Own)
			ours++
		case e.IsDir():
			if p.choice.barred(rel) {
				p.pass(at+"/", Excluded)
				continue
			}
			l.enter(entryOf{name: name, inside: true})
		case !e.Type().IsRegular():
			p.pass(at, NoFile)
		case p.apart && p.named[fileID(file)]:
		case isArchive(file) && !p.choice.excludes(rel):
			l.enter(entryOf{name, true, true})
		default:
			if why, ok := p.choice.wanted(rel, changedAt(file)); !ok {
				p.pass(at, why)
				continue
			}
			if file == at {
				file = at
			}
			l.files = append(l.files, Input{Path: at, File: file, rel: at[len(at)-len(rel):]})
			l.entries = append(l.entries, entryOf{})
		}
	}
	p.own(f, ours)
	return l
}

// enter adds what there is something inside.
func (l *level) enter(e entryOf) {
	l.entries = append(l.entries, e)
	l.folders[fold(e.name)] = true
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
	files := l.files
	for _, e := range l.entries {
		if !e.inside {
			if !yield(files[0]) {
				return false
			}
			files = files[1:]
			continue
		}
		inner := l.sub(e)
		if inner.archive {
			if !p.walkArchive(inner, formats, yield) {
				return false
			}
			continue
		}
		sub := p.read(inner)
		p.name(sub.files, sub.out, sub.folderNames(), formats)
		if !p.walk(sub, formats, yield) {
			return false
		}
	}
	return true
}

func (p *Plan) count(f folder) int {
	if f.archive {
		return 1
	}
	l := p.read(f)
	n := len(l.files)
	for _, e := range l.entries {
		switch {
		case e.archive:
			n++ // at least
		case e.inside:
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
