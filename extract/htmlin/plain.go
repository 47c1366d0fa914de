package htmlin

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// formatting are the elements that HTML opens again in every block after them
// until they are closed. A page that leaves some hundred of them open makes a
// parser build as many nodes for each later block: a bomb of a few kilobytes.
// They tell nothing of what is printed, so they become plain spans, which end
// with their block; struck text becomes an element of its own.
var formatting = map[string]string{
	"a": "span", "b": "span", "big": "span", "code": "span", "em": "span", "font": "span", "i": "span", "nobr": "span",
	"small": "span", "strong": "span", "tt": "span", "u": "span", "s": struck, "strike": struck,
}

// struck is the element that stands for struck text.
const struck = "x-struck"

// plain rewrites a page without formatting elements and comments. whole is
// false where it breaks off inside a table.
func plain(text string) (page string, whole bool) {
	tables, last := 0, ""
	var b strings.Builder
	b.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			b.Write(raw)
			return b.String(), tables <= 0 || last == "body" || last == "html"
		case html.CommentToken:
			continue
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			at := 1
			if kind == html.EndTagToken {
				at = 2
			}
			n := at
			for n < len(raw) && n < at+8 && raw[n] != ' ' && raw[n] != '>' && raw[n] != '/' && raw[n] != '\n' && raw[n] != '\t' && raw[n] != '\r' && raw[n] != '\f' {
				n++
			}
			name := string(bytes.ToLower(raw[at:n]))
			switch {
			case kind == html.EndTagToken:
				if last = name; name == "table" {
					tables--
				}
			case name == "table":
				tables++
			}
			if as, ok := formatting[name]; ok {
				b.Write(raw[:at])
				b.WriteString(as)
				raw = raw[n:]
			}
		}
		b.Write(raw)
	}
}
