package dataset

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"

	"ziping/internal/batch"
)

// Manifest says what a dataset is made of and what its files are. It stands beside
// them, and is to them what run.ndjson is to the outputs.
type Manifest struct {
	Schema  string   `json:"schema"`
	Version string   `json:"version"`
	Formats []string `json:"formats"`
	// Account is the hash of the account that the dataset tells of, but for its times.
	Account string `json:"account"`
	Inputs  int    `json:"inputs"`
	// LeftOut are inputs with records that no JSON output tells of any more.
	LeftOut int             `json:"left_out"`
	Rows    map[string]int  `json:"rows"` // by table
	Files   []batch.Written `json:"files"`
	// Earlier are files that were there before, while new ones take their places.
	Earlier []batch.Written `json:"earlier,omitempty"`
}

// ManifestName is where a manifest stands in DIR.
const ManifestName = Dir + "/dataset.json"

// readManifest returns nil where DIR has no dataset.
func readManifest(root *os.Root) (*Manifest, error) {
	info, err := root.Lstat(ManifestName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &ForeignError{ManifestName}
	}
	data, err := root.ReadFile(ManifestName)
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if json.Unmarshal(data, m) != nil || m.Schema != Schema || slices.ContainsFunc(m.Files, outside) || slices.ContainsFunc(m.Earlier, outside) {
		return nil, &ForeignError{ManifestName}
	}
	return m, nil
}

// outside reports a file that is none of a dataset.
func outside(w batch.Written) bool { return path.Dir(w.Path) != Dir || path.Clean(w.Path) != w.Path }

// ForeignError names a file in the place of one of ours that we did not write, or that
// someone has changed since.
type ForeignError struct{ Path string }

func (e *ForeignError) Error() string { return e.Path + " is not ours, or was changed" }

// Damage is a file of a dataset that is not as it was written.
type Damage struct {
	Output string      `json:"output"`
	State  batch.State `json:"state"`
}

// Verified is what a dataset comes to when it is held against its manifest and the
// account.
type Verified struct {
	Formats []string `json:"formats"`
	Files   int      `json:"files"`
	Damage  []Damage `json:"damage"`
	// Stale says that the account has changed since.
	Stale bool `json:"stale"`
	// Foreign says that the manifest is not ours.
	Foreign bool `json:"foreign,omitempty"`
}

// Whole reports that nothing is missing, changed or stale.
func (v *Verified) Whole() bool { return v == nil || !v.Stale && !v.Foreign && len(v.Damage) == 0 }

// Verify holds the dataset of DIR against its manifest. It is nil where there is none.
func Verify(dir string) (*Verified, error) {
	f, err := batch.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return verify(f)
}

func verify(f *batch.Folder) (*Verified, error) {
	m, err := readManifest(f.Root)
	var foreign *ForeignError
	if errors.As(err, &foreign) {
		return &Verified{Formats: []string{}, Damage: []Damage{}, Foreign: true}, nil
	}
	if m == nil || err != nil {
		return nil, err
	}
	v := &Verified{Formats: m.Formats, Files: len(m.Files), Damage: []Damage{}}
	for _, w := range m.Files {
		if state := f.Is(w); state != "" {
			v.Damage = append(v.Damage, Damage{w.Path, state})
		}
	}
	now, err := f.Digest()
	v.Stale = now != m.Account
	return v, err
}

// Has returns the formats of the dataset in DIR, none where it has none.
func Has(dir string) ([]string, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	m, err := readManifest(root)
	if m == nil {
		return nil, err
	}
	return m.Formats, nil
}
