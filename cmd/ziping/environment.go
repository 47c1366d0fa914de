package main

import "github.com/spf13/cobra"

// variables are the defaults of flags that a user may set once for all commands.
var variables = []struct{ flag, name string }{{"lang", "ZIPING_LANG"}, {"rules", "ZIPING_RULES"}, {"jobs", "ZIPING_JOBS"}}

// environment gives flags that are not on the command line the values of their
// variables. A value that no flag would take is wrong use. What verify redoes keeps the
// rules that it was made by.
func (a *app) environment(cmd *cobra.Command) error {
	for _, x := range variables {
		flag, name := x.flag, x.name
		f, v := cmd.Flags().Lookup(flag), a.getenv(name)
		if f == nil || f.Changed || v == "" || flag == "rules" && cmd.Name() == "verify" {
			continue
		}
		if f.Value.Set(v) != nil {
			return a.usage(a.sayf("环境变量 %s 的值 %q 无效", "the environment variable %s: %q is not valid", name, v), a.sayf("它是 --%s 的默认值", "it is the default of --%s", flag))
		}
	}
	return nil
}
