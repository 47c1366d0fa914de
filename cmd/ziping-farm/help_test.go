package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual/manualtest"
	"ziping/extract"
)

func TestHelp(t *testing.T) {
	t.Parallel()
	manualtest.Help(t, 8, func(lang extract.Lang) *cobra.Command {
		a := newApp()
		a.lang = lang
		return a.root()
	})
}

// Each shell gets a script that knows the commands, and whoever names none is told which
// there are.
func TestCompletion(t *testing.T) {
	t.Parallel()
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if said := run(t, exitOK, "completion", shell); !strings.Contains(said, "ziping-farm") {
			t.Errorf("completion %s said %.200s", shell, said)
		}
	}
	for _, x := range [][2]string{{"submit --first ", "oldest"}, {"wor", "work"}, {"collect --dataset ", "parquet"}} {
		args := append([]string{"__complete"}, strings.Split(x[0], " ")...)
		cmd := command()
		cmd.Args = append(cmd.Args[:1], args...)
		if said, err := cmd.Output(); err != nil || !strings.Contains(string(said), x[1]) {
			t.Errorf("%s is completed as %s (%v), want %s", x[0], said, err, x[1])
		}
	}
	says(t, exitUsage, "需要一个 shell 的名称", "the name of one shell is needed", "completion", "tcsh")
}
