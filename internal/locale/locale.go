// Package locale says what the system says in the language of the user.
//
//	lang := locale.Lang(os.Args[1:], os.Getenv)
//	fmt.Println(locale.Reason(err, lang))
package locale

import (
	"strings"

	"ziping/extract"
)

// Lang finds the language of the user before anything is said: --lang, else the
// locale. An en… locale means English, any other or none Chinese.
func Lang(args []string, getenv func(string) string) extract.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		v, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if ok && (v == "zh" || v == "en") {
			return extract.Lang(v)
		}
	}
	if v := getenv("ZIPING_LANG"); v == "zh" || v == "en" {
		return extract.Lang(v)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "en") {
				return extract.EN
			}
			return extract.ZH
		}
	}
	return extract.ZH
}
