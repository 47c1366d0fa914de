package main

import (
	"io"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual"
)

// help prints the help of a command.
func (a *app) help(w io.Writer, cmd *cobra.Command) { manual.Help(w, cmd, a.lang) }

// man is `ziping man DIR`, for who packs the program: it writes a page for each command,
// of the words of --help.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use:         "man DIR",
		Hidden:      true,
		Short:       a.say("把手册页写入 DIR", "write the man pages into DIR"),
		Example:     "ziping man man/man1",
		Annotations: map[string]string{"exit": a.say("0    已写出\n2    用法有误", "0    done\n2    usage error")},
		Args:        a.exactlyOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := manual.Man(args[0], cmd.Root(), a.lang, "ziping "+version); err != nil {
				return a.usage(a.sayf("不能写到 %s：%s", "cannot write to %s: %s", args[0], a.reason(err)), a.say("请检查文件夹和权限", "check the folder and its permissions"))
			}
			return nil
		},
	}
}
