// Package produce prints forms with the programs that offices print with, and
// with our own writers. A program that is not installed makes nothing and says so.
package produce

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// ErrMissing says that a program is not installed.
var ErrMissing = errors.New("not installed")

// ErrCannot says that a producer has no such look.
var ErrCannot = errors.New("has no such look")

// Producer makes a file of forms.
type Producer struct {
	Name string
	Ext  string // of the file; "" is .pdf
	// Fits reports whether the producer prints a form as it is; nil means any.
	Fits func(*forms.Form) bool
	// Lies says that the text layer tells other characters than the page shows, or none.
	Lies bool
	// MayRefuse says that nothing in the file can be read without recognition or guessing.
	MayRefuse bool
	// Others says that the producer adds tables of its own.
	Others bool
	// OneLook says that the producer has a look of its own.
	OneLook bool
	// Office is the way through LibreOffice, nil where there is none.
	Office *Office
	Make   func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error)
}

// Workshop is a folder for intermediate files and the profiles of programs.
type Workshop struct {
	dir string
	n   int
}

// NewWorkshop works below dir.
func NewWorkshop(dir string) (*Workshop, error) {
	return &Workshop{dir: dir}, os.MkdirAll(dir, 0o755)
}

// file writes a new intermediate file and returns its path.
func (w *Workshop) file(ext string, data []byte) (string, error) {
	w.n++
	dir := filepath.Join(w.dir, fmt.Sprint(w.n))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "form"+ext)
	return path, os.WriteFile(path, data, 0o644)
}

// run starts a program and waits for it, five minutes at most.
func (w *Workshop) run(names []string, args ...string) error {
	program := ""
	for _, n := range names {
		if p, err := exec.LookPath(n); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		return fmt.Errorf("%s: %w", names[0], ErrMissing)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = w.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %.400s", names[0], err, out)
	}
	return nil
}

// Clear removes the intermediate files.
func (w *Workshop) Clear() error { return os.RemoveAll(w.dir) }
