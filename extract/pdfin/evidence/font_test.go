package evidence

import (
	"testing"

	"ziping/extract/pdfin/handmade"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/sfnt"
)

// size of all characters here.
const size = 10.0

// page is a line of characters with their ink.
type page struct {
	chars []Char
	inks  [][4]float64
}

func (p *page) Box(i int) ([4]float64, bool) {
	b := p.inks[i]
	return b, b != [4]float64{}
}

func upright(font *Font) *Run {
	return &Run{Number: 1, Font: font, Matrix: plane.Matrix{A: 1, D: 1}, Size: size, Wide: size, UX: 1, Ascent: 0.86, Descent: -0.14}
}

// drawAs adds a character that the file names (or gives the code of) and that is
// drawn by a glyph of a font.
func (p *page) drawAs(run *Run, program *sfnt.Program, named rune, unnamed bool, glyph int) {
	x := 20 * float64(len(p.chars))
	box, ok := program.Outline(glyph)
	var ink [4]float64
	if s := size / 1000; ok {
		ink = [4]float64{x + s*float64(box[0]), s * float64(box[1]), x + s*float64(box[2]), s * float64(box[3])}
	}
	p.add(run, named, unnamed, x, ink)
}

func (p *page) add(run *Run, named rune, unnamed bool, x float64, ink [4]float64) {
	ch := Char{Named: named, Run: run, X: x, Along: 0.6 * size, Index: len(p.inks)}
	if unnamed {
		ch.Add(NoName, un)
	}
	p.chars, p.inks = append(p.chars, ch), append(p.inks, ink)
}

// judged is what is read of the page, and the characters.
func (p *page) judged() (string, []Char) {
	var kept []Char
	for _, ch := range p.chars {
		if ch.Examine(p) {
			kept = append(kept, ch)
		}
	}
	kept = Settle(kept)
	text := ""
	for _, ch := range kept {
		text += string(ch.Text)
	}
	return text, kept
}

// TestFonts: what the file says, what is drawn, and what is read. Glyph n draws
// the nth character of the program.
func TestFonts(t *testing.T) {
	type drawn struct {
		named   rune
		unnamed bool
		glyph   int
	}
	names := func(s string, glyphs ...int) (out []drawn) {
		for i, r := range []rune(s) {
			out = append(out, drawn{r, false, glyphs[i]})
		}
		return out
	}
	codes := func(glyphs ...int) (out []drawn) {
		for _, g := range glyphs {
			out = append(out, drawn{rune(g), true, g})
		}
		return out
	}
	join := func(parts ...[]drawn) (out []drawn) {
		for _, p := range parts {
			out = append(out, p...)
		}
		return out
	}
	const letters = "甲乙丙丁"
	const many = "0123456789" + "甲乙丙丁戊己庚辛壬癸" + "子贰寅卯辰巳午未申酉" + "()" + "戌亥丑亦" + "一二三四五六七八九十廿卅百千万亿" // the 35th, whose code is #, is 丑
	for _, c := range []struct {
		name    string
		program string // its characters, glyph by glyph
		line    []drawn
		want    string
		kind    Kind // of some character's evidence
		has     bool
	}{
		{"names that are true", "0123" + letters, names("甲乙丙12", 5, 6, 7, 2, 3), "甲乙丙12", OtherFigure, false},
		{"figures under other names", "0123" + letters, names("甲乙丙12", 5, 6, 7, 3, 2), "甲乙丙21", OtherFigure, true},
		{"one figure off is the ink's fault", "0123" + letters, names("甲乙丙12", 5, 6, 7, 2, 4), "甲乙丙12", OtherFigure, false},
		{"two characters prove no font", "0123" + letters, names("甲乙12", 5, 6, 3, 2), "甲乙12", OtherFigure, false},
		{"a font of which nothing fits proves nothing", "0123" + letters, names("甲乙丙12", 8, 7, 8, 3, 2), "甲乙丙12", OtherFigure, false},
		{"four of five that fit are enough", "0123" + letters + "戊", names("甲乙丙丁戊12", 5, 6, 7, 8, 8, 3, 2), "甲乙丙丁戊21", OtherFigure, true},
		{"two of three are not", "0123" + letters, names("甲乙丙12", 5, 6, 8, 3, 2), "甲乙丙12", OtherFigure, false},
		{"figures under other names, drawn by no figure", "0123" + letters, names("甲乙丙12", 5, 6, 7, 8, 8), "甲乙丙\uFFFD\uFFFD", OtherFigure, true},
		{"codes by the font", "0123" + letters, codes(5, 2, 3), "甲12", Program, true},
		{"a code whose glyph has no name", "0123" + letters, join(codes(5, 2, 3, 6, 7), []drawn{{9, true, 2}}), "甲12乙丙\uFFFD", Program, true},
		{"codes that are no glyphs of the ink", "0123" + letters, []drawn{{5, true, 1}, {2, true, 8}, {3, true, 4}}, "\uFFFD\uFFFD\uFFFD", Program, true},
		{"one code in five may not fit", "0123" + letters, join(codes(5, 2, 3, 6), []drawn{{7, true, 1}}), "甲12乙丙", Program, true},
		{"two in five are too many", "0123" + letters, join(codes(5, 2, 3), []drawn{{6, true, 1}, {7, true, 1}}), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", Program, true},
		{"more names than codes: a font is not blind", "0123" + letters, join(names("甲乙", 5, 6), codes(2)), "甲乙1", Program, true},
		{"a name that is a code too", many, join(codes(11, 12, 13), []drawn{{'#', false, '#'}}), "甲乙丙丑", Program, true},
		{"a name among codes whose ink does not fit", many, join(codes(11, 12, 13, 14, 15), []drawn{{'#', false, 1}}), "甲乙丙丁戊\uFFFD", Program, true},
		{"a code that was turned round", many, join(codes(11, 12, 13, 14), []drawn{{'"', false, 32}}), "甲乙丙丁)", Program, true},
		{"a code turned round further than PDFium does", many, join(codes(11, 12, 13, 14), []drawn{{'"', false, 17}}), "甲乙丙丁\uFFFD", Program, true},
		{"a code turned round as far as PDFium does", many, join(codes(11, 12, 13, 14), []drawn{{'"', false, 18}}), "甲乙丙丁辛", Program, true},
		{"the same upwards", many, join(codes(11, 12, 13, 14), []drawn{{'"', false, 50}}), "甲乙丙丁" + string([]rune(many)[49]), Program, true},
		{"further upwards", many, join(codes(11, 12, 13, 14), []drawn{{'"', false, 51}}), "甲乙丙丁\uFFFD", Program, true},
		{"a code seen again in other ink", "0123" + letters, join(codes(5, 2, 3), []drawn{{5, true, 1}}), "甲12甲", Program, true},
		{"two codes of three", "0123" + letters, join(codes(5, 2), []drawn{{3, true, 1}}), "\uFFFD\uFFFD\uFFFD", Program, true},
		{"as many codes as names", many, join(codes(11), []drawn{{'#', false, '#'}}), "甲丑", Program, true},
		{"a figure seen again in other ink", "0123" + letters, names("甲乙丙1122", 5, 6, 7, 2, 3, 3, 2), "甲乙丙1122", OtherFigure, false},
		{"three of four that fit are not enough", "0123" + letters, names("甲乙丙丁12", 5, 6, 7, 5, 3, 2), "甲乙丙丁12", OtherFigure, false},
		{"a nine drawn for an eight", "0123456789" + letters, names("甲乙丙80", 11, 12, 13, 10, 2), "甲乙丙91", OtherFigure, true},
		{"characters as codes", "0123" + letters, []drawn{{'甲', true, 5}, {'1', true, 2}}, "甲1", Straight, true},
		{"characters as codes, in a form that only fonts use", "0123⼈", []drawn{{'⼈', true, 5}, {'1', true, 2}}, "人1", Straight, true},
		{"a blank by the font", "0123 " + letters, codes(6, 5, 2, 3), "甲12", Program, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			program := sfnt.Parse(handmade.TrueType(c.program))
			font := NewFont(program)
			font.Embedded = true
			var p page
			for _, d := range c.line {
				p.drawAs(upright(font), program, d.named, d.unnamed, d.glyph)
			}
			got, chars := p.judged()
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			has := false
			for i := range chars {
				has = has || chars[i].Has(c.kind)
			}
			if has != c.has {
				t.Errorf("evidence of kind %d: %v, want %v", c.kind, has, c.has)
			}
		})
	}
}

// In type so small that several glyphs have the ink, none of them is taken.
func TestInkOfSeveral(t *testing.T) {
	program := sfnt.Parse(handmade.TrueType("0123456789甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三四五"))
	small := func(p *page, named rune, unnamed bool, glyph int) {
		run := p.chars[0].Run
		box, _ := program.Outline(glyph)
		s, x := run.Size/1000, float64(len(p.chars))
		p.add(run, named, unnamed, x, [4]float64{x + s*float64(box[0]), s * float64(box[1]), x + s*float64(box[2]), s * float64(box[3])})
	}
	begin := func() *page {
		font := NewFont(program)
		run := upright(font)
		run.Size = 0.5
		return &page{chars: []Char{{Run: run, Named: ' ', Index: 0}}, inks: [][4]float64{{}}}
	}
	p := begin()
	for i, r := range []rune("甲乙丙") {
		small(p, r, false, 11+i)
	}
	small(p, '1', false, 6)
	small(p, '2', false, 9)
	if got, _ := p.judged(); got != "甲乙丙\uFFFD\uFFFD" {
		t.Errorf("figures: got %q", got)
	}
	p = begin()
	for _, g := range []int{11, 14, 17, 20} {
		small(p, rune(g), true, g)
	}
	small(p, '"', false, 25)
	if got, _ := p.judged(); got != "甲丁庚癸\uFFFD" {
		t.Errorf("a code turned round: got %q", got)
	}
}

// Fonts without a program in the file, and drawn ones.
func TestOtherFonts(t *testing.T) {
	for _, drawn := range []bool{false, true} {
		font := NewFont(nil)
		font.Drawn = drawn
		if font.Paintable() != drawn {
			t.Errorf("drawn %v: paintable %v", drawn, !drawn)
		}
		var p page
		p.add(upright(font), 611, true, 0, [4]float64{0, 0, 5, 7})
		p.add(upright(font), 612, true, 20, [4]float64{20, 0, 25, 7})
		p.add(upright(font), 'd', false, 40, [4]float64{40, 0, 45, 7})
		// Of a blind font no name is believed; drawn characters are named each by itself.
		want := map[bool]string{false: "\uFFFD\uFFFD\uFFFD", true: "\uFFFD\uFFFDd"}[drawn]
		if got, _ := p.judged(); got != want {
			t.Errorf("drawn %v: got %q, want %q", drawn, got, want)
		}
	}
	font := NewFont(nil)
	if font.Embedded = true; !font.Paintable() {
		t.Error("an embedded font cannot be painted")
	}
}

// The ink decides wherever the text stands and however it is turned or stretched.
func TestInkOfTurnedText(t *testing.T) {
	program := sfnt.Parse(handmade.TrueType("01"))
	box, _ := program.Outline(2)
	for _, c := range []struct {
		name    string
		ux, uy  float64
		stretch float64
		off     float64 // of the ink along the baseline
		rise    float64 // and across it
		want    bool
	}{
		{"upright", 1, 0, 1, 0, 0, true},
		{"set apart from its outline", 1, 0, 1, 3, 0, true},
		{"higher than its outline", 1, 0, 1, 0, 1, false},
		{"a hair higher", 1, 0, 1, 0, 0.045, true},
		{"two hairs higher", 1, 0, 1, 0, 0.06, false},
		{"on its side", 0, 1, 1, 0, 0, true},
		{"on its side, set apart", 0, 1, 1, 3, 0, true},
		{"upside down", -1, 0, 1, 0, 0, true},
		{"stretched", 1, 0, 1.5, 0, 0, true},
	} {
		run := upright(nil)
		run.UX, run.UY, run.Matrix = c.ux, c.uy, plane.Matrix{A: c.stretch * c.ux, B: c.stretch * c.uy, C: -c.uy, D: c.ux}
		s := size / 1000
		m := plane.Matrix{A: c.ux * s * c.stretch, B: c.uy * s * c.stretch, C: -c.uy * s, D: c.ux * s, E: 100 + c.off*c.ux - c.rise*c.uy, F: 50 + c.off*c.uy + c.rise*c.ux}
		p := page{inks: [][4]float64{m.Box(float64(box[0]), float64(box[1]), float64(box[2]), float64(box[3]))}}
		ch := Char{Run: run, X: 100, Y: 50}
		if got := ch.same(&p, box, 1000, exactly); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
		other, _ := program.Outline(1)
		if ch.same(&p, other, 1000, exactly) {
			t.Errorf("%s: the ink is that of another glyph, too", c.name)
		}
	}
	// PDFium's outline of some fonts is a 64th higher.
	p := page{inks: [][4]float64{{0, 0, 5, 5 * (1 + 1.0/64)}}}
	tall := Char{Run: upright(nil)}
	tall.Run.Size = 100
	p.inks[0] = [4]float64{0, 0, 50, 50 * (1 + 1.0/64)}
	if !tall.same(&p, [4]int{0, 0, 500, 500}, 1000, exactly) || tall.same(&p, [4]int{0, 0, 500, 490}, 1000, exactly) {
		t.Error("a 64th more at the top is not told from other heights")
	}
	if (&Char{Run: upright(nil)}).same(&page{inks: make([][4]float64, 1)}, box, 1000, exactly) {
		t.Error("no ink is that of a glyph")
	}
}

// TestExamine: what a character is called, the ink it has, and whether it is one.
func TestExamine(t *testing.T) {
	inked, dot, none := [4]float64{0, 0, 5, 7}, [4]float64{0, 0, 0.2, 0.2}, [4]float64{}
	for _, c := range []struct {
		name     string
		named    rune
		unnamed  bool
		ink      [4]float64
		change   func(*Char)
		is       bool
		want     rune
		evidence Kind // NoName for none
	}{
		{"a figure", '5', false, inked, nil, true, '5', NoName},
		{"a blank", 0xA0, false, none, nil, false, 0, NoName},
		{"a blank with next to no ink", 0xA0, false, dot, nil, false, 0, NoName},
		{"a blank with ink as thin as a hair", 0xA0, false, [4]float64{0, 0, 0.2, 7}, nil, false, 0, NoName},
		{"a blank with ink", 0xA0, false, inked, nil, true, un, BlankWithInk},
		{"a wide blank with ink", 0x3000, false, inked, nil, true, un, BlankWithInk},
		{"a blank with ink in a font that is not there", 0xA0, false, inked, func(ch *Char) { ch.Run.Font.Embedded = false }, false, 0, NoName},
		{"a blank in a recognised layer", 0xA0, false, inked, func(ch *Char) { ch.Run.Invisible = true }, false, 0, NoName},
		{"a minus called a soft hyphen", 0xAD, false, [4]float64{0, 3, 5, 4}, nil, true, '-', NoName},
		{"a code that would be a blank", 0xA0, true, inked, nil, true, un, NoName},
		{"a tab", 9, false, none, nil, false, 0, NoName},
		{"a control character with as little ink as a tab", 0x12, false, [4]float64{0, 0, 5, 0.4}, nil, false, 0, NoName},
		{"with a little more", 0x12, false, [4]float64{0, 0, 5, 0.6}, nil, true, un, WrongInk},
		{"a blank with a little ink", 0xA0, false, [4]float64{0, 0, 0.4, 0.4}, nil, true, un, BlankWithInk},
		{"a flat blank", 0xA0, false, [4]float64{0, 0, 5, 0.25}, nil, false, 0, NoName},
		{"a wide sign of Latin", 0xA1, false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size }, true, un, WrongInk},
		{"the last of them", 0xBF, false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size }, true, un, WrongInk},
		{"times is no letter", '×', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size }, true, '×', NoName},
		{"advancing by nearly its size", 'P', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = 0.975 * size }, true, un, WrongInk},
		{"advancing by less", 'P', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = 0.96 * size }, true, 'P', NoName},
		{"a control character with ink", 0x12, false, inked, nil, true, un, WrongInk},
		{"a code that would be a control character", 0x12, true, inked, nil, true, un, NoName},
		{"a letter as wide as Chinese ones, by its ink", 'P', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size }, true, un, WrongInk},
		{"the same in a font that is not there", 'P', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size; ch.Run.Font.Embedded = false }, true, 'P', NoName},
		{"the same, advancing less", 'P', false, [4]float64{0, 0, 9, 8}, nil, true, 'P', NoName},
		{"a letter that may be wide", 'W', false, [4]float64{0, 0, 9, 8}, func(ch *Char) { ch.Along = size }, true, 'W', NoName},
		{"a letter that may be wide, as high as Chinese ones", 'W', false, [4]float64{0, 0, 9, 9}, func(ch *Char) { ch.Along = size }, true, un, WrongInk},
		{"a dash called a figure", '4', false, [4]float64{0, 3, 8, 3.6}, nil, true, un, WrongInk},
		{"the same in a font that is not there", '4', false, [4]float64{0, 3, 8, 3.6}, func(ch *Char) { ch.Run.Font.Embedded = false }, true, '4', NoName},
		{"a flat figure of a hidden layer", '4', false, [4]float64{0, 3, 8, 3.6}, func(ch *Char) { ch.Run.Invisible = true }, true, '4', NoName},
		{"a figure without ink", '4', false, none, nil, true, '4', NoName},
		{"a full-width figure under its ordinary name", '5', false, inked, func(ch *Char) { ch.Along = size }, true, '5', NoName},
		{"a drawn full stop called a figure", '2', false, [4]float64{0, 0, 2.5, 2}, func(ch *Char) { ch.Run.Font.Drawn = true }, true, un, WrongInk},
		{"a drawn figure", '2', false, inked, func(ch *Char) { ch.Run.Font.Drawn = true }, true, '2', NoName},
		{"on its side", 'P', false, [4]float64{0, 0, 8, 6}, func(ch *Char) { ch.Run.UX, ch.Run.UY, ch.Along = 0, 1, size }, true, 'P', NoName},
		{"on its side, and too wide", 'P', false, [4]float64{0, 0, 8, 9}, func(ch *Char) { ch.Run.UX, ch.Run.UY, ch.Along = 0, 1, size }, true, un, WrongInk},
	} {
		t.Run(c.name, func(t *testing.T) {
			font := NewFont(nil)
			font.Embedded = true
			var p page
			p.add(upright(font), c.named, c.unnamed, 0, c.ink)
			ch := &p.chars[0]
			if c.change != nil {
				c.change(ch)
			}
			if is := ch.Examine(&p); is != c.is {
				t.Fatalf("got %v, want %v", is, c.is)
			}
			if !c.is {
				return
			}
			ch.Verdict = Judge(ch.Named, ch.Pieces)
			if ch.Text != c.want {
				t.Errorf("got %q, want %q", ch.Text, c.want)
			}
			if c.evidence != NoName && !ch.Has(c.evidence) || c.evidence == NoName && ch.misnamed() {
				t.Errorf("got %v, want kind %d", ch.Pieces, c.evidence)
			}
		})
	}
}

// Narrow characters of drawn fonts that all advance by their size are Chinese.
func TestTooWide(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps []float64 // from one character to the next
		drawn bool
		named rune
		runs  bool    // each in a run of its own
		room  float64 // that their font gives each, 0 for that of a letter
		want  rune
	}{
		{"advancing by the size", []float64{10, 10}, true, 'P', false, 0, un},
		{"advancing by nearly the size", []float64{9.75, 10.25}, true, 'P', false, 0, un},
		{"advancing by less", []float64{9.6, 9.6}, true, 'P', false, 0, 'P'},
		{"advancing by less than their room", []float64{6, 6}, true, 'P', false, 10, 'P'},
		{"advancing less, once", []float64{10, 6}, true, 'P', false, 0, 'P'},
		{"advancing less at first", []float64{6, 10}, true, 'P', false, 0, 'P'},
		{"in a font of glyphs", []float64{10, 10}, false, 'P', false, 0, 'P'},
		{"a letter that may be wide", []float64{10, 10}, true, 'W', false, 0, 'W'},
		{"in runs of their own, with little room", []float64{10, 10}, true, 'P', true, 0, 'P'},
		{"in runs of their own, with room as wide as the size", []float64{10, 10}, true, 'P', true, 10, un},
		{"bold, in runs of their own", []float64{10, 10}, true, 'P', true, 10.5, un},
		{"in runs of their own, with more room", []float64{10, 10}, true, 'P', true, 11.5, 'P'},
	} {
		font := NewFont(nil)
		font.Drawn = c.drawn
		run := upright(font)
		var p page
		x := 0.0
		for i := range len(c.steps) + 1 {
			if c.runs {
				run = upright(font)
			}
			p.add(run, c.named, false, x, [4]float64{x, 0, x + 5, 7})
			if c.room > 0 {
				p.chars[i].Along = c.room
			}
			if i < len(c.steps) {
				x += c.steps[i]
			}
		}
		_, chars := p.judged()
		for _, ch := range chars {
			if ch.Text != c.want {
				t.Errorf("%s: got %q, want %q", c.name, ch.Text, c.want)
			}
		}
	}
}

// A font that calls most of its wide characters by letters of Europe that they cannot be
// calls the others so as well.
func TestMisnames(t *testing.T) {
	for _, c := range []struct {
		named, right string // of which the ink is none of theirs, and may be
		want         rune   // of the last
	}{
		{"ÿÝï", "?", un},
		{"ÿÝ", "?", '?'},
		{"ÿÝï", "?*+@", '@'},
		{"ÿÝï", "项", '项'},
	} {
		font := NewFont(nil)
		font.Embedded = true
		var p page
		for i, r := range []rune(c.named + c.right) {
			ink := [4]float64{0, 0, 9, 9}
			p.add(upright(font), r, false, 20*float64(i), ink)
			p.chars[i].Along = size
		}
		_, chars := p.judged()
		if got := chars[len(chars)-1].Text; got != c.want {
			t.Errorf("%s%s: got %q, want %q", c.named, c.right, got, c.want)
		}
	}
}
