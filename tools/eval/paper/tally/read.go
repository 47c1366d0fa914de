// Package tally has the built program read damaged pages and compares what it
// says with the truth.
//
//	r := tally.One(said, got)      // one file
//	tally.Board(os.Stdout, results) // by damage and resolution, the worst first
package tally

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ziping/extract"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/decode"
)

// Reading is what the program said of a file.
type Reading struct {
	Document extract.Document
	Reports  []score.Report
	Error    string  // why there is no Document, "" where there is one
	Seconds  float64 // CPU time of all its processes
	MB       float64 // the most memory it held
}

// Program reads a file with a built program, `extract FILE`. The later stages are
// run on the Document here, as the program does; with check set, the program is
// asked for the reports too, `check --json FILE`, and reads the file twice.
func Program(program, path string, check bool) (*Reading, error) {
	r := &Reading{}
	out, said, err := r.run(program, "extract", path)
	if err != nil {
		if r.Error = strings.TrimSpace(said); r.Error == "" {
			r.Error = err.Error()
		}
		return r, nil
	}
	if err := json.Unmarshal(out, &r.Document); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	if !check {
		return r, nil
	}
	out, _, _ = (&Reading{}).run(program, "check", "--json", path) // findings are an exit status too
	var result struct{ Reports []score.Report }
	if err := json.Unmarshal(out, &result); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	r.Reports = result.Reports
	return r, nil
}

// judge fills in the reports where the program was not asked for them.
func (r *Reading) judge() {
	if r.Reports != nil || r.Error != "" {
		return
	}
	doc := &r.Document
	found := read.Run(doc, read.Options{})
	if len(found) == 0 {
		return
	}
	doc, found = decode.Run(doc, found)
	for _, a := range score.Audit(doc, found, score.Options{Checks: checks.All(nil), NoRepair: true}) {
		r.Reports = append(r.Reports, a.Report)
	}
}

// run runs a program and counts what it takes.
func (r *Reading) run(program string, args ...string) (out []byte, said string, err error) {
	adopt()
	var o, e bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &o, &e
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	r.Seconds, r.MB, err = wait(cmd)
	return o.Bytes(), e.String(), err
}

// Kept is a Reading of an earlier run, nil if there is none.
func Kept(path string) *Reading {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	r := &Reading{}
	if json.Unmarshal(data, r) != nil {
		return nil
	}
	return r
}

// Keep writes a Reading for Kept.
func (r *Reading) Keep(path string) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
