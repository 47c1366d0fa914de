package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual"
)

// help prints the help of a command.
func (a *app) help(w io.Writer, cmd *cobra.Command) { manual.Help(w, cmd, a.lang) }

// man is `ziping-farm man DIR`, for who packs the program.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use: "man DIR", Hidden: true, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return manual.Man(args[0], cmd.Root(), a.lang, cmd.Root().Name())
		},
	}
}

// completion is `ziping-farm completion SHELL`.
func (a *app) completion() *cobra.Command {
	return &cobra.Command{
		Use: "completion SHELL", Short: a.say("命令行补全脚本（bash、zsh、fish、powershell）", "completion script for bash, zsh, fish or powershell"),
		Example: "source <(ziping-farm completion bash)", ValidArgs: manual.Shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(manual.Shells, args[0]) {
				return &usageError{a.say("需要一个 shell 的名称", "the name of one shell is needed"), strings.Join(manual.Shells, a.say("、", ", "))}
			}
			return manual.Completion(a.stdout, cmd.Root(), args[0])
		},
	}
}

// suggest completes flags that take one of a few values.
func suggest(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(fmt.Sprint("no such flag: ", flag)) // a slip in this program, which every test meets
	}
}
