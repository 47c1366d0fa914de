package manual

import (
	"io"

	"github.com/spf13/cobra"
)

// Shells are those that Completion knows.
var Shells = []string{"bash", "zsh", "fish", "powershell"}

// Completion writes the script by which a shell completes the commands of a program.
func Completion(w io.Writer, root *cobra.Command, shell string) error {
	switch shell {
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(w)
	default:
		return root.GenBashCompletionV2(w, true)
	}
}
