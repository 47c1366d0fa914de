package htmlin

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// rules are what style sheets say of elements by simple selectors (.name,
// #name, tag.name, and tag where it is not shown): the declarations that bear on reading, without blanks and
// in lower case.
type rules map[string]rule

type rule struct {
	declared string
	last     int // its place among the rules
}

// maxRules bounds how much of the style sheets is looked at.
const maxRules = 20_000

// readRules reads the style sheets of a page.
func readRules(root *html.Node) rules {
	out := rules{}
	count := 0
	for n := range root.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil || strings.Contains(attr(n, "media"), "print") {
			continue
		}
		css := n.FirstChild.Data
		for count < maxRules {
			selectors, rest, ok := strings.Cut(css, "{")
			if !ok {
				break
			}
			body, after, _ := strings.Cut(rest, "}")
			css = after
			count++
			if strings.Contains(selectors, "@media") { // its first rule stands where the body should
				continue
			}
			if body = compact(body); !bears(body) {
				continue
			}
			if i := strings.LastIndexAny(selectors, "}>/"); i >= 0 && !strings.Contains(selectors, "-->") {
				selectors = selectors[i+1:]
			}
			for s := range strings.SplitSeq(selectors, ",") {
				s = strings.TrimSpace(s)
				if k := strings.LastIndexAny(s, " \t\n>+~"); k >= 0 && strings.Contains(body, "display:table") {
					s = loose + s[k+1:] // .form .row: close enough to tell what is a row, not what is hidden
				} else if lists[s] && strings.Contains(body, "list-style") {
					s = loose + s
				}
				named := strings.TrimPrefix(s, loose)
				if (simple(named) || lists[named] || hides(named, body)) && len(out[s].declared)+len(body) < maxDeclared {
					out[s] = rule{out[s].declared + body + ";", count}
				}
			}
		}
	}
	return out
}

// lists are the selectors by the name of an element that are looked at, for
// whether lists are numbered: style sheets often begin by switching it off.
var lists = map[string]bool{"*": true, "ol": true, "li": true}

// loose begins the key of a rule whose selector asks for more than is looked at.
const loose = " "

// maxDeclared bounds what is kept for one selector.
const maxDeclared = 2_000

// simple reports a selector of one element by its class or id.
func simple(s string) bool {
	return len(s) > 1 && strings.ContainsAny(s, ".#") && !strings.ContainsAny(s, " \t\n>+~:[*") && strings.Count(s, ".")+strings.Count(s, "#") == 1
}

// hides reports a rule that shows no element of a name, as programs have for what they
// save with a page: comment {display: none}.
func hides(s, body string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" && strings.Contains(body, "display:none")
}

// each calls do with what is declared for an element, the nearest last.
func (h rules) each(n *html.Node, do func(declared string)) {
	id, class, style := "", "", ""
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "id":
			id = a.Val
		case "class":
			class = a.Val
		case "style":
			style = a.Val
		}
	}
	if r, ok := h[n.Data]; ok {
		do(r.declared)
	}
	if len(h) > 0 && class != "" {
		var found []rule
		for c := range strings.FieldsSeq(class) {
			for _, key := range []string{"." + c, n.Data + "." + c} {
				if r, ok := h[key]; ok {
					found = append(found, r)
				}
			}
		}
		slices.SortFunc(found, func(a, b rule) int { return a.last - b.last })
		for _, r := range found {
			do(r.declared)
		}
	}
	if len(h) > 0 && id != "" {
		for _, key := range []string{"#" + id, n.Data + "#" + id} {
			if r, ok := h[key]; ok {
				do(r.declared)
			}
		}
	}
	if style != "" {
		do(compact(style))
	}
}

// bears reports declarations of a style sheet that bear on what is shown.
func bears(body string) bool {
	for _, d := range []string{"display:", "visibility:", "opacity:", "mso-hide:", "overflow:", "clip:rect(", "grid-", "list-style"} {
		if strings.Contains(body, d) {
			return true
		}
	}
	return false
}

// property is the value that is declared last for a name, "" for none.
func property(declared, name string) string {
	value := ""
	for d := range strings.SplitSeq(declared, ";") {
		if k, v, ok := strings.Cut(d, ":"); ok && k == name {
			value = v
		}
	}
	return value
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
