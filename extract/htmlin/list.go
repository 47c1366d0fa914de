package htmlin

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ziping/extract"
	"ziping/text/numerals"
)

// markers are the styles of list numbers that can be written: the format of
// the number, and what stands behind it.
var markers = map[string][2]string{
	"1": {"decimal", "."}, "a": {"lowerLetter", "."}, "A": {"upperLetter", "."}, "i": {"lowerRoman", "."}, "I": {"upperRoman", "."},
	"decimal": {"decimal", "."}, "decimal-leading-zero": {"decimalZero", "."},
	"lower-alpha": {"lowerLetter", "."}, "lower-latin": {"lowerLetter", "."}, "upper-alpha": {"upperLetter", "."}, "upper-latin": {"upperLetter", "."},
	"lower-roman": {"lowerRoman", "."}, "upper-roman": {"upperRoman", "."},
	"cjk-ideographic": {"chineseCounting", "、"}, "simp-chinese-informal": {"chineseCounting", "、"}, "trad-chinese-informal": {"chineseCounting", "、"},
	"cjk-decimal": {"ideographDigital", "、"}, "cjk-heavenly-stem": {"ideographTraditional", "、"},
}

// unnumbered are the styles that write no number.
var unnumbered = map[string]bool{"none": true, "disc": true, "circle": true, "square": true}

// list numbers the items of an ordered list as a browser does.
func (r *run) list(n *html.Node, s style) {
	next := 1
	if v, err := strconv.Atoi(attr(n, "start")); err == nil {
		next = v
	}
	kind := r.w.rules.listStyle(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.DataAtom != atom.Li {
			r.node(c, s)
			continue
		}
		l := r.w.rules.look(c)
		if l.gone {
			r.w.leftOut(c)
			continue
		}
		in := s
		in.sight = r.w.see(c, l, s.sight)
		r.flush()
		if v, err := strconv.Atoi(attr(c, "value")); err == nil {
			next = v
		}
		own := kind
		if k := r.w.rules.listStyle(c); k != "1" {
			own = k
		}
		if number, ok := marker(next, own); in.sight != seen {
			// It counts, and is not seen.
		} else if !ok {
			r.mark("list-number", extract.Text{ZH: "自动编号的格式不能确定，未写出编号", EN: "the form of a generated list number is not known for certain; it was left out"})
		} else {
			r.text.write(number, true)
		}
		next++
		r.children(c, in)
		r.flush()
	}
}

func marker(n int, kind string) (string, bool) {
	if unnumbered[kind] {
		return "", true
	}
	m, ok := markers[kind]
	if !ok {
		return "", false
	}
	if n <= 0 && m[0] != "decimal" {
		m[0] = "decimal"
	}
	if m[0] == "decimal" {
		return strconv.Itoa(n) + m[1], true
	}
	number, ok := numerals.List(n, m[0])
	return number + m[1], ok
}

// listStyle is the style of the numbers of a list or of one item: what the
// style sheets say, else the attribute, else plain figures.
func (h rules) listStyle(n *html.Node) string {
	kind := "1"
	if t := attr(n, "type"); t != "" {
		kind = t
	}
	take := func(declared string) {
		if v := property(declared, "list-style-type"); v != "" {
			kind = v
			return
		}
		v := property(declared, "list-style")
		for _, place := range []string{"inside", "outside"} { // written on either side, here without blanks
			v = strings.TrimSuffix(strings.TrimPrefix(v, place), place)
		}
		if v != "" {
			kind = v
		}
	}
	for _, key := range []string{loose + "*", loose + n.Data} {
		if r, ok := h[key]; ok {
			take(r.declared)
		}
	}
	h.each(n, take)
	return strings.TrimSuffix(kind, "!important")
}
