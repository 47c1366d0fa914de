package main

import (
	"testing"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual"
	"ziping/cmd/internal/manual/manualtest"
	"ziping/extract"
)

// commands are all commands that help tells of, in one language.
func commands(lang extract.Lang) (all []*cobra.Command) {
	a := &app{lang: lang, getenv: func(string) string { return "" }}
	manual.Each(a.root(), func(c *cobra.Command) { all = append(all, c) })
	return all
}

func TestHelp(t *testing.T) {
	manualtest.Help(t, 12, func(lang extract.Lang) *cobra.Command {
		return commands(lang)[0]
	})
}
