package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// What lies in the cache is run: it is used only where nobody else can write.
func TestCacheFolderIsTheUsersAlone(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the place of the cache cannot be moved by a variable here")
	}
	for name, c := range map[string]struct {
		make func(base string) error
		want bool
	}{
		"nothing there yet":                    {func(string) error { return nil }, true},
		"a folder that others write to":        {func(base string) error { return open(base, "ziping/pdfium") }, false},
		"a folder in one that others write to": {func(base string) error { return open(base, "ziping") }, false},
		"a link":                               {func(base string) error { return link(base, "ziping/pdfium") }, false},
		"a link above":                         {func(base string) error { return link(base, "ziping") }, false},
	} {
		base := t.TempDir()
		t.Setenv("XDG_CACHE_HOME", base)
		if err := c.make(base); err != nil {
			t.Fatal(err)
		}
		if got := cacheFolder(); (got != "") != c.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// open makes a folder that everybody may write to.
func open(base, name string) error {
	dir := filepath.Join(base, filepath.FromSlash(name))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.Chmod(dir, 0o777)
}

// link makes a link to a folder elsewhere.
func link(base, name string) error {
	at := filepath.Join(base, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
		return err
	}
	other := filepath.Join(base, "other")
	if err := os.Mkdir(other, 0o700); err != nil {
		return err
	}
	return os.Symlink(other, at)
}
