package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

var commit = time.Date(2026, 3, 4, 5, 6, 8, 0, time.FixedZone("CST", 8*3600))

func some() []file {
	return []file{{"ziping-1/README.txt", []byte("说明\n"), false}, {"ziping-1/ziping", bytes.Repeat([]byte("x"), 1000), true}}
}

// An archive has the files with their modes and the commit's time, and the same files
// give the same bytes, in whatever time zone they are packed.
func TestArchivesAreReproducible(t *testing.T) {
	for name, write := range map[string]func(io.Writer, []file, time.Time) error{"tar.gz": writeTarGz, "zip": writeZip} {
		var a, b bytes.Buffer
		if err := write(&a, some(), commit); err != nil {
			t.Fatal(err)
		}
		if err := write(&b, some(), commit.UTC()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: the same files give different bytes", name)
		}
	}
}

func TestTarGz(t *testing.T) {
	var b bytes.Buffer
	if err := writeTarGz(&b, some(), commit); err != nil {
		t.Fatal(err)
	}
	zr, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	tr := tar.NewReader(zr)
	for _, want := range some() {
		h, err := tr.Next()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(tr)
		if err != nil || h.Name != want.name || !bytes.Equal(data, want.data) || (h.Mode&0o111 != 0) != want.runs || !h.ModTime.Equal(commit) || h.Uid != 0 {
			t.Errorf("got %+v with %d bytes, %v", h, len(data), err)
		}
	}
	if _, err := tr.Next(); err != io.EOF {
		t.Errorf("got %v at the end", err)
	}
}

func TestZip(t *testing.T) {
	var b bytes.Buffer
	if err := writeZip(&b, some(), time.Time{}); err != nil {
		t.Fatal(err)
	}
	zr, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(zr.File) != 2 {
		t.Fatal(err, zr)
	}
	if f := zr.File[1]; f.Name != "ziping-1/ziping" || f.Mode()&0o111 == 0 || f.Modified.Year() != 1980 {
		t.Errorf("got %+v", f.FileHeader)
	}
}

// The SBOM lists each module of the build with its version, Go itself, and what is
// embedded and no module.
func TestBOM(t *testing.T) {
	info := &debug.BuildInfo{
		GoVersion: "go1.26.8",
		Deps: []*debug.Module{
			{Path: "example.org/a", Version: "v1.2.3", Sum: "h1:xyz="},
			{Path: "example.org/b", Version: "v1.0.0", Replace: &debug.Module{Path: "example.org/c", Version: "v2.0.0"}},
		},
		Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "CGO_LDFLAGS", Value: "/home/someone"}},
	}
	data, err := bom("ziping", info, identity{Version: "0.1.0", Time: commit})
	if err != nil {
		t.Fatal(err)
	}
	var got document
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	var urls, names []string
	for _, c := range got.All {
		urls, names = append(urls, c.PackageURL), append(names, c.Name)
	}
	all := strings.Join(urls, " ") + " " + strings.Join(names, " ")
	for _, want := range []string{"pkg:golang/std@1.26.8", "pkg:golang/example.org/a@v1.2.3", "pkg:golang/example.org/c@v2.0.0", "pdfium", "Noto Sans CJK SC", "PP-OCRv4"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not in %s", want, all)
		}
	}
	if strings.Contains(string(data), "someone") || got.Metadata.Timestamp != "2026-03-03T21:06:08Z" || got.Format != "CycloneDX" {
		t.Errorf("got %s", data)
	}
}

// Each system has a README that says how to start the program and how to remove it; on
// Windows Notepad shows it.
func TestReadmes(t *testing.T) {
	id := identity{Version: "9.8.7", Commit: "0123456789ab"}
	for system, want := range map[string]string{"windows": "拖到", "linux": "./ziping convert", "darwin": "com.apple.quarantine"} {
		data, err := readme(system, system, id)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if !strings.Contains(text, want) || !strings.Contains(text, "ziping 9.8.7") || !strings.Contains(text, "0123456789ab") || strings.Contains(text, "{") {
			t.Errorf("%s: got %s", system, text)
		}
		if windows := strings.HasPrefix(text, "\ufeff"); windows != (system == "windows") || strings.Contains(text, "\r\n") != windows {
			t.Errorf("%s: byte-order mark %v", system, windows)
		}
	}
}

// The archive for many machines has its own README, which says what it goes with, and the
// examples of deployment.
func TestFarmBelongings(t *testing.T) {
	t.Chdir("../..")
	pages := []file{{"man/man1/ziping-farm.1", []byte("."), false}, {"completions/ziping-farm.ps1", []byte("#"), false}}
	all, err := farmBelongings("windows", identity{Version: "9.8.7"}, pages)
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]string{}
	for _, f := range all {
		has[f.name] = string(f.data)
	}
	if text := has["README.txt"]; !strings.Contains(text, "ziping-farm 9.8.7") || !strings.Contains(text, "\r\n") || strings.Contains(text, "{") {
		t.Errorf("README.txt: %s", text)
	}
	for _, name := range []string{"LICENSE", "NOTICE", "deploy/README.md", "deploy/ziping-farm-work.service", "completions/ziping-farm.ps1"} {
		if has[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

// Files that two programs bring stand once, in the order of their names.
func TestInOrder(t *testing.T) {
	got := inOrder([]file{{"b", nil, true}, {"licenses/x", []byte("1"), false}, {"a", nil, true}, {"licenses/x", []byte("1"), false}})
	var names []string
	for _, f := range got {
		names = append(names, f.name)
	}
	if s := strings.Join(names, " "); s != "a b licenses/x" {
		t.Errorf("got %s", s)
	}
}
