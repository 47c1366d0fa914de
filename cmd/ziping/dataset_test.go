package main

import (
	"bytes"
	"strings"
	"testing"
)

// Where ziping-data does not lie beside the program, that is said before any work.
func TestNoDataProgram(t *testing.T) {
	var stdout, stderr bytes.Buffer
	a := newApp()
	a.stdout, a.stderr = &stdout, &stderr
	a.getenv = func(string) string { return "" }
	dir := t.TempDir() + "/out"
	if status := a.run([]string{"convert", "../../samples", "-o", dir, "--dataset", "csv,parquet"}); status != exitUsage {
		t.Errorf("status %d", status)
	}
	if s := stderr.String(); !strings.Contains(s, "parquet 由另一个程序 ziping-data 写出") || !strings.Contains(s, "--dataset csv") || strings.Contains(s, "csv、parquet") {
		t.Errorf("got %s", s)
	}
}
