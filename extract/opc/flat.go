package opc

import (
	"bytes"

	"ziping/extract"
)

// Single is a package of one part, the main one: the way the office programs
// of 2003 wrote a whole file as one XML text, in UTF-8 here.
func Single(text []byte, name, kind string, l extract.Limits) (*Package, error) {
	p, err := plainPackage(text, kind, l)
	if err == nil {
		p.parts[key(name)] = part{plain: text}
	}
	return p, err
}

// Flat opens a package that was written as one XML text, its parts one after
// another in pkg:part tags (Word: "Word XML document"). Parts that are no XML,
// which are pictures, are left out.
func Flat(text []byte, kind string, l extract.Limits) (*Package, error) {
	p, err := plainPackage(text, kind, l)
	if err != nil {
		return nil, err
	}
	for rest := text; len(p.parts) <= maxParts; {
		_, after, ok := bytes.Cut(rest, []byte("<pkg:part "))
		if !ok {
			return p, nil
		}
		attrs, body, ok := bytes.Cut(after, []byte(">"))
		rest = body
		_, name, named := bytes.Cut(attrs, []byte(`pkg:name="`))
		name, _, closed := bytes.Cut(name, []byte(`"`))
		if !ok || !named || !closed {
			continue
		}
		body, rest, ok = bytes.Cut(body, []byte("</pkg:part>"))
		if !ok { // cut off in the middle; the scanner will say so
			rest = nil
		}
		if _, xml, ok := bytes.Cut(body, []byte("<pkg:xmlData")); ok {
			_, xml, _ = bytes.Cut(xml, []byte(">"))
			if i := bytes.LastIndex(xml, []byte("</pkg:xmlData>")); i >= 0 {
				xml = xml[:i]
			}
			if _, twice := p.parts[key(string(name))]; !twice {
				p.parts[key(string(name))] = part{plain: xml}
			}
		}
	}
	return nil, extract.LimitError(maxParts, extract.Text{ZH: "个部件", EN: "parts"})
}

func plainPackage(text []byte, kind string, l extract.Limits) (*Package, error) {
	if int64(len(text)) > 2*l.Bytes { // characters of GB18030 grow
		return nil, extract.LimitError(int(l.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	return &Package{kind: kind, parts: map[string]part{}, left: l.Unpacked, limit: l.Unpacked}, nil
}
