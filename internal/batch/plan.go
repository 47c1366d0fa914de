package batch

import (
	"cmp"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Plan says which inputs a run has and what their outputs are called.
type Plan struct {
	files   []Input         // named on the command line, standard input included
	folders []folder        // in the order given
	byID    map[string]bool // what is named on the command line
	apart   bool            // files are named by themselves, which may lie in the folders too
	inDir   []string        // names, in the run's DIR, of inputs that lie in it
	claims  func(name string, head []byte) bool
	choice  choice
	passed  func(path string, why Passed) // of files that are no inputs; may be nil
	owned   map[string]ownedIn            // outputs of earlier runs, by the folder they lie in
	listed  iter.Seq[Input]               // all there is, where another place made the plan
	closed  bool                          // archives are not looked into
}

// Listed is a plan of inputs whose names were given elsewhere, as they come. They are
// taken once.
func Listed(inputs iter.Seq[Input]) *Plan { return &Plan{listed: inputs} }

// Fed is a plan of the same folders whose inputs come as they are found there, of those
// that Arrivals yields.
func (p *Plan) Fed(inputs iter.Seq[Input]) *Plan {
	q := *p
	q.listed = inputs
	return &q
}

// Arrivals yields the inputs that there are now, as Inputs does, but archives unopened,
// which Unfold opens: what is looked at again and again should cost little.
func (p *Plan) Arrivals(formats []string) iter.Seq[Input] {
	q := *p
	q.closed = true
	return q.Inputs(formats)
}

// Unfold yields an input of Arrivals, or what it holds if it is an archive.
func (p *Plan) Unfold(in Input, formats []string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		if in.archive == nil {
			yield(in)
			return
		}
		p.walkArchive(*in.archive, formats, yield)
	}
}

// MissingError names the paths of a command line that do not exist.
type MissingError struct{ Paths []string }

func (e *MissingError) Error() string { return "no such file or folder: " + e.Paths[0] }

// SameNameError names two folders whose outputs would be mixed up.
type SameNameError struct{ Name, First, Second string }

func (e *SameNameError) Error() string { return e.First + " and " + e.Second + " have one name" }

// NewPlan looks at the paths of a command line. It reads no folder yet; paths
// that do not exist are a *MissingError. What is named twice counts once.
func NewPlan(paths []string) (*Plan, error) {
	p := &Plan{byID: map[string]bool{}, claims: func(string, []byte) bool { return true }}
	var missing []string
	for _, arg := range paths {
		if arg == Stdin {
			if !p.byID[Stdin] {
				p.byID[Stdin] = true
				p.files = append(p.files, Input{Path: Stdin, Named: true})
			}
			continue
		}
		info, err := os.Stat(arg)
		clean := filepath.Clean(arg)
		id := fileID(arg)
		switch {
		case err != nil && !errors.Is(err, fs.ErrPermission):
			missing = append(missing, arg)
		case p.byID[id]:
		case err == nil && info.IsDir(), err == nil && info.Mode().IsRegular() && isArchive(clean):
			p.byID[id] = true
			p.folders = append(p.folders, folder{file: clean, path: shown(filepath.ToSlash(clean)), archive: !info.IsDir()})
		default:
			p.byID[id] = true
			p.files = append(p.files, Input{Path: shown(filepath.ToSlash(clean)), File: clean, Named: true})
		}
	}
	if missing != nil {
		return nil, &MissingError{missing}
	}
	p.apart = len(p.files) > 0 || slices.ContainsFunc(p.folders, func(f folder) bool { return f.archive })
	return p, p.placeFolders()
}

// placeFolders gives each of several folders its base name in DIR; one folder
// alone is mirrored at the top. A folder inside another adds nothing.
func (p *Plan) placeFolders() error {
	all := p.folders
	p.folders = outermost(all)
	if len(p.folders) < 2 && !(len(p.folders) == 1 && p.folders[0].archive && len(p.files) > 0) {
		return nil
	}
	seen := map[string]string{}
	for i := range p.folders {
		f := &p.folders[i]
		f.out = filepath.Base(fileID(f.file))
		if base := filepath.Base(f.file); base != "." && base != ".." {
			f.out = base
		}
		f.out = portable(outputName(shown(strings.Trim(f.out, `/\`))))
		if other, ok := seen[fold(f.out)]; ok {
			return &SameNameError{f.out, other, f.path}
		}
		seen[fold(f.out)] = f.path
	}
	return nil
}

// outermost are the folders that lie in no other of them.
func outermost(all []folder) []folder {
	real := map[string]bool{}
	ids := make([]string, len(all))
	for i, f := range all {
		ids[i] = resolve(f.file)
		real[ids[i]] = true
	}
	var out []folder
	for i, f := range all {
		inner := false
		for dir := filepath.Dir(ids[i]); !inner; dir = filepath.Dir(dir) {
			if inner = real[dir]; dir == filepath.Dir(dir) {
				break
			}
		}
		if !inner {
			out = append(out, f)
		}
	}
	return out
}

// Claiming sets the test by which a file that shares its stem with another is
// known to be foreign from its first bytes: a photograph beside a form writes
// nothing, so it takes no name.
func (p *Plan) Claiming(claims func(name string, head []byte) bool) { p.claims = claims }

// Inputs yields every input of the plan: named files first, then the folders in
// the order given. No two have outputs of one name, nor do inputs of two shards. It
// may be called again and yields the same as long as the folders stay the same.
func (p *Plan) Inputs(formats []string) iter.Seq[Input] {
	if p.listed != nil {
		return p.listed
	}
	return func(yield func(Input) bool) {
		p.inputs(formats, func(in Input) bool {
			if !p.choice.shard.holds(cmp.Or(in.rel, in.Path)) {
				p.pass(in.Path, Elsewhere)
				return true
			}
			return yield(in)
		})
	}
}

func (p *Plan) inputs(formats []string, yield func(Input) bool) {
	var top level
	taken := slices.Clone(p.inDir)
	mirrored := len(p.folders) == 1 && p.folders[0].out == "" // its own files lie at the top of DIR, beside the named ones
	if mirrored && !p.folders[0].archive {
		top = p.read(p.folders[0])
		taken = append(taken, top.folderNames()...)
	}
	for _, f := range p.folders {
		if f.out != "" {
			taken = append(taken, f.out)
		}
	}
	files := top.fileNames()
	whole := make([]string, 0, len(p.files)+len(files))
	for _, in := range p.files {
		whole = append(whole, in.Name())
	}
	for _, name := range files {
		whole = append(whole, shown(name))
	}
	names := p.names(whole, func(i int) string {
		if i < len(p.files) {
			return p.files[i].File
		}
		return filepath.Join(top.file, files[i-len(p.files)])
	}, occupiedNames("", taken), formats)
	top.call(names[len(p.files):])
	for i, in := range p.files {
		in.Out = names[i]
		if !yield(in) {
			return
		}
	}
	for _, f := range p.folders {
		switch {
		case f.archive:
			if !p.walkArchive(f, formats, yield) {
				return
			}
			continue
		case !mirrored:
			top = p.named(f, formats)
		}
		if !p.walk(top, formats, yield) {
			return
		}
	}
}

// Count returns how many inputs the plan has now. It is for a progress line:
// the folders may change at any time.
func (p *Plan) Count() int {
	n := len(p.files)
	for _, f := range p.folders {
		n += p.count(f)
	}
	return n
}
