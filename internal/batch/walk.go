package batch

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Input is one input of a run.
type Input struct {
	Path  string // as the user sees it, with slashes; the key in run.ndjson
	File  string // for the operating system; "" for standard input
	Out   string // where its outputs go, relative to DIR, without the format's extension
	Named bool   // named on the command line
	Err   error  // a folder or file that could not be looked at
}

// passedOver reports names that a walk does not look at: hidden files and the
// lock files of office programs.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// folder is a folder to walk: where it lies and where its outputs go.
type folder struct {
	file, path, out string
}

// walk yields the inputs under f in a fixed order: the names of a folder in the
// order of their bytes, a folder inside at its place. Links are not followed and what is
// neither file nor folder is passed over. It holds one folder's names in memory
// at a time, and those of the folders around it. extra are inputs that share
// f's place in DIR.
func (p *Plan) walk(f folder, extra []Input, formats []string, yield func(Input) bool) bool {
	entries, err := os.ReadDir(f.file) // sorted by name
	if err != nil && len(entries) == 0 {
		return yield(Input{Path: f.path, File: f.file, Err: err})
	}
	var files, folders []fs.DirEntry
	order := make([]fs.DirEntry, 0, len(entries))
	for _, e := range entries {
		switch {
		case passedOver(e.Name()):
			continue
		case e.IsDir():
			folders = append(folders, e)
		case e.Type().IsRegular():
			files = append(files, e)
		default:
			continue
		}
		order = append(order, e)
	}
	group := append([]Input(nil), extra...)
	for _, e := range files {
		group = append(group, Input{Path: path.Join(f.path, e.Name()), File: filepath.Join(f.file, e.Name())})
	}
	taken := make([]string, 0, len(folders))
	for _, e := range folders {
		taken = append(taken, e.Name())
	}
	p.name(group, f.out, taken, formats)
	group = group[len(extra):]
	for _, e := range order {
		if e.IsDir() {
			sub := folder{filepath.Join(f.file, e.Name()), path.Join(f.path, e.Name()), path.Join(f.out, e.Name())}
			if !p.walk(sub, nil, formats, yield) {
				return false
			}
			continue
		}
		in := group[0]
		group = group[1:]
		if p.named[fileID(in.File)] {
			continue // it was named on the command line as well, and comes once
		}
		if !yield(in) {
			return false
		}
	}
	return true
}

// fileID is a name by which the same file is known again.
func fileID(file string) string {
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	return file
}
