package evidence

import (
	"math"
	"strings"

	"ziping/extract/pdfin/signs"
)

// Inks tells of the ink of a page's characters: the box around it (left, bottom,
// right, top), by their index.
type Inks interface {
	Box(index int) (box [4]float64, ok bool)
}

// Examine looks at the ink of a character and holds it against what the file
// calls it and against its font. It is false for what is no character: nothing
// is drawn.
func (ch *Char) Examine(inks Inks) bool {
	r, named := ch.Named, !ch.Has(NoName)
	if named && signs.Empty(r) && !signs.Control(r) {
		switch {
		case !ch.inked(inks):
			return false
		case r == softHyphen: // so Word calls the minus of some fonts
			ch.Named = '-'
		default:
			ch.Add(BlankWithInk, signs.Unreadable)
		}
	}
	if named && signs.Digit(r) && ch.Run.Font.Embedded && !ch.Run.Invisible {
		if k := ch.ink(inks); k.height > 0 && k.height < flat {
			ch.Add(WrongInk, signs.Unreadable)
		}
	}
	if named && (signs.Control(r) || ch.Run.Font.Drawn || (narrow(r) || r >= 0xA1 && r < 0xC0 || strings.ContainsRune("MWmw-_~", r)) && ch.fullWidth()) {
		if k := ch.ink(inks); signs.Control(r) && k.height < 0.05 {
			return false // a tab or the like
		} else if !k.plausible(r) {
			ch.Add(WrongInk, signs.Unreadable)
		}
	}
	ch.Run.Font.weigh(ch, inks)
	return true
}

// flat is how high the ink of a dash is at most, and no figure's.
const flat = 0.2

const softHyphen = 0xAD

// misnamed reports that the file names a character that this cannot be.
func (ch *Char) misnamed() bool { return ch.Has(BlankWithInk, WrongInk, TooWide) }

// inked reports that something is drawn for a character that is called a blank,
// by a font that is in the file.
func (ch *Char) inked(inks Inks) bool {
	if ch.Run.Invisible || !ch.Run.Font.Embedded {
		return false
	}
	k := ch.ink(inks)
	return k.height > 0.03 && k.width > 0.03
}

// ink is the size of what is drawn for a character, in parts of the font's.
type ink struct{ width, height float64 }

func (ch *Char) ink(inks Inks) ink {
	o := ch.Run
	if o.Size <= 0 {
		return ink{}
	}
	b, ok := inks.Box(ch.Index)
	if !ok {
		return ink{}
	}
	w, h := (b[2]-b[0])/o.Size, (b[3]-b[1])/o.Size
	if math.Abs(o.UY) > math.Abs(o.UX) {
		w, h = h, w
	}
	return ink{w, h}
}

// plausible reports whether a character may have such ink. Ghostscript writes
// drawn fonts whose maps lack some characters; PDFium then gives the bare code:
// 。 comes as 2, 上 as P, 年 as a control character.
func (i ink) plausible(r rune) bool {
	if signs.Control(r) {
		return false
	}
	const box = 0.98 // that the font states for all its characters, not their ink
	if i.width > box || i.height > box {
		return true
	}
	b := boundsOf(r)
	return i.width < b.widest && i.height > b.lowest && i.height < b.highest
}

// bounds are what the ink of a character stays between in any font.
type bounds struct{ widest, lowest, highest float64 }

const no = 1 // bound: no ink reaches that far

func boundsOf(r rune) bounds {
	of := func(chars string) bool { return strings.ContainsRune(chars, r) }
	switch {
	case signs.Digit(r):
		return bounds{0.7, 0.4, no}
	case of("BEFIJKLPRSTZ"):
		return bounds{0.75, 0.4, no}
	case of("ACDGHNOQUVXY"):
		return bounds{no, 0.4, no}
	case of("MW"): // wide, and no higher than other capitals
		return bounds{no, 0.4, 0.82}
	case of("mw"):
		return bounds{no, 0.3, 0.68}
	case of("-_~"):
		return bounds{no, -no, 0.55}
	case of("×÷±"):
		return bounds{0.86, -no, 0.86}
	case of("aceonrsuvxz"):
		return bounds{0.75, 0.3, 0.68}
	case of("bdfghijklpqty"):
		return bounds{0.75, 0.3, no}
	case of("!\"'(),.:;[]`{|}"):
		return bounds{0.6, -no, no}
	case latin(r):
		return bounds{0.75, -no, no}
	}
	return bounds{no, -no, no}
}

// latin reports a letter or sign of the languages of Europe beyond ASCII.
func latin(r rune) bool { return r >= 0x80 && r < 0x250 }

// fullWidth reports a character of an embedded font that advances by just its
// size, as Chinese ones do. By itself that is no fault: full-width figures may
// be called by their ordinary names.
func (ch *Char) fullWidth() bool {
	return ch.Run.Size > 0 && math.Abs(ch.Along/ch.Run.Size-1) < 0.03 && ch.Run.Font.Embedded
}

// tooWide finds characters of drawn fonts that advance by just their size, as
// Chinese ones do, and are called by a narrow letter or figure. How far one
// advances is the way to the next of its run; of one that none ever follows, the
// room that its font gives it.
func tooWide(chars []Char) {
	type use struct {
		font *Font
		r    rune
	}
	stepped, wide := map[use]bool{}, map[use]bool{}
	for i := range chars {
		ch := &chars[i]
		if !ch.Run.Font.Drawn || !narrow(ch.Named) || ch.misnamed() {
			continue
		}
		u, step, more := use{ch.Run.Font, ch.Named}, ch.Along, bolder
		known, seen := wide[u]
		if i+1 < len(chars) && ch.Run == chars[i+1].Run {
			step, _ = ch.Step(&chars[i+1])
			seen, stepped[u], more = seen && stepped[u], true, 0.03
		} else if stepped[u] {
			continue
		}
		step = step/ch.Run.Size - 1
		wide[u] = step > -0.03 && step < more && (known || !seen)
	}
	if len(wide) == 0 {
		return
	}
	for i := range chars {
		if ch := &chars[i]; wide[use{ch.Run.Font, ch.Named}] && !ch.misnamed() {
			ch.Add(TooWide, signs.Unreadable)
		}
	}
}

// bolder is how much more room than its size a character has whose lines are drawn as well
// as filled, for bold.
const bolder = 0.1

// misnames finds embedded fonts that call Chinese characters by letters of Europe: most of
// those that advance by just their size have ink that no such letter has. Then the others
// are none either.
func misnames(chars []Char) {
	wrong, all := map[*Font]map[rune]bool{}, map[*Font]map[rune]bool{}
	european := func(ch *Char) bool { return ch.Named > ' ' && ch.Named < 0x250 && ch.fullWidth() }
	for i := range chars {
		ch := &chars[i]
		if !european(ch) {
			continue
		}
		f := ch.Run.Font
		if all[f] == nil {
			wrong[f], all[f] = map[rune]bool{}, map[rune]bool{}
		}
		all[f][ch.Named] = true
		if ch.misnamed() {
			wrong[f][ch.Named] = true
		}
	}
	for i := range chars {
		ch := &chars[i]
		if f := ch.Run.Font; european(ch) && !ch.misnamed() && len(wrong[f]) >= leastWrong && 2*len(wrong[f]) >= len(all[f]) {
			ch.Add(WrongInk, signs.Unreadable)
		}
	}
}

// leastWrong is how many characters of a font tell that it misnames others.
const leastWrong = 3

// narrow reports figures and letters that no font draws as wide as it is high.
func narrow(r rune) bool {
	return signs.Digit(r) || r > 0x20 && r < 0x7F && !strings.ContainsRune("MWmw@%&-_~", r) || r >= 0xC0 && r < 0x250 && r != '×' && r != '÷'
}
