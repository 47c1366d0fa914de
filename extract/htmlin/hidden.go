package htmlin

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hiding is the set of simple selectors (.name, #name, tag.name) whose rules
// hide what they match.
type hiding map[string]bool

// maxRules bounds how much of the style sheets is looked at.
const maxRules = 20_000

// hidingRules reads the style sheets of a page.
func hidingRules(root *html.Node) hiding {
	h := hiding{}
	rules := 0
	for n := range root.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil || strings.Contains(attr(n, "media"), "print") {
			continue
		}
		css := n.FirstChild.Data
		for rules < maxRules {
			selectors, rest, ok := strings.Cut(css, "{")
			if !ok {
				break
			}
			body, after, _ := strings.Cut(rest, "}")
			css = after
			rules++
			if strings.Contains(selectors, "@media") { // its first rule stands where the body should
				continue
			}
			if !hides(body) {
				continue
			}
			if i := strings.LastIndexAny(selectors, "}>/"); i >= 0 && !strings.Contains(selectors, "-->") {
				selectors = selectors[i+1:]
			}
			for s := range strings.SplitSeq(selectors, ",") {
				if s = strings.TrimSpace(s); simple(s) {
					h[s] = true
				}
			}
		}
	}
	return h
}

// simple reports a selector of one element by its class or id.
func simple(s string) bool {
	return len(s) > 1 && strings.ContainsAny(s, ".#") && !strings.ContainsAny(s, " \t\n>+~:[*") && strings.Count(s, ".")+strings.Count(s, "#") == 1
}

// hides reports declarations under which nothing is shown.
func hides(css string) bool {
	if css == "" {
		return false
	}
	c := compact(css)
	for _, d := range []string{"display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"} {
		if strings.Contains(c, d) {
			return true
		}
	}
	return false
}

func compact(css string) string {
	if css == "" {
		return ""
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, css))
}

// node reports that an element is not shown.
func (h hiding) node(n *html.Node) bool {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			if hides(a.Val) {
				return true
			}
		case "id":
			if len(h) > 0 && (h["#"+a.Val] || h[n.Data+"#"+a.Val]) {
				return true
			}
		case "class":
			if len(h) == 0 {
				continue
			}
			for c := range strings.FieldsSeq(a.Val) {
				if h["."+c] || h[n.Data+"."+c] {
					return true
				}
			}
		}
	}
	return false
}
