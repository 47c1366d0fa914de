package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// pkg is a package as go list tells of it, with its changes.
type pkg struct {
	Dir, ImportPath, Name string
	GoFiles               []string
	Export                string // the compiled package, for the types of others
	DepOnly, Standard     bool
	Module                *struct{ Dir string }

	exports map[string]string
	changes []change
}

// packages are those that the patterns name.
func packages(patterns []string) ([]*pkg, error) {
	out, err := exec.Command("go", append([]string{"list", "-deps", "-export", "-json=Dir,ImportPath,Name,GoFiles,Export,DepOnly,Standard,Module"}, patterns...)...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return nil, fmt.Errorf("go list: %s", failed.Stderr)
	} else if err != nil {
		return nil, err
	}
	var all []*pkg
	exports := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := &pkg{exports: exports}
		if err := d.Decode(p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		exports[p.ImportPath] = p.Export
		if !p.DepOnly && !p.Standard {
			all = append(all, p)
		}
	}
}

// find lists every change of the package, in the order of files and text.
func (p *pkg) find() error {
	fset := token.NewFileSet()
	var files []*ast.File
	src := map[*ast.File][]byte{}
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files, src[f] = append(files, f), text
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	c := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(p.exports[path]) })}
	if _, err := c.Check(p.ImportPath, fset, files, info); err != nil {
		return err
	}
	for _, tree := range files {
		file, err := filepath.Rel(p.Module.Dir, fset.Position(tree.Pos()).Filename)
		if err != nil {
			return err
		}
		f := finder{p: p, file: filepath.ToSlash(file), src: src[tree], fset: fset, types: info}
		for _, d := range tree.Decls {
			f.declared(d)
		}
	}
	return nil
}
