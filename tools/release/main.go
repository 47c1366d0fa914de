// Command release builds the program for every system it is made for and packs each
// with what belongs to it: the README, licences, an SBOM, completions, man pages.
//
//	go run ./tools/release -o dist
//
// The same commit gives the same bytes, whoever builds it and in whatever folder: paths
// are trimmed, files in archives have the commit's time, and no order is left to chance.
// It is to be run in a clone: in another worktree of one, Go does not say the commit.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// targets are the systems of a release.
const targets = "linux/amd64,linux/arm64,linux/loong64,windows/amd64,windows/arm64,darwin/amd64,darwin/arm64"

func main() {
	dir := flag.String("o", "dist", "write into this `folder`, which must be new or empty")
	list := flag.String("targets", targets, "build for these systems")
	flag.Parse()
	if err := release(*dir, strings.Split(*list, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// identity is what `ziping version --json` says.
type identity struct {
	Version string    `json:"version"`
	Commit  string    `json:"commit"`
	Time    time.Time `json:"time"`
}

func release(dir string, targets []string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if old, err := os.ReadDir(dir); err != nil || len(old) > 0 {
		return fmt.Errorf("%s is not empty (%w)", dir, err)
	}
	scratch, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	here, err := build("ziping", "", scratch) // for this machine, to ask it for its pages
	if err != nil {
		return err
	}
	var id identity
	if out, err := output(here, "version", "--json"); err != nil {
		return err
	} else if err := json.Unmarshal(out, &id); err != nil {
		return err
	}
	if id.Commit == "" || strings.HasSuffix(id.Commit, "+") {
		fmt.Fprintf(os.Stderr, "release: warning: not built from a commit as it stands (commit %q): nobody can build this again\n", id.Commit)
	}
	var sums strings.Builder
	for _, a := range archives {
		if a.name != "ziping" {
			if here, err = build(a.name, "", scratch); err != nil {
				return err
			}
		}
		pages, err := pagesOf(a.name, here, scratch)
		if err != nil {
			return err
		}
		for _, t := range targets {
			name, err := a.pack(dir, scratch, t, id, pages)
			if err != nil {
				return fmt.Errorf("%s for %s: %w", a.name, t, err)
			}
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			line := fmt.Sprintf("%s  %s\n", hex.EncodeToString(sum[:]), name)
			sums.WriteString(line)
			fmt.Printf("%6.1f MB  %s", float64(len(data))/1e6, line)
		}
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o666)
}

// pack builds for one system and writes its archive.
func (a *archive) pack(dir, scratch, target string, id identity, pages []file) (name string, err error) {
	system, _, _ := strings.Cut(target, "/")
	files, err := a.belongings(system, id, pages)
	if err != nil {
		return "", err
	}
	for _, program := range a.programs {
		built, err := build(program, target, scratch)
		if err != nil {
			return "", err
		}
		more, err := programFiles(program, built, system, id)
		if err != nil {
			return "", err
		}
		files = append(files, more...)
	}
	files = inOrder(files)
	top := a.name + "-" + id.Version + "-" + strings.ReplaceAll(target, "/", "-")
	for i := range files {
		files[i].name = top + "/" + files[i].name
	}
	write, name := writeTarGz, top+".tar.gz"
	if system == "windows" {
		write, name = writeZip, top+".zip"
	}
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return "", err
	}
	defer f.Close()
	if err := write(f, files, id.Time); err != nil {
		return "", err
	}
	return name, f.Close()
}
