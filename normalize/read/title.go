package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// title takes the title: the last one above the first block, which is the
// nearest to the table; a page often has a title of its own before it. Without
// any there, the first title anywhere.
func (p *placer) title() (name string, sort titleSort) {
	best := -1
	block := false
	for i, l := range p.lines {
		s := l.title()
		switch {
		case s == noTitle:
			block = block || l.heads(p.lex) != nothingHead
		case best < 0, !block && (s != reportTitle || sort == reportTitle):
			best, sort = i, s
		}
	}
	if best < 0 {
		return "", noTitle
	}
	name = lexicon.Title(p.lines[best].items[0].text)
	p.yearFrom(&p.lines[best].items[0])
	block = false
	for _, l := range p.lines {
		s := l.title()
		if s == noTitle {
			if block = block || l.heads(p.lex) != nothingHead; block && p.rep.Title != nil {
				return name, sort
			}
			continue
		}
		it := &l.items[0]
		switch {
		case lexicon.Title(it.text) != name:
			if s != otherForm && !block { // the page's
				p.other("标题", it, it.text)
				it.role = normalize.RoleTitle
			}
			continue
		case p.rep.Title == nil:
			text := titleText(it.text)
			p.rep.Title = &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read, At: ref(it)}
		}
		it.claimed, it.role, it.path = true, normalize.RoleTitle, "title"
		p.yearFrom(it)
	}
	return name, sort
}

// titleText is a title without the heading marks of the page it was copied from.
func titleText(s string) string { return strings.TrimSpace(strings.TrimLeft(s, "#* ")) }
