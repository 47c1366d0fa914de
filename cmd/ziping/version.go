package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	number "ziping/internal/version"
	"ziping/render/jsonout"
)

const version = number.Number

// build says which program this is.
type build struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"` // with + where files were changed after it
	Time     string `json:"time,omitempty"`   // of the commit
	Go       string `json:"go"`
	Platform string `json:"platform"`
	OCR      bool   `json:"ocr"` // scans can be recognised
}

// thisBuild is what the build says of itself.
func thisBuild() build {
	b := build{Version: version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH, OCR: recognises}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	changed := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			b.Commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.time":
			b.Time = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+"
		}
	}
	if b.Commit != "" {
		b.Commit += changed
	}
	return b
}

// versionCommand is `ziping version`.
func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "version",
		Short:       a.say("版本、提交和构建环境", "version, commit and build"),
		Example:     "ziping version\nziping version --json",
		Annotations: map[string]string{"exit": a.say("0    已显示\n2    用法有误", "0    done\n2    usage error")},
		Args:        a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return jsonout.Write(a.stdout, thisBuild(), jsonout.Indented)
			}
			fmt.Fprintln(a.stdout, versionLine())
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	return cmd
}

// versionLine is what --version prints.
func versionLine() string {
	b := thisBuild()
	commit := b.Commit
	if commit != "" {
		commit = " (" + commit + ")"
	}
	return fmt.Sprintf("ziping %s%s %s %s", b.Version, commit, b.Go, b.Platform)
}

// revision is the commit the program was built from, if the build says so.
func revision() string { return thisBuild().Commit }
