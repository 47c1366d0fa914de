package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// equivalents are changes that mean nothing, read from a file of one a line:
// file, function, change and reason, parted by tabs.
type equivalents []string

func key(file, function, what string) string { return file + "\t" + function + "\t" + what }

func readEquivalents(path string) (equivalents, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all equivalents
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "\t")
		if len(parts) != 4 || strings.TrimSpace(parts[3]) == "" {
			return nil, fmt.Errorf("%s:%d: want file, function, change and reason, parted by tabs", path, i+1)
		}
		all = append(all, key(parts[0], parts[1], parts[2]))
	}
	return all, nil
}

func (e equivalents) has(c *change) bool { return slices.Contains(e, key(c.file, c.function, c.what)) }

// unused are the lines about packages at hand that name no change of theirs:
// the code has moved on, and the line must go.
func (e equivalents) unused(all []change) []string {
	here := map[string]bool{}
	for i := range all {
		here[key(all[i].file, all[i].function, all[i].what)] = true
	}
	files := map[string]bool{}
	for i := range all {
		files[all[i].file] = true
	}
	var out []string
	for _, k := range e {
		file, _, _ := strings.Cut(k, "\t")
		if files[file] && !here[k] {
			out = append(out, strings.ReplaceAll(k, "\t", " "))
		}
	}
	return out
}
