package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// `ziping PATH...` is `ziping convert PATH... -o` beside the first PATH.

// convertBeside makes convert of arguments that begin with a path and not with a command,
// and says where its outputs go unless -o does. Others come back as they are.
func convertBeside(root *cobra.Command, args []string) (all []string, dir string) {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return args, ""
	}
	if args[0] == root.Name() || slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == args[0] || c.HasAlias(args[0]) }) {
		return args, ""
	}
	if _, err := os.Stat(args[0]); err != nil {
		return args, ""
	}
	return append([]string{"convert"}, args...), besides(args[0])
}

// besides is the folder of the outputs of a path: 自评表_核对结果 beside 自评表.
func besides(path string) string {
	path = filepath.Clean(path)
	if base := filepath.Base(path); base == "." || base == ".." {
		if whole, err := filepath.Abs(path); err == nil {
			path = whole
		}
	}
	return path + "_核对结果"
}
