package htmlin

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A style sheet leaves out an element in two ways. What is not displayed is not
// there, and what stands behind it moves up. What is only not seen (visibility,
// opacity) keeps its place: a cell of a table stays a cell, blank.

// sight is how far an element and what is within it can be seen.
type sight uint8

const (
	seen sight = iota
	// unseen is hidden by visibility: what is within it may say otherwise.
	unseen
	// clear is see-through: what is within it is so, whatever it says.
	clear
)

// look is what the style of an element says of its being shown.
type look struct {
	gone       bool   // it is not there
	visibility string // as declared, "" for as around it
	clear      bool
}

// look gathers what is declared for an element, the nearest last.
func (h rules) look(n *html.Node) look {
	var out look
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "hidden" {
			out.gone = a.Val != "until-found"
			return out
		}
	}
	var d showing
	h.each(n, d.take)
	out.visibility = unmarked(d.visibility)
	out.clear = zero(d.opacity)
	shut := unmarked(d.overflow) == "hidden" || unmarked(d.overflow) == "clip"
	out.gone = unmarked(d.display) == "none" || unmarked(d.hide) == "all" || strings.HasPrefix(d.clip, "rect(0") ||
		shut && !d.padded && (zero(d.width) || zero(d.height)) && !inTable(n)
	return out
}

// showing is what bears on the sight of one element, each with the value that
// holds: the nearest, unless one before it is !important.
type showing struct {
	display, visibility, hide, opacity, overflow, clip, width, height string
	padded                                                            bool
}

func (d *showing) take(declarations string) {
	moves := strings.Contains(declarations, "animation") || strings.Contains(declarations, "transition")
	for one := range strings.SplitSeq(declarations, ";") {
		name, value, _ := strings.Cut(one, ":")
		into := (*string)(nil)
		switch name {
		case "display":
			into = &d.display
		case "visibility":
			into = &d.visibility
		case "mso-hide":
			into = &d.hide
		case "opacity":
			if !moves { // else it comes in sight by and by
				into = &d.opacity
			}
		case "overflow":
			into = &d.overflow
		case "clip":
			into = &d.clip
		case "width":
			into = &d.width
		case "height", "max-height":
			into = &d.height
		case "padding", "padding-top", "padding-bottom": // room that holds a picture's proportions
			d.padded = d.padded || !zero(value)
		}
		if into != nil && value != "" && !strings.HasSuffix(*into, important) {
			*into = value
		}
	}
}

const important = "!important"

func unmarked(value string) string { return strings.TrimSuffix(value, important) }

// inTable reports a part of a real table: it is as large as what it holds,
// whatever its style says.
func inTable(n *html.Node) bool {
	switch n.Data {
	case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption":
		return true
	}
	return false
}

// tiny reports an element whose own style sets its letters to no size, as to
// close gaps. What is within it mostly has a size of its own.
func tiny(n *html.Node) bool {
	style := attr(n, "style")
	return style != "" && zero(property(compact(style), "font-size"))
}

// zero reads 0, 0px, 0.0 and 0%.
func zero(value string) bool {
	number := strings.TrimRight(unmarked(value), "abcdefghijklmnopqrstuvwxyz%")
	return number != "" && strings.Trim(number, "0.") == "" && strings.Contains(number, "0")
}

// under is how an element with this look is seen where the around is seen so.
func (l look) under(around sight) sight {
	switch {
	case around == clear || l.clear:
		return clear
	case l.visibility == "visible":
		return seen
	case l.visibility == "hidden" || l.visibility == "collapse":
		return unseen
	}
	return around
}

// see is how an element is seen; entering what is not, its text is counted as
// left out, but for what says within it that it is visible.
func (w *walker) see(n *html.Node, l look, around sight) sight {
	now := l.under(around)
	if now != seen && around == seen {
		w.count(w.unseenText(n, now))
	}
	return now
}

// unseenText is the plain text under a node that is not seen, cut short.
func (w *walker) unseenText(n *html.Node, around sight) string {
	var in inline
	var walk func(*html.Node, sight)
	walk = func(n *html.Node, s sight) {
		for c := n.FirstChild; c != nil && len(in.buf) < shortText; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode && s != seen:
				in.write(c.Data, false)
			case c.Type == html.ElementNode && c.DataAtom != atom.Script && c.DataAtom != atom.Style:
				walk(c, w.rules.look(c).under(s))
			}
		}
	}
	walk(n, around)
	return in.take()
}

// collapsed reports a row, or a group of rows, that is taken out of its table.
func (l look) collapsed() bool { return l.visibility == "collapse" }
