package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// A packed folder is converted and checked as a folder is; what is wrong with a member
// is said in the language of the run.
func TestArchive(t *testing.T) {
	seed, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	name, err := simplifiedchinese.GBK.NewEncoder().String("局/自评表.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range []string{name, "../x.txt"} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: n, NonUTF8: true, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(seed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, out := filepath.Join(dir, "a.zip"), filepath.Join(dir, "out")
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := command("convert", file, "-o", out, "--lang", "zh")
	said, _ := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != exitSomeFailed || !strings.Contains(string(said), "文件名指向压缩包之外") {
		t.Errorf("got exit status %d and %s", got, said)
	}
	for _, name := range []string{"局/自评表.xlsx", "局/自评表.pdf", "局/自评表.json"} {
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	cmd = command("check", file, "--json")
	got, _ := cmd.Output()
	if n := strings.Count(string(got), `"schema"`); n != 2 || cmd.ProcessState.ExitCode() != exitSomeFailed {
		t.Errorf("check: got %d results, exit status %d", n, cmd.ProcessState.ExitCode())
	}
}
