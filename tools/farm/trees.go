//go:build linux

package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

func count(dir string) (n int, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			n++
		}
		return err
	})
	return n, err
}

func size(dir string) (n int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error { // what is gone has none
		if err == nil && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}

var times = regexp.MustCompile(`"ms":\d+`)

// sameTrees reports a file in which two folders differ; the times of an account do not
// count.
func sameTrees(a, b string) error {
	read := func(dir string) (map[string]string, error) {
		out := map[string]string{}
		return out, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			rel, _ := filepath.Rel(dir, path)
			if rel == "run.ndjson" {
				data = times.ReplaceAll(data, nil)
			}
			out[rel] = string(data)
			return err
		})
	}
	x, err := read(a)
	if err != nil {
		return err
	}
	y, err := read(b)
	if err != nil {
		return err
	}
	for name := range x {
		if other, ok := y[name]; !ok || other != x[name] {
			return fmt.Errorf("%s is not the same in %s and %s", name, a, b)
		}
	}
	if len(x) != len(y) {
		return fmt.Errorf("%d files in %s, %d in %s", len(x), a, len(y), b)
	}
	return nil
}
