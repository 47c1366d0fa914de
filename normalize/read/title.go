package read

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// title takes the title: the last one above the first block, which is the
// nearest to the table; a page often has a title of its own before it. Without
// any there, the first title anywhere.
func title(d *draft) (name string, sort titleSort) {
	best := -1
	block := false
	for i, l := range d.lines {
		s := l.title
		switch {
		case s == noTitle:
			block = block || l.heads != nothingHead
		case best < 0, !block && (s != reportTitle || sort == reportTitle):
			best, sort = i, s
		}
	}
	if best < 0 {
		return "", noTitle
	}
	name = lexicon.Title(d.lines[best].items[0].text)
	d.yearFrom(&d.lines[best].items[0])
	block = false
	for _, l := range d.lines {
		s := l.title
		if s == noTitle {
			if block = block || l.heads != nothingHead; block && d.rep.Title != nil {
				return name, sort
			}
			continue
		}
		it := &l.items[0]
		switch {
		case lexicon.Title(it.text) != name:
			if s != otherForm && !block { // the page's
				d.other("标题", it, it.text)
				it.role = normalize.RoleTitle
			}
			continue
		case d.rep.Title == nil:
			text := titleText(it.text)
			d.rep.Title = &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read, At: it.ref()}
		}
		it.claimed, it.role, it.path = true, normalize.RoleTitle, normalize.TitlePath
		d.yearFrom(it)
	}
	return name, sort
}
