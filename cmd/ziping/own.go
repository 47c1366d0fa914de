package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"ziping/internal/batch"
	"ziping/render/screen"
)

// tellOwn says that outputs of earlier runs were met and left alone, and which of them
// someone has changed since: what was written there may be missed.
func (a *app) tellOwn(plan *batch.Plan, quiet bool) {
	n, dirs := plan.Own()
	if n == 0 {
		return
	}
	if !quiet {
		fmt.Fprintf(a.stderr, "ziping: %s\n", screen.Clean(a.sayf("%d 个文件是 ziping 以前写出的（%s 的台账所列），没有再核对", "%d files were written by ziping before (the accounts of %s list them) and are left alone",
			n, strings.Join(dirs, a.say("、", ", ")))))
	}
	for _, dir := range dirs {
		v, err := batch.Verify(dir)
		if err != nil {
			continue // another run writes there, or it is gone by now: nothing is known of it
		}
		for _, d := range v.Damage {
			if d.State == batch.Changed {
				a.problem(a.sayf("%s 在写出之后被人改过", "%s was changed after it was written", filepath.Join(dir, filepath.FromSlash(d.Output))),
					a.say("要核对它，请在命令行写出它的名称；要重新写出，用 ziping verify --repair", "to check it, name it on the command line; ziping verify --repair writes it anew"))
			}
		}
	}
}
