package batch

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A link in the place of the file that grows is not written through.
func TestPartIsFresh(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := os.WriteFile(filepath.Join(dir, "mine"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("mine", filepath.Join(dir, part("a"))); err != nil {
		t.Skip(err)
	}
	fill := func(w io.Writer) error { _, err := w.Write([]byte("new")); return err }
	if err := writeAtomic(root, "a", fill, nil); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"mine": "mine", "a": "new"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, want)
		}
	}
}
