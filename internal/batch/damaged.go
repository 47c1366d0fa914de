package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
)

// damagedName is where damaged lines of the account are kept, for whoever wants
// to know what stood there.
const damagedName = "run.damaged.ndjson"

// setAside adds lines to run.damaged.ndjson that are not in it yet.
func setAside(root *os.Root, lines [][]byte) error {
	kept, err := readDamaged(root)
	if err != nil {
		return err
	}
	there := map[[sha256.Size]byte]bool{}
	for l := range bytes.SplitSeq(kept, []byte("\n")) {
		there[sha256.Sum256(l)] = true
	}
	for _, l := range lines {
		l = bytes.TrimRight(l, "\n")
		if key := sha256.Sum256(l); !there[key] { // as after a crash between this and the journal
			there[key] = true
			kept = append(append(kept, l...), '\n')
		}
	}
	return writeAtomic(root, damagedName, func(w io.Writer) error { _, err := w.Write(kept); return err }, nil)
}

func readDamaged(root *os.Root) ([]byte, error) {
	info, err := root.Lstat(damagedName)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return root.ReadFile(damagedName)
}

// claim is an output as a line names it.
var claim = regexp.MustCompile(`\{"path":("(?:[^"\\]|\\.)*"),"sha256":"([0-9a-f]{64})"\}`)

// savedClaims are the outputs, by path, that damaged lines still name: files of
// ours, which another version may write over.
func savedClaims(root *os.Root) (map[string]string, error) {
	raw, err := readDamaged(root)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, m := range claim.FindAllSubmatch(raw, -1) {
		var name string
		if json.Unmarshal(m[1], &name) == nil {
			out[name] = string(m[2])
		}
	}
	return out, nil
}

// sweep removes unfinished files that a run left which ended abruptly.
func sweep(root *os.Root) {
	_ = root.RemoveAll(scratchName)
	_ = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && isPart(path.Base(name)) {
			_ = root.Remove(name)
		}
		return nil
	})
}
