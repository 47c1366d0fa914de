// Package ready has ready what tests need: PDFium compiled, kept from run to run in the
// user's cache folder, as Go keeps what it built (a dozen packages read PDF, and compiling
// takes five seconds of a core), and the collector of a worker.
//
//	engine := pdfin.New(pdfin.Settings{Cache: ready.Folder()})
//	cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+home) // after ready.Share(home)
package ready

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Folder is where PDFium lies compiled, or will lie once someone has read with it. It
// must not be emptied: others read with it at the same time.
var Folder = sync.OnceValue(func() string {
	dir, err := folder()
	if err != nil {
		panic(err)
	}
	return dir
})

// folder is in the user's cache, or made for this process where there is none.
func folder() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return os.MkdirTemp("", "ziping-tests")
	}
	dir := filepath.Join(base, "ziping-tests", "pdfium")
	return dir, os.MkdirAll(dir, 0o700)
}

// Share makes a folder of caches (XDG_CACHE_HOME) in which ziping finds what lies in
// Folder, and may forget it.
func Share(home string) error {
	from, to := Folder(), filepath.Join(home, "ziping", "pdfium")
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		switch {
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		case filepath.Ext(path) == ".tmp": // being written
			return nil
		}
		return put(path, filepath.Join(to, rel))
	})
}

// put links a file, or copies it to another disk.
func put(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
