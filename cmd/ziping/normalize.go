package main

import (
	"github.com/spf13/cobra"

	"ziping/render/jsonout"
)

// normalize is `ziping normalize FILE`.
func (a *app) normalize() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "normalize FILE",
		Short:       a.say("结构化记录（资金、目标、指标、得分）", "what it means: typed records"),
		Long:        a.say(normalizeLong.ZH, normalizeLong.EN),
		Example:     a.say(normalizeExample.ZH, normalizeExample.EN),
		Annotations: map[string]string{"exit": a.say(oneFileExit.ZH, oneFileExit.EN)},
		Args:        a.exactlyOne,
		PreRunE:     a.readingFlags,
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := a.single(args[0])
			if err != nil {
				return err
			}
			c := a.audit(in, a.settings(), nil)
			if err := jsonout.Write(a.stdout, c.result, style(asJSON)); err != nil {
				return err
			}
			if c.result.Error != nil {
				a.exit = a.fail(in, c.result.Error)
			}
			return nil
		},
	}
	a.addReadingFlags(cmd.Flags())
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("JSON 写成一行", "the JSON on one line"))
	return a.intoFile(cmd)
}
