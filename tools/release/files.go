package main

import (
	"bytes"
	"debug/buildinfo"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// texts are the READMEs of the archives.
//
//go:embed texts
var texts embed.FS

// shells are those that completion knows, with the names their files have of a program.
var shells = []struct{ name, before, after string }{
	{"bash", "", ".bash"}, {"zsh", "_", ""}, {"fish", "", ".fish"}, {"powershell", "", ".ps1"},
}

// pagesOf asks a program that was built for this machine for its completions and man
// pages: what help says, they say.
func pagesOf(name, program, scratch string) (out []file, err error) {
	for _, s := range shells {
		data, err := output(program, "completion", s.name)
		if err != nil {
			return nil, err
		}
		out = append(out, file{name: "completions/" + s.before + name + s.after, data: data})
	}
	for _, lang := range []struct{ flag, dir string }{{"en", "man/man1"}, {"zh", "man/zh_CN/man1"}} {
		dir := filepath.Join(scratch, "pages", name, lang.flag)
		if _, err := output(program, "man", dir, "--lang", lang.flag); err != nil {
			return nil, err
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				return nil, err
			}
			out = append(out, file{name: path.Join(lang.dir, e.Name()), data: data})
		}
	}
	return out, nil
}

// belongings are the files of an archive besides the programs.
func belongings(system string, id identity, pages []file) ([]file, error) {
	readme, err := readme(system, system, id)
	if err != nil {
		return nil, err
	}
	out := []file{{"README.txt", readme, false}}
	for _, from := range []string{"LICENSE", "NOTICE", "samples/fuzhou-hrss-2023.txt", "render/pdfout/font/OFL.txt", "extract/ocr/text/data/LICENSE.txt"} {
		data, err := os.ReadFile(filepath.FromSlash(from))
		if err != nil {
			return nil, err
		}
		if dir := path.Dir(from); strings.Contains(dir, "/") { // a licence of what is built in
			from = "licenses/" + dir + "/" + path.Base(from)
		}
		out = append(out, file{from, data, false})
	}
	return append(out, readOn(system, pages)...), nil
}

// readOn are the pages that are read on a system: Windows has no man.
func readOn(system string, pages []file) []file {
	if system != "windows" {
		return pages
	}
	return slices.DeleteFunc(slices.Clone(pages), func(p file) bool { return strings.HasPrefix(p.name, "man/") })
}

// farmBelongings are those of the archive for many machines.
func farmBelongings(system string, id identity, pages []file) ([]file, error) {
	readme, err := readme("farm", system, id)
	if err != nil {
		return nil, err
	}
	out := []file{{"README.txt", readme, false}}
	examples, err := filepath.Glob("docs/deploy/*")
	if err != nil {
		return nil, err
	}
	for _, from := range append([]string{"LICENSE", "NOTICE"}, examples...) {
		data, err := os.ReadFile(from)
		if err != nil {
			return nil, err
		}
		out = append(out, file{strings.TrimPrefix(filepath.ToSlash(from), "docs/"), data, false})
	}
	return append(out, readOn(system, pages)...), nil
}

// programFiles are a program, its SBOM, and the licences of the modules in it.
func programFiles(name, built, system string, id identity) ([]file, error) {
	data, err := os.ReadFile(built)
	if err != nil {
		return nil, err
	}
	info, err := buildinfo.Read(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	sbom, err := bom(name, info, id)
	if err != nil {
		return nil, err
	}
	ending := ""
	if system == "windows" {
		ending = ".exe"
	}
	out := []file{{name + ending, data, true}, {name + ".cdx.json", sbom, false}}
	for _, m := range info.Deps {
		all, err := licences(m.Path, m.Version)
		if err != nil {
			return nil, err
		}
		out = append(out, all...)
	}
	return out, nil
}

// inOrder sorts files by name; what two programs share stands once.
func inOrder(files []file) []file {
	slices.SortStableFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return slices.CompactFunc(files, func(a, b file) bool { return a.name == b.name })
}

// readme is what a person reads first. On Windows it is for Notepad.
func readme(text, system string, id identity) ([]byte, error) {
	data, err := fs.ReadFile(texts, "texts/"+text+".txt")
	if err != nil {
		return nil, err
	}
	commit := id.Commit
	if commit == "" {
		commit = "-"
	}
	out := strings.NewReplacer("{version}", id.Version, "{commit}", commit).Replace(string(data))
	if system == "windows" {
		out = "\ufeff" + strings.ReplaceAll(out, "\n", "\r\n")
	}
	return []byte(out), nil
}

// licences are the licence files of a module.
func licences(module, version string) (out []file, err error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", module, err)
	}
	root := strings.TrimSpace(string(dir))
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if name := strings.ToUpper(e.Name()); e.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "NOTICE") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, file{name: "licenses/" + module + "/" + e.Name(), data: data})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s@%s: no licence found in %s", module, version, root)
	}
	return out, nil
}
