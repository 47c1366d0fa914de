package batch

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Plan says which inputs a run has and what their outputs are called.
type Plan struct {
	files   []Input  // named on the command line, standard input included
	folders []folder // in the order given
	named   map[string]bool
	inDir   []string // names, in the run's DIR, of inputs that lie in it
	claims  func(name string, head []byte) bool
}

// MissingError names the paths of a command line that do not exist.
type MissingError struct{ Paths []string }

func (e *MissingError) Error() string { return "no such file or folder: " + e.Paths[0] }

// SameNameError names two folders whose outputs would be mixed up.
type SameNameError struct{ Name, First, Second string }

func (e *SameNameError) Error() string { return e.First + " and " + e.Second + " have one name" }

// NewPlan looks at the paths of a command line. It reads no folder yet; paths
// that do not exist are a *MissingError. A path given twice counts once.
func NewPlan(paths []string) (*Plan, error) {
	p := &Plan{named: map[string]bool{}, claims: func(string, []byte) bool { return true }}
	var missing []string
	folders := map[string]bool{}
	for _, arg := range paths {
		if arg == Stdin {
			if !p.named[Stdin] {
				p.named[Stdin] = true
				p.files = append(p.files, Input{Path: Stdin, Named: true})
			}
			continue
		}
		info, err := os.Stat(arg)
		clean := filepath.ToSlash(filepath.Clean(arg))
		switch {
		case errors.Is(err, fs.ErrNotExist), err != nil && info == nil && !errors.Is(err, fs.ErrPermission):
			missing = append(missing, arg)
		case err == nil && info.IsDir():
			if id := fileID(arg); !folders[id] {
				folders[id] = true
				p.folders = append(p.folders, folder{file: filepath.Clean(arg), path: clean})
			}
		default:
			if id := fileID(arg); !p.named[id] {
				p.named[id] = true
				p.files = append(p.files, Input{Path: clean, File: filepath.Clean(arg), Named: true})
			}
		}
	}
	if missing != nil {
		return nil, &MissingError{missing}
	}
	return p, p.placeFolders()
}

// placeFolders gives each of several folders its base name in DIR; one folder
// alone is mirrored at the top.
func (p *Plan) placeFolders() error {
	if len(p.folders) < 2 {
		return nil
	}
	seen := map[string]string{}
	for i := range p.folders {
		f := &p.folders[i]
		abs, err := filepath.Abs(f.file)
		if err != nil {
			return err
		}
		f.out = filepath.Base(abs)
		if f.out == string(filepath.Separator) {
			f.out = "root"
		}
		if other, ok := seen[fold(f.out)]; ok {
			return &SameNameError{f.out, other, f.path}
		}
		seen[fold(f.out)] = f.path
	}
	return nil
}

// Claiming sets the test by which a file that shares its stem with another is
// known to be foreign from its first bytes: a photograph beside a form writes
// nothing, so it takes no name.
func (p *Plan) Claiming(claims func(name string, head []byte) bool) { p.claims = claims }

// Inputs yields every input of the plan, named files first and then the
// folders in the order given, with names that no two share. It may be called
// again and gives the same as long as the folders stay the same.
func (p *Plan) Inputs(formats []string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		top := append([]Input(nil), p.files...)
		taken := append([]string(nil), p.inDir...)
		one := len(p.folders) == 1
		if one {
			// The folder's own files share DIR with the named ones, so both are named together.
			f := p.folders[0]
			for _, in := range p.peek(f, formats) {
				yieldable := in.Named
				if yieldable && !yield(in) {
					return
				}
			}
			p.walk(f, top, formats, yield)
			return
		}
		for _, f := range p.folders {
			taken = append(taken, f.out)
		}
		p.name(top, "", taken, formats)
		for _, in := range top {
			if !yield(in) {
				return
			}
		}
		for _, f := range p.folders {
			if !p.walk(f, nil, formats, yield) {
				return
			}
		}
	}
}

// Files returns how many regular inputs the plan has now; it is for a progress
// line and may be out of date at once.
func (p *Plan) Files() int {
	n := 0
	for range p.Inputs(nil) {
		n++
	}
	return n
}

func outPath(dir, name string) string { return path.Join(dir, name) }
