package forms

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// words gives the entries of each section of words.txt.
var words = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	section := ""
	for line := range strings.SplitSeq(wordsText, "\n") {
		switch line = strings.TrimSpace(line); {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		default:
			out[section] = append(out[section], line)
		}
	}
	return out
})
