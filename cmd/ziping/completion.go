package main

import (
	"strings"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual"
	"ziping/internal/pipeline"
)

// suggest completes a flag that takes one of a few values.
func suggest(cmd *cobra.Command, flag string, values ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) // fails for a flag that is not there
}

// suggestValues completes the flags that several commands have.
func suggestValues(cmd *cobra.Command) {
	if cmd.Flags().Lookup("rules") != nil {
		_ = cmd.RegisterFlagCompletionFunc("rules", ruleFilesOrNames) // fails for a flag that is not there
	}
	if cmd.Flags().Lookup(recognitionFlag) != nil {
		suggest(cmd, recognitionFlag, recognitionModes...)
	}
	for _, c := range cmd.Commands() {
		suggestValues(c)
	}
}

// ruleFilesOrNames completes --rules: the names of sets first, files where none fits.
func ruleFilesOrNames(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, name := range append([]string{pipeline.AutoRules}, pipeline.RuleNames()...) {
		if strings.HasPrefix(name, typed) {
			out = append(out, name)
		}
	}
	return out, cobra.ShellCompDirectiveDefault
}

// completion is `ziping completion SHELL`.
func (a *app) completion() *cobra.Command {
	return &cobra.Command{
		Use:         "completion SHELL",
		Short:       a.say("命令行补全脚本（bash、zsh、fish、powershell）", "completion script for bash, zsh, fish or powershell"),
		Example:     a.say(completionExample.ZH, completionExample.EN),
		Annotations: map[string]string{"exit": a.say("0    已输出\n2    用法有误", "0    done\n2    usage error")},
		ValidArgs:   manual.Shells,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage(a.say("需要一个 shell 的名称", "the name of one shell is needed"), a.exampleHint(cmd))
			}
			return a.oneOf("SHELL", args[0], manual.Shells)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return manual.Completion(a.stdout, cmd.Root(), args[0])
		},
	}
}
