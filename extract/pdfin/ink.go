package pdfin

import (
	"math"
	"strings"
)

// ink is the size of what is drawn for a character, in parts of the font's.
type ink struct{ width, height float64 }

func (r *repairer) ink(ch *char, tp uint64) ink {
	c, o := r.c, ch.obj
	if o.size <= 0 || !r.box.ok(tp, uint64(ch.index), c.at(0), c.at(1), c.at(2), c.at(3)) {
		return ink{}
	}
	w, h := (c.f64(c.at(1))-c.f64(c.at(0)))/o.size, (c.f64(c.at(3))-c.f64(c.at(2)))/o.size
	if math.Abs(o.uy) > math.Abs(o.ux) {
		w, h = h, w
	}
	return ink{w, h}
}

// plausible reports whether a character may have such ink. Ghostscript writes
// drawn fonts whose maps lack some characters; PDFium then gives the bare code:
// 。 comes as 2, 上 as P, 年 as a control character.
func (i ink) plausible(r rune) bool {
	switch {
	case isControl(r):
		return false
	case i.width > 0.98 || i.height > 0.98:
		return true // the font states a box for all its characters, not their ink
	case digit(r):
		return i.width < 0.7 && i.height > 0.4
	case strings.ContainsRune("BEFIJKLPRSTZ", r):
		return i.width < 0.75 && i.height > 0.4
	case r >= 'A' && r <= 'Z':
		return i.height > 0.4
	case strings.ContainsRune("aceonrsuvxz", r):
		return i.width < 0.75 && i.height > 0.3 && i.height < 0.68
	case r >= 'a' && r <= 'z' && r != 'm' && r != 'w':
		return i.width < 0.75 && i.height > 0.3
	case strings.ContainsRune("!\"'(),.:;[]`{|}", r):
		return i.width < 0.6
	case r >= 0x80 && r < 0x250 && !strings.ContainsRune("×÷±", r):
		return i.width < 0.75
	}
	return true
}

// tooWide reports a character of an embedded font that advances by just its
// size, as Chinese ones do. By itself that is no fault: full-width figures may
// be called by their ordinary names.
func (r *repairer) tooWide(ch *char) bool {
	return ch.obj.size > 0 && math.Abs(ch.along/ch.obj.size-1) < 0.03 && r.font(ch.obj.font).embedded
}

// full finds characters of drawn fonts that advance by just their size, as
// Chinese ones do, and are called by a narrow letter or figure.
func (r *repairer) full(chars []char) {
	type use struct {
		font uint64
		r    rune
	}
	wide := map[use]bool{}
	for i := range chars[:max(len(chars)-1, 0)] {
		ch, next := &chars[i], &chars[i+1]
		if ch.obj != next.obj || ch.misnamed || !narrow(ch.text) || !r.drawn(ch.obj.font) {
			continue
		}
		u := use{ch.obj.font, ch.text}
		known, seen := wide[u]
		step := ((next.x-ch.x)*ch.obj.ux + (next.y-ch.y)*ch.obj.uy) / ch.obj.size
		wide[u] = math.Abs(step-1) < 0.03 && (known || !seen)
	}
	for i := range chars {
		if ch := &chars[i]; wide[use{ch.obj.font, ch.text}] {
			ch.text, ch.misnamed = unreadable, true
		}
	}
}

// narrow reports figures and letters that no font draws as wide as it is high.
func narrow(r rune) bool {
	return digit(r) || r > 0x20 && r < 0x7F && !strings.ContainsRune("MWmw@%&-_~", r) || r >= 0xC0 && r < 0x250 && r != '×' && r != '÷'
}
