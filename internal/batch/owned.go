package batch

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// What earlier runs wrote may lie in a folder that is walked: ziping 桌面, where
// 自评表_核对结果 lies on the desktop too. The account there lists it, and what it lists
// is no input.

// written is what the account of a folder lists.
type written struct {
	dir     string // as users see it
	outputs map[digest]bool
}

// writtenIn reads the account in a folder, nil if there is none of ours.
func writtenIn(f folder) *written {
	if f.archive {
		return nil
	}
	root, err := os.OpenRoot(f.file)
	if err != nil {
		return nil
	}
	defer root.Close()
	if info, err := root.Lstat(journalName); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	file, err := root.Open(journalName)
	if err != nil {
		return nil
	}
	defer file.Close()
	w := &written{dir: f.path, outputs: map[digest]bool{}}
	ours := false
	_, _ = eachLine(file, func(t *told) { // as far as it can be read
		if !t.sound {
			return
		}
		ours = true
		for _, o := range slices.Concat(t.Outputs, t.Earlier) {
			w.outputs[keyOf(o.Path)] = true
		}
	})
	if !ours {
		return nil
	}
	for _, name := range []string{journalName, damagedName, summaryName} {
		w.outputs[keyOf(name)] = true
	}
	return w
}

// within follows a folder into the one that is looked at: the nearest account counts.
func (f *folder) within() {
	if w := writtenIn(*f); w != nil {
		f.written, f.inDir = w, ""
	}
}

// wrote reports that an account lists a file of the folder.
func (f *folder) wrote(name string) bool {
	return f.written != nil && f.written.outputs[keyOf(path.Join(f.inDir, name))]
}

// keeps reports a folder that other commands keep beside an account.
func (f *folder) keeps(name string) bool {
	return f.written != nil && f.inDir == "" && name == datasetName
}

// own notes the outputs of earlier runs that were met in a folder. A folder may be read
// more than once.
func (p *Plan) own(f folder, n int) {
	if n == 0 {
		return
	}
	if p.owned == nil {
		p.owned = map[string]ownedIn{}
	}
	p.owned[f.file] = ownedIn{n, f.written.dir}
}

// ownedIn is how many outputs lie in a folder, and in whose account they are.
type ownedIn struct {
	n   int
	dir string
}

// Own tells, when a plan's inputs have been walked, how many files were passed over
// because accounts of earlier runs list them, and in which folders those accounts lie.
func (p *Plan) Own() (n int, dirs []string) {
	for _, o := range p.owned {
		n += o.n
		if dir := filepath.FromSlash(strings.TrimSuffix(o.dir, "/")); !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	return n, dirs
}
