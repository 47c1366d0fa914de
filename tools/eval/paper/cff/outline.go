package cff

import (
	"fmt"
	"math"
)

// pen draws one glyph.
type pen struct {
	f     *Font
	local [][]byte
	stack []float64
	stems int
	x, y  float64
	path  []Step
	wide  bool // the width has been taken off
	done  bool
}

// Outline is the path of a glyph. Paths are closed by the next Move and the end.
func (f *Font) Outline(glyph int) (path []Step, err error) {
	if glyph < 0 || glyph >= len(f.chars) {
		return nil, fmt.Errorf("cff: no glyph %d", glyph)
	}
	defer func() {
		if recover() != nil {
			path, err = nil, errShort
		}
	}()
	p := &pen{f: f}
	choice := 0
	if f.choice != nil {
		choice = int(f.choice[glyph])
	}
	p.local = f.local[choice]
	if err := p.run(f.chars[glyph], 0); err != nil {
		return nil, err
	}
	return p.path, nil
}

// run carries out a charstring.
func (p *pen) run(code []byte, depth int) error {
	if depth > 10 {
		return fmt.Errorf("cff: subroutines too deep")
	}
	for len(code) > 0 && !p.done {
		b := code[0]
		if b == 28 || b >= 32 {
			var v float64
			v, code = number(code)
			p.stack = append(p.stack, v)
			continue
		}
		code = code[1:]
		switch b {
		case 10, 29:
			subrs := p.local
			if b == 29 {
				subrs = p.f.global
			}
			n := int(p.pop()) + bias(len(subrs))
			if err := p.run(subrs[n], depth+1); err != nil {
				return err
			}
			continue
		case 11:
			return nil
		case 12:
			b, code = code[0], code[1:]
			if err := p.flex(b); err != nil {
				return err
			}
		case 19, 20:
			p.hints()
			code = code[(p.stems+7)/8:]
		default:
			if err := p.draw(b); err != nil {
				return err
			}
		}
		p.stack = p.stack[:0]
	}
	return nil
}

func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

func (p *pen) pop() float64 {
	v := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	return v
}

// hints counts stems; an odd number before them is the glyph's width.
func (p *pen) hints() {
	p.stems += len(p.stack) / 2
	p.wide = true
}

// args are the numbers of an operator that wants n, without the width.
func (p *pen) args(n int) []float64 {
	if !p.wide && len(p.stack) > n {
		p.stack = p.stack[1:]
	}
	p.wide = true
	return p.stack
}

func (p *pen) draw(op byte) error {
	s := p.stack
	switch op {
	case 1, 3, 18, 23:
		p.hints()
	case 4:
		p.move(0, p.args(1)[0])
	case 21:
		a := p.args(2)
		p.move(a[0], a[1])
	case 22:
		p.move(p.args(1)[0], 0)
	case 5:
		for ; len(s) >= 2; s = s[2:] {
			p.line(s[0], s[1])
		}
	case 6, 7:
		for i, v := range s {
			if (op == 6) == (i%2 == 0) {
				p.line(v, 0)
			} else {
				p.line(0, v)
			}
		}
	case 8, 24:
		for ; len(s) >= 6; s = s[6:] {
			p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
		}
		if op == 24 {
			p.line(s[0], s[1])
		}
	case 25:
		for ; len(s) >= 8; s = s[2:] {
			p.line(s[0], s[1])
		}
		p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
	case 26, 27:
		p.along(op == 27, s)
	case 30, 31:
		p.around(op == 31, s)
	case 14:
		p.done = true
	default:
		return fmt.Errorf("cff: operator %d", op)
	}
	return nil
}

// along draws curves that begin and end in one direction.
func (p *pen) along(across bool, s []float64) {
	odd := 0.0
	if len(s)%4 == 1 {
		odd, s = s[0], s[1:]
	}
	for ; len(s) >= 4; s, odd = s[4:], 0 {
		if across {
			p.curve(s[0], odd, s[1], s[2], s[3], 0)
		} else {
			p.curve(odd, s[0], s[1], s[2], 0, s[3])
		}
	}
}

// around draws curves that begin in one direction and end in the other.
func (p *pen) around(across bool, s []float64) {
	for ; len(s) >= 4; s, across = s[4:], !across {
		last := 0.0
		if len(s) == 5 {
			last = s[4]
		}
		if across {
			p.curve(s[0], 0, s[1], s[2], last, s[3])
		} else {
			p.curve(0, s[0], s[1], s[2], s[3], last)
		}
	}
}

// flex draws the two flat curves of a stroke that is nearly straight.
func (p *pen) flex(op byte) error {
	s := p.stack
	switch op {
	case 34: // hflex
		p.curve(s[0], 0, s[1], s[2], s[3], 0)
		p.curve(s[4], 0, s[5], -s[2], s[6], 0)
	case 35: // flex
		p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
		p.curve(s[6], s[7], s[8], s[9], s[10], s[11])
	case 36: // hflex1
		p.curve(s[0], s[1], s[2], s[3], s[4], 0)
		p.curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]))
	case 37: // flex1
		dx, dy := s[0]+s[2]+s[4]+s[6]+s[8], s[1]+s[3]+s[5]+s[7]+s[9]
		ex, ey := s[10], -dy
		if math.Abs(dx) <= math.Abs(dy) {
			ex, ey = -dx, s[10]
		}
		p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
		p.curve(s[6], s[7], s[8], s[9], ex, ey)
	default:
		return fmt.Errorf("cff: operator 12 %d", op)
	}
	return nil
}

func (p *pen) step(dx, dy float64) [2]float64 {
	p.x, p.y = p.x+dx, p.y+dy
	return [2]float64{p.x, p.y}
}

func (p *pen) move(dx, dy float64) {
	p.path = append(p.path, Step{Op: Move, P: [3][2]float64{p.step(dx, dy)}})
}

func (p *pen) line(dx, dy float64) {
	p.path = append(p.path, Step{Op: Line, P: [3][2]float64{p.step(dx, dy)}})
}

func (p *pen) curve(ax, ay, bx, by, cx, cy float64) {
	a, b := p.step(ax, ay), p.step(bx, by)
	p.path = append(p.path, Step{Op: Curve, P: [3][2]float64{a, b, p.step(cx, cy)}})
}
