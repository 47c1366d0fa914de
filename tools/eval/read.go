package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/internal/pipeline"
)

// Binary reads with a built program, `ziping extract FILE`, in a process for each file.
func Binary(program, dir string) Reading {
	return func(data []byte, name string) (*extract.Document, error) {
		path := filepath.Join(dir, name)
		if _, err := os.Stat(path); err != nil {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				return nil, err
			}
			defer func() { _ = os.Remove(path) }() // it is in a folder for such files
		}
		var out, said bytes.Buffer
		cmd := exec.Command(program, "extract", path)
		cmd.Stdout, cmd.Stderr = &out, &said
		if err := cmd.Run(); err != nil {
			return nil, refusal(said.String(), err)
		}
		doc := &extract.Document{}
		return doc, json.Unmarshal(out.Bytes(), doc)
	}
}

// refusal is what the program said when it gave no Document; it names the kind
// of error in square brackets.
func refusal(said string, err error) error {
	kind := extract.ErrInternal
	if from, to := strings.LastIndex(said, "["), strings.LastIndex(said, "]"); from >= 0 && to > from {
		kind = extract.ErrorKind(said[from+1 : to])
	}
	return &extract.Error{Kind: kind, Reason: extract.Text{ZH: strings.TrimSpace(said), EN: strings.TrimSpace(said)}, Err: err}
}

// Program reads as the program does, in this process. cache is the folder for
// the compiled PDF engine, "" for none. A Reading serves one goroutine. The
// engine is started at once, so that the first file's time is its own.
func Program(cache string) Reading {
	engine := pdfin.New(pdfin.Settings{Cache: cache})
	read := func(data []byte, name string) (*extract.Document, error) {
		return pipeline.Extract(data, name, pipeline.Options{Apart: engine.Read})
	}
	// No page, and no matter: what is wanted is that PDFium is compiled.
	_, _ = read([]byte("%PDF-1.4\n%%EOF\n"), "start.pdf")
	return read
}
