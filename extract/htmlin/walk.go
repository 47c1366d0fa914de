package htmlin

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/text/blank"
)

// walker turns the tree of a page into blocks.
type walker struct {
	rules       rules
	hidden      int // texts left out
	firstHidden string
	frames      int
	unplaced    int // texts that a style sheet puts side by side, no one can say how
}

// run collects the blocks of one container: a page or a cell.
type run struct {
	w     *walker
	out   []flow.Block
	text  inline
	marks []flow.Mark
	depth int // drawn tables around
}

func (w *walker) body(root *html.Node) []flow.Block {
	r := run{w: w}
	r.children(root, style{})
	r.flush()
	return r.out
}

// style is what of the surroundings bears on how text is read.
type style struct {
	pre   bool
	above bool // superscript
	sight sight
}

// struckText is the warning about text that is struck through.
const struckText = "struck-text"

func (r *run) flush() {
	text := r.text.take()
	if r.text.says != nil {
		r.mark(struckText, *r.text.says)
	}
	if text != "" || len(r.marks) > 0 {
		r.out = append(r.out, flow.Block{Text: text, Marks: r.marks})
		r.marks = nil
	}
}

func (r *run) children(n *html.Node, s style) {
	unsized := tiny(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if unsized && c.Type == html.TextNode {
			if s.sight == seen {
				r.w.count(blank.Trim(c.Data))
			}
			continue
		}
		r.node(c, s)
	}
}

func (r *run) node(n *html.Node, s style) {
	if n.Type == html.TextNode {
		if s.sight != seen {
			return
		}
		text := n.Data
		if s.above {
			text = draft.Superscript(text)
		}
		r.text.write(text, s.pre)
		return
	}
	if n.Type != html.ElementNode {
		if n.Type == html.DocumentNode {
			r.children(n, s)
		}
		return
	}
	l := r.w.rules.look(n)
	if l.gone {
		r.w.leftOut(n)
		return
	}
	s.sight = r.w.see(n, l, s.sight)
	if !r.drawn(n, s) {
		r.inside(n, s)
	}
}

// inside reads what an element that is no drawn table holds.
func (r *run) inside(n *html.Node, s style) {
	if s.sight != seen {
		switch n.DataAtom {
		case atom.Del, atom.Iframe, atom.Frame, atom.Img, atom.Input, atom.Select, atom.Textarea, atom.Br, atom.Hr:
			return
		}
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Noscript, atom.Button, atom.Object, atom.Svg, atom.Datalist, atom.Rp, atom.Rt:
	case atom.Del:
		r.mark("tracked-changes", extract.Text{ZH: "修订中删除的文字未读取", EN: "text deleted by a tracked change was not read"})
	case atom.Iframe, atom.Frame:
		r.w.frames++
	case atom.Frameset:
		r.children(n, s)
	case atom.Br:
		r.text.newline()
	case atom.Hr:
		r.flush()
	case atom.Img:
		if text := blank.Trim(attr(n, "alt")); text != "" {
			r.mark("picture", extract.Text{ZH: "有图片“" + draft.Short(text) + "”，图中文字未读取", EN: "there is a picture, " + draft.Short(text) + "; text in it was not read"})
		}
	case atom.Table:
		r.flush()
		r.table(n, s)
	case atom.Input, atom.Select, atom.Textarea:
		r.text.write(control(n), true)
	case atom.Pre, atom.Listing, atom.Xmp:
		r.flush()
		s.pre = true
		r.children(n, s)
		r.flush()
	case atom.Sup:
		s.above = true
		r.children(n, s)
	case atom.Ol:
		r.flush()
		r.list(n, s)
		r.flush()
	default:
		if n.Data == struck && s.sight == seen {
			from, taken := len(r.text.buf), r.text.taken
			r.children(n, s)
			if !r.text.strike(from, taken) {
				r.mark(struckText, draft.StruckRead)
			}
			return
		}
		if n.Data == "xml" || strings.HasPrefix(n.Data, "w:") && n.Data != "w:sdt" { // data islands of office programs
			return
		}
		if block[n.DataAtom] {
			r.flush()
			r.children(n, s)
			r.flush()
			return
		}
		if strings.Contains(compact(attr(n, "style")), "float:") {
			r.text.gap()
		}
		r.children(n, s)
	}
}

func (r *run) mark(code string, m extract.Text) {
	for _, old := range r.marks {
		if old.Code == code {
			return
		}
	}
	r.marks = append(r.marks, flow.Mark{Code: code, Message: m})
}

// leftOut counts a hidden element that holds text.
func (w *walker) leftOut(n *html.Node) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Noscript, atom.Input, atom.Button:
		return
	}
	w.count(textOf(n))
}

// count counts a text that is left out.
func (w *walker) count(text string) {
	if text == "" {
		return
	}
	if w.hidden == 0 {
		w.firstHidden = draft.Short(text)
	}
	w.hidden++
}

// shortText is how much of a text is looked at to name it.
const shortText = 200

// textOf is the plain text under a node, cut short.
func textOf(n *html.Node) string {
	var in inline
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && len(in.buf) < shortText; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				in.write(c.Data, false)
			case c.DataAtom != atom.Script && c.DataAtom != atom.Style:
				walk(c)
			}
		}
	}
	walk(n)
	return in.take()
}

// control is what a browser shows in a field of a web form.
func control(n *html.Node) string {
	switch n.DataAtom {
	case atom.Textarea:
		if n.FirstChild != nil {
			return n.FirstChild.Data
		}
		return ""
	case atom.Select:
		var first, chosen *html.Node
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Option {
					if first == nil {
						first = c
					}
					if has(c, "selected") {
						chosen = c
					}
				}
				walk(c)
			}
		}
		walk(n)
		if chosen == nil {
			chosen = first
		}
		if chosen == nil {
			return ""
		}
		return textOf(chosen)
	}
	switch strings.ToLower(attr(n, "type")) {
	case "checkbox", "radio":
		if has(n, "checked") {
			return "☑"
		}
		return "☐"
	case "hidden", "button", "submit", "reset", "image", "file", "password":
		return ""
	}
	return attr(n, "value")
}

func attr(n *html.Node, name string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return n.Attr[i].Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// block are the elements that begin and end a line.
var block = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.P: true, atom.Div: true, atom.Center: true, atom.Section: true, atom.Article: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true, atom.Form: true, atom.Fieldset: true, atom.Legend: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true, atom.Address: true,
	atom.Ul: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Figure: true, atom.Figcaption: true,
	atom.Details: true, atom.Summary: true, atom.Caption: true, atom.Tr: true, atom.Td: true, atom.Th: true,
}
